//! A scenario held against past missions: percentiles, nearest precedents, and what regressions expect.

use super::json::{keyed, value};
use super::missions::{BandRow, decimals, density_label, variable_label};
use super::section::Section;
use super::table::Table;
use crate::args;
use crate::evidence::{DensityStanding, Evidence, LEVEL, Prediction, Regression, ratio};
use crate::language::Localizer;
use crate::model::Assessment;
use crate::model::own_name::HISTORY;
use crate::scenario::Purpose;
use serde::Serialize;
use serde_json::{Map, Value};

#[derive(Serialize)]
struct Document<'a> {
    scenario: &'a str,
    purpose: Option<Purpose>,
    kinds: &'a str,
    densities: Map<String, Value>,
    expected_strength: Vec<ExpectedRow<'a>>,
}

#[derive(Serialize)]
struct DensityRow<'a> {
    value: Option<f64>,
    unit: &'a str,
    percentile: Option<f64>,
    class: Option<BandRow>,
    all: Option<BandRow>,
    nearest: Vec<NearRow<'a>>,
    /// Missions without what the density needs.
    lacking: &'a [String],
    not_comparable: &'a [String],
}

#[derive(Serialize)]
struct NearRow<'a> {
    id: &'a str,
    value: f64,
    factor: f64,
}

#[derive(Serialize)]
struct ExpectedRow<'a> {
    on: Vec<&'a str>,
    low: f64,
    middle: f64,
    high: f64,
    level: f64,
}

/// A precedent beside the scenario's density, a row for each.
#[derive(Serialize, Default)]
struct PrecedentRecord<'a> {
    density: &'a str,
    scenario: Option<f64>,
    mission: &'a str,
    value: f64,
    factor: f64,
    unit: &'a str,
}

/// The section of a report that holds a scenario against history.
#[must_use]
pub fn section(evidence: &Evidence, assessment: &Assessment) -> Section {
    let places = evidence.places(assessment);
    let expected = expected(evidence, assessment);
    let kinds = evidence.kinds(assessment.purpose).join(", ");
    let words = assessment.words;
    let named: Vec<String> = evidence.kinds(assessment.purpose).iter().map(|kind| words.choice("kind", kind)).collect();
    let named = named.join(", ");
    let mut sentences: Vec<String> = places.iter().filter_map(|place| stands(words, place, &named)).collect();
    let brief = Some(sentences.len());
    for place in places.iter().filter(|place| place.value.is_some()) {
        let (none, apart) = &place.lacking;
        let label = density_label(words, &place.density);
        if !none.is_empty() {
            let about = args![density = &label, count = none.len(), missions = none.join(", ")];
            sentences.push(words.format("history-lacking", about));
        }
        if !apart.is_empty() {
            sentences.push(words.format("history-apart", args![density = label, missions = apart.join(", ")]));
        }
    }
    sentences.extend(expected.iter().map(|(regression, prediction)| expects(words, regression, *prediction)));
    Section {
        brief,
        tables: vec![precedents(words, &places)],
        sentences,
        files: vec![(HISTORY.csv(), csv(&places))],
        figures: vec![super::missions::precedents(words, evidence, Some(assessment), &assessment.requests.look)],
        ..Section::new("history", &words.text("history-part"), json(assessment, &places, &kinds, &expected))
    }
}

/// What each regression expects for the scenario's inputs, where it has them.
fn expected(evidence: &Evidence, assessment: &Assessment) -> Vec<(Regression, Prediction)> {
    let value = |id: &str, unit: &crate::quantity::unit::Unit| {
        assessment.calculation.input(id).map(|input| unit.from_base(assessment.calculation.inputs[input].value))
    };
    let found = evidence.regressions().into_iter().filter_map(|regression| {
        let on: Option<Vec<f64>> = regression.on.iter().map(|variable| value(&variable.id, &variable.unit)).collect();
        let prediction = regression.predict(&on?)?;
        Some((regression, prediction))
    });
    found.collect()
}

fn expects(words: Localizer, regression: &Regression, prediction: Prediction) -> String {
    let on: Vec<String> = regression.on.iter().map(|variable| words.inside(&variable_label(words, variable))).collect();
    let about = args![
        inputs = on.join(&format!(" {} ", words.text("joined-by-and"))),
        middle = words.shown(prediction.middle),
        unit = words.unit(&regression.strength.unit),
        level = format!("{:.0}", 100.0 * LEVEL),
        low = words.shown(prediction.low),
        high = words.shown(prediction.high),
        fit = decimals(words, regression.r2),
        count = regression.missions.len(),
    ];
    words.format("history-expects", about)
}

