//! Options, the plans that are on the table, with every name resolved, and what tells a better one.
//!
//! An option sets levers and nothing else: what the world decides is the same for all. One that is a whole scenario of its
//! own has to draw its uncertain inputs as the scenario does, or to say that it has futures of its own. Knows nothing of
//! how options are compared.

use super::calculation::Calculation;
use super::condition::Condition;
use super::id::{InputId, MetricId};
use super::inputs::{IsSource, spoken, unknown_source};
use super::lookup::metric;
use super::roles::Roles;
use crate::diagnostic::{Diagnostic, Diagnostics, Span, did_you_mean};
use crate::quantity::unit::Units;
use crate::scenario::{Located, Merged, OptionEntry, Purpose, RegretEntry, Role, SourceEntry, Text};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Most options of a scenario.
pub const MOST_OPTIONS: usize = 16;

/// A plan that is on the table.
#[derive(Clone, Debug)]
pub struct PlanOption {
    /// The identifier.
    pub name: String,
    /// The name for people.
    pub label: String,
    /// Inputs with their values under it, in base units: of its own scenario where it has one.
    pub set: Vec<(InputId, f64)>,
    /// The scenario that it is, where it is one of its own.
    pub scenario: Option<Arc<OwnScenario>>,
    /// Inputs that are drawn otherwise there, by their identifiers.
    pub own_futures: Vec<String>,
    /// Keys of the sources that propose it.
    pub sources: Vec<String>,
    /// What a reader should know.
    pub note: Option<String>,
}

/// What a scenario of its own brings along as an option.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct OwnScenario {
    /// What it is for.
    pub purpose: Option<Purpose>,
    /// The past mission that it is.
    pub mission: Option<String>,
    /// The names for people of the members of its scopes.
    pub titles: BTreeMap<(String, String), String>,
    /// The sources that it cites.
    pub sources: Vec<SourceEntry>,
    /// Its inputs and metrics.
    pub calculation: Calculation,
    /// The parts that they play.
    pub roles: Roles,
}

/// A metric of interest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preference {
    /// The metric.
    pub metric: MetricId,
    /// Whether more of it is better.
    pub more: bool,
}

impl Preference {
    /// Whether one value is better than another; one that is undefined is neither better nor worse.
    #[must_use]
    pub fn is_better(&self, value: f64, than: f64) -> bool {
        value.is_finite() && than.is_finite() && if self.more { value > than } else { value < than }
    }
}

/// The scenarios that options are, by the options' names; one that is at fault is missing.
pub(super) type Scenarios = BTreeMap<String, Arc<OwnScenario>>;

/// What is known when options are resolved.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    pub calculation: &'a Calculation,
    pub merged: &'a Merged,
    pub scenarios: &'a Scenarios,
    pub conditions: &'a [Condition],
    pub units: &'a Units,
    pub is_source: IsSource<'a>,
}

impl Known<'_> {
    fn is_inherited(&self, span: Span) -> bool {
        self.merged.texts.first().is_some_and(|own| span.text != *own)
    }
}

/// Resolves a scenario's options and what tells a better one; of inherited ones, inputs and metrics that the scenario lacks
/// are left out. Fewer than two are no choice, and none.
pub(super) fn resolve(known: &Known<'_>, diagnostics: &mut Diagnostics) -> (Vec<PlanOption>, Vec<Preference>) {
    let entries = &known.merged.entries.options;
    let regret = known.merged.entries.regret.as_ref();
    let preferences = preferences(known, regret, diagnostics);
    if let Some(beyond) = entries.get(MOST_OPTIONS) {
        diagnostics.push(
            Diagnostic::error(format!("{} options are too many", entries.len()))
                .at(beyond.name.span, "")
                .help(format!("a scenario holds at most {MOST_OPTIONS} against one another: leave some out")),
        );
    }
    let mut found: Vec<(PlanOption, &OptionEntry)> = Vec::new();
    for entry in entries {
        if let Some(option) = option(known, entry, diagnostics) {
            twice(&option, entry, &found, diagnostics);
            found.push((option, entry));
        }
    }
    match entries.as_slice() {
        [] => {
            if let Some(regret) = regret.filter(|regret| !known.is_inherited(regret.span)) {
                diagnostics.push(
                    Diagnostic::error("regret is between options, and there is none")
                        .at(regret.span, "")
                        .help("state two or more: [option.NAME] with set = { peacekeepers = \"25_000 troops\" }"),
                );
            }
        }
        [only] if !known.is_inherited(only.name.span) => diagnostics.push(
            Diagnostic::error("a single option is no choice")
                .at(only.name.span, "")
                .help("state another one: [option.NAME] with set = { peacekeepers = \"25_000 troops\" }"),
        ),
        [first, ..] if preferences.is_empty() && known.conditions.is_empty() => {
            if !known.is_inherited(first.name.span) && regret.is_none() {
                diagnostics.push(
                    Diagnostic::error("nothing says which option is better")
                        .at(first.name.span, "")
                        .help("state a [[condition]] with that = \"METRIC >= VALUE\", or [regret] with more = [\"METRIC\"] or less = [\"METRIC\"]"),
                );
            }
            return (Vec::new(), Vec::new());
        }
        _ => {}
    }
    if found.len() < 2 {
        return (Vec::new(), preferences);
    }
    (found.into_iter().map(|(option, _)| option).collect(), preferences)
}

