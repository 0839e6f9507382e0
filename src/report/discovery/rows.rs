//! With which inputs conditions fail, as JSON and CSV.

use super::text::verb;
use crate::analysis::discovery::{DiscoveredBox, Discovery, Point, Restriction};
use crate::language::Localizer;
use crate::model::{Assessment, Input};
use crate::report::csv::{columns, table};
use crate::report::json::{keyed, value};
use crate::uncertainty::confidence::Share;
use crate::uncertainty::distribution::Distribution;
use serde::Serialize;
use serde_json::{Map, Value};

/// A condition with the box in which it fails, which is `null` where it (nearly) always or never does. The intervals are
/// Wilson's of independent samples: that the box was looked for in these they do not know.
#[derive(Serialize)]
struct Document<'a> {
    condition: &'a str,
    label: &'a str,
    looking_for: String,
    samples: u64,
    seed: u64,
    fails: u64,
    standing: &'static str,
    #[serde(rename = "box")]
    limits: Option<Map<String, Value>>,
    coverage: Option<f64>,
    density: Option<f64>,
    coverage_ci: Option<(f64, f64)>,
    density_ci: Option<(f64, f64)>,
    trajectory: Vec<PointRow>,
}

/// A side of the box, in the input's unit.
#[derive(Serialize)]
struct LimitsRow<'a> {
    low: Option<f64>,
    high: Option<f64>,
    unit: &'a str,
    p_value: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    choices: Option<Vec<f64>>,
}

/// A side of the box where the input is no key but a column.
#[derive(Serialize)]
struct LimitsRecord<'a> {
    input: &'a str,
    label: &'a str,
    #[serde(flatten)]
    limits: LimitsRow<'a>,
    range_low: f64,
    range_high: f64,
}

/// A box on the way.
#[derive(Serialize, Default)]
struct PointRow {
    coverage: f64,
    density: f64,
    mass: f64,
    restricted: usize,
}

#[derive(Serialize, Default)]
struct PointRecord {
    step: usize,
    #[serde(flatten)]
    point: PointRow,
}

/// A condition as JSON.
#[must_use]
pub fn json(assessment: &Assessment, one: &Discovery) -> Value {
    let box_of = |found: &DiscoveredBox| {
        keyed(found.restrictions.iter().map(|restriction| {
            let input = &assessment.calculation.inputs[restriction.input];
            (&input.id, limits(input, restriction))
        }))
    };
    let found = one.found.as_ref();
    value(&Document {
        condition: &one.condition.text,
        label: &one.condition.label,
        looking_for: verb(Localizer::default(), one),
        samples: one.count.samples,
        seed: one.settings.seed,
        fails: if one.search.holds { one.count.samples - one.count.fails } else { one.count.fails },
        standing: one.standing.name(),
        limits: found.map(box_of),
        coverage: found.map(|found| found.point.coverage),
        density: found.map(|found| found.point.density),
        coverage_ci: found.map(|found| Share::of_independent(found.point.coverage, one.count.fails).ci),
        density_ci: found.map(|found| Share::of_independent(found.point.density, found.inside(one.count)).ci),
        trajectory: one.trajectory.iter().map(point).collect(),
    })
}

fn limits<'a>(input: &'a Input, restriction: &Restriction) -> LimitsRow<'a> {
    let shown = |value: f64| input.unit.from_base(value);
    LimitsRow {
        low: restriction.low.map(shown),
        high: restriction.high.map(shown),
        unit: input.unit.text(),
        p_value: restriction.p_value,
        choices: restriction.choices.as_ref().map(|choices| choices.iter().copied().map(shown).collect()),
    }
}

fn point(point: &Point) -> PointRow {
    PointRow { coverage: point.coverage, density: point.density, mass: point.mass, restricted: point.restricted }
}

/// The box: `input,label,unit,low,high,choices,range_low,range_high,p_value`.
pub(super) fn box_csv(assessment: &Assessment, found: &DiscoveredBox) -> String {
    let rows = found.restrictions.iter().map(|restriction| {
        let input = &assessment.calculation.inputs[restriction.input];
        let (low, high) = input.range.as_ref().map_or((f64::NAN, f64::NAN), Distribution::range);
        LimitsRecord {
            input: &input.id,
            label: &input.label,
            limits: limits(input, restriction),
            range_low: input.unit.from_base(low),
            range_high: input.unit.from_base(high),
        }
    });
    columns(&["input", "label", "unit", "low", "high", "choices", "range_low", "range_high", "p_value"], rows)
}

/// The boxes on the way: `step,coverage,density,mass,restricted`.
pub(super) fn trajectory_csv(one: &Discovery) -> String {
    let points = one.trajectory.iter().map(point).enumerate();
    table(points.map(|(step, point)| PointRecord { step, point }))
}
