//! Every view and state that a person can meet, each made by keys and the mouse from a fresh start: for
//! the gallery, and for axe.

use throughline_core::document::Document;
use throughline_core::edit::Edit;
use throughline_tests::source_folder;

use crate::corner::{Corner, card, item};
use crate::grown;
use crate::harness::{Desk, Result, Window};
use crate::second_team;

/// One state: its name, and the hands that lead to it.
#[derive(Clone, Copy)]
pub struct State {
    pub name: &'static str,
    pub map: Map,
    pub reach: for<'desk> fn(&'desk Desk, &'desk Window<'desk>) -> Result<()>,
}

/// The map that a window starts with.
#[derive(Clone, Copy, PartialEq)]
pub enum Map {
    /// None.
    None,
    /// One with nothing on it.
    Blank,
    /// The example.
    Corner,
    /// One of a few hundred PBIs.
    Grown,
    /// One of a team that learned to pull whole PBIs.
    SecondTeam,
    /// A file that is no map.
    Broken,
}

impl State {
    /// Opens a window on the state's map.
    pub fn open<'desk>(&self, desk: &'desk Desk) -> Result<Window<'desk>> {
        let path = desk.home().join("corner.storymap");
        match self.map {
            Map::None => return desk.open::<&str>([]),
            Map::Blank => drop(Document::create(&path, "Corner")?),
            Map::Corner => drop(Corner::on(desk)?),
            Map::Grown => grown::on(&path)?,
            Map::SecondTeam => second_team::on(&path)?,
            Map::Broken => std::fs::write(&path, "SQLite format 3\0 and nothing of the kind")?,
        }
        desk.open([&path])
    }
}

