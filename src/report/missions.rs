//! Past missions as tables, CSV and JSON. What is here stays: later versions only add keys and columns.

use super::part::Part;
use super::table::Table;
use crate::args;
use crate::evidence::{Band, Density, Evidence, LEAST, Mission, Regression, Variable};
use crate::language::Words;
use crate::model::Assessment;
use crate::model::own_name::{BANDS, MISSIONS};
use crate::quantity::number::plain;
use crate::scenario::Look;
use serde_json::{Map, Value, json};

/// The part that lists missions with their densities, bands and regressions.
#[must_use]
pub fn part(words: Words, evidence: &Evidence, like: Option<&Assessment>, look: &Look) -> Part {
    // Held against a scenario, the densities are drawn with it, in its own part.
    let mut figures = super::figure::strengths(words, evidence, like, look);
    if like.is_none() {
        figures.insert(0, super::figure::precedents(words, evidence, None, look));
    }
    Part {
        tables: vec![missions(words, evidence), bands(words, evidence)],
        sentences: sentences(words, evidence),
        files: vec![(MISSIONS.csv(), csv(evidence)), (BANDS.csv(), bands_csv(evidence))],
        figures,
        ..Part::new("missions", &words.text("missions-part"), json(evidence))
    }
}

/// A density's name, which the evidence has in English.
pub(super) fn density_label(words: Words, density: &Density) -> String {
    words.translated(&format!("metric-{}", density.id), &[]).unwrap_or_else(|| density.label.clone())
}

/// An input's name, which the evidence has in English.
pub(super) fn variable_label(words: Words, variable: &Variable) -> String {
    words.translated(&format!("input-{}", variable.id), &[]).unwrap_or_else(|| variable.label.clone())
}

/// A ratio with two decimals.
pub(super) fn decimals(words: Words, value: f64) -> String {
    words.digits(format!("{value:.2}"))
}

/// Why a mission stays out of bands, in a few words.
fn aside(words: Words, mission: &Mission) -> Option<String> {
    let another = |other: &String| words.say("missions-another-count", args![mission = other]);
    let status = |status: &String| {
        words.translated(&format!("status-{status}"), &[]).unwrap_or_else(|| status.replace('_', " "))
    };
    mission.variant_of.as_ref().map(another).or_else(|| mission.status.as_ref().map(status))
}

fn strength(evidence: &Evidence, mission: &Mission) -> Option<f64> {
    mission.value(evidence.strength.as_ref()?)
}

/// The missions, one a row. Values that do not compare with others' stand in brackets.
fn missions(words: Words, evidence: &Evidence) -> Table {
    let heads = ["missions-head-mission", "missions-head-kind", "missions-head-year", "missions-head-strength"];
    let mut table = Table::headed(words, &heads, &[]);
    table.header.extend(evidence.densities.iter().map(|density| words.unit(&density.unit)));
    table.right = (2..table.header.len()).collect();
    let heads = ["missions-head-counting", "missions-head-confidence", "missions-head-aside"];
    table.header.extend(heads.map(|head| words.say(head, &[])));
    for mission in &evidence.missions {
        let mut row = vec![mission.id.clone(), words.choice("kind", &mission.kind), mission.year.to_string()];
        row.push(strength(evidence, mission).map_or_else(String::new, |value| words.shown(value)));
        for density in &evidence.densities {
            row.push(match (mission.density(density), mission.comparable(density)) {
                (None, _) => "-".to_owned(),
                (Some(value), None) => format!("({})", words.shown(density.unit.from_base(value))),
                (Some(value), Some(_)) => words.shown(density.unit.from_base(value)),
            });
        }
        let choice = |set: &str, word: &Option<String>| word.as_ref().map(|word| words.choice(set, word));
        row.push(choice("counting", &mission.counting).unwrap_or_default());
        row.push(choice("confidence", &mission.confidence).unwrap_or_default());
        row.push(aside(words, mission).unwrap_or_default());
        table.push(row);
    }
    table.titled(words.text("missions-caption"))
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

fn bands(words: Words, evidence: &Evidence) -> Table {
    let heads = [
        "missions-head-density",
        "missions-head-kind",
        "missions-head-count",
        "missions-head-min",
        "missions-head-lower",
        "missions-head-median",
        "missions-head-upper",
        "missions-head-max",
        "head-unit",
    ];
    let mut table = Table::headed(words, &heads, &[2, 3, 4, 5, 6, 7]);
    for (density, kind, band) in each_band(evidence) {
        let [min, q1, median, q3, max] = band.shown().map(|value| words.shown(value));
        let quartiles = if band.is_band() { [q1, median, q3] } else { ["", "", ""].map(str::to_owned) };
        let label = evidence.density(&density).map_or(density.clone(), |density| density_label(words, density));
        let kind = if kind == "all" { words.text("missions-all") } else { words.choice("kind", kind) };
        let mut row = vec![label, kind, band.n().to_string(), min];
        row.extend(quartiles);
        row.extend([max, words.unit(&band.unit)]);
        table.push(row);
    }
    table.titled(words.say("missions-bands", args![least = LEAST]))
}

fn sentences(words: Words, evidence: &Evidence) -> Vec<String> {
    let named = |wanted: &dyn Fn(&Mission) -> bool| -> Vec<&str> {
        evidence.missions.iter().filter(|mission| wanted(mission)).map(|mission| mission.id.as_str()).collect()
    };
    let mut lines = Vec::new();
    let variants = named(&|mission| mission.variant_of.is_some());
    let plans = named(&|mission| mission.status.is_some() && !evidence.counts(mission));
    for (key, names) in [("missions-variants", variants), ("missions-plans", plans)] {
        if !names.is_empty() {
            lines.push(words.say(key, args![missions = names.join(", ")]));
        }
    }
    for density in &evidence.densities {
        let counted = |mission: &Mission| evidence.counts(mission);
        let label = density_label(words, density);
        let lacking = named(&|mission| counted(mission) && mission.density(density).is_none()).len();
        if lacking > 0 {
            lines.push(words.say("missions-lacking", args![density = &label, count = lacking]));
        }
        let apart = named(&|mission| {
            counted(mission) && mission.density(density).is_some() && mission.comparable(density).is_none()
        });
        if !apart.is_empty() {
            lines.push(words.say("missions-apart", args![density = label, missions = apart.join(", ")]));
        }
    }
    lines.extend(evidence.regressions().iter().map(|regression| in_words(words, regression)));
    lines
}

/// A regression in words, with what it is worth.
#[must_use]
pub fn in_words(words: Words, regression: &Regression) -> String {
    let slopes: Vec<String> = regression
        .on
        .iter()
        .zip(regression.coefficients.iter().zip(&regression.standard_errors).skip(1))
        .map(|(variable, (slope, error))| {
            let input = words.inside(&variable_label(words, variable));
            let (slope, error) = (decimals(words, *slope), decimals(words, *error));
            words.say("missions-slope", args![input = input, slope = slope, error = error])
        })
        .collect();
    let pulls: Vec<&str> = regression.influential().iter().map(|member| member.id.as_str()).collect();
    let and = format!(" {} ", words.text("joined-by-and"));
    let about = args![
        inputs = slopes.join(&and),
        count = regression.missions.len(),
        fit = decimals(words, regression.r2),
        scatter = words.shown(regression.scatter()),
        off = words.shown(libm::exp(regression.leave_one_out)),
    ];
    let mut sentences = vec![words.say("missions-regression", about)];
    if !pulls.is_empty() {
        sentences.push(words.say("missions-pull", args![missions = pulls.join(", ")]));
    }
    sentences.join(" ")
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
