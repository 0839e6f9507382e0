//! Sizing methods and published estimates in words: tables and sentences.

use super::verdict::{counted, line, neighbours, spans, verdict};
use crate::analysis::outcomes::Outcomes;
use crate::analysis::sizing::{MethodComparison, MissingReason, Sizing};
use crate::args;
use crate::evidence::TrackRecord;
use crate::language::Localizer;
use crate::model::{Assessment, Estimate, Record};
use crate::report::backtest::{badge_table, cases as backtest_cases, shares};
use crate::report::sampling::how_drawn;
use crate::report::table::Table;
use crate::report::wording::{Wording, between, extremes_text};
use crate::scenario::Band;
use crate::uncertainty::confidence::Share;

pub(super) fn tables(assessment: &Assessment, sizing: &Sizing) -> Vec<Table> {
    let mut tables = vec![methods(assessment, sizing)];
    let without = without(assessment, sizing);
    tables.extend((!without.rows.is_empty()).then_some(without));
    let critics = critics(assessment, sizing);
    tables.extend((!critics.rows.is_empty()).then_some(critics));
    let methods = sizing.requirements.iter().filter(|requirement| requirement.personnel.is_ok());
    let methods = methods.map(|requirement| &assessment.roles.methods[requirement.method]);
    let badges = badge_table(assessment, methods);
    tables.extend((!badges.rows.is_empty()).then_some(badges));
    let available = sizing.requirements.iter().filter(|requirement| requirement.personnel.is_ok());
    let records = available.filter_map(|requirement| {
        let record = assessment.roles.methods[requirement.method].record.as_ref();
        record.zip(requirement.outcomes.as_ref())
    });
    tables.extend(records.map(|(record, found)| record_table(assessment, record, found)));
    if !sizing.estimates.is_empty() {
        tables.extend([estimates(assessment, sizing), reasons(assessment)]);
    }
    tables
}

pub(super) fn answer(words: Localizer, applies: Option<bool>) -> String {
    match applies {
        Some(true) => words.text("sizing-yes"),
        Some(false) => words.text("sizing-no"),
        None => words.text("sizing-purpose-not-stated"),
    }
}

/// The purpose as it stands in a sentence.
pub(in crate::report) fn purpose(assessment: &Assessment) -> Option<String> {
    assessment.purpose.map(|purpose| assessment.words.choice("purpose", purpose.word()))
}

/// Method, number, range, spans over levers where there are any, the forces it counts where these are others than the proposed one, the verdict, whether it is
/// meant for the purpose and why.
pub(super) fn methods(assessment: &Assessment, sizing: &Sizing) -> Table {
    let words = assessment.words;
    let heads =
        ["sizing-head-method", "sizing-head-central", "head-percentiles", "sizing-head-counted", "sizing-head-verdict"];
    let mut table = Table::headed(words, &heads, &[1, 2]);
    let has_spans = sizing.requirements.iter().any(|requirement| !requirement.spans.is_empty());
    if has_spans {
        table.header.insert(3, words.text("sizing-head-spans"));
    }
    table.header.push(match purpose(assessment) {
        Some(purpose) => words.format("sizing-head-for", args![purpose = purpose]),
        None => words.text("sizing-head-meant"),
    });
    for requirement in &sizing.requirements {
        let Ok(found) = &requirement.personnel else { continue };
        let method = &assessment.roles.methods[requirement.method];
        let mut row = vec![
            method.label.clone(),
            words.shown(found.central),
            found.range.map_or_else(String::new, |ends| between(words, ends)),
        ];
        row.extend(has_spans.then(|| words.list(&spans(assessment, requirement))));
        row.extend([
            counted(assessment, requirement).unwrap_or_default(),
            verdict(words, method, requirement).unwrap_or_default(),
            format!("{}. {}", answer(words, requirement.applies), method.why),
        ]);
        table.push(row);
    }
    table.optional = vec![5, 3];
    let mut caption = words.text("sizing-caption");
    if let Some(force) = proposed(assessment) {
        caption = format!("{caption} {}", words.format("sizing-caption-compared", args![force = force]));
    }
    if let Some(how) = how_drawn(assessment) {
        caption = format!("{caption} {how}");
    }
    table.titled(caption)
}

/// The smallest and the largest number of each method over the declared ranges of all inputs.
#[must_use]
pub fn ends(assessment: &Assessment, sizing: &Sizing) -> Table {
    let words = assessment.words;
    let heads = ["sizing-head-method", "sizing-head-low", "sizing-head-central", "sizing-head-high"];
    let mut table = Table::headed(words, &heads, &[1, 2, 3]);
    for requirement in &sizing.requirements {
        let Ok(found) = &requirement.personnel else { continue };
        let [low, high] = extremes_text(words, &found.ends, |end| end);
        table.push([assessment.roles.methods[requirement.method].label.clone(), low, words.shown(found.central), high]);
    }
    table.titled(words.text("sizing-ends-caption"))
}

