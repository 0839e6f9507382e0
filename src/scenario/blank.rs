//! What an author has still to fill in: blanks, written `"?"`, and figures that are still the example's.
//!
//! Knows nothing of what a figure should be.

use super::entries::Entries;
use super::entry::{InputEntry, SourceEntry};
use super::tree::Text;
pub use super::unfilled::BLANK;
use super::unfilled::is_blank;
use super::written::Written;
use crate::diagnostic::{Diagnostic, Span, Texts};

/// The key of the source that invented figures of an example cite.
pub const EXAMPLE: &str = "example-figures";

/// Something to fill in: what it is called, whether it is a figure, and where the blanks stand.
struct Item {
    name: String,
    is_figure: bool,
    places: Vec<Span>,
}

/// The complaint about all blanks of a scenario, unless there are none.
pub(crate) fn complaint(entries: &Entries, texts: &Texts) -> Option<Diagnostic> {
    let top = entries.blanks.iter().filter(|key| still_blank(entries, key.as_str())).map(|key| Item {
        name: key.value.to_string(),
        is_figure: false,
        places: vec![key.span],
    });
    let inputs = entries.inputs.iter().map(|input| Item { name: input.path(), is_figure: true, places: of(input) });
    let sources = entries.sources.iter().map(|source| Item {
        name: format!("source.{}", source.key.value),
        is_figure: false,
        places: if has_blank(source) { vec![source.key.span] } else { Vec::new() },
    });
    let mut items: Vec<Item> = top.chain(inputs).chain(sources).filter(|item| !item.places.is_empty()).collect();
    items.sort_by_key(|item| item.places[0]);
    let what = match (items.len(), items.iter().all(|item| item.is_figure)) {
        (0, _) => return None,
        (1, true) => "figure is",
        (1, false) => "entry is",
        (_, true) => "figures are",
        (_, false) => "entries are",
    };
    let named = items.iter().map(|item| {
        let line = texts.line_column(item.places[0].text, item.places[0].start).0;
        format!("`{}` (line {line})", item.name)
    });
    let named = named.collect::<Vec<_>>().join(", ");
    let mut complaint = Diagnostic::error(format!("{} {what} still to be filled in: {named}", items.len()));
    for place in items.iter().flat_map(|item| &item.places) {
        complaint = complaint.at(*place, "");
    }
    Some(complaint.help(format!(
        "write what is known in place of \"{BLANK}\", with a source or why it is assumed; take out an input that the \
         mission does not have"
    )))
}

/// Whether a key at the top is blank after all files were put together.
fn still_blank(entries: &Entries, key: &str) -> bool {
    let is = |text: Option<&Text>| text.is_some_and(|text| is_blank(text));
    match key {
        "title" => is(entries.title.as_ref()),
        "purpose" => is(entries.purpose.as_ref()),
        "summary" => is(entries.summary.as_ref()),
        "short" => is(entries.short.as_ref()),
        "warning" => is(entries.warning.as_ref()),
        "cost_basis" => is(entries.cost_basis.as_ref().map(|basis| &basis.value)),
        _ => false,
    }
}

/// The blanks of an input.
fn of(input: &InputEntry) -> Vec<Span> {
    let number = |written: &Written| match written {
        Written::Text(text) if is_blank(&text.value) => Some(text.span),
        _ => None,
    };
    let numbers = input.numbers.iter().map(|(_, written)| written).chain(&input.choices).filter_map(number);
    let texts = input.unit.iter().chain(&input.source).filter(|text| is_blank(&text.value)).map(|text| text.span);
    let mut found: Vec<Span> = numbers.chain(texts).collect();
    if found.is_empty() && input.assumed.as_deref().is_some_and(is_blank) {
        found.push(input.name.span);
    }
    found
}

fn has_blank(source: &SourceEntry) -> bool {
    source.fields.iter().any(|(_, text)| is_blank(text))
}

/// The warning about figures that are still the example's, unless there are none.
pub(crate) fn leftovers(entries: &Entries) -> Option<Diagnostic> {
    let cites = |input: &&InputEntry| input.source.iter().any(|source| source.value == EXAMPLE);
    let left: Vec<&InputEntry> = entries.inputs.iter().filter(cites).collect();
    let first = left.first()?;
    let each: Vec<String> = left.iter().map(|input| format!("`{}`", input.path())).collect();
    let names = each.join(", ");
    Some(
        Diagnostic::warning(format!("still the example's: {names}"))
            .message_id("warning-example-figures")
            .with("names", names)
            .at(first.name.span, "")
            .help("these figures are invented: give your own, each with its source or why it is assumed"),
    )
}
