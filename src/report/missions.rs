//! Past missions as tables, CSV and JSON. What is here stays: later versions only add keys and columns.

use super::part::Part;
use super::table::Table;
use crate::evidence::{Band, Evidence, LEAST, Mission, Regression};
use crate::model::Assessment;
use crate::quantity::number::{plain, shown};
use crate::scenario::Look;
use serde_json::{Map, Value, json};

/// The part that lists missions with their densities, bands and regressions.
#[must_use]
pub fn part(evidence: &Evidence, like: Option<&Assessment>, look: &Look) -> Part {
    // Held against a scenario, the densities are drawn with it, in its own part.
    let mut figures = super::figure::strengths(evidence, like, look);
    if like.is_none() {
        figures.insert(0, super::figure::precedents(evidence, None, look));
    }
    Part {
        tables: vec![missions(evidence), bands(evidence)],
        sentences: sentences(evidence),
        files: vec![("missions.csv".to_owned(), csv(evidence)), ("bands.csv".to_owned(), bands_csv(evidence))],
        figures,
        ..Part::new("missions", "Past missions", json(evidence))
    }
}

fn strength(evidence: &Evidence, mission: &Mission) -> Option<f64> {
    mission.value(evidence.strength.as_ref()?)
}

/// The missions, one a row. Values that do not compare with others' stand in brackets.
fn missions(evidence: &Evidence) -> Table {
    let mut header = vec!["Mission", "Kind", "Year", "Strength"];
    let units: Vec<String> = evidence.densities.iter().map(|density| density.unit.label()).collect();
    header.extend(units.iter().map(String::as_str));
    let right: Vec<usize> = (2..header.len()).collect();
    header.extend(["Counting", "Confidence", "Stays out"]);
    let mut table = Table::new(&header, &right);
    for mission in &evidence.missions {
        let mut row = vec![mission.id.clone(), mission.kind.clone(), mission.year.to_string()];
        row.push(strength(evidence, mission).map_or_else(String::new, shown));
        for density in &evidence.densities {
            row.push(match (mission.density(density), mission.comparable(density)) {
                (None, _) => "-".to_owned(),
                (Some(value), None) => format!("({})", shown(density.unit.from_base(value))),
                (Some(value), Some(_)) => shown(density.unit.from_base(value)),
            });
        }
        row.push(mission.counting.clone().unwrap_or_default());
        row.push(mission.confidence.clone().unwrap_or_default());
        row.push(mission.aside().unwrap_or_default());
        table.push(row);
    }
    table.titled("Missions and their densities")
}

/// Each density's bands: over all missions, then by kind.
fn each_band(evidence: &Evidence) -> Vec<(String, &str, Band)> {
    let mut found = Vec::new();
    for density in &evidence.densities {
        found.extend(evidence.band_of_all(density).map(|band| (density.id.clone(), "all", band)));
        for kind in evidence.all_kinds() {
            found.extend(evidence.band_of_kind(density, kind).map(|band| (density.id.clone(), kind, band)));
        }
    }
    found
}

fn bands(evidence: &Evidence) -> Table {
    let header = ["Density", "Kind", "n", "Min", "Lower quartile", "Median", "Upper quartile", "Max", "Unit"];
    let mut table = Table::new(&header, &[2, 3, 4, 5, 6, 7]);
    for (density, kind, band) in each_band(evidence) {
        let [min, q1, median, q3, max] = band.shown().map(shown);
        let quartiles = if band.is_band() { [q1, median, q3] } else { ["", "", ""].map(str::to_owned) };
        let label = evidence.density(&density).map_or(density.clone(), |density| density.label.clone());
        let mut row = vec![label, kind.to_owned(), band.n().to_string(), min];
        row.extend(quartiles);
        row.extend([max, band.unit.label()]);
        table.push(row);
    }
    table.titled(format!("Bands; classes of fewer than {LEAST} missions have no quartiles"))
}

