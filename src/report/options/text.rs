//! Options against futures in sentences.

use crate::analysis::discovery::Restriction;
use crate::analysis::options::{DrawnId, Met, OptionStudy, Turning};
use crate::args;
use crate::language::Localizer;
use crate::model::{Assessment, Metric, Preference};
use crate::report::discovery::limits;
use crate::report::sampling::samples_text;
use crate::report::share;
use crate::uncertainty::confidence::Share;

/// The label of an option.
pub(super) fn label(found: &OptionStudy, option: usize) -> &str {
    found.options.get(option).map_or("", |option| option.label.as_str())
}

/// Some options by their labels, the last after a word.
pub(super) fn labels(words: Localizer, found: &OptionStudy, options: &[usize]) -> String {
    let names: Vec<&str> = options.iter().map(|option| label(found, *option)).collect();
    match names.split_last() {
        Some((last, others)) if !others.is_empty() => {
            format!("{} {} {last}", others.join(", "), words.text("joined-by-and"))
        }
        _ => names.concat(),
    }
}

/// The metric of a preference.
pub(super) fn metric<'a>(assessment: &'a Assessment, preference: &Preference) -> &'a Metric {
    &assessment.calculation.metrics[preference.metric]
}

/// A metric with its unit and the direction that is better.
pub(super) fn directed(assessment: &Assessment, preference: &Preference) -> String {
    let (words, metric) = (assessment.words, metric(assessment, preference));
    let unit = words.unit(&metric.unit);
    let key = match (preference.more, unit.is_empty()) {
        (true, true) => "options-more",
        (false, true) => "options-less",
        (true, false) => "options-more-unit",
        (false, false) => "options-less-unit",
    };
    words.format(key, args![metric = &metric.label, unit = unit])
}

/// The number of futures.
pub(super) fn futures(words: Localizer, found: &OptionStudy) -> String {
    samples_text(words, found.futures)
}

/// A share of futures that is named in a sentence.
pub(super) fn share_of(words: Localizer, found: &Share) -> String {
    share::inside(words, found)
}

/// What was found, the answer first.
pub(super) fn sentences(assessment: &Assessment, found: &OptionStudy) -> Vec<String> {
    let words = assessment.words;
    let mut said: Vec<String> = answer(assessment, found).into_iter().collect();
    if !found.is_drawn() && !found.satisficing.is_empty() {
        // The answer says it.
    } else if !found.is_drawn() {
        said.push(words.text("options-one-future"));
    }
    for (place, condition) in found.conditions.iter().enumerate().filter(|_| found.conditions.len() > 1) {
        let held = |met: &Met| met.held[place].as_ref().map(|held| held.share.share);
        if found.met.iter().all(|met| held(met).is_some_and(|share| share <= 0.0)) {
            said.push(words.format("options-never", args![condition = &condition.label]));
        }
    }
    for dominance in &found.dominated {
        let about = args![option = label(found, dominance.option), by = label(found, dominance.by)];
        said.push(words.format("options-dominated", about));
    }
    said.extend(no_turn(assessment, found));
    for option in 0..found.options.len() {
        let inputs: Vec<String> =
            found.own_futures(option).into_iter().map(|id| named(assessment, found, id)).collect();
        if !inputs.is_empty() {
            let about = args![option = label(found, option), inputs = words.list(&inputs)];
            said.push(words.format("options-own-futures", about));
        }
    }
    said.extend(lacking(assessment, found));
    for (preference, regret) in found.preferences.iter().zip(&found.regrets).filter(|(_, regret)| regret.undefined > 0)
    {
        let about = args![metric = &metric(assessment, preference).label, count = regret.undefined];
        said.push(words.format("options-undefined", about));
    }
    said
}

fn named(assessment: &Assessment, found: &OptionStudy, id: &str) -> String {
    let drawn = found.drawn.iter().map(|drawn| &drawn.input).find(|input| input.id == id);
    let known = drawn.or_else(|| assessment.calculation.input(id).map(|input| &assessment.calculation.inputs[input]));
    known.map_or_else(|| id.to_owned(), |input| assessment.words.inside(&input.label))
}

/// An input inside a sentence, with the options that alone draw it.
pub(super) fn input(words: Localizer, found: &OptionStudy, id: DrawnId) -> String {
    let drawn = &found.drawn[id];
    let input = words.inside(&drawn.input.label);
    if drawn.only_in.is_empty() {
        return input;
    }
    words.format("options-only-in", args![input = input, options = labels(words, found, &drawn.only_in)])
}

