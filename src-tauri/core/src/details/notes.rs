//! Notes in Markdown as a tree of plain blocks: what a window may show of a stranger's text.
//!
//! Nothing of it is HTML: tags stand as the text that they are. A link has an address that may be
//! opened ([`is_link`]); what has another is its words alone, and so is a picture.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};
use serde::Serialize;
use specta::Type;

/// Notes, as they are written and as they read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Type)]
pub struct Notes {
    /// In Markdown.
    pub source: String,
    /// As they read.
    pub blocks: Vec<Block>,
}

/// A part of notes that stands by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Block {
    /// Text.
    Paragraph {
        /// It.
        inlines: Vec<Inline>,
    },
    /// A heading.
    Heading {
        /// From 1, the largest, to 6.
        level: u32,
        /// Its words.
        inlines: Vec<Inline>,
    },
    /// A list.
    List {
        /// The number of its first item; `None`: it has none.
        first: Option<u32>,
        /// Its items.
        items: Vec<ListItem>,
    },
    /// What somebody else said.
    Quote {
        /// It.
        blocks: Vec<Block>,
    },
    /// Lines that stay as they are.
    Code {
        /// They.
        text: String,
    },
    /// A line between two parts.
    Rule,
}

/// One item of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Type)]
pub struct ListItem {
    /// Whether its box is ticked; `None`: it has none.
    pub done: Option<bool>,
    /// What is in it.
    pub blocks: Vec<Block>,
}

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Inline {
    /// Words.
    Text {
        /// They.
        text: String,
    },
    /// Words that weigh more.
    Strong {
        /// They.
        inlines: Vec<Inline>,
    },
    /// Words said with stress.
    Emphasis {
        /// They.
        inlines: Vec<Inline>,
    },
    /// Words that do not hold any more.
    Struck {
        /// They.
        inlines: Vec<Inline>,
    },
    /// Words of a program.
    Code {
        /// They.
        text: String,
    },
    /// Words that lead somewhere.
    Link {
        /// Where to.
        url: String,
        /// The words.
        inlines: Vec<Inline>,
    },
    /// The line ends here.
    Break,
}

/// Whether an address may be opened from a map: a page or a mail address, and nothing that runs.
#[must_use]
pub fn is_link(url: &str) -> bool {
    let scheme =
        |scheme: &str| url.get(..scheme.len()).is_some_and(|own| own.eq_ignore_ascii_case(scheme));
    let plain = !url.contains(|c: char| c.is_whitespace() || c.is_control());
    plain && ["https://", "http://", "mailto:"].into_iter().any(scheme)
}

impl Notes {
    /// What a text in Markdown says.
    #[must_use]
    pub fn of(source: &str) -> Self {
        let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
        let mut tree = Tree::default();
        for event in Parser::new_ext(source, options) {
            tree.take(event);
        }
        Self { source: source.to_owned(), blocks: tree.whole() }
    }
}

/// Deeper than this nothing nests: a stranger's text could otherwise nest without end.
const DEEPEST: usize = 24;

/// What is open while the text is read.
enum Open {
    Paragraph(Vec<Inline>),
    Heading(u32, Vec<Inline>),
    List(Option<u32>, Vec<ListItem>),
    Item(ListItem),
    Quote(Vec<Block>),
    Code(String),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    Struck(Vec<Inline>),
    /// `None`: an address that is not opened.
    Link(Option<String>, Vec<Inline>),
}

#[derive(Default)]
struct Tree {
    blocks: Vec<Block>,
    open: Vec<Open>,
    /// How many open tags lie too deep.
    beyond: usize,
}

