//! The panel: all about one PBI, changed where it stands, with no Save.

use std::os::unix::fs::PermissionsExt as _;

use throughline_core::board::{Board, Item, Kind};
use throughline_core::document::Document;
use throughline_core::edit::Edit;
use throughline_core::story::Story;
use throughline_tests::TestResult;

use crate::corner::{Corner, card, item};
use crate::harness::{Desk, Result, Window};

const SLOT: &str = "Pick a time slot to collect";

/// Waits until this holds of what the file says.
fn wait_for(
    window: &Window<'_>,
    map: &Corner,
    what: &str,
    holds: impl Fn(&Board) -> Result<bool>,
) -> TestResult {
    window.wait_for(what, |_| Ok(holds(&map.board()?)?.then_some(())))?;
    Ok(())
}

/// Opens the panel of a PBI by keys, with the focus on it.
fn open(window: &Window<'_>, item: &Item) -> TestResult {
    focus(window, item)?;
    window.keys("Enter")?;
    wait_for_panel(window, &item.title)
}

fn focus(window: &Window<'_>, item: &Item) -> TestResult {
    card(window, item)?.script("arguments[0].focus()")?;
    Ok(())
}

fn wait_for_panel(window: &Window<'_>, title: &str) -> TestResult {
    window.wait_for(&format!("the panel of {title}"), |window| {
        let shown = window.script(
            "const panel = document.querySelector('[data-region=panel]');
             return panel && panel.contains(document.activeElement) && panel.querySelector('h2 textarea').value",
            &[],
        )?;
        Ok((shown.as_str() == Some(title)).then_some(()))
    })?;
    Ok(())
}

/// Puts the focus on a field of the panel by its name, and what is in it under the next keys.
fn write(window: &Window<'_>, field: &str, text: &str) -> TestResult {
    let panel = "[...document.querySelectorAll('[data-region=panel] :is(textarea, input)')]";
    window.wait_for(field, |window| {
        let found = window.script(
            &format!(
                "const field = {panel}.find((it) => it.ariaLabel === arguments[0]);
                 field?.focus(); field?.select(); return document.activeElement === field"
            ),
            &[field.into()],
        )?;
        Ok(found.as_bool().filter(|found| *found))
    })?;
    window.type_text(text)?;
    window.keys("Enter")
}

/// Presses what has this name in the panel.
fn press(window: &Window<'_>, role: &str, name: &str) -> TestResult {
    window.wait_for(name, |window| {
        let pressed = window.script(
            "const [role, name] = arguments;
             const named = (it) => [it.ariaLabel, it.innerText.trim()].includes(name);
             const found = [...document.querySelectorAll(`[data-region=panel] :is(${role}, [role=${role}])`)].find(named);
             found?.click(); return !!found",
            &[role.into(), name.into()],
        )?;
        Ok(pressed.as_bool().filter(|pressed| *pressed))
    })?;
    Ok(())
}

#[test]
fn enter_opens_a_card_arrows_show_the_next_one_and_esc_goes_back_to_it() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    window.resize(1440, 900)?;
    let board = map.board()?;
    let slot = item(&board, SLOT)?;
    open(&window, slot)?;
    assert!(window.find_all(".tray")?.is_empty(), "the tray makes room");
    window.find(".rail")?;
    window.wait_for("the card beside its panel", |window| {
        let seen = card(window, slot)?.script(
            "const card = arguments[0].getBoundingClientRect();
             return card.right <= document.querySelector('[data-region=panel]').getBoundingClientRect().left",
        )?;
        Ok(seen.as_bool().filter(|seen| *seen))
    })?;

    window.keys("Escape")?;
    let back = |window: &Window<'_>| -> Result<Option<()>> {
        let spot = window.script("return document.activeElement.dataset.spot", &[])?;
        let there = window.find_all("[data-region=panel]")?.is_empty();
        Ok((there && spot.as_str() == Some(&format!("card {}", slot.id))).then_some(()))
    };
    window.wait_for("the focus on the card", back)?;

    // From the map, the panel goes along; F6 is the way between the two.
    window.keys("Enter")?;
    wait_for_panel(&window, SLOT)?;
    focus(&window, slot)?;
    window.keys("ArrowRight")?;
    window.wait_for("the panel of the card beside it", |window| {
        let title = window.script(
            "return document.querySelector('[data-region=panel] h2 textarea').value",
            &[],
        )?;
        Ok(title.as_str().is_some_and(|title| title != SLOT).then_some(()))
    })?;
    window.keys("Escape")?;
    window.wait_for("no panel", |window| {
        Ok(window.find_all("[data-region=panel]")?.is_empty().then_some(()))
    })?;
    assert_eq!(map.board()?, board, "looking changes nothing");
    Ok(())
}

