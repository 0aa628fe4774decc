//! Which issue becomes what on the map: by its type and by what stands below it.
//!
//! | row | becomes |
//! |---|---|
//! | Sub-task | task of the PBI above it; loose without one |
//! | Task, Bug, Spike or unknown type below a Story, Task, Bug or Spike | task: Jira allows only sub-tasks there, whatever they are called |
//! | Epic (or initiative, theme, unknown type) with children that are no tasks | activity |
//! | the same, below an activity | step of that activity |
//! | the same, below a step | step beside it, reported |
//! | Epic without such children | PBI |
//! | Story below a Story | PBI beside it, reported |
//! | all else | PBI |

use super::words::fold;

/// What an issue type says, as far as its name is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// An epic.
    Epic,
    /// Something above epics, such as an initiative.
    Above,
    /// A story or an improvement.
    Story,
    /// A plain task.
    Task,
    /// A bug.
    Bug,
    /// A spike.
    Spike,
    /// A sub-task.
    Sub,
    /// A type of the team's own, or none.
    Other,
}

#[rustfmt::skip]
const EPIC: &[&str] = &["epic", "epics", "epica", "epico", "epopee", "epos", "epik", "epiek"];

#[rustfmt::skip]
const ABOVE: &[&str] = &[
    "initiative", "iniciativa", "initiativ", "initiatief", "iniziativa", "theme", "tema", "thema",
    "portfolio epic", "saga", "legend", "capability", "objective", "objetivo", "objectif", "ziel",
];

#[rustfmt::skip]
const STORY: &[&str] = &[
    "story", "user story", "product backlog item", "pbi", "improvement", "new feature", "enhancement",
    "change request", "historia", "historia de usuario", "mejora", "nueva funcionalidad",
    "nueva caracteristica", "histoire", "histoire utilisateur", "recit", "recit utilisateur", "amelioration",
    "nouvelle fonctionnalite", "historia do usuario", "melhoria", "novo recurso", "nova funcionalidade",
    "anwendergeschichte", "nutzergeschichte", "verbesserung", "neue funktion", "verhaal",
    "gebruikersverhaal", "verbetering", "nieuwe functie", "storia", "storia utente", "miglioramento",
    "nuova funzionalita",
];

#[rustfmt::skip]
const TASK: &[&str] = &["task", "tarea", "tache", "tarefa", "aufgabe", "taak", "attivita", "to do", "todo"];

#[rustfmt::skip]
const BUG: &[&str] = &[
    "bug", "defect", "defecto", "defeito", "difetto", "defaut", "error", "erro", "errore", "erreur",
    "fehler", "fout", "bogue", "anomalie", "anomalia", "incidente", "falha", "fallo",
];

#[rustfmt::skip]
const SUB: &[&str] = &[
    "subtask", "subtarea", "subtarefa", "sous tache", "unteraufgabe", "teilaufgabe", "subtaak", "deeltaak",
    "sottotask", "sottoattivita", "sotto task", "sotto attivita", "technical task",
];

impl Class {
    /// What the name of a type says.
    pub fn of(name: &str) -> Self {
        let name = fold(name);
        let is = |names: &[&str]| names.contains(&name.as_str());
        let has = |names: &[&str]| name.split(' ').any(|word| names.contains(&word));
        if is(SUB) || name.starts_with("sub ") || SUB.iter().any(|sub| name.starts_with(sub)) {
            Self::Sub
        } else if is(EPIC) {
            Self::Epic
        } else if is(ABOVE) {
            Self::Above
        } else if has(&["spike"]) {
            Self::Spike
        } else if is(STORY) {
            Self::Story
        } else if has(BUG) {
            Self::Bug
        } else if is(TASK) {
            Self::Task
        } else {
            Self::Other
        }
    }

    /// Whether issues of this type stand where Jira allows only sub-tasks below.
    fn holds_only_tasks(self) -> bool {
        matches!(self, Self::Story | Self::Task | Self::Bug | Self::Spike)
    }

    /// Whether issues of this type become a task below a PBI.
    fn is_task_below_items(self) -> bool {
        matches!(self, Self::Task | Self::Bug | Self::Spike | Self::Other | Self::Sub)
    }

    /// Whether issues of this type may become structure.
    fn may_hold_items(self) -> bool {
        matches!(self, Self::Epic | Self::Above | Self::Other)
    }
}

/// One issue, as far as levels go.
#[derive(Debug, Clone)]
pub(super) struct Node {
    /// Its type.
    pub class: Class,
    /// Index of its parent; the parents make no circle.
    pub parent: Option<usize>,
}

