//! The futures, which are the same for all options, and every option's metrics in each of them.
//!
//! What is drawn are uniform numbers: a value is their quantile in the option's own distribution of the input, so that a
//! bad future is a bad future for all. Inputs that only an option's own scenario draws come after those of the
//! scenario, whose samples stay what they are. Knows nothing of what is made of the values.

use super::drawn::{DrawnId, DrawnInput, otherwise, reaching, together};
use super::plan::{ColumnId, Plan, SharedColumns};
use crate::analysis::interrupt::{Interrupt, Interrupted};
use crate::analysis::monte_carlo::{NotDrawn, REPLICATES, Settings, uniforms};
use crate::model::{Calculation, Condition, Input, InputId, MetricId, PlanOption, Preference};
use crate::uncertainty::quantile_table::Quantile;
use crate::uncertainty::sampler::Sampler;
use rayon::prelude::*;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;
use typed_index_collections::TiVec;

/// Parts that plain random numbers are taken apart in to measure errors.
const PARTS: usize = 8;

/// Futures with the metrics of every option in them.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Futures {
    /// What was drawn; absent where no input is uncertain.
    pub settings: Option<Settings>,
    /// How many futures there are.
    pub count: usize,
    /// Inputs that are drawn.
    pub drawn: TiVec<DrawnId, DrawnInput>,
    /// For each option the inputs that it draws from another distribution than the option that was first to draw them.
    pub(super) otherwise: Vec<Vec<DrawnId>>,
    /// For each of the inputs its value in each future, in its own distribution.
    values: TiVec<DrawnId, Vec<f64>>,
    /// For each of the inputs the futures in ascending order of its values, once it was asked for.
    orders: TiVec<DrawnId, OnceLock<Vec<u32>>>,
    /// For each option and each condition the metric's column; absent where the option lacks it.
    of_conditions: Vec<Vec<Option<ColumnId>>>,
    /// The same for each metric of interest.
    of_preferences: Vec<Vec<Option<ColumnId>>>,
    columns: TiVec<ColumnId, Outcome>,
}

/// A metric's values in all futures, which all options share that cannot differ in it.
#[derive(Clone, Debug)]
struct Outcome {
    values: Vec<f64>,
    /// Whether all of them are finite.
    is_finite: bool,
    /// The inputs that reach the metric.
    reached_by: Vec<DrawnId>,
}

impl Futures {
    /// Draws futures and computes in each the metrics that conditions and preferences are about.
    ///
    /// # Errors
    /// When there would be more than can be drawn or kept, or it was told to stop.
    pub(super) fn draw(
        base: &Calculation,
        options: &[PlanOption],
        (conditions, preferences): (&[Condition], &[Preference]),
        settings: Settings,
        interrupt: Interrupt<'_>,
    ) -> Result<Self, NotDrawn> {
        let plans: Vec<Plan<'_>> = options.iter().map(|option| Plan::new(base, option)).collect();
        let mut shared = SharedColumns::new(&plans);
        let mut by_option = |metrics: &[MetricId]| -> Vec<Vec<Option<ColumnId>>> {
            let of = |(option, plan): (usize, &Plan<'_>)| {
                metrics.iter().map(|metric| Some(shared.column(option, plan.metric(base, *metric)?))).collect()
            };
            plans.iter().enumerate().map(of).collect()
        };
        let of_conditions = by_option(&conditions.iter().map(|condition| condition.metric).collect::<Vec<_>>());
        let of_preferences = by_option(&preferences.iter().map(|preference| preference.metric).collect::<Vec<_>>());
        let columns = shared.columns;
        let all = together(base, &plans);
        let (settings, count, names, uniform) = match uniforms(&all, settings, columns.len(), interrupt) {
            Ok(drawn) => {
                let count = drawn.columns.first().map_or(1, Vec::len);
                (Some(drawn.settings), count, drawn.uncertain, drawn.columns)
            }
            Err(NotDrawn::NothingUncertain) => (None, 1, Vec::new(), Vec::new()),
            Err(other) => return Err(other),
        };
        let names: Vec<&Input> = names.iter().map(|input| &all.inputs[*input]).collect();
        let values: Vec<Vec<f64>> = (&names, &uniform)
            .into_par_iter()
            .map(|(input, uniform)| {
                let mut values = uniform.clone();
                if let Some(range) = &input.range {
                    Quantile::new(range).fill(&mut values);
                }
                values
            })
            .collect();
        let known = Known { names: &names, uniform: &uniform, values: &values, count };
        let columns = known.outcomes(&plans, &columns, interrupt)?;
        let drawn: TiVec<DrawnId, DrawnInput> =
            names.iter().map(|input| DrawnInput::new((*input).clone(), base, &plans)).collect();
        Ok(Self {
            settings,
            count,
            otherwise: otherwise(&drawn, &plans),
            orders: drawn.iter().map(|_| OnceLock::new()).collect(),
            drawn,
            values: values.into(),
            of_conditions,
            of_preferences,
            columns,
        })
    }

