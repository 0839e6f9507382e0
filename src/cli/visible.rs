//! Texts as a terminal may get them: what it would take for a command becomes a sign that shows.
//!
//! Knows nothing of where texts come from: that is why all of them pass here.

use std::borrow::Cow;

/// Begins a command to a terminal.
pub const ESCAPE: char = '\u{1b}';

/// Whether a terminal takes a character for a command, or shows what follows in another order than it stands.
fn is_command(character: char) -> bool {
    (character.is_control() && !matches!(character, '\n' | '\t'))
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The sign in the place of such a character.
fn sign(character: char) -> char {
    match character {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{7f}' => '\u{2421}',
        _ => char::REPLACEMENT_CHARACTER,
    }
}

/// The text without commands. `styled` is for texts in which every escape character is one of this program's colours.
pub fn visible(text: &str, styled: bool) -> Cow<'_, str> {
    if !text.chars().any(is_command) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let own = if styled { colour(rest) } else { 0 };
        let used = if own > 0 { own } else { character.len_utf8() };
        if own > 0 || !is_command(character) || rest.starts_with("\r\n") {
            shown.push_str(&rest[..used]);
        } else {
            shown.push(sign(character));
        }
        rest = &rest[used..];
    }
    Cow::Owned(shown)
}

/// How many bytes a command for a colour has that a text begins with.
fn colour(text: &str) -> usize {
    let Some(behind) = text.strip_prefix("\u{1b}[") else { return 0 };
    let numbers = behind.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b';').count();
    if behind.as_bytes().get(numbers) == Some(&b'm') { 2 + numbers + 1 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[test]
    fn commands_become_signs() {
        for (text, shown) in [
            ("plain\ttext\r\nŁódź", "plain\ttext\r\nŁódź"),
            ("\u{1b}[2J\u{1b}]52;c;aGk=\u{7}", "␛[2J␛]52;c;aGk=␇"),
            ("\u{9b}31m\u{7f}\u{85}a\rb\u{8}", "\u{fffd}31m␡\u{fffd}a␍b␈"),
            ("\u{202e}gnp.exe\u{2069}", "\u{fffd}gnp.exe\u{fffd}"),
            ("\u{1b}[31mred", "␛[31mred"),
        ] {
            assert_eq!(visible(text, false), shown);
        }
        assert_eq!(visible("\u{1b}[1;31mred\u{1b}[0m \u{1b}[2J", true), "\u{1b}[1;31mred\u{1b}[0m ␛[2J");
    }
}