fn option(known: &Known<'_>, entry: &OptionEntry, diagnostics: &mut Diagnostics) -> Option<PlanOption> {
    for source in &entry.source {
        if let Some(help) = (known.is_source)(&source.value) {
            diagnostics.push(unknown_source(&source.value, help).at(source.span, ""));
        }
    }
    if let (Some(own), None) = (entry.own_futures, &entry.of) {
        diagnostics.push(
            Diagnostic::error(format!("`{}` is no scenario that could have futures of its own", entry.name.value))
                .at(own, "")
                .help("leave `own_futures` out, or name the scenario: of = \"file.toml\""),
        );
    }
    if entry.set.is_empty() && entry.of.is_none() {
        diagnostics.push(
            Diagnostic::error(format!("the option `{}` sets nothing", entry.name.value)).at(entry.name.span, "").help(
                "say what it decides: set = { peacekeepers = \"25_000 troops\" }, or name a scenario: of = \"file.toml\"",
            ),
        );
        return None;
    }
    let scenario = match &entry.of {
        // What is wrong with it was said.
        Some(_) => Some(known.scenarios.get(entry.name.as_str())?.clone()),
        None => None,
    };
    let calculation = scenario.as_deref().map_or(known.calculation, |own| &own.calculation);
    let mut set = Vec::new();
    for (name, written) in &entry.set {
        let Some(position) = calculation.input(&name.value) else {
            if !known.is_inherited(name.span) {
                diagnostics.push(unknown_lever(calculation, name));
            }
            continue;
        };
        let input = &calculation.inputs[position];
        if input.role != Role::Lever {
            diagnostics.push(no_lever(input.role, name));
            continue;
        }
        let Some(value) = written.in_base(&input.unit, known.units, diagnostics) else { continue };
        match super::inputs::impossible(input, value) {
            Some(complaint) => diagnostics.push(complaint.at(written.span(), "")),
            None => set.push((position, value)),
        }
    }
    if set.is_empty() && scenario.is_none() {
        return None;
    }
    set.sort_by_key(|(input, _)| *input);
    let own_futures =
        scenario.as_deref().map_or_else(Vec::new, |own| drawn_otherwise(known.calculation, &own.calculation, &set));
    if let (Some(of), None, Some(first)) = (&entry.of, entry.own_futures, own_futures.first()) {
        let more = if own_futures.len() > 1 { format!(", and {} more", own_futures.len() - 1) } else { String::new() };
        diagnostics.push(
            Diagnostic::error(format!("`{}` draws `{first}` otherwise than this scenario{more}", of.value))
                .at(of.span, "")
                .help("futures are the same for all options: give the input one range in both, or write own_futures = true if the option has a world of its own"),
        );
    }
    let label = entry.label.as_ref().map_or_else(|| spoken(&entry.name.value), |label| label.value.to_string());
    Some(PlanOption {
        name: entry.name.value.to_string(),
        label,
        set,
        scenario,
        own_futures,
        sources: entry.source.iter().map(|source| source.value.to_string()).collect(),
        note: entry.note.as_deref().map(str::to_owned),
    })
}

fn unknown_lever(calculation: &Calculation, name: &Located<Text>) -> Diagnostic {
    let levers = || {
        let levers = calculation.inputs.iter().filter(|input| input.role == Role::Lever);
        levers.map(|input| input.id.as_str())
    };
    let complaint = if calculation.metric(&name.value).is_some() {
        Diagnostic::error(format!("`{}` is a metric: it follows from a formula and cannot be set", name.value))
    } else {
        Diagnostic::error(format!("no lever is called `{}`", name.value))
    };
    let help = did_you_mean(&name.value, levers()).unwrap_or_else(|| match levers().collect::<Vec<_>>().as_slice() {
        [] => "the scenario has no lever: give an input role = \"lever\"".to_owned(),
        levers => format!("the levers of the scenario are {}", levers.join(", ")),
    });
    complaint.at(name.span, "").help(help)
}