    /// An input's value in each future.
    pub(super) fn values_of(&self, input: DrawnId) -> &[f64] {
        &self.values[input]
    }

    /// The futures in ascending order of an input's values.
    pub(super) fn order_of(&self, input: DrawnId) -> &[u32] {
        self.orders[input].get_or_init(|| ascending(&self.values[input]))
    }

    /// The inputs that reach a metric of interest of one of some options, in their order.
    pub(super) fn reaching(&self, options: &[usize], preference: usize) -> Vec<DrawnId> {
        let columns = options.iter().filter_map(|option| self.of_preferences[*option][preference]);
        let mut all: Vec<DrawnId> =
            columns.flat_map(|column| self.columns[column].reached_by.iter().copied()).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// How many options there are.
    pub(super) fn options(&self) -> usize {
        self.of_preferences.len()
    }

    /// An option's values of a condition's metric.
    pub(super) fn of_condition(&self, option: usize, condition: usize) -> Option<&[f64]> {
        self.of_conditions[option][condition].map(|column| self.columns[column].values.as_slice())
    }

    /// An option's values of a metric of interest.
    pub(super) fn of_preference(&self, option: usize, preference: usize) -> Option<&[f64]> {
        self.of_preferences[option][preference].map(|column| self.columns[column].values.as_slice())
    }

    /// The different columns of a metric of interest, each with the options that have it, by their first options.
    pub(super) fn different(&self, preference: usize) -> Vec<SharedBy<'_>> {
        let mut found: Vec<(ColumnId, SharedBy<'_>)> = Vec::new();
        for option in 0..self.options() {
            let Some(column) = self.of_preferences[option][preference] else { continue };
            if let Some((_, shared)) = found.iter_mut().find(|(known, _)| *known == column) {
                shared.options.push(option);
                continue;
            }
            let Outcome { values, is_finite, .. } = &self.columns[column];
            found.push((column, SharedBy { options: vec![option], values, is_finite: *is_finite }));
        }
        found.into_iter().map(|(_, shared)| shared).collect()
    }

    /// The futures of each independent design: one for plain random numbers.
    pub(super) fn designs(&self) -> Vec<Range<usize>> {
        let single = self.settings.is_none_or(|settings| settings.sampler == Sampler::Random);
        parts(self.count, if single { 1 } else { usize::try_from(REPLICATES).unwrap_or(1) })
    }

    /// Parts of the futures that are independent of one another: the designs, or as many runs of random numbers.
    pub(super) fn independent(&self) -> Vec<Range<usize>> {
        parts(self.count, PARTS)
    }
}

/// A metric's values, and the options that share them.
pub(super) struct SharedBy<'a> {
    /// The options, ascending.
    pub options: Vec<usize>,
    /// The value in each future.
    pub values: &'a [f64],
    /// Whether all of them are finite.
    pub is_finite: bool,
}

fn parts(count: usize, parts: usize) -> Vec<Range<usize>> {
    (0..parts).map(|part| part * count / parts..(part + 1) * count / parts).collect()
}

/// The positions of some values in ascending order of these; equal ones stay as they are.
pub(super) fn ascending(values: &[f64]) -> Vec<u32> {
    let mut order: Vec<u32> = (0..u32::try_from(values.len()).unwrap_or(u32::MAX)).collect();
    order.sort_unstable_by(|a, b| values[*a as usize].total_cmp(&values[*b as usize]).then(a.cmp(b)));
    order
}

/// The options of which each pair is looked at.
pub(super) fn pairs(count: usize) -> Vec<(usize, usize)> {
    (0..count).flat_map(|one| (one + 1..count).map(move |other| (one, other))).collect()
}