macro_rules! states {
    ($($(#[$doc:meta])* $name:ident($map:ident);)*) => {
        /// All of them.
        pub const STATES: &[State] = &[$(State {
            name: stringify!($name),
            map: Map::$map,
            reach: reach::$name,
        }),*];

        /// axe, in each of them and in every theme.
        mod axe_finds_nothing_in {
            use throughline_tests::TestResult;
            $(
                #[test]
                fn $name() -> TestResult {
                    super::hold(stringify!($name))
                }
            )*
        }
    };
}

states! {
    empty(None);
    first_goal(None);
    paste_list(None);
    first_activity(Blank);
    broken_file(Broken);
    team(Corner);
    sprints(Corner);
    workshop(Corner);
    workshop_plan(Corner);
    folded(Corner);
    focus(Corner);
    later_open(Corner);
    selected(Corner);
    writing(Corner);
    dragging(Corner);
    item_panel(Corner);
    item_panel_below(Corner);
    slice_panel(Corner);
    step_panel(Corner);
    goal_panel(Corner);
    personas_panel(Corner);
    done_panel(Corner);
    story(Corner);
    menu(Corner);
    card_menu(Corner);
    card_question(Corner);
    palette(Corner);
    help(Corner);
    import(Corner);
    export(Corner);
    toast(Corner);
    far(Corner);
    minimap(Grown);
    overview(Grown);
    overview_sprints(Corner);
    increments(SecondTeam);
    increment_fields(SecondTeam);
    record_increment(SecondTeam);
    sprint_ends(SecondTeam);
    periods(SecondTeam);
    periods_page(SecondTeam);
    handover(SecondTeam);
    pulling(SecondTeam);
}

/// What a root element wears in each theme.
pub const THEMES: [(&str, &str, &str); 4] = [
    ("light", "light", ""),
    ("dark", "dark", ""),
    ("high-contrast", "light", "high"),
    ("high-contrast-dark", "dark", "high"),
];

/// Puts a theme on, as the system's wish would.
pub fn wear(window: &Window<'_>, (_, theme, contrast): (&str, &str, &str)) -> Result<()> {
    window.script(
        "const { dataset } = document.documentElement;
         dataset.theme = arguments[0];
         if (arguments[1] || dataset.lens === 'workshop') dataset.contrast = 'high';
         else delete dataset.contrast;",
        &[theme.into(), contrast.into()],
    )?;
    settle(window)
}

/// Waits until the window shows what it is about to: fonts are there, what moves has arrived, and it
/// was painted.
fn settle(window: &Window<'_>) -> Result<()> {
    window.script_async(
        "const done = arguments[arguments.length - 1];
         const painted = (then) => requestAnimationFrame(() => requestAnimationFrame(then));
         document.fonts.ready.then(() => painted(() => {
           for (const moving of document.getAnimations()) moving.finish();
           painted(done);
         }));",
    )?;
    Ok(())
}

fn hold(name: &str) -> Result<()> {
    let state = STATES.iter().find(|state| state.name == name).ok_or("no such state")?;
    let desk = Desk::new()?;
    let window = state.open(&desk)?;
    (state.reach)(&desk, &window)?;
    for theme in THEMES {
        wear(&window, theme)?;
        assert_eq!(window.axe()?, Vec::<String>::new(), "every rule of axe holds in {}", theme.0);
    }
    Ok(())
}

/// From a fresh start to each state.
mod reach {
    use super::*;

    type Reached = Result<()>;

    pub fn empty<'desk>(_: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        window.find("main.empty .way")?;
        Ok(())
    }

    pub fn first_goal<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        empty(desk, window)?;
        window.keys("g")?;
        window.by_role("textbox", "Product Goal")?;
        Ok(())
    }

    pub fn paste_list<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        empty(desk, window)?;
        window.find("main.empty .way:nth-child(2)")?.click()?;
        window.by_role("textbox", "The list")?;
        Ok(())
    }

    pub fn first_activity<'desk>(_: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        window.find("main textarea")?;
        Ok(())
    }

    pub fn broken_file<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        window.find("[role=alert]")?;
        empty(desk, window)
    }

    pub fn team<'desk>(_: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        window.find("[data-card]")?;
        window.find("[data-verdict=gaps]")?;
        Ok(())
    }

    pub fn sprints<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        team(desk, window)?;
        window.keys("b")?;
        window.told("Bands are Sprints")
    }

    pub fn workshop<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        team(desk, window)?;
        window.keys("Control+2")?;
        window.find("[data-lens=workshop] .foot")?;
        Ok(())
    }

    pub fn workshop_plan<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        workshop(desk, window)?;
        window.keys("v")?;
        window.find("[data-verdict=gaps]")?;
        Ok(())
    }

    pub fn folded<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        team(desk, window)?;
        for spot in ["head ", "activity "] {
            go(window, spot, 1)?;
            window.keys("-")?;
            window.told("folded")?;
        }
        Ok(())
    }

    pub fn focus<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        team(desk, window)?;
        go(window, "activity ", 1)?;
        window.keys("f")?;
        window.told("Focus on")
    }

    pub fn later_open<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        team(desk, window)?;
        go(window, "head later", 0)?;
        window.keys("End")?;
        Ok(())
    }

    pub fn selected<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        team(desk, window)?;
        go(window, "card ", 2)?;
        window.keys("Shift+ArrowRight")?;
        window.find(".map .card.selected")?;
        Ok(())
    }

    pub fn writing<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        team(desk, window)?;
        go(window, "card ", 2)?;
        window.keys("F2")?;
        window.find(".card textarea")?;
        Ok(())
    }

    pub fn dragging<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        team(desk, window)?;
        let board = Document::open_to_read(&desk.home().join("corner.storymap"))?.read_board()?;
        let from = card(window, item(&board, "Pin a favourite café")?)?.centre()?;
        window.press_at(from)?;
        window.move_to(from, from.offset(160.0, -140.0))?;
        window.find("[data-dragging]")?;
        Ok(())
    }

    pub fn item_panel<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        team(desk, window)?;
        let board = Document::open_to_read(&desk.home().join("corner.storymap"))?.read_board()?;
        let slot = card(window, item(&board, "Pick a time slot to collect")?)?;
        slot.script("arguments[0].focus()")?;
        window.keys("Enter")?;
        window.find("[data-panel=item]")?;
        Ok(())
    }

    pub fn item_panel_below<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        item_panel(desk, window)?;
        window.keys("Control+Enter")?;
        window.find("[data-tasks] textarea:focus")?;
        Ok(())
    }

    pub fn slice_panel<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        team(desk, window)?;
        go(window, "head ", 2)?;
        window.keys("Shift+Enter")?;
        window.find("[data-panel=slice]")?;
        Ok(())
    }

    pub fn step_panel<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        team(desk, window)?;
        go(window, "step ", 1)?;
        window.keys("Shift+Enter")?;
        window.find("[data-panel=step]")?;
        Ok(())
    }

    pub fn goal_panel<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        find_or_do(desk, window, ">Product Goal")?;
        window.find("[data-panel=goal]")?;
        Ok(())
    }

    pub fn personas_panel<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        find_or_do(desk, window, ">Personas")?;
        window.find("[data-panel=personas]")?;
        Ok(())
    }

    pub fn done_panel<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        find_or_do(desk, window, ">Definition")?;
        window.find("[data-panel=done-rules]")?;
        Ok(())
    }

    fn find_or_do<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>, words: &str) -> Reached {
        team(desk, window)?;
        window.keys("Control+k")?;
        window.find("[role=combobox]")?;
        window.type_text(words)?;
        window.find("[role=option] b")?;
        window.keys("Enter")?;
        Ok(())
    }

    pub fn story<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        team(desk, window)?;
        let board = Document::open_to_read(&desk.home().join("corner.storymap"))?.read_board()?;
        let slot = card(window, item(&board, "Pick a time slot to collect")?)?;
        slot.script("arguments[0].focus()")?;
        window.keys("Space")?;
        window.find("[data-story]")?;
        Ok(())
    }

    pub fn menu<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        team(desk, window)?;
        window.find("h1 button")?.click()?;
        window.find("[role=menu]")?;
        Ok(())
    }

    pub fn card_menu<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        team(desk, window)?;
        go(window, "card ", 2)?;
        window.keys("Shift+F10")?;
        window.find("[role=menu] [data-entry=rename]")?;
        Ok(())
    }

    pub fn card_question<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        team(desk, window)?;
        go(window, "card ", 2)?;
        window.keys("Shift+m")?;
        window.find("dialog [role=option]")?;
        Ok(())
    }

    pub fn palette<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        team(desk, window)?;
        window.keys("Control+k")?;
        window.find("[role=combobox]")?;
        window.type_text("pay")?;
        window.find("[role=option] b")?;
        Ok(())
    }

    pub fn help<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        team(desk, window)?;
        window.keys("F1")?;
        window.find("dialog dl")?;
        Ok(())
    }

    pub fn import<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        team(desk, window)?;
        desk.pick(&source_folder().join("tests/fixtures/backlogs/corner.csv"))?;
        window.keys("Control+i")?;
        window.find("dialog.sheet")?;
        Ok(())
    }

    pub fn export<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        team(desk, window)?;
        window.keys("Control+e")?;
        window.find(".preview[aria-busy=false] img")?;
        Ok(())
    }

    pub fn toast<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        team(desk, window)?;
        go(window, "card ", 2)?;
        window.keys("Delete")?;
        window.find(".toasts .toast")?;
        Ok(())
    }

    pub fn far<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        team(desk, window)?;
        for _ in 0..3 {
            window.keys("Control+-")?;
        }
        Ok(())
    }

    pub fn minimap<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        team(desk, window)?;
        for _ in 0..5 {
            window.keys("Control+-")?;
        }
        window.find("[data-minimap]")?;
        Ok(())
    }

    pub fn overview<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        team(desk, window)?;
        go(window, "card ", 2)?;
        window.keys("Shift+ArrowRight")?;
        for _ in 0..9 {
            window.keys("Control+-")?;
        }
        window.find("canvas.blocks[data-painted]")?;
        Ok(())
    }

    pub fn overview_sprints<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        sprints(desk, window)?;
        for _ in 0..7 {
            window.keys("Control+-")?;
        }
        window.find("canvas.blocks[data-painted]")?;
        Ok(())
    }

    pub fn increments<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        compared(desk)?;
        window.find("[data-card]")?;
        go(window, "card ", 0)?;
        window.keys("i")?;
        window.find("[data-increment]")?;
        window.find("[data-measure]")?;
        Ok(())
    }

    /// Names the two periods, as another program would.
    fn compared(desk: &Desk) -> Reached {
        let mut file = Document::open(&desk.home().join("corner.storymap"))?;
        for (name, from, to) in [("Pulled tasks", 77, 38), ("Pulled whole PBIs", 35, 10)] {
            file.edit(&Edit::AddPeriod {
                name: name.into(),
                starts_on: second_team::day_before(from)?,
                ends_on: second_team::day_before(to)?,
            })?;
        }
        Ok(())
    }

    pub fn increment_fields<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        increments(desk, window)?;
        window.find(".evidence")?.click()?;
        window.find(".fields [role=checkbox]")?;
        Ok(())
    }

    pub fn record_increment<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        increments(desk, window)?;
        window.keys("i")?;
        window.find("dialog [role=checkbox]")?;
        Ok(())
    }

    pub fn sprint_ends<'desk>(_: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        of_sprint(window, ">End the", "14")?;
        window.find("dialog [role=radio]:nth-child(2)")?.click()?;
        window.find("dialog textarea")?;
        Ok(())
    }

    /// Does something with a Sprint by “Find or do”.
    fn of_sprint(window: &Window<'_>, what: &str, sprint: &str) -> Reached {
        window.find("[data-card]")?;
        go(window, "card ", 0)?;
        window.keys("Control+k")?;
        window.find("[role=combobox]")?;
        window.type_text(what)?;
        window.find("[role=option] b")?;
        window.keys("Enter")?;
        window.find("#picker-words:focus")?;
        window.type_text(sprint)?;
        window.wait_for("the one Sprint", |window| {
            Ok((window.find_all("dialog [role=option]")?.len() == 1).then_some(()))
        })?;
        window.keys("Enter")
    }

    pub fn periods<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        increments(desk, window)?;
        window.find(".paper .acts button")?.click()?;
        window.find("dialog fieldset")?;
        Ok(())
    }

    pub fn periods_page<'desk>(desk: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        increments(desk, window)?;
        window.find(".paper .acts button:nth-child(2)")?.click()?;
        window.find(".turn.wall")?;
        Ok(())
    }

    pub fn handover<'desk>(_: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        window.find("[data-card]")?;
        go(window, "goal ", 0)?;
        window.keys("Shift+F10")?;
        window.find("[role=menu]")?;
        window.type_text("where")?;
        window.keys("ArrowRight")?;
        window.find("[data-entry=goalReached]")?;
        window.type_text("reached")?;
        window.keys("Enter")?;
        window.find("[data-left-over]:focus")?;
        window.keys("k")?;
        window.find("[data-is=kept]")?;
        window.keys("x")?;
        window.find("[data-is=gone]")?;
        Ok(())
    }

    pub fn pulling<'desk>(_: &'desk Desk, window: &'desk Window<'desk>) -> Reached {
        of_sprint(window, ">Two ways", "12")?;
        window.find("canvas[data-painted]")?;
        Ok(())
    }

    /// Puts the focus of the keyboard on one of the spots whose key begins so.
    fn go(window: &Window<'_>, spot: &str, at: u32) -> Reached {
        window.script(
            "document.querySelectorAll(`.map [data-spot^=\"${arguments[0]}\"]`)[arguments[1]].focus()",
            &[spot.into(), at.into()],
        )?;
        Ok(())
    }
}
