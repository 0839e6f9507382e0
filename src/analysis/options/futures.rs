//! The futures, which are the same for all options, and every option's metrics in each of them.
//!
//! What is drawn are uniform numbers: a value is their quantile in the option's own distribution of the input, so that a
//! bad future is a bad future for all. Inputs that only an option's own scenario draws come after those of the
//! scenario, whose samples stay what they are. Knows nothing of what is made of the values.

use super::drawn::{DrawnId, DrawnInput, otherwise, together};
use super::plan::Plan;
use crate::analysis::interrupt::Interrupt;
use crate::analysis::monte_carlo::{NotDrawn, REPLICATES, Settings, uniforms};
use crate::model::{Calculation, Condition, Input, InputId, MetricId, PlanOption, Preference};
use crate::uncertainty::quantile_table::Quantile;
use crate::uncertainty::sampler::Sampler;
use rayon::prelude::*;
use std::borrow::Cow;
use std::ops::Range;
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
    /// For each of the inputs, each option and each metric of interest whether the input reaches it.
    reaches: TiVec<DrawnId, Vec<Vec<bool>>>,
    /// For each option and each condition the metric's values; absent where the option lacks it.
    pub(super) of_conditions: Vec<Vec<Option<usize>>>,
    /// The same for each metric of interest.
    pub(super) of_preferences: Vec<Vec<Option<usize>>>,
    /// For each option the columns that these point to.
    pub(super) columns: Vec<Vec<Vec<f64>>>,
    /// For each of these whether all of its values are finite.
    finite: Vec<Vec<bool>>,
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
        let wanted = |metric: MetricId| -> Vec<Option<MetricId>> {
            plans.iter().map(|plan| plan.metric(base, metric)).collect()
        };
        let of_conditions: Vec<_> = conditions.iter().map(|condition| wanted(condition.metric)).collect();
        let of_preferences: Vec<_> = preferences.iter().map(|preference| wanted(preference.metric)).collect();
        // Of each option every metric once.
        let metrics = |option: usize| -> Vec<MetricId> {
            let all = of_conditions.iter().chain(&of_preferences);
            let mut all: Vec<MetricId> = all.filter_map(|found| found[option]).collect();
            all.sort_unstable();
            all.dedup();
            all
        };
        let metrics: Vec<Vec<MetricId>> = (0..plans.len()).map(metrics).collect();
        let columns: usize = metrics.iter().map(Vec::len).sum();
        let all = together(base, &plans);
        let (settings, count, names, uniform) = match uniforms(&all, settings, columns, interrupt) {
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
        let columns = (&plans, &metrics)
            .into_par_iter()
            .map(|(plan, metrics)| {
                interrupt.check()?;
                Ok(plan.evaluate(metrics, &known))
            })
            .collect::<Result<Vec<Vec<Vec<f64>>>, NotDrawn>>()?;
        // A value that is not finite makes the sum no number; this the compiler puts into lanes.
        let is_finite = |values: &Vec<f64>| values.iter().fold(0.0, |sum, value| sum + value * 0.0) == 0.0;
        let finite = columns.par_iter().map(|columns| columns.iter().map(is_finite).collect()).collect();
        let place = |found: &[Vec<Option<MetricId>>], option: usize| -> Vec<Option<usize>> {
            found.iter().map(|of| of[option].and_then(|metric| metrics[option].binary_search(&metric).ok())).collect()
        };
        let by_option = |found: &[Vec<Option<MetricId>>]| (0..plans.len()).map(|option| place(found, option)).collect();
        let reaching: Vec<Vec<Vec<&str>>> = plans
            .iter()
            .enumerate()
            .map(|(option, plan)| of_preferences.iter().map(|of| plan.reaching(of[option])).collect())
            .collect();
        let reaches = |input: &&Input| -> Vec<Vec<bool>> {
            let of = |of: &Vec<Vec<&str>>| of.iter().map(|reaching| reaching.contains(&input.id.as_str())).collect();
            reaching.iter().map(of).collect()
        };
        let drawn: TiVec<DrawnId, DrawnInput> =
            names.iter().map(|input| DrawnInput::new((*input).clone(), base, &plans)).collect();
        Ok(Self {
            settings,
            count,
            otherwise: otherwise(&drawn, &plans),
            drawn,
            reaches: names.iter().map(reaches).collect(),
            values: values.into(),
            of_conditions: by_option(&of_conditions),
            of_preferences: by_option(&of_preferences),
            columns,
            finite,
        })
    }

    /// An input's value in each future.
    pub(super) fn values_of(&self, input: DrawnId) -> &[f64] {
        &self.values[input]
    }

    /// The inputs that reach a metric of interest of one of some options.
    pub(super) fn reaching(&self, options: &[usize], preference: usize) -> Vec<DrawnId> {
        let reaches = |of: &Vec<Vec<bool>>| options.iter().any(|option| of[*option][preference]);
        self.reaches.iter_enumerated().filter(|(_, of)| reaches(of)).map(|(input, _)| input).collect()
    }

    /// How many options there are.
    pub(super) fn options(&self) -> usize {
        self.columns.len()
    }

    /// An option's values of a condition's metric.
    pub(super) fn of_condition(&self, option: usize, condition: usize) -> Option<&[f64]> {
        self.of_conditions[option][condition].map(|column| self.columns[option][column].as_slice())
    }

    /// An option's values of a metric of interest.
    pub(super) fn of_preference(&self, option: usize, preference: usize) -> Option<&[f64]> {
        self.of_preferences[option][preference].map(|column| self.columns[option][column].as_slice())
    }

    /// Whether all of an option's values of a metric of interest are finite.
    pub(super) fn is_finite(&self, option: usize, preference: usize) -> bool {
        self.of_preferences[option][preference].is_some_and(|column| self.finite[option][column])
    }

    /// Options that have values of a metric of interest, with these.
    pub(super) fn with_values(&self, preference: usize) -> Vec<(usize, &[f64])> {
        (0..self.options())
            .filter_map(|option| self.of_preference(option, preference).map(|values| (option, values)))
            .collect()
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

fn parts(count: usize, parts: usize) -> Vec<Range<usize>> {
    (0..parts).map(|part| part * count / parts..(part + 1) * count / parts).collect()
}

/// The options of which each pair is looked at.
pub(super) fn pairs(count: usize) -> Vec<(usize, usize)> {
    (0..count).flat_map(|one| (one + 1..count).map(move |other| (one, other))).collect()
}

/// What is done for each metric of interest, side by side.
pub(super) fn for_each<T: Send>(preferences: &[Preference], of: impl Fn(usize, &Preference) -> T + Sync) -> Vec<T> {
    preferences.par_iter().enumerate().map(|(place, preference)| of(place, preference)).collect()
}

/// What is known of the futures' inputs: what they are called, the numbers behind them and the scenario's values.
struct Known<'a> {
    names: &'a [&'a Input],
    uniform: &'a [Vec<f64>],
    values: &'a [Vec<f64>],
    count: usize,
}

impl Plan<'_> {
    /// The metrics over all futures: a column for each.
    fn evaluate(&self, metrics: &[MetricId], known: &Known<'_>) -> Vec<Vec<f64>> {
        let calculation = self.calculation;
        let mut inputs = calculation.central();
        for (input, value) in self.set {
            inputs[input.index()] = *value;
        }
        let is_set = |input: InputId| self.set.iter().any(|(set, _)| *set == input);
        let drawn: Vec<(InputId, Cow<'_, [f64]>)> = calculation
            .uncertain()
            .into_iter()
            .filter(|input| !is_set(*input))
            .filter_map(|input| {
                let own = &calculation.inputs[input];
                let place = known.names.iter().position(|name| name.id == own.id)?;
                if known.names[place].range == own.range {
                    return Some((input, Cow::Borrowed(known.values[place].as_slice())));
                }
                let mut values = known.uniform[place].clone();
                Quantile::new(own.range.as_ref()?).fill(&mut values);
                Some((input, Cow::Owned(values)))
            })
            .collect();
        calculation.evaluate_some(metrics, &inputs, &drawn, known.count)
    }
}
