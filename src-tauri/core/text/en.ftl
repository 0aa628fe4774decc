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
noun-persona = persona
noun-criterion = acceptance criterion
noun-done-rule = rule of the Definition of Done
noun-increment = Increment
noun-feedback = feedback
noun-period = period
noun-term = word of the glossary

noun-maps = maps
noun-goals = Product Goals
noun-activities = activities
noun-steps = steps
noun-slices = slices
noun-sprints = Sprints
noun-items = PBIs
noun-tasks = tasks
noun-tags = tags
noun-personas = personas
noun-criteria = acceptance criteria
noun-done-rules = rules of the Definition of Done
noun-increments = Increments
noun-feedbacks = pieces of feedback
noun-periods = periods
noun-terms = words of the glossary

level-goal = a Product Goal
level-activity = an activity
level-step = a step
level-item = a PBI
level-task = a task
level-note = a note

verdict-empty = Empty
verdict-groundwork = Groundwork
verdict-pieces = Pieces
verdict-gaps = Gaps
verdict-part-on-purpose = Part on purpose
verdict-end-to-end = End to end
pill-empty = nothing yet
pill-whole = { $whole } of { $of } whole
pill-holes = { $count ->
    [one] 1 hole
   *[other] { $count } holes
  }
fact-not-started = Not started
fact-under-way = Under way
fact-rules-open-short = { $finished } finished, DoD open
fact-chip = { $count ->
    [one] 1 Increment
   *[other] { $count } Increments
  }
fact-rules-open = { $finished } finished, Definition of Done open
fact-not-usable = Done, not usable
fact-increments = { $count ->
    [one] 1 Increment, { $value }
   *[other] { $count } Increments, { $value }
  }
fact-value-open = value open
fact-value-confirmed = confirmed
fact-value-refuted = refuted
fact-value-some = { $confirmed } of { $of } confirmed
layer-interface = interface
layer-server = server
layer-data = database
layer-tests = tests
count-items = { $count ->
    [one] 1 PBI
   *[other] { $count } PBIs
  }
count-tasks = { $count ->
    [one] 1 task
   *[other] { $count } tasks
  }
count-points = { $count ->
    [one] 1 point
   *[other] { $count } points
  }
if-ships = if { $slice } ships

band-later = Later
band-earlier = Earlier
band-no-sprint = In no Sprint
bands-slices = Slices
bands-sprints = Sprints
lens-team = Team
lens-workshop = Workshop
sprint-whole = { $whole } whole
sprint-in-pieces = { $pieces } of { $of } in pieces
sprint-day = day { $day } of { $of }
sprint-ahead = not begun
sprint-ended = ended
sprint-no-goal = No Sprint Goal
sprint-add-goal = Add a Sprint Goal
fact-nothing-done = Nothing Done
later-items = { $count ->
    [0] nothing waits
    [one] 1 PBI, in no slice yet
   *[other] { $count } PBIs, in no slice yet
  }
earlier-items = { $count ->
    [one] 1 PBI, Done in no slice
   *[other] { $count } PBIs, Done in no slice
  }
across = Across
across-of-no-step = of no step
activity-untitled = Name this
goal-active = active
goal-next = next
goal-reached = reached
goal-abandoned = given up
goal-more = +{ $count }

line-no-pbi-yet = No PBI here yet
line-not-needed = not needed

card-also-in = also in { $step }
card-of = of { $title }
card-tasks = { $some }/{ $all }
card-pieces = { $some } of { $all } here
card-maybe-task = a task?
kind-outcome = outcome
kind-bug = bug
kind-enabler = enabler
kind-spike = spike
kind-note = note


## Opening and saving

open-error-missing = There is no such file or folder. It may have been moved or renamed: look for it, and open it from there.
open-error-exists = A file of that name is there already. Nothing was changed: choose another name.
open-error-title-empty = The title of the map is empty. Give it a title of at least one character.
open-error-title-too-long = The title has { $chars } characters, and { $limit } is the limit. Shorten it.
open-error-not-a-file = That is a folder or a device. Choose a file whose name ends in .storymap.
open-error-not-sqlite = This file is not a Throughline map. To bring in a backlog from another tool, use “Import”.
open-error-other-application = This file is another program's database, and not a Throughline map. Open it with that program, or choose another file.
open-error-newer = This map was made by a newer version of Throughline (format { $version }). Install that version to open it.
open-error-too-large = This file has { $gigabytes } gigabytes, and the limit for a map is 2. Nothing was changed: split the map, or start a new one.
open-error-schema = This file differs from the published format of a map at “{ $object }”, so it is left alone. Nothing in it was run or changed: ask for a copy made by Throughline itself.
open-error-damaged = This file is damaged. Nothing in it was changed: open a backup or another copy of it.
open-error-no-permission = You may not read or write there. Ask for permission, or choose another place.
open-error-disk-full = The disk is full. Nothing was changed: make room and try again, or choose another disk.
open-error-busy = Another program is using this file. Nothing was changed: try again in a moment.
open-error-storage = The file could not be read or written: { $answer }. Nothing was changed: try again, or choose another place.

read-only-asked = This map is open to read. To change it, open it for editing, or use “Save a copy”.
read-only-folder = This file or its folder cannot be written, so the map is open to read. To change it, use “Save a copy”.
read-only-newer = A newer version of Throughline has taken this file over, so the map is open to read. Install that version, or use “Save a copy”.
read-only-file-replaced = The file of this map was moved, deleted or replaced by another program. Use “Save a copy” to keep what you see.


## Edits that are refused

edit-error-gone = That { $what } is no longer on the map: another change removed it. Undo that change, or choose another place.
edit-error-title-empty = The name is empty. Give the { $what } a name of at least one character.
edit-error-title-too-long = The name has { $chars } characters, and { $limit } is the limit. Shorten it, or put the rest into the notes.
edit-error-text-too-long = The text has { $chars } characters, and { $limit } is the limit. Shorten it, or split it over several cards.
edit-error-rule-too-long = This { $what } has { $chars } characters, and { $limit } is the limit. Split it in two, or put the rest into the notes.
edit-error-nested = Edits that are to be one change must be single edits. Name them one after the other.
edit-error-no-day = “{ $text }” is no day of the calendar. Write it as year, month and day, such as 2026-03-01.
edit-error-ends-before-it-starts = This period ends before it starts. Choose a last day that is not before the first.
edit-error-no-rule = No rule of the checks has that name. Use the name that stands beside the finding.
edit-error-estimate = An estimate is a number that is not negative. Give such a number, or leave it empty.
edit-error-name-taken = There is a { $what } called “{ $name }” already. Choose another name.
edit-error-read-only = This map is open read-only. Use “Save a copy” to edit it.
edit-error-file-replaced = The file of this map was moved, deleted or replaced by another program. Use “Save a copy” to keep what you see.
edit-error-busy = Another program is using the file of this map. The map is as it was before: try again in a moment.
edit-error-cancelled = Cancelled. The map is as it was before.
edit-error-disk-full = The disk is full, so the change was not saved. The map is as it was before: make room and try again, or save a copy elsewhere.
edit-error-line = Line { $line } is no edit, or names something that is not on the map. Nothing was changed: correct the line and try again.
edit-error-storage = The change could not be saved. The map is as it was before: try again, or save a copy elsewhere.


## The history: what changes did

label-add = Add { $what } “{ $name }”
label-add-untitled = Add an untitled { $what }
label-rename = Rename { $what } to “{ $name }”
label-rename-untitled = Take the name off a { $what }
label-change = Change { $what } “{ $name }”
label-change-untitled = Change an untitled { $what }
label-change-many = Change { $count } { $what }
label-move = Move { $what } “{ $name }”
label-move-untitled = Move an untitled { $what }
label-move-many = Move { $count } { $what }
label-remove = Remove { $what } “{ $name }”
label-remove-untitled = Remove an untitled { $what }
label-remove-many = Remove { $count } { $what }
label-remove-kept = { $kept ->
    [1] { $removed }, 1 PBI kept
   *[other] { $removed }, { $kept } PBIs kept
  }
label-become = Make “{ $name }” { $to }
label-become-untitled = Make an untitled card { $to }
label-become-many = Make { $count } cards { $to } each
label-import = { $count ->
    [1] Import 1 card from { $name }
   *[other] Import { $count } cards from { $name }
  }
label-import-unnamed = { $count ->
    [1] Import 1 card
   *[other] Import { $count } cards
  }
label-dismiss = Leave { $what } “{ $name }” as it is
label-dismiss-untitled = Leave an untitled { $what } as it is
label-end-sprint = End Sprint “{ $name }”
label-example = Add the example map
label-undo = Undo: { $of }
label-redo = Redo: { $of }

