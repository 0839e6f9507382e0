//! An author's text inside other documents: in Markdown it stays text, and in a table no program takes it for a formula.
//!
//! Knows nothing of what the texts say.

/// A person's words as Markdown shows them: what would be a heading, a list, a quote, code, a formula, a link or a tag
/// stays letters, whatever stands before it on its line.
pub(super) fn escaped(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let line = words.join(" ");
    let mut escaped = String::with_capacity(line.len() + 8);
    let first = opening(&line);
    let mut before = ' ';
    for (at, character) in line.char_indices() {
        let after = line[at + character.len_utf8()..].chars().next().unwrap_or(' ');
        match character {
            '|' if at == 0 => escaped.push_str("&#124;"),
            '<' => escaped.push_str("&lt;"),
            '&' if is_entity(&line[at..]) => escaped.push_str("&amp;"),
            '{' => escaped.push_str("&#123;"),
            '*' | '`' | '[' | ']' | '\\' | '~' | '$' | '^' => escaped.extend(['\\', character]),
            '_' if !(before.is_alphanumeric() && after.is_alphanumeric()) => escaped.extend(['\\', character]),
            '#' if before == ' ' => escaped.extend(['\\', character]),
            other if first == Some(at) => escaped.extend(['\\', other]),
            other => escaped.push(other),
        }
        before = character;
    }
    escaped
}

/// As [`escaped`], with the names that complaints quote as code.
pub(super) fn with_names(text: &str) -> String {
    const MARK: &str = "\\`";
    let safe = escaped(text);
    let mut parts = safe.split(MARK).peekable();
    let mut joined = parts.next().unwrap_or_default().to_owned();
    while let Some(part) = parts.next() {
        let is_name = !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'.'));
        match parts.peek() {
            Some(behind) if is_name => {
                joined.extend(["`", part, "`", behind]);
                parts.next();
            }
            _ => joined.extend([MARK, part]),
        }
    }
    joined
}

/// The character that makes a line something else than text by what it begins with.
fn opening(line: &str) -> Option<usize> {
    let word = line.split(' ').next().unwrap_or_default();
    let is_mark = |marks: &str| !word.is_empty() && word.chars().all(|c| marks.contains(c));
    if line.starts_with('>') || ["-", "+", "=", ":"].into_iter().any(is_mark) {
        return Some(0);
    }
    if word.starts_with('(') && word.ends_with(')') {
        return Some(0);
    }
    let number = word.strip_suffix(['.', ')'])?;
    let is_number = number.len() <= 9 && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_alphabetic());
    (!number.is_empty() && (is_number || is_letter)).then_some(number.len())
}

/// Whether a text that begins with `&` begins with a character's name: `&amp;` or `&#35;`.
fn is_entity(text: &str) -> bool {
    let name = text[1..].split(';').next().filter(|name| name.len() + 1 < text.len());
    name.is_some_and(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#'))
}

/// The words of a text that stands in XML.
pub(super) fn plain(xml: &str) -> String {
    let marks = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&")];
    marks.into_iter().fold(xml.to_owned(), |text, (mark, letter)| text.replace(mark, letter))
}

/// An address inside `<` and `>`.
pub(super) fn address(url: &str) -> String {
    let mut address = String::with_capacity(url.len());
    for character in url.chars() {
        match character {
            '<' => address.push_str("%3C"),
            '>' => address.push_str("%3E"),
            '\\' => address.push_str("%5C"),
            other if other.is_whitespace() || other.is_control() => address.push_str("%20"),
            other => address.push(other),
        }
    }
    address
}

/// A cell of a table as a file has it. One that a program for tables would compute, for it begins as a formula does, gets
/// an apostrophe, unless it is a number.
pub(super) fn cell(text: String) -> String {
    let begins = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}');
    let is_number = || {
        let digits = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E'));
        digits && text.parse::<f64>().is_ok()
    };
    let is_formula = text.trim_start().starts_with(begins) || text.starts_with(['\t', '\r']);
    if is_formula && !is_number() { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::{address, cell, escaped, with_names};
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    /// What a reader sees of a document, and whether it is nothing but text in some places.
    fn read(document: &str, places: &[Tag<'_>]) -> Option<String> {
        let mut seen = String::new();
        // Dashes and quotes in their finest form are the reader's business.
        let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
        for event in Parser::new_ext(document, options) {
            match event {
                Event::Text(text) => seen.push_str(&text),
                Event::Start(tag) if places.contains(&tag) => {}
                Event::End(TagEnd::TableCell) => seen.push('¦'),
                Event::End(_) => {}
                _ => return None,
            }
        }
        Some(seen)
    }

    fn words(text: &str) -> String {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn holds(text: &str) {
        let plain = words(text);
        let safe = escaped(text);
        for before in ["", "- "] {
            let seen = read(&format!("{before}{safe}"), &[Tag::Paragraph, Tag::List(None), Tag::Item]);
            assert_eq!(seen.as_deref(), Some(plain.as_str()), "{text:?} became {before}{safe:?}");
        }
        let title =
            Tag::Heading { level: pulldown_cmark::HeadingLevel::H2, id: None, classes: Vec::new(), attrs: Vec::new() };
        assert_eq!(read(&format!("## {safe}"), &[title]).as_deref(), Some(plain.as_str()), "{safe:?}");
    }

    #[test]
    fn authors_words_stay_text() {
        for text in [
            "~~~",
            "```code",
            "# Not a heading",
            "title #",
            "> quoted",
            "- not a list",
            "---",
            "===",
            "+ one",
            "1. one",
            "12) twelve",
            "(1) one",
            "a. one",
            "1.5 times",
            "__init__ & _x_ ~~y~~ $a$ \\| \\\\ front_density",
            "<script>alert(1)</script> &lt; &#35; R&D",
            "![x](http://e.invalid/t.png) [a]: b [^1] [[wiki]]",
            "x^2^ H~2~O {#id}",
            ": defined",
            "a\n\n# b\n    code",
            "-5 to 7",
        ] {
            holds(text);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_words_stay_text(text in "[-#>+=:~`*_$^|&;{}()<!\\[\\]\\\\.0-9a-cA ]{0,14}") {
            // A bar at the beginning is no mark here, and one inside is a matter of tables.
            holds(&text);
        }
    }

    #[test]
    fn names_in_complaints_are_code() {
        assert_eq!(with_names("`area_ratio` and `a`: *x*"), "`area_ratio` and `a`: \\*x\\*");
        for text in ["```code", "a `b", "`a b` c", "``", "`<b>`", "~~~ `x`y`z"] {
            assert!(!with_names(text).contains("```") && !with_names(text).contains("~~~"), "{}", with_names(text));
        }
        assert_eq!(with_names("`<b>`"), escaped("`<b>`"));
    }

    #[test]
    fn addresses_stay_inside() {
        assert_eq!(address("https://e.org/a b>\n[x](y)\\"), "https://e.org/a%20b%3E%20[x](y)%5C");
    }

    #[test]
    fn cells_are_no_formulas() {
        for text in
            ["=1+1", "@SUM(1,1)", "+1+1", "-2+3", " =1+1", "\t=1", "-", "--", "＝1", "-inf", "+cmd|' /C calc'!A0"]
        {
            assert_eq!(cell(text.to_owned()), format!("'{text}"));
        }
        for text in ["", "12", "-12.5", "-1e-7", "+3", "a=b", "1-2", "front_density", "'x"] {
            assert_eq!(cell(text.to_owned()), text);
        }
    }
}
