//! Acting on what is on the wall: by its menu, by keys, on one thing or on several at once.

use throughline_core::board::{Board, GoalState, Item, Kind};
use throughline_tests::TestResult;

use crate::corner::{Corner, card, item, slice, wait_for_verdict};
use crate::harness::{Desk, Point, Result, Window};

/// A window on the example map, once its heads say what each slice delivers.
fn open<'desk>(desk: &'desk Desk, map: &Corner) -> Result<Window<'desk>> {
    let window = desk.open([&map.path])?;
    wait_for_verdict(&window, slice(&map.board()?, "Regulars")?, "gaps")?;
    Ok(window)
}

/// The names in the innermost open menu.
fn entries(window: &Window<'_>) -> Result<Vec<String>> {
    let labels = window.script(
        "const menu = [...document.querySelectorAll('[role=menu]')].at(-1);
         return [...(menu?.querySelectorAll('.label') ?? [])].map((label) => label.textContent);",
        &[],
    )?;
    Ok(serde_json::from_value(labels)?)
}

/// Takes an entry of the open menu by its id.
fn choose(window: &Window<'_>, entry: &str) -> Result<()> {
    window.click_at(window.find(&format!("[role=menu] [data-entry={entry}]"))?.centre()?)
}

fn no_menu(window: &Window<'_>) -> Result<()> {
    window
        .wait_for("no menu", |window| Ok(window.find_all("[role=menu]")?.is_empty().then_some(())))
}

/// What has the focus, by its `data-spot`.
fn focused(window: &Window<'_>) -> Result<String> {
    let spot = window.script("return document.activeElement.dataset.spot ?? ''", &[])?;
    Ok(spot.as_str().unwrap_or_default().to_owned())
}

fn spot(window: &Window<'_>, key: &str) -> Result<Point> {
    window.find(&format!("[data-spot=\"{key}\"]"))?.centre()
}

#[test]
fn everything_on_the_wall_has_a_menu_of_what_can_be_done_with_it() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = open(&desk, &map)?;
    let board = map.board()?;
    let columns = board.columns();
    let step = columns.first().ok_or("a step")?;
    let [rush, regulars] = [slice(&board, "Rush hour")?, slice(&board, "Regulars")?];
    let goal = window.find("[data-spot^=\"goal \"] .title")?.centre()?;
    let tray = window.find("[data-region=tray] [data-card]")?.centre()?;
    let pin = card(&window, item(&board, "Pin a favourite café")?)?.centre()?;
    for (what, at, has) in [
        ("a card", pin, "Rename"),
        ("a card in the tray", tray, "Rename"),
        ("a step", spot(&window, &format!("step {}", step.id))?, "New step"),
        ("an activity", spot(&window, &format!("activity {}", step.activity))?, "New activity"),
        ("a Product Goal", goal, "New Product Goal"),
        ("a slice", spot(&window, &format!("head {}", regulars.id))?, "New slice"),
        ("an empty cell", spot(&window, &format!("cell {}/{}", rush.id, step.id))?, "New PBI here"),
        ("the map", spot(&window, "add-goal")?.offset(120.0, 0.0), "New activity"),
    ] {
        window.menu_at(at)?;
        window.wait_for(&format!("“{has}” in the menu of {what}"), |window| {
            Ok(entries(window)?.iter().any(|label| label == has).then_some(()))
        })?;
        window.keys("Escape")?;
        no_menu(&window)?;
    }
    assert_eq!(map.board()?, board, "a menu that is shut did nothing");
    Ok(())
}

#[test]
fn a_menu_opens_by_keys_does_what_is_chosen_and_gives_the_focus_back() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = open(&desk, &map)?;
    let board = map.board()?;
    let pin = item(&board, "Pin a favourite café")?;
    card(&window, pin)?.click()?;
    let here = format!("card {}", pin.id);

    window.keys("Shift+F10")?;
    window.find("[role=menu]")?;
    window.keys("ArrowDown")?;
    window.keys("Escape")?;
    no_menu(&window)?;
    assert_eq!(focused(&window)?, here);

    window.keys("Shift+F10")?;
    window.find("[role=menu]")?;
    window.type_text("rename")?;
    window.keys("Enter")?;
    window.find(".card textarea")?;
    window.type_text("Keep a favourite café")?;
    window.keys("Enter")?;
    window.wait_for("the new name in the file", |_| {
        Ok(item(&map.board()?, "Keep a favourite café").ok().map(|item| item.id))
    })?;

    window.menu_at(card(&window, pin)?.centre()?)?;
    choose(&window, "remove")?;
    window.wait_for("the card gone", |_| {
        Ok(map.board()?.items.iter().all(|item| item.id != pin.id).then_some(()))
    })?;
    Ok(())
}

