//! What rules have been worth, as JSON and CSV, and as records to ship. What is here stays: later versions only add keys
//! and columns.

use crate::evidence::backtest::{Backtest, Interval, Rival, Track};
use crate::report::csv::columns;
use crate::report::json::value;
use serde::Serialize;
use serde_json::Value;
use std::fmt::Write as _;

#[derive(Serialize)]
struct Document<'a> {
    title: &'a str,
    counted: &'a str,
    cite: Option<&'a str>,
    sha256: Option<&'a str>,
    date: Option<&'a str>,
    rules: Vec<Row<'a>>,
}

/// A rule, `null` where nothing is scored.
#[derive(Serialize)]
struct Row<'a> {
    rule: &'a str,
    label: &'a str,
    data: &'a str,
    event: &'a str,
    expects: &'static str,
    beside: &'a [String],
    n: usize,
    groups: usize,
    events: usize,
    base_rate: Option<f64>,
    lacking: usize,
    brier: Option<f64>,
    brier_base: Option<f64>,
    skill: Option<f64>,
    skill_low: Option<f64>,
    skill_high: Option<f64>,
    log_score: Option<f64>,
    log_score_base: Option<f64>,
    auc: Option<f64>,
    auc_low: Option<f64>,
    auc_high: Option<f64>,
    auc_raw: Option<f64>,
    auc_raw_low: Option<f64>,
    auc_raw_high: Option<f64>,
    calibration_slope: Option<f64>,
    skill_in_sample: Option<f64>,
    auc_in_sample: Option<f64>,
    coefficient: Option<f64>,
    influential_group: Option<&'a str>,
    coefficient_without: Option<f64>,
    threshold: Option<f64>,
    event_expected: Option<&'static str>,
    hits: Option<f64>,
    hits_base: Option<f64>,
    gain: Option<f64>,
    gain_low: Option<f64>,
    gain_high: Option<f64>,
    expected: Option<usize>,
    false_alarms: Option<usize>,
    missed: Option<usize>,
    quiet: Option<usize>,
    unit: &'a str,
    quantiles: Option<&'a [f64]>,
    rivals: Vec<RivalRow<'a>>,
}

#[derive(Serialize)]
struct RivalRow<'a> {
    rival: &'a str,
    skill: f64,
    skill_low: f64,
    skill_high: f64,
    with: f64,
    adds: f64,
    adds_low: f64,
    adds_high: f64,
}

const HEADER: [&str; 41] = [
    "rule",
    "label",
    "data",
    "event",
    "expects",
    "n",
    "groups",
    "events",
    "base_rate",
    "lacking",
    "brier",
    "brier_base",
    "skill",
    "skill_low",
    "skill_high",
    "log_score",
    "log_score_base",
    "auc",
    "auc_low",
    "auc_high",
    "auc_raw",
    "auc_raw_low",
    "auc_raw_high",
    "calibration_slope",
    "skill_in_sample",
    "auc_in_sample",
    "coefficient",
    "influential_group",
    "coefficient_without",
    "threshold",
    "event_expected",
    "hits",
    "hits_base",
    "gain",
    "gain_low",
    "gain_high",
    "expected",
    "false_alarms",
    "missed",
    "quiet",
    "unit",
];

fn row(track: &Track) -> Row<'_> {
    let score = track.score.as_ref().ok();
    let fit = score.and_then(|score| score.fit.as_ref());
    let influence = fit.and_then(|fit| fit.influence.as_ref());
    let said = track.said.as_ref().map(|(_, _, said)| said);
    let side = |above: bool| if above { "above" } else { "below" };
    let sample = &track.sample;
    Row {
        rule: &track.id,
        label: &track.label,
        data: &track.data,
        event: &track.event,
        expects: if track.likelier { "likelier" } else { "rarer" },
        beside: &track.beside,
        n: sample.cases(),
        groups: sample.groups.len(),
        events: sample.events(),
        base_rate: Some(sample.base_rate()).filter(|rate| rate.is_finite()),
        lacking: track.lacking,
        brier: score.map(|score| score.brier),
        brier_base: score.map(|score| score.brier_base),
        skill: score.map(|score| score.skill.value),
        skill_low: score.map(|score| score.skill.low),
        skill_high: score.map(|score| score.skill.high),
        log_score: score.map(|score| score.log_score),
        log_score_base: score.map(|score| score.log_score_base),
        auc: score.map(|score| score.auc.value),
        auc_low: score.map(|score| score.auc.low),
        auc_high: score.map(|score| score.auc.high),
        auc_raw: score.map(|score| score.auc_raw.value),
        auc_raw_low: score.map(|score| score.auc_raw.low),
        auc_raw_high: score.map(|score| score.auc_raw.high),
        calibration_slope: score.and_then(|score| score.calibration_slope),
        skill_in_sample: fit.map(|fit| fit.skill_in_sample),
        auc_in_sample: fit.map(|fit| fit.auc_in_sample),
        coefficient: fit.map(|fit| fit.coefficient),
        influential_group: influence.map(|(group, _)| group.as_str()),
        coefficient_without: influence.map(|(_, moved)| *moved),
        threshold: track.said.as_ref().map(|(at, ..)| *at),
        event_expected: track.said.as_ref().map(|(_, above, _)| side(*above)),
        hits: said.map(|said| said.hits),
        hits_base: said.map(|said| said.hits_base),
        gain: said.map(|said| said.gain.value),
        gain_low: said.map(|said| said.gain.low),
        gain_high: said.map(|said| said.gain.high),
        expected: said.map(|said| said.expected),
        false_alarms: said.map(|said| said.false_alarms),
        missed: said.map(|said| said.missed),
        quiet: said.map(|said| said.quiet),
        unit: track.unit.text(),
        quantiles: track.support.as_ref().map(|support| support.quantiles.as_slice()),
        rivals: track.rivals.iter().map(rival).collect(),
    }
}

