-- The project file, version 1. Everything that the program shows is in it; one file, one SQLite database.
-- `what` columns hold a thing as JSON, in the shape of the types of the chronology.

CREATE TABLE article (
    id       INTEGER PRIMARY KEY,  -- the fingerprint of its text, as a signed number
    what     TEXT NOT NULL
) STRICT;

-- The texts that articles were read from. A text stays when its article is removed: undo needs it.
CREATE TABLE text (
    article   INTEGER PRIMARY KEY,
    path      TEXT NOT NULL,       -- the file it was read from
    title     TEXT,                -- what the file's own metadata says: title, language, day of publication
    language  TEXT,
    published INTEGER,             -- days since 1970
    body      TEXT NOT NULL
) STRICT;

CREATE TABLE person (
    id       TEXT PRIMARY KEY,
    what     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
    number   INTEGER PRIMARY KEY,  -- for the search; means nothing else
    article  INTEGER NOT NULL,     -- the three parts of its id
    start    INTEGER NOT NULL,
    n        INTEGER NOT NULL,
    what     TEXT NOT NULL,
    UNIQUE (article, start, n)
) STRICT;

CREATE TABLE correction (
    id       INTEGER PRIMARY KEY,
    what     TEXT NOT NULL
) STRICT;

-- What was done, for undo and redo; edits above the mark have been taken back.
CREATE TABLE edit (
    number   INTEGER PRIMARY KEY,
    what     TEXT NOT NULL,
    undone   INTEGER NOT NULL DEFAULT 0
) STRICT;

-- How the project is looked at: the view, by name.
CREATE TABLE setting (
    name     TEXT PRIMARY KEY,
    value    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Words of events, folded by the program before they come here; found by number.
CREATE VIRTUAL TABLE event_words USING fts5 (
    title, people, place, quote,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);