/// What an issue becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// An activity.
    Activity,
    /// A step of this activity.
    Step {
        /// Index of the activity.
        activity: usize,
        /// Whether it stood deeper, and was put beside its parent.
        raised: bool,
    },
    /// A PBI.
    Item {
        /// Index of the activity or step that it is in.
        home: Option<usize>,
        /// Whether it stood below a PBI, and was put beside it.
        raised: bool,
    },
    /// A task.
    Task {
        /// Index of its PBI.
        item: Option<usize>,
    },
}

/// The levels of all issues.
#[derive(Debug)]
pub(super) struct Levels {
    /// What each becomes.
    pub places: Vec<Place>,
    /// Whether most issues look like sub-work of epics: more than half of them are plain tasks below
    /// one.
    pub tasks_below_epics: bool,
}

impl Levels {
    /// Finds the levels. `epics_as_items`: the lowest epics are PBIs and all below them tasks.
    pub fn find(nodes: &[Node], epics_as_items: bool) -> Self {
        let mut nodes = nodes.to_vec();
        let mut holders = holders(&nodes);
        let lowest = |nodes: &[Node], holders: &[bool]| -> Vec<bool> {
            let mut lowest = holders.to_vec();
            for (at, node) in nodes.iter().enumerate() {
                if holders.get(at) == Some(&true)
                    && let Some(flag) = node.parent.and_then(|parent| lowest.get_mut(parent))
                {
                    *flag = false;
                }
            }
            lowest
        };
        let epics = lowest(&nodes, &holders);
        let (mut issues, mut below) = (0_usize, 0_usize);
        for (at, node) in nodes.iter().enumerate() {
            if holders.get(at) == Some(&true) || is_task(&nodes, at) {
                continue;
            }
            issues += 1;
            below += usize::from(
                node.class == Class::Task
                    && node.parent.is_some_and(|parent| epics.get(parent) == Some(&true)),
            );
        }
        if epics_as_items {
            for at in 0..nodes.len() {
                let below_epic = nodes
                    .get(at)
                    .and_then(|node| node.parent)
                    .is_some_and(|parent| epics.get(parent) == Some(&true));
                if let Some(node) = nodes.get_mut(at) {
                    if epics.get(at) == Some(&true) {
                        node.class = Class::Story;
                    } else if below_epic {
                        node.class = Class::Sub;
                    }
                }
            }
            holders = self::holders(&nodes);
        }
        Self { places: place_all(&nodes, &holders), tasks_below_epics: below * 2 > issues }
    }
}

/// Whether an issue is a task.
fn is_task(nodes: &[Node], at: usize) -> bool {
    let Some(node) = nodes.get(at) else { return false };
    let parent = node.parent.and_then(|parent| nodes.get(parent));
    node.class == Class::Sub
        || (node.class.is_task_below_items()
            && parent.is_some_and(|parent| {
                parent.class.holds_only_tasks() || parent.class == Class::Sub
            }))
}

/// Which issues become structure, because something stands below them that is no task.
fn holders(nodes: &[Node]) -> Vec<bool> {
    let mut holders = vec![false; nodes.len()];
    for (at, node) in nodes.iter().enumerate() {
        if is_task(nodes, at) {
            continue;
        }
        let Some(parent) = node.parent else { continue };
        if nodes.get(parent).is_some_and(|node| node.class.may_hold_items())
            && !is_task(nodes, parent)
            && let Some(flag) = holders.get_mut(parent)
        {
            *flag = true;
        }
    }
    holders
}

/// What an issue hands down to those below it.
#[derive(Debug, Clone, Copy, Default)]
struct Above {
    /// The nearest row that became structure.
    holder: Option<usize>,
    /// The topmost one: the activity.
    activity: Option<usize>,
    /// The nearest PBI, if it is nearer than the structure.
    item: Option<usize>,
}

