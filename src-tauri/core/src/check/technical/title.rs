//! What a title says by itself: its form, its prefix, its words and the shapes of them.

use std::collections::BTreeMap;

use super::super::form::Form;
use super::super::signs::{Family, Sign, Signs};
use super::super::words::{Word, words};

/// One thing that was noticed in a title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its name in the file of weights, such as `has:layer` or `word:merge`.
    pub name: String,
    /// The words of the title that led to it; empty where it is about the title as a whole.
    pub words: String,
}

/// What the map says that bears on every title of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Product {
    /// Names of its personas: they are people, whatever they are called.
    pub personas: Vec<String>,
    /// Words of its own domain, which mean there what the product means by them.
    pub glossary: Vec<String>,
    /// Whether its users are developers: an endpoint or a component is a feature there.
    pub users_are_developers: bool,
}

/// A title taken apart.
struct Parts {
    /// What stands in front: `FE`, `[API]`, `Chat`.
    prefix: Option<String>,
    /// What stands behind: `(backend)`, `- API`.
    suffix: Option<String>,
    /// The rest.
    body: String,
}

/// The most words that a prefix or a suffix has. The limit is ours.
const AFFIX_WORDS: usize = 3;

fn parts(title: &str) -> Parts {
    let mut body = title.trim();
    let mut prefix = None;
    let mut suffix = None;
    let short = |text: &str| (1..=AFFIX_WORDS).contains(&words(text).len());
    if let Some((inner, rest)) = body.strip_prefix('[').and_then(|rest| rest.split_once(']'))
        && short(inner)
        && !rest.trim().is_empty()
    {
        prefix = Some(inner.to_owned());
        body = rest.trim_start_matches([' ', ':', '-', '–']);
    } else {
        // A colon may follow any heading; after another mark only a layer is one.
        for (mark, any) in
            [(":", true), (" - ", false), (" – ", false), (" | ", false), ("_", false)]
        {
            if let Some((before, after)) = body.split_once(mark)
                && short(before)
                && (any || is_layer(before))
                && !after.trim().is_empty()
                && !after.starts_with("//")
            {
                prefix = Some(before.to_owned());
                body = after.trim();
                break;
            }
        }
    }
    if let Some((before, inner)) = body.strip_suffix(')').and_then(|rest| rest.rsplit_once('('))
        && short(inner)
        && !before.trim().is_empty()
    {
        suffix = Some(inner.to_owned());
        body = before.trim();
    } else if let Some((before, after)) = body.rsplit_once(" - ")
        && short(after)
        && !before.trim().is_empty()
    {
        suffix = Some(after.to_owned());
        body = before.trim();
    }
    Parts { prefix, suffix, body: body.to_owned() }
}

/// Whether a prefix or suffix names a layer: all of its words are technical, and one is at least.
pub fn is_layer(affix: &str) -> bool {
    let words = words(affix);
    let signs = Signs::english().find(&words);
    let technical = |sign: &&Sign| sign.families.iter().any(|family| family.is_technical());
    let covered: usize = signs.iter().filter(technical).map(|sign| sign.length).sum();
    covered > 0 && covered == words.len()
}

/// The title without a prefix that names a layer, in lower case: by it the two halves of one thing
/// are found. `None`: it names no layer.
#[must_use]
pub fn without_layer(title: &str) -> Option<String> {
    let Parts { prefix, suffix, body } = parts(title);
    let bare = |words: Vec<Word>| words.into_iter().map(|w| w.text).collect::<Vec<_>>().join(" ");
    match (prefix, suffix) {
        (Some(prefix), _) if is_layer(&prefix) => Some(bare(words(&body))),
        (Some(prefix), None) if is_layer(&body) => Some(bare(words(&prefix))),
        (_, Some(suffix)) if is_layer(&suffix) => Some(bare(words(&body))),
        _ => None,
    }
}

