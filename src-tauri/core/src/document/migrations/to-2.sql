-- Version 1 → 2: personas, references, acceptance criteria, the Definition of Done, notes. Tables and
-- trailing columns are added and nothing is computed, so that changes made before can still be undone.

ALTER TABLE goal ADD COLUMN notes TEXT NOT NULL DEFAULT '' CHECK (length(notes) <= 100000);
ALTER TABLE activity ADD COLUMN notes TEXT NOT NULL DEFAULT '' CHECK (length(notes) <= 100000);
ALTER TABLE step ADD COLUMN notes TEXT NOT NULL DEFAULT '' CHECK (length(notes) <= 100000);
ALTER TABLE task ADD COLUMN notes TEXT NOT NULL DEFAULT '' CHECK (length(notes) <= 100000);

CREATE TABLE persona (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  about TEXT NOT NULL DEFAULT '' CHECK (length(about) <= 100000)
) STRICT;

CREATE TABLE step_persona (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  step BLOB NOT NULL REFERENCES step (id) ON DELETE CASCADE,
  persona BLOB NOT NULL REFERENCES persona (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE slice_persona (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  slice BLOB NOT NULL REFERENCES slice (id) ON DELETE CASCADE,
  persona BLOB NOT NULL REFERENCES persona (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE item_persona (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  item BLOB NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  persona BLOB NOT NULL REFERENCES persona (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE item_reference (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  item BLOB NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  step BLOB NOT NULL REFERENCES step (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE criterion (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  item BLOB NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  met INTEGER NOT NULL DEFAULT 0 CHECK (met IN (0, 1))
) STRICT;

CREATE TABLE done_rule (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 2000)
) STRICT;

CREATE TABLE done_check (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  item BLOB NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  rule BLOB NOT NULL REFERENCES done_rule (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX step_persona_step ON step_persona (step);
CREATE INDEX step_persona_persona ON step_persona (persona);
CREATE INDEX slice_persona_slice ON slice_persona (slice);
CREATE INDEX slice_persona_persona ON slice_persona (persona);
CREATE INDEX item_persona_item ON item_persona (item);
CREATE INDEX item_persona_persona ON item_persona (persona);
CREATE INDEX item_reference_item ON item_reference (item);
CREATE INDEX item_reference_step ON item_reference (step);
CREATE INDEX done_check_item ON done_check (item);
CREATE INDEX done_check_rule ON done_check (rule);
CREATE INDEX criterion_item ON criterion (item, rank);
