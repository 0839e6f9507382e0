//! Sizing methods and published estimates as tables, sentences, JSON and CSV. What is here stays: later versions only
//! add keys and columns.

use super::part::Part;
use super::table::Table;
use crate::analysis::sizing::{MethodComparison, MissingReason, Requirement, Sizing};
use crate::args;
use crate::language::Words;
use crate::model::own_name::{ESTIMATES, SIZING};
use crate::model::{Assessment, Estimate, Record};
use crate::quantity::number::plain;
use crate::report::wording::Wording;
use serde_json::{Map, Value, json};

/// The part of a report that holds the methods beside each other.
#[must_use]
pub fn part(assessment: &Assessment, sizing: &Sizing) -> Part {
    let mut files = vec![(SIZING.csv(), methods_csv(assessment, sizing))];
    if !sizing.estimates.is_empty() {
        files.push((ESTIMATES.csv(), estimates_csv(assessment, sizing)));
    }
    let figures = super::figure::methods(assessment, sizing).into_iter();
    let figures = figures.chain(super::figure::estimates(assessment)).collect();
    Part {
        tables: tables(assessment, sizing),
        sentences: sentences(assessment, sizing),
        files,
        figures,
        ..Part::new("sizing", &assessment.words.text("sizing-title"), json(assessment, sizing))
    }
}

/// Whether there is anything to hold beside anything.
#[must_use]
pub fn says_something(sizing: &Sizing) -> bool {
    !sizing.estimates.is_empty() || sizing.requirements.iter().any(|requirement| requirement.personnel.is_ok())
}

fn tables(assessment: &Assessment, sizing: &Sizing) -> Vec<Table> {
    let mut tables = vec![methods(assessment, sizing)];
    let without = without(assessment, sizing);
    tables.extend((!without.rows.is_empty()).then_some(without));
    let critics = critics(assessment, sizing);
    tables.extend((!critics.rows.is_empty()).then_some(critics));
    let available = sizing.requirements.iter().filter(|requirement| requirement.personnel.is_ok());
    let records = available.filter_map(|requirement| assessment.roles.methods[requirement.method].record.as_ref());
    tables.extend(records.map(|record| record_table(assessment, record)));
    if !sizing.estimates.is_empty() {
        tables.extend([estimates(assessment, sizing), reasons(assessment)]);
    }
    tables
}

fn signed(words: Words, value: f64) -> String {
    let shown = words.shown(value);
    if value > 0.0 { format!("+{shown}") } else { shown }
}

fn answer(words: Words, applies: Option<bool>) -> String {
    match applies {
        Some(true) => words.text("sizing-yes"),
        Some(false) => words.text("sizing-no"),
        None => words.text("sizing-purpose-not-stated"),
    }
}

/// The purpose as it stands in a sentence.
fn purpose(assessment: &Assessment) -> Option<String> {
    assessment.purpose.as_deref().map(|purpose| assessment.words.choice("purpose", purpose))
}

/// Method, low, central, high, margin of the proposed force, whether it is meant for the purpose and why.
fn methods(assessment: &Assessment, sizing: &Sizing) -> Table {
    let words = assessment.words;
    let heads =
        ["sizing-head-method", "sizing-head-low", "sizing-head-central", "sizing-head-high", "sizing-head-margin"];
    let mut table = Table::headed(words, &heads, &[1, 2, 3, 4]);
    table.header.push(match purpose(assessment) {
        Some(purpose) => words.say("sizing-head-for", args![purpose = purpose]),
        None => words.text("sizing-head-meant"),
    });
    for requirement in &sizing.requirements {
        let Ok(range) = &requirement.personnel else { continue };
        let method = &assessment.roles.methods[requirement.method];
        table.push([
            method.label.clone(),
            words.shown(range.low),
            words.shown(range.central),
            words.shown(range.high),
            requirement.margin.map_or_else(String::new, |margin| signed(words, margin)),
            format!("{}. {}", answer(words, requirement.applies), method.why),
        ]);
    }
    let mut caption = words.text("sizing-caption");
    if let Some(force) = proposed(assessment) {
        caption = format!("{caption} {}", words.say("sizing-caption-margin", args![force = force]));
    }
    table.titled(caption)
}

/// The methods without a number, and what they need.
fn without(assessment: &Assessment, sizing: &Sizing) -> Table {
    let mut table = Table::headed(assessment.words, &["sizing-head-without", "sizing-head-needs"], &[]);
    for requirement in &sizing.requirements {
        if let Err(lack) = &requirement.personnel {
            table.push([assessment.roles.methods[requirement.method].label.clone(), needs(assessment.words, lack)]);
        }
    }
    table
}

