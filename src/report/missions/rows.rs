//! Past missions, their bands and regressions as JSON and CSV. What is here stays: later versions only add keys
//! and columns.

use super::text::{each_band, strength};
use crate::evidence::{Band, Evidence, Mission, Pooled, Regression};
use crate::report::csv::columns;
use crate::report::json::{keyed, value};
use crate::scenario::Counting;
use serde::Serialize;
use serde_json::{Map, Value};

#[derive(Serialize)]
struct Document<'a> {
    missions: Vec<MissionRow<'a>>,
    bands: Map<String, Value>,
    regression: Vec<RegressionRow<'a>>,
    /// By density and kind.
    pooled: Map<String, Value>,
}

/// A kind's mean with few missions borrowing from all, in the density's unit.
#[derive(Serialize)]
struct PooledRow {
    value: f64,
    ci: (f64, f64),
}

/// A mission, `null` where a figure is absent.
#[derive(Serialize)]
struct MissionRow<'a> {
    id: &'a str,
    kind: &'a str,
    place: &'a str,
    year: i32,
    strength: Option<f64>,
    /// In the metrics' units.
    #[serde(flatten)]
    densities: Map<String, Value>,
    name: &'a str,
    start: Option<i32>,
    police: Option<f64>,
    /// But for those whose names are taken by what stands before them.
    #[serde(flatten)]
    inputs: Map<String, Value>,
    naval: Option<f64>,
    counts: Option<&'a str>,
    counting: Option<Counting>,
    status: Option<&'a str>,
    variant_of: Option<&'a str>,
    not_comparable: &'a [String],
    in_bands: bool,
    confidence: Option<&'a str>,
    source: &'a [String],
    note: Option<&'a str>,
    /// `held`, `ended`, `continued` or `resumed`.
    outcome: Option<&'a str>,
    outcome_war: Option<bool>,
    outcome_from: Option<i32>,
    outcome_to: Option<i32>,
    outcome_conflicts: Option<&'a str>,
    outcome_not_codable: Option<&'a str>,
    outcome_theatre: Option<&'a str>,
    outcome_confidence: Option<&'a str>,
    outcome_source: &'a [String],
    outcome_note: Option<&'a str>,
}

/// Keys of a mission before those of its inputs, besides densities.
const BEFORE_INPUTS: [&str; 8] = ["id", "kind", "place", "year", "strength", "name", "start", "police"];

fn row<'a>(evidence: &Evidence, mission: &'a Mission) -> MissionRow<'a> {
    let densities = evidence.densities.iter().map(|density| {
        let value = mission.density(density).map(|value| density.unit.from_base(value));
        (&density.id, value)
    });
    let is_taken = |id: &String| {
        BEFORE_INPUTS.contains(&id.as_str()) || evidence.densities.iter().any(|density| density.id == *id)
    };
    let inputs = mission.inputs.iter().filter(|input| !is_taken(&input.id));
    let outcome = mission.outcome.as_ref();
    let came = outcome.and_then(|outcome| outcome.came.as_ref());
    MissionRow {
        id: &mission.id,
        kind: &mission.kind,
        place: &mission.place,
        year: mission.year,
        strength: strength(evidence, mission),
        densities: keyed(densities),
        name: &mission.name,
        start: mission.start,
        police: mission.police,
        inputs: keyed(inputs.map(|input| (&input.id, input.shown_value()))),
        naval: mission.naval,
        counts: mission.counts.as_deref(),
        counting: mission.counting,
        status: mission.status.as_deref(),
        variant_of: mission.variant_of.as_deref(),
        not_comparable: &mission.not_comparable,
        in_bands: evidence.counts(mission),
        confidence: mission.confidence.as_deref(),
        source: &mission.source,
        note: mission.note.as_deref(),
        outcome: came.map(|came| came.state.as_str()),
        outcome_war: came.map(|came| came.war),
        outcome_from: came.map(|came| came.from),
        outcome_to: came.map(|came| came.to),
        outcome_conflicts: came.and_then(|came| came.conflicts.as_deref()),
        outcome_not_codable: outcome.and_then(|outcome| outcome.not_codable.as_deref()),
        outcome_theatre: outcome.and_then(|outcome| outcome.theatre.as_deref()),
        outcome_confidence: outcome.and_then(|outcome| outcome.confidence.as_deref()),
        outcome_source: outcome.map_or(&[], |outcome| outcome.source.as_slice()),
        outcome_note: outcome.and_then(|outcome| outcome.note.as_deref()),
    }
}

