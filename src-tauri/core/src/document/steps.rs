//! What undo and redo mean: the one rule, over nothing but the ids of changes and of what they revert.

use std::collections::HashSet;

use uuid::Uuid;

/// A change's id, and the id of the change that it takes back.
pub(super) type Link = (Uuid, Option<Uuid>);

/// Which changes the next undos and redos would take back, the nearest last.
///
/// The log only grows: an undo is a change that reverts another, a redo one that reverts an undo. Read
/// from its beginning, it tells what a person's hands did:
///
/// ```text
/// the change reverts …          it is      then
/// the newest change standing    an undo    that change leaves `undo`, the new one comes onto `redo`
/// the newest undo standing      a redo     that undo leaves `redo`, the new one comes onto `undo`
/// anything else, or nothing     an edit    it comes onto `undo`, and `redo` is emptied
///
/// edit A   edit B   undo   edit C   undo      undo      redo
/// undo: A  A B      A      A C      A         (nothing)  A'
/// redo:             B⁻              C⁻        C⁻ A⁻      C⁻
/// ```
///
/// So after undo-then-edit, a second Ctrl+Z takes back that edit and then what lies below it, never
/// the thing that was undone before; and what was undone before it is out of redo's reach, as in every
/// editor, but not lost: it stands in the history, and taking its undo back is an edit like another.
/// Every step restores exactly the state before the change that it takes back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Steps {
    undo: Vec<Uuid>,
    redo: Vec<Uuid>,
}

impl Steps {
    /// The steps after a whole log, oldest change first.
    pub(super) fn after(log: impl IntoIterator<Item = Link>) -> Self {
        let mut steps = Self::default();
        for (id, reverts) in log {
            steps.follow(id, reverts);
        }
        steps
    }

    /// Takes one more change of the log in.
    pub(super) fn follow(&mut self, id: Uuid, reverts: Option<Uuid>) {
        if reverts.is_some() && reverts == self.next_undo() {
            self.undo.pop();
            self.redo.push(id);
        } else if reverts.is_some() && reverts == self.next_redo() {
            self.redo.pop();
            self.undo.push(id);
        } else {
            self.redo.clear();
            self.undo.push(id);
        }
    }

    /// The change that undo takes back.
    pub(super) fn next_undo(&self) -> Option<Uuid> {
        self.undo.last().copied()
    }

    /// The undo that redo takes back.
    pub(super) fn next_redo(&self) -> Option<Uuid> {
        self.redo.last().copied()
    }
}

