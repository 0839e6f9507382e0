//! Sizing methods, the proposed force, published estimates and records of outcomes, with every name resolved.
//!
//! A method is a metric in personnel whose table says so; what it is held against stands in the model's `[sizing]`.

use super::calculation::Calculation;
use super::id::{InputId, MetricId};
use super::inputs::{IsSource, rule, unknown_source};
use super::standard::Model;
use super::yardstick;
use crate::diagnostic::{Diagnostic, Diagnostics, Span, did_you_mean};
use crate::quantity::date;
use crate::quantity::unit::{Unit, Units};
use crate::scenario::{
    Band, Entries, EstimateEntry, Located, MethodEntry, MetricEntry, RecordEntry, SizingEntry, Text, Written,
};
use crate::scenario::{Bounds, Purpose, Role};

/// A sizing method: a metric in personnel with a word on what it is for.
#[derive(Clone, Debug, PartialEq)]
pub struct Method {
    /// The metric's identifier.
    pub id: String,
    /// The name in a list of methods.
    pub label: String,
    /// The metric, or the inputs it lacks.
    pub metric: Result<MetricId, Vec<String>>,
    /// Purposes it is meant for.
    pub applies: Vec<Purpose>,
    /// Which question it answers.
    pub why: String,
    /// What its critics say.
    pub caveat: Option<String>,
    /// Keys of the critics' sources.
    pub sources: Vec<String>,
    /// A record of outcomes to show beside it.
    pub record: Option<Record>,
    /// The forces that its definition counts, of those that the scenario gives: what its requirement is compared with.
    pub counts: Vec<InputId>,
    /// The inputs that set its requirement, where the planner chose them: one of the line, or one of each member.
    pub chosen: Vec<InputId>,
}

impl Method {
    /// The forces that it counts beside one; nothing where it does not count that one.
    #[must_use]
    pub fn others(&self, force: InputId) -> Option<Vec<InputId>> {
        let others = || self.counts.iter().copied().filter(|input| *input != force).collect();
        self.counts.contains(&force).then(others)
    }
}

/// How often something happened, by bands of a metric.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its key.
    pub id: String,
    /// What was counted.
    pub title: String,
    /// What it shows, in a sentence.
    pub says: String,
    /// Who is counted, and what counts as the outcome.
    pub counting: String,
    /// The metrics that fall into its bands: ratios of its own kind.
    pub of: Vec<MetricId>,
    /// Ratios of another kind, which do not.
    pub not_of: Vec<MetricId>,
    /// Keys of sources.
    pub sources: Vec<String>,
    /// The bands, ascending.
    pub bands: Vec<Band>,
}

/// What somebody published.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// Its key.
    pub id: String,
    /// Whose it is.
    pub who: String,
    /// When it was made, as written.
    pub date: Option<String>,
    /// The same as a year with its fraction; of a year or a month alone, its middle.
    pub year: Option<f64>,
    /// The number of personnel, or the middle of its range.
    pub value: f64,
    /// The range, where one is published.
    pub range: Option<(f64, f64)>,
    /// Inputs that the estimate itself names, by identifier, in base units.
    pub with: Vec<(String, f64)>,
    /// Where it is for, when that is not the scenario's area.
    pub elsewhere: Option<String>,
    /// What the force would do.
    pub purpose: Option<String>,
    /// Keys of sources.
    pub sources: Vec<String>,
    /// What a reader should know.
    pub note: Option<String>,
}

/// What methods and estimates are held against.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// The input that is the proposed force, where the scenario gives it.
    pub force: Option<InputId>,
    /// The name of that input where the scenario does not give it: how many is the question then.
    pub sought: Option<String>,
    /// The metrics that say how dense an estimate would stand, where they can be computed.
    pub densities: Vec<MetricId>,
    /// The metrics that say how thick it stands, where they can be computed.
    pub stands: Vec<MetricId>,
    /// The other purpose whose methods are named where they ask for more.
    pub neighbour: Option<Purpose>,
    /// The metrics in personnel that follow from a past mission's figures, each with the input that it goes by: a
    /// reference other than the mission's strength, or a ratio that is quoted of it.
    pub yardstick: Vec<(MetricId, InputId)>,
    /// That mission's name, where the scenario names it.
    pub yardstick_name: Option<String>,
}

