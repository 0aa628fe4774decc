-- The tables of a map of version 1, as its files hold them. `schema.sql` is today's format.

CREATE TABLE map (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 300)
) STRICT;

CREATE TABLE goal (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  outcome TEXT NOT NULL DEFAULT '' CHECK (length(outcome) <= 100000),
  measure TEXT NOT NULL DEFAULT '' CHECK (length(measure) <= 100000),
  state TEXT NOT NULL CHECK (state IN ('next', 'active', 'reached', 'abandoned')),
  source_system TEXT CHECK (length(source_system) <= 300),
  source_key TEXT CHECK (length(source_key) <= 300),
  source_url TEXT NOT NULL DEFAULT '' CHECK (length(source_url) <= 4000),
  source_kind TEXT NOT NULL DEFAULT '' CHECK (length(source_kind) <= 300),
  source_created TEXT NOT NULL DEFAULT '' CHECK (length(source_created) <= 300),
  source_updated TEXT NOT NULL DEFAULT '' CHECK (length(source_updated) <= 300),
  source_row TEXT NOT NULL DEFAULT '' CHECK (length(source_row) <= 4000000)
) STRICT;

CREATE TABLE activity (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  title TEXT CHECK (length(title) BETWEEN 1 AND 300),
  source_system TEXT CHECK (length(source_system) <= 300),
  source_key TEXT CHECK (length(source_key) <= 300),
  source_url TEXT NOT NULL DEFAULT '' CHECK (length(source_url) <= 4000),
  source_kind TEXT NOT NULL DEFAULT '' CHECK (length(source_kind) <= 300),
  source_created TEXT NOT NULL DEFAULT '' CHECK (length(source_created) <= 300),
  source_updated TEXT NOT NULL DEFAULT '' CHECK (length(source_updated) <= 300),
  source_row TEXT NOT NULL DEFAULT '' CHECK (length(source_row) <= 4000000)
) STRICT;

CREATE TABLE goal_activity (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  goal BLOB NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
  activity BLOB NOT NULL REFERENCES activity (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE step (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  activity BLOB NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  title TEXT CHECK (length(title) BETWEEN 1 AND 300),
  source_system TEXT CHECK (length(source_system) <= 300),
  source_key TEXT CHECK (length(source_key) <= 300),
  source_url TEXT NOT NULL DEFAULT '' CHECK (length(source_url) <= 4000),
  source_kind TEXT NOT NULL DEFAULT '' CHECK (length(source_kind) <= 300),
  source_created TEXT NOT NULL DEFAULT '' CHECK (length(source_created) <= 300),
  source_updated TEXT NOT NULL DEFAULT '' CHECK (length(source_updated) <= 300),
  source_row TEXT NOT NULL DEFAULT '' CHECK (length(source_row) <= 4000000)
) STRICT;

CREATE TABLE slice (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  outcome TEXT NOT NULL DEFAULT '' CHECK (length(outcome) <= 100000),
  goal BLOB REFERENCES goal (id) ON DELETE SET NULL,
  part_on_purpose TEXT CHECK (length(part_on_purpose) BETWEEN 1 AND 100000),
  closed_on TEXT CHECK (length(closed_on) = 10)
) STRICT;

CREATE TABLE sprint (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  goal TEXT NOT NULL DEFAULT '' CHECK (length(goal) <= 100000),
  starts_on TEXT CHECK (length(starts_on) = 10),
  ends_on TEXT CHECK (length(ends_on) = 10)
) STRICT;

CREATE TABLE item (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  step BLOB REFERENCES step (id) ON DELETE SET NULL,
  slice BLOB REFERENCES slice (id) ON DELETE SET NULL,
  kind TEXT CHECK (kind IN ('outcome', 'bug', 'enabler', 'spike', 'note')),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  story TEXT NOT NULL DEFAULT '' CHECK (length(story) <= 100000),
  notes TEXT NOT NULL DEFAULT '' CHECK (length(notes) <= 100000),
  estimate REAL CHECK (estimate >= 0),
  status TEXT NOT NULL DEFAULT '' CHECK (length(status) <= 300),
  done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1)),
  done_on TEXT CHECK (length(done_on) = 10),
  source_system TEXT CHECK (length(source_system) <= 300),
  source_key TEXT CHECK (length(source_key) <= 300),
  source_url TEXT NOT NULL DEFAULT '' CHECK (length(source_url) <= 4000),
  source_kind TEXT NOT NULL DEFAULT '' CHECK (length(source_kind) <= 300),
  source_created TEXT NOT NULL DEFAULT '' CHECK (length(source_created) <= 300),
  source_updated TEXT NOT NULL DEFAULT '' CHECK (length(source_updated) <= 300),
  source_row TEXT NOT NULL DEFAULT '' CHECK (length(source_row) <= 4000000)
) STRICT;