/// Waits until a toast says this.
fn toast(window: &Window<'_>, part: &str) -> Result<()> {
    window.wait_for(&format!("a toast with “{part}”"), |window| {
        let toasts = window.script("return document.querySelector('.toasts').innerText", &[])?;
        Ok(toasts.as_str().is_some_and(|toasts| toasts.contains(part)).then_some(()))
    })
}

/// Types into the question that is open, and takes the first answer.
fn answer(window: &Window<'_>, words: &str, option: &str) -> Result<()> {
    window.find("dialog [role=combobox]")?;
    window.type_text(words)?;
    window.find(&format!("[role=option].at[data-option=\"{option}\"]"))?;
    window.keys("Enter")
}

/// Takes the newest change back, and waits until the map is as it was.
fn undone(window: &Window<'_>, map: &Corner, before: &Board) -> Result<()> {
    window.keys("Control+z")?;
    window.wait_for("the map as it was", |_| Ok((map.board()? == *before).then_some(())))
}

#[test]
fn kind_estimate_tag_persona_and_done_of_several_cards_are_one_change_each() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = open(&desk, &map)?;
    let before = map.board()?;
    let near = item(&before, "See which cafés serve my usual")?.id;
    let pin = item(&before, "Pin a favourite café")?;
    let both = [pin.id, near];
    let wait = |what: &str, check: &dyn Fn(&Item, &Board) -> bool| {
        window.wait_for(what, |_| {
            let board = map.board()?;
            let each = |id| board.items.get(id).is_some_and(|item| check(item, &board));
            Ok(both.iter().all(|id| each(*id)).then_some(()))
        })
    };
    card(&window, pin)?.click()?;
    window.keys("Shift+ArrowDown")?;

    window.keys("k")?;
    window.wait_for("the choices in the status line", |window| {
        let line = window.find(".status .keys")?.text()?;
        Ok(line.contains("spike").then_some(()))
    })?;
    window.keys("Escape")?;
    window.keys("k")?;
    window.keys("s")?;
    wait("two spikes", &|item, _| item.kind == Some(Kind::Spike))?;
    window.told("“Pin a favourite café” and 1 more: spike")?;
    undone(&window, &map, &before)?;

    window.keys("e")?;
    answer(&window, "2.5", "2.5 points")?;
    wait("two estimates", &|item, _| item.estimate == Some(2.5))?;
    undone(&window, &map, &before)?;

    window.keys("t")?;
    answer(&window, "favourites", "New tag “favourites”")?;
    wait("two tags", &|item, board| {
        let tag = board.tags.iter().find(|tag| tag.name.as_str() == "favourites");
        let on = |tag| board.item_tags.iter().any(|link| link.item == item.id && link.tag == tag);
        tag.is_some_and(|tag| on(tag.id))
    })?;
    window.keys("Escape")?;
    undone(&window, &map, &before)?;

    window.keys("p")?;
    answer(&window, "barista", "Barista")?;
    wait("two for the barista", &|item, board| {
        let who = board.personas.iter().find(|persona| persona.name.as_str() == "Barista");
        let all = |who| {
            board.item_personas.values().any(|link| link.item == item.id && link.persona == who)
        };
        who.is_some_and(|who| all(who.id))
    })?;
    window.keys("Escape")?;
    undone(&window, &map, &before)?;

    window.keys("d")?;
    wait("both are Done", &|item, _| item.done)?;
    undone(&window, &map, &before)?;
    Ok(())
}

