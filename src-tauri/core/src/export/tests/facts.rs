//! What is so in a band, as a picture says it.

use super::*;
use crate::sketch::sketch;

/// The picture of a map of one slice on which these lines are recorded.
fn picture(records: &str) -> Result<String, ExportError> {
    let map = format!("     | Pay\n MVP | ✓Card, Cash\n{records}");
    let mut drawn = Sample::default();
    drawn.board = sketch(&map);
    svg(&drawn, &ExportOptions::default())
}

#[test]
fn only_an_increment_is_a_green_chip_and_its_value_stands_beside_it() -> Result<(), ExportError> {
    let green = format!("#{:06X}", Theme::LIGHT.increment.rgb).to_lowercase();
    let chip = picture("Increment Paying (MVP): Card; confirmed")?;
    assert!(chip.contains("1 Increment") && chip.contains("confirmed"), "{chip}");
    assert!(chip.to_lowercase().contains(&green));
    let open = picture("Rule Reviewed: Cash")?;
    assert!(open.contains("1 finished, DoD open"), "{open}");
    assert!(!open.to_lowercase().contains(&green), "no Increment yet");
    Ok(())
}

#[test]
fn what_was_found_not_usable_is_said() -> Result<(), ExportError> {
    assert!(picture("Increment Paying (MVP): Card; not usable")?.contains("Done, not usable"));
    Ok(())
}