/// Resolves the methods among the metrics of the model and of the scenario.
pub(super) fn methods(
    calculation: &Calculation,
    (model, yardstick): (&Model, Option<&str>),
    metrics: &[&MetricEntry],
    is_source: IsSource<'_>,
    units: &Units,
    diagnostics: &mut Diagnostics,
) -> Vec<Method> {
    let mut methods = Vec::new();
    for entry in metrics {
        if let Some(method) = &entry.method {
            methods.extend(resolve_method(
                (calculation, metrics),
                (model, yardstick),
                entry,
                method,
                (is_source, units),
                diagnostics,
            ));
        }
    }
    methods
}

/// What methods and estimates are compared with.
pub(super) fn proposal(calculation: &Calculation, entries: &Entries, model: &Model) -> Proposal {
    let purpose = entries.purpose();
    model.entries.sizing.as_ref().map_or_else(Proposal::default, |sizing| Proposal {
        force: sizing.force.as_ref().and_then(|name| calculation.input(&name.value)),
        sought: sizing
            .force
            .as_ref()
            .map(|name| name.value.to_string())
            .filter(|name| calculation.input(name).is_none()),
        densities: sizing.densities.iter().filter_map(|name| calculation.metric(&name.value)).collect(),
        stands: sizing.stands.iter().filter_map(|name| calculation.metric(&name.value)).collect(),
        yardstick: at_this_size(calculation, sizing),
        yardstick_name: entries.yardstick_name.as_deref().map(str::to_owned),
        neighbour: sizing
            .neighbours
            .iter()
            .find(|(of, _)| purpose.is_some_and(|purpose| purpose.word() == of))
            .and_then(|(_, other)| Purpose::of_word(other)),
    })
}

/// The metrics in personnel that follow from reference inputs, those of each member of a scope left out, with what each
/// goes by.
fn at_this_size(calculation: &Calculation, sizing: &SizingEntry) -> Vec<(MetricId, InputId)> {
    let strength = sizing.force.as_ref().map(|force| &force.value);
    let is_quoted = |name: &str| sizing.quoted.iter().any(|quoted| quoted.value == name);
    let is_reference = |name: &str| sizing.yardstick.iter().any(|(of, to)| to == name && Some(of) != strength);
    let found = calculation.metrics.iter_enumerated().filter_map(|(id, metric)| {
        let in_personnel = metric.unit.dimension().single() == Some("personnel");
        let inputs = calculation.inputs_of(id);
        let named =
            |is: &dyn Fn(&str) -> bool| inputs.iter().copied().find(|input| is(&calculation.inputs[*input].name));
        let by = named(&is_quoted).or_else(|| named(&is_reference))?;
        (metric.member.is_none() && in_personnel).then_some((id, by))
    });
    found.collect()
}

/// Resolves what others published.
pub(super) fn estimates(
    model: &Model,
    entries: &Entries,
    is_source: IsSource<'_>,
    units: &Units,
    diagnostics: &mut Diagnostics,
) -> Vec<Estimate> {
    let read = |entry| resolve_estimate(model, entries, entry, (is_source, units), diagnostics);
    entries.estimates.iter().filter_map(read).collect()
}

fn cited(keys: &[Located<Text>], is_source: IsSource<'_>, diagnostics: &mut Diagnostics) -> Vec<String> {
    for key in keys {
        if let Some(help) = is_source(&key.value) {
            diagnostics.push(unknown_source(&key.value, help).at(key.span, ""));
        }
    }
    keys.iter().map(|key| key.value.to_string()).collect()
}

