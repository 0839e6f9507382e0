//! Rules held against the cases of a file.

use super::bands::{InSample, counts, forecasts, in_sample};
use super::condition;
use super::measure::Interval;
use super::said::{Said, said};
use super::sample::{FEWEST_GROUPS, Redraws, Sample, TooFew};
use super::score::{Score, gain, score, score_given};
use super::support::Support;
use super::table::{Table, Valued, missions};
use crate::diagnostic::{Diagnostic, Diagnostics, Texts, did_you_mean};
use crate::evidence::mission::Mission;
use crate::model::Model;
use crate::quantity::unit::{Unit, Units};
use crate::scenario::{Band, CaseFile, Grid, Located, RuleEntry, SaidEntry, Text};

/// What the rules of a file of cases have been worth.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Backtest {
    /// What the cases are.
    pub title: String,
    /// The table's name in a few words.
    pub short: String,
    /// How to cite the table.
    pub cite: Option<String>,
    /// The SHA-256 of the table.
    pub hash: Option<String>,
    /// When it was downloaded.
    pub date: Option<String>,
    /// What a reader should know.
    pub note: Option<String>,
    /// What a case is.
    pub counted: String,
    /// The rules, in the order of the file.
    pub tracks: Vec<Track>,
}

/// What a rule has been worth.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Track {
    /// The rule's name in results.
    pub id: String,
    /// The metric, where it is one.
    pub metric: Option<String>,
    /// The rule's name for people.
    pub label: String,
    /// What the cases are called.
    pub data: String,
    /// What may have happened.
    pub event: String,
    /// The unit of its values.
    pub unit: Unit,
    /// Whether it expects the event to be likelier where the value is higher; otherwise rarer.
    pub likelier: bool,
    /// Names of the columns beside it in the forecast.
    pub beside: Vec<String>,
    /// Whether its name says already what stands beside it.
    pub is_labelled: bool,
    /// Rows that meet all conditions but lack a value or the outcome.
    pub lacking: usize,
    /// The cases with their outcomes.
    pub sample: Sample,
    /// The rule's value in each case.
    pub values: Vec<f64>,
    /// The cases' names.
    pub names: Vec<String>,
    /// The values that there were; absent without a case.
    pub support: Option<Support>,
    /// What it was worth.
    pub score: Result<Score, TooFew>,
    /// The rule as it is said, where it has a threshold: in the unit of its values, with whether it expects the event
    /// above it.
    pub said: Option<(f64, bool, Said)>,
    /// What it is compared with.
    pub rivals: Vec<Rival>,
    /// The shares of a record of outcomes, where they are the forecast.
    pub bands: Option<Banded>,
    /// The sizing methods that it is the rule of.
    pub methods: Vec<String>,
    /// The metric of a scenario that lies among its values.
    pub shown_by: Option<String>,
}

/// Shares that somebody published by bands of the rule's value.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Banded {
    /// The record of outcomes in the standard model.
    pub record: String,
    /// Events and cases here in each of its bands.
    pub counts: Vec<(usize, usize)>,
    /// What the shares are worth on the cases that they were counted from.
    pub in_sample: InSample,
}

/// What a rule is compared with, on the same cases.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Rival {
    /// Its name for people.
    pub label: String,
    /// What it was worth by itself.
    pub alone: Score,
    /// What both together were worth.
    pub with: Score,
    /// The skill that the rule adds to it.
    pub gain: Interval,
}

impl Track {
    /// The rival with more skill than the rule, the best first.
    #[must_use]
    pub fn better_rival(&self) -> Option<&Rival> {
        let own = self.score.as_ref().ok()?.skill.value;
        let better = self.rivals.iter().filter(|rival| rival.alone.skill.value > own);
        better.max_by(|a, b| a.alone.skill.value.total_cmp(&b.alone.skill.value))
    }
}