/// Whether a change of the log still stands: no change that stands itself takes it back.
pub(super) fn stands(log: &[Link], change: Uuid) -> bool {
    let mut reverted = HashSet::new();
    for (id, reverts) in log.iter().rev() {
        if !reverted.contains(id) {
            reverted.extend(*reverts);
        }
    }
    !reverted.contains(&change)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A log, and beside each change the state that it left: the numbers of the edits in effect.
    #[derive(Default)]
    struct Told {
        log: Vec<Link>,
        states: Vec<Vec<u128>>,
    }

    impl Told {
        fn state(&self) -> Vec<u128> {
            self.states.last().cloned().unwrap_or_default()
        }

        fn state_before(&self, change: Uuid) -> Vec<u128> {
            match self.log.iter().position(|(id, _)| *id == change) {
                Some(0) | None => Vec::new(),
                Some(at) => self.states[at - 1].clone(),
            }
        }

        fn add(&mut self, reverts: Option<Uuid>, state: Vec<u128>) -> Uuid {
            let id = Uuid::from_u128(self.log.len() as u128 + 1);
            self.log.push((id, reverts));
            self.states.push(state);
            id
        }

        fn edit(&mut self) -> Uuid {
            let mut state = self.state();
            state.push(self.log.len() as u128 + 1);
            self.add(None, state)
        }

        /// Takes back whatever the rule names; the state becomes the one before that change.
        fn take_back(&mut self, change: Option<Uuid>) -> Option<Uuid> {
            let change = change?;
            let state = self.state_before(change);
            Some(self.add(Some(change), state))
        }

        fn steps(&self) -> Steps {
            Steps::after(self.log.iter().copied())
        }

        fn undo(&mut self) -> Option<Uuid> {
            self.take_back(self.steps().next_undo())
        }

        fn redo(&mut self) -> Option<Uuid> {
            self.take_back(self.steps().next_redo())
        }
    }

    #[test]
    fn a_second_undo_after_undo_then_edit_takes_the_edit_back_and_then_what_lies_below() {
        let mut told = Told::default();
        told.edit();
        told.edit();
        told.undo();
        assert_eq!(told.state(), [1]);
        told.edit();
        assert_eq!(told.state(), [1, 4]);
        assert_eq!(told.steps().next_redo(), None, "an edit ends what could be redone");
        told.undo();
        assert_eq!(told.state(), [1]);
        told.undo();
        assert_eq!(told.state(), [] as [u128; 0]);
        assert_eq!(told.undo(), None);
        told.redo();
        assert_eq!(told.state(), [1]);
        told.redo();
        assert_eq!(told.state(), [1, 4]);
        assert_eq!(told.redo(), None);
    }

    #[test]
    fn taking_an_older_change_back_is_an_edit_that_undo_takes_back_first() {
        let mut told = Told::default();
        let first = told.edit();
        let second = told.edit();
        let selective = told.add(Some(first), vec![2]);
        assert!(!stands(&told.log, first) && stands(&told.log, second));
        assert_eq!(told.steps().next_undo(), Some(selective));
        told.undo();
        assert_eq!(told.state(), [1, 2]);
        assert!(stands(&told.log, first), "the undo of an undo lets it stand again");
        assert_eq!(told.steps().next_undo(), Some(second));
    }

    #[test]
    fn a_log_that_reverts_what_is_not_there_is_read_as_edits() {
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let steps = Steps::after([(one, Some(one)), (other, Some(Uuid::from_u128(9)))]);
        assert_eq!((steps.next_undo(), steps.next_redo()), (Some(other), None));
    }

    #[derive(Debug, Clone, Copy)]
    enum Hand {
        Edit,
        Undo,
        Redo,
        Older(usize),
    }

    fn hands() -> impl Strategy<Value = Vec<Hand>> {
        let hand = prop_oneof![
            3 => Just(Hand::Edit),
            4 => Just(Hand::Undo),
            3 => Just(Hand::Redo),
            1 => any::<usize>().prop_map(Hand::Older),
        ];
        prop::collection::vec(hand, 0..60)
    }

    proptest! {
        #[test]
        fn undo_restores_the_state_before_redo_the_state_after_and_both_walk_the_whole_way(
            hands in hands(),
        ) {
            let mut told = Told::default();
            for hand in hands {
                let before = told.state();
                match hand {
                    Hand::Edit => {
                        told.edit();
                    }
                    Hand::Undo => {
                        if let Some(undone) = told.steps().next_undo() {
                            prop_assert!(stands(&told.log, undone));
                            told.undo();
                            prop_assert!(!stands(&told.log, undone));
                            told.redo();
                            prop_assert_eq!(told.state(), before, "redo is the undo of an undo");
                            told.undo();
                        }
                    }
                    Hand::Redo => {
                        if told.redo().is_some() {
                            told.undo();
                            prop_assert_eq!(told.state(), before);
                            told.redo();
                        }
                    }
                    Hand::Older(at) => {
                        let older = told.log.len().checked_sub(1).map(|last| told.log[at % (last + 1)].0);
                        let next = [told.steps().next_undo(), told.steps().next_redo()];
                        if older.is_some_and(|older| stands(&told.log, older)) && !next.contains(&older) {
                            let mut state = told.state();
                            state.push(1_000 + told.log.len() as u128);
                            told.add(older, state);
                            prop_assert_eq!(told.steps().next_redo(), None);
                        }
                    }
                }
            }
            let last = told.state();
            let mut undone = 0;
            while told.undo().is_some() {
                undone += 1;
            }
            prop_assert_eq!(told.state(), Vec::<u128>::new(), "undo walks back to the first map");
            for _ in 0..undone {
                told.redo();
            }
            prop_assert_eq!(told.state(), last, "redo walks to where undo began");
        }
    }
}
