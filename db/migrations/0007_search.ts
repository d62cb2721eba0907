// What keeps searching as quick with many records as with few: short pending lists, names in order, and the words that records use.
import { sql, type Kysely } from "kysely"

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Every search reads what the index has not sorted in yet from end to end, and beyond some hundred kilobytes the planner
    -- gives the index up for that. The embedded database has nobody who would tidy it up later.
    alter index element_search set (gin_pending_list_limit = 256);
    select gin_clean_pending_list('element_search');

    -- the first hundred that fit a common word are found on the way through the names, and so are names that begin with it
    create index element_names on element (sort_key, id) where archived_at is null;
    drop index element_prefix;
    -- names that contain a whole phrase: a third of what the long text keeps for it
    create index element_names_within on element using gin (sort_key gin_trgm_ops) with (gin_pending_list_limit = 256) where archived_at is null;

    -- Where slips of the hand are looked up. Nothing is unique here: a long import must not keep anybody waiting for a word
    -- that both bring. A word stays when its last record goes, and then leads to no record.
    create table search_word (word text collate "C" not null);
    create index search_word_word on search_word (word);

    create function words_of(text) returns setof text language sql immutable as $$
      select word
      from unnest(string_to_array(translate($1, '!"#$%&''()*+,-./:;<=>?@[\\]^_\`{|}~§°´·•…–—„“”‚‘’«»', repeat(' ', 48)), ' ')) as word
      where length(word) between 3 and 40 and word !~ '[0-9]'
    $$;
    create function note_words() returns trigger language plpgsql as $$
    begin
      insert into search_word
      select distinct word from written, words_of(written.search_text) as word
      where not exists (select from search_word as known where known.word = word.word);
      return null;
    end $$;
    create function note_changed_words() returns trigger language plpgsql as $$
    begin
      insert into search_word
      select distinct word from written join earlier using (id), words_of(written.search_text) as word
      where written.search_text <> earlier.search_text
        and not exists (select from search_word as known where known.word = word.word);
      return null;
    end $$;
    insert into search_word select distinct word from element, words_of(element.search_text) as word;
    create trigger element_words_made after insert on element referencing new table as written
      for each statement execute function note_words();
    create trigger element_words_changed after update on element referencing old table as earlier new table as written
      for each statement execute function note_changed_words();
  `.execute(db)
}
