//! A scenario held against past missions: percentiles, nearest precedents, and what regressions expect.

use super::missions::band_json;
use super::part::Part;
use super::table::Table;
use crate::evidence::{Evidence, LEVEL, Place, Prediction, Regression, ratio};
use crate::model::Assessment;
use crate::quantity::number::shown;
use serde_json::{Map, Value, json};

/// The part of a report that holds a scenario against history.
#[must_use]
pub fn part(evidence: &Evidence, assessment: &Assessment) -> Part {
    let places = evidence.places(assessment);
    let expected = expected(evidence, assessment);
    let kinds = evidence.kinds(assessment.purpose.as_deref().unwrap_or_default()).join(", ");
    let mut sentences: Vec<String> = places.iter().filter_map(|place| stands(place, &kinds)).collect();
    let brief = Some(sentences.len());
    for place in places.iter().filter(|place| place.value.is_some()) {
        let (none, apart) = &place.lacking;
        if !none.is_empty() {
            let (label, n) = (&place.density.label, none.len());
            let (missions, lack) = if n == 1 { ("mission", "lacks") } else { ("missions", "lack") };
            sentences
                .push(format!("{label}: {n} {missions} of that kind {lack} a figure for it: {}.", none.join(", ")));
        }
        if !apart.is_empty() {
            sentences.push(format!("{}: not comparable: {}.", place.density.label, apart.join(", ")));
        }
    }
    sentences.extend(expected.iter().map(|(regression, prediction)| expects(regression, *prediction)));
    Part {
        brief,
        tables: vec![precedents(&places)],
        sentences,
        files: vec![("history.csv".to_owned(), csv(&places))],
        figures: vec![super::figure::precedents(evidence, Some(assessment), &assessment.look)],
        ..Part::new("history", "Held against history", json(assessment, &places, &kinds, &expected))
    }
}

/// What each regression expects for the scenario's inputs, where it has them.
fn expected(evidence: &Evidence, assessment: &Assessment) -> Vec<(Regression, Prediction)> {
    let value = |id: &str, unit: &crate::quantity::unit::Unit| {
        assessment.input(id).map(|input| unit.from_base(assessment.inputs[input].value))
    };
    let found = evidence.regressions().into_iter().filter_map(|regression| {
        let on: Option<Vec<f64>> = regression.on.iter().map(|variable| value(&variable.id, &variable.unit)).collect();
        let prediction = regression.predict(&on?)?;
        Some((regression, prediction))
    });
    found.collect()
}

fn expects(regression: &Regression, prediction: Prediction) -> String {
    let on: Vec<String> = regression.on.iter().map(|variable| variable.label.to_lowercase()).collect();
    let of = |value: f64| shown(value);
    format!(
        "Past missions with this {} had about {} {}, and {:.0} of 100 would have {} to {} (R² {:.2}, {} missions): \
         what was sent, not what was needed.",
        on.join(" and "),
        of(prediction.middle),
        regression.strength.unit.label(),
        100.0 * LEVEL,
        of(prediction.low),
        of(prediction.high),
        regression.r2,
        regression.missions.len()
    )
}

/// Where a scenario stands in the class of its purpose, in words.
fn stands(place: &Place, kinds: &str) -> Option<String> {
    let value = place.value?;
    let text = place.density.unit.attach(&shown(place.density.unit.from_base(value)));
    let start = format!("{}: {text}", place.density.label);
    Some(match &place.class {
        None => format!("{start}. No past mission of {kinds} has this density."),
        Some(class) if class.is_band() => {
            let [_, q1, median, q3, _] = class.shown().map(shown);
            format!(
                "{start}, the {} percentile of {} missions ({kinds}); half of those have {q1} to {q3}, the median is \
                 {median}.",
                ordinal(100.0 * class.percentile(value)),
                class.n()
            )
        }
        Some(class) => {
            let [min, _, _, _, max] = class.shown().map(shown);
            format!(
                "{start}; {} of {} missions ({kinds}) are thinner. They have {min} to {max}: too few for quartiles.",
                class.thinner(value),
                class.n()
            )
        }
    })
}

/// A percentile as an ordinal: 1st, 22nd, 50th.
fn ordinal(value: f64) -> String {
    let text = format!("{:.0}", libm::round(value));
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
fn precedents(places: &[Place]) -> Table {
    let mut table = Table::new(&["Density", "Scenario", "Nearest missions", "Theirs", "Scenario is", "Unit"], &[1, 3]);
    for place in places {
        let unit = &place.density.unit;
        let Some(value) = place.value else { continue };
        for (index, near) in place.nearest.iter().enumerate() {
            let (factor, denser) = ratio(near.factor);
            let words = if denser { "as dense" } else { "as thin" };
            let first = index == 0;
            table.push([
                if first { place.density.label.clone() } else { String::new() },
                if first { shown(unit.from_base(value)) } else { String::new() },
                near.mission.clone(),
                shown(unit.from_base(near.value)),
                format!("{} times {words}", shown(factor)),
                unit.label(),
            ]);
        }
    }
    table.titled("Nearest precedents, of whatever kind")
}

fn csv(places: &[Place]) -> String {
    let rows = places.iter().flat_map(|place| {
        place.nearest.iter().map(|near| {
            vec![
                place.density.id.clone(),
                place.value.map_or_else(String::new, |value| number(place, value)),
                near.mission.clone(),
                number(place, near.value),
                crate::quantity::number::plain(near.factor),
                place.density.unit.text().to_owned(),
            ]
        })
    });
    super::csv::write(&["density", "scenario", "mission", "value", "factor", "unit"], rows)
}

fn number(place: &Place, value: f64) -> String {
    crate::quantity::number::plain(place.density.unit.from_base(value))
}

fn json(assessment: &Assessment, places: &[Place], kinds: &str, expected: &[(Regression, Prediction)]) -> Value {
    let mut densities = Map::new();
    for place in places {
        let unit = &place.density.unit;
        let nearest: Vec<Value> = place
            .nearest
            .iter()
            .map(|near| json!({ "id": near.mission, "value": unit.from_base(near.value), "factor": near.factor }))
            .collect();
        let percentile =
            place.value.and_then(|value| place.class.as_ref().map(|class| 100.0 * class.percentile(value)));
        let row = json!({
            "value": place.value.map(|value| unit.from_base(value)),
            "unit": unit.text(),
            "percentile": percentile,
            "class": place.class.as_ref().map(band_json),
            "all": place.all.as_ref().map(band_json),
            "nearest": nearest,
            "lacking": place.lacking.0,
            "not_comparable": place.lacking.1,
        });
        densities.insert(place.density.id.clone(), row);
    }
    let expected: Vec<Value> = expected
        .iter()
        .map(|(regression, prediction)| {
            let on: Vec<&str> = regression.on.iter().map(|variable| variable.id.as_str()).collect();
            json!({ "on": on, "low": prediction.low, "middle": prediction.middle, "high": prediction.high, "level": LEVEL })
        })
        .collect();
    json!({
        "scenario": assessment.name,
        "purpose": assessment.purpose,
        "kinds": kinds,
        "densities": densities,
        "expected_strength": expected,
    })
}