/// The methods without a number, and what they need.
pub(super) fn without(assessment: &Assessment, sizing: &Sizing) -> Table {
    let mut table = Table::headed(assessment.words, &["sizing-head-without", "sizing-head-needs"], &[]);
    for requirement in &sizing.requirements {
        if let Err(lack) = &requirement.personnel {
            table.push([assessment.roles.methods[requirement.method].label.clone(), needs(assessment.words, lack)]);
        }
    }
    table
}

pub(super) fn needs(words: Localizer, lack: &MissingReason) -> String {
    match lack {
        MissingReason::Inputs(needs) => words.format("sizing-needs", args![inputs = needs.join(", ")]),
        MissingReason::Undefined => words.text("sizing-undefined"),
    }
}

pub(super) fn critics(assessment: &Assessment, sizing: &Sizing) -> Table {
    let heads = ["sizing-head-method", "sizing-head-critics", "sizing-head-after"];
    let mut table = Table::headed(assessment.words, &heads, &[]);
    for requirement in sizing.requirements.iter().filter(|requirement| requirement.personnel.is_ok()) {
        let method = &assessment.roles.methods[requirement.method];
        if let Some(caveat) = &method.caveat {
            table.push([method.label.clone(), caveat.clone(), assessment.cited(&method.sources)]);
        }
    }
    table
}

/// The record's bands with their shares; a mark only for ratios of the record's own kind.
pub(super) fn record_table(assessment: &Assessment, record: &Record, found: &Outcomes) -> Table {
    let words = assessment.words;
    let heads = ["sizing-head-ratio", "sizing-head-cases", "sizing-head-share", "sizing-head-interval"];
    let mut table = Table::headed(words, &heads, &[2, 3]);
    let beside = TrackRecord::standard().iter().find_map(|other| {
        let (name, counts, in_sample) = other.bands.as_ref()?;
        (*name == record.id).then_some((other, counts, in_sample))
    });
    if let Some((other, ..)) = beside {
        table.header.push(words.format("sizing-head-beside", args![data = &other.data]));
    }
    if !record.of.is_empty() {
        table.header.push(words.text("sizing-head-here"));
    }
    for (position, (band, outcome)) in record.bands.iter().zip(&found.bands).enumerate() {
        let cases = words.shown(band.cases);
        let cases =
            if band.by_subtraction { words.format("sizing-by-subtraction", args![cases = cases]) } else { cases };
        let (low, high) = outcome.share.ci;
        let interval = words.between(&per_cent(words, low), &per_cent(words, high));
        let mut row = vec![ratios(words, band), cases, per_cent(words, band.share), interval];
        row.extend(beside.map(|(_, counts, _)| in_other(words, counts.get(position).copied().unwrap_or_default())));
        if !record.of.is_empty() {
            let here = outcome.here.iter().map(|metric| {
                let metric = &assessment.calculation.metrics[*metric];
                words.format("sizing-named", args![name = &metric.label, value = words.shown(metric.shown_value())])
            });
            row.push(here.collect::<Vec<_>>().join("; "));
        }
        table.push(row);
    }
    let keys = assessment.cited(&record.sources);
    let about = args![title = &record.title, says = &record.says, counting = &record.counting, sources = keys];
    let mut caption = vec![words.format("sizing-record", about)];
    if let Some((other, _, in_sample)) = beside
        && let Some(skill) = other.skill.as_ref().filter(|skill| skill.low <= 0.0)
    {
        let about = args![
            cases = backtest_cases(words, &other.counted, other.cases),
            data = &other.data,
            skill = shares(words, skill),
            own = shares(words, in_sample),
        ];
        caption.push(words.format("sizing-disagree", about));
    }
    caption.extend(found.falls.iter().map(|fall| {
        let [band, next] = [&record.bands[fall.from], &record.bands[fall.from + 1]];
        let about = args![
            from = per_cent(words, band.share),
            at = ratios(words, band),
            to = per_cent(words, next.share),
            then = ratios(words, next),
            p = words.significant(fall.p, 2),
        ];
        words.format("sizing-fall", about)
    }));
    caption.extend(record.not_of.iter().map(|metric| {
        let metric = &assessment.calculation.metrics[*metric];
        let about = args![name = &metric.label, value = words.shown(metric.shown_value())];
        words.format("sizing-other-kind", about)
    }));
    table.titled(caption.join(" "))
}

