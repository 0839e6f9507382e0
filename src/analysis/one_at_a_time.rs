//! Varies one input at a time from its low end to its high end, the others at their central case.
//!
//! What the planner decides goes from end to end of its range; what the world decides goes from the 5th to the 95th
//! percentile, as everywhere; between them lie the deciles of the range. An input with choices is set to each of them. All points of all inputs and metrics are one evaluation. What several inputs do *together* does not
//! show here. Everything is in base units. Knows nothing of charts or of words.

use crate::model::{Calculation, InputId, MetricId};
use typed_index_collections::TiVec;

/// Differences below this share of the values are rounding.
const ROUNDING: f64 = 1e-12;

/// An input at one value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Share of the range's cases below the input's value.
    pub probability: f64,
    /// The input.
    pub input: f64,
    /// The metric; not-a-number where it is undefined, infinite where it is beyond the largest number.
    pub metric: f64,
}

/// What one input's range does to a metric.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Effect {
    /// The input.
    pub input: InputId,
    /// At the low end.
    pub low: Point,
    /// At the high end.
    pub high: Point,
    /// At the deciles strictly between the ends, ascending.
    pub inner: Vec<Point>,
    /// The metric at the high end less the metric at the low end; infinite where one is beyond
    /// the largest number, not-a-number where one is undefined or both are too large.
    pub swing: f64,
    /// Whether the metric goes beyond its values at the ends somewhere between them: then the swing tells too little.
    pub beyond_ends: bool,
    /// How many of the points have no finite metric.
    pub undefined: usize,
}

impl Effect {
    /// Whether low and high are the ends of the range, or its first and last choice; else they are its 5th and 95th
    /// percentile.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.low.probability <= 0.0 && self.high.probability >= 1.0
    }

    /// All points, ascending.
    pub fn points(&self) -> impl Iterator<Item = Point> + '_ {
        std::iter::once(self.low).chain(self.inner.iter().copied()).chain(std::iter::once(self.high))
    }
}

/// A metric's effects.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct OneAtATime {
    /// The metric.
    pub metric: MetricId,
    /// The metric at the central case.
    pub central: f64,
    /// One for each input that has a range and that the metric uses, the largest swing first and undefined ones last.
    pub effects: Vec<Effect>,
    /// The inputs that have a range but that the metric does not use: they cannot matter.
    pub not_used: Vec<InputId>,
    /// The inputs that the metric uses but that have no range: nothing is known of what they do.
    pub not_varied: Vec<InputId>,
}

impl OneAtATime {
    /// The effects that are as large as the largest, but for rounding.
    #[must_use]
    pub fn tied(&self) -> Vec<&Effect> {
        let most = self.effects.first().map_or(f64::NAN, |effect| effect.swing.abs());
        let is_tied = |effect: &&Effect| (effect.swing.abs() - most).abs() <= 1e-9 * most && most > 0.0;
        self.effects.iter().filter(is_tied).collect()
    }
}

/// Varies each input with a range, for some metrics. Those that there are not are left out.
#[must_use]
pub fn run(calculation: &Calculation, metrics: &[MetricId]) -> Vec<OneAtATime> {
    let metrics: Vec<(MetricId, Vec<InputId>)> = metrics
        .iter()
        .filter(|metric| metric.index() < calculation.metrics.len())
        .map(|metric| (*metric, calculation.inputs_of(*metric)))
        .collect();
    let ranged: Vec<InputId> = calculation.ranged();
    let used = ranged.iter().copied().filter(|input| metrics.iter().any(|(_, uses)| uses.contains(input)));
    let varied: Vec<(InputId, Vec<(f64, f64)>)> = used.map(|input| (input, settings(calculation, input))).collect();
    let values = evaluate(calculation, &varied);
    let over = |(metric, uses): (MetricId, Vec<InputId>)| {
        let mut start = 0;
        let mut effects = Vec::new();
        for (input, settings) in &varied {
            if uses.contains(input) {
                let results = &values[metric][start..start + settings.len()];
                let points = settings.iter().zip(results);
                let points = points.map(|((probability, input), metric)| Point {
                    probability: *probability,
                    input: *input,
                    metric: *metric,
                });
                let central = (calculation.inputs[*input].value, calculation.metrics[metric].value);
                effects.extend(effect(*input, &points.collect::<Vec<_>>(), central));
            }
            start += settings.len();
        }
        let size = |effect: &Effect| if effect.swing.is_finite() { effect.swing.abs() } else { -1.0 };
        effects.sort_by(|a, b| size(b).total_cmp(&size(a)));
        OneAtATime {
            metric,
            central: calculation.metrics[metric].value,
            effects,
            not_used: ranged.iter().copied().filter(|input| !uses.contains(input)).collect(),
            not_varied: uses.iter().copied().filter(|input| !ranged.contains(input)).collect(),
        }
    };
    metrics.into_iter().map(over).collect()
}

