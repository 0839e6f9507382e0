//! Goals of a break-even search: a value of a metric, or of a statistic of its samples, as in
//! `P(force_density >= 20 personnel per 1000 people) = 80 %`.

use super::calculation::Calculation;
use super::condition;
use super::id::MetricId;
use super::lookup::metric;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::quantity::comparison::Comparison;
use crate::quantity::unit::{Unit, Units};
use crate::scenario::{ConditionEntry, Located, Text, Written};

/// What of a metric is to meet a target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Measure {
    /// Its value, the other inputs at their central case.
    Value,
    /// The share of samples in which it is on one side of a threshold, in base units.
    Share {
        /// The side.
        comparison: Comparison,
        /// The threshold.
        threshold: f64,
    },
    /// A percentile of the samples, 1 to 99.
    Percentile(u8),
    /// The mean of the samples.
    Mean,
}

/// What a break-even search looks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// The metric.
    pub metric: MetricId,
    /// What of it.
    pub measure: Measure,
    /// The target: in base units of the metric, or a share between 0 and 1.
    pub target: f64,
    /// A statistic as written, without its target: `p5(front_density)`. Empty for a value.
    pub text: String,
}

const HELP: &str = "write P(METRIC >= VALUE) = SHARE, p5(METRIC) = VALUE with p1 to p99, or mean(METRIC) = VALUE";

/// Reads a goal: a metric and its target, or a target that names a statistic of a metric. Where the metric is not
/// available in the scenario there is a warning and no goal.
#[must_use]
pub fn read_goal(
    calculation: &Calculation,
    named: Option<&Located<Text>>,
    target: &Written,
    units: &Units,
    diagnostics: &mut Diagnostics,
) -> Option<Goal> {
    let statistic = match target {
        Written::Text(text) if text.value.trim_start().starts_with(|c: char| c.is_ascii_alphabetic()) => {
            text.value.find('(').map(|open| (text, open))
        }
        _ => None,
    };
    let Some((text, open)) = statistic else {
        let Some(named) = named else {
            let error = Diagnostic::error("this target does not say of which metric").at(target.span(), "");
            diagnostics.push(error.help("name the metric beside it, or write P(METRIC >= VALUE) = SHARE"));
            return None;
        };
        let metric = metric(calculation, named, diagnostics)?;
        let target = target.in_base(&calculation.metrics[metric].unit, units, diagnostics)?;
        return Some(Goal { metric, measure: Measure::Value, target, text: String::new() });
    };
    if let Some(named) = named {
        let error = Diagnostic::error("the target names its own metric").at(named.span, "");
        diagnostics.push(error.help("leave the metric out beside a statistic"));
        return None;
    }
    let complain = |message: &str, range: std::ops::Range<usize>, diagnostics: &mut Diagnostics| {
        diagnostics.push(Diagnostic::error(message).at(text.part(range), "").help(HELP));
    };
    let all = text.value.len();
    let mut depth = 0_usize;
    let close = text.value.char_indices().skip_while(|(at, _)| *at < open).find_map(|(at, letter)| {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(at)
    });
    let Some(close) = close else {
        complain("this parenthesis is not closed", open..open + 1, diagnostics);
        return None;
    };
    let equals = text.value[close + 1..].find('=').map(|at| close + 1 + at);
    let Some(equals) = equals.filter(|at| text.value[close + 1..*at].trim().is_empty()) else {
        complain("the statistic lacks its target", close + 1..all.max(close + 1), diagnostics);
        return None;
    };
    let part = |range: std::ops::Range<usize>| text.trimmed(range);
    let (head, inner, wanted) = (part(0..open), part(open + 1..close), Written::Text(part(equals + 1..all)));
    let words = part(0..close + 1).value;
    if head.value == "P" {
        let entry = ConditionEntry { that: inner, label: None };
        let condition = condition::plan_condition(calculation, &entry, units, diagnostics)?;
        let target = wanted.in_base(&Unit::one(), units, diagnostics)?;
        if !(0.0..=1.0).contains(&target) {
            let error = Diagnostic::error("a share lies between 0 % and 100 %").at(wanted.span(), "");
            diagnostics.push(error.help("write 80 % or 0.8"));
            return None;
        }
        let measure = Measure::Share { comparison: condition.comparison, threshold: condition.threshold };
        return Some(Goal { metric: condition.metric, measure, target, text: words.into_owned() });
    }
    let percentile = head.value.strip_prefix('p').and_then(|digits| digits.parse::<u8>().ok());
    let measure = match percentile {
        Some(percent @ 1..=99) => Measure::Percentile(percent),
        _ if head.value == "mean" => Measure::Mean,
        _ => {
            complain(&format!("there is no statistic `{}`", head.value), 0..open, diagnostics);
            return None;
        }
    };
    let metric = metric(calculation, &inner, diagnostics)?;
    let target = wanted.in_base(&calculation.metrics[metric].unit, units, diagnostics)?;
    Some(Goal { metric, measure, target, text: words.into_owned() })
}
