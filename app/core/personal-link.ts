// Where the token of a personal link goes in a mail that has not left yet.

/**
 * Stands in the body of an invitation ("invitation <id of the personal link>") where the link's token goes. The token is made when the mail
 * leaves, so that none is ever stored; a mail that is sent again brings a new one, and the earlier opens nothing any more.
 */
export const personalLinkMark = "{personal link}"
