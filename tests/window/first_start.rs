//! The program starts.

use throughline_tests::TestResult;

use crate::harness::Desk;

#[test]
fn the_window_opens_and_shows_its_name_and_axe_finds_nothing() -> TestResult {
    let desk = Desk::new()?;
    let window = desk.open::<&str>([])?;
    window.by_role("heading", "Throughline")?;
    assert_eq!(window.axe()?, Vec::<String>::new(), "every rule of axe holds");
    Ok(())
}
