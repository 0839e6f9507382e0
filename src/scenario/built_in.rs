//! The TOML files that are built in, as they were read when the program was built.
//!
//! Knows a file by its text, wherever that comes from, and gives the tree that reading it gives.

use super::escape::Steps;
use super::tree::{Located, Table, Value};
use crate::diagnostic::{Span, TextId};
use std::borrow::Cow;

/// A file.
struct File {
    content: &'static str,
    /// How many keys its top-level table has.
    entries: usize,
    /// All values, a table or list followed by those in it.
    values: &'static [At],
    /// Texts that are not as they stand in the file.
    unquoted: &'static [&'static str],
}

/// A value with the bytes of its key, if it has one, and its own.
struct At {
    key: (u32, u32),
    span: (u32, u32),
    what: What,
}

enum What {
    /// A text between so many quotes on either side.
    Quoted(u8),
    /// A text by its place in the list of texts.
    Unquoted(u32),
    Number(f64),
    Flag(bool),
    /// The number of items.
    List(u32),
    /// The number of entries.
    Table(u32),
}

const fn at(from: u32, to: u32, start: u32, end: u32, what: What) -> At {
    At { key: (from, to), span: (start, end), what }
}

#[allow(clippy::unreadable_literal, reason = "written by the build script")]
mod written {
    use super::{File, What, at};

    include!(concat!(env!("OUT_DIR"), "/built_in.rs"));
}

use written::FILES;

/// The tree of a text, if it is that of a file that is built in.
pub(super) fn tree(content: &str, text: TextId) -> Option<Table> {
    let file = FILES.iter().find(|file| file.content == content)?;
    let mut reader = Reader { file, text, values: file.values.iter() };
    Some(reader.table(file.entries))
}

struct Reader {
    file: &'static File,
    text: TextId,
    values: std::slice::Iter<'static, At>,
}

impl Reader {
    fn table(&mut self, entries: usize) -> Table {
        let mut table = Table { entries: Vec::with_capacity(entries) };
        for _ in 0..entries {
            let Some(found) = self.values.next() else { break };
            let key = Located::new(Cow::Borrowed(self.slice(found.key)), self.span(found.key));
            let value = self.located(found);
            table.entries.push((key, value));
        }
        table
    }

    fn located(&mut self, found: &'static At) -> Located<Value> {
        let value = self.value(found);
        let steps = match (&value, &found.what) {
            (Value::Text(text), What::Unquoted(_)) => Steps::of(self.slice(found.span), text),
            _ => Steps::default(),
        };
        Located::written(value, self.span(found.span), steps)
    }

    fn value(&mut self, found: &'static At) -> Value {
        match found.what {
            What::Quoted(quotes) => {
                let quotes = u32::from(quotes);
                Value::Text(Cow::Borrowed(self.slice((found.span.0 + quotes, found.span.1 - quotes))))
            }
            What::Unquoted(place) => {
                let text = self.file.unquoted.get(place as usize).copied();
                Value::Text(Cow::Borrowed(text.unwrap_or_default()))
            }
            What::Number(number) => Value::Number(number),
            What::Flag(flag) => Value::Flag(flag),
            What::List(items) => {
                let mut list = Vec::with_capacity(items as usize);
                for _ in 0..items {
                    let Some(found) = self.values.next() else { break };
                    list.push(self.located(found));
                }
                Value::List(list)
            }
            What::Table(entries) => Value::Table(self.table(entries as usize)),
        }
    }

    fn slice(&self, (start, end): (u32, u32)) -> &'static str {
        self.file.content.get(start as usize..end as usize).unwrap_or_default()
    }

    fn span(&self, (start, end): (u32, u32)) -> Span {
        Span { text: self.text, start: start as usize, end: end as usize }
    }
}

#[cfg(test)]
mod tests {
    use super::super::document::read;
    use super::*;
    use crate::diagnostic::{Diagnostics, Texts};

    #[test]
    fn every_built_in_file_is_what_reading_it_gives() {
        for file in FILES {
            let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
            let id = texts.add("a file", file.content);
            let document = read(file.content, id, &texts, &mut diagnostics).unwrap();
            assert!(diagnostics.is_empty());
            assert!(document.root.entries.len() == file.entries && file.entries > 0);
            assert_eq!(tree(file.content, id), Some(document.root));
        }
    }

    #[test]
    fn any_other_text_is_read() {
        let (mut texts, file) = (Texts::default(), &FILES[0]);
        let other = format!("{}\n", file.content);
        let id = texts.add("a file", other.clone());
        assert_eq!(tree(&other, id), None);
    }
}
