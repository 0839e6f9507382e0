//! The least and the greatest value of every metric of the shipped scenarios: no corner and no inner point is outside,
//! and where a few inputs decide, a corner is at the end.

use crate::engine::{Random, Shelf, assess, is_missions};
use forcesize::model::{Assessment, InputId, MetricId};
use forcesize::program::Extremes;
use forcesize::quantity::interval::Interval;
use forcesize::uncertainty::distribution::Distribution;
use std::fs;
use std::path::Path;

/// Corners that are tried where not all are.
const CORNERS: usize = 1 << 16;

/// Inputs of which all corners are tried.
const FEW: usize = 12;

const INNER: usize = 10_000;

/// The shipped scenarios by name, and the files beside them.
fn shipped() -> Vec<(String, Assessment)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let mut files = Vec::new();
    let mut folders = vec![folder.clone()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(content) = fs::read_to_string(&path) {
                let below = path.strip_prefix(&folder).unwrap().to_string_lossy().replace('\\', "/");
                files.push((below, content));
            }
        }
    }
    files.sort();
    let is_scenario = |name: &str| {
        Path::new(name).extension().is_some_and(|end| end == "toml")
            && !name.contains('/')
            && !is_missions(Path::new(name))
    };
    let scenarios = files.iter().filter(|(name, _)| is_scenario(name));
    let read = |(name, content): &(String, String)| {
        let assessment = assess(name, content, &Shelf(&files));
        (name.clone(), assessment.unwrap_or_else(|complaints| panic!("{complaints}")))
    };
    scenarios.map(read).collect()
}

/// The ends of an input that draws have, and its values where there are a few.
struct Ends {
    input: InputId,
    low: f64,
    high: f64,
    choices: Vec<f64>,
}

impl Ends {
    fn inner(&self, share: f64) -> f64 {
        if self.choices.is_empty() {
            return self.low + (self.high - self.low) * share;
        }
        let step = 1.0 / f64::from(u32::try_from(self.choices.len()).unwrap());
        let mut up_to = 0.0;
        for value in &self.choices {
            up_to += step;
            if share < up_to {
                return *value;
            }
        }
        self.high
    }
}

fn ends(assessment: &Assessment) -> Vec<Ends> {
    let all = assessment.calculation.inputs.iter_enumerated();
    let ranged = all.filter_map(|(input, known)| Some((input, known.value, known.range.as_ref()?)));
    let ends = ranged.map(|(input, value, range): (InputId, f64, &Distribution)| {
        let (low, high) = range.drawn();
        let choices = range.choices().unwrap_or_default().into_iter().map(|(value, _)| value).collect();
        Ends { input, low: low.min(value), high: high.max(value), choices }
    });
    ends.filter(|ends| ends.low < ends.high).collect()
}

fn is_outside(bounds: Interval, value: f64) -> bool {
    let slack = 1e-9 * value.abs();
    if value.is_nan() { !bounds.undefined } else { value < bounds.low - slack || value > bounds.high + slack }
}

/// Values of all metrics with some inputs replaced, a column for each input.
fn evaluated(assessment: &Assessment, columns: &[(InputId, Vec<f64>)], samples: usize) -> Vec<Vec<f64>> {
    let columns: Vec<(InputId, &[f64])> = columns.iter().map(|(input, values)| (*input, values.as_slice())).collect();
    assessment.calculation.evaluate(&columns, samples).into()
}

#[test]
fn no_value_is_outside_and_a_corner_is_at_the_end() {
    let mut random = Random(20_250_601);
    for (name, assessment) in shipped() {
        let ends = ends(&assessment);
        let metrics: Vec<MetricId> = assessment.calculation.metrics.keys().collect();
        let extremes = assessment.calculation.extremes(&metrics);
        let corners: Vec<(InputId, Vec<f64>)> = ends
            .iter()
            .map(|ends| {
                let any = (0..CORNERS).map(|_| if random.share() < 0.5 { ends.low } else { ends.high }).collect();
                (ends.input, any)
            })
            .collect();
        let inner: Vec<(InputId, Vec<f64>)> =
            ends.iter().map(|ends| (ends.input, (0..INNER).map(|_| ends.inner(random.share())).collect())).collect();
        for (columns, samples) in [(&corners, CORNERS), (&inner, INNER)] {
            let found = assessment.calculation.metrics.iter().zip(&extremes);
            for ((metric, extremes), values) in found.zip(evaluated(&assessment, columns, samples)) {
                let outside = values.iter().find(|value| is_outside(extremes.bounds, **value));
                assert!(outside.is_none(), "{name}: `{}` is {outside:?}, not in {:?}", metric.id, extremes.bounds);
            }
        }
        for (position, extremes) in assessment.calculation.metrics.keys().zip(&extremes) {
            all_corners(&name, &assessment, &ends, (position, *extremes));
        }
    }
}

/// Where a few inputs with ends decide, the bounds are the least and the greatest of all corners.
#[expect(clippy::float_cmp, reason = "infinities are exact")]
fn all_corners(name: &str, assessment: &Assessment, ends: &[Ends], (position, extremes): (MetricId, Extremes)) {
    let metric = &assessment.calculation.metrics[position];
    let used = assessment.calculation.inputs_of(position);
    let moving: Vec<&Ends> = ends.iter().filter(|ends| used.contains(&ends.input)).collect();
    let has_ends =
        |ends: &&&Ends| assessment.calculation.inputs[ends.input].range.as_ref().is_some_and(Distribution::has_ends);
    if moving.len() > FEW || moving.iter().filter(has_ends).count() < moving.len() || extremes.is_outer {
        return;
    }
    let count: usize = 1 << moving.len();
    let columns: Vec<(InputId, Vec<f64>)> = moving
        .iter()
        .enumerate()
        .map(|(bit, ends)| {
            let one = |corner: usize| if (corner >> bit) & 1 == 1 { ends.high } else { ends.low };
            (ends.input, (0..count).map(one).collect())
        })
        .collect();
    let one = assessment.calculation.only(&[position]);
    let columns: Vec<(InputId, &[f64])> = columns.iter().map(|(input, values)| (*input, values.as_slice())).collect();
    let values = one.evaluate(&columns, count).remove(MetricId::from(0));
    let found = values.iter().copied().filter(|value| !value.is_nan());
    let (low, high) =
        found.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    let is_near = |a: f64, b: f64| a == b || (a - b).abs() <= 1e-12 * a.abs().max(b.abs());
    let Interval { low: least, high: greatest, .. } = extremes.bounds;
    assert!(
        is_near(low, least) && is_near(high, greatest),
        "{name}: `{}`: {low} to {high}, not {:?}",
        metric.id,
        extremes.bounds
    );
}