#[test]
fn title_story_and_criteria_are_written_where_they_stand_and_taken_back() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let before = map.board()?;
    let slot = item(&before, SLOT)?;
    open(&window, slot)?;

    let sentence = "As a barista, I need the slot on the cup, so that I pour in time.";
    write(&window, "Who wants it", sentence)?;
    let id = slot.id;
    let story =
        |board: &Board| board.items.get(id).map(|item| item.story.clone()).unwrap_or_default();
    wait_for(&window, &map, "the whole story", |board| Ok(story(board) == sentence))?;
    window.wait_for("the parts", |window| {
        let parts = window.script(
            "return [...document.querySelectorAll('[data-region=panel] .part textarea')].map((it) => it.value)",
            &[],
        )?;
        Ok((parts == serde_json::json!(["barista", "the slot on the cup", "I pour in time"])).then_some(()))
    })?;
    write(&window, "What they want", "to see the slot")?;
    wait_for(&window, &map, "another want", |board| {
        Ok(Story::of(&story(board)).want == "to see the slot")
    })?;

    write(&window, "Add a criterion", "Slots of a closed café are not offered")?;
    write(&window, "Add a criterion", "It works by keys")?;
    let criteria = |board: &Board| -> Vec<(String, bool)> {
        let own = board.criteria.iter().filter(|it| it.item == id);
        own.map(|it| (it.text.clone(), it.met)).collect()
    };
    wait_for(&window, &map, "two more criteria", |board| Ok(criteria(board).len() == 5))?;
    press(&window, "checkbox", "It works by keys")?;
    wait_for(&window, &map, "the tick", |board| Ok(criteria(board)[4].1))?;
    window.script(
        "document.querySelector('[data-region=panel] [role=checkbox][aria-label=\"It works by keys\"]').focus()",
        &[],
    )?;
    window.keys("Alt+ArrowUp")?;
    wait_for(&window, &map, "the criterion further up", |board| {
        Ok(criteria(board)[3].0 == "It works by keys")
    })?;
    let held = window.script("return document.activeElement.ariaLabel", &[])?;
    assert_eq!(held, "It works by keys", "the focus goes with its row");
    press(&window, "button", "Remove It works by keys")?;
    wait_for(&window, &map, "the criterion gone", |board| Ok(criteria(board).len() == 4))?;

    write(&window, "Title", "Choose when to collect")?;
    wait_for(
        &window,
        &map,
        "the title",
        |board| Ok(item(board, "Choose when to collect").is_ok()),
    )?;
    window.script("document.querySelector('[data-region=panel]').focus()", &[])?;
    for _ in 0..8 {
        window.keys("Control+z")?;
    }
    wait_for(&window, &map, "the map as it was", |board| Ok(*board == before))?;
    wait_for_panel(&window, SLOT)?;
    Ok(())
}

#[test]
fn what_others_change_is_seen_at_once_and_takes_nothing_from_under_the_hand() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let board = map.board()?;
    let slot = item(&board, SLOT)?;
    open(&window, slot)?;
    window.script(
        "const field = document.querySelector('[data-region=panel] h2 textarea'); field.focus(); field.select()",
        &[],
    )?;
    window.type_text("Half a name")?;

    let mut other = Document::open(&map.path)?;
    other.edit(&Edit::ChangeItem {
        item: slot.id,
        title: Some("Named by somebody else".into()),
        story: None,
        notes: None,
    })?;
    other.edit(&Edit::AddCriterion {
        item: slot.id,
        text: "Written elsewhere".into(),
        before: None,
    })?;
    window.wait_for("the criterion of somebody else", |window| {
        let there = "return [...document.querySelectorAll('[data-region=panel] textarea')].some((it) => it.value === 'Written elsewhere')";
        Ok(window.script(there, &[])?.as_bool().filter(|there| *there))
    })?;
    let typed = window.script("return document.activeElement.value", &[])?;
    assert_eq!(typed, "Half a name");
    window.type_text(" of ours")?;
    window.keys("Enter")?;
    wait_for(&window, &map, "our name", |board| Ok(item(board, "Half a name of ours").is_ok()))
}

