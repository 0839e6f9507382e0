//! The track record of a sizing method in a few words: what its own ratio was worth on cases, and whether a scenario lies
//! among them.

use super::text::{cases, shares};
use crate::args;
use crate::evidence::TrackRecord;
use crate::evidence::backtest::{Among, Support};
use crate::language::{Localizer, Value};
use crate::model::{Assessment, Method, MetricId};
use crate::report::table::Table;
use serde::Serialize;

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

/// A metric of a scenario among the cases of a method's record.
pub(in crate::report) struct Placed {
    metric: MetricId,
    record: &'static TrackRecord,
    support: &'static Support,
    /// Whether it is another ratio than the one whose worth is said.
    is_other: bool,
}

/// What there is to say of any value of a metric among cases.
#[derive(Serialize)]
pub(in crate::report) struct Outside {
    at: MetricId,
    /// The least and the greatest values of the cases, as far as a value beyond them is outside.
    least: &'static [f64],
    greatest: &'static [f64],
    /// What is said of a value so low, and of one so high, with a place for the number of cases.
    low: String,
    high: String,
}

impl Placed {
    /// What there is to say of any value, with a text in the place of the number of cases.
    pub fn outside(&self, words: Localizer, count: &str) -> Outside {
        let [least, greatest] = self.support.outer();
        let [low, high] = ["badge-low", "badge-high"].map(|key| self.text(words, key, count.into()));
        Outside { at: self.metric, least, greatest, low, high }
    }

    /// Where it lies in the central case, if that is outside.
    pub fn now(&self, assessment: &Assessment) -> String {
        let value = assessment.calculation.metrics[self.metric].shown_value();
        let words = assessment.words;
        match self.support.among(value) {
            Among::Low(count) if value.is_finite() => self.text(words, "badge-low", count.into()),
            Among::High(count) if value.is_finite() => self.text(words, "badge-high", count.into()),
            _ => String::new(),
        }
    }

    fn text(&self, words: Localizer, key: &str, count: Value<'_>) -> String {
        let all = cases(words, &self.record.counted, self.support.cases);
        let said = words.format(key, args![count = count, cases = all]);
        let label = words.inside(&self.record.label);
        let said = if self.is_other { words.format("badge-of", args![label = label, badge = said]) } else { said };
        words.format("badge-and", args![badge = "", support = said])
    }
}

/// Where a scenario stands by the first of a method's records that has a metric of it.
fn placed(assessment: &Assessment, method: &Method) -> Option<Placed> {
    records(method).enumerate().find_map(|(at, record)| {
        let metric = assessment.calculation.metric(record.metric.as_ref()?)?;
        Some(Placed { metric, record, support: record.support.as_ref()?, is_other: at > 0 })
    })
}

/// What some methods have been worth, in a sentence: each that was tested by its name, with what is said of where the
/// scenario lies; the others together.
#[must_use]
pub(in crate::report) fn tested(
    assessment: &Assessment,
    methods: &[&Method],
    mut lies: impl FnMut(Placed) -> String,
) -> Option<String> {
    let words = assessment.words;
    let (mut parts, mut untested) = (Vec::new(), 0);
    for method in methods {
        let Some(record) = records(method).next() else {
            untested += 1;
            continue;
        };
        let badge = worth(words, record) + &placed(assessment, method).map(&mut lies).unwrap_or_default();
        parts.push(words.format("badge-of", args![label = &method.label, badge = badge]));
    }
    match (parts.is_empty(), untested) {
        (_, 0) => {}
        (true, 1) => parts.push(words.text("badge-never")),
        (true, count) => parts.push(words.format("answer-none-tested", args![count = count])),
        (false, count) => parts.push(words.format("answer-others-untested", args![count = count])),
    }
    (!parts.is_empty()).then(|| words.format("answer-tested", args![badges = words.list(&parts)]))
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
