//! Past missions, their bands and regressions as JSON and CSV. What is here stays: later versions only add keys
//! and columns.

use super::text::{each_band, strength};
use crate::evidence::{Band, Evidence, Quartile, Regression};
use crate::quantity::number::plain;
use serde_json::{Map, Value, json};

/// The missions as CSV.
#[must_use]
pub fn csv(evidence: &Evidence) -> String {
    let mut header = vec!["id", "name", "kind", "start", "year", "strength", "police"];
    header.extend(evidence.densities.iter().map(|density| density.id.as_str()));
    header.extend(["not_comparable", "counting", "status", "variant_of", "confidence", "source", "place"]);
    let cell = |value: Option<f64>| value.map_or_else(String::new, plain);
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let rows = evidence.missions.iter().map(|mission| {
        let mut row = vec![mission.id.clone(), mission.name.clone(), mission.kind.clone()];
        row.push(mission.start.map_or_else(String::new, |year| year.to_string()));
        row.extend([mission.year.to_string(), cell(strength(evidence, mission)), cell(mission.police)]);
        let densities = evidence.densities.iter();
        row.extend(densities.map(|density| cell(mission.density(density).map(|value| density.unit.from_base(value)))));
        row.extend([
            mission.not_comparable.join(" "),
            mission.counting.map_or_else(String::new, |counting| counting.to_string()),
            text(&mission.status),
        ]);
        row.extend([text(&mission.variant_of), text(&mission.confidence), mission.source.join(" ")]);
        row.push(mission.place.clone());
        row
    });
    crate::report::csv::write(&header, rows)
}

pub(super) fn bands_csv(evidence: &Evidence) -> String {
    let rows = each_band(evidence).into_iter().map(|(density, kind, band)| {
        let mut row = vec![density, kind.to_owned(), band.n().to_string()];
        let [min, median, max] = band.shown().map(plain);
        let quartiles = band.shown_quartiles();
        let cell = |of: fn(&[Quartile; 2]) -> f64| quartiles.as_ref().map_or_else(String::new, |both| plain(of(both)));
        row.extend([min, cell(|both| both[0].value), median, cell(|both| both[1].value), max]);
        row.extend([band.unit.text().to_owned(), band.places.len().to_string()]);
        row.extend([cell(|both| both[0].ci.0), cell(|both| both[0].ci.1)]);
        row.extend([cell(|both| both[1].ci.0), cell(|both| both[1].ci.1)]);
        row
    });
    let header = ["density", "kind", "n", "min", "q1", "median", "q3", "max", "unit"];
    let added = ["places", "q1_low", "q1_high", "q3_low", "q3_high"];
    crate::report::csv::write(&[&header[..], &added[..]].concat(), rows)
}

/// The missions as JSON, densities in the metrics' units, `null` where a figure is absent.
#[must_use]
pub fn json(evidence: &Evidence) -> Value {
    let missions: Vec<Value> = evidence
        .missions
        .iter()
        .map(|mission| {
            let mut row = Map::new();
            row.insert("id".to_owned(), json!(mission.id));
            row.insert("kind".to_owned(), json!(mission.kind));
            row.insert("place".to_owned(), json!(mission.place));
            row.insert("year".to_owned(), json!(mission.year));
            row.insert("strength".to_owned(), json!(strength(evidence, mission)));
            for density in &evidence.densities {
                let value = mission.density(density).map(|value| density.unit.from_base(value));
                row.insert(density.id.clone(), json!(value));
            }
            row.insert("name".to_owned(), json!(mission.name));
            row.insert("start".to_owned(), json!(mission.start));
            row.insert("police".to_owned(), json!(mission.police));
            for input in &mission.inputs {
                row.entry(input.id.clone()).or_insert_with(|| json!(input.shown_value()));
            }
            row.insert("counting".to_owned(), json!(mission.counting));
            row.insert("status".to_owned(), json!(mission.status));
            row.insert("variant_of".to_owned(), json!(mission.variant_of));
            row.insert("not_comparable".to_owned(), json!(mission.not_comparable));
            row.insert("in_bands".to_owned(), json!(evidence.counts(mission)));
            row.insert("confidence".to_owned(), json!(mission.confidence));
            row.insert("source".to_owned(), json!(mission.source));
            row.insert("note".to_owned(), json!(mission.note));
            Value::Object(row)
        })
        .collect();
    let mut bands = Map::new();
    for (density, kind, band) in each_band(evidence) {
        let of_density = bands.entry(density).or_insert_with(|| json!({}));
        of_density[kind] = band_json(&band);
    }
    let regressions: Vec<Value> = evidence.regressions().iter().map(regression_json).collect();
    json!({ "missions": missions, "bands": bands, "regression": regressions })
}

/// A band in the unit it is shown in.
#[must_use]
pub fn band_json(band: &Band) -> Value {
    let [min, median, max] = band.shown();
    let quartiles = band.shown_quartiles();
    let quartile = |at: usize| quartiles.map(|both| both[at]);
    json!({
        "n": band.n(), "places": band.places.len(), "min": min, "q1": quartile(0).map(|of| of.value), "median": median,
        "q3": quartile(1).map(|of| of.value), "max": max, "q1_ci": quartile(0).map(|of| of.ci),
        "q3_ci": quartile(1).map(|of| of.ci),
    })
}

pub(super) fn regression_json(regression: &Regression) -> Value {
    let on: Vec<&str> = regression.on.iter().map(|variable| variable.id.as_str()).collect();
    let named = |list: &[f64]| -> Map<String, Value> {
        let names = std::iter::once("intercept").chain(on.iter().copied());
        names.zip(list).map(|(name, value)| (name.to_owned(), json!(value))).collect()
    };
    let influential: Map<String, Value> =
        regression.influential().into_iter().map(|(place, cook)| (place.clone(), json!(cook))).collect();
    json!({
        "strength": regression.strength.id,
        "on": on,
        "n": regression.missions.len(),
        "places": regression.places.len(),
        "coefficients": named(&regression.coefficients),
        "standard_errors": named(&regression.standard_errors),
        "r2": regression.r2,
        "p": regression.p,
        "residual_sd": regression.residual_sd,
        "scatter_factor": regression.scatter(),
        "leave_one_out": regression.leave_one_out,
        "cooks_distance": influential,
    })
}
