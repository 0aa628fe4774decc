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
//!
//! Where a person says what an epic becomes ([`Role`]), that counts; in the reading
//! [`Reading::EpicsAsItems`] the lowest epics are PBIs with everything below them as tasks.

use super::choices::{Reading, Role};
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
    /// What a person chose for it, where it is an epic; `None`: as the reading has it.
    pub role: Option<Role>,
}

/// What an issue becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A Product Goal.
    Goal,
    /// An activity.
    Activity {
        /// Index of the goal that it is below.
        goal: Option<usize>,
    },
    /// A step.
    Step {
        /// Index of its activity; `None`: one that nobody has named.
        activity: Option<usize>,
        /// Whether it stood deeper, and was put beside its parent.
        raised: bool,
    },
    /// A PBI.
    Item {
        /// Index of the activity or step that it is in.
        home: Option<usize>,
        /// Whether it stood below a PBI, and was put beside it.
        raised: bool,
        /// Index of the epic that is a tag on it.
        tag: Option<usize>,
    },
    /// A task.
    Task {
        /// Index of its PBI.
        item: Option<usize>,
    },
    /// A tag on the PBIs below it.
    Tag,
    /// Nothing.
    Left(Left),
}

/// Why an issue becomes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Left {
    /// A person left it, or what it is below.
    Chosen,
    /// It was Done long ago.
    Old,
}

/// The levels of all issues.
#[derive(Debug)]
pub(super) struct Levels {
    /// What each becomes.
    pub places: Vec<Place>,
    /// Which are epics, or stand where epics do.
    pub epics: Vec<bool>,
}

impl Levels {
    /// Finds the levels of issues that stand in this order.
    pub fn find(nodes: &[Node], reading: Reading, order: &[usize]) -> Self {
        let holders = holders(nodes);
        let epics: Vec<bool> = nodes
            .iter()
            .zip(&holders)
            .map(|(node, holds)| *holds || matches!(node.class, Class::Epic | Class::Above))
            .collect();
        let roles = roles(nodes, &holders, &epics, reading);
        let mut places = place_all(nodes, &roles);
        steps_find_activities(&mut places, order);
        Self { places, epics }
    }
}

/// Of what holds issues, that which holds nothing of its kind.
fn lowest(nodes: &[Node], holders: &[bool]) -> Vec<bool> {
    let mut lowest = holders.to_vec();
    for (at, node) in nodes.iter().enumerate() {
        if holders.get(at) == Some(&true)
            && let Some(flag) = node.parent.and_then(|parent| lowest.get_mut(parent))
        {
            *flag = false;
        }
    }
    lowest
}

/// What an epic becomes, and who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Becomes {
    /// A person.
    Chosen(Role),
    /// The reading.
    Read(Role),
}

fn roles(
    nodes: &[Node],
    holders: &[bool],
    epics: &[bool],
    reading: Reading,
) -> Vec<Option<Becomes>> {
    let lowest = lowest(nodes, holders);
    let flag = |flags: &[bool], at: usize| flags.get(at) == Some(&true);
    let of = |(at, node): (usize, &Node)| match node.role {
        Some(role) if flag(epics, at) => Some(Becomes::Chosen(role)),
        _ if flag(&lowest, at) && reading == Reading::EpicsAsItems => {
            Some(Becomes::Read(Role::Item))
        }
        _ => flag(holders, at).then_some(Becomes::Read(Role::Activity)),
    };
    nodes.iter().enumerate().map(of).collect()
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
    /// The nearest row that became a step or an activity.
    holder: Option<usize>,
    /// The activity.
    activity: Option<usize>,
    /// The nearest PBI, if it is nearer than the structure.
    item: Option<usize>,
    /// Whether that PBI is an epic, so that everything below it is a task.
    only_tasks: bool,
    /// The nearest goal.
    goal: Option<usize>,
    /// The epic that is a tag on them.
    tag: Option<usize>,
    /// Whether nothing below comes in.
    left: bool,
}