/// Everything noticed in a title, each mark once.
#[must_use]
pub fn marks(title: &str, product: &Product) -> Vec<Mark> {
    let mut marks = BTreeMap::new();
    let mut mark = |name: String, words: &str| {
        marks.entry(name).or_insert_with(|| words.to_owned());
    };
    let body = match Form::of(title) {
        // What is wanted decides, not for whom; and the benefit only says why.
        Form::Story { means, .. } | Form::JobStory { means } => {
            mark("form:story".into(), "");
            means
        }
        Form::Plain | Form::RoleOnly => {
            let Parts { prefix, suffix, body } = parts(title);
            for (affix, place) in [(prefix, "prefix"), (suffix, "suffix")] {
                if let Some(affix) = affix {
                    let kind = if is_layer(&affix) { "layer" } else { "other" };
                    mark(format!("{place}:{kind}"), &affix.trim().to_lowercase());
                    of_words(&words(&affix), product, &mut mark, false);
                }
            }
            shapes(&body, &mut mark);
            body
        }
    };
    of_words(&words(&body), product, &mut mark, true);
    marks.into_iter().map(|(name, words)| Mark { name, words }).collect()
}

/// The shapes of single words: names of code, files, versions.
fn shapes(body: &str, mark: &mut impl FnMut(String, &str)) {
    for token in body.split_whitespace() {
        let token = token.trim_matches([',', '.', ';', ':', '!', '?', '"', '“', '”', '\'']);
        let letters: Vec<char> = token.chars().collect();
        let pairs = || letters.windows(2);
        let humps = pairs().filter(|p| p[0].is_lowercase() && p[1].is_uppercase()).count();
        let small = letters.first().is_some_and(|c| c.is_lowercase());
        let plain = letters.iter().all(|c| c.is_alphanumeric());
        // iPhone and eBay are no code; a capital in front may be the name of a product.
        if humps > 0 && plain && small && letters.get(1).is_some_and(|c| c.is_lowercase()) {
            mark("shape:code".into(), token);
        }
        if humps > 1 && plain && !small {
            mark("shape:name".into(), token);
        }
        if token.contains('_') && letters.iter().all(|c| c.is_lowercase() || !c.is_alphabetic()) {
            mark("shape:code".into(), token);
        }
        if token.ends_with("()") || token.contains('`') || token.contains("::") {
            mark("shape:code".into(), token);
        }
        let ending = token.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
        let endings = [
            "js", "ts", "py", "rb", "java", "json", "yml", "yaml", "xml", "css", "html", "sql",
            "md", "sh", "toml", "php", "go", "rs", "cs", "tsx", "jsx", "vue", "conf", "ini", "txt",
            "env",
        ];
        if ending.is_some_and(|ending| endings.contains(&ending.as_str())) {
            mark("shape:code".into(), token);
        }
        if token.starts_with('/') && token.len() > 2 {
            mark("shape:code".into(), token);
        }
        let version = token.strip_prefix(['v', 'V']).unwrap_or(token);
        if token.len() > 1
            && version.contains('.')
            && version.chars().all(|c| c.is_ascii_digit() || c == '.')
        {
            mark("shape:version".into(), token);
        }
    }
}