#[test]
fn several_cards_move_by_alt_and_arrows_to_a_named_place_and_go_with_their_names_said() -> TestResult
{
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = open(&desk, &map)?;
    let before = map.board()?;
    let pin = item(&before, "Pin a favourite café")?;
    let near = item(&before, "See which cafés serve my usual")?;
    let wait_in = |name: &str| -> Result<()> {
        let there = Some((pin.step, Some(slice(&before, name)?.id)));
        window.wait_for(name, |_| {
            let board = map.board()?;
            let place = |id| board.items.get(id).map(|item| (item.step, item.slice));
            Ok(([place(pin.id), place(near.id)] == [there, there]).then_some(()))
        })
    };
    card(&window, pin)?.click()?;
    window.keys("Shift+ArrowDown")?;

    window.keys("Alt+ArrowUp")?;
    wait_in("Rush hour")?;
    window.told("2 cards moved")?;
    undone(&window, &map, &before)?;

    window.keys("Shift+m")?;
    answer(&window, "walking", "Walking skeleton")?;
    wait_in("Walking skeleton")?;
    undone(&window, &map, &before)?;

    window.keys("Delete")?;
    toast(&window, "Deleted “Pin a favourite café” and 1 more")?;
    window.find(".toast .answer")?.click()?;
    window.wait_for("the map as it was", |_| Ok((map.board()? == before).then_some(())))?;
    Ok(())
}

#[test]
fn a_deleted_slice_and_a_deleted_step_say_where_their_pbis_are() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = open(&desk, &map)?;
    let before = map.board()?;
    let regulars = slice(&before, "Regulars")?;
    window.menu_at(spot(&window, &format!("head {}", regulars.id))?)?;
    choose(&window, "remove")?;
    toast(&window, "Deleted slice Regulars:")?;
    toast(&window, "wait in Later")?;
    undone(&window, &map, &before)?;

    let step = before.columns()[1].id;
    window.menu_at(spot(&window, &format!("step {step}"))?)?;
    choose(&window, "remove")?;
    toast(&window, "Deleted step Choose a café:")?;
    toast(&window, "Across")?;
    undone(&window, &map, &before)?;
    Ok(())
}

#[test]
fn a_card_becomes_a_step_and_a_task_and_comes_back_by_undo() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = open(&desk, &map)?;
    let before = map.board()?;
    let pin = item(&before, "Pin a favourite café")?;
    window.menu_at(card(&window, pin)?.centre()?)?;
    choose(&window, "level")?;
    choose(&window, "toStep")?;
    window.wait_for("a step", |_| {
        let board = map.board()?;
        Ok(board.columns().iter().any(|step| step.id.0 == pin.id.0).then_some(()))
    })?;
    window.wait_for("the focus on the step", |window| {
        Ok((focused(window)? == format!("step {}", pin.id)).then_some(()))
    })?;
    undone(&window, &map, &before)?;

    card(&window, pin)?.click()?;
    window.keys("Shift+t")?;
    answer(&window, "serve my usual", "See which cafés serve my usual")?;
    let near = item(&before, "See which cafés serve my usual")?.id;
    window.wait_for("a task of it", |_| {
        let board = map.board()?;
        let below = board.tasks.iter().find(|task| task.id.0 == pin.id.0);
        Ok(below.is_some_and(|task| task.item == Some(near)).then_some(()))
    })?;
    Ok(())
}

#[test]
fn a_pbi_in_pieces_is_brought_together_by_one_key() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = open(&desk, &map)?;
    let pick = item(&map.board()?, "Pick a time slot to collect")?.clone();
    card(&window, &pick)?.click()?;
    window.keys("j")?;
    window.wait_for("all its tasks with it", |_| {
        let board = map.board()?;
        let mut tasks = board.tasks.iter().filter(|task| task.item == Some(pick.id));
        Ok(tasks.all(|task| task.slice.is_none()).then_some(()))
    })?;
    window.told("is together with its tasks")?;
    window.wait_for("a whole card", |window| {
        let pieces = format!("[data-card=\"{}\"].pieces", pick.id);
        Ok(window.find_all(&pieces)?.is_empty().then_some(()))
    })?;
    Ok(())
}

#[test]
fn steps_picked_with_shift_become_an_activity_whose_name_is_open() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = open(&desk, &map)?;
    let before = map.board()?;
    let columns: Vec<_> = before.columns().into_iter().map(|step| step.id).collect();
    window.click_at(spot(&window, &format!("step {}", columns[1]))?)?;
    window.hold_key("Shift")?;
    window.click_at(spot(&window, &format!("step {}", columns[2]))?)?;
    window.release_key("Shift")?;
    window.wait_for("two picked steps", |window| {
        Ok((window.find_all(".step.picked")?.len() == 2).then_some(()))
    })?;
    window.keys("g")?;
    window.find(".activity textarea")?;
    window.type_text("Decide")?;
    window.keys("Enter")?;
    window.wait_for("the activity over both", |_| {
        let board = map.board()?;
        let over = |step| {
            let activity = board.steps.get(step)?.activity;
            board.activities.get(activity)?.title.as_ref().map(ToString::to_string)
        };
        let named = |step| over(step).as_deref() == Some("Decide");
        Ok((named(columns[1]) && named(columns[2])).then_some(()))
    })?;
    Ok(())
}

