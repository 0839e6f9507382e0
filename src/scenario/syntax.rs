//! Advice where a file is not TOML: what was probably meant.

use crate::quantity::{character, date, reading, vocabulary};
use std::ops::Range;

/// Advice on a syntax error at some bytes of a text.
pub(super) fn help(message: &str, content: &str, range: &Range<usize>) -> Option<String> {
    let line_start = content.get(..range.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let line = content.get(line_start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let key = line.split(['=', ':']).next().unwrap_or_default().trim();
    let is_word =
        !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-' | '"'));
    let value = line.split_once('=').map_or("", |(_, value)| value.trim());
    let bare = Bare::find(line, range.start.saturating_sub(line_start));
    let advice = if message.contains("duplicate key") {
        "a key or table stands twice: keep one of them".to_owned()
    } else if message.contains("nested too deeply") {
        "a scenario has tables within tables at most four deep".to_owned()
    } else if content.trim_start().starts_with('{') {
        "this looks like JSON: a scenario is TOML, with `key = value` on lines of their own".to_owned()
    } else if line.contains(['“', '”', '„', '‘', '’']) {
        "texts stand in straight quotes: \"…\"".to_owned()
    } else if let Some(date) = bare.as_ref().and_then(Bare::date) {
        date
    } else if let Some(number) = numbers(line, range.start.saturating_sub(line_start)) {
        number
    } else if let Some(found) = unseen(line) {
        let name = character::named(found);
        if character::is_blank(found) {
            format!("{name} stands in this line, which cannot be told from a blank or from nothing: take it out")
        } else {
            format!("{name} stands in this line: take it out")
        }
    } else if is_word && line.contains(':') && !line.contains('=') {
        format!("write `{key} = …` with an equals sign")
    } else if value.starts_with('0')
        && value.get(1..2).is_some_and(|next| next.bytes().all(|byte| byte.is_ascii_digit()))
    {
        "numbers do not begin with a zero".to_owned()
    } else if let Some(text) = bare.as_ref().and_then(Bare::quoted) {
        text
    } else if let Some(found) = foreign(line) {
        format!(
            "{} stands outside of quotes, where keys and numbers have a to z and 0 to 9 only",
            character::named(found)
        )
    } else if message.contains("string") {
        "texts stand in quotes, which are closed on the same line: unit = \"km\"".to_owned()
    } else if message.contains("unquoted key") || message.contains("key with no value") {
        "keys are lower-case letters, digits and _, followed by `=` and a value".to_owned()
    } else if line.trim_start().starts_with('[') && !line.contains(']') {
        "close the table's name with `]`".to_owned()
    } else {
        return None;
    };
    Some(advice)
}

/// A character outside of quotes and remarks that cannot be told from its looks, and is no blank of TOML's; a control
/// character within them too, where it is no more TOML than outside.
fn unseen(line: &str) -> Option<char> {
    let is_plain = |c: char| matches!(c, ' ' | '\t' | '\r');
    let is_found =
        |c: char, is_quoted: bool| ((!is_quoted && character::is_blank(c)) || c.is_control()) && !is_plain(c);
    first(line, is_found)
}

/// A letter or a digit outside of quotes and remarks that is none of a key's or a number's, though it may look like one.
fn foreign(line: &str) -> Option<char> {
    first(line, |c, is_quoted| !is_quoted && !c.is_ascii() && c.is_alphanumeric())
}

/// The first character before a remark that is looked for; the search is told what stands in quotes.
fn first(line: &str, is_found: impl Fn(char, bool) -> bool) -> Option<char> {
    let mut quote = None;
    let mut is_escaped = false;
    for c in line.chars() {
        match quote {
            None if c == '#' => return None,
            _ if is_found(c, quote.is_some()) => return Some(c),
            None if matches!(c, '"' | '\'') => quote = Some(c),
            Some(of) if c == of && !is_escaped => quote = None,
            _ => {}
        }
        is_escaped = c == '\\' && !is_escaped && quote == Some('"');
    }
    None
}

/// A value that is written without quotes and is none of TOML's.
struct Bare<'a> {
    key: &'a str,
    value: &'a str,
}

impl<'a> Bare<'a> {
    /// The value at a place of a line, with its key.
    fn find(line: &'a str, place: usize) -> Option<Self> {
        let at = line.match_indices('=').map(|(at, _)| at).rfind(|at| at < &place.max(1))?;
        let (before, behind) = (line.get(..at)?, line.get(at + 1..)?);
        let key = before.rsplit(['{', ',', '[']).next()?.trim();
        // Within a table or a list of one line the value ends there, else at a comment.
        let is_inside = before.contains('{') || behind.trim_start().starts_with('[');
        let ends: &[char] = if is_inside { &[',', '}', ']', '#'] } else { &['#'] };
        let behind = behind.trim_start().trim_start_matches('[');
        let value = behind.split(ends).next()?.trim().trim_matches(['"', '\'']);
        let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-'));
        // What has quotes or brackets within is more than a word left bare.
        (is_key && !value.is_empty() && !value.contains(['"', '{', '[', '=', '\\'])).then_some(Self { key, value })
    }

    /// What to write for a date.
    fn date(&self) -> Option<String> {
        (self.key == "date" || self.value.split(['.', '/']).count() == 3)
            .then(|| date::advice(self.key, self.value))
            .flatten()
    }

    /// What to write for a text, or for a number with its unit.
    fn quoted(&self) -> Option<String> {
        let Self { key, value } = self;
        if let word @ ("true" | "yes" | "on" | "false" | "no" | "off") = value.to_lowercase().as_str() {
            let flag = matches!(word, "true" | "yes" | "on");
            return Some(format!(
                "a flag is `true` or `false`, a text stands in quotes: {key} = {flag} or {key} = \"{value}\""
            ));
        }
        if !value.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-')) {
            return value
                .starts_with(char::is_alphabetic)
                .then(|| format!("texts stand in quotes, which are closed on the same line: {key} = \"{value}\""));
        }
        // A multiple alone is not a unit yet.
        let alone = value.rsplit(' ').next().is_some_and(|last| {
            vocabulary::multiples().iter().any(|multiple| multiple.spellings.contains(&last) && last != "%")
        });
        let (unit, counted) = if alone { (" people", ", or whatever is counted") } else { ("", "") };
        value
            .contains(|c: char| c.is_alphabetic() || matches!(c, '%' | '€' | '$' | '£'))
            .then(|| format!("a number with its unit stands in quotes: {key} = \"{value}{unit}\"{counted}"))
    }
}

