-- Version 2 → 3: what covers an activity without a PBI, Increments, feedback, findings set aside,
-- periods, the glossary; what a slice is to show, how a goal and a Sprint ended. As before, tables and
-- trailing columns are added and nothing is computed.

ALTER TABLE map ADD COLUMN users_are_developers INTEGER NOT NULL DEFAULT 0 CHECK (users_are_developers IN (0, 1));
ALTER TABLE goal ADD COLUMN ended_on TEXT CHECK (length(ended_on) = 10);
ALTER TABLE goal ADD COLUMN learned TEXT NOT NULL DEFAULT '' CHECK (length(learned) <= 100000);
ALTER TABLE slice ADD COLUMN hypothesis TEXT NOT NULL DEFAULT '' CHECK (length(hypothesis) <= 100000);
ALTER TABLE slice ADD COLUMN measure TEXT NOT NULL DEFAULT '' CHECK (length(measure) <= 100000);
ALTER TABLE slice ADD COLUMN measure_by TEXT CHECK (length(measure_by) = 10);
ALTER TABLE sprint ADD COLUMN ended_on TEXT CHECK (length(ended_on) = 10);

CREATE TABLE cover (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  activity BLOB NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  slice BLOB REFERENCES slice (id) ON DELETE CASCADE,
  how TEXT NOT NULL CHECK (how IN ('live', 'by-hand', 'not-needed')),
  reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 100000)
) STRICT;

CREATE TABLE increment (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  slice BLOB REFERENCES slice (id) ON DELETE SET NULL,
  sprint BLOB REFERENCES sprint (id) ON DELETE SET NULL,
  made_on TEXT NOT NULL CHECK (length(made_on) = 10),
  released_on TEXT CHECK (length(released_on) = 10),
  usable TEXT NOT NULL DEFAULT 'unknown' CHECK (usable IN ('unknown', 'yes', 'no')),
  value TEXT NOT NULL DEFAULT 'unknown' CHECK (value IN ('unknown', 'confirmed', 'refuted')),
  learned TEXT NOT NULL DEFAULT '' CHECK (length(learned) <= 100000)
) STRICT;

CREATE TABLE increment_item (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  increment BLOB NOT NULL REFERENCES increment (id) ON DELETE CASCADE,
  item BLOB NOT NULL REFERENCES item (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE feedback (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  increment BLOB REFERENCES increment (id) ON DELETE SET NULL,
  item BLOB REFERENCES item (id) ON DELETE SET NULL,
  who TEXT NOT NULL DEFAULT '' CHECK (length(who) <= 300),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 100000),
  given_on TEXT NOT NULL CHECK (length(given_on) = 10),
  answer_item BLOB REFERENCES item (id) ON DELETE SET NULL,
  answer TEXT NOT NULL DEFAULT '' CHECK (length(answer) <= 100000),
  answered_on TEXT CHECK (length(answered_on) = 10)
) STRICT;

CREATE TABLE dismissal (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rule TEXT NOT NULL CHECK (length(rule) BETWEEN 1 AND 100),
  about BLOB NOT NULL CHECK (length(about) = 16),
  text TEXT NOT NULL CHECK (length(text) <= 300000),
  reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 100000)
) STRICT;

CREATE TABLE period (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  starts_on TEXT NOT NULL CHECK (length(starts_on) = 10),
  ends_on TEXT NOT NULL CHECK (length(ends_on) = 10)
) STRICT;

CREATE TABLE glossary (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  word TEXT NOT NULL CHECK (length(word) BETWEEN 1 AND 300),
  meaning TEXT NOT NULL DEFAULT '' CHECK (length(meaning) <= 100000)
) STRICT;

CREATE INDEX cover_activity ON cover (activity);
CREATE INDEX cover_slice ON cover (slice);
CREATE INDEX increment_slice ON increment (slice);
CREATE INDEX increment_sprint ON increment (sprint);
CREATE INDEX increment_item_increment ON increment_item (increment);
CREATE INDEX increment_item_item ON increment_item (item);
CREATE INDEX feedback_increment ON feedback (increment);
CREATE INDEX feedback_item ON feedback (item);
CREATE INDEX feedback_answer_item ON feedback (answer_item);
CREATE INDEX dismissal_about ON dismissal (about);