/// Holds the rules of a file of cases against them, and further ones of a command line in their place where there are
/// any; `rivals` are compared with each. Complaints are collected; `None` when one of them is an error.
#[must_use]
pub fn run(
    file: &CaseFile,
    rules: &[RuleEntry],
    past: &[Mission],
    draws: usize,
    texts: &mut Texts,
    diagnostics: &mut Diagnostics,
) -> Option<Backtest> {
    let before = diagnostics.counts().0;
    let of_missions = file.grid.is_none().then(|| missions(past, file));
    let empty = Grid::default();
    let grid: &Grid = file.grid.as_ref().or(of_missions.as_ref()).unwrap_or(&empty);
    let mut table = Table::new(file, grid, past, texts, diagnostics);
    // Once for all rules: what is wrong with them is said once.
    let outcome = condition::holds(&mut table.columns, &file.outcome, diagnostics);
    let group = groups(file, &file.group, true, &table, diagnostics);
    if let Some([first, rest @ ..]) = group.as_deref()
        && !rest.is_empty()
        && rest.iter().all(|other| other == first)
    {
        diagnostics.push(one_group(&file.group, first));
    }
    let mut names = vec![String::new(); grid.rows.len()];
    if let Some(name) = &file.name {
        for (row, cell) in table.columns.cells(name, diagnostics).unwrap_or_default().into_iter().enumerate() {
            names[row].clone_from(&cell.text);
        }
    }
    let usual = (outcome.as_deref(), group.as_deref());
    let of_rule = |rule: &RuleEntry| track(file, rule, usual, (&mut table, &names), draws, diagnostics);
    let tracks: Vec<Track> = rules.iter().filter_map(of_rule).collect();
    (diagnostics.counts().0 == before).then(|| Backtest {
        title: file.title.to_string(),
        short: file.short.as_ref().unwrap_or(&file.title).to_string(),
        cite: file.cite.as_deref().map(str::to_owned),
        hash: file.hash.clone(),
        date: file.date.as_deref().map(str::to_owned),
        note: file.note.as_deref().map(str::to_owned),
        counted: file.counted.as_deref().unwrap_or("cases").to_owned(),
        tracks,
    })
}