history-error-no-such-change = The history has no change { $seq }. Look at the history, and choose one that is in it.
history-error-in-the-way = Later changes build on this one, so it cannot be taken back alone. Undo those first, or change the cards by hand.
history-error-undone-already = This change was taken back already. Look at the history: to bring it back, undo its undo.
history-error-other-schema = This change was made by a version of Throughline with another format ({ $schema }). It cannot be taken back: change the cards by hand.
history-error-damaged = What the history holds of change { $seq } is damaged. The map is as it was before: change the cards by hand, or go back to a backup.


## Import

import-error-empty = The file is empty. Choose the file that you exported.
import-error-too-large = The file has { $megabytes } MB, and { $limit } MB is the limit. Export fewer issues at a time, or fewer columns.
import-error-not-text = This file is neither a table of text (CSV) nor an outline. Export it as CSV, or save the workbook as CSV, and choose that file.
import-error-no-headings = The table has no headings. Give its columns names in the first line; that of the titles is “Summary” or “Title”.
import-error-no-title-column = No column holds the titles: the table has { $headings }. Name one of them “Summary” or “Title”.
import-error-malformed = The quote in the record that begins on line { $line } is never closed, so the rest of the file cannot be told apart. Close it, or export the file again.
import-error-no-rows = There are no rows in the file, at most headings and blank lines. Choose another file, or export it again with the issues in it.
import-error-cancelled = The import was cancelled, and nothing came into the map.

import-what-no-title = The row has no title.
import-what-no-title-heading = No heading says which column has the titles.
import-what-headings-again = The row says the headings again.
import-what-title-too-long = The name has { $chars } characters, too many for one line on a card.
import-what-no-number = “{ $value }” is not a number.
import-what-unclear-date = “{ $value }” can be read as more than one day, or as none.
import-what-unknown-status = “{ $value }” is no status that says whether it is Done.
import-what-undelivered = “{ $value }” says that it was closed without being delivered.
import-what-nested = It is below “{ $value }”, which cannot hold it.
import-what-missing-parent = Its parent “{ $value }” is not in the file.
import-what-parent-circle = Its parents go round in a circle, back to “{ $value }”.
import-what-repeated-key = The key “{ $value }” stands in an earlier row too.
import-what-several-versions = It has several fix versions, { $others } among them.
import-what-text-too-long = The text has { $chars } characters, more than a card keeps.
import-what-no-issues = { $count ->
    [one] 1 entry is no open issue: a pull request, or something closed.
   *[other] { $count } entries are no open issues: pull requests, or something closed.
  }
import-what-extra-cells = The row has more cells than there are headings.
import-what-bad-bytes = Some characters cannot be read.

import-done-skipped = The row was left out.
import-done-taken-as-title = This one was taken, because it has words of its own in most rows.
import-done-cut-whole-in-notes = It was cut at a word, and stands whole in the notes.
import-done-cut-whole-in-row = It was cut at a word, and stands whole in the row that is kept with it.
import-done-left-empty = The field was left empty.
import-done-not-done = It counts as not Done.
import-done-no-parent = It came in without a parent.
import-done-made-from-summary = The parent was made from what the row says of it.
import-done-last-counts = The last one counts.
import-done-key-numbered = It came in with a number behind its key.
import-done-cut = The end was cut off.
import-done-not-counted = They were left out, and are no rows here.
import-done-ignored = The surplus was left out.
import-done-replaced = “�” stands in their place.
import-done-beside = It came in beside it.
import-done-kept = What people wrote stays.

import-kept = The file says “{ $value }”, but people changed the { $field } on the map.
import-kept-emptied = The file has nothing there, but people changed the { $field } on the map.
import-kept-level = “{ $value }” is something else in the file than on the map: an activity, a step, a PBI or a task.

field-title = title
field-notes = notes
field-kind = kind
field-estimate = estimate
field-status = status
field-parent = place
field-level = level


## Verdicts and reasons

reason-nothing-planned = Nothing is planned here yet. Drag PBIs into it.
reason-only-groundwork = { $count ->
    [one] One enabler or spike and nothing to show. It makes something possible; add the PBI that it is for.
   *[other] { $count } enablers and spikes and nothing to show. They make something possible; add the PBIs that they are for.
  }
reason-in-pieces = { $of ->
    [one] The one PBI that this touches is in pieces: nobody can use it yet. Take the whole PBI, or split off a thinner one that is whole here.
   *[other] { $pieces } of { $of } PBIs are in pieces: nobody can use them yet. Take whole PBIs, or split off thinner ones that are whole here.
  }
reason-tasks-alone = { $count ->
    [one] One task stands alone, without the PBI that it is for. Put it below its PBI.
   *[other] { $count } tasks stand alone, without the PBIs that they are for. Put them below their PBIs.
  }
reason-looks-technical = { $count ->
    [one] One looks technical. Right? Make it a task of the PBI that it serves, or declare what it is.
   *[other] { $count } look technical. Right? Make them tasks of the PBIs that they serve, or declare what they are.
  }
reason-every-activity-covered = { $count ->
    [0] Every activity is marked: live, done by hand, or not needed.
    [one] The one activity that it needs is covered.
   *[other] Every activity that it needs is covered, all { $count }.
  }
reason-hole = Nothing for “{ $activity }” yet. Bring a PBI of that activity in, as thin as it can be.
reason-hole-untitled = Nothing yet for an activity that has no name. Bring a PBI of that activity in, as thin as it can be.
reason-gaps-for = { $count ->
    [one] Not for { $persona }: one activity that they need is not covered.
   *[other] Not for { $persona }: { $count } activities that they need are not covered.
  }
reason-holes-above = { $count ->
    [one] A hole that a slice above names already is still open.
   *[other] { $count } holes that slices above name already are still open.
  }
reason-no-journey = The map has no activities yet, so nobody can see what journey this completes. Name the large things that users do, from left to right.
reason-if-ships = If “{ $slice }” ships: it covers what is missing here.
reason-on-purpose = A part on purpose: { $reason }

# What to change, so that a slice or a Sprint delivers more.
repair-bring-rest = Bring the rest of “{ $item }” here
repair-bring = Bring “{ $item }” here
repair-close-hole = Bring “{ $item }” here for “{ $activity }”
repair-go-through = { $count ->
    [one] Go end to end: bring one PBI here
   *[other] Go end to end: bring { $count } PBIs here
  }
repair-new = Write a new PBI for “{ $activity }”
repair-new-untitled = Write a new PBI for the activity that has no name
repair-mark = Mark “{ $activity }” as { $how }
repair-mark-untitled = Mark the activity that has no name as { $how }
repair-part-on-purpose = Say that this is a part on purpose
covered-live = live already
covered-by-hand = done by hand
covered-not-needed = not needed


## Checks

check-technical-task-likely = { $words ->
    [none] Among its neighbours this looks like a task of the team: nobody outside would notice it alone.
   *[other] { $words }: this looks like a task of the team. Nobody outside would notice it alone.
  }
check-technical-task-maybe = { $words ->
    [none] Among its neighbours this may be a task of the team.
   *[other] { $words }: this may be a task of the team.
  }
check-technical-task-fix = Say what somebody will be able to do once it is done, and keep this as a task below that. Or declare what it is: an enabler, a spike, a bug.

check-no-means = It names a role and not what is wanted.
check-no-means-fix = Add what they want: “As a …, I want …”. A plain title without a role is fine too.
check-empty-benefit = { $words } says nothing that the wish does not say already.
check-empty-benefit-fix = Say what they gain by it, or leave “so that” out.
check-several-actions = { $words }: these are two actions in one PBI.
check-several-in-one-verb = { $words } stands for several actions at once.
check-several-actions-fix = Make a PBI of each action, and take the one that is needed first.
check-notes-in-title = { $words } is a remark beside the point.
check-notes-in-title-fix = Move remarks and examples into the notes, or make acceptance criteria of them.
check-vague = { $words }: everyone reads this differently, so nobody can tell when it is met.
check-vague-fix = Say how one would notice: a number, a limit, an example.
check-twins = It asks for the same as { $words }.
check-twins-fix = Keep one of the two. A thin and a thick version belong in different slices.
check-too-large = { $words } points are more than three times what is usual here.
check-too-many-parts = So many tasks or acceptance criteria are more than one PBI.
check-too-large-fix = Split it by steps of the workflow, by operation, by rule, by data or by the way in; a spike comes last. Each part should be something that somebody can use.
check-goal-without-measure = This Product Goal is active, and nobody can tell when it is reached.
check-goal-without-measure-fix = Say how you will notice: which number changes, by how much?
check-several-active-goals = { $words } is active too. A Product Goal is pursued one at a time.
check-several-active-goals-fix = Keep one active, and make the others next.
check-sprint-without-goal = PBIs are selected for this Sprint, and it has no Sprint Goal.
check-sprint-without-goal-fix = Say in one sentence why this Sprint is valuable to whoever gets the Increment.
check-sprint-goal-is-a-list = This Sprint Goal lists tickets: { $words }.
check-sprint-goal-is-a-list-fix = Say what the Sprint is for. The list is the plan, and the plan may change while the goal stays.
check-backbone-of-layers = { $words } is a part of the software. No user takes it as a step.
check-backbone-of-layers-fix = Name activities after what people do, from left to right.

