//! Errors, warnings and notes about a text somebody wrote, each with the places it is about and advice.
//!
//! A [`Diagnostic`] has a message, the places it is about and what to do. Checking code collects them in
//! [`Diagnostics`], so that one run shows every complaint; drawing them is left to `annotate-snippets`.
//! This module knows neither TOML nor formulas, only texts and byte ranges in them.

mod closest;
mod text;

pub use closest::{closest, did_you_mean};
pub use text::{Span, TextId, Texts};
use text::{mentions, within};

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

/// Whether a complaint stops the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is computed from this scenario.
    Error,
    /// Worth saying; the work goes on.
    Warning,
    /// Nothing to mend; said once to whoever checks.
    Note,
}

/// One complaint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether it stops the work.
    pub severity: Severity,
    /// What is wrong, in one line.
    pub message: String,
    /// The places it is about, the main one first, each with a few words or none.
    pub places: Vec<(Span, String)>,
    /// What to do about it.
    pub help: Vec<String>,
    /// How the message is found in another language than English.
    pub called: Option<Box<MessageId>>,
    /// The name that stands for nothing, where that is what is wrong: one name is complained of once.
    pub unknown: Option<Box<Unknown>>,
}

/// What a message is called where texts have names, and what belongs into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageId {
    /// The text's name.
    pub key: &'static str,
    /// What stands in its place, by name.
    pub args: Vec<(&'static str, Argument)>,
}

/// What stands in a message's place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// A text that stays as it is.
    Text(String),
    /// A number in English digits.
    Digits(String),
}

impl<T: Into<String>> From<T> for Argument {
    fn from(text: T) -> Self {
        Self::Text(text.into())
    }
}

/// A name that stands for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unknown {
    /// The name.
    pub name: String,
    /// Where it stands again.
    pub again: Vec<Span>,
}

impl Diagnostic {
    /// A complaint that stops the work.
    pub fn error(message: impl Into<String>) -> Self {
        let (places, help, message) = (Vec::new(), Vec::new(), short(message.into()));
        Self { severity: Severity::Error, message, places, help, called: None, unknown: None }
    }

    /// A name that stands for nothing. Where it stands again, the first complaint of it says so in a line.
    #[must_use]
    pub fn unknown_name(what: &str, name: &str) -> Self {
        Self::error(format!("no {what} is called `{name}`")).of_unknown(Some(name.to_owned()))
    }

    /// A complaint about a name that stands for nothing.
    #[must_use]
    pub fn of_unknown(self, name: Option<String>) -> Self {
        Self { unknown: name.map(|name| Box::new(Unknown { name, again: Vec::new() })), ..self }
    }

