//! `print`

use std::io::Read as _;

use serde_json::json;
use throughline_tests::TestResult;

use crate::desk::Desk;

#[test]
fn a_map_prints_by_band_and_step() -> TestResult {
    let desk = Desk::with_corner()?;
    assert_eq!(
        desk.session(&["print corner.storymap"])?,
        "\
$ print corner.storymap
corner

Backbone
  Order ahead
    Choose
  Collect
    (untitled)

Slice: Walking skeleton
  Order ahead › Choose
    [ ] See the menu  #hungry
  Tasks alone
    [ ] card form  of Pay by card

Slice: Regulars
  Order ahead › Choose
    [ ] Pay by card  outcome  3 points
      [x] choose a provider
      [ ] card form  → Walking skeleton
  Collect
    [ ] Hand over at the counter

Tray
  [ ] Gift cards
"
    );
    Ok(())
}

#[test]
fn slices_print_alone_and_an_unknown_one_is_refused_with_their_names() -> TestResult {
    let desk = Desk::with_corner()?;
    assert_eq!(
        desk.session(&[
            "print corner.storymap --slice \"walking skeleton\"",
            "print corner.storymap --slice MVP",
        ])?,
        "\
$ print corner.storymap --slice \"walking skeleton\"
corner

Slice: Walking skeleton
  Order ahead › Choose
    [ ] See the menu  #hungry
  Tasks alone
    [ ] card form  of Pay by card
$ print corner.storymap --slice MVP
! There is no slice called “MVP”. There are: “Walking skeleton”, “Regulars”.
[exit 1]
"
    );
    Ok(())
}

#[test]
fn as_json_every_row_has_its_id_and_place() -> TestResult {
    let desk = Desk::with_corner()?;
    let map = desk.run(["print", "corner.storymap", "--format", "json"])?.json()?;
    let (slices, steps) = (&map["slices"], &map["steps"]);
    let pay = &map["items"][1];
    assert_eq!(pay["title"], "Pay by card");
    assert_eq!((&pay["slice"], &pay["step"]), (&slices[1]["id"], &steps[0]["id"]));
    assert_eq!((&pay["band"], &pay["index"]), (&json!("slice"), &json!(0)));
    assert_eq!((&pay["kind"], &pay["estimate"]), (&json!("outcome"), &json!(3.0)));
    assert_eq!(map["tasks"][1]["slice"], slices[0]["id"]);
    assert_eq!(map["items"][3]["band"], "tray");
    Ok(())
}

#[test]
fn printing_into_a_pipe_that_closes_is_no_failure() -> TestResult {
    let desk = Desk::with_map()?;
    let to = json!({"step": null, "slice": null, "before": null});
    let long = "order a coffee ahead ".repeat(14);
    let edits: Vec<_> = (0..400)
        .map(|number| json!({"type": "addItem", "title": format!("{long}{number}"), "to": to}))
        .collect();
    desk.edit(&edits)?;
    for arguments in
        [["print", "corner.storymap"].as_slice(), &["print", "corner.storymap", "--format", "json"]]
    {
        let mut child = desk.command(arguments.iter().copied()).spawn()?;
        let mut out = child.stdout.take().ok_or("piped")?;
        let mut first = [0; 10];
        out.read_exact(&mut first)?;
        drop(out);
        let output = child.wait_with_output()?;
        assert_eq!(output.status.code(), Some(0));
        assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    Ok(())
}