fn rival(rival: &Rival) -> RivalRow<'_> {
    RivalRow {
        rival: &rival.label,
        skill: rival.alone.skill.value,
        skill_low: rival.alone.skill.low,
        skill_high: rival.alone.skill.high,
        with: rival.with.skill.value,
        adds: rival.gain.value,
        adds_low: rival.gain.low,
        adds_high: rival.gain.high,
    }
}

/// The rules as JSON.
pub(super) fn json(backtest: &Backtest) -> Value {
    value(&Document {
        title: &backtest.title,
        counted: &backtest.counted,
        cite: backtest.cite.as_deref(),
        sha256: backtest.hash.as_deref(),
        date: backtest.date.as_deref(),
        rules: backtest.tracks.iter().map(row).collect(),
    })
}

/// The rules as CSV, one a row.
#[must_use]
pub fn csv(backtest: &Backtest) -> String {
    columns(&HEADER, backtest.tracks.iter().map(row))
}

/// The records of the rules that are those of sizing methods, in the words of `scenarios/data/records.toml`; `name` is
/// the case file as the command line names it.
#[must_use]
pub fn records(backtest: &Backtest, name: &str) -> String {
    let mut text = String::new();
    for track in backtest.tracks.iter().filter(|track| !track.methods.is_empty() || track.bands.is_some()) {
        // Writing to a text does not fail.
        let _ = record(&mut text, backtest, track, name);
    }
    text
}

fn record(text: &mut String, backtest: &Backtest, track: &Track, name: &str) -> std::fmt::Result {
    let quoted = |value: &str| format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "'"));
    let list = |values: &[String]| values.iter().map(|value| quoted(value)).collect::<Vec<_>>().join(", ");
    let interval = |found: &Interval| format!("[{:.4}, {:.4}, {:.4}]", found.value, found.low, found.high);
    let numbers = |values: &[f64]| values.iter().map(|value| significant(*value)).collect::<Vec<_>>().join(", ");
    writeln!(text, "[record.{}_{}]", name.replace('-', "_"), track.id)?;
    writeln!(text, "methods = [{}]", list(&track.methods))?;
    writeln!(text, "rule = {}", quoted(&track.id))?;
    writeln!(text, "label = {}", quoted(&track.label))?;
    writeln!(text, "data = {}", quoted(&track.data))?;
    writeln!(text, "counted = {}", quoted(&backtest.counted))?;
    writeln!(text, "event = {}", quoted(&track.event))?;
    writeln!(text, "expects = {}", quoted(if track.likelier { "likelier" } else { "rarer" }))?;
    let sample = &track.sample;
    writeln!(text, "cases = {}\ngroups = {}\nevents = {}", sample.cases(), sample.groups.len(), sample.events())?;
    if let Ok(score) = &track.score {
        writeln!(text, "skill = {}", interval(&score.skill))?;
        writeln!(text, "auc_raw = {}", interval(&score.auc_raw))?;
    }
    if let Some(rival) = track.better_rival() {
        writeln!(text, "rival = {}\nrival_skill = {}", quoted(&rival.label), interval(&rival.alone.skill))?;
    }
    if let Some(bands) = &track.bands {
        let list = |of: fn(&(usize, usize)) -> usize| {
            bands.counts.iter().map(|counts| of(counts).to_string()).collect::<Vec<_>>().join(", ")
        };
        writeln!(text, "bands = {}", quoted(&bands.record))?;
        writeln!(text, "band_events = [{}]\nband_cases = [{}]", list(|counts| counts.0), list(|counts| counts.1))?;
        writeln!(text, "in_sample = {}", interval(&bands.in_sample.skill))?;
    }
    if let Some(metric) = &track.shown_by {
        writeln!(text, "metric = {}\nunit = {}", quoted(metric), quoted(track.unit.text()))?;
    }
    if let Some(support) = &track.support {
        writeln!(text, "quantiles = [{}]", numbers(&support.quantiles))?;
        writeln!(text, "least = [{}]\ngreatest = [{}]", numbers(&support.least), numbers(&support.greatest))?;
    }
    let tables = if backtest.hash.is_some() { " --tables FOLDER" } else { "" };
    writeln!(text, "command = {}", quoted(&format!("forcesize backtest {name}{tables} --record")))?;
    for (key, value) in
        [("sha256", &backtest.hash), ("date", &backtest.date), ("cite", &backtest.cite), ("note", &backtest.note)]
    {
        if let Some(value) = value {
            writeln!(text, "{key} = {}", quoted(value))?;
        }
    }
    writeln!(text)
}

/// Six digits, which count cases as all of them would. Three decimals could be thousands: a fourth says that they are not.
fn significant(value: f64) -> String {
    if value == 0.0 {
        return "0".to_owned();
    }
    let rounded: f64 = format!("{value:.5e}").parse().unwrap_or(value);
    let text = rounded.to_string();
    if text.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3) { text + "0" } else { text }
}
