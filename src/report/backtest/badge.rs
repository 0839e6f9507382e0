//! The track record of a sizing method in a few words: what its own ratio was worth on cases, and whether a scenario lies
//! among them.

use super::text::{cases, shares};
use crate::args;
use crate::evidence::TrackRecord;
use crate::evidence::backtest::Among;
use crate::language::Localizer;
use crate::model::{Assessment, Method};
use crate::report::table::Table;

/// The records of a method's own ratio, but for those of shares by bands, which stand beside their table.
fn records(method: &Method) -> impl Iterator<Item = &'static TrackRecord> + use<'_> {
    let all = TrackRecord::standard().iter();
    all.filter(|record| record.bands.is_none() && record.methods.contains(&method.id))
}

/// The badge of a method: of several records each.
#[must_use]
pub(in crate::report) fn badges(assessment: &Assessment, method: &Method) -> Vec<String> {
    let words = assessment.words;
    let all: Vec<&TrackRecord> = records(method).collect();
    let badge = |record: &&TrackRecord| {
        let badge = worth(words, record);
        let badge = match support(assessment, record) {
            Some(support) => words.format("badge-and", args![badge = badge, support = support]),
            None => badge,
        };
        // Of one record it is clear which is meant.
        if all.len() == 1 {
            badge
        } else {
            words.format("badge-of", args![label = words.pair(&record.label, &record.data), badge = badge])
        }
    };
    let found: Vec<String> = all.iter().map(badge).collect();
    if found.is_empty() { vec![words.text("badge-never")] } else { found }
}

/// How a method's own ratio stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::report) enum TrackStanding {
    /// It was never tested.
    Never,
    /// On too few cases to say anything.
    TooFew,
    /// Its skill, in words.
    Skill(String),
}

/// How the first record of a method stands.
#[must_use]
pub(in crate::report) fn standing(words: Localizer, method: &Method) -> TrackStanding {
    match records(method).next() {
        None => TrackStanding::Never,
        Some(record) if record.skill.is_none() => TrackStanding::TooFew,
        Some(record) => TrackStanding::Skill(worth(words, record)),
    }
}

fn worth(words: Localizer, record: &TrackRecord) -> String {
    let cases = cases(words, &record.counted, record.cases);
    match (&record.skill, &record.rival) {
        (Some(skill), Some((rival, _))) => {
            let rival = words.inside(rival);
            words.format("badge-rival", args![cases = cases, skill = shares(words, skill), rival = rival])
        }
        (Some(skill), None) => words.format("badge-skill", args![cases = cases, skill = shares(words, skill)]),
        (None, _) if record.events == 0 => words.format("badge-no-failure", args![cases = cases]),
        (None, _) => words.format("badge-few", args![cases = cases, events = record.events]),
    }
}

/// Where the scenario lies among the record's values.
fn support(assessment: &Assessment, record: &TrackRecord) -> Option<String> {
    let words = assessment.words;
    let metric = assessment.calculation.metric(record.metric.as_ref()?)?;
    let value = assessment.calculation.metrics[metric].shown_value();
    let support = record.support.as_ref().filter(|_| value.is_finite())?;
    let all = cases(words, &record.counted, support.cases);
    Some(match support.among(value) {
        Among::Inside => words.text("badge-inside"),
        Among::Low(count) => words.format("badge-low", args![count = count, cases = all]),
        Among::High(count) => words.format("badge-high", args![count = count, cases = all]),
    })
}

/// Each method of some with its track record: a row for each table that its own ratio was scored on.
#[must_use]
pub(in crate::report) fn badge_table<'a>(
    assessment: &'a Assessment,
    methods: impl Iterator<Item = &'a Method>,
) -> Table {
    let words = assessment.words;
    let heads = ["sizing-head-method", "badge-head-of", "badge-head", "badge-head-here"];
    let mut table = Table::headed(words, &heads, &[]);
    for method in methods {
        let mut name = method.label.clone();
        for record in records(method) {
            let of = words.pair(&record.label, &record.data);
            let here = support(assessment, record).unwrap_or_default();
            table.push([std::mem::take(&mut name), of, worth(words, record), here]);
        }
        if !name.is_empty() {
            table.push([name, String::new(), words.text("badge-never"), String::new()]);
        }
    }
    table.titled(words.text("badge-care"))
}
