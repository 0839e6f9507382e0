//! What a scenario calls its outputs: names that can be names of files, are not the program's own, and not given twice.

use super::break_even::BreakEvenPlan;
use super::calculation::Calculation;
use super::charts::ChartPlan;
use super::own_name::{is_device, is_own};
use super::sweep::SweepPlan;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::scenario::{Entries, Located, Text};

/// A name that an output of the scenario has.
struct Named {
    name: String,
    /// What complaints point to; nothing for the model's own charts.
    place: Option<Span>,
    after: NamedAfter,
}

/// Where a name comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum NamedAfter {
    /// An `id` that was given.
    Given,
    /// The inputs that are varied, where no `id` was given.
    Inputs,
    /// The name of a grid and one of its metrics, each of which has a chart.
    Grid,
}

/// What has files of its own.
pub(super) struct Outputs<'a> {
    pub charts: &'a [ChartPlan],
    pub sweeps: &'a [SweepPlan],
    pub break_evens: &'a [BreakEvenPlan],
}

/// Complains of names that cannot be those of files, that the program gives to its own files, or that two outputs have.
pub(super) fn check(
    calculation: &Calculation,
    outputs: &Outputs<'_>,
    entries: &Entries,
    diagnostics: &mut Diagnostics,
) {
    let all = names(calculation, outputs, entries);
    for (index, named) in all.iter().enumerate() {
        unusable(named, diagnostics);
        if all[..index].iter().any(|other| other.name.eq_ignore_ascii_case(&named.name)) {
            diagnostics.push(
                Diagnostic::error(format!("two charts would write the files called `{}`", named.name))
                    .opt_span(named.place, "")
                    .help("give one of them another `id`; capitals do not count on every computer"),
            );
        }
    }
}

fn names(calculation: &Calculation, outputs: &Outputs<'_>, entries: &Entries) -> Vec<Named> {
    let mut all = Vec::new();
    for chart in outputs.charts {
        let entry = entries.charts.iter().rfind(|entry| *entry.id.value == chart.id);
        all.push(Named { name: chart.id.clone(), place: entry.map(|entry| entry.id.span), after: NamedAfter::Given });
    }
    for sweep in outputs.sweeps {
        let entry = entries.sweeps.iter().rfind(|entry| entry.id() == sweep.id);
        let named = entry.map(|entry| (entry.id.as_ref(), entry.first.vary.as_ref(), entry.span));
        all.push(called(&sweep.id, named));
        if sweep.second.is_some() && sweep.show.len() > 1 {
            let place = all.last().and_then(|named| named.place);
            for metric in &sweep.show {
                let name = format!("{}_{}", sweep.id, calculation.metrics[*metric].id.replace('.', "_"));
                all.push(Named { name, place, after: NamedAfter::Grid });
            }
        }
    }
    for search in outputs.break_evens {
        let entry = entries.break_evens.iter().rfind(|entry| entry.id() == search.id);
        let named = entry.map(|entry| (entry.id.as_ref(), entry.first.vary.as_ref(), entry.span));
        all.push(called(&search.id, named));
    }
    all
}

type Written<'a> = (Option<&'a Located<Text>>, Option<&'a Located<Text>>, Span);

/// A sweep or search by its `id`, or else by the input that it varies.
fn called(name: &str, entry: Option<Written<'_>>) -> Named {
    let (place, after) = match entry {
        Some((Some(id), ..)) => (Some(id.span), NamedAfter::Given),
        Some((None, Some(vary), _)) => (Some(vary.span), NamedAfter::Inputs),
        Some((None, None, span)) => (Some(span), NamedAfter::Inputs),
        None => (None, NamedAfter::Given),
    };
    Named { name: name.to_owned(), place, after }
}

/// Complains of a name that no output of a scenario can have.
fn unusable(named: &Named, diagnostics: &mut Diagnostics) {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let name = &named.name;
    // Names that are made of others may be longer than one that somebody writes.
    let is_long = named.after == NamedAfter::Given && name.len() > 80;
    let problem = if name.is_empty() || is_long || !name.chars().all(plain) {
        "cannot name a file"
    } else if is_device(name) {
        "cannot name a file on Windows, where it is a device"
    } else if is_own(name) {
        "names a file that the program itself may write"
    } else {
        return;
    };
    let help = match named.after {
        NamedAfter::Given => {
            "an `id` has up to 80 letters, digits, - and _, and is not the name of a table, report or chart of an analysis"
        }
        NamedAfter::Inputs => "it is named after the input that it varies: give it an `id`",
        NamedAfter::Grid => {
            "each metric of a grid has a chart called by the grid and the metric: give the grid another `id`"
        }
    };
    diagnostics.push(Diagnostic::error(format!("`{name}` {problem}")).opt_span(named.place, "").help(help));
}
