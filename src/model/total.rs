//! Inputs of all that add up from those of a scope's members, such as a line from its sectors: where a scenario gives the
//! parts and not the whole, the whole is a metric, the sum of the parts, and has their ranges and sources.
//!
//! Knows no name of an input or a scope: which parts make up which whole is said by the input of the scope (`sums_to`).

use super::standard::{Derived, Model};
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean};
use crate::quantity::dimension::Dimension;
use crate::quantity::unit::Units;
use crate::scenario::{Entries, InputEntry, Located, MetricEntry, Text, declare_units, unit_of};

/// Parts with what they add up to.
pub(super) struct Total<'a> {
    /// The scope.
    pub scope: &'a str,
    /// The input of each member.
    pub part: &'a InputEntry,
    /// The input of all.
    pub whole: &'a Located<Text>,
}

/// What adds up to what, in the model and in a scenario's own scopes.
pub(super) fn totals<'a>(model: &'a Model, entries: &'a Entries) -> Vec<Total<'a>> {
    let scopes = model.entries.scopes.iter().chain(&entries.scopes);
    let parts = scopes.flat_map(|scope| scope.inputs.iter().map(|part| (scope.name.as_str(), part)));
    parts.filter_map(|(scope, part)| part.sums_to.as_ref().map(|whole| Total { scope, part, whole })).collect()
}

/// The wholes that follow from what a scenario gives. What adds up to nothing known, or measures something else, is
/// complained of.
pub(super) fn derived(model: &Model, entries: &Entries, diagnostics: &mut Diagnostics) -> Vec<Derived> {
    let mut units = Units::default();
    declare_units(&entries.units, &mut units, &mut Diagnostics::default());
    let dimension = |input: &InputEntry| -> Option<Dimension> {
        let unit = unit_of(input.unit.as_ref()?, &units, &mut Diagnostics::default())?;
        Some(unit.dimension().clone())
    };
    let own = || entries.inputs.iter().filter(|input| input.member.is_none());
    let mut found: Vec<Derived> = Vec::new();
    for Total { scope, part, whole } in totals(model, entries) {
        let is_whole = |input: &&InputEntry| input.name.value == whole.value;
        let given = own().any(|input| is_whole(&input));
        let Some(declared) = model.entries.inputs.iter().find(is_whole) else {
            if !given {
                let known = model.entries.inputs.iter().chain(own()).map(|input| input.name.as_str());
                let complaint = Diagnostic::error(format!("no input is called `{}`", whole.value)).at(whole.span, "");
                let help = "`sums_to` names the input of all that the members' add up to";
                diagnostics.push(complaint.opt_help(did_you_mean(&whole.value, known)).help(help));
            }
            continue;
        };
        if dimension(declared) != dimension(part) {
            let (whole_name, name) = (&whole.value, &part.name.value);
            diagnostics.push(
                Diagnostic::error(format!("`{name}` cannot add up to `{whole_name}`: it measures something else"))
                    .at(whole.span, "")
                    .help("`sums_to` names an input of all in the same unit"),
            );
            continue;
        }
        let parts = entries.inputs.iter().filter(|input| {
            input.name.value == part.name.value && input.member.as_ref().is_some_and(|(of, _)| *of == scope)
        });
        let parts: Vec<&InputEntry> = parts.collect();
        if given || parts.is_empty() || found.iter().any(|other| other.metric.name.value == whole.value) {
            continue;
        }
        let mut source: Vec<Located<Text>> = Vec::new();
        for key in parts.iter().flat_map(|input| input.source.iter().chain(input.end_sources.iter().flatten())) {
            if source.iter().all(|known| known.value != key.value) {
                source.push(key.clone());
            }
        }
        let members = entries.members.iter().filter(|member| member.scope == scope);
        let members: Vec<String> =
            members.map(|member| super::instance::title(&entries.members, scope, &member.name.value)).collect();
        let formula = Text::from(format!("sum({})", part.name.value));
        let metric = MetricEntry {
            label: declared.label.clone(),
            formula: Some(Located::new(formula, part.name.span)),
            unit: declared.unit.clone(),
            means: declared.means.clone(),
            source,
            ..MetricEntry::named(&declared.name)
        };
        found.push(Derived { metric, parts: members.join(", ") });
    }
    found
}

/// The inputs that one sets in place of a whole that follows from them.
pub(super) fn parts(model: &Model, entries: &Entries, whole: &str) -> Option<Vec<String>> {
    model.derived.iter().find(|derived| derived.metric.name.value == whole)?;
    let total = totals(model, entries).into_iter().find(|total| total.whole.value == whole)?;
    let members = entries.members.iter().filter(|member| member.scope == total.scope);
    Some(members.map(|member| format!("{}.{}.{}", total.scope, member.name.value, total.part.name.value)).collect())
}

/// Names that a complaint lists.
const NAMED: usize = 4;

/// What one does instead of setting or varying a sum.
pub(super) fn instead<S: AsRef<str>>(parts: &[S], what: &str) -> String {
    let named: Vec<String> = parts.iter().take(NAMED).map(|part| format!("`{}`", part.as_ref())).collect();
    let more = if parts.len() > NAMED { format!(" or one of {} more", parts.len() - NAMED) } else { String::new() };
    format!("it is the sum of its parts: {what} {}{more}", named.join(" or "))
}