## Export

export-error-no-ending = The name of the picture has no ending, so its format is not clear. End it in “.png” or “.svg”.
export-error-unknown-ending = A picture cannot be written as “.{ $ending }”. End its name in “.png” or “.svg”.
export-error-scale = A picture can be from 0.1 to 8 times as large as the map. Choose a scale between these.
export-error-too-large = The picture would have { $width } × { $height } pixels, and { $megapixels } megapixels are the limit. Choose a smaller scale, export fewer slices, or write an SVG, which has no limit.
export-error-too-large-to-copy = The picture would have { $width } × { $height } pixels, and the clipboard takes { $megapixels } megapixels. Choose a smaller scale or less of the map, or save it as a file.
export-error-no-day = “{ $text }” is no day of the calendar. Write the date as year, month and day, such as 2026-03-01.
export-error-nothing = None of this has a place on the map, so there is nothing to draw. What lies in the tray stays out of pictures.
export-error-no-folder = The folder for the picture is not there. Choose another place.
export-error-not-allowed = The picture cannot be written there, because the folder is protected. Choose another place.
export-error-disk-full = The disk is full, so the picture was not written. Make room, or choose another place.
export-error-is-folder = There is a folder of that name. Choose another name for the picture.
export-error-not-written = The picture could not be written. Try again, or choose another place.
export-error-cancelled = The export was cancelled, and nothing was written.


## Pictures