fn place_all(nodes: &[Node], roles: &[Option<Becomes>]) -> Vec<Place> {
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
    let mut open: Vec<(usize, Above)> = Vec::new();
    for (at, node) in nodes.iter().enumerate() {
        match node.parent.and_then(|parent| below.get_mut(parent)) {
            Some(children) => children.push(at),
            None => open.push((at, Above::default())),
        }
    }
    let role = |at: usize| roles.get(at).copied().flatten();
    let mut places = vec![Place::Left(Left::Chosen); nodes.len()];
    while let Some((at, above)) = open.pop() {
        let (place, handed_down) = if above.left {
            (Place::Left(Left::Chosen), above)
        } else {
            match role(at) {
                Some(Becomes::Chosen(role)) => place_epic(at, role, above, true),
                // A reading says nothing of what is below an epic that is a PBI.
                Some(Becomes::Read(role)) if !above.only_tasks => {
                    place_epic(at, role, above, false)
                }
                _ if above.only_tasks || is_task(nodes, at) => {
                    (Place::Task { item: above.item }, above)
                }
                _ => {
                    let parent = nodes.get(at).and_then(|node| node.parent);
                    let raised = parent.is_some_and(|parent| role(parent).is_none());
                    let place = Place::Item { home: above.holder, raised, tag: above.tag };
                    (place, Above { item: Some(at), ..above })
                }
            }
        };
        if let Some(slot) = places.get_mut(at) {
            *slot = place;
        }
        open.extend(below.get(at).into_iter().flatten().map(|child| (*child, handed_down)));
    }
    places
}

/// Where an epic goes, and what it hands down. What a person chose is that, wherever it stands; what a
/// reading takes for an activity is a step where it is below one.
fn place_epic(at: usize, role: Role, above: Above, chosen: bool) -> (Place, Above) {
    let fresh = Above { item: None, only_tasks: false, tag: None, ..above };
    match role {
        Role::Activity if chosen || above.activity.is_none() => (
            Place::Activity { goal: above.goal },
            Above { holder: Some(at), activity: Some(at), goal: None, ..fresh },
        ),
        Role::Activity | Role::Step => (
            Place::Step {
                activity: above.activity,
                raised: !chosen && above.holder != above.activity,
            },
            Above { holder: Some(at), ..fresh },
        ),
        Role::Goal => {
            (Place::Goal, Above { holder: None, activity: None, goal: Some(at), ..fresh })
        }
        Role::Item => (
            Place::Item { home: above.holder, raised: false, tag: above.tag },
            Above { item: Some(at), only_tasks: true, ..above },
        ),
        Role::Tag => (Place::Tag, Above { tag: Some(at), ..fresh }),
        Role::Leave => (Place::Left(Left::Chosen), Above { left: true, ..above }),
    }
}

