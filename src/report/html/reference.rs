//! What a reader looks things up in: inputs, what is not available, assumptions, sources.

use super::live::Number;
use crate::args;
use crate::language::Localizer;
use crate::model::Assessment;
use crate::report::explain::{InputAccount, RangeAccount};
use crate::report::members::is_in;
use crate::report::origin::LinkedOrigin;
use crate::report::wording::{Wording, formula_text};
use crate::scenario::SourceEntry;
use serde::Serialize;

/// An input, as a row.
#[derive(Serialize)]
pub(super) struct Row<'a> {
    id: &'a str,
    label: &'a str,
    counting: Option<String>,
    value: Number,
    unit: String,
    range: Option<String>,
    role: String,
    from: LinkedOrigin<'a>,
    note: Option<&'a str>,
}

pub(super) fn inputs<'a>(assessment: &'a Assessment, crowded: &[String]) -> Vec<Row<'a>> {
    let all = assessment.calculation.inputs.iter_enumerated();
    all.filter(|(_, found)| !is_in(found.member.as_ref(), crowded))
        .map(|(position, found)| {
            let account = InputAccount::new(assessment, position, found);
            Row {
                id: account.id,
                label: account.label,
                counting: account.counting,
                value: Number::of(&account.result),
                unit: assessment.words.unit(account.result.unit),
                range: account.range.as_ref().map(RangeAccount::in_short),
                role: account.role,
                from: LinkedOrigin::new(assessment, account.provenance),
                note: account.note,
            }
        })
        .collect()
}

/// A metric that cannot be computed.
#[derive(Serialize)]
pub(super) struct Lacking<'a> {
    id: &'a str,
    label: &'a str,
    needs: &'a [String],
}

pub(super) fn unavailable(assessment: &Assessment) -> Vec<Lacking<'_>> {
    let all = assessment.calculation.unavailable.iter();
    all.map(|metric| Lacking { id: &metric.id, label: &metric.label, needs: &metric.needs }).collect()
}

/// Something assumed, and why.
#[derive(Serialize)]
pub(super) struct Assumption<'a> {
    id: &'a str,
    label: &'a str,
    value: String,
    why: String,
}

/// Inputs and formulas of the scenario's own that rest on an assumption, or that nothing is said about.
pub(super) fn assumptions(assessment: &Assessment) -> Vec<Assumption<'_>> {
    let inputs = assessment.calculation.inputs.iter().filter_map(|input| {
        let stated = &input.provenance;
        let why = match (&stated.set, &stated.assumed) {
            (Some(set), _) => assessment.words.format("origin-set", args![set = set]),
            (None, Some(why)) => why.clone(),
            (None, None) if stated.sources.is_empty() => assessment.words.text("origin-none"),
            (None, None) => return None,
        };
        Some(Assumption { id: &input.id, label: &input.label, value: input.value_text(assessment.words), why })
    });
    let metrics = assessment.calculation.metrics.iter().filter(|metric| metric.member.is_none()).filter_map(|metric| {
        let why = metric.provenance.assumed.clone()?;
        Some(Assumption { id: &metric.id, label: &metric.label, value: formula_text(metric), why })
    });
    inputs.chain(metrics).collect()
}

/// A source.
#[derive(Serialize)]
pub(super) struct Source<'a> {
    key: &'a str,
    short: String,
    author: Option<&'a str>,
    title: &'a str,
    rest: Vec<&'a str>,
    /// An address that can be opened.
    link: Option<&'a str>,
    /// Any other.
    place: Option<&'a str>,
    note: Option<&'a str>,
    seen: Option<String>,
}

pub(super) fn sources(assessment: &Assessment) -> Vec<Source<'_>> {
    assessment.sources.iter().map(|one| source(one, assessment.words)).collect()
}

fn source(source: &SourceEntry, words: Localizer) -> Source<'_> {
    let field = |name: &str| source.fields.iter().find(|(key, _)| *key == name).map(|(_, text)| &**text);
    let url = field("url");
    // Nothing but a web address becomes a link: a scenario must not bring a script in.
    let opens = url.is_some_and(|url| url.starts_with("https://") || url.starts_with("http://"));
    Source {
        key: &source.key.value,
        short: source.short(),
        author: field("author"),
        title: field("title").unwrap_or_default(),
        rest: ["publisher", "date", "page"].iter().filter_map(|name| field(name)).collect(),
        link: url.filter(|_| opens),
        place: url.filter(|_| !opens),
        note: field("note"),
        seen: field("seen").filter(|seen| *seen != "full").map(|seen| words.choice("seen", seen)),
    }
}