/// What a number should look like that stands before a place of a line and is none of TOML's.
fn numbers(line: &str, place: usize) -> Option<String> {
    // The last key before the place is the one whose value is wrong.
    let starts: Vec<usize> = line.match_indices('=').map(|(at, _)| at + 1).filter(|at| *at <= place.max(1)).collect();
    starts.into_iter().rev().find_map(|start| {
        let value = line.get(start..)?.trim_start();
        if let Some([low, high]) = reading::range(value) {
            return Some(format!("the ends of a range have keys of their own: low = {low}, high = {high}"));
        }
        match reading::leading(value) {
            Err(reason) if !reason.readings().is_empty() => {
                let digits =
                    value.split(|c: char| c == '}' || c == ']' || c.is_alphabetic()).next().unwrap_or_default();
                let why = if digits.contains(',') {
                    "decimals take a point and large numbers `_`"
                } else {
                    "large numbers are written with `_` or in one piece"
                };
                Some(format!("{why}: {}", reason.readings().join(" or ")))
            }
            Ok(number)
                if value.get(..number.used).is_some_and(|digits| !digits.is_ascii() || digits.contains('\'')) =>
            {
                let plain = crate::quantity::number::plain(number.value);
                Some(format!("large numbers are written with `_` or in one piece: {plain}"))
            }
            _ => None,
        }
    })
}
