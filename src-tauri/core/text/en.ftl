### Everything a person reads, in English. Used by the core, the command line and the window.
### Ids: module-what. One sentence says what happened, the next what to do.

## Words of the map


## Opening and saving


## Edits that are refused


## The history: what changes did


## Import


## Verdicts and reasons


## Export


## Command line


## Window

