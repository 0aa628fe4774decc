-- A Throughline map, version 3: an SQLite 3 database with application_id 0x5468726C ("Thrl") and
-- user_version 3. This file is the published format; a map's schema equals it statement by statement.
--
-- Ids are UUIDv7, 16 bytes. An order is by rank (hexadecimal text, a fractional index), then by id:
-- two copies of a map can hand out the same rank. Days are ISO 8601 text (2026-03-01), moments are
-- ISO 8601 in UTC. An empty text says "none"; NULL says "not known" or "not set". Only features of
-- SQLite 3.40 are used. There are no triggers and no views.

-- The map itself: one row.
CREATE TABLE map (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 300),
  users_are_developers INTEGER NOT NULL DEFAULT 0 CHECK (users_are_developers IN (0, 1))
) STRICT;

-- Product Goals. notes are Markdown, here and elsewhere. ended_on and learned: when one was reached or
-- abandoned, and what that taught. source_*: where an imported row comes from; source_row is the row
-- as last imported (JSON), so that the next import sees what people changed since.
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
  source_row TEXT NOT NULL DEFAULT '' CHECK (length(source_row) <= 4000000),
  notes TEXT NOT NULL DEFAULT '' CHECK (length(notes) <= 100000),
  ended_on TEXT CHECK (length(ended_on) = 10),
  learned TEXT NOT NULL DEFAULT '' CHECK (length(learned) <= 100000)
) STRICT;

-- Activities: large things that users do. Their order is the backbone, read from left to right.
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
  source_row TEXT NOT NULL DEFAULT '' CHECK (length(source_row) <= 4000000),
  notes TEXT NOT NULL DEFAULT '' CHECK (length(notes) <= 100000)
) STRICT;

-- Which Product Goal concerns which activity.
CREATE TABLE goal_activity (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  goal BLOB NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
  activity BLOB NOT NULL REFERENCES activity (id) ON DELETE CASCADE
) STRICT;

-- Steps: user tasks inside an activity, one column of the map each. Every activity has at least one.
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
  source_row TEXT NOT NULL DEFAULT '' CHECK (length(source_row) <= 4000000),
  notes TEXT NOT NULL DEFAULT '' CHECK (length(notes) <= 100000)
) STRICT;

-- Slices: horizontal bands, each an outcome to reach together. part_on_purpose is the reason why a
-- slice is no whole journey, where that is meant. hypothesis, measure and measure_by: what people
-- think will come of it, how they will see that, and until when.
CREATE TABLE slice (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  outcome TEXT NOT NULL DEFAULT '' CHECK (length(outcome) <= 100000),
  goal BLOB REFERENCES goal (id) ON DELETE SET NULL,
  part_on_purpose TEXT CHECK (length(part_on_purpose) BETWEEN 1 AND 100000),
  closed_on TEXT CHECK (length(closed_on) = 10),
  hypothesis TEXT NOT NULL DEFAULT '' CHECK (length(hypothesis) <= 100000),
  measure TEXT NOT NULL DEFAULT '' CHECK (length(measure) <= 100000),
  measure_by TEXT CHECK (length(measure_by) = 10)
) STRICT;

-- Sprints. ended_on: the day on which it was said to be over; without one it is over after ends_on.
CREATE TABLE sprint (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  goal TEXT NOT NULL DEFAULT '' CHECK (length(goal) <= 100000),
  starts_on TEXT CHECK (length(starts_on) = 10),
  ends_on TEXT CHECK (length(ends_on) = 10),
  ended_on TEXT CHECK (length(ended_on) = 10)
) STRICT;

-- PBIs. No step: Across where they have a slice or a Sprint, else the tray. No slice: Later, or
-- Earlier where they are done. No kind: undeclared. status is the source's own word.
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

-- Stays of PBIs in Sprints, and how they left; left_as NULL: still in it.
CREATE TABLE sprint_item (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  sprint BLOB NOT NULL REFERENCES sprint (id) ON DELETE CASCADE,
  item BLOB NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  left_as TEXT CHECK (left_as IN ('done', 'returned'))
) STRICT;

-- Tasks. No item: loose, in the tray. slice or sprint: pulled alone, away from the item.
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
  source_row TEXT NOT NULL DEFAULT '' CHECK (length(source_row) <= 4000000),
  notes TEXT NOT NULL DEFAULT '' CHECK (length(notes) <= 100000)
) STRICT;

