//! Past missions, their bands and regressions as JSON and CSV. What is here stays: later versions only add keys
//! and columns.

use super::text::{each_band, strength};
use crate::evidence::{Band, Evidence, Mission, Regression};
use crate::report::csv::{columns, table};
use crate::report::json::{keyed, value};
use crate::scenario::Counting;
use serde::Serialize;
use serde_json::{Map, Value};

#[derive(Serialize)]
struct Document<'a> {
    missions: Vec<MissionRow<'a>>,
    bands: Map<String, Value>,
    regression: Vec<RegressionRow<'a>>,
}

/// A mission, `null` where a figure is absent.
#[derive(Serialize)]
struct MissionRow<'a> {
    id: &'a str,
    kind: &'a str,
    year: i32,
    strength: Option<f64>,
    /// In the metrics' units.
    #[serde(flatten)]
    densities: Map<String, Value>,
    name: &'a str,
    start: Option<i32>,
    police: Option<f64>,
    #[serde(flatten)]
    inputs: Map<String, Value>,
    counting: Option<Counting>,
    status: Option<&'a str>,
    variant_of: Option<&'a str>,
    not_comparable: &'a [String],
    in_bands: bool,
    confidence: Option<&'a str>,
    source: &'a [String],
    note: Option<&'a str>,
}

fn row<'a>(evidence: &Evidence, mission: &'a Mission) -> MissionRow<'a> {
    let densities = evidence.densities.iter().map(|density| {
        let value = mission.density(density).map(|value| density.unit.from_base(value));
        (&density.id, value)
    });
    MissionRow {
        id: &mission.id,
        kind: &mission.kind,
        year: mission.year,
        strength: strength(evidence, mission),
        densities: keyed(densities),
        name: &mission.name,
        start: mission.start,
        police: mission.police,
        inputs: keyed(mission.inputs.iter().map(|input| (&input.id, input.shown_value()))),
        counting: mission.counting,
        status: mission.status.as_deref(),
        variant_of: mission.variant_of.as_deref(),
        not_comparable: &mission.not_comparable,
        in_bands: evidence.counts(mission),
        confidence: mission.confidence.as_deref(),
        source: &mission.source,
        note: mission.note.as_deref(),
    }
}

/// The missions as CSV.
#[must_use]
pub fn csv(evidence: &Evidence) -> String {
    let mut header = vec!["id", "name", "kind", "start", "year", "strength", "police"];
    header.extend(evidence.densities.iter().map(|density| density.id.as_str()));
    header.extend(["not_comparable", "counting", "status", "variant_of", "confidence", "source"]);
    columns(&header, evidence.missions.iter().map(|mission| row(evidence, mission)))
}

/// A band in the unit it is shown in.
#[derive(Serialize, Default)]
pub(in crate::report) struct BandRow {
    n: usize,
    min: f64,
    q1: f64,
    median: f64,
    q3: f64,
    max: f64,
}

impl BandRow {
    pub(in crate::report) fn of(band: &Band) -> Self {
        let [min, q1, median, q3, max] = band.shown();
        Self { n: band.n(), min, q1, median, q3, max }
    }
}

/// A band where density and kind are no keys but columns.
#[derive(Serialize, Default)]
struct BandRecord<'a> {
    density: String,
    kind: &'a str,
    #[serde(flatten)]
    band: BandRow,
    unit: String,
}

pub(super) fn bands_csv(evidence: &Evidence) -> String {
    table(each_band(evidence).into_iter().map(|(density, kind, band)| BandRecord {
        density,
        kind,
        band: BandRow::of(&band),
        unit: band.unit.text().to_owned(),
    }))
}

#[derive(Serialize)]
struct RegressionRow<'a> {
    strength: &'a str,
    on: Vec<&'a str>,
    n: usize,
    coefficients: Map<String, Value>,
    standard_errors: Map<String, Value>,
    r2: f64,
    residual_sd: f64,
    scatter_factor: f64,
    leave_one_out: f64,
    cooks_distance: Map<String, Value>,
}

fn regression(found: &Regression) -> RegressionRow<'_> {
    let on: Vec<&str> = found.on.iter().map(|variable| variable.id.as_str()).collect();
    let named = |list: &[f64]| keyed(["intercept"].iter().chain(&on).copied().zip(list));
    RegressionRow {
        strength: &found.strength.id,
        n: found.missions.len(),
        coefficients: named(&found.coefficients),
        standard_errors: named(&found.standard_errors),
        r2: found.r2,
        residual_sd: found.residual_sd,
        scatter_factor: found.scatter(),
        leave_one_out: found.leave_one_out,
        cooks_distance: keyed(found.influential().iter().map(|member| (&member.id, member.cook))),
        on,
    }
}

/// The missions as JSON, densities in the metrics' units.
#[must_use]
pub fn json(evidence: &Evidence) -> Value {
    let mut bands = Map::new();
    for (density, kind, band) in each_band(evidence) {
        let of_density = bands.entry(density).or_insert_with(|| Value::Object(Map::new()));
        of_density[kind] = value(&BandRow::of(&band));
    }
    value(&Document {
        missions: evidence.missions.iter().map(|mission| row(evidence, mission)).collect(),
        bands,
        regression: evidence.regressions().iter().map(regression).collect(),
    })
}
