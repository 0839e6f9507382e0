//! What is wrong or odd in a scenario: as JSON and CSV for editors and other programs, and as a sentence of a report.
//!
//! Knows nothing of what the complaints are about.

use crate::diagnostic::{Argument, Diagnostic, Diagnostics, Severity, Texts};
use crate::language::Localizer;
use serde_json::{Value, json};

/// What checking a scenario came to.
#[derive(Default)]
pub struct Verdict {
    /// The file, as it was named.
    pub name: String,
    /// What complaints point into.
    pub texts: Texts,
    /// The complaints.
    pub diagnostics: Diagnostics,
    /// Why the file could not be read, and what to do.
    pub unreadable: Option<(String, Option<String>)>,
    /// Inputs, metrics and metrics that are not available, unless it is at fault.
    pub counts: Option<[usize; 3]>,
}

fn severity(complaint: &Diagnostic) -> &'static str {
    match complaint.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// The message as a report says it; in English where the language has no text for it.
#[must_use]
pub fn said(complaint: &Diagnostic, words: Localizer) -> String {
    let called = complaint.called.as_ref().filter(|_| !words.is_english());
    let text = called.and_then(|called| {
        let value = |argument: &Argument| match argument {
            Argument::Text(text) => text.clone().into(),
            Argument::Digits(digits) => words.digits(digits.clone()).into(),
        };
        let args: Vec<_> = called.args.iter().map(|(name, argument)| (*name, value(argument))).collect();
        words.translated(called.key, &args)
    });
    text.unwrap_or_else(|| complaint.message.clone())
}

/// `{"file", "valid", "errors", "warnings", "inputs", "metrics", "unavailable", "complaints": [{"severity", "message",
/// "places": [{"file", "line", "column", "end_line", "end_column", "words"}], "help"}]}`; lines and columns from 1.
#[must_use]
pub fn json(verdict: &Verdict) -> Value {
    let texts = &verdict.texts;
    let place = |(span, words): &(crate::diagnostic::Span, String)| {
        let ((line, column), (end_line, end_column)) =
            (texts.line_column(span.text, span.start), texts.line_column(span.text, span.end));
        json!({ "file": texts.name(span.text), "line": line, "column": column, "end_line": end_line,
            "end_column": end_column, "words": words })
    };
    let complaints = verdict.diagnostics.sorted().into_iter().map(|complaint| {
        let again = complaint.again().iter().map(|span| place(&(*span, "the same name".to_owned())));
        let places: Vec<Value> = complaint.places.iter().map(place).chain(again).collect();
        json!({ "severity": severity(complaint), "message": complaint.message, "places": places,
            "help": complaint.help })
    });
    let unreadable = verdict.unreadable.iter().map(|(message, help)| {
        let help: Vec<&String> = help.iter().collect();
        json!({ "severity": "error", "message": message, "places": [], "help": help })
    });
    let complaints: Vec<Value> = unreadable.chain(complaints).collect();
    let (errors, warnings) = verdict.diagnostics.counts();
    let count = |at: usize| verdict.counts.map(|counts| counts[at]);
    json!({ "file": verdict.name, "valid": verdict.counts.is_some(),
        "errors": errors + usize::from(verdict.unreadable.is_some()), "warnings": warnings, "inputs": count(0),
        "metrics": count(1), "unavailable": count(2), "complaints": complaints })
}

/// A row for each complaint: `scenario,severity,file,line,column,message,help`.
#[must_use]
pub fn csv(verdicts: &[Verdict]) -> String {
    let rows = verdicts.iter().flat_map(|verdict| {
        let texts = &verdict.texts;
        let unreadable = verdict.unreadable.iter().map(|(message, help)| {
            let help = help.clone().unwrap_or_default();
            [verdict.name.as_str(), "error", &verdict.name, "", "", message, &help].map(str::to_owned).to_vec()
        });
        let complaints = verdict.diagnostics.sorted().into_iter().map(|complaint| {
            let place = complaint.places.first().map(|(span, _)| {
                let (line, column) = texts.line_column(span.text, span.start);
                (texts.name(span.text), line.to_string(), column.to_string())
            });
            let (file, line, column) = place.unwrap_or_default();
            let help = complaint.help.join("; ");
            [&verdict.name, severity(complaint), file, &line, &column, &complaint.message, &help]
                .map(str::to_owned)
                .to_vec()
        });
        unreadable.chain(complaints).collect::<Vec<_>>()
    });
    super::csv::write(&["scenario", "severity", "file", "line", "column", "message", "help"], rows)
}
