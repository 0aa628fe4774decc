//! What is recorded of delivery and of wording: the Definition of Done and who meets it, cover,
//! Increments, feedback, periods, findings set aside, the glossary. Each list in its own order; what has
//! none, in the order of the rows that it is about.

use std::collections::HashMap;

use serde::Serialize;
use uuid::Uuid;

use crate::board::{
    ActivityId, Board, CoveredBy, DoneRuleId, FeedbackId, IncrementId, ItemId, PeriodId, SliceId,
    SprintId, TermId, Usable, Value,
};

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct RecordJson<'a> {
    done_rules: Vec<DoneRuleJson<'a>>,
    covers: Vec<CoverJson<'a>>,
    increments: Vec<IncrementJson<'a>>,
    feedback: Vec<FeedbackJson<'a>>,
    periods: Vec<PeriodJson<'a>>,
    dismissals: Vec<DismissalJson<'a>>,
    glossary: Vec<TermJson<'a>>,
}

#[derive(Debug, Serialize)]
struct DoneRuleJson<'a> {
    id: DoneRuleId,
    text: &'a str,
    /// The PBIs that meet it.
    items: Vec<ItemId>,
}

#[derive(Debug, Serialize)]
struct CoverJson<'a> {
    activity: ActivityId,
    /// `None`: the whole map.
    slice: Option<SliceId>,
    how: CoveredBy,
    reason: &'a str,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct IncrementJson<'a> {
    id: IncrementId,
    title: &'a str,
    slice: Option<SliceId>,
    sprint: Option<SprintId>,
    made_on: &'a str,
    released_on: Option<&'a str>,
    usable: Usable,
    value: Value,
    learned: &'a str,
    items: Vec<ItemId>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct FeedbackJson<'a> {
    id: FeedbackId,
    text: &'a str,
    who: &'a str,
    given_on: &'a str,
    increment: Option<IncrementId>,
    item: Option<ItemId>,
    answer_item: Option<ItemId>,
    answer: &'a str,
    answered_on: Option<&'a str>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct PeriodJson<'a> {
    id: PeriodId,
    name: &'a str,
    starts_on: &'a str,
    ends_on: &'a str,
}

#[derive(Debug, Serialize)]
struct DismissalJson<'a> {
    rule: &'a str,
    /// The row.
    about: Uuid,
    /// What the row said then.
    text: &'a str,
    reason: &'a str,
}

#[derive(Debug, Serialize)]
struct TermJson<'a> {
    id: TermId,
    word: &'a str,
    meaning: &'a str,
}

pub(super) fn record(board: &Board) -> RecordJson<'_> {
    let place: HashMap<ItemId, usize> = board.items.iter().map(|item| item.id).zip(0..).collect();
    let in_order = |mut items: Vec<ItemId>| {
        items.sort_by_key(|item| place.get(item).copied());
        items
    };
    let meets = |rule: DoneRuleId| {
        let checks = board.done_checks.values().filter(|check| check.rule == rule);
        in_order(checks.map(|check| check.item).collect())
    };
    let of_increment = |increment: IncrementId| {
        let ties = board.increment_items.values().filter(|tie| tie.increment == increment);
        in_order(ties.map(|tie| tie.item).collect())
    };
    RecordJson {
        done_rules: board
            .done_rules
            .iter()
            .map(|row| DoneRuleJson { id: row.id, text: &row.text, items: meets(row.id) })
            .collect(),
        covers: covers(board),
        increments: board
            .increments
            .iter()
            .map(|row| IncrementJson {
                id: row.id,
                title: &row.title,
                slice: row.slice,
                sprint: row.sprint,
                made_on: &row.made_on,
                released_on: row.released_on.as_deref(),
                usable: row.usable,
                value: row.value,
                learned: &row.learned,
                items: of_increment(row.id),
            })
            .collect(),
        feedback: board
            .feedback
            .iter()
            .map(|row| FeedbackJson {
                id: row.id,
                text: &row.text,
                who: &row.who,
                given_on: &row.given_on,
                increment: row.increment,
                item: row.item,
                answer_item: row.answer_item,
                answer: &row.answer,
                answered_on: row.answered_on.as_deref(),
            })
            .collect(),
        periods: board
            .periods
            .iter()
            .map(|row| PeriodJson {
                id: row.id,
                name: &row.name,
                starts_on: &row.starts_on,
                ends_on: &row.ends_on,
            })
            .collect(),
        dismissals: dismissals(board),
        glossary: board
            .glossary
            .iter()
            .map(|row| TermJson { id: row.id, word: &row.word, meaning: &row.meaning })
            .collect(),
    }
}