impl Tree {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(_) if self.open.len() >= DEEPEST => self.beyond += 1,
            Event::Start(tag) => self.open.push(opened(&tag)),
            Event::End(_) if self.beyond > 0 => self.beyond -= 1,
            Event::End(_) => self.close(),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.write(&text),
            Event::Code(text) => self.add(Inline::Code { text: text.into_string() }),
            Event::SoftBreak => self.write(" "),
            Event::HardBreak => self.add(Inline::Break),
            Event::Rule => self.put(Block::Rule),
            Event::TaskListMarker(done) => {
                let items = self.open.iter_mut().rev();
                let mut items = items.filter_map(|open| match open {
                    Open::Item(item) => Some(item),
                    _ => None,
                });
                if let Some(item) = items.next() {
                    item.done = Some(done);
                }
            }
            // None of these is asked of the parser.
            Event::FootnoteReference(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn close(&mut self) {
        match self.open.pop() {
            None => {}
            Some(Open::Paragraph(inlines)) => self.put(Block::Paragraph { inlines }),
            Some(Open::Heading(level, inlines)) => self.put(Block::Heading { level, inlines }),
            Some(Open::List(first, items)) => self.put(Block::List { first, items }),
            Some(Open::Quote(blocks)) => self.put(Block::Quote { blocks }),
            Some(Open::Code(text)) => {
                self.put(Block::Code { text: text.trim_end_matches('\n').to_owned() });
            }
            Some(Open::Item(item)) => match self.open.last_mut() {
                Some(Open::List(_, items)) => items.push(item),
                _ => item.blocks.into_iter().for_each(|block| self.put(block)),
            },
            Some(Open::Strong(inlines)) => self.add(Inline::Strong { inlines }),
            Some(Open::Emphasis(inlines)) => self.add(Inline::Emphasis { inlines }),
            Some(Open::Struck(inlines)) => self.add(Inline::Struck { inlines }),
            Some(Open::Link(Some(url), inlines)) => self.add(Inline::Link { url, inlines }),
            Some(Open::Link(None, inlines)) => {
                inlines.into_iter().for_each(|inline| self.add(inline));
            }
        }
    }

    fn put(&mut self, block: Block) {
        match self.open.last_mut() {
            Some(Open::Item(item)) => item.blocks.push(block),
            Some(Open::Quote(blocks)) => blocks.push(block),
            Some(Open::List(_, items)) => {
                items.push(ListItem { done: None, blocks: vec![block] });
            }
            // A block inside a line can only come from what lies too deep: it goes behind the line.
            _ => self.blocks.push(block),
        }
    }

    fn write(&mut self, text: &str) {
        match self.open.last_mut() {
            Some(Open::Code(code)) => code.push_str(text),
            _ => match self.line().last_mut() {
                Some(Inline::Text { text: before }) => before.push_str(text),
                _ => self.line().push(Inline::Text { text: text.to_owned() }),
            },
        }
    }

    fn add(&mut self, inline: Inline) {
        self.line().push(inline);
    }

    /// The line that is written now; where none is open, a paragraph begins.
    fn line(&mut self) -> &mut Vec<Inline> {
        let blocks = match self.open.last_mut() {
            Some(
                Open::Paragraph(line)
                | Open::Heading(_, line)
                | Open::Strong(line)
                | Open::Emphasis(line)
                | Open::Struck(line)
                | Open::Link(_, line),
            ) => return line,
            Some(Open::Item(item)) => &mut item.blocks,
            Some(Open::Quote(blocks)) => blocks,
            Some(Open::List(_, items)) => {
                if items.is_empty() {
                    items.push(ListItem::default());
                }
                let last = items.len() - 1;
                &mut items[last].blocks
            }
            Some(Open::Code(_)) | None => &mut self.blocks,
        };
        if !matches!(blocks.last(), Some(Block::Paragraph { .. })) {
            blocks.push(Block::Paragraph { inlines: Vec::new() });
        }
        match blocks.last_mut() {
            Some(Block::Paragraph { inlines }) => inlines,
            _ => unreachable!("a paragraph was put there"),
        }
    }

    fn whole(mut self) -> Vec<Block> {
        while !self.open.is_empty() {
            self.close();
        }
        self.blocks
    }
}

fn opened(tag: &Tag<'_>) -> Open {
    match tag {
        Tag::Heading { level, .. } => Open::Heading(number(*level), Vec::new()),
        Tag::BlockQuote(_) => Open::Quote(Vec::new()),
        Tag::CodeBlock(_) => Open::Code(String::new()),
        Tag::List(first) => {
            Open::List(first.map(|first| u32::try_from(first).unwrap_or(1)), Vec::new())
        }
        Tag::Item => Open::Item(ListItem::default()),
        Tag::Emphasis => Open::Emphasis(Vec::new()),
        Tag::Strong => Open::Strong(Vec::new()),
        Tag::Strikethrough => Open::Struck(Vec::new()),
        Tag::Link { dest_url, .. } => {
            let url = dest_url.to_string();
            Open::Link(Some(url).filter(|url| is_link(url)), Vec::new())
        }
        Tag::Image { .. } => Open::Link(None, Vec::new()),
        _ => Open::Paragraph(Vec::new()),
    }
}

fn number(level: HeadingLevel) -> u32 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(text: &str) -> Inline {
        Inline::Text { text: text.to_owned() }
    }

    fn paragraph(inlines: Vec<Inline>) -> Block {
        Block::Paragraph { inlines }
    }

    #[test]
    fn notes_read_as_they_are_meant() {
        let notes =
            Notes::of("# Why\nRain **and** `wind`\n\n- [x] roof\n- door\n\n3. next\n\n> said\n");
        let strong = Inline::Strong { inlines: vec![text("and")] };
        let code = Inline::Code { text: "wind".to_owned() };
        let item =
            |done, words: &str| ListItem { done, blocks: vec![paragraph(vec![text(words)])] };
        assert_eq!(
            notes.blocks,
            [
                Block::Heading { level: 1, inlines: vec![text("Why")] },
                paragraph(vec![text("Rain "), strong, text(" "), code]),
                Block::List {
                    first: None,
                    items: vec![item(Some(true), "roof"), item(None, "door")]
                },
                Block::List { first: Some(3), items: vec![item(None, "next")] },
                Block::Quote { blocks: vec![paragraph(vec![text("said")])] },
            ]
        );
    }

    #[test]
    fn html_is_text_and_only_pages_and_mail_are_links() {
        let notes = Notes::of(
            "<b onclick='x()'>Hi</b> [a](javascript:x) [b](https://corner.example) ![c](file:///d)",
        );
        let link =
            Inline::Link { url: "https://corner.example".to_owned(), inlines: vec![text("b")] };
        let Some(Block::Paragraph { inlines }) = notes.blocks.first() else {
            unreachable!("{notes:?}")
        };
        let words: String = inlines
            .iter()
            .filter_map(|inline| match inline {
                Inline::Text { text } => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(words, "<b onclick='x()'>Hi</b> a  c");
        assert!(inlines.contains(&link));
        for url in ["http://x", "HTTPS://x", "mailto:ana@corner.example"] {
            assert!(is_link(url), "{url}");
        }
        for url in
            ["javascript:x", "file:///etc/passwd", "data:text/html,x", "//x", "https ://x", ""]
        {
            assert!(!is_link(url), "{url}");
        }
    }

    #[test]
    fn what_nests_without_end_is_read_as_far_as_anybody_would() {
        let deep = format!("{}end", "> ".repeat(20_000));
        let notes = serde_json::to_string(&Notes::of(&deep).blocks).unwrap_or_default();
        assert!(notes.contains("end") && notes.matches("quote").count() == DEEPEST);
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_harm(text in "[-*_#>`\\[\\]()<!~ \\na-c1.\\\\|]{0,80}") {
            prop_assert_eq!(Notes::of(&text).source, text);
        }
    }
}