-- Tags, and which PBI bears which.
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

-- Personas: who takes the journey.
CREATE TABLE persona (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  about TEXT NOT NULL DEFAULT '' CHECK (length(about) <= 100000)
) STRICT;

-- Which personas take a step; none: everyone.
CREATE TABLE step_persona (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  step BLOB NOT NULL REFERENCES step (id) ON DELETE CASCADE,
  persona BLOB NOT NULL REFERENCES persona (id) ON DELETE CASCADE
) STRICT;

-- Which personas a slice serves; none: those of its PBIs.
CREATE TABLE slice_persona (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  slice BLOB NOT NULL REFERENCES slice (id) ON DELETE CASCADE,
  persona BLOB NOT NULL REFERENCES persona (id) ON DELETE CASCADE
) STRICT;

-- Whom a PBI is for.
CREATE TABLE item_persona (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  item BLOB NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  persona BLOB NOT NULL REFERENCES persona (id) ON DELETE CASCADE
) STRICT;

-- References: further steps in which a PBI stands too. They count for coverage, not for totals.
CREATE TABLE item_reference (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  item BLOB NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  step BLOB NOT NULL REFERENCES step (id) ON DELETE CASCADE
) STRICT;

-- Acceptance criteria of PBIs.
CREATE TABLE criterion (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  item BLOB NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
  met INTEGER NOT NULL DEFAULT 0 CHECK (met IN (0, 1))
) STRICT;

-- The Definition of Done, rule by rule.
CREATE TABLE done_rule (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 2000)
) STRICT;

-- Which rule of the Definition of Done which PBI meets.
CREATE TABLE done_check (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  item BLOB NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  rule BLOB NOT NULL REFERENCES done_rule (id) ON DELETE CASCADE
) STRICT;

-- What stands for an activity without a PBI of this map: it is live already, done by hand, or not
-- needed. For one slice, or (slice NULL) for the whole map.
CREATE TABLE cover (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  activity BLOB NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  slice BLOB REFERENCES slice (id) ON DELETE CASCADE,
  how TEXT NOT NULL CHECK (how IN ('live', 'by-hand', 'not-needed')),
  reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 100000)
) STRICT;

-- Increments: usable stepping stones to the Product Goal, each recorded when PBIs met the Definition
-- of Done. Whether it was found usable, and what became of its value, is learned afterwards.
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

-- Which PBIs an Increment consists of.
CREATE TABLE increment_item (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  increment BLOB NOT NULL REFERENCES increment (id) ON DELETE CASCADE,
  item BLOB NOT NULL REFERENCES item (id) ON DELETE CASCADE
) STRICT;

-- What somebody said, of an Increment or a PBI. It is answered by a PBI (answer_item) or by a reason
-- (answer); without both it is open.
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

-- Findings that people set aside ("fine as it is"): a rule of the checks, the row that it was about,
-- and the row's text then. Once that is different, the rule speaks again.
CREATE TABLE dismissal (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rule TEXT NOT NULL CHECK (length(rule) BETWEEN 1 AND 100),
  about BLOB NOT NULL CHECK (length(about) = 16),
  text TEXT NOT NULL CHECK (length(text) <= 300000),
  reason TEXT NOT NULL DEFAULT '' CHECK (length(reason) <= 100000)
) STRICT;

-- Named stretches of time, to compare.
CREATE TABLE period (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 300),
  starts_on TEXT NOT NULL CHECK (length(starts_on) = 10),
  ends_on TEXT NOT NULL CHECK (length(ends_on) = 10)
) STRICT;

-- Words that mean something of their own in this product.
CREATE TABLE glossary (
  id BLOB PRIMARY KEY NOT NULL CHECK (length(id) = 16),
  rank TEXT NOT NULL CHECK (length(rank) BETWEEN 2 AND 4000),
  word TEXT NOT NULL CHECK (length(word) BETWEEN 1 AND 300),
  meaning TEXT NOT NULL DEFAULT '' CHECK (length(meaning) <= 100000)
) STRICT;

-- The history: one row per change, never changed and never removed. changeset is the output of
-- SQLite's session extension for the tables above; checksum is its CRC-32. An undo is a change of
-- its own: reverts is the id of the change that it takes back. schema is the user_version under
-- which the change was made. The changeset comes last: what stands before it is read without it.
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

-- What foreign keys and imports look up.
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