    /// A complaint that does not.
    pub fn warning(message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(message) }
    }

    /// What a reader of the scenario may want to know, though nothing is odd.
    pub fn note(message: impl Into<String>) -> Self {
        Self { severity: Severity::Note, ..Self::error(message) }
    }

    /// Names the message's text in other languages; what belongs into it follows by [`Diagnostic::with`].
    #[must_use]
    pub fn message_id(self, key: &'static str) -> Self {
        Self { called: Some(Box::new(MessageId { key, args: Vec::new() })), ..self }
    }

    /// Adds what belongs into the text that the message is called.
    #[must_use]
    pub fn with(mut self, name: &'static str, argument: impl Into<Argument>) -> Self {
        if let Some(called) = &mut self.called {
            let argument = match argument.into() {
                Argument::Text(text) => Argument::Text(short(text)),
                digits @ Argument::Digits(_) => digits,
            };
            called.args.push((name, argument));
        }
        self
    }

    /// Adds a place; the first one added is where the complaint points.
    #[must_use]
    pub fn at(mut self, span: Span, words: impl Into<String>) -> Self {
        self.places.push((span, short(words.into())));
        self
    }

    /// Adds a place when there is one.
    #[must_use]
    pub fn opt_span(self, span: Option<Span>, words: impl Into<String>) -> Self {
        match span {
            Some(span) => self.at(span, words),
            None => self,
        }
    }

    /// Adds advice.
    #[must_use]
    pub fn help(mut self, words: impl Into<String>) -> Self {
        self.help.push(short(words.into()));
        self
    }

    /// Adds advice when there is some.
    #[must_use]
    pub fn opt_help(self, words: Option<String>) -> Self {
        match words {
            Some(words) => self.help(words),
            None => self,
        }
    }

    /// The complaint as drawn for a person, with the lines it points to.
    #[must_use]
    pub fn render(&self, texts: &Texts, renderer: &Renderer) -> String {
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Note => Level::NOTE,
        };
        let mut group = Group::with_title(level.primary_title(self.message.as_str()));
        let mut drawn: Vec<TextId> = Vec::new();
        for (span, _) in &self.places {
            if drawn.contains(&span.text) {
                continue;
            }
            drawn.push(span.text);
            let content = texts.content(span.text);
            let mut snippet = Snippet::source(content).path(texts.name(span.text));
            for (index, (place, words)) in self.places.iter().enumerate() {
                if place.text == span.text {
                    let kind = if index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
                    let range = within(content, place.start, place.end);
                    snippet = snippet.annotation(kind.span(range).label(words.as_str()));
                }
            }
            group = group.element(snippet);
        }
        for words in &self.help {
            group = group.element(Level::HELP.message(words.as_str()));
        }
        if let Some(words) = self.again_in_words(texts) {
            group = group.element(Level::NOTE.message(words));
        }
        renderer.render(&[group])
    }
}

impl Diagnostic {
    /// Where the same unknown name stands again.
    #[must_use]
    pub fn again(&self) -> &[Span] {
        self.unknown.as_ref().map_or(&[], |unknown| &unknown.again)
    }

    /// `the same name stands again in lines 8, 12 and 41`.
    fn again_in_words(&self, texts: &Texts) -> Option<String> {
        let home = self.places.first().map(|(span, _)| span.text);
        let mut places: Vec<String> = Vec::new();
        for span in self.again() {
            let line = texts.line_column(span.text, span.start).0;
            let place =
                if Some(span.text) == home { line.to_string() } else { format!("{line} of {}", texts.name(span.text)) };
            if !places.contains(&place) {
                places.push(place);
            }
        }
        let more = places.len().saturating_sub(MOST_AGAIN);
        places.truncate(MOST_AGAIN);
        if more > 0 {
            places.push(format!("{more} more"));
        }
        let last = places.pop()?;
        Some(if places.is_empty() {
            format!("the same name stands again in line {last}")
        } else {
            format!("the same name stands again in lines {} and {last}", places.join(", "))
        })
    }
}

/// All complaints of one reading.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    items: Vec<Diagnostic>,
    /// Errors beyond the most that are kept.
    further: usize,
}

/// Errors that are kept, and as many of what is less: a file with more is not what it is taken for.
const MOST_KEPT: usize = 400;

/// Further lines of an unknown name that are listed.
const MOST_AGAIN: usize = 8;