#[expect(clippy::too_many_lines, reason = "one step after the other, each of which needs those before")]
fn track(
    file: &CaseFile,
    rule: &RuleEntry,
    (outcome, group): (Option<&[Option<bool>]>, Option<&[String]>),
    (table, names): (&mut Table<'_>, &[String]),
    draws: usize,
    diagnostics: &mut Diagnostics,
) -> Option<Track> {
    let measured = match (&rule.metric, &rule.column) {
        (Some(metric), _) => table.metric(metric, diagnostics),
        (None, Some(column)) => {
            let values = table.columns.numbers(column, diagnostics);
            let label = label(file, column);
            values.map(|values| Valued { values, label, unit: Unit::one(), inputs: Vec::new() })
        }
        _ => None,
    };
    let mut columns = |list: &[Located<Text>]| -> Option<Vec<(String, Vec<f64>)>> {
        let read = |name: &Located<Text>| Some((label(file, name), table.columns.numbers(name, diagnostics)?));
        // All complaints of a rule in one run.
        let found: Vec<Option<(String, Vec<f64>)>> = list.iter().map(read).collect();
        found.into_iter().collect()
    };
    let beside = columns(&rule.beside);
    let rivals = columns(&rule.rivals);
    let met = table.met(&rule.conditions, diagnostics);
    let outcome = match &rule.outcome {
        Some(own) => condition::holds(&mut table.columns, own, diagnostics),
        None => outcome.map(<[Option<bool>]>::to_vec),
    };
    let groups = match &rule.group {
        Some(own) => groups(file, own, false, table, diagnostics),
        None => group.map(<[String]>::to_vec),
    };
    let (measured, beside, mut rivals, outcome, groups) = (measured?, beside?, rivals?, outcome?, groups?);
    let log = rule.scale.as_deref().map_or(rule.metric.is_some(), |scale| scale == "log");
    let scaled = |value: f64| match log {
        true if value > 0.0 => libm::log(value),
        true => f64::NAN,
        false => value,
    };
    // A metric's own inputs, each by itself.
    let has_own = measured.inputs.len() > 1 && beside.is_empty() && rule.bands.is_none();
    for (label, values) in measured.inputs.iter().filter(|_| has_own) {
        let logs = values.iter().map(|value| if *value > 0.0 { libm::log(*value) } else { f64::NAN });
        rivals.push((label.clone(), logs.collect()));
    }
    let is_case = |row: &usize| {
        outcome[*row].is_some()
            && scaled(measured.values[*row]).is_finite()
            && beside.iter().all(|(_, values)| values[*row].is_finite())
            && !groups[*row].is_empty()
    };
    let wanted: Vec<usize> = (0..met.len()).filter(|row| met[*row]).collect();
    let rows: Vec<usize> = wanted.iter().copied().filter(is_case).collect();
    let outcomes: Vec<bool> = rows.iter().map(|row| outcome[*row] == Some(true)).collect();
    let group_names: Vec<&str> = rows.iter().map(|row| groups[*row].as_str()).collect();
    let sample = Sample::new(&outcomes, &group_names);
    let of_rows = |values: &[f64]| -> Vec<f64> { rows.iter().map(|row| values[*row]).collect() };
    let values = of_rows(&measured.values);
    let own: Vec<f64> = values.iter().copied().map(scaled).collect();
    let redraws = Redraws::new(&sample, draws);
    let beside_rows: Vec<Vec<f64>> = beside.iter().map(|(_, values)| of_rows(values)).collect();
    let mut inputs: Vec<&[f64]> = vec![&own];
    inputs.extend(beside_rows.iter().map(Vec::as_slice));
    let raw: Vec<f64> = own.iter().map(|value| if rule.likelier { *value } else { -value }).collect();
    let bands = match &rule.bands {
        Some(name) => Some(record_of(name, diagnostics)?),
        None => None,
    };
    let score = match &bands {
        Some(bands) => score_given(&sample, forecasts(bands, &values), &raw, &redraws),
        None => score(&sample, &inputs, &raw, &redraws),
    };
    let bands = rule.bands.as_ref().zip(bands).map(|(name, bands)| Banded {
        record: name.value.to_string(),
        counts: counts(&bands, &values, &sample.outcomes),
        in_sample: in_sample(&bands),
    });
    let said = match &rule.said {
        Some(entry) if !rows.is_empty() => {
            Some(as_said(entry, &measured.unit, &values, &sample, &redraws, diagnostics)?)
        }
        _ => None,
    };
    let is_given = bands.is_some();
    let rivals = rivals.iter().filter(|_| !is_given).filter_map(|(label, values)| {
        let values = of_rows(values);
        rival(label, &[&values], &inputs, (&sample, &redraws))
    });
    let mut rivals: Vec<Rival> = rivals.collect();
    if let [_, others @ ..] = inputs.as_slice()
        && !others.is_empty()
    {
        // What stands beside it, without the rule.
        let label: Vec<&str> = beside.iter().map(|(label, _)| label.as_str()).collect();
        rivals.extend(rival(&label.join(", "), others, &inputs[..1], (&sample, &redraws)));
    }
    let own_name =
        rule.metric.as_ref().or(rule.column.as_ref()).map_or_else(String::new, |name| name.value.to_string());
    Some(Track {
        id: rule.id.as_ref().map_or_else(|| own_name.clone(), ToString::to_string),
        metric: rule.metric.as_ref().map(|_| own_name),
        label: rule.label.as_ref().map_or(measured.label, ToString::to_string),
        data: rule.data.as_ref().or(file.short.as_ref()).unwrap_or(&file.title).to_string(),
        event: rule.event.as_ref().unwrap_or(&file.event).to_string(),
        unit: measured.unit,
        likelier: rule.likelier,
        is_labelled: rule.label.is_some(),
        beside: beside.into_iter().map(|(label, _)| label).collect(),
        lacking: wanted.len() - rows.len(),
        bands,
        methods: rule.methods.iter().map(|method| method.value.to_string()).collect(),
        shown_by: rule.shown_by.as_deref().map(str::to_owned).or_else(|| own_metric(file, rule)),
        support: Support::new(&values),
        names: rows.iter().map(|row| names[*row].clone()).collect(),
        rivals,
        sample,
        values,
        score,
        said,
    })
}

/// The bands of a record of outcomes in the standard model.
fn record_of(name: &Located<Text>, diagnostics: &mut Diagnostics) -> Option<Vec<Band>> {
    let model = Model::standard(&mut Texts::default(), &mut Diagnostics::default());
    let found = model.entries.records.iter().find(|record| record.name.value == name.value);
    if found.is_none() {
        let known = model.entries.records.iter().map(|record| record.name.as_str());
        let help = did_you_mean(&name.value, known.clone())
            .unwrap_or_else(|| format!("the model has {}", known.collect::<Vec<_>>().join(", ")));
        let message = format!("no record is called `{}`", name.value);
        diagnostics.push(Diagnostic::error(message).at(name.span, "").help(help));
    }
    found.map(|record| record.bands.clone())
}

/// The rule's metric where it is one of the standard model.
fn own_metric(file: &CaseFile, rule: &RuleEntry) -> Option<String> {
    let metric = &rule.metric.as_ref()?.value;
    let is_own = file.metrics.iter().any(|own| own.name.value == *metric);
    (!is_own).then(|| metric.to_string())
}

/// A column's name for people.
fn label(file: &CaseFile, name: &Located<Text>) -> String {
    let own = file.columns.iter().find(|column| column.name.value == name.value);
    own.and_then(|column| column.label.as_ref()).unwrap_or(&name.value).to_string()
}

fn one_group(column: &Located<Text>, group: &str) -> Diagnostic {
    Diagnostic::warning(format!("all rows are of one group, `{group}`"))
        .message_id("warning-one-group")
        .with("group", group.to_owned())
        .at(column.span, "")
        .help(format!(
            "name a column that tells wars, theatres or countries apart: each is forecast from the others, {FEWEST_GROUPS} or more"
        ))
}

/// The name of each row's group.
fn groups(
    file: &CaseFile,
    group: &Located<Text>,
    usual: bool,
    table: &Table<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Vec<String>> {
    let keys = table.columns.cells(group, diagnostics)?;
    let labels = match &file.group_label {
        Some(name) if usual => table.columns.cells(name, diagnostics)?,
        _ => keys.clone(),
    };
    let first = |key: &str| keys.iter().position(|other| other.text == key);
    Some(keys.iter().map(|key| first(&key.text).map_or_else(String::new, |row| labels[row].text.clone())).collect())
}

fn as_said(
    entry: &SaidEntry,
    unit: &Unit,
    values: &[f64],
    sample: &Sample,
    redraws: &Redraws,
    diagnostics: &mut Diagnostics,
) -> Option<(f64, bool, Said)> {
    let at = entry.at.in_base(unit, &Units::default(), diagnostics)?;
    let at = unit.from_base(at);
    // A value that is the threshold but for its last bits is at it.
    let slack = 1e-9 * at.abs();
    let expects: Vec<bool> = values.iter().map(|value| (*value >= at - slack) == entry.above).collect();
    Some((at, entry.above, said(sample, &expects, redraws)))
}

/// A rival on the rule's cases, of one input or several; nothing where it lacks a value that the rule has, or nothing is
/// scored.
fn rival(label: &str, inputs: &[&[f64]], rule: &[&[f64]], (sample, redraws): (&Sample, &Redraws)) -> Option<Rival> {
    let raw = inputs.first()?;
    if inputs.iter().any(|values| values.iter().any(|value| !value.is_finite())) {
        return None;
    }
    let alone = score(sample, inputs, raw, redraws).ok()?;
    let both: Vec<&[f64]> = rule.iter().chain(inputs).copied().collect();
    let with = score(sample, &both, raw, redraws).ok()?;
    let gain = gain(sample, &with, &alone, redraws);
    Some(Rival { label: label.to_owned(), alone, with, gain })
}

/// Complains that there is nothing to hold against the cases.
#[must_use]
pub fn without_rules(file: &CaseFile) -> Diagnostic {
    Diagnostic::error("this file of cases has no rules")
        .at(file.outcome.span, "")
        .help("name a metric or a column: [[rule]], or --rule NAME on the command line")
}