/// Words, and what the lists say of them. `whole`: they are the body of the title, so that their
/// places count too.
fn of_words(words: &[Word], product: &Product, mark: &mut impl FnMut(String, &str), whole: bool) {
    let mut own = own_words(words, product);
    let mut signs = Signs::english().find(words);
    // "BE" in front of a title is the back end; inside one it is a verb.
    signs.retain(|sign| !whole || sign.length > 1 || !says_nothing(&words[sign.at].text));
    if product.users_are_developers {
        let of_developers = |sign: &&Sign| {
            let mut technical =
                sign.families.iter().filter(|family| family.is_technical()).peekable();
            technical.peek().is_some() && technical.all(|family| family.is_of_developers())
        };
        for sign in signs.iter().filter(of_developers) {
            own[sign.at..sign.at + sign.length].fill(true);
        }
    }
    let text = |at: usize, length: usize| {
        words[at..at + length].iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ")
    };
    let counts = |family: Family, sign: &Sign| {
        sign.families.contains(&family)
            && !(sign.at..sign.at + sign.length).any(|at| own[at] && family.is_technical())
    };
    let mut technical = 0;
    let mut known = 0;
    for sign in &signs {
        let at_start = sign.at == 0;
        let at_end = sign.at + sign.length == words.len();
        let mut is_technical = false;
        for family in &sign.families {
            if !counts(*family, sign) {
                continue;
            }
            is_technical |= family.is_technical();
            let text = text(sign.at, sign.length);
            mark(format!("has:{}", family.name()), &text);
            if whole && at_start {
                mark(format!("first:{}", family.name()), &text);
            }
            if whole && at_end && !at_start {
                mark(format!("last:{}", family.name()), &text);
            }
        }
        technical += usize::from(is_technical) * sign.length;
        known += sign.length;
        if sign.length > 1 && is_technical {
            let stems: Vec<&str> =
                words[sign.at..sign.at + sign.length].iter().map(|w| w.stem.as_str()).collect();
            mark(format!("word:{}", stems.join(" ")), &text(sign.at, sign.length));
        }
    }
    let glossary = |at: usize| own.get(at) == Some(&true);
    for (at, word) in words.iter().enumerate().filter(|(at, _)| !glossary(*at)) {
        if word.text.chars().any(char::is_alphabetic) && !says_nothing(&word.text) {
            mark(format!("word:{}", word.stem), &word.text);
            if whole && at == 0 {
                mark(format!("first:{}", word.stem), &word.text);
            }
            if whole && at + 1 == words.len() && at > 0 {
                mark(format!("last:{}", word.stem), &word.text);
            }
        }
    }
    for (at, pair) in words.windows(2).enumerate() {
        let silent = pair.iter().all(|word| says_nothing(&word.text));
        if !glossary(at) && !glossary(at + 1) && !silent {
            mark(format!("pair:{} {}", pair[0].stem, pair[1].stem), &text(at, 2));
        }
    }
    if !whole {
        return;
    }
    if own.iter().any(|own| *own) {
        mark("has:own".into(), "");
    }
    let has = |family: Family| signs.iter().any(|sign| counts(family, sign));
    let first =
        |family: Family| signs.first().is_some_and(|sign| sign.at == 0 && counts(family, sign));
    if technical == 0 {
        mark("plain".into(), "");
        for family in [Family::Feature, Family::Use, Family::Actor] {
            if has(family) {
                mark(format!("plain+{}", family.name()), "");
            }
        }
    }
    if technical > 0 && technical == words.len() {
        mark("only:technical".into(), "");
    }
    if technical >= 2 {
        mark("many:technical".into(), "");
    }
    if technical > 0 && first(Family::Maker) {
        mark("maker+technical".into(), "");
    }
    if technical > 0 && first(Family::Use) && !first(Family::Quality) {
        mark("use+technical".into(), "");
    }
    if technical == 0 && first(Family::Maker) {
        mark("maker+plain".into(), "");
    }
    if has(Family::Actor) && words.iter().any(|w| ["can", "could", "may"].contains(&&*w.text)) {
        mark("actor+can".into(), "");
    }
    if known == 0 {
        mark("unknown".into(), "");
    }
    mark(
        match words.len() {
            0 | 1 => "length:1".into(),
            2 => "length:2".into(),
            _ => "length:3".into(),
        },
        "",
    );
}

/// Which words are the product's own: its personas and its glossary.
fn own_words(of_title: &[Word], product: &Product) -> Vec<bool> {
    let mut own = vec![false; of_title.len()];
    for phrase in product.glossary.iter().chain(&product.personas) {
        let phrase = words(phrase);
        if phrase.is_empty() || phrase.len() > of_title.len() {
            continue;
        }
        for at in 0..=of_title.len() - phrase.len() {
            let here = &of_title[at..at + phrase.len()];
            if here.iter().zip(&phrase).all(|(word, own)| word.stem == own.stem) {
                own[at..at + phrase.len()].fill(true);
            }
        }
    }
    own
}

/// Words of grammar, which stand in titles of every sort.
fn says_nothing(word: &str) -> bool {
    [
        "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or",
        "is", "are", "be", "as", "it", "its", "that", "which", "this", "so", "into", "s", "per",
        "via",
    ]
    .contains(&word)
}