fn needs(words: Words, lack: &MissingReason) -> String {
    match lack {
        MissingReason::Inputs(needs) => words.say("sizing-needs", args![inputs = needs.join(", ")]),
        MissingReason::Undefined => words.text("sizing-undefined"),
    }
}

fn critics(assessment: &Assessment, sizing: &Sizing) -> Table {
    let heads = ["sizing-head-method", "sizing-head-critics", "sizing-head-after"];
    let mut table = Table::headed(assessment.words, &heads, &[]);
    for requirement in sizing.requirements.iter().filter(|requirement| requirement.personnel.is_ok()) {
        let method = &assessment.roles.methods[requirement.method];
        if let Some(caveat) = &method.caveat {
            table.push([method.label.clone(), caveat.clone(), method.sources.join(", ")]);
        }
    }
    table
}

/// The band that a value falls into; between two bands the lower one.
fn band(record: &Record, value: f64) -> Option<usize> {
    let last = record.bands.last()?;
    let below = record.bands.iter().take_while(|band| band.low <= value).count();
    (value <= last.high).then(|| below.checked_sub(1)).flatten()
}

fn record_table(assessment: &Assessment, record: &Record) -> Table {
    let words = assessment.words;
    let heads = ["sizing-head-ratio", "sizing-head-cases", "sizing-head-share", "sizing-head-here"];
    let mut table = Table::headed(words, &heads, &[1, 2]);
    let here = record.of.map(|metric| &assessment.calculation.metrics[metric]);
    let at = here.and_then(|metric| band(record, metric.shown_value()));
    for (position, band) in record.bands.iter().enumerate() {
        let [low, high] = [band.low, band.high].map(|ratio| words.grouped(ratio, 2));
        let ends = if band.low < band.high { words.between(&low, &high) } else { low };
        let mark = here.filter(|_| at == Some(position)).map_or_else(String::new, |metric| {
            words.say("sizing-named", args![name = &metric.label, value = words.shown(metric.shown_value())])
        });
        table.push([ends, words.shown(band.cases), format!("{} %", words.shown(100.0 * band.share)), mark]);
    }
    let keys = record.sources.join(", ");
    table.titled(words.say("sizing-record", args![title = &record.title, says = &record.says, sources = keys]))
}

fn proposed(assessment: &Assessment) -> Option<String> {
    assessment.roles.proposal.force.map(|force| assessment.calculation.inputs[force].value_text(assessment.words))
}

