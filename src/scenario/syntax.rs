//! What was probably meant where a file is not TOML.

use std::ops::Range;

/// Advice on a syntax error at some bytes of a text.
pub(super) fn help(message: &str, content: &str, range: &Range<usize>) -> Option<String> {
    let line_start = content.get(..range.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let line = content.get(line_start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let triple = |middle: u8| {
        let mut threes = line.as_bytes().windows(3);
        threes.any(|three| three[0].is_ascii_digit() && three[1] == middle && three[2].is_ascii_digit())
    };
    let key = line.split(['=', ':']).next().unwrap_or_default().trim();
    let is_word =
        !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-' | '"'));
    let value = line.split_once('=').map_or("", |(_, value)| value.trim());
    let advice = if message.contains("duplicate key") {
        "a key or table stands twice: keep one of them".to_owned()
    } else if message.contains("nested too deeply") {
        "a scenario has tables within tables at most four deep".to_owned()
    } else if content.trim_start().starts_with('{') {
        "this looks like JSON: a scenario is TOML, with `key = value` on lines of their own".to_owned()
    } else if line.contains(['“', '”', '„', '‘', '’']) {
        "texts stand in straight quotes: \"…\"".to_owned()
    } else if triple(b',') {
        "write large numbers as 1_000: a comma parts entries".to_owned()
    } else if triple(b' ') {
        "write large numbers as 1_000 or 1000, without blanks".to_owned()
    } else if is_word && line.contains(':') && !line.contains('=') {
        format!("write `{key} = …` with an equals sign")
    } else if value.starts_with('0')
        && value.get(1..2).is_some_and(|next| next.bytes().all(|byte| byte.is_ascii_digit()))
    {
        "numbers do not begin with a zero".to_owned()
    } else if message.contains("string values must be quoted") && value.starts_with(|c: char| c.is_ascii_digit()) {
        format!("a number with its unit stands in quotes: {key} = \"{}\"", value.trim_matches('"'))
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
