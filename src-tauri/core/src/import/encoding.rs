//! Bytes → text: UTF-8 and UTF-16 with and without a byte order mark, else the most likely of the
//! older encodings (Windows-1252 in western Europe).

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::ImportError;

/// A file as text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Text {
    /// The text, without a byte order mark and without NUL characters.
    pub text: String,
    /// Whether some bytes were no text, so that `�` stands in their place.
    pub replaced: bool,
}

/// How files begin that are no text, whatever they contain: zip (and so .xlsx), PDF, SQLite, PNG,
/// JPEG, GIF, gzip, old Office files.
const NO_TEXT: [&[u8]; 8] = [
    b"PK\x03\x04",
    b"%PDF-",
    b"SQLite format 3\0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
];

/// Decodes a file.
///
/// # Errors
/// [`ImportError::NotText`] if it begins like no text, or if more than one in fifty of its characters
/// is one that no text has (random bytes have one in ten).
pub(super) fn decode(bytes: &[u8]) -> Result<Text, ImportError> {
    if NO_TEXT.iter().any(|start| bytes.starts_with(start)) {
        return Err(ImportError::NotText);
    }
    let (encoding, body) = encoding_of(bytes);
    let (text, mut replaced) = encoding.decode_without_bom_handling(body);
    let (mut strange, mut chars) = (0_usize, 0_usize);
    for c in text.chars() {
        chars += 1;
        let control = c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}');
        strange += usize::from(control || c == char::REPLACEMENT_CHARACTER);
    }
    if strange > 2 && strange * 50 > chars {
        return Err(ImportError::NotText);
    }
    let mut text = text.into_owned();
    if text.contains('\0') {
        text = text.replace('\0', "\u{fffd}");
        replaced = true;
    }
    Ok(Text { text, replaced })
}

/// The encoding, and the bytes behind the byte order mark.
fn encoding_of(bytes: &[u8]) -> (&'static Encoding, &[u8]) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return (encoding, bytes.get(mark..).unwrap_or_default());
    }
    let encoding = utf16_without_mark(bytes).unwrap_or_else(|| {
        if mostly_utf8(bytes) {
            return UTF_8;
        }
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        detector.guess(None, Utf8Detection::Deny)
    });
    (encoding, bytes)
}

/// In UTF-16, every other byte of mostly Latin text is zero.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let pairs = bytes.get(..bytes.len().min(4096))?.as_chunks::<2>().0;
    let zeros = |at: usize| pairs.iter().filter(|pair| pair[at] == 0).count();
    let many = |count: usize| count > 0 && count * 3 > pairs.len();
    match (many(zeros(0)), many(zeros(1))) {
        (false, true) => Some(UTF_16LE),
        (true, false) => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether the bytes are UTF-8, but for a few: one cut character does not make a file Windows-1252.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut several, mut invalid) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        several += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    invalid == 0 || several > invalid * 4
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        decode(bytes).map_or_else(|error| error.to_string(), |text| text.text)
    }

    #[test]
    fn utf_8_and_utf_16_are_read_with_and_without_a_mark() {
        let words = "Summary,Café\nCrème brûlée,Más\n";
        assert_eq!(text(words.as_bytes()), words);
        assert_eq!(text(format!("\u{feff}{words}").as_bytes()), words);
        let little: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(text(&little), words);
        assert_eq!(text(&big), words);
        assert_eq!(text(&[&[0xff, 0xfe], little.as_slice()].concat()), words);
        assert_eq!(text(&[&[0xfe, 0xff], big.as_slice()].concat()), words);
    }

    #[test]
    fn windows_1252_is_read_with_its_quotes_and_dashes() {
        let bytes = b"Summary\nCaf\xe9 ouvert \x96 les \x93habitu\xe9s\x94 entrent\n";
        assert_eq!(text(bytes), "Summary\nCafé ouvert – les “habitués” entrent\n");
    }

    #[test]
    fn one_cut_character_in_a_utf_8_file_is_replaced_and_said() {
        let decoded = decode(b"Summary\nCaf\xc3\xa9 \xc3\xa9t\xc3\xa9 \xc3\xa0 \xc3\xa7a cr\xc3");
        assert_eq!(
            decoded,
            Ok(Text { text: "Summary\nCafé été à ça cr\u{fffd}".into(), replaced: true })
        );
    }

    #[test]
    fn a_picture_a_workbook_and_random_bytes_are_no_text() {
        let mut seed = 7_u32;
        let random: Vec<u8> = std::iter::repeat_with(|| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            seed.to_be_bytes()[0]
        })
        .take(4000)
        .collect();
        for bytes in [b"PK\x03\x04workbook".as_slice(), b"\x89PNG\r\n", &random, &[0; 400]] {
            assert_eq!(decode(bytes), Err(ImportError::NotText));
        }
    }
}