#[test]
fn a_product_goal_is_named_stretched_ordered_reached_thrown_away_and_made_by_keys() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = open(&desk, &map)?;
    let before = map.board()?;
    let next = before.goals.iter().find(|goal| goal.state == GoalState::Next).ok_or("a goal")?;
    let last = before.activities.iter().last().ok_or("an activity")?.id;
    let concerns_last = |board: &Board| {
        let mut links = board.goal_activities.values().filter(|link| link.goal == next.id);
        links.any(|link| link.activity == last)
    };
    assert!(concerns_last(&before), "the example has it so");
    let second = before.columns()[2].activity;
    window.click_at(spot(&window, &format!("activity {second}"))?)?;
    window.keys("ArrowUp")?;
    window.wait_for("the focus on the goal", |window| {
        Ok((focused(window)? == format!("goal {}", next.id)).then_some(()))
    })?;

    window.keys("F2")?;
    window.find(".goal textarea")?;
    window.type_text("Coffee is a habit")?;
    window.keys("Enter")?;
    window.wait_for("the new name in the file", |_| {
        let board = map.board()?;
        Ok(board
            .goals
            .get(next.id)
            .filter(|goal| goal.title.as_str() == "Coffee is a habit")
            .map(|_| ()))
    })?;
    undone(&window, &map, &before)?;

    window.keys("Alt+Shift+ArrowLeft")?;
    window.wait_for("one activity less", |_| Ok((!concerns_last(&map.board()?)).then_some(())))?;
    window.told("concerns")?;
    undone(&window, &map, &before)?;

    window.keys("Shift+F10")?;
    window.find("[role=menu]")?;
    window.type_text("where")?;
    window.keys("ArrowRight")?;
    window.find("[data-entry=goalReached]")?;
    window.type_text("reached")?;
    window.keys("Enter")?;
    window.find(".finish button")?.click()?;
    window.wait_for("a goal that was reached", |_| {
        let board = map.board()?;
        Ok(board.goals.get(next.id).filter(|goal| goal.state == GoalState::Reached).map(|_| ()))
    })?;
    undone(&window, &map, &before)?;

    window.keys("Delete")?;
    toast(&window, &format!("Deleted Product Goal {}: its activities stay", next.title))?;
    window.keys("Shift+g")?;
    window.find(".add textarea")?;
    window.type_text("Teams order together")?;
    window.keys("Enter")?;
    let made = window.wait_for("the new goal", |_| {
        let board = map.board()?;
        Ok(board
            .goals
            .iter()
            .find(|goal| goal.title.as_str() == "Teams order together")
            .map(|goal| goal.id))
    })?;
    window.wait_for("the focus on it", |window| {
        Ok((focused(window)? == format!("goal {made}")).then_some(()))
    })?;
    Ok(())
}

#[test]
fn a_name_that_is_refused_stays_in_its_field_and_why_is_said() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = open(&desk, &map)?;
    let pin = item(&map.board()?, "Pin a favourite café")?.clone();
    card(&window, &pin)?.click()?;
    window.keys("F2")?;
    window.find(".card textarea")?;
    window.type_text(&"long ".repeat(70))?;
    window.keys("Enter")?;
    toast(&window, "Shorten it")?;
    let kept = window.find(".card textarea[aria-invalid=true]")?;
    let length = kept.script("return arguments[0].value.length")?;
    assert_eq!(length, 349, "all of it but the space at its end");
    window.keys("Control+a")?;
    window.type_text("Keep a café")?;
    window.keys("Enter")?;
    window.wait_for("the shorter name in the file", |_| {
        Ok(item(&map.board()?, "Keep a café").ok().map(|item| item.id))
    })?;
    Ok(())
}

#[test]
fn a_card_is_read_aloud_with_its_step_its_slice_its_place_and_its_state() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = open(&desk, &map)?;
    let pick = item(&map.board()?, "Pick a time slot to collect")?.clone();
    let name = card(&window, &pick)?.attribute("aria-label")?.unwrap_or_default();
    assert!(
        name.starts_with("Pick a time slot to collect, step Pick a time, slice Rush hour, 1 of "),
        "{name}"
    );
    assert!(name.contains("in pieces"), "{name}");
    Ok(())
}