#[test]
fn tasks_are_added_ticked_pulled_alone_promoted_and_moved() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let board = map.board()?;
    let usual = item(&board, "See which cafés serve my usual")?.clone();
    let id = usual.id;
    open(&window, &usual)?;
    window.keys("Control+Enter")?;
    let tasks = |board: &Board| -> Vec<String> {
        let own = board.tasks.iter().filter(|task| task.item == Some(id));
        own.map(|task| task.title.to_string()).collect()
    };
    let had = tasks(&board).len();
    for title in ["Draw the pin", "Store the pin", "Test the pin"] {
        window.type_text(title)?;
        window.keys("Enter")?;
        wait_for(&window, &map, title, |board| Ok(tasks(board).iter().any(|task| task == title)))?;
    }
    press(&window, "checkbox", "Draw the pin")?;
    wait_for(&window, &map, "the tick", |board| {
        Ok(board.tasks.iter().any(|task| task.title.as_str() == "Draw the pin" && task.done))
    })?;

    press(&window, "button", "More for Store the pin")?;
    press(&window, "menuitem", "Pull alone into Rush hour")?;
    wait_for(&window, &map, "the task alone", |board| {
        Ok(board
            .tasks
            .iter()
            .any(|task| task.title.as_str() == "Store the pin" && task.slice.is_some()))
    })?;
    press(&window, "button", "Bring together")?;
    wait_for(&window, &map, "the task back", |board| {
        Ok(board
            .tasks
            .iter()
            .all(|task| task.title.as_str() != "Store the pin" || task.slice.is_none()))
    })?;

    press(&window, "button", "More for Test the pin")?;
    press(&window, "menuitem", "Make it a PBI")?;
    wait_for(&window, &map, "a PBI of it", |board| Ok(item(board, "Test the pin").is_ok()))?;

    press(&window, "button", "More for Store the pin")?;
    press(&window, "menuitem", "Move to another PBI…")?;
    window.by_role("combobox", "Move to another PBI…")?;
    window.type_text("time slot")?;
    window.find("[role=option][aria-selected=true]")?;
    window.keys("Enter")?;
    let slot = item(&board, SLOT)?.id;
    wait_for(&window, &map, "the task below the other PBI", |board| {
        Ok(board
            .tasks
            .iter()
            .any(|task| task.title.as_str() == "Store the pin" && task.item == Some(slot)))
    })?;
    wait_for(&window, &map, "one task more than before", |board| Ok(tasks(board).len() == had + 1))
}

#[test]
fn kind_estimate_personas_tags_and_done_are_said_in_the_panel() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let board = map.board()?;
    let usual = item(&board, "See which cafés serve my usual")?.clone();
    let id = usual.id;
    open(&window, &usual)?;
    window.keys("k")?;
    window.keys("e")?;
    let of = |board: &Board| board.items.get(id).cloned().ok_or("the PBI");
    wait_for(&window, &map, "an enabler", |board| Ok(of(board)?.kind == Some(Kind::Enabler)))?;
    window.find("[data-region=panel] .kinds [aria-pressed=true]")?;
    press(&window, "button", "Enabler")?;
    wait_for(&window, &map, "undeclared again", |board| Ok(of(board)?.kind.is_none()))?;

    write(&window, "Estimate", "2,5")?;
    wait_for(&window, &map, "the estimate", |board| Ok(of(board)?.estimate == Some(2.5)))?;
    write(&window, "Estimate", "many")?;
    window.find("[role=alert]")?;
    assert_eq!(of(&map.board()?)?.estimate, Some(2.5), "no number, no change");

    write(&window, "Tag", "map")?;
    wait_for(&window, &map, "the tag", |board| {
        Ok(board.item_tags.iter().any(|tagged| {
            tagged.item == id
                && board.tags.get(tagged.tag).is_some_and(|tag| tag.name.as_str() == "map")
        }))
    })?;
    window.find("[data-region=panel] [data-personas] button")?.click()?;
    press(&window, "menuitemcheckbox", "Owner")?;
    let owner = board.personas.iter().find(|it| it.name.as_str() == "Owner").ok_or("Owner")?.id;
    wait_for(&window, &map, "for the owner too", |board| {
        Ok(board.item_personas.values().any(|tie| tie.item == id && tie.persona == owner))
    })?;
    press(&window, "checkbox", "Works with a weak signal")?;
    wait_for(&window, &map, "a rule met", |board| {
        Ok(board.done_checks.values().any(|it| it.item == id))
    })?;
    press(&window, "button", "To do")?;
    wait_for(&window, &map, "Done", |board| Ok(of(board)?.done))
}

