//! What is computable but odd: figures that contradict one another, strengths counted by different rules, formulas
//! that can be undefined within the stated ranges, a number before a purpose.

use super::calculation::{Calculation, Input, Metric, Referent};
use super::guard;
use super::instance::Checked;
use super::standard::Model;
use super::total::{self, Total};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::language::Localizer;
use crate::quantity::number;
use crate::quantity::unit::{Unit, Units};
use crate::scenario::Counting;
use crate::scenario::Entries;
use std::collections::BTreeSet;

pub(super) fn check(
    calculation: &Calculation,
    words: Localizer,
    (model, entries): (&Model, &Entries),
    metrics: &[Checked<'_>],
    units: &Units,
    diagnostics: &mut Diagnostics,
) {
    if entries.purpose.is_none() {
        diagnostics.push(
            Diagnostic::warning("the scenario states no purpose")
                .message_id("warning-no-purpose")
                .help("add `purpose`: what the mission is for decides more than any ratio does"),
        );
    }
    if calculation.metrics.is_empty() {
        diagnostics.push(
            Diagnostic::warning("nothing can be computed from this scenario's inputs")
                .message_id("warning-nothing-computed")
                .help("`forcesize metrics` lists the inputs and what follows from them"),
        );
    }
    for checked in metrics {
        agreement(calculation, words, entries, checked, units, diagnostics);
    }
    for total in total::totals(model, entries) {
        addition(calculation, words, entries, &total, diagnostics);
    }
    for metric in &calculation.metrics {
        let formula = || {
            let own = metrics.iter().filter(|_| metric.own).find(|checked| checked.entry.name.value == metric.name)?;
            own.entry.formula.as_ref().map(|formula| formula.span)
        };
        if metric.value.is_infinite() {
            diagnostics.push(
                Diagnostic::warning(format!(
                    "`{}` is beyond the largest number (overflow) in the central case",
                    metric.id
                ))
                .message_id("warning-overflow")
                .with("name", metric.id.as_str())
                .opt_span(formula(), "")
                .help("no number above 1.8e308 can be computed with: check the inputs' values and units"),
            );
        } else if metric.value.is_nan() {
            diagnostics.push(
                Diagnostic::warning(format!("`{}` is undefined in the central case", metric.id))
                    .message_id("warning-undefined")
                    .with("name", metric.id.as_str())
                    .opt_span(formula(), "")
                    .help("it divides by zero, or takes a root or logarithm of a number that has none"),
            );
        }
        counting(calculation, words, metric, diagnostics);
    }
    guard::check(calculation, entries, metrics, diagnostics);
}

/// Two figures for one thing: a metric and the input that states it.
fn agreement(
    calculation: &Calculation,
    words: Localizer,
    entries: &Entries,
    checked: &Checked<'_>,
    units: &Units,
    diagnostics: &mut Diagnostics,
) {
    let entry = checked.entry;
    let (Some(stated), Some(metric)) = (&entry.agrees_with, calculation.metric(&entry.name.value)) else { return };
    let Some(input) = calculation.input(&stated.value) else { return };
    let within =
        entry.within.as_ref().and_then(|within| within.in_base(&Unit::one(), units, diagnostics)).unwrap_or(0.01);
    let (metric, input) = (&calculation.metrics[metric], &calculation.inputs[input]);
    let formula = entry.formula.as_ref().map_or("", |formula| formula.as_str());
    let help = "both are kept, and each metric says which one it uses";
    disagreement((words, entries), input, (formula, metric.value, &metric.unit), (within, help), diagnostics);
}

/// How far the parts of a whole may be from it.
const ROUNDED: f64 = 0.01;

/// A whole that is given beside all of its parts.
fn addition(
    calculation: &Calculation,
    words: Localizer,
    entries: &Entries,
    total: &Total<'_>,
    diagnostics: &mut Diagnostics,
) {
    let Some(whole) = calculation.input(&total.whole.value) else { return };
    let of_scope = |input: &&Input| input.member.as_ref().is_some_and(|(scope, _)| scope == total.scope);
    let (mut members, mut parts) = (BTreeSet::new(), BTreeSet::new());
    let mut sum = 0.0;
    for input in calculation.inputs.iter().filter(of_scope) {
        members.insert(&input.member);
        if input.name == *total.part.name.value && parts.insert(&input.member) {
            sum += input.value;
        }
    }
    if parts.is_empty() || parts.len() < members.len() {
        return;
    }
    let whole = &calculation.inputs[whole];
    let formula = format!("sum({})", total.part.name.value);
    let help = "what is given counts; leave it out to take the sum";
    disagreement((words, entries), whole, (&formula, sum, &whole.unit), (ROUNDED, help), diagnostics);
}

/// Says that an input and what a formula gives are further apart than they may be.
fn disagreement(
    (words, entries): (Localizer, &Entries),
    input: &Input,
    (formula, value, unit): (&str, f64, &Unit),
    (within, help): (f64, &str),
    diagnostics: &mut Diagnostics,
) {
    let apart = (value / input.value - 1.0).abs();
    if apart <= within || apart.is_nan() {
        return;
    }
    let place = entries.inputs.iter().find(|entry| entry.path() == input.id).map(|entry| entry.name.span);
    let value = unit.from_base(value);
    diagnostics.push(
        Diagnostic::warning(format!(
            "`{}` is {}, but {formula} gives {}",
            input.id,
            input.unit.attach(&number::exact(input.shown_value())),
            unit.attach(&number::shown(value)),
        ))
        .message_id("warning-disagree")
        .with("name", input.id.as_str())
        .with("stated", words.attach(&input.unit, &words.exact(input.shown_value())))
        .with("formula", formula)
        .with("computed", words.attach(unit, &words.shown(value)))
        .opt_span(place, "")
        .help(format!("they differ by {} %; {help}", number::shown(100.0 * apart))),
    );
}

/// Strengths that were counted by different rules and meet in one formula. What is planned can be held against
/// anything.
fn counting(calculation: &Calculation, words: Localizer, metric: &Metric, diagnostics: &mut Diagnostics) {
    let mut rules: Vec<(&str, Counting)> = Vec::new();
    for (_, referent) in &metric.uses {
        let Referent::Input(input) = referent else { continue };
        let input = &calculation.inputs[*input];
        if let Some(counting) = input.counting.filter(|rule| !matches!(rule, Counting::Planned | Counting::Pledged)) {
            rules.push((&input.id, counting));
        }
    }
    let Some((first, rule)) = rules.first() else { return };
    if let Some((other, different)) = rules.iter().find(|(_, other)| other != rule) {
        diagnostics.push(
            Diagnostic::warning(format!("`{}` mixes {rule} and {different} strength", metric.id))
                .message_id("warning-mixed-counting")
                .with("name", metric.id.as_str())
                .with("rule", words.choice("counting", rule.word()))
                .with("other", words.choice("counting", different.word()))
                .help(format!("`{first}` is counted as {rule}, `{other}` as {different}")),
        );
    }
}
