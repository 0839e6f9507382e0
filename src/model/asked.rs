//! Names in sweeps, searches and conditions of a scenario that has faults elsewhere.
//!
//! With a fault among inputs or metrics nothing is computed, and sweeps and conditions are not resolved. Their names can
//! be looked up all the same, so that one reading tells of every name that is wrong.

use super::names::NameTable;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::scenario::{Entries, Located, Text};

/// Complains of names that stand for nothing, or for the wrong kind of thing.
pub(super) fn check_names(entries: &Entries, names: &NameTable, diagnostics: &mut Diagnostics) {
    let mut look_up = |name: &Located<Text>, wants_metric: bool| {
        // A member's name has points in it, and its last part is the name that is declared.
        let last = name.value.rsplit('.').next().unwrap_or_default();
        let (complaint, help) = match names.get(last) {
            Some(found) if found.metric.is_some() == wants_metric => return,
            Some(_) if wants_metric => (Diagnostic::error(format!("`{}` is an input, not a metric", name.value)), None),
            Some(_) => (Diagnostic::error(format!("`{}` is a metric, not an input", name.value)), None),
            None => {
                let what = if wants_metric { "metric" } else { "input" };
                (Diagnostic::unknown_name(what, &name.value), names.suggestion(&name.value))
            }
        };
        diagnostics.push(complaint.at(name.span, "").opt_help(help));
    };
    for sweep in &entries.sweeps {
        for vary in [Some(&sweep.first), sweep.second.as_ref()].into_iter().flatten() {
            if let Some(name) = &vary.vary {
                look_up(name, false);
            }
        }
        for name in sweep.show.iter().chain(&sweep.mark) {
            look_up(name, true);
        }
    }
    if let Some(sensitivity) = &entries.sensitivity {
        for name in &sensitivity.metrics {
            look_up(name, true);
        }
        for name in sensitivity.groups.iter().flat_map(|(_, inputs)| inputs) {
            look_up(name, false);
        }
    }
    for search in &entries.break_evens {
        for vary in [Some(&search.first), search.second.as_ref()].into_iter().flatten() {
            if let Some(name) = &vary.vary {
                look_up(name, false);
            }
        }
        if let Some(name) = &search.metric {
            look_up(name, true);
        }
    }
    for name in entries.options.iter().filter(|option| option.of.is_none()).flat_map(|option| &option.set) {
        look_up(&name.0, false);
    }
    for name in entries.regret.iter().flat_map(|regret| regret.more.iter().chain(&regret.less)) {
        look_up(name, true);
    }
    for condition in &entries.conditions {
        let end = condition.that.value.find(['<', '>', '≤', '≥', ' ']).unwrap_or(condition.that.value.len());
        let name = condition.that.value.get(..end).unwrap_or_default();
        look_up(&Located::new(name.to_owned().into(), condition.that.part(0..end)), true);
    }
}