CREATE TABLE sprint_item (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  sprint BLOB NOT NULL REFERENCES sprint (id) ON DELETE CASCADE,
  item BLOB NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  left_as TEXT CHECK (left_as IN ('done', 'returned'))
) STRICT;

CREATE TABLE task (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  item BLOB REFERENCES item (id) ON DELETE CASCADE,
  slice BLOB REFERENCES slice (id) ON DELETE SET NULL,
  sprint BLOB REFERENCES sprint (id) ON DELETE SET NULL,
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  status TEXT NOT NULL DEFAULT '' CHECK (length(status) <= 300),
  done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1)),
  done_on TEXT CHECK (length(done_on) = 10),
  source_system TEXT CHECK (length(source_system) <= 300),
  source_key TEXT CHECK (length(source_key) <= 300),
  source_url TEXT NOT NULL DEFAULT '' CHECK (length(source_url) <= 4000),
  source_kind TEXT NOT NULL DEFAULT '' CHECK (length(source_kind) <= 300),
  source_created TEXT NOT NULL DEFAULT '' CHECK (length(source_created) <= 300),
  source_updated TEXT NOT NULL DEFAULT '' CHECK (length(source_updated) <= 300),
  source_row TEXT NOT NULL DEFAULT '' CHECK (length(source_row) <= 4000000)
) STRICT;

CREATE TABLE tag (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  source_system TEXT CHECK (length(source_system) <= 300),
  source_key TEXT CHECK (length(source_key) <= 300),
  source_url TEXT NOT NULL DEFAULT '' CHECK (length(source_url) <= 4000),
  source_kind TEXT NOT NULL DEFAULT '' CHECK (length(source_kind) <= 300),
  source_created TEXT NOT NULL DEFAULT '' CHECK (length(source_created) <= 300),
  source_updated TEXT NOT NULL DEFAULT '' CHECK (length(source_updated) <= 300),
  source_row TEXT NOT NULL DEFAULT '' CHECK (length(source_row) <= 4000000)
) STRICT;

CREATE TABLE item_tag (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  item BLOB NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  tag BLOB NOT NULL REFERENCES tag (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE change (
  seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  reverts BLOB CHECK (length(reverts) = 16),
  label TEXT NOT NULL CHECK (length(label) <= 4000),
  made_at TEXT NOT NULL CHECK (length(made_at) <= 40),
  author TEXT NOT NULL DEFAULT '' CHECK (length(author) <= 300),
  schema INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  changeset BLOB NOT NULL
) STRICT;

CREATE INDEX goal_activity_goal ON goal_activity (goal);
CREATE INDEX goal_activity_activity ON goal_activity (activity);
CREATE INDEX step_activity ON step (activity);
CREATE INDEX slice_goal ON slice (goal);
CREATE INDEX item_step ON item (step, slice, rank);
CREATE INDEX item_slice ON item (slice, rank);
CREATE INDEX item_source ON item (source_key);
CREATE INDEX sprint_item_sprint ON sprint_item (sprint);
CREATE INDEX sprint_item_item ON sprint_item (item);
CREATE INDEX task_item ON task (item, rank);
CREATE INDEX task_slice ON task (slice);
CREATE INDEX task_sprint ON task (sprint);
CREATE INDEX task_source ON task (source_key);
CREATE INDEX item_tag_item ON item_tag (item);
CREATE INDEX item_tag_tag ON item_tag (tag);
