//! The model and a scenario put together: every name looked up, every dimension checked, every formula in one graph.

use super::assessment::Assessment;
use super::calculation::{Calculation, Input, Metric, Provenance, Referent};
use super::id::{InputId, MetricId};
use super::inputs::{self, Declaration};
use super::instance::{Builder, Checked, title};
use super::names::NameTable;
use super::option::Scenarios;
use super::order::order;
use super::overrides::Override;
use super::requests::Requests;
use super::roles::Roles;
use super::standard::Model;
use super::{asked, consistency, correlation, cost, example, limits, plausible, yardstick};
use crate::diagnostic::{Diagnostic, Diagnostics, Texts, did_you_mean};
use crate::formula::{self, Formula, FormulaError, Part};
use crate::language::Localizer;
use crate::quantity::dimension::Dimension;
use crate::quantity::reading;
use crate::quantity::unit::{Unit, Units};

use crate::scenario::{
    CorrelationEntry, Located, Merged, MetricEntry, ScopeEntry, SourceEntry, Text, ambiguity_warning, blank,
    declare_units,
};
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;
use typed_index_collections::{TiSlice, TiVec};

/// A table that was set, in short: the value, and what it says of where it is from.
fn set_in_short(input: &Input) -> String {
    let value = input.unit.attach(&crate::quantity::number::significant(input.shown_value(), 15));
    input.provenance.assumed.as_ref().map_or_else(|| value.clone(), |from| format!("{value} ({from})"))
}

/// Links a scenario with the model. Complaints of all kinds are collected; `None` when one of them is an error.
/// Warnings about what is odd but computable are among them.
#[must_use]
pub fn link(
    name: &str,
    model: &Model,
    merged: &Merged,
    overrides: &[Override],
    texts: &Texts,
    diagnostics: &mut Diagnostics,
) -> Option<Assessment> {
    link_with(name, (model, merged), overrides, &Scenarios::new(), texts, diagnostics)
}

