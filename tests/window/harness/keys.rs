//! Keys and chords: `Control+Shift+z`, `Escape`, `n`.

use serde_json::{Value, json};

use super::{Result, Window};

impl Window<'_> {
    /// Presses a chord: modifiers down in the order written, the key, and all up again.
    ///
    /// Names as in `KeyboardEvent.key`: `Control+z`, `Shift+ArrowDown`, `Enter`, `+`.
    pub fn keys(&self, chord: &str) -> Result<()> {
        let keys = parts(chord).map(code).collect::<Result<Vec<_>>>()?;
        let down = keys.iter().map(|key| json!({ "type": "keyDown", "value": key }));
        let up = keys.iter().rev().map(|key| json!({ "type": "keyUp", "value": key }));
        self.press_keys(&down.chain(up).collect::<Vec<_>>())
    }

    /// Presses a key and holds it, for instance while the pointer drags.
    pub fn hold_key(&self, key: &str) -> Result<()> {
        self.press_keys(&[json!({ "type": "keyDown", "value": code(key)? })])
    }

    /// Lets a held key go.
    pub fn release_key(&self, key: &str) -> Result<()> {
        self.press_keys(&[json!({ "type": "keyUp", "value": code(key)? })])
    }

    /// Types text where the focus is, key by key.
    pub fn type_text(&self, text: &str) -> Result<()> {
        let keys = text.chars().flat_map(|key| {
            [json!({ "type": "keyDown", "value": key }), json!({ "type": "keyUp", "value": key })]
        });
        self.press_keys(&keys.collect::<Vec<_>>())
    }

    fn press_keys(&self, actions: &[Value]) -> Result<()> {
        let keyboard = json!({ "type": "key", "id": "keyboard", "actions": actions });
        self.driver().post("actions", &json!({ "actions": [keyboard] }))?;
        Ok(())
    }
}

/// The keys of a chord; the `+` key itself is written `+`, as in `Control++`.
fn parts(chord: &str) -> impl Iterator<Item = &str> {
    let (modifiers, key) = match chord.strip_suffix('+') {
        Some(rest) => (rest.strip_suffix('+'), "+"),
        None => match chord.rsplit_once('+') {
            Some((modifiers, key)) => (Some(modifiers), key),
            None => (None, chord),
        },
    };
    modifiers.into_iter().flat_map(|modifiers| modifiers.split('+')).chain([key])
}

/// The character that stands for a key (WebDriver, "Keyboard actions").
fn code(name: &str) -> Result<char> {
    let mut characters = name.chars();
    if let (Some(only), None) = (characters.next(), characters.next()) {
        return Ok(only);
    }
    Ok(match name {
        "Backspace" => '\u{E003}',
        "Tab" => '\u{E004}',
        "Enter" => '\u{E007}',
        "Shift" => '\u{E008}',
        "Control" => '\u{E009}',
        "Alt" => '\u{E00A}',
        "Escape" => '\u{E00C}',
        "Space" => ' ',
        "PageUp" => '\u{E00E}',
        "PageDown" => '\u{E00F}',
        "End" => '\u{E010}',
        "Home" => '\u{E011}',
        "ArrowLeft" => '\u{E012}',
        "ArrowUp" => '\u{E013}',
        "ArrowRight" => '\u{E014}',
        "ArrowDown" => '\u{E015}',
        "Delete" => '\u{E017}',
        "F1" => '\u{E031}',
        "F2" => '\u{E032}',
        "F10" => '\u{E03A}',
        "Insert" => '\u{E016}',
        "Meta" => '\u{E03D}',
        _ => return Err(format!("no key is called {name}").into()),
    })
}

#[test]
fn a_chord_may_end_with_the_plus_key() {
    assert_eq!(parts("Control+Shift+z").collect::<Vec<_>>(), ["Control", "Shift", "z"]);
    assert_eq!(parts("Control++").collect::<Vec<_>>(), ["Control", "+"]);
    assert_eq!(parts("+").collect::<Vec<_>>(), ["+"]);
}
