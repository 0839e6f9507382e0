//! Options against futures as tables.

use super::text::{directed, input, label, labels, metric, share_of, where_is};
use crate::analysis::options::{OptionStudy, SingleLimit, Turning, Worth};
use crate::args;
use crate::language::Localizer;
use crate::model::{Assessment, Preference};
use crate::report::share;
use crate::report::table::Table;
use crate::report::wording::Wording;
use crate::uncertainty::confidence::Share;

/// Inputs whose knowledge is named.
const NAMED: usize = 3;

/// How far a condition is missed, with its unit.
pub(super) fn margin(assessment: &Assessment, condition: usize, found: &OptionStudy, margin: f64) -> String {
    let words = assessment.words;
    let metric = &assessment.calculation.metrics[found.conditions[condition].metric];
    words.format("options-margin", args![margin = metric.text_of(words, margin.abs())])
}

/// For each option the share of futures in which conditions are met, and by how much they fail.
pub(super) fn shares(assessment: &Assessment, found: &OptionStudy) -> Table {
    let words = assessment.words;
    let mut table = Table::headed(words, &["options-head-option"], &[]);
    if found.conditions.is_empty() {
        return table;
    }
    table.header.extend(found.conditions.iter().map(|condition| condition.label.clone()));
    let several = found.conditions.len() > 1;
    table.header.extend(several.then(|| words.text("options-head-all")));
    let failing = |met: &crate::analysis::options::Met| met.held.iter().flatten().any(|held| held.margin.is_some());
    let margins = found.met.iter().any(failing);
    for (option, met) in found.options.iter().zip(&found.met) {
        let cells = met.held.iter().enumerate().map(|(place, held)| {
            let Some(held) = held else { return words.text("options-no-number") };
            let text = share::with_interval(words, &held.share);
            let below = held.margin.map(|found_margin| margin(assessment, place, found, found_margin));
            [Some(text), below].into_iter().flatten().collect::<Vec<_>>().join(", ")
        });
        let all = several.then(|| {
            met.all.as_ref().map_or_else(|| words.text("options-no-number"), |all| share::with_interval(words, all))
        });
        table.push(std::iter::once(option.label.clone()).chain(cells).chain(all));
    }
    let caption = [Some("options-shares"), margins.then_some("options-margins")];
    let caption: Vec<String> = caption.into_iter().flatten().map(|key| words.text(key)).collect();
    table.titled(caption.join(". "))
}

/// The regret of each option in each metric.
pub(super) fn regrets(assessment: &Assessment, found: &OptionStudy) -> Table {
    let words = assessment.words;
    let heads = [
        "options-head-metric",
        "options-head-option",
        "options-head-median",
        "options-head-p95",
        "options-head-largest",
        "options-head-none-better",
    ];
    let mut table = Table::headed(words, &heads, &[2, 3, 4, 5]);
    for (preference, regret) in found.preferences.iter().zip(&found.regrets) {
        let unit = &metric(assessment, preference).unit;
        let shown = |value: f64| words.shown(unit.from_base(value));
        let mut head = directed(assessment, preference);
        for (option, of) in regret.of.iter().enumerate() {
            let Some(of) = of else { continue };
            let largest = shown(of.largest);
            let largest = if regret.minimax.contains(&option) {
                words.format("options-smallest", args![value = largest])
            } else {
                largest
            };
            let best = format!("{} %", words.shown(100.0 * of.best));
            let cells = [shown(of.median()), shown(of.p95()), largest, best];
            table.push([std::mem::take(&mut head), label(found, option).to_owned()].into_iter().chain(cells));
        }
    }
    table.titled(format!("{}. {}", words.text("options-regrets"), words.text("options-how")))
}

/// Where choices turn.
pub(super) fn turns(assessment: &Assessment, found: &OptionStudy) -> Table {
    let words = assessment.words;
    let heads =
        ["options-head-metric", "options-head-better", "options-head-share", "options-head-alone", "options-head-box"];
    let mut table = Table::headed(words, &heads, &[2]);
    for turn in &found.turns {
        let Turning::Turns { one, single, found: boxed } = &turn.turning else { continue };
        let (better, other, count) =
            if *one { (turn.one, turn.other, turn.better[0]) } else { (turn.other, turn.one, turn.better[1]) };
        #[expect(clippy::cast_precision_loss, reason = "at most 2^26 futures")]
        let share = count as f64 / found.futures as f64;
        let alone = single.first().map_or_else(String::new, |limit| limit_text(words, found, limit));
        // A box of one input says what that says alone.
        let boxed = boxed.as_ref().filter(|boxed| boxed.restrictions.len() > 1 || single.is_empty());
        let boxed = boxed.map_or_else(String::new, |boxed| {
            let about = args![
                inputs = where_is(words, found, &boxed.restrictions),
                density = per_cent(words, boxed.point.density),
                coverage = per_cent(words, boxed.point.coverage)
            ];
            words.format("options-box", about)
        });
        let rather = args![option = label(found, better), other = label(found, other)];
        table.push([
            directed(assessment, &found.preferences[turn.preference]),
            words.format("options-rather", rather),
            share_of(words, &Share::of_independent(share, found.futures)),
            alone,
            boxed,
        ]);
    }
    table.titled(words.text("options-turns"))
}

fn per_cent(words: Localizer, share: f64) -> String {
    format!("{} %", words.shown(100.0 * share))
}

fn limit_text(words: Localizer, found: &OptionStudy, limit: &SingleLimit) -> String {
    let text = found.drawn[limit.input].input.text_of(words, limit.limit);
    let side = if limit.above {
        words.format("discovery-above", args![low = text])
    } else {
        words.format("discovery-below", args![high = text])
    };
    let about = args![
        input = input(words, found, limit.input),
        limit = side,
        density = per_cent(words, limit.density),
        coverage = per_cent(words, limit.coverage)
    ];
    words.format("options-limit", about)
}

/// What knowing is worth.
pub(super) fn worths(assessment: &Assessment, found: &OptionStudy) -> Table {
    let words = assessment.words;
    let heads = ["options-head-metric", "options-head-average", "options-head-everything", "options-head-inputs"];
    let mut table = Table::headed(words, &heads, &[2]);
    for (preference, worth) in found.preferences.iter().zip(&found.worth).filter(|_| found.is_drawn()) {
        let Some(best) = worth.best.filter(|_| worth.perfect.0 > worth.perfect.1) else { continue };
        table.push([
            directed(assessment, preference),
            labels(words, found, &[best]),
            with_error(assessment, preference, worth.perfect),
            inputs(assessment, found, preference, worth),
        ]);
    }
    table.titled(words.text("options-worths"))
}

fn with_error(assessment: &Assessment, preference: &Preference, (value, error): (f64, f64)) -> String {
    let words = assessment.words;
    let unit = &metric(assessment, preference).unit;
    let shown = |value: f64| words.shown(unit.from_base(value));
    words.format("options-error", args![value = shown(value), error = shown(error)])
}

/// The inputs whose knowledge is worth most, where it is more than chance.
fn inputs(assessment: &Assessment, found: &OptionStudy, preference: &Preference, worth: &Worth) -> String {
    let words = assessment.words;
    let known = worth.of.iter().filter(|of| of.is_known()).take(NAMED);
    let known: Vec<String> = known
        .map(|of| {
            let value = with_error(assessment, preference, (of.value, of.error));
            words.format("options-known", args![input = input(words, found, of.input), value = value])
        })
        .collect();
    words.list(&known)
}
