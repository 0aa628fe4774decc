use super::*;

/// Activities of one column each, 152 px wide, 176 px apart.
fn spans(stops: &[Stop]) -> Vec<Span> {
    stops
        .iter()
        .zip(0_u32..)
        .map(|(&stop, at)| Span {
            left: at * 176,
            right: at * 176 + 152,
            stop,
            cards: stop != Stop::Nothing,
        })
        .collect()
}

fn drawn(verdict: Verdict, stops: &[Stop]) -> Line {
    line(verdict, &spans(stops), &Metrics::TEAM)
}

fn path(line: &Line, pen: Pen) -> &str {
    line.strokes.iter().find(|stroke| stroke.pen == pen).map_or("", |stroke| &stroke.path)
}

fn pens(line: &Line) -> Vec<Pen> {
    line.strokes.iter().map(|stroke| stroke.pen).collect()
}

#[test]
fn end_to_end_runs_unbroken_from_the_pill_to_a_last_dot() {
    let line = drawn(Verdict::EndToEnd, &[Stop::Whole, Stop::Whole]);
    assert_eq!(path(&line, Pen::Thick), "M-8 17.5L6 17.5M6 17.5L182 17.5M182 17.5L322 17.5");
    assert_eq!(path(&line, Pen::Dots).matches('M').count(), 3);
    assert_eq!(line.words, []);
}

#[test]
fn what_is_covered_from_above_is_thin_with_a_ring_and_ticked_where_it_is_done() {
    let line = drawn(Verdict::EndToEnd, &[Stop::WholeDone, Stop::CoveredDone, Stop::Covered]);
    assert_eq!(path(&line, Pen::Thick), "M-8 17.5L0 17.5M12 17.5L182 17.5");
    assert_eq!(path(&line, Pen::Thin), "M182 17.5L358 17.5M358 17.5L498 17.5");
    assert_eq!(pens(&line), [Pen::Thick, Pen::Thin, Pen::Dots, Pen::Rings, Pen::Ticks]);
}

#[test]
fn a_hole_interrupts_the_line_and_says_so_once() {
    let line = drawn(Verdict::Gaps, &[Stop::Whole, Stop::Hole, Stop::HoleAbove, Stop::Whole]);
    assert_eq!(path(&line, Pen::Thick), "M-8 17.5L6 17.5M6 17.5L150.5 17.5M534 17.5L678.5 17.5");
    assert_eq!(path(&line, Pen::Hole).matches('M').count(), 2);
    assert_eq!(line.words, [LineWord { x: 196, word: LineWordKind::NoPbiYet }]);
}

#[test]
fn a_hole_in_the_first_activity_leaves_the_pill_alone() {
    let line = drawn(Verdict::Gaps, &[Stop::Hole, Stop::Whole]);
    assert_eq!(path(&line, Pen::Thick), "M182 17.5L326.5 17.5");
}

#[test]
fn what_is_not_needed_is_passed_as_dots_between_needed_activities_and_said_elsewhere() {
    let line = drawn(Verdict::EndToEnd, &[Stop::Whole, Stop::Nothing, Stop::Whole, Stop::Nothing]);
    assert_eq!(line.words, [LineWord { x: 546, word: LineWordKind::NotNeeded }]);
    assert_eq!(path(&line, Pen::Grey), "M530 17.5L538 17.5");
    assert!(path(&line, Pen::Dots).matches('M').count() > 20);
}

#[test]
fn a_part_on_purpose_runs_between_two_upright_stops() {
    let line =
        drawn(Verdict::PartOnPurpose, &[Stop::Hole, Stop::Whole, Stop::WholeDone, Stop::Nothing]);
    assert_eq!(path(&line, Pen::Thick), "M182 17.5L352 17.5M364 17.5L502 17.5");
    assert!(path(&line, Pen::Dots).contains("M168.75 10.5L171.25 10.5L171.25 24.5L168.75 24.5Z"));
    assert!(path(&line, Pen::Dots).contains("M502.75 10.5"));
    assert_eq!(path(&line, Pen::Grey).matches('M').count(), 2);
    assert_eq!(line.words, []);
}

#[test]
fn pieces_are_dashes_that_never_cross_an_activitys_end() {
    let line = drawn(Verdict::Pieces, &[Stop::Nothing, Stop::Hole, Stop::Hole]);
    let dashes = path(&line, Pen::Thick);
    let xs: Vec<f64> = dashes
        .split(['M', 'L'])
        .filter_map(|point| point.split(' ').next()?.parse().ok())
        .collect();
    assert!(xs.len() >= 16);
    assert!(
        xs.iter().all(|x| (176.0..=328.0).contains(x) || (352.0..=504.0).contains(x)),
        "{dashes}"
    );
    assert_eq!(path(&line, Pen::Grey).matches('M').count(), 1, "nothing stands in the first");
}

#[test]
fn the_first_dash_of_activity_i_is_number_two_i() {
    let line = drawn(Verdict::Pieces, &[Stop::Hole, Stop::Hole]);
    assert!(path(&line, Pen::Thick).starts_with("M3.5 17.5L14.5 17.5M"), "14 px, straight");
    assert!(path(&line, Pen::Thick).contains("M179.53 18.85L194.47 20.15"), "18 px, turned by 5°");
}

#[test]
fn groundwork_is_hatched_where_it_stands() {
    let line = drawn(Verdict::Groundwork, &[Stop::Nothing, Stop::Groundwork]);
    assert!(path(&line, Pen::Hatch).starts_with("M176 17.5L328 17.5M184 17.5L179 24.5M196"));
    assert_eq!(path(&line, Pen::Grey), "M2 17.5L10 17.5");
}

#[test]
fn empty_is_rings_apart() {
    let line = drawn(Verdict::Empty, &[Stop::Nothing; 3]);
    assert_eq!(pens(&line), [Pen::Rings]);
    assert_eq!(path(&line, Pen::Rings).matches('M').count(), 3);
}

#[test]
fn a_map_without_activities_has_no_line() {
    for verdict in
        [Verdict::Empty, Verdict::Gaps, Verdict::EndToEnd, Verdict::PartOnPurpose, Verdict::Pieces]
    {
        assert_eq!(drawn(verdict, &[]).strokes, []);
    }
}