fn covers(board: &Board) -> Vec<CoverJson<'_>> {
    let activity: HashMap<ActivityId, usize> =
        board.activities.iter().map(|row| row.id).zip(0..).collect();
    let slice: HashMap<SliceId, usize> = board.slices.iter().map(|row| row.id).zip(0..).collect();
    let mut rows: Vec<_> = board.covers.values().collect();
    rows.sort_by_key(|row| {
        (activity.get(&row.activity), row.slice.and_then(|id| slice.get(&id)), row.id)
    });
    rows.into_iter()
        .map(|row| CoverJson {
            activity: row.activity,
            slice: row.slice,
            how: row.how,
            reason: &row.reason,
        })
        .collect()
}

fn dismissals(board: &Board) -> Vec<DismissalJson<'_>> {
    let mut rows: Vec<_> = board.dismissals.values().collect();
    rows.sort_by_key(|row| (&row.rule, row.about));
    rows.into_iter()
        .map(|row| DismissalJson {
            rule: &row.rule,
            about: row.about,
            text: &row.text,
            reason: &row.reason,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::{
        Dismissal, Feedback, FeedbackId, Period, PeriodId, Rank, Term, TermId, Title,
    };
    use crate::sketch::{activity, item, sketch};

    #[test]
    fn what_is_recorded_of_delivery_names_the_rows_that_it_is_about() -> serde_json::Result<()> {
        let board = sketch(
            "      | Search          | Pay
             MVP   | ✓Find, ✓Sort    | Card
             Cover Pay (MVP): by hand
             Rule Tried by a stranger: Sort, Find
             Sprint One: Find
             Increment Finding (One): Sort, Find; usable; confirmed",
        );
        let record = serde_json::to_value(record(&board))?;
        let ids = [item(&board, "Find").to_string(), item(&board, "Sort").to_string()];
        assert_eq!(record["doneRules"][0]["text"], "Tried by a stranger");
        assert_eq!(record["doneRules"][0]["items"], serde_json::json!(ids));
        let made = &record["increments"][0];
        assert_eq!(made["items"], serde_json::json!(ids));
        assert_eq!((&made["title"], &made["madeOn"]), (&"Finding".into(), &"2026-03-06".into()));
        assert_eq!((&made["usable"], &made["value"]), (&"yes".into(), &"confirmed".into()));
        assert!(made["sprint"].is_string() && made["slice"].is_null());
        let cover = &record["covers"][0];
        assert_eq!(cover["activity"], activity(&board, "Pay").to_string());
        assert_eq!(cover["how"], "by-hand");
        Ok(())
    }

    #[test]
    fn feedback_periods_findings_set_aside_and_the_glossary_are_whole()
    -> Result<(), Box<dyn std::error::Error>> {
        let mut board = sketch("   | Pay\n MVP | Card, Cash");
        let (card, cash) = (item(&board, "Card"), item(&board, "Cash"));
        let rank = || Rank::between(None, None);
        board.feedback.put(Feedback {
            id: FeedbackId::make(),
            rank: rank(),
            increment: None,
            item: Some(card),
            who: "Mara".into(),
            text: "I have no card.".into(),
            given_on: "2026-03-06".into(),
            answer_item: Some(cash),
            answer: String::new(),
            answered_on: Some("2026-03-09".into()),
        });
        board.periods.put(Period {
            id: PeriodId::make(),
            rank: rank(),
            name: Title::new("Pulled tasks")?,
            starts_on: "2026-01-01".into(),
            ends_on: "2026-01-31".into(),
        });
        let dismissal = Dismissal {
            id: Uuid::now_v7(),
            rule: "vague".into(),
            about: card.0,
            text: "Card".into(),
            reason: "we know".into(),
        };
        board.dismissals.insert(dismissal.id, dismissal);
        board.glossary.put(Term {
            id: TermId::make(),
            rank: rank(),
            word: Title::new("cup")?,
            meaning: "an order".into(),
        });
        let record = serde_json::to_value(record(&board))?;
        let said = &record["feedback"][0];
        assert_eq!((&said["who"], &said["answeredOn"]), (&"Mara".into(), &"2026-03-09".into()));
        assert_eq!(said["item"], card.to_string());
        assert_eq!(said["answerItem"], cash.to_string());
        assert_eq!(record["periods"][0]["startsOn"], "2026-01-01");
        let aside = &record["dismissals"][0];
        assert_eq!(aside["about"], card.to_string());
        assert_eq!((&aside["rule"], &aside["reason"]), (&"vague".into(), &"we know".into()));
        assert_eq!(record["glossary"][0]["meaning"], "an order");
        Ok(())
    }
}