/// Who and when, number, what the estimate itself names, its densities, the nearest method.
fn estimates(assessment: &Assessment, sizing: &Sizing) -> Table {
    let densities = assessment.roles.proposal.densities.iter().map(|metric| &assessment.calculation.metrics[*metric]);
    let heads: Vec<String> =
        densities.clone().map(|metric| capitalised(&assessment.words.unit(&metric.unit))).collect();
    let words = assessment.words;
    let right: Vec<usize> = (1..3 + heads.len()).collect();
    let mut table = Table::headed(words, &["sizing-head-who-when", "sizing-personnel", "sizing-head-range"], &right);
    table.header.extend(heads);
    table.header.extend([words.text("sizing-head-on"), words.text("sizing-head-nearest")]);
    for beside in &sizing.estimates {
        let estimate = &assessment.roles.estimates[beside.estimate];
        let mut row = vec![
            estimate.date.as_ref().map_or_else(|| estimate.who.clone(), |date| format!("{}, {date}", estimate.who)),
            words.shown(estimate.value),
            estimate.range.map_or_else(String::new, |(low, high)| words.between(&words.shown(low), &words.shown(high))),
        ];
        row.extend(
            beside.densities.iter().zip(densities.clone()).map(|(value, metric)| {
                value.map_or_else(String::new, |value| words.shown(metric.unit.from_base(value)))
            }),
        );
        row.extend([ground(assessment, estimate), nearest(assessment, sizing, beside)]);
        table.push(row);
    }
    table.titled(words.text("sizing-estimates-caption"))
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn nearest(assessment: &Assessment, sizing: &Sizing, beside: &MethodComparison) -> String {
    let Some(requirement) = beside.nearest.and_then(|position| sizing.requirements.get(position)) else {
        return String::new();
    };
    assessment.roles.methods[requirement.method].label.clone()
}

/// Where the estimate is for, and the inputs that it names.
fn ground(assessment: &Assessment, estimate: &Estimate) -> String {
    let named = estimate.with.iter().filter_map(|(name, value)| {
        let input = &assessment.calculation.inputs[assessment.calculation.input(name)?];
        Some(input.text_of(assessment.words, *value))
    });
    estimate.elsewhere.iter().cloned().chain(named).collect::<Vec<_>>().join("; ")
}

/// What each estimate is for, and where it was read.
fn reasons(assessment: &Assessment) -> Table {
    let mut table =
        Table::headed(assessment.words, &["sizing-head-who", "sizing-head-purpose", "sizing-head-read"], &[]);
    for estimate in &assessment.roles.estimates {
        let about = estimate.purpose.iter().chain(&estimate.note).map(|text| text.trim_end_matches('.').to_owned());
        let about: Vec<String> = about.collect();
        table.push([estimate.who.clone(), about.join(". "), read_in(assessment, estimate)]);
    }
    table
}

fn read_in(assessment: &Assessment, estimate: &Estimate) -> String {
    let read = estimate.sources.iter().map(|key| {
        let seen = assessment.source(key).and_then(|source| source.fields.iter().find(|(name, _)| *name == "seen"));
        match seen.map(|(_, text)| text).filter(|seen| *seen != "full") {
            Some(seen) => format!("{key} ({})", assessment.words.choice("seen", seen)),
            None => key.clone(),
        }
    });
    read.collect::<Vec<_>>().join(", ")
}

/// Sentences: what is meant for the purpose, what the others are, which methods have no number.
fn sentences(assessment: &Assessment, sizing: &Sizing) -> Vec<String> {
    let words = assessment.words;
    let number = |requirement: &&Requirement| {
        let range = requirement.personnel.as_ref().ok()?;
        let name = &assessment.roles.methods[requirement.method].label;
        let central = words.shown(range.central);
        if range.low >= range.high {
            return Some(words.say("sizing-number", args![name = name, value = central]));
        }
        let value = format!("{central} ({})", words.between(&words.shown(range.low), &words.shown(range.high)));
        Some(words.say("sizing-number", args![name = name, value = value]))
    };
    let of = |applies: Option<bool>| -> Vec<String> {
        let wanted = sizing.requirements.iter().filter(|requirement| requirement.applies == applies);
        wanted.filter_map(|requirement| number(&requirement)).collect()
    };
    let mut lines = Vec::new();
    lines.push(match (purpose(assessment), of(Some(true))) {
        (None, _) => words.text("sizing-no-purpose"),
        (Some(purpose), meant) if meant.is_empty() => words.say("sizing-none-meant", args![purpose = purpose]),
        (Some(purpose), meant) => words.say("sizing-meant", args![purpose = purpose, methods = words.list(&meant)]),
    });
    let force = sizing.proposed.zip(proposed(assessment));
    let meant = sizing.requirements.iter().filter(|requirement| requirement.applies == Some(true));
    let margins: Vec<f64> = meant.filter_map(|requirement| requirement.margin).collect();
    if let Some((_, force)) = force.filter(|_| !margins.is_empty()) {
        let (met, all) = (margins.iter().filter(|margin| **margin >= 0.0).count(), margins.len());
        lines.push(words.say("sizing-reaches", args![force = force, met = met, all = all]));
    }
    let lacking = sizing.requirements.iter().filter(|requirement| requirement.personnel.is_err());
    let lacking: Vec<&str> =
        lacking.map(|requirement| assessment.roles.methods[requirement.method].label.as_str()).collect();
    if !lacking.is_empty() {
        lines.push(words.say("sizing-lacking", args![methods = words.list(&lacking)]));
    }
    lines
}

fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

/// `{"proposed", "methods": [{"id", "label", "low", "central", "high", "applies", "why", "margin", "shortfall"}],
/// "estimates": [{"id", "who", "date", "value", "low", "high", "densities", "nearest"}]}`, all in personnel. A method
/// without a number has `null` for its numbers and says what it `needs`; `applies` is `null` without a purpose.
fn json(assessment: &Assessment, sizing: &Sizing) -> Value {
    let methods = sizing.requirements.iter().map(|requirement| {
        let method = &assessment.roles.methods[requirement.method];
        let range = requirement.personnel.as_ref().ok();
        let mut row = json!({
            "id": method.id, "label": method.label, "low": range.map(|range| range.low),
            "central": range.map(|range| range.central), "high": range.map(|range| range.high),
            "applies": requirement.applies, "why": method.why, "margin": requirement.margin,
            "shortfall": requirement.shortfall, "caveat": method.caveat,
        });
        if let Err(lack) = &requirement.personnel {
            row["needs"] = match lack {
                MissingReason::Inputs(needs) => json!(needs),
                MissingReason::Undefined => json!([]),
            };
        }
        row
    });
    let estimates = sizing.estimates.iter().map(|beside| {
        let estimate = &assessment.roles.estimates[beside.estimate];
        let metrics = assessment.roles.proposal.densities.iter().map(|metric| &assessment.calculation.metrics[*metric]);
        let densities: Map<String, Value> = metrics
            .zip(&beside.densities)
            .map(|(metric, value)| {
                let value = value.map(|value| metric.unit.from_base(value));
                (metric.id.clone(), json!({ "value": value, "unit": metric.unit.text() }))
            })
            .collect();
        let nearest = beside.nearest.and_then(|position| sizing.requirements.get(position));
        json!({
            "id": estimate.id, "who": estimate.who, "date": estimate.date, "value": estimate.value,
            "low": estimate.range.map(|range| range.0), "high": estimate.range.map(|range| range.1),
            "elsewhere": estimate.elsewhere, "for": estimate.purpose, "densities": densities,
            "nearest": nearest.map(|requirement| assessment.roles.methods[requirement.method].id.as_str()),
            "sources": estimate.sources, "note": estimate.note,
        })
    });
    json!({
        "scenario": assessment.name, "purpose": assessment.purpose, "proposed": sizing.proposed.and_then(finite),
        "methods": methods.collect::<Vec<_>>(), "estimates": estimates.collect::<Vec<_>>(),
    })
}

fn cell(value: Option<f64>) -> String {
    value.and_then(finite).map_or_else(String::new, plain)
}

/// `id,label,low,central,high,applies,margin,shortfall,needs`, in personnel.
#[must_use]
pub fn methods_csv(assessment: &Assessment, sizing: &Sizing) -> String {
    let rows = sizing.requirements.iter().map(|requirement| {
        let method = &assessment.roles.methods[requirement.method];
        let range = requirement.personnel.as_ref().ok();
        vec![
            method.id.clone(),
            method.label.clone(),
            cell(range.map(|range| range.low)),
            cell(range.map(|range| range.central)),
            cell(range.map(|range| range.high)),
            requirement.applies.map_or_else(String::new, |applies| applies.to_string()),
            cell(requirement.margin),
            cell(requirement.shortfall),
            match &requirement.personnel {
                Err(MissingReason::Inputs(needs)) => needs.join(" "),
                _ => String::new(),
            },
        ]
    });
    super::csv::write(&["id", "label", "low", "central", "high", "applies", "margin", "shortfall", "needs"], rows)
}

/// `id,who,date,year,value,low,high,elsewhere`, a column for each density in its unit, `nearest,sources`.
fn estimates_csv(assessment: &Assessment, sizing: &Sizing) -> String {
    let metrics: Vec<_> =
        assessment.roles.proposal.densities.iter().map(|metric| &assessment.calculation.metrics[*metric]).collect();
    let mut header = vec!["id", "who", "date", "year", "value", "low", "high", "elsewhere"];
    header.extend(metrics.iter().map(|metric| metric.id.as_str()));
    header.extend(["nearest", "sources"]);
    let rows = sizing.estimates.iter().map(|beside| {
        let estimate = &assessment.roles.estimates[beside.estimate];
        let mut row = vec![
            estimate.id.clone(),
            estimate.who.clone(),
            estimate.date.clone().unwrap_or_default(),
            cell(estimate.year),
            cell(Some(estimate.value)),
            cell(estimate.range.map(|range| range.0)),
            cell(estimate.range.map(|range| range.1)),
            estimate.elsewhere.clone().unwrap_or_default(),
        ];
        let densities = metrics.iter().zip(&beside.densities);
        row.extend(densities.map(|(metric, value)| cell(value.map(|value| metric.unit.from_base(value)))));
        let nearest = beside.nearest.and_then(|position| sizing.requirements.get(position));
        row.push(nearest.map_or_else(String::new, |found| assessment.roles.methods[found.method].id.clone()));
        row.push(estimate.sources.join(" "));
        row
    });
    super::csv::write(&header, rows)
}
