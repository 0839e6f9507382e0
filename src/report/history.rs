//! A scenario held against past missions: ranks, nearest precedents, and what regressions expect.

use super::json::{keyed, value};
use super::missions::{BandRow, decimals, density_label, nothing, quartile_text, variable_label};
use super::section::Section;
use super::table::Table;
use crate::args;
use crate::evidence::{Band, DensityStanding, Evidence, Expectation, LEVEL, Mission, Rank, ratio};
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
    mission: Option<&'a str>,
    kinds: &'a str,
    /// Plans and upper bounds of these kinds, which are no past missions.
    plans_left_out: &'a [String],
    /// Missions of these kinds whose strength is the one authorised.
    authorised: &'a [String],
    densities: Map<String, Value>,
    expected_strength: Vec<ExpectedRow<'a>>,
}

#[derive(Serialize)]
struct DensityRow<'a> {
    value: Option<f64>,
    unit: &'a str,
    /// Missions of the class that are thinner, as dense and denser.
    thinner: Option<usize>,
    level: Option<usize>,
    denser: Option<usize>,
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
    beyond: Vec<&'a str>,
    /// Absent where the inputs say nothing about the strength.
    low: Option<f64>,
    middle: Option<f64>,
    high: Option<f64>,
    level: f64,
    p: f64,
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
    let expected = evidence.expected(assessment);
    let kinds = evidence.kinds(assessment.purpose).join(", ");
    let words = assessment.words;
    let named = self::kinds(words, evidence, assessment.purpose);
    let mut sentences: Vec<String> = places.iter().filter_map(|place| stands(words, place, &named)).collect();
    if sentences.is_empty() {
        sentences.push(words.text("history-nothing"));
    }
    let brief = Some(sentences.len());
    let near = places.iter().flat_map(|place| &place.nearest).map(|near| near.mission.as_str());
    sentences.extend(super::missions::of_missions(words, evidence, near));
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
    let ids = |missions: Vec<&Mission>| missions.into_iter().map(|mission| mission.id.clone()).collect::<Vec<_>>();
    let (plans, authorised) = (ids(evidence.plans(assessment.purpose)), ids(evidence.authorised(assessment.purpose)));
    for (key, missions) in [("history-plans", &plans), ("history-authorised", &authorised)] {
        if !missions.is_empty() {
            sentences.push(words.format(key, args![count = missions.len(), missions = missions.join(", ")]));
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
        ..Section::new(
            "history",
            &words.text("history-part"),
            json(assessment, &places, &kinds, (&expected, &plans, &authorised)),
        )
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
    let said = words.format("history-expects", about);
    let beyond = expectation.beyond.iter().map(|position| {
        let variable = &regression.on[*position];
        let (least, greatest) = regression.seen(*position);
        let ends = words.between(&words.shown(least), &words.shown(greatest));
        let about = args![input = variable_label(words, variable), ends = words.attach(&variable.unit, &ends)];
        words.format("history-beyond", about)
    });
    std::iter::once(said).chain(beyond).collect::<Vec<_>>().join(" ")
}

/// Where a scenario stands in the class of its purpose, in words.
fn stands(words: Localizer, place: &DensityStanding, kinds: &str) -> Option<String> {
    let value = place.value?;
    let text = words.amount(&place.density.unit, value);
    let density = density_label(words, &place.density);
    let Some(class) = &place.class else {
        return Some(words.format("history-none", args![density = density, value = text, kinds = kinds]));
    };
    let rank = rank(words, class, value, kinds);
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

/// The kinds of missions that a purpose is held against, in words.
pub(super) fn kinds(words: Localizer, evidence: &Evidence, purpose: Option<Purpose>) -> String {
    let kinds: Vec<String> = evidence.kinds(purpose).iter().map(|kind| words.choice("kind", kind)).collect();
    kinds.join(", ")
}

/// How many past missions of a class are thinner than a value, in words.
pub(super) fn rank(words: Localizer, class: &Band, value: f64, kinds: &str) -> String {
    ranked(words, class, class.rank(value), kinds)
}

/// How many of a class are thinner, in words.
pub(super) fn ranked(words: Localizer, class: &Band, found: Rank, kinds: &str) -> String {
    let key = match (found.thinner, found.denser) {
        (thinner, _) if thinner == class.n() => "history-rank-above",
        (_, denser) if denser == class.n() => "history-rank-below",
        _ => "history-rank-among",
    };
    let counts = args![thinner = found.thinner, count = class.n(), places = class.places.len(), kinds = kinds];
    words.format(key, counts)
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
            let key = match (words.shown(factor).as_str(), denser) {
                ("1", _) => "history-as-dense",
                (_, true) => "history-denser",
                (_, false) => "history-thinner",
            };
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
    (expected, plans, authorised): (&[Expectation], &[String], &[String]),
) -> Value {
    let densities = places.iter().map(|place| {
        let unit = &place.density.unit;
        let near = place.nearest.iter().map(|near| NearRow {
            id: &near.mission,
            value: unit.from_base(near.value),
            factor: near.factor,
        });
        let rank = place.value.zip(place.class.as_ref()).map(|(value, class)| class.rank(value));
        let row = DensityRow {
            value: place.value.map(|value| unit.from_base(value)),
            unit: unit.text(),
            thinner: rank.map(|rank| rank.thinner),
            level: rank.map(|rank| rank.level),
            denser: rank.map(|rank| rank.denser),
            class: place.class.as_ref().map(BandRow::of),
            all: place.all.as_ref().map(BandRow::of),
            nearest: near.collect(),
            lacking: &place.lacking.0,
            not_comparable: &place.lacking.1,
        };
        (&place.density.id, row)
    });
    let expected = expected.iter().map(|Expectation { regression, prediction, beyond, .. }| ExpectedRow {
        on: regression.on.iter().map(|variable| variable.id.as_str()).collect(),
        beyond: beyond.iter().map(|position| regression.on[*position].id.as_str()).collect(),
        low: prediction.map(|found| found.low),
        middle: prediction.map(|found| found.middle),
        high: prediction.map(|found| found.high),
        level: LEVEL,
        p: regression.p,
    });
    value(&Document {
        scenario: &assessment.name,
        purpose: assessment.purpose,
        mission: assessment.mission.as_deref(),
        kinds,
        plans_left_out: plans,
        authorised,
        densities: keyed(densities),
        expected_strength: expected.collect(),
    })
}