fn no_lever(role: Role, name: &Located<Text>) -> Diagnostic {
    let why = if role == Role::Uncertainty { "the world decides it" } else { "it is a constant" };
    Diagnostic::error(format!("an option cannot set `{}`: {why}", name.value))
        .at(name.span, "")
        .help("options set levers; if the planner decides it, give the input role = \"lever\"")
}

/// Inputs that an option's scenario draws otherwise than the scenario itself: from another distribution, or where that
/// does not, or not where it does.
fn drawn_otherwise(base: &Calculation, own: &Calculation, set: &[(InputId, f64)]) -> Vec<String> {
    let is_set = |input: InputId| set.iter().any(|(set, _)| *set == input);
    let here = base.inputs.iter().filter(|input| input.is_drawn());
    let differs = here.filter(|input| {
        let other = own.input(&input.id).map(|position| &own.inputs[position]);
        other.is_some_and(|other| !other.is_drawn() || other.range != input.range)
    });
    let there = own.inputs.iter_enumerated().filter(|(position, input)| input.is_drawn() && !is_set(*position));
    let only_there = there.map(|(_, input)| input).filter(|input| {
        let other = base.input(&input.id).map(|position| &base.inputs[position]);
        other.is_some_and(|other| !other.is_drawn())
    });
    differs.chain(only_there).map(|input| input.id.clone()).collect()
}

/// Complains of an option that is another one over again.
fn twice(
    option: &PlanOption,
    entry: &OptionEntry,
    before: &[(PlanOption, &OptionEntry)],
    diagnostics: &mut Diagnostics,
) {
    let same_file = |other: &OptionEntry| {
        let of = |entry: &OptionEntry| entry.of.as_ref().map(|of| of.value.clone());
        of(other) == of(entry)
    };
    let equal = |other: &PlanOption| {
        option.set.len() == other.set.len()
            && option.set.iter().zip(&other.set).all(|(a, b)| a.0 == b.0 && a.1.to_bits() == b.1.to_bits())
    };
    for (other, stated) in before {
        if same_file(stated) && equal(other) {
            diagnostics.push(
                Diagnostic::error(format!("the option `{}` is the same as `{}`", option.name, other.name))
                    .at(entry.name.span, "")
                    .at(stated.name.span, "the first one")
                    .help("give its levers other values, or leave it out"),
            );
        } else if other.label == option.label {
            diagnostics.push(
                Diagnostic::error(format!("two options are called `{}`", option.label))
                    .at(entry.label.as_ref().map_or(entry.name.span, |label| label.span), "")
                    .at(stated.label.as_ref().map_or(stated.name.span, |label| label.span), "the first one")
                    .help("give one of them another `label`"),
            );
        }
    }
}

/// The metrics of interest: those that are stated, or those of the conditions, each in the direction that meets them.
fn preferences(known: &Known<'_>, stated: Option<&RegretEntry>, diagnostics: &mut Diagnostics) -> Vec<Preference> {
    let mut found: Vec<Preference> = Vec::new();
    let Some(stated) = stated else {
        for condition in known.conditions {
            if found.iter().all(|preference| preference.metric != condition.metric) {
                found.push(Preference { metric: condition.metric, more: condition.comparison.is_at_least() });
            }
        }
        return found;
    };
    if stated.more.is_empty() && stated.less.is_empty() {
        diagnostics.push(
            Diagnostic::error("`[regret]` names no metric")
                .at(stated.span, "")
                .help("name metrics of which more, or less, is better: more = [\"force_density\"]"),
        );
    }
    let all = stated.more.iter().map(|name| (name, true)).chain(stated.less.iter().map(|name| (name, false)));
    for (name, more) in all {
        let mut own = Diagnostics::default();
        let position = metric(known.calculation, name, &mut own);
        if !known.is_inherited(name.span) || own.has_errors() && position.is_some() {
            diagnostics.extend(own);
        }
        let Some(metric) = position else { continue };
        match found.iter().find(|preference| preference.metric == metric) {
            None => found.push(Preference { metric, more }),
            Some(before) => {
                let help = if before.more == more {
                    "name it once"
                } else {
                    "say of which more is better and of which less, each once"
                };
                diagnostics
                    .push(Diagnostic::error(format!("`{}` is named twice", name.value)).at(name.span, "").help(help));
            }
        }
    }
    found
}