picture-day = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
picture-day-short = { $day } { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
picture-days = { $first } – { $last }

## Command line

cli-made = Made { $file }.
cli-imported = Brought into { $file } as one change: “undo” takes it back.
cli-imported-nothing-new = { $file } had all of it already: nothing was changed.
cli-check-summary = { $checked ->
    [one] 1 PBI, about { $share } % of it technical.
   *[other] { $checked } PBIs, about { $share } % of them technical.
  }
cli-check-likely = { $count ->
    [one] 1 looks like a technical task:
   *[other] { $count } look like technical tasks:
  }
cli-check-maybe = { $count ->
    [one] 1 may be a technical task:
   *[other] { $count } may be technical tasks:
  }
cli-check-hint = { $count ->
    [one] 1 deserves a second look:
   *[other] { $count } deserve a second look:
  }
cli-import-rows = rows, of which
cli-import-structure = became activities, steps, tags and the like
cli-import-skipped = were skipped
cli-import-updated = of the rows were on the map before
cli-problem = Line { $line }: { $what } { $done }
cli-problem-in-column = Line { $line }, “{ $column }”: { $what } { $done }
cli-problem-in-rows = { $more ->
    [one] Line { $line } and 1 more: { $what } { $done }
   *[other] Line { $line } and { $more } more: { $what } { $done }
  }
cli-problem-in-rows-of-column = { $more ->
    [one] Line { $line } and 1 more, “{ $column }”: { $what } { $done }
   *[other] Line { $line } and { $more } more, “{ $column }”: { $what } { $done }
  }
cli-exported = Wrote { $file }.
cli-nothing-to-undo = There is nothing to undo.
cli-nothing-to-redo = There is nothing to redo.
cli-holes = Nothing yet for { $activities }. Bring a PBI of each in, as thin as it can be.
cli-no-slices = The map has no slices yet. Add one in the window, or with an “addSlice” edit.
cli-no-slice = There is no slice called “{ $name }”. There are: { $names }.
cli-no-slice-at-all = There is no slice called “{ $name }”: the map has none yet. Add one in the window, or with an “addSlice” edit.
cli-no-edit = It is no edit as JSON ({ $why }). See “edit --help” for examples.
cli-refused-line = Line { $line } was refused, and the lines after it were not read. { $why }
cli-nobody-reads = Nobody reads the answers any more. Line { $line } is stored, and the lines after it were not read.
cli-stdin-unreadable = Standard input cannot be read ({ $why }). Check what is piped into this command.
cli-source-missing = There is no file { $file }. Check the name and the folder.
cli-source-unreadable = { $file } cannot be read ({ $why }). Check that it is a file and that you may read it.
cli-not-written = The result could not be written ({ $why }). Check where standard output goes.
cli-info-tray = of these in the tray
cli-info-changes = changes in the history

cli-no-sprint = There is no Sprint called “{ $name }”. There are: { $names }.
cli-no-sprint-at-all = There is no Sprint called “{ $name }”: the map has none yet. Add one in the window, or with an “addSprint” edit.
cli-no-sprints = The map has no Sprints yet. Add one in the window, or with an “addSprint” edit.
cli-fact = Fact: { $fact }.
cli-cheapest = Cheapest: { $what } → { $verdict }.
report-horizontal = All of one layer ({ $layer }): a slice goes through the layers.
cli-file-not-written = { $file } could not be written ({ $why }). Check the folder, and that there is room.

# A Sprint as a page of Markdown.
page-sprint-goal = Sprint Goal: { $goal }
page-nothing-selected = Nothing is selected yet.
page-pieces = in pieces, { $here } of { $total } here
page-elsewhere = not in this Sprint
page-tasks-alone = Tasks without a PBI
page-went-back = Went back to the Product Backlog
page-definition-of-done = Definition of Done
page-everyone = Everyone
page-nothing-for = Nothing to show { $persona } this time.
page-on-day-can = On { $day }, { $persona } can …
page-can = { $persona } can …
page-mended = Nobody meets this any more
page-not-yet = Nothing to show yet
page-groundwork = Groundwork
page-if-done = if Done by then
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday

print-untitled = (untitled)
print-goal-active = active
print-goal-reached = reached
print-goal-abandoned = abandoned
print-over = Over:
print-outcome = Outcome:
print-measure = Measure:
print-backbone = Backbone
print-sprint-goal = Sprint Goal:
print-slice = Slice: { $name }
print-closed = closed on { $day }
print-for-goal = Product Goal:
print-part-on-purpose = Part on purpose:
print-tray = Tray
print-tasks-alone = Tasks alone
print-points = { $points ->
    [1] 1 point
   *[other] { $points } points
  }


## Window

window-error-ended = This map was closed while you were working on it. Everything confirmed is in its file: open it again.
window-error-no-map = This window shows no map. Open one, or make a new one.
window-error-not-painted = The picture was not painted. Try again.
window-error-not-copied = The clipboard did not take the picture. Save it as a file instead.
window-error-no-import = What was read is no longer waiting here. Choose the file again.
window-error-not-one-file = One file at a time can be brought in. Drop a single file.
window-error-no-link = This address is neither a page nor a mail address, so it is not opened. Correct it, or open it by hand.
window-error-not-opened = No program opened the link: { $why }. Choose a browser in the system's settings, and try again.
window-error-cancelled = Cancelled. Nothing was changed.
window-error-unreadable = The file could not be read or written: { $why }. Check that it is still there and that you may use it.
window-error-no-window = No window could be opened: { $why }. Close some windows and try again.


window-no-map = Throughline
window-menu = { $name }: menu
window-new = New map…
window-open = Open a map…
window-example = Open the example map
window-import = Import a backlog…
window-export = Export a picture…
window-save-copy = Save a copy…
window-rename-map = Rename this map
window-undo = Undo
window-redo = Redo
window-undo-what = Undo: { $what }
window-redo-what = Redo: { $what }
window-undone = Undone: { $what }
window-redone = Done again: { $what }
window-remove = Delete
window-day-form = YYYY-MM-DD
window-cancel = Cancel
window-shut = Close
window-keep = Enter keep
window-private = Nothing leaves this computer
window-saved = saved
window-saving = saving
window-read-only = open to read
window-count-activities = { $count ->
    [one] 1 activity
   *[other] { $count } activities
  }

window-map = Map
window-activities = Activities
window-steps = Steps
window-slices = Slices
window-goals = Product Goals
window-goal-name = Product Goal { $title }
window-activity-name = activity { $title }
window-step-name = step { $title }
window-step-untitled = untitled step
window-slice-name = slice { $name }
window-band-folded = { $name }, folded
window-of-so-many = { $position } of { $size }
window-cell-empty = { $where }, empty. { window-type-to-add }
window-cell-empty-shut = { $where }, empty
window-state-task = task
window-state-done = Done
window-state-pieces = in pieces
window-slice-sentence = { $name }. Plan: { $plan }{ $reason }. Fact: { $fact }. { $count }.
window-slice-holes = , nothing for { $activities }
window-hole-ahead = Hole in { $activity }
window-across-head = Across, of no step
window-shut-count = { $count ->
    [0] { $where }, folded, empty
    [one] { $where }, folded, 1 card
   *[other] { $where }, folded, { $count } cards
  }
window-lenses = Lens
window-lens-now = { $lens } lens
window-look-team = Look as the team
window-look-workshop = Look as in a workshop
window-bands = Bands of the map
window-bands-slices = Bands are slices
window-bands-sprints = Bands are Sprints
window-to-slices = Show slices
window-to-sprints = Show Sprints
window-plan-shown = What each slice delivers is shown
window-plan-hidden = What each slice delivers is hidden
window-show-plan = show what each slice delivers
window-hide-plan = hide what each slice delivers
window-next-line = next slice line
window-line-name = Slice { $number }
window-line-made = { $name } begins under { $above }
window-capture = new card
window-captured = { $title } is in { $where }
workshop-activities = { $some } of { $all } activities
workshop-cards = { $count ->
    [one] 1 card
   *[other] { $count } cards
  }
window-more = { $count } more
window-more-name = { $count } more in { $where }. Shows all of Later
window-block-whole = whole
window-block-done = done
window-block-pieces = in pieces
window-block-hollow = a task?
window-block-groundwork = groundwork
window-key-near = to 100 %
window-show-minimap = Show the minimap
window-hide-minimap = Hide the minimap
window-minimap-shown = The minimap is shown.
window-minimap-hidden = The minimap is hidden.
window-zoom-in = Larger
window-zoom-out = Smaller
window-zoom-whole = To 100 %
window-zoom-map = Show the whole map
window-zoom-selection = Zoom to the selection
window-zoom-percent = { $percent } %
window-fewer = Show fewer
window-fewer-later = Show fewer cards of Later
window-all-later = Show all cards of Later
window-later-open = All cards of Later are shown
window-later-short = Later shows a few cards of each cell
window-fold = Fold { $name }
window-unfold = Unfold { $name }
window-fold-this = Fold or unfold
window-folded = { $name } is folded
window-unfolded = { $name } is open
window-focus = Focus on this
window-leave-focus = Leave the focus
window-focused = Focus on { $name }
window-unfocused = The whole map is seen again
window-key-leave-focus = see all
window-key-focus-other = focus on another
window-key-fold = fold
window-key-turn = slices or Sprints
window-key-add-sprint = Sprint
window-add-sprint = Sprint
window-new-sprint = New Sprint
window-sprint-placeholder = What is it called?

window-add-activity = Activity
window-add-step = Add a step
window-add-slice = Slice
window-new-activity = New activity
window-new-step = New step
window-new-slice = New slice
window-add-goal = Product Goal
window-new-goal = New Product Goal
window-goal-placeholder = What will be different?
window-new-card = New PBI, { $where }
window-rename = New name for { $name }
window-activity-placeholder = What do they do?
window-step-placeholder = And in it?
window-slice-placeholder = What ships together?
window-card-placeholder = What can somebody do?
window-type-to-add = Type to add
window-moved = Moved: { $where }
window-moved-below = Now a task of { $title }
window-goal-reaches = { $title } concerns { $activities }
window-referred = Also in { $step } now
window-moved-many = { $count } cards moved, the one in focus: { $where }
window-selected-steps = { $count ->
    [one] 1 step selected
   *[other] { $count } steps selected
  }
window-select-all = Select all cards here
window-selected = { $count ->
    [0] Nothing is selected
    [one] { $count } card selected
   *[other] { $count } cards selected
  }

act-menu = Menu of what has the focus
act-rename = Rename
act-add-card = New PBI here
act-add-step = New step
act-add-activity = New activity
act-add-slice = New slice
act-add-sprint = New Sprint
act-add-goal = New Product Goal
act-called = “{ $name }”{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
  }
act-way = { $key } { $what }
act-is-now = { $name }: { $is }
act-kind = Kind
act-kind-outcome = Outcome
act-kind-bug = Bug
act-kind-enabler = Enabler
act-kind-spike = Spike
act-kind-note = Note
act-kind-undeclared = Undeclared
act-undeclared-now = undeclared
act-done = Done
act-done-now = { $name } is Done
act-not-done-now = { $name } is not Done any more
act-done-with-rules = { $name } is Done. The Definition of Done also asks: { $rules }
act-estimate = Estimate…
act-estimate-of = Points for { $name }
act-estimate-placeholder = Type a number, or choose
act-estimate-nothing = An estimate is a number that is not negative.
act-no-estimate = No estimate
act-not-estimated = not estimated
act-on-some = { $some } of { $all }
act-tags = Tags…
act-tags-of = Tags of { $name }
act-tags-placeholder = A tag, known or new
act-tags-nothing = No tags yet. Type the first one.
act-new-tag = New tag “{ $tag }”
act-tagged = { $name } has the tag { $tag }
act-untagged = { $name } has the tag { $tag } no more
act-personas = Personas…
act-personas-of = Whom { $name } is for
act-personas-placeholder = A persona, known or new
act-personas-nothing = No personas yet. Type the first one.
act-new-persona = New persona…
act-new-persona-placeholder = What are they called?
act-new-persona-what = A persona is a kind of person whom the product is for, such as “Commuter”.
act-new-persona-named = New persona “{ $who }”
act-persona-made = { $who } is a persona of this map
act-for = { $name } is for { $who }
act-not-for = { $name } is for { $who } no more
act-remove-persona = Delete a persona…
act-remove-persona-which = Which persona goes? What was for it stays
act-personas-placeholder-known = A persona of this map
act-personas-none = No persona has these words.
act-removed-persona = Deleted persona { $name }: what was for them stays
act-goalState = Where it stands
act-goal-active = Active: worked toward now
act-goal-next = Next
act-goal-reached = Reached
act-goal-abandoned = Given up
act-move = Move to…
act-move-what = Move { $name } to
act-move-placeholder = A slice, a Sprint, a step, or the tray
act-move-nothing = No slice, Sprint or step has these words.
act-together = Bring together
act-together-now = { $name } is together with its tasks
act-go-to-item = Go to the PBI
act-take-reference = Take this reference off
act-reference-off = { $name } does not stand in this step any more
act-removed = Deleted { $name }
act-removed-with = Deleted { $name }: { $where }
act-removed-goal = Deleted { $name }: its activities stay
act-steps = { $count } steps
act-kept-across = { $count ->
    [one] 1 PBI stands Across
   *[other] { $count } PBIs stand Across
  }
act-kept-later = { $count ->
    [one] 1 PBI waits in Later
   *[other] { $count } PBIs wait in Later
  }
act-kept-unplanned = { $count ->
    [one] 1 PBI is in no Sprint now
   *[other] { $count } PBIs are in no Sprint now
  }
act-kept-tray = { $count ->
    [one] 1 PBI waits in the tray
   *[other] { $count } PBIs wait in the tray
  }
act-level = Make it
act-level-goal = A Product Goal
act-level-activity = An activity
act-level-step = A step
act-level-item = A PBI
act-level-task = A task of…
act-level-note = A note
act-became = { $name } is { $level } now
act-task-of = Of which PBI is { $name } a task?
act-task-placeholder = Words of the PBI
act-task-nothing = No PBI has these words.
act-task-loose = Of none yet: a loose task in the tray
act-task-loose-now = { $name } is a loose task now
act-group = Group into an activity
act-grouped = { $count ->
    [one] 1 step is an activity of its own
   *[other] { $count } steps are one activity
  }

window-tray = Tray
window-news = News
window-tray-open = Open the tray
window-tray-shut = Shut the tray
window-tray-empty = What has no place yet waits here. Drag cards in and out.
window-trayItems = Items
window-trayTasks = Tasks without a PBI
window-trayNotes = Parking lot

window-key-walk = walk
window-key-open = open
window-key-rename = rename
window-key-add-card = add
window-key-add-step = step
window-key-add-slice = slice
window-key-move = move
window-key-remove = delete
window-key-write = write a card
window-key-keep = keep
window-key-leave = leave
window-key-add-goal = goal
window-key-stretch = reach
window-key-group = group
window-key-kind = kind
window-key-done = Done
window-key-move-to = move to
window-key-put-back = put back
window-key-refer = also in this step
window-key-keep-steps = keep each step
window-own-steps = each in its own step
window-stay-in-pieces = { $of ->
    [one] it stays in pieces
   *[other] { $count } of { $of } PBIs stay in pieces
  }

window-details = Details
window-no-story = No story yet
window-key-story = story
window-key-to-map = back to the map
window-key-next-card = next card
window-key-add-task = add a task
window-key-report = report
window-key-cheapest = cheapest change
window-key-next-band = next band

panel-of = Details of { $name }
panel-title = Title
panel-remove = Remove { $name }
panel-no-place = In the tray
panel-whole-map = For the whole map
panel-step = Step
panel-activity = Activity
panel-slice = Slice
panel-sprint = Sprint
panel-goal = Product Goal
panel-goal-change = Product Goal…
panel-personas = Personas
panel-personas-change = Personas…
panel-done-rules = Definition of Done
panel-done-rules-change = Definition of Done…
panel-everyone = Everyone
panel-notes = Notes
panel-notes-hint = Add notes, in Markdown
panel-notes-write = Change

item-to-do = To do
item-done = Done
item-for-whom = For whom?
item-estimate = Estimate
item-points = { $count ->
    [one] point
   *[other] points
  }
item-tag = Tag
item-untag = Take the tag { $tag } off
item-kind = Kind
item-kind-outcome = Outcome
item-kind-bug = Bug
item-kind-enabler = Enabler
item-kind-spike = Spike
item-kind-note = Note
item-in-pieces = In pieces.
item-delivered-with = Delivered with { $band }, where its last task is.
item-bring-together = Bring together
item-story = Story
item-story-persona = Who wants it
item-story-persona-hint = who? Or type the whole sentence
item-story-want = What they want
item-story-want-hint = to do what?
item-story-benefit = What they gain by it
item-story-benefit-hint = what do they gain by it?
item-criteria = Accepted when
item-add-criterion = Add a criterion
item-some-of = { $some } of { $all }
item-tasks = Tasks
item-tasks-away = { $here } here, { $away } elsewhere
item-add-task = Add a task
item-task-menu = More for { $title }
item-task-back = Bring back to its PBI
item-task-pull = Pull alone into { $slice }
item-task-promote = Make it a PBI
item-task-move = Move to another PBI…
item-rules-met = { $some } of { $all } rules met
item-fine = Fine as it is
item-source = From { $name }
item-source-open = Open its page

step-personas = Who takes this step
slice-outcome = Outcome
slice-outcome-hint = What will be different for whom?
slice-no-goal = No Product Goal
slice-serves = Whom it serves
slice-serves-its-items = Those of its PBIs
slice-part = Part on purpose
slice-part-hint = Why is this no whole journey? Empty: it is none on purpose
slice-closed = Closed on
sprint-goal = Sprint Goal
sprint-goal-hint = Why is this Sprint valuable?
sprint-first-day = First day
sprint-last-day = Last day
goal-state = State
goal-state-next = Next
goal-state-active = Active
goal-state-reached = Reached
goal-state-abandoned = Given up
goal-outcome = Outcome
goal-outcome-hint = What will be different for whom?
goal-measure = Measure
goal-measure-hint = Which number changes, by how much?
goal-concerns = Activities that it concerns
persona-add = Add a persona
persona-about = Who { $name } is
persona-about-hint = Who is that?
done-what = What every PBI must be to be Done. A PBI that meets it is an Increment.
done-add = Add a rule

window-find = Find or do
window-help = Keys
window-as-system = As the system, light or dark
window-light = Light
window-dark = Dark
window-high-contrast = High contrast
help-title = Keys
help-find = Ctrl K finds whatever can be done, by its name
help-group-map = On the map
help-group-cards = Cards and changes
help-group-look = Find and look
help-group-file = Maps and files
help-group-empty = Where there is no map
help-walk = Walk
help-home = To the beginning or the end of a row
help-open = Open a card; name anything else
help-story = Show the story of a card
help-write = Write a card in an empty cell
help-move = Move what has the focus
help-extend = Select further cards
help-stretch = Move the end, or the beginning, of a Product Goal
help-fold = Fold or unfold
help-pan = Move the map by a page
help-back = One level back
help-region = To the next part of the window, and back
palette-placeholder = A card, a step, a slice, or what you want to do
palette-list = What was found
palette-found = { $count } found
palette-nothing = Nothing on this map and nothing to do has these words. Try fewer letters.
palette-enter = Enter
palette-cards = Cards
palette-map = Map
palette-do = Do
palette-way-choose = choose
palette-way-go = go
palette-way-only-do = only what to do
palette-way-tags = tags
palette-way-personas = personas

window-empty-head = Tell the journey.
window-empty-head-2 = Cut it so that every slice is usable.
window-start = Start from a goal
window-untitled-map = Untitled map
window-empty-goal = Start from a goal
window-empty-goal-what = One Product Goal with a measure. Then tell what people do, left to right.
window-empty-paste = Paste a list
window-empty-paste-what = A to-do list, an outline or rows of a spreadsheet. You see first what becomes what.
window-empty-import = Import a backlog
window-empty-import-what = Jira, Azure DevOps, Trello, GitHub, CSV or Markdown. You see first what goes where.
window-empty-drop = or drop a file anywhere in this window
window-empty-example = Open the example map “Corner”
window-lesson-goal = Product Goal
window-lesson-goal-title = Regulars skip the queue
window-lesson-activities = Activities
window-lesson-find = Find a café
window-lesson-order = Order ahead
window-lesson-pay = Pay
window-lesson-collect = Collect
window-lesson-pieces = Tasks of many PBIs. After two weeks, nothing to show.
window-lesson-end-to-end = One whole PBI each. Somebody can use it.
window-lesson-task-find = API endpoint
window-lesson-task-order = Form layout
window-lesson-task-pay = Database fields
window-lesson-task-collect = Write tests
window-lesson-item-find = See the closest cafés
window-lesson-item-order = Choose size and milk
window-lesson-item-pay = Pay at the counter
window-lesson-item-collect = Collect by name

recent-maps = Recent maps
recent-missing = { $folder } · not there any more
recent-forget = Take { $name } off this list
recent-open = Open { $name }
palette-recent = Recent maps

first-goal-head = What will be different?
first-goal-what = A Product Goal says what people will be able to do or have that they have not now. Everything on the map serves it.
first-goal-title = Product Goal
first-goal-title-hint = Such as: regulars skip the queue
first-goal-measure = Measure of the Product Goal
first-goal-measure-hint = Such as: order to cup, 9 → 4 min
first-goal-then = Enter goes on to its measure. Esc leaves the goal for later.
first-goal-then-measure = Enter goes on to what people do. An empty measure can be written later.

window-first-head = What do people do?
window-first-what = An activity is a large thing that people do, such as “Find a café” or “Pay”. Written from left to right, activities tell the journey that the product is for.
window-first-type = Type the first activity…
window-first-then = Enter keeps it and opens the next one. Steps, slices and cards come below.

window-job-read = Reading the backlog
window-job-import = Bringing it in
window-job-export = Drawing the picture
window-copied = Copied the picture, { $width } × { $height } px
window-exported = Exported { $file }
window-saved-as = Saved as { $file }
window-imported = { $count ->
    [one] 1 card imported from { $file }
   *[other] { $count } cards imported from { $file }
  }
window-import-pasted = Pasted list
window-import-drop = Drop to import
window-import-drop-what = You see first what goes where; nothing is changed before you say so.
window-import-drop-not = This map cannot be edited: nothing can be brought into it.
window-paste = Paste a list
window-paste-what = One line each. Lines that are indented are below the one above them: activity, step, PBI, task.
window-paste-field = The list
window-paste-example = Pay
    {"    "}Pay by card
    {"    "}Pay at the counter
window-paste-read = See what it becomes
window-import-no-text = There is no text on the clipboard. Copy rows of a spreadsheet or a list, and paste them here.
window-import-file = Import { $file }
window-import-of-kind = { $kind }, { $count ->
    [one] 1 row, read whole
   *[other] { $count } rows, read whole
  }
window-import-kind-jira = Jira CSV
window-import-kind-github = GitHub issues
window-import-kind-trello = Trello board
window-import-kind-table = Table
window-import-kind-outline = Outline
window-import-take = Import as one change
window-import-reading = How to read it
window-import-epics-as-items = Epics → PBIs, issues → tasks
window-import-epics-as-activities = Epics → activities, issues → PBIs
window-import-first-epics-as-items = offered first: { $technical } % of the rows look technical
window-import-first-epics-as-activities = offered first: as most trackers mean it
window-import-other-epics-as-items = for issues that are parts of their epics
window-import-other-epics-as-activities = as most trackers mean it
window-import-comes = { $activities ->
    [0] { "" }
    [one] 1 activity,{ " " }
   *[other] { $activities } activities,{ " " }
  }{ $items ->
    [one] 1 PBI
   *[other] { $items } PBIs
  }{ $tasks ->
    [0] { "" }
    [one] , 1 task below its PBI
   *[other] , { $tasks } tasks below their PBIs
  }{ $loose ->
    [0] { "" }
    [one] , 1 loose task
   *[other] , { $loose } loose tasks
  }
window-import-rows = Rows
window-import-rows-all = All { $count }
window-import-rows-open = Open and recent { $count }
window-import-versions = Fix versions → slices
window-import-sprints = Sprints → Sprints
window-import-epics = { $count ->
    [one] 1 epic, one key
   *[other] { $count } epics, one key each
  }
window-import-move = epic
window-import-epic = Epic
window-import-below = below it
window-import-technical = technical
window-import-technical-count = { $technical } %
window-import-becomes = becomes
window-import-below-count = { $count ->
    [0] no rows
    [one] 1 row
   *[other] { $count } rows
  }
window-import-epic-name = { $title }, { $count ->
    [0] no rows below it
    [one] 1 row below it
   *[other] { $count } rows below it
  }: { $role }
window-import-epic-became = { $title }: { $role }
window-import-role-activity = activity
window-import-role-step = step
window-import-role-goal = goal
window-import-role-item = PBI
window-import-role-tag = tag
window-import-role-leave = leave
window-import-role-task = task
window-import-no-epics = No epics are in this file: every row is a PBI or a task by itself.
window-import-columns = Columns { $used } of { $count } used
window-import-columns-head = What each column holds
window-import-columns-back = Back to the epics
window-import-column = Column
window-import-column-sample = first in it
window-import-column-holds = taken for
window-import-column-of = “{ $heading }” is taken for
window-import-column-unnamed = Column { $number }
window-import-holds-nothing = leave
window-import-holds-title = title
window-import-holds-key = key
window-import-holds-id = number
window-import-holds-type = kind
window-import-holds-status = status
window-import-holds-status-category = status category
window-import-holds-resolution = resolution
window-import-holds-resolved = Done on
window-import-holds-created = created
window-import-holds-updated = changed
window-import-holds-fix-version = fix version
window-import-holds-sprint = Sprint
window-import-holds-description = notes
window-import-holds-parent = parent
window-import-holds-parent-key = parent’s key
window-import-holds-parent-summary = parent’s title
window-import-holds-epic-link = epic
window-import-holds-epic-name = epic’s name
window-import-holds-labels = tags
window-import-holds-component = components
window-import-holds-estimate = estimate
window-import-holds-rank = rank
window-import-holds-url = address
window-import-holds-last-viewed = last viewed
window-import-where = What goes where
window-import-where-backbone = backbone
window-import-where-backbone-count = { $activities ->
    [0] { $goals ->
        [one] 1 goal
       *[other] { $goals } goals
      }
    [one] 1 activity{ $goals ->
        [0] { "" }
        [one] , 1 goal
       *[other] , { $goals } goals
      }
   *[other] { $activities } activities{ $goals ->
        [0] { "" }
        [one] , 1 goal
       *[other] , { $goals } goals
      }
  }
window-import-where-items = below these
window-import-where-items-count = { $count ->
    [one] 1 PBI
   *[other] { $count } PBIs
  }
window-import-where-items-what = in the steps of their epics
window-import-where-tray = tray
window-import-where-tray-count = { $items ->
    [0] { $tasks ->
        [one] 1 loose task
       *[other] { $tasks } loose tasks
      }
    [one] 1 PBI{ $tasks ->
        [0] { "" }
        [one] , 1 loose task
       *[other] , { $tasks } loose tasks
      }
   *[other] { $items } PBIs{ $tasks ->
        [0] { "" }
        [one] , 1 loose task
       *[other] , { $tasks } loose tasks
      }
  }
window-import-where-tray-what = without a step, a slice or a Sprint yet
window-import-where-tasks = below PBIs
window-import-where-tasks-count = { $count ->
    [one] 1 task
   *[other] { $count } tasks
  }
window-import-where-tasks-what = each under its own
window-import-where-slices = slices
window-import-where-slices-count = { $count ->
    [one] 1 slice
   *[other] { $count } slices
  }
window-import-where-sprints = Sprints
window-import-where-sprints-count = { $count ->
    [one] 1 Sprint
   *[other] { $count } Sprints
  }
window-import-where-tags = tags
window-import-where-tags-count = { $count ->
    [one] 1 tag
   *[other] { $count } tags
  }
window-import-where-updated = known
window-import-where-updated-count = { $count ->
    [one] 1 row is on the map already
   *[other] { $count } rows are on the map already
  }
window-import-where-updated-what = { $changed ->
    [0] none of them changed; what people wrote stays
    [one] 1 of them changes; what people wrote stays
   *[other] { $changed } of them change; what people wrote stays
  }
window-import-coming = The map that would come
window-import-coming-what = { $activities } activities, { $bands } bands, { $cards } cards
window-import-coming-tray = Everything goes into the tray, and finds its place from there.
window-import-nothing-new = Nothing new: the map has all of it already.
window-import-names-more = { $names } and { $count } more
window-import-problems = { $count ->
    [one] 1 problem
   *[other] { $count } problems
  }
window-import-by-line = by line
window-import-left-out = { $count ->
    [one] 1 more problem is not listed.
   *[other] { $count } more problems are not listed.
  }
window-import-of-rows = { $count ->
    [one] row
   *[other] rows
  }
window-import-of-items = { $count ->
    [one] PBI
   *[other] PBIs
  }
window-import-of-tasks = { $count ->
    [one] task
   *[other] tasks
  }
window-import-of-structure = in the backbone
window-import-of-skipped = skipped
window-import-skipped-unread = { $count } without a title
window-import-skipped-tags = { $count ->
    [one] 1 became a tag
   *[other] { $count } became tags
  }
window-import-skipped-left = { $count } left
window-import-skipped-old = { $count } Done long ago

## The export dialog

export-title = Export
export-format = Format
export-format-png = PNG
export-format-svg = SVG
export-what = What
export-what-map = Map
export-what-slices = Slices
export-what-sprints = Sprints
export-what-cards = Selection
export-what-view = Screen
export-which-slices = Which slices
export-lens = Lens
export-theme = Theme
export-theme-light = Light
export-theme-dark = Dark
export-theme-high-contrast = Contrast
export-theme-print = Print
export-scale = Scale
export-scale-times = { $times }×
export-with-title = Title
export-title-text = Text of the title
export-with-date = Today’s date
export-size = { $width } × { $height } px
export-about-kilobytes = about { $size } KB
export-about-megabytes = about { $size } MB
export-preview = Preview of the picture
export-drawing = Drawing…
export-tray-stays = The tray stays out of pictures.
export-copy = Copy picture
export-save = Save…

## The report of a slice or a Sprint

report-report = Report
report-action = What does it deliver?
report-of = Report of { $name }
report-details = Details
report-whole = { $whole } of { $of } whole
report-done = { $items ->
    [0] no PBI stands here
    [one] { $done } of 1 PBI Done
   *[other] { $done } of { $items } PBIs Done
  }
report-journey = Journey
report-journey-more = what each persona meets
report-everyone = Everyone
report-walk = { $who }. { $way }
stop-whole = whole here
stop-whole-done = whole here, and Done
stop-covered = covered, if a slice above ships
stop-covered-done = covered, Done already
stop-hole = nothing yet
stop-hole-above = nothing yet, as said of a slice above
stop-live = live already
stop-by-hand = done by hand
stop-not-needed = not needed
stop-groundwork = groundwork
report-unmark = It needs one after all
report-change = What to change
report-change-more = each shows its verdict first
report-cheapest = Cheapest: { $what }
report-take = Take
report-take-asking = Take…
report-take-what = Take: { $what }
report-taken = Done: { $what }.
report-moves = { $count ->
    [one] 1 card
   *[other] { $count } cards
  }
report-still = { $count ->
    [one] 1 still in pieces
   *[other] { $count } still in pieces
  }
report-more = { $count ->
    [one] One more
   *[other] { $count } more
  }
report-asks-title = What will somebody be able to do?
report-asks-reason = Why?
report-pieces = PBIs in pieces
report-pieces-more = tasks here of all
report-rest = rest in { $band }
report-task-of = task of…
report-task-of-what = { $item } is a task of…
report-is = { $item } is: { $kind }

## A slice walked through

walk-action = Walk through this slice
walk-name = Walk through { $slice }
walk-as = as { $who }
walk-everyone = everyone
walk-other = Another persona
walk-line = The way, step by step
walk-step = step { $at } of { $of }
walk-before = Just before
walk-nothing = Here { $who } meets nothing.
walk-meets = { $who } meets { $what }
walk-hole = Nothing in this slice, and nothing in a slice above.
walk-hole-above = Nothing here, as a slice above says already.
walk-from = from { $slice }
walk-in-pieces = in pieces: not yet
walk-stop-nothing = { $who } meets nothing new in this step; the activity is covered.
walk-stop-live = { $who } meets what is live already.
walk-stop-by-hand = People do this by hand.
walk-stop-not-needed = Nothing is needed here.
walk-stop-groundwork = Groundwork stands here; { $who } meets nothing of it.
walk-stop-hole = Nothing yet.
walk-stop-hole-above = Nothing yet.
walk-state-whole = met
walk-state-whole-done = met, Done
walk-state-covered = met, if a slice above ships
walk-state-covered-done = met, Done already
walk-state-hole = nothing yet
walk-state-hole-above = nothing yet
walk-state-live = live already
walk-state-by-hand = done by hand
walk-state-not-needed = not needed
walk-state-groundwork = groundwork
walk-state-nothing = nothing new
walk-answers = What could be met here
walk-answer-new = A new PBI here
walk-answer-new-what = as thin as it can be
walk-answer-live = Live already
walk-answer-live-what = it works today, with a word on how
walk-answer-by-hand = Done by hand for now
walk-answer-by-hand-what = with a word on who does it
walk-answer-not-needed = Not needed for this slice
walk-answer-not-needed-what = with a reason
walk-answer-part = A part, on purpose
walk-answer-part-what = with a reason
walk-no-way = The map has no steps yet that anybody could walk. Name the large things that users do, from left to right.
walk-noted = Noted on the way
walk-as-card = card
walk-as-feedback = feedback
walk-note-card = Note what you notice: it becomes a card in Later
walk-note-feedback = What did somebody say of this?
walk-key-step = step
walk-key-card = note
walk-key-feedback = feedback

# What the team is asked, on a page of Markdown.
page-questions = Questions for the team
page-questions-what = Which outcome does each of these serve, or who would miss it?

## The sorting sheet

sort-action = Sort tasks under PBIs…
sort-name = { $count ->
    [one] Sort 1 task
   *[other] Sort { $count } tasks
  }
sort-empty = There is nothing to sort. Undeclared PBIs and loose tasks of the tray come here, and PBIs that look technical.
sort-steps = Steps of sorting
sort-step-whom = For whom
sort-step-outcomes = Outcomes
sort-step-deal = Deal
sort-step-alone = Try it alone?
sort-step-place = Place
sort-whom = For whom?
sort-persona = A persona, such as Customer
sort-somebody = Somebody
sort-goal = Which Product Goal?
sort-goal-what = What will be different for them, and how will you see it?
sort-goal-hint = Regulars skip the queue
sort-measure = A measure, such as “order to cup 9 → 4 min”
sort-to-outcomes = Name outcomes
sort-for = for
sort-list = The list
sort-count = { $count ->
    [one] 1 task
   *[other] { $count } tasks
  }
sort-ask = What will { $who } be able to do?
sort-ask-hint = Three are enough to begin. The tasks come afterwards.
sort-can = { $who } can
sort-enter = Enter for the next
sort-shared = Words that many tasks share
sort-shared-what = They are yours. What somebody can do with them, you know best.
sort-other-persona = Another persona
sort-to-deal = { $count ->
    [one] Deal the task
   *[other] Deal the { $count } tasks
  }
sort-which = Which outcome does it serve?
sort-likely = Likely: { $outcome }
sort-says = it says { $words }
sort-progress = { $dealt } of { $total } dealt{ $asked ->
    [0] {""}
   *[other] , { $asked } to ask
  }
sort-more-say = { $count } more say { $word }.
sort-put-bundle = Put all { $count } under { $number }
sort-put = “{ $task }” is under { $outcome }
sort-put-all = { $count } tasks are under { $outcome }
sort-answer-n = new outcome
sort-answer-o = an outcome itself
sort-answer-e = enabler
sort-answer-s = spike
sort-answer-b = bug
sort-answer-a = serves all
sort-answer-ask = ask
sort-answer-x = not needed
sort-answer-later = later
sort-said-o = “{ $task }” is an outcome itself
sort-said-e = “{ $task }” is an enabler
sort-said-s = “{ $task }” is a spike
sort-said-b = “{ $task }” is a bug
sort-said-a = “{ $task }” is a rule of the Definition of Done
sort-said-ask = “{ $task }” is a question to the team
sort-said-x = “{ $task }” is not needed
sort-why = Why does nobody need it?
sort-no-reason = No reason
sort-all-dealt = All are dealt.
sort-all-dealt-but = { $count ->
    [one] All are dealt but one, which the team is asked.
   *[other] All are dealt but { $count }, which the team is asked.
  }
sort-to-alone = Try the outcomes
sort-asked = { $count ->
    [one] 1 to ask the team
   *[other] { $count } to ask the team
  }
sort-save-questions = Save as a list
sort-again = Deal it
sort-alone = Could someone outside the team try this alone?
sort-alone-yes = Yes
sort-alone-no = No
sort-alone-done = Every outcome was looked at.
sort-split-what = Split it by a path, a rule or the data: the smallest that somebody could try alone.
sort-split = A part of { $outcome }
sort-split-hint = the smallest that somebody could try
sort-to-place = Place them
sort-place = Where do they stand?
sort-place-what = Name the step in which each is used. One or two make a first slice.
sort-place-step = Step of { $outcome }
sort-place-hint = Step
sort-place-first = { $outcome }: in the first slice
sort-in-first = first slice
sort-first-slice = First slice
sort-to-map = To the map
sort-before = { $count ->
    [one] Before: 1 task
   *[other] Before: { $count } tasks
  }
sort-after = { $count ->
    [one] Now: 1 outcome
   *[other] Now: { $count } outcomes
  }
sort-offer = { $count } lines, most look like tasks. Sort them?
sort-offer-yes = Sort them
sort-tray = { $count ->
    [one] Sort 1 task under PBIs
   *[other] Sort { $count } tasks under PBIs
  }

## What the checks noticed, as a list

findings-name = What the checks noticed
findings-intro = { $count ->
    [one] One hint. It blocks nothing.
   *[other] { $count } hints. They block nothing.
  }
findings-none = Nothing. Hints come here while people write.
findings-more = { $count ->
    [one] One more comes when some are answered.
   *[other] { $count } more come when some are answered.
  }
findings-declared = “{ $title }”: { $kind }
findings-fine-now = “{ $title }” is fine as it is, until its text changes
findings-fine = { $count ->
    [one] 1 is fine as it is
   *[other] { $count } are fine as they are
  }
findings-take-up = Look again
findings-product = What the checks know
findings-developers = The product’s users are developers
findings-glossary = Words that mean something of their own here, such as the name of a feature
findings-add-word = Add a word
findings-forget = Forget “{ $word }”
findings-rule-technical-task = Technical task
findings-rule-no-means = No wish
findings-rule-empty-benefit = Benefit that says nothing
findings-rule-several-actions = Several actions
findings-rule-notes-in-title = Remarks in the title
findings-rule-vague = Vague words
findings-rule-twins = The same twice
findings-rule-too-large = Too large
findings-rule-goal-without-measure = Product Goal without a measure
findings-rule-several-active-goals = Several active Product Goals
findings-rule-sprint-without-goal = Sprint without a Sprint Goal
findings-rule-sprint-goal-is-a-list = Sprint Goal that is a list
findings-rule-backbone-of-layers = Backbone of layers
findings-most-technical = Most of this backlog looks like tasks of the team: { $technical } of { $all } PBIs.
findings-sort = Sort them under outcomes
findings-key-walk = next
findings-key-fine = fine as it is

## What the backlog consists of

transparency-name = What is in the backlog
transparency-pages = Pages
transparency-parts = What it is made of
transparency-pass = Keep, let go, ask
transparency-empty = There are no PBIs yet. Once there are, this says how much of them is for somebody, and what hangs in the air.
transparency-of = PBIs of
transparency-share = Share
transparency-all = The whole backlog
transparency-outcomes = Outcomes
transparency-groundwork = Groundwork
transparency-bugs = Bugs
transparency-undeclared = Undeclared
transparency-likelyTechnical = Look technical
transparency-goals = By Product Goal
transparency-slices = By slice
transparency-sprints = By Sprint
transparency-no-goals = No Product Goal
transparency-no-slices = No slice
transparency-no-sprints = No Sprint
transparency-in-the-air = What nothing holds
transparency-goals-alone = Product Goals without a PBI
transparency-items-alone = PBIs whose activity and slice have no Product Goal
transparency-tasks-alone = Tasks without a PBI
transparency-none = None.
transparency-more = { $count ->
    [one] and one more
   *[other] and { $count } more
  }
transparency-order = Order
transparency-by-age = Oldest first
transparency-by-twins = Duplicates first
transparency-by-goal = Without a goal first
transparency-progress = { $done } of { $all } decided
transparency-save = Save decisions as CSV
transparency-twin = same as “{ $twin }”
transparency-no-goal = no goal
transparency-said-keep = keep
transparency-said-let-go = let go
transparency-said-ask = ask
transparency-say-keep = keep
transparency-say-let-go = let go
transparency-say-ask = ask the team
transparency-walk = next

## Pages of a Sprint

demo-action = Demo list
demo-name = What { $sprint } lets people do
demo-save = Save as Markdown
demo-can-on = On { $day }, { $who } can …
demo-can = { $who } can …
demo-no-longer = People no longer meet …
demo-nothing = Nothing new this time.
demo-if-done = if Done by { $day }
demo-if-done-then = if Done by then
demo-not-yet = Nothing to show yet
demo-all-whole = Everything selected is whole.
demo-groundwork = Groundwork
sprint-backlog-action = Sprint Backlog
sprint-backlog-name = Sprint Backlog of { $sprint }
sprint-print = Print
sprint-went-back = went back to the Product Backlog
sprint-alone = Tasks without their PBI

## Increments, feedback, periods

learn-none = –
learn-sprints = Sprints
learn-increments = Increments
learn-weeks-nothing = Weeks with nothing to show
learn-finished = PBIs finished whole
learn-finished-a-sprint = PBIs finished whole, a Sprint
learn-technical = Technical cards
learn-days-until = Days until feedback is answered
learn-turn = { $before ->
    [0] No Increment
    [one] One Increment
   *[other] { $before } Increments
} in { $beforeSprints ->
    [one] one Sprint
   *[other] { $beforeSprints } Sprints
}, then { $after ->
    [0] none
   *[other] { $after }
} in { $afterSprints ->
    [one] one
   *[other] { $afterSprints }
}.
learn-no-sprints = no Sprint that ended
learn-feedback = Feedback
learn-technical-percent = Technical cards, %
learn-by-sprint = By Sprint
learn-increments-open = Increments
learn-increments-count = { $count ->
    [0] Increments: none recorded
    [one] One Increment
   *[other] { $count } Increments
}
learn-increment = Increment { $number }: { $title }
learn-since = { $count } since { $day }
learn-empty = An Increment is born whenever a PBI meets the Definition of Done. Record each one here, with what it taught.
learn-record = Record an Increment
learn-record-these = Record an Increment of these
learn-record-it = Record it
learn-recorded = Increment “{ $title }” is recorded
learn-nothing-to-record = No PBI is Done, meets the Definition of Done, and is in no Increment yet.
learn-not-yet = { $count ->
    [one] { $names } is not Done, has a rule of the Definition of Done open, or is in an Increment already.
   *[other] { $names } are not Done, have a rule of the Definition of Done open, or are in an Increment already.
}
learn-what-it-lets = What it lets people do
learn-of-pbis = Its PBIs
learn-made-on = Made on
learn-released-on = Released on
learn-in-sprint = Made in { $sprint }.
learn-rules-met = Definition of Done { $met } of { $of }
learn-released = released { $day }
learn-not-released = not released
learn-usable = Usable
learn-usable-yes = usable
learn-usable-no = not usable
learn-is-usable-yes = Yes
learn-is-usable-no = No
learn-is-usable-unknown = Not known
learn-value = Value
learn-value-confirmed = Value confirmed
learn-value-refuted = Value refuted
learn-value-unknown = Value not known yet
learn-learned = What it taught
learn-learned-hint = What did we learn?
learn-remove = Remove it
learn-removed = Increment “{ $title }” is removed
learn-no-sprint = In no Sprint
learn-running = running
learn-pulled = { $count ->
    [one] Tasks of one PBI were pulled, none was whole.
   *[other] Tasks of { $count } PBIs were pulled, none was whole.
}
learn-returned = { $count ->
    [one] One PBI went back to the Product Backlog.
   *[other] { $count } PBIs went back to the Product Backlog.
}
learn-unrecorded = PBIs meet the Definition of Done, and no Increment is recorded.
learn-note = Note feedback
learn-feedback-on = Feedback on { $name }
learn-what-said = What was said
learn-who = Who
learn-who-hint = Mara, commuter
learn-note-it = Note it
learn-noted = Feedback on { $name } is noted
learn-said = Feedback: { $said }
learn-of = of “{ $name }”
learn-unanswered = unanswered: card or reason?
learn-answer-what = What answers “{ $said }”?
learn-answer-placeholder = A PBI, or a reason
learn-answer-nothing = No PBI has these words
learn-answer-new = New PBI “{ $title }”
learn-answer-reason = Reason: “{ $reason }”
learn-answer-anew = Answer anew
learn-answered = “{ $said }” is answered
learn-answers = Answers
learn-after-days = { $days ->
    [0] the same day
    [one] after one day
   *[other] after { $days } days
}
learn-remove-feedback = Remove feedback “{ $said }”
learn-removed-feedback = Feedback is removed
learn-end-sprint = End the Sprint
learn-which-sprint = Which Sprint?
learn-no-such-sprint = No Sprint has these words
learn-ends = { $name } ends
learn-is-due = Its last day has passed.
learn-what-came = What came of it?
learn-ended = Ended { $day }
learn-end-it = End the Sprint
learn-sprint-ended = { $name } ended
learn-question = Did we create a usable, valuable Increment?
learn-yes = Yes
learn-no = No
learn-no-yes = No PBI of this Sprint meets the Definition of Done, so there is no Increment.
learn-recorded-already = Recorded already: { $names }.
learn-which-rule = Which rule of the Definition of Done would have caught it?
learn-rule-would = Would have been caught by: { $rule }
learn-what-stopped = What stopped it?
learn-what-stopped-hint = What will we do otherwise next Sprint?
learn-scrum-team = Scrum Team
learn-ended-on = Ended on
learn-goes-back = { $count ->
    [one] Goes back to the Product Backlog: { $names }.
   *[other] { $count } go back to the Product Backlog: { $names }.
}
learn-rules-open = “{ $name }” is finished, open: { $rules }
learn-periods = Two periods
learn-first-period = First
learn-second-period = Second
learn-period-name = Name
learn-pulled-tasks = Pulled tasks
learn-pulled-whole = Pulled whole PBIs
learn-compare = Compare
learn-compare-two = Compare two periods
learn-compare-what = Put two periods side by side: what did each bring?
learn-change-periods = Change the periods
learn-page = One page to show
learn-on-wall = Two periods side by side. Esc goes back.
learn-save-page = Save as Markdown
learn-pulling = Two ways to pull
learn-pulling-of = { $sprint }: { $count ->
    [one] one PBI
   *[other] { $count } PBIs
}, { $tasks ->
    [one] one task
   *[other] { $tasks } tasks
}
learn-by-layer = By layer
learn-by-whole = By whole PBI
learn-shows = Something to show on day { $day }.
learn-shows-nothing = Nothing to show.
learn-day = Day
learn-day-of = Day { $day }
learn-pbis-done = PBIs Done
learn-pulling-what = No forecast: each task takes an equal part of the Sprint’s days, and a PBI is Done with its last task.
learn-pulling-empty = No PBI is selected for this Sprint yet.
learn-save-picture = Save picture
learn-handover = Goal handover
learn-delivered = Delivered
learn-delivered-nothing = No PBI of this goal is Done.
learn-open-feedback = Feedback without an answer
learn-left-over = Left over
learn-left-over-what = Keep what the next goal needs. What is let go lies in the tray, tagged “not needed”, with all that is in it.
learn-left-nothing = Nothing is left over.
learn-left-over-row = { $title }: { $is }
learn-is-open = not decided
learn-is-kept = kept
learn-is-gone = let go, in the tray
learn-keep = Keep
learn-let-it-go = Let go
learn-kept = “{ $title }” is kept
learn-let-go = “{ $title }” is let go
learn-tasks-done = { $done } of { $of } tasks
learn-goal-taught = What did this goal teach?
learn-then = Next Product Goal
learn-start-next = End it, start “{ $title }”
learn-end-goal = End it
learn-handed-over = “{ $title }” is handed over
