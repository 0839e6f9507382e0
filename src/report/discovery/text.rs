//! With which inputs conditions fail, in words: tables and sentences.

use crate::analysis::discovery::{DiscoveredBox, Discovery, FEWEST_INSIDE, Restriction};
use crate::args;
use crate::language::Localizer;
use crate::model::{Assessment, Input};
use crate::quantity::number::SHOWN_DIGITS;
use crate::report::sampling::samples_text;
use crate::report::share;
use crate::report::table::Table;
use crate::report::wording::{choices_text, range_text};
use crate::uncertainty::confidence::Share;

/// `fails`, or what else was looked for.
pub(in crate::report) fn verb(words: Localizer, one: &Discovery) -> String {
    words.text(if one.search.holds { "discovery-holds" } else { "discovery-fails" })
}

/// What one input has to be: `above 1,080 km`, `1,000 or 1,250 km`.
#[must_use]
pub(crate) fn limits<I>(words: Localizer, input: &Input, restriction: &Restriction<I>) -> String {
    if let Some(choices) = &restriction.choices {
        return choices_text(input, words, choices);
    }
    // A limit just inside of the range does not read as its end.
    let (least, greatest) = input.shown_range().unwrap_or((f64::NAN, f64::NAN));
    let number = |limit: f64| {
        let limit = input.unit.from_base(limit);
        let is_end = |digits: &usize| {
            [least, greatest].iter().any(|end| {
                let texts = [limit, *end].map(|value| words.significant(value, *digits));
                texts[0] == texts[1] && limit.total_cmp(end).is_ne()
            })
        };
        words.significant(limit, (SHOWN_DIGITS..8).find(|digits| !is_end(digits)).unwrap_or(8))
    };
    let text = |limit: f64| words.attach(&input.unit, &number(limit));
    match (restriction.low, restriction.high) {
        (Some(low), Some(high)) => words.format("discovery-between", args![low = number(low), high = text(high)]),
        (Some(low), None) => words.format("discovery-above", args![low = text(low)]),
        (None, Some(high)) => words.format("discovery-below", args![high = text(high)]),
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
        let beside = crate::report::standing::beside_condition(assessment, one.standing);
        return std::iter::once(words.format(key, about)).chain(beside).collect::<Vec<_>>().join(" ");
    };
    let of = |share: f64, samples: u64| share::inside(words, &Share::of_independent(share, samples));
    let share = of(one.count.density(), one.count.samples);
    if found.restrictions.is_empty() {
        let least = FEWEST_INSIDE;
        let about = args![condition = label, verb = verb, share = share, samples = samples, least = least];
        return words.format("discovery-nowhere", about);
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
    words.format("discovery-found", about)
}

/// The box: an input a row.
pub(super) fn table(assessment: &Assessment, found: &DiscoveredBox) -> Table {
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