/// As [`link`], with the scenarios that options are.
#[expect(clippy::too_many_lines, reason = "one step after the other, each of which needs those before")]
pub(super) fn link_with(
    name: &str,
    (model, merged): (&Model, &Merged),
    overrides: &[Override],
    scenarios: &Scenarios,
    texts: &Texts,
    diagnostics: &mut Diagnostics,
) -> Option<Assessment> {
    let entries = &merged.entries;
    if refused(entries, texts, diagnostics) {
        return None;
    }
    if let Some(leftovers) = blank::leftovers(entries) {
        diagnostics.push(leftovers);
    }
    let mut units = Units::default();
    declare_units(&entries.units, &mut units, diagnostics);
    let scopes: Vec<&ScopeEntry> = model.entries.scopes.iter().chain(&entries.scopes).collect();
    let mut declared =
        inputs::declarations(&model.entries.inputs, &scopes, (&entries.inputs, &entries.metrics), &units, diagnostics);
    let is_derived = |name: &str| model.derived.iter().any(|derived| derived.metric.name.value == *name);
    declared.retain(|known| known.scope.is_some() || !is_derived(&known.entry.name.value));
    let sources: Vec<&SourceEntry> = entries.sources.iter().chain(&model.entries.sources).collect();
    let keys: FxHashSet<&str> = sources.iter().map(|source| source.key.as_str()).collect();
    let is_source = |key: &str| -> Option<Option<String>> {
        (!keys.contains(key)).then(|| did_you_mean(key, sources.iter().map(|source| source.key.as_str())))
    };
    let words = Localizer::new(entries.language.unwrap_or_default());
    let given = inputs::inputs(&declared, &entries.inputs, &is_source, (&units, words), diagnostics);
    let mut given: TiVec<InputId, Input> = given.into();
    let mut titles = BTreeMap::new();
    for input in &mut given {
        if let Some(of) = &input.member {
            if !titles.contains_key(of) {
                titles.insert(of.clone(), title(&entries.members, &of.0, &of.1));
            }
            input.label = words.pair(&input.label, &titles[of]);
        }
        let set = overrides.iter().rev().find_map(|item| {
            let (name, value) = item.text.split_once('=')?;
            (name.trim() == input.id).then(|| value.trim().to_owned())
        });
        if let Some(set) = set {
            let set = if set.starts_with('{') { set_in_short(input) } else { set };
            input.provenance = Provenance { set: Some(set), ..Provenance::default() };
        }
    }
    // After the scenario's own, so that samples of those stay what they are whatever the model adds.
    let mut of_model = inputs::of_model(&model.entries.inputs, entries);
    of_model.retain(|entry| !is_derived(&entry.name.value));
    for mut input in inputs::inputs(&declared, &of_model, &is_source, (&units, words), diagnostics) {
        input.provenance.model = true;
        given.push(input);
    }
    let of_basis = cost::chosen(model, entries, diagnostics);
    let of_model = model.entries.metrics.iter().map(|entry| cost::instead(entry, of_basis.as_ref()));
    let of_model = of_model.chain(model.derived.iter().map(|derived| &derived.metric));
    let metric_entries: Vec<&MetricEntry> = of_model.chain(&entries.metrics).collect();
    if let Some(complaint) = limits::too_many_instances(&entries.inputs, &metric_entries, &declared) {
        diagnostics.push(complaint);
        return None;
    }
    let rows: Vec<_> =
        declared.iter().map(|known: &Declaration<'_>| (known.scope, known.entry, known.unit.clone())).collect();
    let names = NameTable::new(&rows, &metric_entries, &units, texts, diagnostics);
    let own_from = model.entries.metrics.len() + model.derived.len();
    let mut checked: Vec<Checked<'_>> = Vec::new();
    for (index, entry) in metric_entries.iter().enumerate() {
        citations(entry, index >= own_from, &is_source, &scopes, diagnostics);
        if let Some(stated) = &entry.agrees_with
            && !declared.iter().any(|known| known.scope.is_none() && known.entry.name.value == stated.value)
        {
            diagnostics.push(
                Diagnostic::error(format!("no input is called `{}`", stated.value))
                    .at(stated.span, "")
                    .help("`agrees_with` names an input that states the same figure as the metric"),
            );
        }
        if let Some(within) = &entry.within {
            // Read again where it is used; here for its complaints.
            let _ = within.in_base(&Unit::one(), &units, diagnostics);
        }
        if let Some(formula) = check(entry, &names, diagnostics) {
            checked.push(Checked { entry, formula: formula.into(), own: index >= own_from });
        }
    }
    if diagnostics.has_errors() {
        asked::check_names(entries, &names, diagnostics);
        return None;
    }
    stand_ins(&declared, diagnostics);
    let order = order(&checked, diagnostics)?;
    example::check(&checked, own_from, &units, &names, diagnostics);
    // What is lacking is found with all values of the model; then those that nothing uses are left out.
    let (mut metrics, unavailable, tape) = Builder::new(&names, &checked, &given, (&titles, words)).build(&order);
    for metric in &mut metrics {
        let derived = model.derived.iter().find(|derived| derived.metric.name.value == metric.id);
        metric.provenance.parts = derived.map(|derived| derived.parts.clone());
    }
    let (given, places) = used(given, &metrics);
    for referent in metrics.iter_mut().flat_map(|metric| &mut metric.uses).map(|(_, referent)| referent) {
        renumber(referent, &places);
    }
    let tape = tape.renumbered(&places.iter().map(|place| place.index()).collect::<Vec<_>>(), given.len());
    let nodes = tape.values(&given.iter().map(|input| input.value).collect::<Vec<_>>());
    let values = tape.outputs().iter().enumerate().map(|(output, node)| {
        // An infinity that a division by zero gives is no value that is too large.
        tape.fault(output, &nodes).map_or(nodes[*node], |fault| fault.value(nodes[*node]))
    });
    for (metric, value) in metrics.iter_mut().zip(values) {
        metric.value = value;
    }
    let mut calculation = Calculation { inputs: given, metrics, unavailable, correlations: Vec::new(), tape };
    yardstick::name(&mut calculation, model, entries.yardstick_name.as_deref());
    let known = (model, entries, metric_entries.as_slice());
    let roles = Roles::resolve(&calculation, known, (&is_source, &units), words, diagnostics);
    let inherited = |entry: &CorrelationEntry| merged.texts.first().is_some_and(|own| entry.span.text != *own);
    calculation.correlations =
        correlation::resolve(&calculation, &entries.correlations, &inherited, &is_source, diagnostics);
    let requests = Requests::resolve(&calculation, model, merged, (&units, &is_source, scenarios), diagnostics);
    if let Some(complaint) = limits::too_many_drawn(&calculation, requests.sampling.sampler, entries) {
        diagnostics.push(complaint);
    }
    if let Some(complaint) = limits::too_many_samples(&calculation, entries) {
        diagnostics.push(complaint);
    }
    consistency::check(&calculation, words, (model, entries), &checked, &units, diagnostics);
    plausible::check(&calculation, words, entries, diagnostics);
    if diagnostics.has_errors() {
        return None;
    }
    let sources = cited(&calculation, (&roles, &requests), &sources);
    Some(Assessment {
        name: name.to_owned(),
        title: entries.title.as_deref().unwrap_or(name).to_owned(),
        short: entries
            .short
            .as_deref()
            .map_or_else(|| in_short(entries.title.as_deref().unwrap_or(name)), str::to_owned),
        purpose: entries.purpose(),
        mission: entries.mission.as_ref().map(|mission| mission.value.to_string()),
        summary: entries.summary.as_deref().map(str::to_owned),
        titles,
        words,
        warnings: Assessment::warnings(entries, &calculation.inputs, &sources),
        sources,
        calculation,
        requests,
        roles,
    })
}

/// Letters of a title that is short enough to be cited as it is.
const SHORT: usize = 50;

/// A title as one cites it: up to its colon where it is long.
fn in_short(title: &str) -> String {
    let head = title.split_once(": ").map_or(title, |(head, _)| head);
    if title.chars().count() > SHORT { head.to_owned() } else { title.to_owned() }
}

/// What stands in for a member's input is an input of all that measures the same.
fn stand_ins(declared: &[Declaration<'_>], diagnostics: &mut Diagnostics) {
    for known in declared {
        let Some(name) = &known.entry.otherwise else { continue };
        let other = declared.iter().find(|other| other.scope.is_none() && other.entry.name.value == name.value);
        let dimension = |of: &Declaration<'_>| of.unit.as_ref().map(|unit| unit.dimension().clone());
        let complaint = match other {
            None => {
                let all = declared.iter().filter(|other| other.scope.is_none()).map(|other| other.entry.name.as_str());
                Diagnostic::error(format!("no input is called `{}`", name.value))
                    .opt_help(did_you_mean(&name.value, all))
            }
            Some(other) if dimension(other) != dimension(known) => Diagnostic::error(format!(
                "`{}` cannot stand in for `{}`: it measures something else",
                name.value, known.entry.name.value
            )),
            Some(_) => continue,
        };
        diagnostics.push(complaint.at(name.span, "").help("`otherwise` names an input of all in the same unit"));
    }
}

fn refused(entries: &crate::scenario::Entries, texts: &Texts, diagnostics: &mut Diagnostics) -> bool {
    let complaint = limits::too_many(entries).or_else(|| blank::complaint(entries, texts));
    let refused = complaint.is_some();
    if let Some(complaint) = complaint {
        diagnostics.push(complaint);
    }
    refused
}

fn citations(
    entry: &MetricEntry,
    own: bool,
    is_source: inputs::IsSource<'_>,
    scopes: &[&ScopeEntry],
    diagnostics: &mut Diagnostics,
) {
    for source in &entry.source {
        if let Some(help) = is_source(&source.value) {
            diagnostics.push(inputs::unknown_source(&source.value, help).at(source.span, ""));
        }
    }
    if own && entry.source.is_empty() && entry.assumed.is_none() {
        diagnostics.push(
            Diagnostic::warning(format!("the metric `{}` has no source", entry.name.value))
                .message_id("warning-metric-no-source")
                .with("name", entry.name.as_str())
                .at(entry.name.span, "")
                .help("add `source = [\"key\"]`, or `assumed = \"why\"`"),
        );
    }
    if let Some(per) = &entry.per
        && !scopes.iter().any(|scope| scope.name.value == per.value)
    {
        let known = scopes.iter().map(|scope| scope.name.as_str());
        let help = did_you_mean(&per.value, known).unwrap_or_else(|| format!("declare it: [scope.{}]", per.value));
        diagnostics.push(Diagnostic::error(format!("no scope is called `{}`", per.value)).at(per.span, "").help(help));
    }
}

/// A metric's formula, when it parses, its names are known and its dimension is its unit's.
fn check(entry: &MetricEntry, names: &NameTable, diagnostics: &mut Diagnostics) -> Option<Formula> {
    let text = entry.formula.as_ref()?;
    let formula = match formula::parse(&text.value) {
        Ok(formula) => formula,
        Err(error) => {
            diagnostics.push(complaint(&error, text));
            return None;
        }
    };
    for node in formula.nodes().iter().filter(|node| matches!(node.part, Part::Number(_))) {
        let digits = text.value.get(node.span.clone()).unwrap_or_default();
        if reading::leading(digits).is_ok_and(|number| number.pointed) {
            diagnostics.push(ambiguity_warning(digits, &reading::both(digits)).at(text.part(node.span.clone()), ""));
        }
    }
    let inside = entry.per.as_ref().map(Located::as_str);
    match formula::check(&formula, &|name: &str| names.kind(name, inside)) {
        Err(errors) => {
            for error in errors {
                diagnostics.push(complaint(&error, text));
            }
            None
        }
        Ok(found) => {
            let unit = names.get(&entry.name.value).and_then(|named| named.unit.as_ref())?;
            let found = found.unwrap_or_else(|| unit.dimension().clone());
            if &found != unit.dimension() {
                diagnostics.push(unit_mismatch(entry, text, unit, &found));
                return None;
            }
            Some(formula)
        }
    }
}

fn unit_mismatch(entry: &MetricEntry, text: &Located<Text>, unit: &Unit, found: &Dimension) -> Diagnostic {
    let message = format!("`{}` is {found}, but its unit is `{}`", entry.name.value, unit.text());
    Diagnostic::error(message)
        .at(text.span, format!("this is {found}"))
        .opt_span(entry.unit.as_ref().map(|unit| unit.span), format!("this is {}", unit.dimension()))
        .help("change the unit or the formula so that both measure the same")
}

fn complaint(error: &FormulaError, text: &Located<Text>) -> Diagnostic {
    let mut complaint = Diagnostic::error(error.message.clone());
    for (range, words) in &error.places {
        complaint = complaint.at(text.part(range.clone()), words.clone());
    }
    complaint.opt_help(error.help.clone()).of_unknown(error.unknown.clone())
}

/// The inputs without those values of the model that no available metric uses, and for each input what it is now;
/// those left out have some other one.
fn used(
    inputs: TiVec<InputId, Input>,
    metrics: &TiSlice<MetricId, Metric>,
) -> (TiVec<InputId, Input>, TiVec<InputId, InputId>) {
    let mut used: TiVec<InputId, bool> = vec![false; inputs.len()].into();
    let mut open: Vec<&Referent> = metrics.iter().flat_map(|metric| &metric.uses).map(|(_, uses)| uses).collect();
    while let Some(referent) = open.pop() {
        match referent {
            Referent::Input(input) => used[*input] = true,
            Referent::Members(members) => open.extend(members),
            // It is among the metrics itself.
            Referent::Metric(_) => {}
        }
    }
    let mut kept = TiVec::with_capacity(inputs.len());
    let mut places = TiVec::with_capacity(inputs.len());
    for (input, used) in inputs.into_iter().zip(used) {
        places.push(kept.next_key());
        if used || !input.provenance.model {
            kept.push(input);
        }
    }
    (kept, places)
}

fn renumber(referent: &mut Referent, places: &TiSlice<InputId, InputId>) {
    match referent {
        Referent::Input(input) => *input = places[*input],
        Referent::Members(members) => members.iter_mut().for_each(|member| renumber(member, places)),
        Referent::Metric(_) => {}
    }
}

/// The sources that inputs, available metrics, methods and estimates cite, in the order of first mention.
fn cited(
    calculation: &Calculation,
    (roles, requests): (&Roles, &Requests),
    sources: &[&SourceEntry],
) -> Vec<SourceEntry> {
    let from_inputs = calculation.inputs.iter().map(|input| &input.provenance);
    let from_metrics = calculation.metrics.iter().map(|metric| &metric.provenance);
    let mut cited: Vec<SourceEntry> = Vec::new();
    let methods = roles.methods.iter().filter(|method| method.metric.is_ok());
    let from_methods =
        methods.flat_map(|method| method.sources.iter().chain(method.record.iter().flat_map(|record| &record.sources)));
    let from_estimates = roles.estimates.iter().flat_map(|estimate| &estimate.sources);
    let from_options = requests.options.iter().flat_map(|option| &option.sources);
    let from_figures = from_inputs.chain(from_metrics).flat_map(|provenance| &provenance.sources);
    for key in from_figures.chain(from_methods).chain(from_estimates).chain(from_options) {
        if cited.iter().any(|source| source.key.value == *key) {
            continue;
        }
        if let Some(source) = sources.iter().find(|source| source.key.value == *key) {
            cited.push((*source).clone());
        }
    }
    cited
}