fn place_all(nodes: &[Node], holders: &[bool]) -> Vec<Place> {
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
    let mut open: Vec<(usize, Above)> = Vec::new();
    for (at, node) in nodes.iter().enumerate() {
        match node.parent.and_then(|parent| below.get_mut(parent)) {
            Some(children) => children.push(at),
            None => open.push((at, Above::default())),
        }
    }
    let holds = |at: usize| holders.get(at) == Some(&true);
    let mut places = vec![Place::Item { home: None, raised: false }; nodes.len()];
    while let Some((at, above)) = open.pop() {
        let (place, handed_down) = if is_task(nodes, at) {
            (Place::Task { item: above.item }, above)
        } else if holds(at) {
            let place = match above.activity {
                None => Place::Activity,
                Some(activity) => Place::Step { activity, raised: above.holder != Some(activity) },
            };
            let activity = above.activity.or(Some(at));
            (place, Above { holder: Some(at), activity, item: None })
        } else {
            let parent = nodes.get(at).and_then(|node| node.parent);
            let raised = parent.is_some_and(|parent| !holds(parent));
            (Place::Item { home: above.holder, raised }, Above { item: Some(at), ..above })
        };
        if let Some(slot) = places.get_mut(at) {
            *slot = place;
        }
        open.extend(below.get(at).into_iter().flatten().map(|child| (*child, handed_down)));
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nodes(rows: &[(&str, Option<usize>)]) -> Vec<Node> {
        rows.iter()
            .map(|(class, parent)| Node { class: Class::of(class), parent: *parent })
            .collect()
    }

    fn item(home: Option<usize>) -> Place {
        Place::Item { home, raised: false }
    }

    #[test]
    fn an_epic_with_stories_is_an_activity_and_one_without_is_a_pbi() {
        let levels = Levels::find(
            &nodes(&[("Sub-task", Some(1)), ("Story", Some(2)), ("Epic", None), ("Epic", None)]),
            false,
        );
        assert_eq!(
            levels.places,
            [Place::Task { item: Some(1) }, item(Some(2)), Place::Activity, item(None)]
        );
    }

    #[test]
    fn types_of_other_languages_are_known() {
        for (name, class) in [
            ("Subtarea", Class::Sub),
            ("Sous-tâche", Class::Sub),
            ("Unteraufgabe", Class::Sub),
            ("Épica", Class::Epic),
            ("Épopée", Class::Epic),
            ("Historia", Class::Story),
            ("Récit", Class::Story),
            ("Tarefa", Class::Task),
            ("Fehler", Class::Bug),
            ("UX Bug", Class::Bug),
            ("Technical Spike", Class::Spike),
            ("Idea", Class::Other),
        ] {
            assert_eq!(Class::of(name), class, "{name}");
        }
    }

    #[test]
    fn an_epic_below_an_initiative_is_a_step_and_deeper_ones_stand_beside_it() {
        let levels = Levels::find(
            &nodes(&[
                ("Initiative", None),
                ("Epic", Some(0)),
                ("Feature", Some(1)),
                ("Story", Some(2)),
                ("Story", Some(0)),
            ]),
            false,
        );
        assert_eq!(
            levels.places,
            [
                Place::Activity,
                Place::Step { activity: 0, raised: false },
                Place::Step { activity: 0, raised: true },
                item(Some(2)),
                item(Some(0))
            ]
        );
    }

    #[test]
    fn below_a_story_a_story_stands_beside_it_and_all_else_is_a_task() {
        let levels = Levels::find(
            &nodes(&[
                ("Epic", None),
                ("Story", Some(0)),
                ("Story", Some(1)),
                ("Task", Some(1)),
                ("Test run", Some(1)),
                ("Sub-task", Some(3)),
            ]),
            false,
        );
        assert_eq!(
            levels.places,
            [
                Place::Activity,
                item(Some(0)),
                Place::Item { home: Some(0), raised: true },
                Place::Task { item: Some(1) },
                Place::Task { item: Some(1) },
                Place::Task { item: Some(1) }
            ]
        );
    }

    #[test]
    fn sub_tasks_of_an_epic_make_no_activity_of_it() {
        let levels = Levels::find(&nodes(&[("Epic", None), ("Sub-task", Some(0))]), false);
        assert_eq!(levels.places, [item(None), Place::Task { item: Some(0) }]);
    }

    #[test]
    fn in_the_other_reading_epics_are_pbis_and_all_below_them_tasks() {
        let rows = nodes(&[
            ("Initiative", None),
            ("Epic", Some(0)),
            ("Task", Some(1)),
            ("Task", Some(1)),
            ("Sub-task", Some(2)),
            ("Task", None),
        ]);
        let levels = Levels::find(&rows, true);
        assert!(levels.tasks_below_epics);
        assert_eq!(
            levels.places,
            [
                Place::Activity,
                item(Some(0)),
                Place::Task { item: Some(1) },
                Place::Task { item: Some(1) },
                Place::Task { item: Some(1) },
                item(None)
            ]
        );
    }
}
