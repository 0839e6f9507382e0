//! What rules have been worth, in words: tables and sentences.

use crate::args;
use crate::evidence::backtest::{Backtest, FEWEST_EVENTS, FEWEST_GROUPS, Interval, Score, TooFew, Track};
use crate::language::Localizer;
use crate::model::Assessment;
use crate::report::table::Table;

/// A share in whole per cent: more digits than its interval carries.
pub(in crate::report) fn per_cent(words: Localizer, share: f64) -> String {
    format!("{} %", words.grouped(100.0 * share + 0.0, 0))
}

/// An estimate with its interval: `13 % (-16 to 34)`.
pub(in crate::report) fn shares(words: Localizer, found: &Interval) -> String {
    let end = |share: f64| words.grouped(100.0 * share, 0);
    let ends = words.between(&end(found.low), &end(found.high));
    format!("{} ({ends})", per_cent(words, found.value))
}

/// A number with two decimals and its interval.
fn decimals(words: Localizer, found: &Interval) -> String {
    let [value, low, high] = [found.value, found.low, found.high].map(|value| words.grouped(value, 2));
    format!("{value} ({})", words.between(&low, &high))
}

/// A rule with what its cases are called, where these are others than the file's.
pub(super) fn named(words: Localizer, backtest: &Backtest, track: &Track) -> String {
    let rule = if track.beside.is_empty() || track.is_labelled {
        track.label.clone()
    } else {
        let beside: Vec<String> = track.beside.iter().map(|column| words.inside(column)).collect();
        words.format("backtest-with", args![rule = &track.label, beside = words.list(&beside)])
    };
    if track.data == backtest.short { rule } else { words.pair(&rule, &track.data) }
}

/// How many cases of some kind there are: `657 battles`.
pub(in crate::report) fn cases(words: Localizer, counted: &str, cases: usize) -> String {
    words.format(&format!("count-{counted}"), args![count = cases])
}

/// Rule, cases, events, skill, skill in sample, direction, log score, calibration, coefficient, the group that moves it.
pub(super) fn scores(words: Localizer, backtest: &Backtest) -> Table {
    let heads = [
        "backtest-head-rule",
        "backtest-head-cases",
        "backtest-head-events",
        "backtest-head-skill",
        "backtest-head-in-sample",
        "backtest-head-direction",
        "backtest-head-log",
        "backtest-head-calibration",
        "backtest-head-coefficient",
        "backtest-head-influence",
    ];
    let mut table = Table::headed(words, &heads, &[1, 2, 3, 4, 5, 6, 7, 8]);
    table.optional = vec![9, 8, 6, 7, 4];
    for track in &backtest.tracks {
        let sample = &track.sample;
        let groups = words.format("backtest-groups", args![cases = sample.cases(), groups = sample.groups.len()]);
        let mut row = vec![named(words, backtest, track), groups, sample.events().to_string()];
        match &track.score {
            Ok(score) => row.extend(scored(words, score)),
            Err(_) => {
                row.extend(std::iter::once(words.text("backtest-not-scored")).chain((0..6).map(|_| String::new())));
            }
        }
        table.push(row);
    }
    table.titled(words.text("backtest-caption"))
}

fn scored(words: Localizer, score: &Score) -> Vec<String> {
    let fit = score.fit.as_ref();
    let logs = [score.log_score, score.log_score_base].map(|value| words.grouped(value, 3));
    let influence = fit.and_then(|fit| fit.influence.as_ref());
    vec![
        shares(words, &score.skill),
        fit.map_or_else(String::new, |fit| per_cent(words, fit.skill_in_sample)),
        decimals(words, &score.auc_raw),
        words.format("backtest-beside-base", args![own = &logs[0], base = &logs[1]]),
        calibration(words, score),
        fit.map_or_else(String::new, |fit| words.significant(fit.coefficient, 3)),
        influence.map_or_else(String::new, |(group, moved)| {
            words.format("backtest-without", args![group = group, moved = words.significant(*moved, 3)])
        }),
    ]
}

/// The slope; where forecasts part the cases cleanly it has no end.
fn calibration(words: Localizer, score: &Score) -> String {
    match score.calibration_slope {
        Some(_) if score.auc.value >= 1.0 || score.auc.value <= 0.0 => words.text("backtest-clean"),
        Some(slope) => words.grouped(slope, 2),
        None => words.text("backtest-flat"),
    }
}

/// What each rival was worth by itself, and what the rule adds to it.
pub(super) fn rivals(words: Localizer, backtest: &Backtest) -> Table {
    let heads = ["backtest-head-rule", "backtest-head-rival", "backtest-head-alone", "backtest-head-adds"];
    let mut table = Table::headed(words, &heads, &[2, 3]);
    for track in &backtest.tracks {
        for rival in &track.rivals {
            let (alone, adds) = (shares(words, &rival.alone.skill), shares(words, &rival.gain));
            table.push([named(words, backtest, track), rival.label.clone(), alone, adds]);
        }
    }
    table.titled(words.text("backtest-rivals-caption"))
}