/// A step below no activity is one of the activity above it in the list.
fn steps_find_activities(places: &mut [Place], order: &[usize]) {
    let mut last = None;
    for at in order {
        match places.get_mut(*at) {
            Some(Place::Activity { .. }) => last = Some(*at),
            Some(Place::Step { activity, .. }) if activity.is_none() => *activity = last,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nodes(rows: &[(&str, Option<usize>)]) -> Vec<Node> {
        rows.iter()
            .map(|(class, parent)| Node { class: Class::of(class), parent: *parent, role: None })
            .collect()
    }

    fn item(home: Option<usize>) -> Place {
        Place::Item { home, raised: false, tag: None }
    }

    const ACTIVITY: Place = Place::Activity { goal: None };

    fn find(nodes: &[Node], reading: Reading) -> Vec<Place> {
        let order: Vec<_> = (0..nodes.len()).collect();
        Levels::find(nodes, reading, &order).places
    }

    /// The levels of issues with what a person chose for some of them.
    fn chosen(rows: &[(&str, Option<usize>, Option<Role>)]) -> Vec<Place> {
        let node = |(class, parent, role): &(&str, Option<usize>, Option<Role>)| Node {
            class: Class::of(class),
            parent: *parent,
            role: *role,
        };
        find(&rows.iter().map(node).collect::<Vec<_>>(), Reading::EpicsAsActivities)
    }

    fn step(activity: usize) -> Place {
        Place::Step { activity: Some(activity), raised: false }
    }

    #[test]
    fn an_epic_with_stories_is_an_activity_and_one_without_is_a_pbi() {
        let places = find(
            &nodes(&[("Sub-task", Some(1)), ("Story", Some(2)), ("Epic", None), ("Epic", None)]),
            Reading::EpicsAsActivities,
        );
        assert_eq!(places, [Place::Task { item: Some(1) }, item(Some(2)), ACTIVITY, item(None)]);
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
        let places = find(
            &nodes(&[
                ("Initiative", None),
                ("Epic", Some(0)),
                ("Feature", Some(1)),
                ("Story", Some(2)),
                ("Story", Some(0)),
            ]),
            Reading::EpicsAsActivities,
        );
        assert_eq!(
            places,
            [
                ACTIVITY,
                step(0),
                Place::Step { activity: Some(0), raised: true },
                item(Some(2)),
                item(Some(0))
            ]
        );
    }

    #[test]
    fn below_a_story_a_story_stands_beside_it_and_all_else_is_a_task() {
        let places = find(
            &nodes(&[
                ("Epic", None),
                ("Story", Some(0)),
                ("Story", Some(1)),
                ("Task", Some(1)),
                ("Test run", Some(1)),
                ("Sub-task", Some(3)),
            ]),
            Reading::EpicsAsActivities,
        );
        assert_eq!(
            places,
            [
                ACTIVITY,
                item(Some(0)),
                Place::Item { home: Some(0), raised: true, tag: None },
                Place::Task { item: Some(1) },
                Place::Task { item: Some(1) },
                Place::Task { item: Some(1) }
            ]
        );
    }

    #[test]
    fn sub_tasks_of_an_epic_make_no_activity_of_it() {
        let places =
            find(&nodes(&[("Epic", None), ("Sub-task", Some(0))]), Reading::EpicsAsActivities);
        assert_eq!(places, [item(None), Place::Task { item: Some(0) }]);
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
        let places = find(&rows, Reading::EpicsAsItems);
        assert_eq!(
            places,
            [
                ACTIVITY,
                item(Some(0)),
                Place::Task { item: Some(1) },
                Place::Task { item: Some(1) },
                Place::Task { item: Some(1) },
                item(None)
            ]
        );
    }

    #[test]
    fn an_epic_becomes_what_a_person_says() {
        let rows = |role| {
            chosen(&[
                ("Epic", None, role),
                ("Story", Some(0), None),
                ("Sub-task", Some(1), None),
                ("Bug", Some(0), None),
            ])
        };
        let task = |item| Place::Task { item };
        assert_eq!(rows(None), [ACTIVITY, item(Some(0)), task(Some(1)), item(Some(0))]);
        assert_eq!(
            rows(Some(Role::Item)),
            [item(None), task(Some(0)), task(Some(0)), task(Some(0))],
            "everything below a PBI is a task"
        );
        assert_eq!(rows(Some(Role::Goal)), [Place::Goal, item(None), task(Some(1)), item(None)]);
        let tagged = Place::Item { home: None, raised: false, tag: Some(0) };
        assert_eq!(rows(Some(Role::Tag)), [Place::Tag, tagged, task(Some(1)), tagged]);
        assert_eq!(rows(Some(Role::Leave)), [Place::Left(Left::Chosen); 4]);
    }

    #[test]
    fn a_step_is_one_of_the_activity_above_it_in_the_list() {
        let places = chosen(&[
            ("Epic", None, Some(Role::Step)),
            ("Epic", None, Some(Role::Activity)),
            ("Epic", None, Some(Role::Step)),
            ("Story", Some(2), None),
        ]);
        let unnamed = Place::Step { activity: None, raised: false };
        assert_eq!(places, [unnamed, ACTIVITY, step(1), item(Some(2))]);
    }

    #[test]
    fn a_goal_is_over_the_activities_below_it() {
        let places = chosen(&[
            ("Initiative", None, Some(Role::Goal)),
            ("Epic", Some(0), None),
            ("Story", Some(1), None),
        ]);
        assert_eq!(places, [Place::Goal, Place::Activity { goal: Some(0) }, item(Some(1))]);
    }
}
