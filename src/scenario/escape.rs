//! Where the bytes of a text's value stand in its file: behind escapes they are elsewhere than in the value.
//!
//! Knows the quotes and escapes of TOML, and nothing of what a text says.

use std::sync::Arc;

/// Where a value departs from what was written: from so many bytes of the value on, it goes on so many bytes after the
/// first quote. Ascending.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Steps(Option<Arc<[(usize, usize)]>>);

impl Steps {
    /// Of a text as written, quotes included, and its value. Plain ones need none.
    pub(super) fn of(written: &str, value: &str) -> Self {
        let three = ["\"\"\"", "'''"].iter().any(|quotes| written.starts_with(quotes)) && written.len() >= 6;
        let quotes = if three { 3 } else { 1 };
        if written.len() == value.len() + 2 * quotes {
            return Self(None);
        }
        // What does not come out even is shown as a whole.
        Self(Some(walk(written, value, quotes).unwrap_or_default().into()))
    }

    /// Of the part of the value that starts there.
    pub(super) fn from(&self, start: usize) -> Self {
        let Some(steps) = &self.0 else { return Self(None) };
        let Some(first) = self.place(start) else { return self.clone() };
        let rest = steps.iter().filter(|(value, _)| *value > start);
        let rest = rest.map(|(value, written)| (value - start, written - first));
        Self(Some(std::iter::once((0, 0)).chain(rest).collect()))
    }

    /// Whether any byte stands elsewhere.
    pub(super) fn any(&self) -> bool {
        self.0.is_some()
    }

    /// The place of a byte of the value, counted from the first quote; none where it is not known.
    pub(super) fn place(&self, byte: usize) -> Option<usize> {
        let steps = self.0.as_ref()?;
        let (value, written) = steps.iter().rev().find(|(value, _)| *value <= byte)?;
        Some(written + (byte - value))
    }
}

fn walk(written: &str, value: &str, quotes: usize) -> Option<Vec<(usize, usize)>> {
    let end = written.len().checked_sub(quotes)?;
    let after = |at: usize| written.get(at..end);
    // A line break behind the opening quotes is no part of the value.
    let mut at = quotes;
    if quotes == 3 {
        at += ["\r\n", "\n"]
            .iter()
            .find(|blank| after(at).is_some_and(|rest| rest.starts_with(**blank)))
            .map_or(0, |blank| blank.len());
    }
    let mut steps = vec![(0, at)];
    let mut done = 0;
    while at < end {
        let rest = after(at)?;
        let next = rest.chars().next()?;
        if next == '\\' && written.starts_with('"') {
            let length = escape(rest)?;
            let stands_for = if rest[1..].starts_with(char::is_whitespace) {
                0
            } else {
                value.get(done..)?.chars().next()?.len_utf8()
            };
            (at, done) = (at + length, done + stands_for);
            steps.push((done, at));
        } else if rest.starts_with("\r\n") && value.get(done..)?.starts_with('\n') {
            (at, done) = (at + 2, done + 1);
            steps.push((done, at));
        } else {
            (at, done) = (at + next.len_utf8(), done + next.len_utf8());
        }
    }
    (done == value.len()).then_some(steps)
}

/// How many bytes the escape takes that a text begins with.
fn escape(text: &str) -> Option<usize> {
    let kind = text[1..].chars().next()?;
    match kind {
        'u' => Some(6),
        'U' => Some(10),
        'x' => Some(4),
        // A backslash at the end of a line takes all blanks before the next word with it.
        _ if kind.is_whitespace() => Some(text.len() - text[1..].trim_start().len()),
        _ => Some(1 + kind.len_utf8()),
    }
}

#[cfg(test)]
mod tests {
    use super::Steps;

    fn written(text: &str, value: &str, byte: usize) -> Option<String> {
        Steps::of(text, value).place(byte).map(|at| text[at..].chars().take(3).collect())
    }

    #[test]
    fn a_byte_behind_escapes_is_where_it_was_written() {
        assert!(!Steps::of("\"1 + x\"", "1 + x").any() && !Steps::of("'''1 + x'''", "1 + x").any());
        assert_eq!(written(r#""1 \u002B xyz""#, "1 + xyz", 4).as_deref(), Some("xyz"));
        assert_eq!(written(r#""\t\\ é\U00000041 xyz""#, "\t\\ éA xyz", 7).as_deref(), Some("xyz"));
        assert_eq!(written("\"\"\"\n1 +\\\n   xyz\"\"\"", "1 +xyz", 3).as_deref(), Some("xyz"));
        assert_eq!(written("'''\r\n1\r\nxyz'''", "1\nxyz", 2).as_deref(), Some("xyz"));
        // What is not the value of what is written has no places.
        assert_eq!(written(r#""\u0041""#, "another", 0), None);
    }

    #[test]
    fn a_part_has_the_places_behind_it() {
        let text = r#""\u0041 = \u0042 xyz""#;
        let part = Steps::of(text, "A = B xyz").from(4);
        let start = text.find(r"\u0042").unwrap();
        assert_eq!(part.place(0), Some(0));
        assert_eq!(part.place(2).map(|at| &text[start + at..start + at + 3]), Some("xyz"));
    }
}
