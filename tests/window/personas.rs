//! Whom the map is for: personas come, are named, and go, with all that named them.

use throughline_tests::TestResult;

use crate::corner::Corner;
use crate::harness::Desk;

#[test]
fn a_persona_that_is_thrown_away_leaves_every_card_and_step_and_comes_back_by_one_undo()
-> TestResult {
    let desk = Desk::new()?;
    let map = Corner::on(&desk)?;
    let window = desk.open([&map.path])?;
    window.resize(1440, 900)?;
    let before = map.board()?;
    let gone = before.personas.iter().next().ok_or("no persona")?;
    assert!(before.item_personas.values().any(|tie| tie.persona == gone.id));

    window.keys("Control+k")?;
    window.by_role("combobox", "Find or do")?;
    window.type_text(">delete a persona")?;
    window.wait_for("the action", |window| {
        let chosen = window.find("[role=option][aria-selected=true]")?.text()?;
        Ok(chosen.contains("Delete a persona").then_some(()))
    })?;
    window.keys("Enter")?;
    window.find("dialog.picker [role=combobox]")?;
    window.type_text(gone.name.as_str())?;
    window.find(&format!("[role=option].at[data-option=\"{}\"]", gone.name))?;
    window.keys("Enter")?;
    window.wait_for("a map without it", |_| {
        let board = map.board()?;
        let named = board.item_personas.values().any(|tie| tie.persona == gone.id)
            || board.step_personas.values().any(|tie| tie.persona == gone.id);
        Ok((board.personas.get(gone.id).is_none() && !named).then_some(()))
    })?;
    window.wait_for("no disc of it", |window| {
        let discs = window.script(
            "return [...document.querySelectorAll('.disc')].some((it) => it.getAttribute('aria-label') === arguments[0] || it.title === arguments[0])",
            &[gone.name.as_str().into()],
        )?;
        Ok((discs.as_bool() == Some(false)).then_some(()))
    })?;
    assert_eq!(map.board()?.items.len(), before.items.len(), "its cards stay");
    window.keys("Control+z")?;
    window.wait_for("the map as it was", |_| Ok((map.board()? == before).then_some(())))?;
    Ok(())
}