fn sentences(evidence: &Evidence) -> Vec<String> {
    let named = |wanted: &dyn Fn(&Mission) -> bool| -> Vec<&str> {
        evidence.missions.iter().filter(|mission| wanted(mission)).map(|mission| mission.id.as_str()).collect()
    };
    let mut lines = Vec::new();
    let mut say = |names: Vec<&str>, words: &str| {
        if !names.is_empty() {
            lines.push(format!("{words}: {}.", names.join(", ")));
        }
    };
    say(
        named(&|mission| mission.variant_of.is_some()),
        "Other counts of a mission that is in the bands, left out of them",
    );
    let plans = named(&|mission| mission.status.is_some() && !evidence.counts(mission));
    say(plans, "Plans and upper bounds, left out of the bands (--with-plans counts them)");
    for density in &evidence.densities {
        let counted = |mission: &Mission| evidence.counts(mission);
        let lacking = named(&|mission| counted(mission) && mission.density(density).is_none()).len();
        if lacking > 0 {
            lines.push(format!("{}: {lacking} missions lack a figure and are in no band of it.", density.label));
        }
        let apart = named(&|mission| {
            counted(mission) && mission.density(density).is_some() && mission.comparable(density).is_none()
        });
        if !apart.is_empty() {
            lines.push(format!("{}: not comparable, and in no band of it: {}.", density.label, apart.join(", ")));
        }
    }
    lines.extend(evidence.regressions().iter().map(in_words));
    lines
}

/// A regression in words, with what it is worth.
#[must_use]
pub fn in_words(regression: &Regression) -> String {
    let slopes: Vec<String> = regression
        .on
        .iter()
        .zip(regression.coefficients.iter().zip(&regression.standard_errors).skip(1))
        .map(|(variable, (slope, error))| {
            format!("{} (slope {slope:.2}, standard error {error:.2})", variable.label.to_lowercase())
        })
        .collect();
    let pulls: Vec<&str> = regression.influential().iter().map(|member| member.id.as_str()).collect();
    let pulls = if pulls.is_empty() { String::new() } else { format!(" Missions that pull it: {}.", pulls.join(", ")) };
    format!(
        "Log strength on log {}: {} missions, R² {:.2}. One standard deviation is a factor of {} either way, \
         a mission predicted from the others is off by a factor of {}: a hint at magnitude, no requirement.{pulls}",
        slopes.join(" and "),
        regression.missions.len(),
        regression.r2,
        shown(regression.scatter()),
        shown(libm::exp(regression.leave_one_out)),
    )
}

/// The missions as CSV.
#[must_use]
pub fn csv(evidence: &Evidence) -> String {
    let mut header = vec!["id", "name", "kind", "start", "year", "strength", "police"];
    header.extend(evidence.densities.iter().map(|density| density.id.as_str()));
    header.extend(["not_comparable", "counting", "status", "variant_of", "confidence", "source"]);
    let cell = |value: Option<f64>| value.map_or_else(String::new, plain);
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let rows = evidence.missions.iter().map(|mission| {
        let mut row = vec![mission.id.clone(), mission.name.clone(), mission.kind.clone()];
        row.push(mission.start.map_or_else(String::new, |year| year.to_string()));
        row.extend([mission.year.to_string(), cell(strength(evidence, mission)), cell(mission.police)]);
        let densities = evidence.densities.iter();
        row.extend(densities.map(|density| cell(mission.density(density).map(|value| density.unit.from_base(value)))));
        row.extend([mission.not_comparable.join(" "), text(&mission.counting), text(&mission.status)]);
        row.extend([text(&mission.variant_of), text(&mission.confidence), mission.source.join(" ")]);
        row
    });
    super::csv::write(&header, rows)
}

fn bands_csv(evidence: &Evidence) -> String {
    let rows = each_band(evidence).into_iter().map(|(density, kind, band)| {
        let mut row = vec![density, kind.to_owned(), band.n().to_string()];
        row.extend(band.shown().map(plain));
        row.push(band.unit.text().to_owned());
        row
    });
    super::csv::write(&["density", "kind", "n", "min", "q1", "median", "q3", "max", "unit"], rows)
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
    let [min, q1, median, q3, max] = band.shown();
    json!({ "n": band.n(), "min": min, "q1": q1, "median": median, "q3": q3, "max": max })
}

fn regression_json(regression: &Regression) -> Value {
    let on: Vec<&str> = regression.on.iter().map(|variable| variable.id.as_str()).collect();
    let named = |list: &[f64]| -> Map<String, Value> {
        let names = std::iter::once("intercept").chain(on.iter().copied());
        names.zip(list).map(|(name, value)| (name.to_owned(), json!(value))).collect()
    };
    let influential: Map<String, Value> =
        regression.influential().iter().map(|member| (member.id.clone(), json!(member.cook))).collect();
    json!({
        "strength": regression.strength.id,
        "on": on,
        "n": regression.missions.len(),
        "coefficients": named(&regression.coefficients),
        "standard_errors": named(&regression.standard_errors),
        "r2": regression.r2,
        "residual_sd": regression.residual_sd,
        "scatter_factor": regression.scatter(),
        "leave_one_out": regression.leave_one_out,
        "cooks_distance": influential,
    })
}