/// Rules as they are said: how often they were right, beside always saying the commoner outcome.
pub(super) fn said(words: Localizer, backtest: &Backtest) -> Table {
    let heads = [
        "backtest-head-said",
        "backtest-head-right",
        "backtest-head-commoner",
        "backtest-head-gain",
        "backtest-head-missed",
        "backtest-head-alarms",
    ];
    let mut table = Table::headed(words, &heads, &[1, 2, 3, 4, 5]);
    table.optional = vec![5, 4];
    for track in &backtest.tracks {
        let Some((at, above, said)) = &track.said else { continue };
        let key = if *above { "backtest-said-above" } else { "backtest-said-below" };
        let amount = words.amount(&track.unit, track.unit.to_base(*at));
        table.push([
            words.pair(&named(words, backtest, track), &words.format(key, args![amount = amount])),
            per_cent(words, said.hits),
            per_cent(words, said.hits_base),
            shares(words, &said.gain),
            said.missed.to_string(),
            said.false_alarms.to_string(),
        ]);
    }
    table.titled(words.text("backtest-said-caption"))
}

/// Cases that are named as the nearest.
const NEAREST: usize = 3;

/// What can be said of each rule, which cases a scenario is nearest to, then what must be said of all of them.
pub(super) fn sentences(words: Localizer, backtest: &Backtest, like: Option<&Assessment>) -> Vec<String> {
    let mut lines: Vec<String> = backtest.tracks.iter().map(|track| sentence(words, backtest, track)).collect();
    if let Some(assessment) = like {
        let mut found: Vec<String> =
            backtest.tracks.iter().filter_map(|track| nearest(words, backtest, track, assessment)).collect();
        found.dedup();
        lines.extend(found);
    }
    lines.push(words.format("backtest-about", args![least = FEWEST_EVENTS, groups = FEWEST_GROUPS]));
    lines.push(words.text("backtest-care"));
    lines.extend(backtest.note.clone());
    lines.extend(backtest.cite.as_ref().map(|cite| words.format("backtest-cite", args![cite = cite])));
    lines
}

/// The named cases nearest to a scenario by a rule's value, by ratio, and whether the event came there.
fn nearest(words: Localizer, backtest: &Backtest, track: &Track, assessment: &Assessment) -> Option<String> {
    let metric = assessment.calculation.metric(track.shown_by.as_ref()?)?;
    let here = track.unit.from_base(assessment.calculation.metrics[metric].value);
    let apart = |row: &usize| libm::log(track.values[*row] / here).abs();
    let named = (0..track.values.len()).filter(|row| !track.names[*row].is_empty() && apart(row).is_finite());
    let mut rows: Vec<usize> = named.collect();
    rows.sort_by(|a, b| apart(a).total_cmp(&apart(b)));
    let case = |row: &usize| {
        let key = if track.sample.outcomes[*row] > 0.5 { "backtest-nearest-with" } else { "backtest-nearest-without" };
        words.format(key, args![name = &track.names[*row], number = words.shown(track.values[*row])])
    };
    let cases: Vec<String> = rows.iter().take(NEAREST).map(case).collect();
    let value = words.attach(&track.unit, &words.shown(here));
    let about = args![rule = self::named(words, backtest, track), value = value, cases = words.list(&cases)];
    (!cases.is_empty() && track.beside.is_empty()).then(|| words.format("backtest-nearest", about))
}

/// What can be said of a rule.
pub(in crate::report) fn sentence(words: Localizer, backtest: &Backtest, track: &Track) -> String {
    let rule = named(words, backtest, track);
    let cases = cases(words, &backtest.counted, track.sample.cases());
    let (groups, events) = (track.sample.groups.len(), track.sample.events());
    let about = args![rule = &rule, cases = &cases, groups = groups, events = events, event = &track.event,];
    let mut found = match &track.score {
        Err(few) => words.format(too_few(few), about),
        Ok(score) => {
            let key = match &score.skill {
                skill if skill.low > 0.0 => "backtest-skill",
                skill if skill.high < 0.0 => "backtest-worse",
                _ => "backtest-unclear",
            };
            let skill = shares(words, &score.skill);
            let about = args![
                rule = &rule,
                cases = &cases,
                groups = groups,
                events = events,
                event = &track.event,
                skill = skill
            ];
            words.format(key, about)
        }
    };
    if let Some(rival) = track.better_rival() {
        let skill = shares(words, &rival.alone.skill);
        let label = words.inside(&rival.label);
        found = format!("{found} {}", words.format("backtest-rival", args![rival = label, skill = skill]));
    }
    if let Some((_, _, said)) = track.said.as_ref().filter(|(_, _, said)| said.hits <= said.hits_base) {
        let about = args![hits = per_cent(words, said.hits), base = per_cent(words, said.hits_base)];
        found = format!("{found} {}", words.format("backtest-as-said", about));
    }
    found
}

/// Why nothing can be said.
pub(in crate::report) fn too_few(few: &TooFew) -> &'static str {
    match few.events {
        0 => "backtest-no-event",
        events if events == few.cases => "backtest-all-events",
        _ => "backtest-too-few",
    }
}