/// The missions as CSV.
#[must_use]
pub fn csv(evidence: &Evidence) -> String {
    let mut header = vec!["id", "name", "kind", "start", "year", "strength", "police"];
    header.extend(evidence.densities.iter().map(|density| density.id.as_str()));
    header.extend([
        "not_comparable",
        "counting",
        "status",
        "variant_of",
        "confidence",
        "source",
        "place",
        "naval",
        "counts",
        "outcome",
        "outcome_war",
        "outcome_from",
        "outcome_to",
        "outcome_conflicts",
        "outcome_not_codable",
        "outcome_theatre",
        "outcome_confidence",
    ]);
    columns(&header, evidence.missions.iter().map(|mission| row(evidence, mission)))
}

/// A band in the unit it is shown in.
#[derive(Serialize)]
pub(in crate::report) struct BandRow {
    n: usize,
    places: usize,
    min: f64,
    /// Absent where there are too few places.
    q1: Option<f64>,
    median: f64,
    q3: Option<f64>,
    max: f64,
    q1_ci: Option<(f64, f64)>,
    q3_ci: Option<(f64, f64)>,
}

impl BandRow {
    pub(in crate::report) fn of(band: &Band) -> Self {
        let [min, median, max] = band.shown();
        let [lower, upper] = band.shown_quartiles().map_or([None, None], |both| both.map(Some));
        Self {
            n: band.n(),
            places: band.places.len(),
            min,
            q1: lower.map(|quartile| quartile.value),
            median,
            q3: upper.map(|quartile| quartile.value),
            max,
            q1_ci: lower.map(|quartile| quartile.ci),
            q3_ci: upper.map(|quartile| quartile.ci),
        }
    }
}

/// A band where density and kind are no keys but columns, and so is each end of an interval.
#[derive(Serialize)]
struct BandRecord<'a> {
    density: String,
    kind: &'a str,
    #[serde(flatten)]
    band: BandRow,
    unit: String,
    q1_low: Option<f64>,
    q1_high: Option<f64>,
    q3_low: Option<f64>,
    q3_high: Option<f64>,
}

/// The bands as CSV: `density,kind,n,min,q1,median,q3,max,unit,places`, then the ends of the quartiles' intervals.
pub(super) fn bands_csv(evidence: &Evidence) -> String {
    let rows = each_band(evidence).into_iter().map(|(density, kind, band)| {
        let unit = band.unit.text().to_owned();
        let band = BandRow::of(&band);
        let (lower, upper) = (band.q1_ci, band.q3_ci);
        BandRecord {
            density,
            kind,
            band,
            unit,
            q1_low: lower.map(|ci| ci.0),
            q1_high: lower.map(|ci| ci.1),
            q3_low: upper.map(|ci| ci.0),
            q3_high: upper.map(|ci| ci.1),
        }
    });
    let header = ["density", "kind", "n", "min", "q1", "median", "q3", "max", "unit"];
    let added = ["places", "q1_low", "q1_high", "q3_low", "q3_high"];
    columns(&[&header[..], &added[..]].concat(), rows)
}

#[derive(Serialize)]
struct RegressionRow<'a> {
    strength: &'a str,
    on: Vec<&'a str>,
    n: usize,
    places: usize,
    coefficients: Map<String, Value>,
    standard_errors: Map<String, Value>,
    r2: f64,
    p: f64,
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
        places: found.places.len(),
        coefficients: named(&found.coefficients),
        standard_errors: named(&found.standard_errors),
        r2: found.r2,
        p: found.p,
        residual_sd: found.residual_sd,
        scatter_factor: found.scatter(),
        leave_one_out: found.leave_one_out,
        cooks_distance: keyed(found.influential().into_iter().map(|(place, cook)| (place, *cook))),
        on,
    }
}

/// The missions as JSON, densities in the metrics' units.
#[must_use]
pub(crate) fn json(evidence: &Evidence) -> Value {
    let mut bands = Map::new();
    for (density, kind, band) in each_band(evidence) {
        let of_density = bands.entry(density).or_insert_with(|| Value::Object(Map::new()));
        of_density[kind] = value(&BandRow::of(&band));
    }
    value(&Document {
        missions: evidence.missions.iter().map(|mission| row(evidence, mission)).collect(),
        bands,
        regression: evidence.regressions().iter().map(regression).collect(),
        pooled: keyed(evidence.densities.iter().filter_map(|density| {
            let kinds = evidence.pooled(density)?.kinds;
            let row = |kind: Pooled| (kind.kind, PooledRow { value: kind.value, ci: kind.ci });
            Some((&density.id, keyed(kinds.into_iter().map(row))))
        })),
    })
}
