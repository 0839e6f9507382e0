//! Costs by basis, casualties and the parts of a build-up, with every name resolved.
//!
//! Which basis the plain cost follows is the scenario's choice: the model's metric for it then has the formula of that
//! basis. Which metrics and inputs are meant stands in the model's `[cost]`, `[casualty]` and `[build_up]`.

use super::calculation::{Calculation, Referent};
use super::id::{InputId, MetricId};
use super::standard::Model;
use crate::diagnostic::{Diagnostic, Diagnostics, did_you_mean};
use crate::scenario::{BasisEntry, Entries, Located, MetricEntry, Text};

/// A name, and what it is of the calculation where the scenario gives enough to compute it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named<Id> {
    /// The identifier.
    pub id: String,
    /// The input or the metric.
    pub at: Option<Id>,
}

impl<Id> Default for Named<Id> {
    fn default() -> Self {
        Self { id: String::new(), at: None }
    }
}

/// A basis of cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// Its name, by which a scenario chooses it.
    pub id: String,
    /// The name for people.
    pub label: String,
    /// What is counted and what is not.
    pub counts: String,
    /// Whether it is the one that the scenario chooses.
    pub chosen: bool,
    /// The metric: cost per year.
    pub annual: Named<MetricId>,
    /// The metric: cost over the duration.
    pub total: Named<MetricId>,
    /// The metric: the share of it that the fund equals.
    pub funding: Named<MetricId>,
}

/// What a table of costs is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Costs {
    /// The bases, in the order of the model.
    pub bases: Vec<Basis>,
    /// The metric: a soldier-year by the chosen basis.
    pub soldier_year: Named<MetricId>,
    /// The metric: one-off set-up.
    pub setup: Named<MetricId>,
    /// The metric: cost per year by the chosen basis.
    pub annual: Named<MetricId>,
    /// The metric: cost over the duration by the chosen basis.
    pub total: Named<MetricId>,
    /// The metric: the share of the total that the fund equals.
    pub funding: Named<MetricId>,
    /// The metric: years that the fund equals.
    pub years: Named<MetricId>,
    /// The input: the mission's duration.
    pub duration: Named<InputId>,
    /// The input: the money to hold the cost against.
    pub fund: Named<InputId>,
}

/// A rate of casualties and what follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Casualty {
    /// Its key.
    pub id: String,
    /// The name for people.
    pub label: String,
    /// The input that is the rate.
    pub rate: InputId,
    /// The metric that is the number in a year.
    pub annual: MetricId,
    /// The metric that is the number over the duration, where that is given.
    pub total: Option<MetricId>,
}

/// What plays which part in a build-up. What is absent takes no time and is nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildUpParts {
    /// The proposed force.
    pub force: InputId,
    /// Time from the decision to the order.
    pub preparation: Option<InputId>,
    /// Time from the order to the first units.
    pub first_arrival: Option<InputId>,
    /// Strength of the first units.
    pub initial_force: Option<InputId>,
    /// Time in which nobody else arrives.
    pub enabling: Option<InputId>,
    /// Personnel that arrive in a given time.
    pub rate: InputId,
    /// The most that can be kept there.
    pub cap: Option<Referent>,
    /// From whom tours are filled, where that is known.
    pub pool: Option<PoolParts>,
    /// Labels of the times that the scenario does not give.
    pub absent: Vec<String>,
}

/// What tours are filled from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PoolParts {
    /// The metric: soldiers who can be sent at all.
    pub available: MetricId,
    /// The metric: how many of these one post takes.
    pub factor: MetricId,
    /// The input: the length of a tour.
    pub tour: InputId,
}

impl BuildUpParts {
    /// The inputs that play a part.
    #[must_use]
    pub fn inputs(&self) -> Vec<InputId> {
        let cap = match self.cap {
            Some(Referent::Input(input)) => Some(input),
            _ => None,
        };
        let times = [self.preparation, self.first_arrival, self.initial_force, self.enabling];
        [self.force].into_iter().chain(times.into_iter().flatten()).chain([self.rate]).chain(cap).collect()
    }
}

/// The basis of the model that a scenario names; the model's first where it names none.
fn basis<'a>(model: &'a Model, entries: &Entries) -> Option<&'a BasisEntry> {
    let kinds = &model.entries.cost.as_ref()?.kinds;
    match &entries.cost_basis {
        // A part of a name, up to its underscore, stands for the first that begins so.
        Some(name) => kinds.iter().find(|kind| kind.name.value == name.value).or_else(|| {
            let begins = |kind: &&BasisEntry| {
                kind.name.value.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with('_'))
            };
            kinds.iter().find(begins)
        }),
        None => kinds.first(),
    }
}

