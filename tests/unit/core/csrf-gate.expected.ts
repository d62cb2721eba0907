// What the gate answers to 8 methods, 7 sets of headers and 4 kinds of address: y may pass, n is refused.

/** Columns: /goals/G-1, /goals.data, /goals?_data=routes/goals, /api/goals. */
export const expectedGate = `
GET      same-origin     y y n y
GET      same-site       y y n y
GET      cross-site      y y n y
GET      typed           y y n y
GET      own origin      y y n y
GET      foreign origin  y y n y
GET      nothing         y y n y
HEAD     same-origin     y y n y
HEAD     same-site       y y n y
HEAD     cross-site      y y n y
HEAD     typed           y y n y
HEAD     own origin      y y n y
HEAD     foreign origin  y y n y
HEAD     nothing         y y n y
OPTIONS  same-origin     y y n y
OPTIONS  same-site       y y n y
OPTIONS  cross-site      y y n y
OPTIONS  typed           y y n y
OPTIONS  own origin      y y n y
OPTIONS  foreign origin  y y n y
OPTIONS  nothing         y y n y
POST     same-origin     y y n y
POST     same-site       n n n n
POST     cross-site      n n n n
POST     typed           n n n n
POST     own origin      y y n y
POST     foreign origin  n n n n
POST     nothing         n n n n
PUT      same-origin     y y n y
PUT      same-site       n n n n
PUT      cross-site      n n n n
PUT      typed           n n n n
PUT      own origin      y y n y
PUT      foreign origin  n n n n
PUT      nothing         n n n n
PATCH    same-origin     y y n y
PATCH    same-site       n n n n
PATCH    cross-site      n n n n
PATCH    typed           n n n n
PATCH    own origin      y y n y
PATCH    foreign origin  n n n n
PATCH    nothing         n n n n
DELETE   same-origin     y y n y
DELETE   same-site       n n n n
DELETE   cross-site      n n n n
DELETE   typed           n n n n
DELETE   own origin      y y n y
DELETE   foreign origin  n n n n
DELETE   nothing         n n n n
PROPFIND same-origin     y y n y
PROPFIND same-site       n n n n
PROPFIND cross-site      n n n n
PROPFIND typed           n n n n
PROPFIND own origin      y y n y
PROPFIND foreign origin  n n n n
PROPFIND nothing         n n n n`
