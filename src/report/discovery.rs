//! Scenario discovery as sentences, tables, JSON and CSV: with which inputs a condition fails.

use super::figure;
use super::part::Part;
use super::share;
use super::spread::samples_text;
use super::table::Table;
use crate::analysis::discovery::{DiscoveredBox, Discovery, Restriction};
use crate::args;
use crate::language::Words;
use crate::model::own_name::DISCOVERY;
use crate::model::{Assessment, Input};
use crate::quantity::number::plain;
use crate::report::wording::{Wording, choices_text, range_text};
use crate::uncertainty::confidence::Share;
use crate::uncertainty::distribution::Distribution;
use serde_json::{Map, Value, json};

/// The part of a report that says with which inputs conditions fail, or hold.
#[must_use]
pub fn part(assessment: &Assessment, results: &[Discovery]) -> Part {
    let holds = results.first().is_some_and(|one| one.search.holds);
    let title = assessment.words.text(if holds { "discovery-part-holds" } else { "discovery-part-fails" });
    let json: Vec<Value> = results.iter().map(|one| json(assessment, one)).collect();
    let mut part = Part::new("discovery", &title, Value::Array(json));
    for (number, one) in results.iter().enumerate() {
        part.sentences.push(sentence(assessment, one));
        let Some(found) = &one.found else { continue };
        let id = DISCOVERY.numbered(number, results.len());
        if !found.restrictions.is_empty() {
            part.sentences.extend((number == 0).then(|| assessment.words.text("discovery-caution")));
            part.tables.push(table(assessment, found).titled(&one.condition.label));
            part.figures.push(figure::region(assessment, one, found, &id));
        }
        part.figures.extend(figure::trajectory(assessment, one, found, &id));
        part.files.push((format!("{id}.csv"), box_csv(assessment, found)));
        part.files.push((format!("{id}_trajectory.csv"), trajectory_csv(one)));
    }
    part
}

/// `fails`, or what else was looked for.
pub(super) fn verb(words: Words, one: &Discovery) -> String {
    words.text(if one.search.holds { "discovery-holds" } else { "discovery-fails" })
}

/// What one input has to be: `above 1,080 km`, `1,000 or 1,250 km`.
#[must_use]
pub fn limits(words: Words, input: &Input, restriction: &Restriction) -> String {
    if let Some(choices) = &restriction.choices {
        return choices_text(input, words, choices);
    }
    match (restriction.low, restriction.high) {
        (Some(low), Some(high)) => {
            let low = words.shown(input.unit.from_base(low));
            words.say("discovery-between", args![low = low, high = input.text_of(words, high)])
        }
        (Some(low), None) => words.say("discovery-above", args![low = input.text_of(words, low)]),
        (None, Some(high)) => words.say("discovery-below", args![high = input.text_of(words, high)]),
        (None, None) => words.text("discovery-anything"),
    }
}

/// The finding in a sentence that a decision-maker can use.
#[must_use]
pub fn sentence(assessment: &Assessment, one: &Discovery) -> String {
    let (words, label) = (assessment.words, &one.condition.label);
    let (verb, samples) = (verb(words, one), samples_text(words, one.count.samples));
    let Some(found) = &one.found else {
        let (key, few) = match (one.count.fails, one.count.samples - one.count.fails) {
            (0, _) => ("discovery-none", 0),
            (_, 0) => ("discovery-all", 0),
            (few, others) if few <= others => ("discovery-few", few),
            (_, few) => ("discovery-all-but-few", few),
        };
        let about = args![condition = label, verb = verb, samples = samples, few = few];
        let beside = super::standing::beside_condition(assessment, one.standing);
        return std::iter::once(words.say(key, about)).chain(beside).collect::<Vec<_>>().join(" ");
    };
    let of = |share: f64, samples: u64| share::inside(words, &Share::of_independent(share, samples));
    let share = of(one.count.density(), one.count.samples);
    if found.restrictions.is_empty() {
        return words.say("discovery-nowhere", args![condition = label, verb = verb, share = share, samples = samples]);
    }
    let with: Vec<String> = found
        .restrictions
        .iter()
        .map(|restriction| {
            let input = &assessment.calculation.inputs[restriction.input];
            format!("{} {}", words.inside(&input.label), limits(assessment.words, input, restriction))
        })
        .collect();
    let and = format!(" {} ", words.text("joined-by-and"));
    let about = args![
        condition = label,
        verb = verb,
        share = share,
        samples = samples,
        inputs = with.join(&and),
        density = of(found.point.density, found.inside(one.count)),
        coverage = of(found.point.coverage, one.count.fails),
    ];
    words.say("discovery-found", about)
}