/// Complaints that are drawn.
const MOST_DRAWN: usize = 60;

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        if let Some(root) = self.root(&diagnostic) {
            let here = diagnostic.places.iter().map(|(span, _)| span).chain(diagnostic.again());
            let new: Vec<Span> =
                here.filter(|span| !root.places.iter().any(|(place, _)| place == *span)).copied().collect();
            if let Some(unknown) = &mut root.unknown {
                unknown.again.extend(new);
            }
        } else if self.is_full(diagnostic.severity) {
            self.further += usize::from(diagnostic.severity == Severity::Error);
        } else if !self.items.contains(&diagnostic) {
            self.items.push(diagnostic);
        }
    }

    /// Whether so many of a kind are kept that no more are.
    fn is_full(&self, severity: Severity) -> bool {
        self.items.len() >= MOST_KEPT && self.items.iter().filter(|item| item.severity == severity).count() >= MOST_KEPT
    }

    /// Whether further errors are only counted: what they would say need not be worked out.
    #[must_use]
    pub fn is_full_of_errors(&self) -> bool {
        self.is_full(Severity::Error)
    }

    /// The earlier complaint about the same unknown name.
    fn root(&mut self, of: &Diagnostic) -> Option<&mut Diagnostic> {
        let name = &of.unknown.as_ref()?.name;
        let same = |item: &&mut Diagnostic| item.unknown.as_ref().is_some_and(|unknown| unknown.name == *name);
        self.items.iter_mut().filter(|item| item.severity == of.severity).find(same)
    }

    /// Adds all of another reading.
    pub fn extend(&mut self, other: Self) {
        self.further += other.further;
        for diagnostic in other.items {
            self.push(diagnostic);
        }
    }

    /// Adds one where there is one.
    pub fn extend_some(&mut self, diagnostic: Option<Diagnostic>) {
        if let Some(diagnostic) = diagnostic {
            self.push(diagnostic);
        }
    }

    /// How many are kept.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Takes those behind the first `before` back that are about one of some names.
    pub fn retract(&mut self, before: usize, names: &[String]) {
        let mut place = 0;
        self.items.retain(|item| {
            place += 1;
            place <= before || !names.iter().any(|name| mentions(&item.message, name))
        });
    }

    /// Whether any of them stops the work.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.further > 0 || self.items.iter().any(|item| item.severity == Severity::Error)
    }

    /// How many errors and how many warnings.
    #[must_use]
    pub fn counts(&self) -> (usize, usize) {
        let count = |severity: Severity| self.items.iter().filter(|item| item.severity == severity).count();
        (count(Severity::Error) + self.further, count(Severity::Warning))
    }

    /// How many notes.
    #[must_use]
    pub fn notes(&self) -> usize {
        self.items.iter().filter(|item| item.severity == Severity::Note).count()
    }

    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Whether there are errors and all of them point first into one of some texts.
    #[must_use]
    pub fn errors_only_in(&self, texts: &[TextId]) -> bool {
        let mut errors = self.items.iter().filter(|item| item.severity == Severity::Error);
        self.has_errors()
            && errors.all(|item| {
                item.places.first().is_some_and(|(span, _)| texts.contains(&span.text))
                    && item.again().iter().all(|span| texts.contains(&span.text))
            })
    }

    /// The complaints in the order of the texts they are about.
    #[must_use]
    pub fn sorted(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<&Diagnostic> = self.items.iter().collect();
        sorted.sort_by_key(|item| (item.severity, item.places.first().map(|(span, _)| *span)));
        sorted
    }

    /// All of them as drawn for a person, a blank line between two.
    #[must_use]
    pub fn render(&self, texts: &Texts, renderer: &Renderer) -> String {
        let sorted = self.sorted();
        let mut drawn: Vec<String> = sorted.iter().take(MOST_DRAWN).map(|item| item.render(texts, renderer)).collect();
        let more = sorted.len().saturating_sub(MOST_DRAWN) + self.further;
        if more > 0 {
            drawn.push(format!("... and {more} more complaints"));
        }
        drawn.join("\n\n")
    }

    /// All of them without colour, as tests and pipes want it.
    #[must_use]
    pub fn plain(&self, texts: &Texts) -> String {
        self.render(texts, &Renderer::plain())
    }
}

/// Characters of the longest message, and how many of its beginning and of its end stay of a longer one.
const LONGEST: usize = 4_000;
const ENDS: (usize, usize) = (400, 200);

/// A message that a person can read: what somebody put into it may be a whole file.
#[must_use]
pub fn short(message: String) -> String {
    if message.len() <= LONGEST {
        return message;
    }
    let beginning: String = message.chars().take(ENDS.0).collect();
    let end: Vec<char> = message.chars().rev().take(ENDS.1).collect();
    let end: String = end.into_iter().rev().collect();
    format!("{beginning} […] {end}")
}