/// Where a scenario stands in the class of its purpose, in words.
fn stands(words: Localizer, place: &DensityStanding, kinds: &str) -> Option<String> {
    let value = place.value?;
    let text = words.amount(&place.density.unit, value);
    let density = density_label(words, &place.density);
    let shown = |value: f64| words.shown(value);
    Some(match &place.class {
        None => words.format("history-none", args![density = density, value = text, kinds = kinds]),
        Some(class) if class.is_band() => {
            let [_, q1, median, q3, _] = class.shown().map(shown);
            let about = args![
                density = density,
                value = text,
                percentile = ordinal(words, 100.0 * class.percentile(value)),
                count = class.n(),
                kinds = kinds,
                low = q1,
                high = q3,
                median = median,
            ];
            words.format("history-band", about)
        }
        Some(class) => {
            let [min, _, _, _, max] = class.shown().map(shown);
            let about = args![
                density = density,
                value = text,
                thinner = class.thinner(value),
                count = class.n(),
                kinds = kinds,
                low = min,
                high = max,
            ];
            words.format("history-few", about)
        }
    })
}

/// A percentile as an ordinal: 1st, 22nd, 50th; other languages' texts put the ending behind the number.
fn ordinal(words: Localizer, value: f64) -> String {
    let text = format!("{:.0}", libm::round(value));
    if !words.is_english() {
        return text;
    }
    let ending = match text.as_bytes() {
        [.., b'1', _] => "th",
        [.., b'1'] => "st",
        [.., b'2'] => "nd",
        [.., b'3'] => "rd",
        _ => "th",
    };
    format!("{text}{ending}")
}

/// The nearest missions of each density.
fn precedents(words: Localizer, places: &[DensityStanding]) -> Table {
    let heads = [
        "missions-head-density",
        "history-head-scenario",
        "history-head-nearest",
        "history-head-theirs",
        "history-head-ratio",
        "head-unit",
    ];
    let mut table = Table::headed(words, &heads, &[1, 3]);
    for place in places {
        let unit = &place.density.unit;
        let Some(value) = place.value else { continue };
        for (index, near) in place.nearest.iter().enumerate() {
            let (factor, denser) = ratio(near.factor);
            let key = if denser { "history-denser" } else { "history-thinner" };
            let first = index == 0;
            table.push([
                if first { density_label(words, &place.density) } else { String::new() },
                if first { words.shown(unit.from_base(value)) } else { String::new() },
                near.mission.clone(),
                words.shown(unit.from_base(near.value)),
                words.format(key, args![factor = words.shown(factor)]),
                words.unit(unit),
            ]);
        }
    }
    table.titled(words.text("history-caption"))
}

fn csv(places: &[DensityStanding]) -> String {
    super::csv::table(places.iter().flat_map(|place| {
        let unit = &place.density.unit;
        place.nearest.iter().map(move |near| PrecedentRecord {
            density: &place.density.id,
            scenario: place.value.map(|value| unit.from_base(value)),
            mission: &near.mission,
            value: unit.from_base(near.value),
            factor: near.factor,
            unit: unit.text(),
        })
    }))
}

fn json(
    assessment: &Assessment,
    places: &[DensityStanding],
    kinds: &str,
    expected: &[(Regression, Prediction)],
) -> Value {
    let densities = places.iter().map(|place| {
        let unit = &place.density.unit;
        let near = place.nearest.iter().map(|near| NearRow {
            id: &near.mission,
            value: unit.from_base(near.value),
            factor: near.factor,
        });
        let row = DensityRow {
            value: place.value.map(|value| unit.from_base(value)),
            unit: unit.text(),
            percentile: place.value.and_then(|value| Some(100.0 * place.class.as_ref()?.percentile(value))),
            class: place.class.as_ref().map(BandRow::of),
            all: place.all.as_ref().map(BandRow::of),
            nearest: near.collect(),
            lacking: &place.lacking.0,
            not_comparable: &place.lacking.1,
        };
        (&place.density.id, row)
    });
    let expected = expected.iter().map(|(regression, prediction)| {
        let on = regression.on.iter().map(|variable| variable.id.as_str()).collect();
        let Prediction { low, middle, high, .. } = *prediction;
        ExpectedRow { on, low, middle, high, level: LEVEL }
    });
    value(&Document {
        scenario: &assessment.name,
        purpose: assessment.purpose,
        kinds,
        densities: keyed(densities),
        expected_strength: expected.collect(),
    })
}