fn resolve_method(
    (calculation, metrics): (&Calculation, &[&MetricEntry]),
    (model, yardstick): (&Model, Option<&str>),
    entry: &MetricEntry,
    method: &MethodEntry,
    (is_source, units): (IsSource<'_>, &Units),
    diagnostics: &mut Diagnostics,
) -> Option<Method> {
    let id = &entry.name.value;
    if let Some(per) = &entry.per {
        diagnostics.push(
            Diagnostic::error(format!("the method `{id}` has a number for each {}", per.value))
                .at(per.span, "")
                .help("a method is one number: add a metric that sums it, and make that the method"),
        );
        return None;
    }
    let written = entry.unit.as_ref()?;
    let personnel = units.unit(&written.value).is_ok_and(|unit| unit.dimension().single() == Some("personnel"));
    if !personnel {
        diagnostics.push(
            Diagnostic::error(format!("the method `{id}` is in `{}`, not in personnel", written.value))
                .at(written.span, "")
                .help("a sizing method says how many personnel are required"),
        );
        return None;
    }
    let record = match &method.record {
        None => None,
        Some(key) => {
            let found = model.entries.records.iter().find(|record| record.name.value == key.value);
            if found.is_none() {
                let known = model.entries.records.iter().map(|record| record.name.as_str());
                let help = did_you_mean(&key.value, known.clone())
                    .unwrap_or_else(|| format!("the model has {}", known.collect::<Vec<_>>().join(", ")));
                diagnostics.push(
                    Diagnostic::error(format!("no record is called `{}`", key.value)).at(key.span, "").help(help),
                );
            }
            found.map(|entry| resolve_record((calculation, metrics), entry, is_source, diagnostics))
        }
    };
    let mut known = |name: &Located<Text>| known_input(calculation, model, name, diagnostics);
    let counts: Vec<InputId> = method.counts.iter().filter_map(&mut known).collect();
    let chosen = method.chosen.as_ref().map_or_else(Vec::new, |name| match of_members(calculation, name) {
        none if none.is_empty() => known(name).into_iter().collect(),
        members => members,
    });
    let is_lever = |input: &InputId| calculation.inputs[*input].role == Role::Lever;
    let force = || model.entries.sizing.as_ref()?.force.as_ref().and_then(|name| calculation.input(&name.value));
    let needs = calculation.unavailable.iter().find(|metric| metric.id == *id).map(|metric| metric.needs.clone());
    Some(Method {
        id: id.to_string(),
        label: match yardstick
            .filter(|_| calculation.metric(id).is_some_and(|at| yardstick::follows(calculation, model, at)))
        {
            Some(name) => yardstick::named(&method.label, name),
            None => method.label.to_string(),
        },
        metric: calculation.metric(id).ok_or_else(|| needs.unwrap_or_default()),
        applies: method.applies.iter().filter_map(|word| Purpose::of_word(word)).collect(),
        why: method.why.to_string(),
        caveat: method.caveat.as_deref().map(str::to_owned),
        sources: cited(&method.source, is_source, diagnostics),
        record,
        counts: if method.counts.is_empty() { force().into_iter().collect() } else { counts },
        chosen: if chosen.iter().all(is_lever) { chosen } else { Vec::new() },
    })
}

/// What each member of a scope has by a name.
fn of_members(calculation: &Calculation, name: &Located<Text>) -> Vec<InputId> {
    let all = calculation.inputs.iter_enumerated();
    all.filter(|(_, input)| input.member.is_some() && input.name == *name.value).map(|(id, _)| id).collect()
}

/// An input by its name; nothing for one that the scenario does not give, and a complaint where there is none such.
fn known_input(
    calculation: &Calculation,
    model: &Model,
    name: &Located<Text>,
    diagnostics: &mut Diagnostics,
) -> Option<InputId> {
    let found = calculation.input(&name.value);
    let of_scopes = || model.entries.scopes.iter().flat_map(|scope| &scope.inputs);
    let declared = || model.entries.inputs.iter().chain(of_scopes()).map(|input| input.name.as_str());
    if found.is_none() && !declared().any(|known| known == name.value) {
        let known = declared().chain(calculation.inputs.iter().map(|input| input.id.as_str()));
        let help = did_you_mean(&name.value, known).unwrap_or_else(|| "a method names inputs".to_owned());
        diagnostics.push(Diagnostic::unknown_name("input", &name.value).at(name.span, "").help(help));
    }
    found
}

fn resolve_record(
    (calculation, metrics): (&Calculation, &[&MetricEntry]),
    entry: &RecordEntry,
    is_source: IsSource<'_>,
    diagnostics: &mut Diagnostics,
) -> Record {
    let ratios = |same: bool| {
        let of_kind =
            metrics.iter().filter(|metric| metric.kind.as_ref().is_some_and(|kind| (*kind == entry.kind) == same));
        of_kind.filter_map(|metric| calculation.metric(&metric.name.value)).collect()
    };
    Record {
        id: entry.name.value.to_string(),
        title: entry.title.to_string(),
        says: entry.says.to_string(),
        counting: entry.counting.to_string(),
        of: ratios(true),
        not_of: ratios(false),
        sources: cited(&entry.source, is_source, diagnostics),
        bands: entry.bands.clone(),
    }
}

fn resolve_estimate(
    model: &Model,
    entries: &Entries,
    entry: &EstimateEntry,
    (is_source, units): (IsSource<'_>, &Units),
    diagnostics: &mut Diagnostics,
) -> Option<Estimate> {
    let personnel = units.unit("personnel").unwrap_or_else(|_| Unit::one());
    let mut read = |written: &Option<Written>, unit: &Unit| -> Option<f64> {
        written.as_ref().and_then(|written| written.in_base(unit, units, diagnostics))
    };
    let (value, low, high) =
        (read(&entry.value, &personnel), read(&entry.low, &personnel), read(&entry.high, &personnel));
    let complain = |message: String, span: Span, help: &str| Diagnostic::error(message).at(span, "").help(help);
    let value = value?;
    let span = entry.value.as_ref().map_or(entry.name.span, Written::span);
    let ends = [low.unwrap_or(value), value, high.unwrap_or(value)];
    if !(ends[0] > 0.0 && ends[0] <= value && value <= ends[2]) {
        let help = "an estimate is a positive number, between `low` and `high` where a range is published";
        diagnostics.push(complain(format!("the numbers of `{}` do not go up", entry.name.value), span, help));
        return None;
    }
    if entry.low.is_some() != entry.high.is_some() {
        let help = "give both `low` and `high`, or neither";
        diagnostics.push(complain(format!("the range of `{}` has one end", entry.name.value), span, help));
    }
    let year = entry.date.as_ref().and_then(|date| {
        let year = date::year(&date.value);
        if year.is_none() {
            let help = date::advice("date", &date.value).unwrap_or_else(|| date::FORMS.to_owned());
            diagnostics.push(complain(format!("`{}` is not a valid date", date.value), date.span, &help));
        }
        year
    });
    let mut with = Vec::new();
    for (name, written) in &entry.with {
        let known = || model.entries.inputs.iter().chain(entries.inputs.iter().filter(|input| input.member.is_none()));
        let Some(declared) = known().find(|input| input.name.value == name.value) else {
            let help = did_you_mean(&name.value, known().map(|input| input.name.as_str()))
                .unwrap_or_else(|| "`with` names inputs of the model or the scenario".to_owned());
            diagnostics.push(complain(format!("no input is called `{}`", name.value), name.span, &help));
            continue;
        };
        let unit = declared.unit.as_ref().and_then(|unit| units.unit(&unit.value).ok()).unwrap_or_else(Unit::one);
        let Some(base) = written.in_base(&unit, units, diagnostics) else { continue };
        let rule = declared.bounds.as_deref().and_then(Bounds::of_word).and_then(rule);
        if let Some((words, _)) = rule.filter(|(_, fits)| !fits(base)) {
            let help = format!("it must be {words}");
            diagnostics.push(complain(format!("`{}` cannot have this value", name.value), written.span(), &help));
        }
        with.push((name.value.to_string(), base));
    }
    Some(Estimate {
        id: entry.name.value.to_string(),
        who: entry.who.to_string(),
        date: entry.date.as_ref().map(|date| date.value.to_string()),
        year,
        value,
        range: low.zip(high),
        with,
        elsewhere: entry.elsewhere.as_deref().map(str::to_owned),
        purpose: entry.purpose.as_deref().map(str::to_owned),
        sources: cited(&entry.source, is_source, diagnostics),
        note: entry.note.as_deref().map(str::to_owned),
    })
}
