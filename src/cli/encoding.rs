//! Texts of files as other programs save them: UTF-8, with a byte order mark or without, and UTF-16.
//!
//! Knows nothing of what the texts say.

/// The text that some bytes of JSON are; why there is none. JSON begins with an ASCII character, so that a zero among
/// the first two bytes tells UTF-16 also without a mark.
pub fn decoded(bytes: &[u8]) -> Result<String, String> {
    let units = |bytes: &[u8], from: fn([u8; 2]) -> u16| -> Result<String, String> {
        let (pairs, rest) = bytes.as_chunks::<2>();
        let units: Vec<u16> = pairs.iter().map(|pair| from(*pair)).collect();
        if rest.is_empty()
            && let Ok(text) = String::from_utf16(&units)
        {
            return Ok(text);
        }
        Err("it is UTF-16 text that is damaged".to_owned())
    };
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Err("it is UTF-32 text: save it as UTF-8".to_owned()),
        [0xff, 0xfe, rest @ ..] => units(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => units(rest, u16::from_be_bytes),
        [first, 0, ..] if *first != 0 => units(bytes, u16::from_le_bytes),
        [0, second, ..] if *second != 0 => units(bytes, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf_8(rest),
        _ => utf_8(bytes),
    }
}

fn utf_8(bytes: &[u8]) -> Result<String, String> {
    let text = std::str::from_utf8(bytes);
    text.map(str::to_owned).map_err(|error| format!("it is not UTF-8 text (byte {})", error.valid_up_to()))
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn what_editors_and_shells_save_is_read() {
        let text = "{\"a\": \"é€𝄞\"}";
        let little = |mark: bool| -> Vec<u8> {
            let mark = if mark { Some(0xfeff) } else { None };
            mark.into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
        };
        let big: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_be_bytes).collect();
        let marked = [&[0xef, 0xbb, 0xbf], text.as_bytes()].concat();
        for bytes in [text.as_bytes().to_vec(), marked, little(true), little(false), big] {
            assert_eq!(decoded(&bytes).as_deref(), Ok(text));
        }
        assert!(decoded(&little(true)[..7]).is_err() && decoded(&[b'{', 0xe9, b'}']).is_err());
        assert_eq!(decoded(b"").as_deref(), Ok(""));
    }
}
