//! Texts that somebody wrote, and ranges of bytes in them.
//!
//! Knows nothing of what is wrong with them.

use std::borrow::Cow;

/// One of the [`Texts`] that spans point into.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextId(usize);

/// A range of bytes, `start..end`, in one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The text.
    pub text: TextId,
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The part of this span given by byte offsets relative to its start.
    #[must_use]
    pub fn part(self, range: std::ops::Range<usize>) -> Self {
        let end = (self.start + range.end).min(self.end.max(self.start));
        Self { text: self.text, start: (self.start + range.start).min(end), end }
    }
}

/// The texts that were read, by the name a person knows them by (a path, or `--set` for the command line).
#[derive(Clone, Debug, Default)]
pub struct Texts {
    texts: Vec<(String, Cow<'static, str>)>,
}

impl Texts {
    /// Keeps a text and gives the handle that spans use.
    pub fn add(&mut self, name: impl Into<String>, content: impl Into<Cow<'static, str>>) -> TextId {
        self.texts.push((name.into(), content.into()));
        TextId(self.texts.len() - 1)
    }

    /// The name the text was added under.
    #[must_use]
    pub fn name(&self, id: TextId) -> &str {
        self.texts.get(id.0).map_or("", |(name, _)| name)
    }

    /// The text itself.
    #[must_use]
    pub fn content(&self, id: TextId) -> &str {
        self.texts.get(id.0).map_or("", |(_, content)| content)
    }

    /// Line and column, both from 1, of a byte offset; columns count characters.
    #[must_use]
    pub fn line_column(&self, id: TextId, offset: usize) -> (usize, usize) {
        let content = self.content(id);
        let offset = (0..=offset.min(content.len())).rev().find(|at| content.is_char_boundary(*at)).unwrap_or(0);
        let before = content.get(..offset).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        (line, column)
    }
}

/// Whether a name stands in a text as a word.
pub(super) fn mentions(text: &str, name: &str) -> bool {
    let goes_on = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    !name.is_empty()
        && text.match_indices(name).any(|(start, _)| {
            !goes_on(text[..start].chars().next_back()) && !goes_on(text[start + name.len()..].chars().next())
        })
}

/// The byte range moved onto character boundaries inside the text: the drawing library slices by it.
pub(super) fn within(content: &str, start: usize, end: usize) -> std::ops::Range<usize> {
    let mut start = start.min(content.len());
    while !content.is_char_boundary(start) {
        start -= 1;
    }
    let mut end = end.clamp(start, content.len());
    while !content.is_char_boundary(end) {
        end += 1;
    }
    start..end
}