/// The box: an input a row.
fn table(assessment: &Assessment, found: &DiscoveredBox) -> Table {
    let mut table = Table::headed(
        assessment.words,
        &["head-input", "discovery-head-inside", "discovery-head-range", "discovery-head-p"],
        &[3],
    );
    for restriction in &found.restrictions {
        let input = &assessment.calculation.inputs[restriction.input];
        table.push([
            input.label.clone(),
            limits(assessment.words, input, restriction),
            range_text(input, assessment.words).unwrap_or_default(),
            if restriction.p_value < 0.001 {
                assessment.words.digits("< 0.001".to_owned())
            } else {
                assessment.words.grouped(restriction.p_value, 3)
            },
        ]);
    }
    table
}

/// `{"condition", "label", "looking_for", "samples", "seed", "fails", "box": {input: {"low", "high", "unit", "p_value"}},
/// "coverage", "density", "coverage_ci", "density_ci", "trajectory"}`; `box` is null where the condition (nearly) always or
/// never fails. The intervals are Wilson's of independent samples: that the box was looked for in these they do not know.
#[must_use]
pub fn json(assessment: &Assessment, one: &Discovery) -> Value {
    let limits = |found: &DiscoveredBox| -> Map<String, Value> {
        let row = |restriction: &Restriction| {
            let input = &assessment.calculation.inputs[restriction.input];
            let text = |value: f64| input.unit.from_base(value);
            let mut row = json!({ "low": restriction.low.map(text), "high": restriction.high.map(text),
                "unit": input.unit.text(), "p_value": restriction.p_value });
            if let Some(choices) = &restriction.choices {
                row["choices"] = json!(choices.iter().copied().map(text).collect::<Vec<f64>>());
            }
            (input.id.clone(), row)
        };
        found.restrictions.iter().map(row).collect()
    };
    let steps = one.trajectory.iter().map(|point| {
        json!({ "coverage": point.coverage, "density": point.density, "mass": point.mass,
            "restricted": point.restricted })
    });
    let fails = if one.search.holds { one.count.samples - one.count.fails } else { one.count.fails };
    json!({ "condition": one.condition.text, "label": one.condition.label,
        "looking_for": verb(Words::default(), one), "samples": one.count.samples, "seed": one.settings.seed, "fails": fails,
        "standing": one.standing.name(),
        "box": one.found.as_ref().map(limits),
        "coverage": one.found.as_ref().map(|found| found.point.coverage),
        "density": one.found.as_ref().map(|found| found.point.density),
        "coverage_ci": one.found.as_ref().map(|found| Share::of_independent(found.point.coverage, one.count.fails).ci),
        "density_ci":
            one.found.as_ref().map(|found| Share::of_independent(found.point.density, found.inside(one.count)).ci),
        "trajectory": steps.collect::<Vec<Value>>() })
}

/// The box: `input,label,unit,low,high,choices,range_low,range_high,p_value`.
fn box_csv(assessment: &Assessment, found: &DiscoveredBox) -> String {
    let rows = found.restrictions.iter().map(|restriction| {
        let input = &assessment.calculation.inputs[restriction.input];
        let cell = |value: f64| plain(input.unit.from_base(value));
        let (low, high) = input.range.as_ref().map_or((f64::NAN, f64::NAN), Distribution::range);
        let choices = restriction.choices.iter().flatten().map(|choice| cell(*choice)).collect::<Vec<_>>();
        vec![
            input.id.clone(),
            input.label.clone(),
            input.unit.text().to_owned(),
            restriction.low.map(cell).unwrap_or_default(),
            restriction.high.map(cell).unwrap_or_default(),
            choices.join(" "),
            cell(low),
            cell(high),
            plain(restriction.p_value),
        ]
    });
    let header = ["input", "label", "unit", "low", "high", "choices", "range_low", "range_high", "p_value"];
    super::csv::write(&header, rows)
}

/// The boxes on the way: `step,coverage,density,mass,restricted`.
fn trajectory_csv(one: &Discovery) -> String {
    let rows = one.trajectory.iter().enumerate().map(|(step, point)| {
        let mut row = vec![step.to_string()];
        row.extend([point.coverage, point.density, point.mass].map(plain));
        row.push(point.restricted.to_string());
        row
    });
    super::csv::write(&["step", "coverage", "density", "mass", "restricted"], rows)
}
