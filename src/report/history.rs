//! A scenario held against past missions: ranks, nearest precedents, and what regressions expect.

use super::missions::{band_json, decimals, density_label, nothing, quartile_text, variable_label};
use super::section::Section;
use super::table::Table;
use crate::args;
use crate::evidence::{DensityStanding, Evidence, Expectation, LEVEL, ratio};
use crate::language::Localizer;
use crate::model::Assessment;
use crate::model::own_name::HISTORY;
use serde_json::{Map, Value, json};

/// The section of a report that holds a scenario against history.
#[must_use]
pub fn section(evidence: &Evidence, assessment: &Assessment) -> Section {
    let places = evidence.places(assessment);
    let expected = evidence.expected(assessment);
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
    let own: Vec<&str> = evidence.own().map(|mission| mission.id.as_str()).collect();
    if let Some(mission) = assessment.mission.as_ref().filter(|_| !own.is_empty()) {
        sentences.push(words.format("history-own", args![mission = mission, missions = own.join(", ")]));
    }
    sentences.extend(expected.iter().map(|expectation| expects(words, expectation)));
    Section {
        brief,
        tables: vec![precedents(words, &places)],
        sentences,
        files: vec![(HISTORY.csv(), csv(&places))],
        figures: vec![super::missions::precedents(words, evidence, Some(assessment), &assessment.requests.look)],
        ..Section::new("history", &words.text("history-part"), json(assessment, &places, &kinds, &expected))
    }
}

fn expects(words: Localizer, expectation: &Expectation) -> String {
    let regression = &expectation.regression;
    let Some(prediction) = expectation.prediction else { return nothing(words, regression) };
    let on: Vec<String> = regression.on.iter().map(|variable| words.inside(&variable_label(words, variable))).collect();
    let [low, middle, high] =
        [prediction.low, prediction.middle, prediction.high].map(|value| words.significant(value, 2));
    let about = args![
        inputs = on.join(&format!(" {} ", words.text("joined-by-and"))),
        middle = middle,
        unit = words.unit(&regression.strength.unit),
        level = format!("{:.0}", 100.0 * LEVEL),
        low = low,
        high = high,
        fit = decimals(words, regression.r2),
        count = regression.missions.len(),
        places = regression.places.len(),
    ];
    words.format("history-expects", about)
}

/// Where a scenario stands in the class of its purpose, in words.
fn stands(words: Localizer, place: &DensityStanding, kinds: &str) -> Option<String> {
    let value = place.value?;
    let text = words.amount(&place.density.unit, value);
    let density = density_label(words, &place.density);
    let Some(class) = &place.class else {
        return Some(words.format("history-none", args![density = density, value = text, kinds = kinds]));
    };
    let found = class.rank(value);
    let key = match (found.thinner, found.denser) {
        (thinner, _) if thinner == class.n() => "history-rank-above",
        (_, denser) if denser == class.n() => "history-rank-below",
        _ => "history-rank-among",
    };
    let counts = args![thinner = found.thinner, count = class.n(), places = class.places.len(), kinds = kinds];
    let rank = words.format(key, counts);
    let [min, median, max] = class.shown();
    let about = match class.shown_quartiles() {
        Some([lower, upper]) => {
            let [lower, upper] = [lower, upper].map(|quartile| quartile_text(words, quartile));
            let median = words.significant(median, 2);
            words.format("history-quartiles", args![low = lower, high = upper, median = median])
        }
        None if class.n() < 2 => {
            return Some(words.format("history-stands", args![density = density, value = text, rank = rank]));
        }
        None => words.format("history-few", args![low = words.shown(min), high = words.shown(max)]),
    };
    let stands = words.format("history-stands", args![density = density, value = text, rank = rank]);
    Some(format!("{stands} {about}"))
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

fn number(place: &DensityStanding, value: f64) -> String {
    crate::quantity::number::plain(place.density.unit.from_base(value))
}

fn json(assessment: &Assessment, places: &[DensityStanding], kinds: &str, expected: &[Expectation]) -> Value {
    let mut densities = Map::new();
    for place in places {
        let unit = &place.density.unit;
        let nearest: Vec<Value> = place
            .nearest
            .iter()
            .map(|near| json!({ "id": near.mission, "value": unit.from_base(near.value), "factor": near.factor }))
            .collect();
        let rank = place.value.zip(place.class.as_ref()).map(|(value, class)| class.rank(value));
        let row = json!({
            "value": place.value.map(|value| unit.from_base(value)),
            "unit": unit.text(),
            "thinner": rank.map(|rank| rank.thinner),
            "level": rank.map(|rank| rank.level),
            "denser": rank.map(|rank| rank.denser),
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
        .map(|Expectation { regression, prediction, .. }| {
            let on: Vec<&str> = regression.on.iter().map(|variable| variable.id.as_str()).collect();
            json!({
                "on": on, "low": prediction.map(|found| found.low), "middle": prediction.map(|found| found.middle),
                "high": prediction.map(|found| found.high), "level": LEVEL, "p": regression.p,
            })
        })
        .collect();
    json!({
        "scenario": assessment.name,
        "purpose": assessment.purpose,
        "mission": assessment.mission,
        "kinds": kinds,
        "densities": densities,
        "expected_strength": expected,
    })
}
