//! Swings in words: a table and a sentence for each metric.

use crate::analysis::one_at_a_time::OneAtATime;
use crate::analysis::standing::{self, Standing};
use crate::args;
use crate::model::{Assessment, InputId};
use crate::report::table::Table;
use crate::report::wording::{Wording, apart, ends_apart};

/// The swings of a metric: each input's ends and what the metric becomes there.
pub(super) fn table(assessment: &Assessment, found: &OneAtATime) -> Table {
    let metric = &assessment.calculation.metrics[found.metric];
    let heads = ["head-input", "swings-head-from", "swings-head-to", "swings-head-metric", "", "swings-head-swing"];
    let words = assessment.words;
    let mut table = Table::headed(words, &heads, &[1, 2, 3, 4, 5]);
    table.header.push(words.text("head-unit"));
    for effect in &found.effects {
        let input = &assessment.calculation.inputs[effect.input];
        let shown = |value: f64| metric.unit.from_base(value);
        let (from, to) = apart(words, input.unit.from_base(effect.low.input), input.unit.from_base(effect.high.input));
        let (low, high) = apart(words, shown(effect.low.metric), shown(effect.high.metric));
        table.push([
            input.label.clone(),
            words.attach(&input.unit, &from),
            words.attach(&input.unit, &to),
            low,
            high,
            words.shown(shown(effect.swing)),
            words.unit(&metric.unit),
        ]);
    }
    table
}

/// Which input moves a metric most, which hardly, and which not at all.
#[must_use]
pub(crate) fn sentence(assessment: &Assessment, found: &OneAtATime) -> String {
    let metric = &assessment.calculation.metrics[found.metric];
    let words = assessment.words;
    let label = |input: InputId| words.inside(&assessment.calculation.inputs[input].label);
    let stands = standing::one_at_a_time(&assessment.calculation, found);
    if matches!(stands, Standing::Constant | Standing::Without(_)) {
        let about = args![metric = &metric.label, value = metric.value_text(words)];
        return words.format(&format!("swings-{}", stands.name()), about);
    }
    let mut sentences = vec![match found.effects.first() {
        None => words.format("swings-not_reached", args![metrics = &metric.label]),
        Some(_) if found.tied().len() > 1 => {
            let tied = found.tied();
            let others = tied.iter().skip(1).map(|effect| label(effect.input));
            let first = assessment.calculation.inputs[tied[0].input].label.clone();
            let names: Vec<String> = std::iter::once(first).chain(others).collect();
            let swing = words.amount(&metric.unit, tied[0].swing.abs());
            let inputs = names.join(&format!(" {} ", words.text("joined-by-and")));
            words.format("swings-tie", args![inputs = inputs, metric = words.inside(&metric.label), swing = swing])
        }
        Some(first) => {
            let (low, high) = ends_apart(words, &metric.unit, first.low.metric, first.high.metric);
            let about = args![
                input = &assessment.calculation.inputs[first.input].label,
                metric = words.inside(&metric.label),
                low = words.end(&metric.unit, &low),
                high = high,
            ];
            words.format(if found.effects.len() == 1 { "swings-alone" } else { "swings-most" }, about)
        }
    }];
    let bent: Vec<String> =
        found.effects.iter().filter(|effect| effect.beyond_ends).map(|effect| label(effect.input)).collect();
    if !bent.is_empty() {
        sentences.push(words.format("swings-bent", args![inputs = bent.join(", ")]));
    }
    let unused: Vec<String> = found.not_used.iter().map(|input| label(*input)).collect();
    if !unused.is_empty() {
        sentences.push(words.format("swings-unused", args![inputs = unused.join(", ")]));
    }
    sentences.join(" ")
}