/// What is done for each metric of interest, side by side, with something that is used again.
pub(super) fn for_each<S, T: Send>(
    preferences: &[Preference],
    scratch: impl Fn() -> S + Sync + Send,
    of: impl Fn(&mut S, usize, &Preference) -> T + Sync + Send,
) -> Vec<T> {
    let all = preferences.par_iter().enumerate();
    all.map_init(scratch, |scratch, (place, preference)| of(scratch, place, preference)).collect()
}

/// For each future whether every column has a finite value; nothing where all have in all.
pub(super) fn defined(columns: &[SharedBy<'_>], count: usize) -> Vec<bool> {
    if columns.iter().all(|column| column.is_finite) {
        return Vec::new();
    }
    (0..count).map(|future| columns.iter().all(|column| column.values[future].is_finite())).collect()
}

/// Columns that are summed up side by side.
pub(super) const TOGETHER: usize = 4;

/// The sum of each of some columns of one length, in the order of its values. As an addition waits for the one before it,
/// several columns are summed up at a time.
pub(super) fn totals(columns: &[&[f64]]) -> Vec<f64> {
    let mut found = Vec::with_capacity(columns.len());
    for some in columns.chunks(TOGETHER) {
        if let [one, two, three, four] = some {
            let mut sums = [-0.0; TOGETHER];
            for (((one, two), three), four) in one.iter().zip(*two).zip(*three).zip(*four) {
                sums = [sums[0] + one, sums[1] + two, sums[2] + three, sums[3] + four];
            }
            found.extend(sums);
        } else {
            found.extend(some.iter().map(|values| values.iter().sum::<f64>()));
        }
    }
    found
}

/// What is known of the futures' inputs: what they are called, the numbers behind them and the scenario's values.
struct Known<'a> {
    names: &'a [&'a Input],
    uniform: &'a [Vec<f64>],
    values: &'a [Vec<f64>],
    count: usize,
}

impl Known<'_> {
    /// The columns, each computed by the option that it is of.
    fn outcomes(
        &self,
        plans: &[Plan<'_>],
        columns: &TiVec<ColumnId, (usize, MetricId)>,
        interrupt: Interrupt<'_>,
    ) -> Result<TiVec<ColumnId, Outcome>, Interrupted> {
        let of_option = |(option, plan): (usize, &Plan<'_>)| {
            interrupt.check()?;
            let own = columns.iter_enumerated().filter(|(_, (of, _))| *of == option);
            let (places, metrics): (Vec<ColumnId>, Vec<MetricId>) =
                own.map(|(column, (_, metric))| (column, *metric)).unzip();
            let outcome = |(values, metric): (Vec<f64>, &MetricId)| {
                let is_finite = values.iter().map(|value| u64::from(!value.is_finite())).sum::<u64>() == 0;
                Outcome { values, is_finite, reached_by: reaching(plan, *metric, self.names) }
            };
            let outcomes = self.evaluate(plan, &metrics).into_iter().zip(&metrics).map(outcome);
            Ok(places.into_iter().zip(outcomes).collect())
        };
        let found = plans.par_iter().enumerate().map(of_option);
        let found = found.collect::<Result<Vec<Vec<(ColumnId, Outcome)>>, Interrupted>>()?;
        let mut found: Vec<(ColumnId, Outcome)> = found.into_iter().flatten().collect();
        found.sort_unstable_by_key(|(column, _)| *column);
        Ok(found.into_iter().map(|(_, outcome)| outcome).collect())
    }

    /// Some of an option's metrics over all futures: a column for each.
    fn evaluate(&self, plan: &Plan<'_>, metrics: &[MetricId]) -> Vec<Vec<f64>> {
        let calculation = plan.calculation;
        let mut inputs = calculation.central();
        for (input, value) in plan.set {
            inputs[input.index()] = *value;
        }
        let drawn: Vec<(InputId, Cow<'_, [f64]>)> = calculation
            .uncertain()
            .into_iter()
            .filter(|input| !plan.sets(*input))
            .filter_map(|input| {
                let own = &calculation.inputs[input];
                let place = self.names.iter().position(|name| name.id == own.id)?;
                if self.names[place].range == own.range {
                    return Some((input, Cow::Borrowed(self.values[place].as_slice())));
                }
                let mut values = self.uniform[place].clone();
                Quantile::new(own.range.as_ref()?).fill(&mut values);
                Some((input, Cow::Owned(values)))
            })
            .collect();
        calculation.evaluate_some(metrics, &inputs, &drawn, self.count)
    }
}