#[test]
fn notes_read_as_markdown_and_a_link_opens_only_when_it_is_asked_for() -> TestResult {
    let desk = Desk::new()?;
    // What the system would open is written down instead.
    let opened = desk.home().join("opened");
    let program = desk.home().join("bin/xdg-open");
    std::fs::create_dir_all(desk.home().join("bin"))?;
    std::fs::write(&program, format!("#!/bin/sh\necho \"$1\" >> '{}'\n", opened.display()))?;
    std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o755))?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let board = map.board()?;
    let slot = item(&board, SLOT)?;
    open(&window, slot)?;
    window.find("[data-region=panel] [data-notes]")?.click()?;
    window.wait_for("the field of the notes", |window| {
        let writes = window.script("return document.activeElement.ariaLabel === 'Notes'", &[])?;
        Ok(writes.as_bool().filter(|writes| *writes))
    })?;
    window.keys("Control+a")?;
    let notes = "**Soon** see [the plan](https://corner.example/plan) <b onclick=1>x</b> [bad](javascript:alert)";
    window.type_text(notes)?;
    // Nobody leaves the field: a pause is enough.
    let id = slot.id;
    wait_for(&window, &map, "the notes after a pause", |board| {
        Ok(board.items.get(id).is_some_and(|item| item.notes == notes))
    })?;
    window.script("document.querySelector('[data-region=panel]').focus()", &[])?;
    window.find("[data-region=panel] strong")?;
    let link = window.find("[data-region=panel] .link")?;
    let html = window.script(
        "return document.querySelectorAll('[data-region=panel] :is(b[onclick], a[href])').length",
        &[],
    )?;
    assert_eq!((html, window.find_all("[data-region=panel] .link")?.len()), (0.into(), 1));
    assert!(!opened.exists(), "nothing opens by itself");
    link.click()?;
    window.wait_for("the page", |_| {
        let said = std::fs::read_to_string(&opened).unwrap_or_default();
        Ok((said.trim() == "https://corner.example/plan").then_some(()))
    })?;
    Ok(())
}

#[test]
fn space_shows_the_story_of_a_card_and_space_hides_it() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let board = map.board()?;
    let slot = item(&board, SLOT)?;
    focus(&window, slot)?;
    let gone = |window: &Window<'_>| -> Result<Option<()>> {
        Ok(window.find_all("[data-story]")?.is_empty().then_some(()))
    };
    for end in ["Space", "Escape"] {
        window.keys("Space")?;
        let story = window.find("[data-story]")?.text()?;
        assert!(story.contains("commuter") && story.contains("8 am"), "{story}");
        window.keys(end)?;
        window.wait_for("no story", gone)?;
    }
    // The pointer that rests on it shows it too.
    let at = card(&window, slot)?.centre()?;
    window.move_to(at.offset(-40.0, 0.0), at)?;
    window.find("[data-story]")?;
    Ok(())
}

#[test]
fn steps_slices_goals_personas_and_the_definition_of_done_have_panels_too() -> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    let board = map.board()?;
    let slice = board.slices.iter().find(|it| it.name.as_str() == "Regulars").ok_or("Regulars")?.id;
    let go = |spot: &str| -> TestResult {
        window.find(&format!("[data-spot=\"{spot}\"]"))?.script("arguments[0].focus()")?;
        window.keys("Shift+Enter")?;
        Ok(())
    };
    go(&format!("head {slice}"))?;
    window.find("[data-panel=slice]")?;
    write(&window, "Part on purpose", "Only those who come daily")?;
    wait_for(&window, &map, "a part on purpose", |board| {
        Ok(board.slices.get(slice).is_some_and(|it| it.part_on_purpose.is_some()))
    })?;
    write(&window, "Closed on", "someday")?;
    window.find("[role=alert]")?;
    write(&window, "Closed on", "2026-04-30")?;
    wait_for(&window, &map, "closed", |board| {
        Ok(board.slices.get(slice).is_some_and(|it| it.closed_on.as_deref() == Some("2026-04-30")))
    })?;

    let step = board.columns().first().ok_or("a step")?.id;
    go(&format!("step {step}"))?;
    window.find("[data-panel=step]")?;
    window.find("[data-panel=step] [data-personas] button")?.click()?;
    press(&window, "menuitemcheckbox", "Commuter")?;
    wait_for(&window, &map, "the step of a commuter", |board| {
        Ok(board.step_personas.values().any(|tie| tie.step == step))
    })?;

    let ask = |words: &str, panel: &str| -> TestResult {
        window.keys("Control+k")?;
        window.by_role("combobox", "Find or do")?;
        window.type_text(words)?;
        window.find("[role=option][aria-selected=true] b")?;
        window.keys("Enter")?;
        window.find(&format!("[data-panel={panel}]"))?;
        Ok(())
    };
    ask(">Personas", "personas")?;
    write(&window, "Add a persona", "Roaster")?;
    wait_for(&window, &map, "a persona", |board| {
        Ok(board.personas.iter().any(|it| it.name.as_str() == "Roaster"))
    })?;
    ask(">Definition", "done-rules")?;
    write(&window, "Add a rule", "Somebody used it")?;
    wait_for(&window, &map, "a rule", |board| {
        Ok(board.done_rules.iter().any(|it| it.text == "Somebody used it"))
    })?;
    ask(">Product Goal", "goal")?;
    write(&window, "Measure", "Order to cup: 3 min")?;
    wait_for(&window, &map, "a measure", |board| {
        Ok(board.goals.iter().any(|it| it.measure == "Order to cup: 3 min"))
    })
}
