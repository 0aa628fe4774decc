### Everything a person reads, in English. Used by the core, the command line and the window.
### Ids: module-what. One sentence says what happened, the next what to do.

## Words of the map

noun-map = map
noun-goal = Product Goal
noun-activity = activity
noun-step = step
noun-slice = slice
noun-sprint = Sprint
noun-item = PBI
noun-task = task
noun-tag = tag


## Opening and saving


## Edits that are refused

edit-error-gone = That { $what } is no longer on the map: another change removed it. Undo that change, or choose another place.
edit-error-title-empty = The name is empty. Give the { $what } a name of at least one character.
edit-error-title-too-long = The name has { $chars } characters, and { $limit } is the limit. Shorten it, or put the rest into the notes.
edit-error-text-too-long = The text has { $chars } characters, and { $limit } is the limit. Shorten it, or split it over several cards.
edit-error-no-day = “{ $text }” is no day of the calendar. Write it as year, month and day, such as 2026-03-01.
edit-error-estimate = An estimate is a number that is not negative. Give such a number, or leave it empty.
edit-error-name-taken = There is a { $what } called “{ $name }” already. Choose another name.
edit-error-read-only = This map is open read-only. Use “Save a copy” to edit it.
edit-error-file-replaced = The file of this map was moved, deleted or replaced by another program. Use “Save a copy” to keep what you see.
edit-error-busy = Another program is using the file of this map. The map is as it was before: try again in a moment.
edit-error-disk-full = The disk is full, so the change was not saved. The map is as it was before: make room and try again, or save a copy elsewhere.
edit-error-storage = The change could not be saved. The map is as it was before: try again, or save a copy elsewhere.


## The history: what changes did


## Import


## Verdicts and reasons


## Export


## Command line


## Window