/// The probabilities and values that an input is set to, ascending.
fn settings(calculation: &Calculation, input: InputId) -> Vec<(f64, f64)> {
    let Some(range) = &calculation.inputs[input].range else {
        return Vec::new();
    };
    if let Some(choices) = range.choices() {
        let mut below = 0.0;
        let mut settings: Vec<(f64, f64)> = Vec::new();
        for (value, share) in choices {
            settings.push((below, value));
            below += share;
        }
        if let Some(last) = settings.last_mut() {
            last.0 = 1.0;
        }
        return settings;
    }
    let whole = range.has_ends() && !calculation.inputs[input].is_drawn();
    let (least, greatest) = if whole { (0.0, 1.0) } else { (0.05, 0.95) };
    let (low, high) = if whole { range.range() } else { (range.quantile(least), range.quantile(greatest)) };
    let inner =
        (1..10).map(|tenth| f64::from(tenth) / 10.0).map(|probability| (probability, range.quantile(probability)));
    std::iter::once((least, low)).chain(inner).chain(std::iter::once((greatest, high))).collect()
}

/// All metrics at all settings, one input after the other.
fn evaluate(calculation: &Calculation, varied: &[(InputId, Vec<(f64, f64)>)]) -> TiVec<MetricId, Vec<f64>> {
    let points = varied.iter().map(|(_, settings)| settings.len()).sum();
    let mut start = 0;
    let columns: Vec<(InputId, Vec<f64>)> = varied
        .iter()
        .map(|(input, settings)| {
            let mut column = vec![calculation.inputs[*input].value; points];
            for (place, (_, value)) in column[start..].iter_mut().zip(settings) {
                *place = *value;
            }
            start += settings.len();
            (*input, column)
        })
        .collect();
    let slices: Vec<(InputId, &[f64])> = columns.iter().map(|(input, column)| (*input, column.as_slice())).collect();
    let mut values = calculation.evaluate(&slices, points);
    for (metric, values) in values.iter_mut_enumerated() {
        for (point, value) in values.iter_mut().enumerate().filter(|(_, value)| !value.is_finite()) {
            let mut inputs = calculation.central();
            for (input, column) in &columns {
                inputs[input.index()] = column[point];
            }
            let nodes = calculation.tape().values(&inputs);
            *value = calculation.tape().fault(metric.index(), &nodes).map_or(*value, |fault| fault.value(*value));
        }
    }
    values
}

/// What the points come to; the central case, an input and its metric, is one more where it lies between the ends.
fn effect(input: InputId, points: &[Point], central: (f64, f64)) -> Option<Effect> {
    let [low, inner @ .., high] = points else {
        return None;
    };
    let (least, greatest) = (low.metric.min(high.metric), low.metric.max(high.metric));
    let slack = ROUNDING * least.abs().max(greatest.abs());
    let is_between = (low.input..=high.input).contains(&central.0);
    let between = inner.iter().map(|point| point.metric).chain(is_between.then_some(central.1));
    let ends_defined = low.metric.is_finite() && high.metric.is_finite();
    let mut beyond = between.filter(|metric| *metric < least - slack || *metric > greatest + slack);
    Some(Effect {
        input,
        low: *low,
        high: *high,
        inner: inner.to_vec(),
        swing: high.metric - low.metric,
        beyond_ends: ends_defined && beyond.next().is_some(),
        undefined: points.iter().filter(|point| !point.metric.is_finite()).count(),
    })
}