/// The model's metric of the chosen basis with that basis's formula, where the scenario names a basis.
pub(super) fn chosen(model: &Model, entries: &Entries, diagnostics: &mut Diagnostics) -> Option<MetricEntry> {
    let name = entries.cost_basis.as_ref()?;
    let cost = model.entries.cost.as_ref();
    let Some(found) = basis(model, entries) else {
        let known = || cost.iter().flat_map(|cost| &cost.kinds).map(|kind| kind.name.as_str());
        let help = did_you_mean(&name.value, known())
            .unwrap_or_else(|| format!("the model has {}", known().collect::<Vec<_>>().join(", ")));
        let complaint = Diagnostic::error(format!("no basis of cost is called `{}`", name.value));
        diagnostics.push(complaint.at(name.span, "").help(help));
        return None;
    };
    let metric = cost?.basis.as_ref()?;
    let entry = model.entries.metrics.iter().find(|entry| entry.name.value == metric.value)?;
    // The worked example is that of the formula which stands in the model.
    let same = entry.formula.as_ref().zip(found.formula.as_ref()).is_some_and(|(a, b)| a.value == b.value);
    let example = if same { entry.example.clone() } else { Vec::new() };
    Some(MetricEntry { formula: found.formula.clone(), source: found.source.clone(), example, ..entry.clone() })
}

/// A metric of the model, or the one of the chosen basis in its place.
pub(super) fn instead<'a>(entry: &'a MetricEntry, of_basis: Option<&'a MetricEntry>) -> &'a MetricEntry {
    of_basis.filter(|other| other.name.value == entry.name.value).unwrap_or(entry)
}

fn id(name: Option<&Located<Text>>) -> String {
    name.map_or_else(String::new, |name| name.value.to_string())
}

fn metric(calculation: &Calculation, name: Option<&Located<Text>>) -> Named<MetricId> {
    Named { at: calculation.metric(&id(name)), id: id(name) }
}

fn input(calculation: &Calculation, name: Option<&Located<Text>>) -> Named<InputId> {
    Named { at: calculation.input(&id(name)), id: id(name) }
}

/// Resolves the table of costs.
pub(super) fn costs(calculation: &Calculation, model: &Model, entries: &Entries) -> Costs {
    let Some(cost) = &model.entries.cost else { return Costs::default() };
    let metric = |name: &Option<Located<Text>>| metric(calculation, name.as_ref());
    let input = |name: &Option<Located<Text>>| input(calculation, name.as_ref());
    let chosen = basis(model, entries).map(|kind| kind.name.value.clone());
    let bases = cost.kinds.iter().map(|kind| Basis {
        id: kind.name.value.to_string(),
        label: kind.label.to_string(),
        counts: kind.counts.to_string(),
        chosen: chosen.as_ref() == Some(&kind.name.value),
        annual: metric(&kind.annual),
        total: metric(&kind.total),
        funding: metric(&kind.funding),
    });
    Costs {
        bases: bases.collect(),
        soldier_year: metric(&cost.basis),
        setup: metric(&cost.setup),
        annual: metric(&cost.annual),
        total: metric(&cost.total),
        funding: metric(&cost.funding),
        years: metric(&cost.years),
        duration: input(&cost.duration),
        fund: input(&cost.fund),
    }
}

/// Resolves the rates of casualties that the scenario gives.
pub(super) fn casualties(calculation: &Calculation, model: &Model) -> Vec<Casualty> {
    let casualties = model.entries.casualties.iter().filter_map(|entry| {
        Some(Casualty {
            id: entry.name.value.to_string(),
            label: entry.label.to_string(),
            rate: input(calculation, entry.rate.as_ref()).at?,
            annual: metric(calculation, entry.annual.as_ref()).at?,
            total: metric(calculation, entry.total.as_ref()).at,
        })
    });
    casualties.collect()
}

/// Resolves the build-up of the proposed force.
pub(super) fn build_up(calculation: &Calculation, force: Option<InputId>, model: &Model) -> Option<BuildUpParts> {
    let parts = model.entries.build_up.as_ref()?;
    let metric = |name: &Option<Located<Text>>| metric(calculation, name.as_ref()).at;
    let input = |name: &Option<Located<Text>>| input(calculation, name.as_ref()).at;
    let cap = input(&parts.cap).map(Referent::Input);
    let pool = metric(&parts.pool).zip(metric(&parts.factor)).zip(input(&parts.tour));
    let times = [&parts.preparation, &parts.first_arrival, &parts.enabling];
    let absent = times.into_iter().filter(|time| input(time).is_none()).flatten();
    let label = |name: &Located<Text>| {
        let known = model.entries.inputs.iter().find(|input| input.name.value == name.value);
        known.and_then(|input| input.label.as_ref()).map_or_else(|| name.value.to_string(), Text::to_string)
    };
    Some(BuildUpParts {
        force: force?,
        preparation: input(&parts.preparation),
        first_arrival: input(&parts.first_arrival),
        initial_force: input(&parts.initial_force),
        enabling: input(&parts.enabling),
        rate: input(&parts.rate)?,
        cap: cap.or_else(|| metric(&parts.cap).map(Referent::Metric)),
        pool: pool.map(|((available, factor), tour)| PoolParts { available, factor, tour }),
        absent: absent.map(label).collect(),
    })
}