/// Which option meets all conditions most often, and which have the smallest worst-case regret.
fn answer(assessment: &Assessment, found: &OptionStudy) -> Option<String> {
    let words = assessment.words;
    let mut parts: Vec<String> = Vec::new();
    let best = found.satisficing.first().and_then(|option| found.met[*option].all);
    if let Some(all) = best {
        let options = labels(words, found, &found.satisficing);
        let about = args![
            option = &options,
            options = &options,
            share = share_of(words, &all),
            futures = futures(words, found),
            count = found.options.len()
        ];
        let key = match (found.is_drawn(), all.share > 0.0, found.satisficing.len()) {
            (false, true, _) => "options-best-one-future",
            (false, false, _) => "options-best-one-future-none",
            (true, false, _) => "options-best-none",
            (true, true, 1) => "options-best",
            (true, true, _) => "options-best-several",
        };
        parts.push(words.format(key, about));
    }
    // Where all options have the same regret there is nothing to choose by.
    let choices = found.preferences.iter().zip(&found.regrets).filter(|(_, regret)| {
        let have = regret.of.iter().flatten().count();
        have > 1 && regret.minimax.len() < have
    });
    let choices: Vec<String> = choices
        .map(|(preference, regret)| {
            let options = labels(words, found, &regret.minimax);
            let about = args![metric = words.inside(&metric(assessment, preference).label), options = options];
            words.format("options-minimax-one", about)
        })
        .collect();
    if !choices.is_empty() {
        parts.push(words.format("options-minimax", args![choices = words.list(&choices)]));
    }
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// The metrics by which no input turns any choice.
fn no_turn(assessment: &Assessment, found: &OptionStudy) -> Option<String> {
    let words = assessment.words;
    let never = (0..found.preferences.len()).filter(|place| {
        let mut of = found.turns.iter().filter(|turn| turn.preference == *place).peekable();
        let some = of.peek().is_some();
        let mut clear = false;
        let all = of.all(|turn| {
            clear |= matches!(turn.turning, Turning::Never { .. });
            !matches!(turn.turning, Turning::Turns { .. })
        });
        some && all && clear && found.is_drawn()
    });
    let metrics: Vec<String> =
        never.map(|place| words.inside(&metric(assessment, &found.preferences[place]).label)).collect();
    (!metrics.is_empty()).then(|| words.format("options-no-turn", args![metrics = words.list(&metrics)]))
}

/// Options that have no number for a condition or metric.
fn lacking(assessment: &Assessment, found: &OptionStudy) -> Vec<String> {
    let words = assessment.words;
    let of = |option: usize| {
        let conditions = found.conditions.iter().zip(&found.met[option].held);
        let conditions = conditions.filter(|(_, held)| held.is_none()).map(|(condition, _)| condition.metric);
        let preferences = found.preferences.iter().zip(&found.regrets);
        // Without a value in any future there is no regret either, which is another matter.
        let lacks = |place: usize| {
            found.turns.iter().any(|turn| {
                turn.preference == place
                    && turn.turning == Turning::NotComparable
                    && (turn.one == option || turn.other == option)
            })
        };
        let preferences = preferences
            .enumerate()
            .filter(|(place, (_, regret))| regret.of[option].is_none() && lacks(*place))
            .map(|(_, (preference, _))| preference.metric);
        let mut metrics: Vec<_> = conditions.chain(preferences).collect();
        metrics.sort_unstable();
        metrics.dedup();
        metrics
    };
    let said = (0..found.options.len()).filter_map(|option| {
        let what: Vec<String> =
            of(option).into_iter().map(|metric| words.inside(&assessment.calculation.metrics[metric].label)).collect();
        let about = args![option = label(found, option), what = words.list(&what)];
        (!what.is_empty()).then(|| words.format("options-lacks", about))
    });
    said.collect()
}

/// Limits of inputs, in words.
pub(super) fn where_is(words: Localizer, found: &OptionStudy, restrictions: &[Restriction<DrawnId>]) -> String {
    let of = |restriction: &Restriction<DrawnId>| {
        let limits = limits(words, &found.drawn[restriction.input].input, restriction);
        format!("{} {limits}", input(words, found, restriction.input))
    };
    let all: Vec<String> = restrictions.iter().map(of).collect();
    all.join(&format!(" {} ", words.text("joined-by-and")))
}
