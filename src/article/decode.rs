//! Bytes to text: tells text from other files, and guesses its encoding.

use crate::error::{Error, Result};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes looked at to tell a text from something else.
const LOOKED_AT: usize = 64 * 1024;

/// The text of a file: by its byte order mark, as UTF-8 if it is, as UTF-16 by its noughts, else in the
/// encoding that its letters suggest.
pub(super) fn decode(path: &str, bytes: &[u8]) -> Result<String> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Error::Empty {
            path: path.to_owned(),
        });
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return Ok(encoding
            .decode_without_bom_handling(&bytes[mark..])
            .0
            .into_owned());
    }
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    if let Some(encoding) = utf_16(head) {
        return Ok(encoding.decode_without_bom_handling(bytes).0.into_owned());
    }
    if is_binary(head) {
        return Err(Error::Binary {
            path: path.to_owned(),
        });
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Allow);
    let encoding = if encoding == UTF_8 {
        encoding_rs::WINDOWS_1252
    } else {
        encoding
    };
    Ok(encoding.decode_without_bom_handling(bytes).0.into_owned())
}

/// UTF-16 without a mark: in western text every other byte is nought.
fn utf_16(head: &[u8]) -> Option<&'static Encoding> {
    let pairs = head.len() / 2;
    let noughts = |from: usize| {
        head[from..]
            .iter()
            .step_by(2)
            .take(pairs)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (noughts(0), noughts(1.min(head.len())));
    match () {
        () if pairs < 4 => None,
        () if odd * 10 > pairs * 7 && even * 10 < pairs => Some(UTF_16LE),
        () if even * 10 > pairs * 7 && odd * 10 < pairs => Some(UTF_16BE),
        () => None,
    }
}

/// A nought, a well-known beginning, or more control characters than a text has.
fn is_binary(head: &[u8]) -> bool {
    const BEGINNINGS: [&[u8]; 8] = [
        b"%PDF",
        b"PK\x03\x04",
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"GIF8",
        b"\x7fELF",
        b"\x1f\x8b",
        b"\xd0\xcf\x11\xe0",
    ];
    let control =
        |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    BEGINNINGS
        .iter()
        .any(|beginning| head.starts_with(beginning))
        || head.contains(&0)
        || head.iter().filter(control).count() * 50 > head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], want: &str) {
        assert_eq!(decode("a.txt", bytes).expect("a text"), want);
    }

    #[test]
    fn usual_encodings_are_read() {
        check("Går på ski".as_bytes(), "Går på ski");
        check(b"\xef\xbb\xbfG\xc3\xa5r", "Går");
        check(
            b"Statsministeren g\xe5r p\xe5 ski i \xd8stmarka, sier hun til avisen.",
            "Statsministeren går på ski i Østmarka, sier hun til avisen.",
        );
        let le: Vec<u8> = "Går på ski"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        check(&le, "Går på ski");
        let be: Vec<u8> = [0xfe, 0xff]
            .into_iter()
            .chain("Går på".encode_utf16().flat_map(u16::to_be_bytes))
            .collect();
        check(&be, "Går på");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [
            &b"\x89PNG\r\n\x1a\n0000"[..],
            b"ab\0cd",
            b"%PDF-1.7 ...",
            &[1, 2, 3, 4, 5, 6],
        ] {
            assert!(
                matches!(decode("a.txt", bytes), Err(Error::Binary { .. })),
                "{bytes:?}"
            );
        }
        for bytes in [&b""[..], b" \r\n\t "] {
            assert!(
                matches!(decode("a.txt", bytes), Err(Error::Empty { .. })),
                "{bytes:?}"
            );
        }
    }
}