/// The share of another collection's cases in a band with its interval, and how many they are.
fn in_other(words: Localizer, (events, all): (usize, usize)) -> String {
    if all == 0 {
        return words.text("none");
    }
    let found = Share::of_independent(f64_of(events) / f64_of(all), all as u64);
    let (low, high) = found.ci;
    let interval = words.between(&per_cent(words, low), &per_cent(words, high));
    words.format("sizing-in-other", args![share = per_cent(words, found.share), interval = interval, cases = all])
}

#[expect(clippy::cast_precision_loss, reason = "a few hundred battles")]
fn f64_of(cases: usize) -> f64 {
    cases as f64
}

/// The ratios of a band.
fn ratios(words: Localizer, band: &Band) -> String {
    let [low, high] = [band.low, band.high].map(|ratio| words.grouped(ratio, 2));
    if band.low < band.high { words.between(&low, &high) } else { low }
}

/// A share in whole per cent: more digits than its interval carries.
fn per_cent(words: Localizer, share: f64) -> String {
    format!("{} %", words.grouped(100.0 * share, 0))
}

pub(super) fn proposed(assessment: &Assessment) -> Option<String> {
    assessment.roles.proposal.force.map(|force| assessment.calculation.inputs[force].value_text(assessment.words))
}

/// Who and when, number, what the estimate itself names, its densities, the nearest method.
pub(super) fn estimates(assessment: &Assessment, sizing: &Sizing) -> Table {
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
            estimate.range.map_or_else(String::new, |ends| between(words, ends)),
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

pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

pub(super) fn nearest(assessment: &Assessment, sizing: &Sizing, beside: &MethodComparison) -> String {
    let Some(requirement) = beside.nearest.and_then(|position| sizing.requirements.get(position)) else {
        return String::new();
    };
    assessment.roles.methods[requirement.method].label.clone()
}

/// Where the estimate is for, and the inputs that it names.
pub(super) fn ground(assessment: &Assessment, estimate: &Estimate) -> String {
    let named = estimate.with.iter().filter_map(|(name, value)| {
        let input = &assessment.calculation.inputs[assessment.calculation.input(name)?];
        Some(input.text_of(assessment.words, *value))
    });
    estimate.elsewhere.iter().cloned().chain(named).collect::<Vec<_>>().join("; ")
}

/// What each estimate is for, and where it was read.
pub(super) fn reasons(assessment: &Assessment) -> Table {
    let mut table =
        Table::headed(assessment.words, &["sizing-head-who", "sizing-head-purpose", "sizing-head-read"], &[]);
    for estimate in &assessment.roles.estimates {
        let about = estimate.purpose.iter().chain(&estimate.note).map(|text| text.trim_end_matches('.').to_owned());
        let about: Vec<String> = about.collect();
        table.push([estimate.who.clone(), about.join(". "), read_in(assessment, estimate)]);
    }
    table
}

pub(super) fn read_in(assessment: &Assessment, estimate: &Estimate) -> String {
    let read = estimate.sources.iter().map(|key| {
        let seen = assessment.source(key).and_then(|source| source.fields.iter().find(|(name, _)| *name == "seen"));
        let short = assessment.cited([key]);
        match seen.map(|(_, text)| text).filter(|seen| *seen != "full") {
            Some(seen) => format!("{short} ({})", assessment.words.choice("seen", seen)),
            None => short,
        }
    });
    assessment.words.list(&read.collect::<Vec<_>>())
}

/// Sentences: what is meant for the purpose, what the others are, which methods have no number.
pub(super) fn sentences(assessment: &Assessment, sizing: &Sizing) -> Vec<String> {
    let words = assessment.words;
    let of = |applies: Option<bool>| -> Vec<String> {
        let wanted = sizing.requirements.iter().filter(|requirement| requirement.applies == applies);
        wanted.filter_map(|requirement| line(assessment, requirement)).collect()
    };
    let mut lines = Vec::new();
    lines.push(match (purpose(assessment), of(Some(true))) {
        (None, _) => words.text("sizing-no-purpose"),
        (Some(purpose), meant) if meant.is_empty() => words.format("sizing-none-meant", args![purpose = purpose]),
        (Some(purpose), meant) => words.format("sizing-meant", args![purpose = purpose, methods = words.list(&meant)]),
    });
    lines.extend(neighbours(assessment, sizing));
    let lacking = sizing.requirements.iter().filter(|requirement| requirement.personnel.is_err());
    let lacking: Vec<&str> =
        lacking.map(|requirement| assessment.roles.methods[requirement.method].label.as_str()).collect();
    if !lacking.is_empty() {
        lines.push(words.format("sizing-lacking", args![methods = words.list(&lacking)]));
    }
    lines
}
