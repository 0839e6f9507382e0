//! An input's range as a distribution: which keys stand together, and what they make.
//!
//! Numbers come in base units; complaints point at the keys. Knows nothing of what the input is.

use super::entry::InputEntry;
use super::tree::Located;
use crate::diagnostic::{Diagnostic, Diagnostics, Span};
use crate::uncertainty::distribution::{Distribution, DistributionError, USUAL_LAMBDA};

/// Looks up a number of the entry, in base units, with its place.
pub(super) type NumberLookup<'a> = &'a dyn Fn(&str) -> Option<(f64, Span)>;

/// The percentiles that can be stated, with their shares.
pub const PERCENTILES: [(&str, f64); 9] = [
    ("p1", 0.01),
    ("p5", 0.05),
    ("p10", 0.1),
    ("p25", 0.25),
    ("p50", 0.5),
    ("p75", 0.75),
    ("p90", 0.9),
    ("p95", 0.95),
    ("p99", 0.99),
];

/// Where a central case can lie: between the ends of a range, or between the percentiles that one case in a hundred
/// lies beyond.
pub(super) fn limits(range: Option<&Distribution>, get: NumberLookup<'_>) -> Option<(f64, f64)> {
    match range {
        Some(range) if range.has_ends() => Some(range.range()),
        Some(range) => Some((range.quantile(0.01), range.quantile(0.99))),
        None => Some((get("low")?.0, get("high")?.0)),
    }
}

/// The range that an entry states, if it states one and nothing is wrong with it.
pub(super) fn distribution(
    entry: &InputEntry,
    get: NumberLookup<'_>,
    choices: &[f64],
    diagnostics: &mut Diagnostics,
) -> Option<Distribution> {
    let has = |keys: &[&str]| keys.iter().any(|key| get(key).is_some());
    let stated: Vec<(f64, f64)> = PERCENTILES.iter().filter_map(|(key, share)| Some((*share, get(key)?.0))).collect();
    let families = [has(&["low", "mode", "high"]), has(&["mean", "sd"]), !stated.is_empty(), !choices.is_empty()];
    let mut range = RangeReader { entry, diagnostics };
    if families.iter().filter(|family| **family).count() > 1 {
        return range.complain(
            "is given in two ways",
            "a range is `low`, `mode`, `high`, or `low`, `high`, or `mean`, `sd`, or two percentiles such as `p5`, `p95`, or `choices`",
        );
    }
    if choices.is_empty() && !entry.weights.is_empty() {
        return range.complain("has `weights` and no choices", "add `choices`, or leave them out");
    }
    let found = match families {
        [true, ..] => range.ends(get),
        [_, true, ..] => range.mean_and_sd(get),
        [_, _, true, _] => range.percentiles(&stated),
        [.., true] => range.choices(choices, get),
        _ => {
            if let Some(key) = ["lambda", "min", "max"].iter().find(|key| has(&[key])) {
                return range.complain(&format!("has `{key}` and no range"), "add `low` and `high`, or leave it out");
            }
            return match range.name() {
                Some(_) => {
                    range.complain("names a distribution and no numbers", "add `low` and `high`, or leave it out")
                }
                None => None,
            };
        }
    };
    range.truncated(found?, get)
}

struct RangeReader<'a> {
    entry: &'a InputEntry,
    diagnostics: &'a mut Diagnostics,
}

impl RangeReader<'_> {
    fn name(&self) -> Option<&str> {
        self.entry.distribution.as_ref().map(Located::as_str)
    }

    /// A complaint about the range, at the numbers it is made of.
    fn complain(&mut self, what: &str, help: &str) -> Option<Distribution> {
        let named = self.entry.distribution.as_ref().map_or(self.entry.name.span, |named| named.span);
        let numbers = self.entry.numbers.iter().filter(|(key, _)| *key != "value").map(|(_, written)| written.span());
        let choices = self.entry.choices.iter().map(super::written::Written::span);
        let weights = self.entry.weights.iter().map(|weight| weight.span);
        let mut numbers = numbers.chain(choices).chain(weights);
        let place = numbers.next().unwrap_or(named);
        let mut complaint = Diagnostic::error(format!("the range of `{}` {what}", self.entry.path())).at(place, "");
        for place in numbers {
            complaint = complaint.at(place, "");
        }
        self.diagnostics.push(complaint.help(help));
        None
    }

    /// The distribution, or a complaint with the reason why its numbers make none.
    fn made(&mut self, outcome: Result<Distribution, DistributionError>) -> Option<Distribution> {
        outcome.map_err(|error| self.complain("is not a valid distribution", &error.to_string())).ok()
    }

    /// Cut at `min` and `max`, where these are stated.
    fn truncated(&mut self, range: Distribution, get: NumberLookup<'_>) -> Option<Distribution> {
        let (min, max) = (get("min").map(|found| found.0), get("max").map(|found| found.0));
        if min.is_none() && max.is_none() { Some(range) } else { self.made(range.truncated(min, max)) }
    }

    fn mean_and_sd(&mut self, get: NumberLookup<'_>) -> Option<Distribution> {
        let (Some((mean, _)), Some((sd, _))) = (get("mean"), get("sd")) else {
            return self.complain("is half a range", "`mean` and `sd` go together");
        };
        match self.name() {
            None | Some("normal") => self.made(Distribution::normal(mean, sd)),
            Some("lognormal") => self.made(Distribution::log_normal_with(mean, sd)),
            Some(_) => self
                .complain("has `mean` and `sd`", "`mean` and `sd` stand for a normal distribution, or a lognormal one"),
        }
    }

    /// One of several values.
    fn choices(&mut self, choices: &[f64], get: NumberLookup<'_>) -> Option<Distribution> {
        let weights = &self.entry.weights;
        if self.name().is_some() || get("lambda").is_some() {
            return self.complain("has other keys than its choices", "`choices` go with `weights` and nothing else");
        }
        let mut different = choices.to_vec();
        different.sort_by(f64::total_cmp);
        different.dedup();
        if different.len() < 2 {
            return self.complain("has fewer than two choices", "a single one is a `value`");
        }
        if different.len() < choices.len() {
            return self.complain("has a choice twice", "state it once, with a greater weight");
        }
        if !weights.is_empty() && weights.len() != choices.len() {
            let help = format!("{} choices have {} weights: give each its own", choices.len(), weights.len());
            return self.complain("has choices without weights, or weights without choices", &help);
        }
        let weight = |at: usize| weights.get(at).map_or(1.0, |weight| weight.value);
        let weighed: Vec<(f64, f64)> = choices.iter().enumerate().map(|(at, choice)| (*choice, weight(at))).collect();
        self.made(Distribution::discrete(&weighed))
    }

    fn percentiles(&mut self, stated: &[(f64, f64)]) -> Option<Distribution> {
        let [low, high] = stated else {
            return self.complain("needs two percentiles", "state two, such as `p5` and `p95`");
        };
        match self.name() {
            Some("normal") => self.made(Distribution::normal_from(low.0, low.1, high.0, high.1)),
            Some("lognormal") => self.made(Distribution::log_normal_from(low.0, low.1, high.0, high.1)),
            _ => self.complain("leaves the distribution open", "add distribution = \"lognormal\" or \"normal\""),
        }
    }

    /// Ranges with ends. One of no width is a fixed value.
    fn ends(&mut self, get: NumberLookup<'_>) -> Option<Distribution> {
        let (Some((low, low_at)), Some((high, high_at))) = (get("low"), get("high")) else {
            return self.complain("is half a range", "`low` and `high` go together, with or without a `mode`");
        };
        let path = self.entry.path();
        if low > high {
            self.diagnostics.push(
                Diagnostic::error(format!("`low` of `{path}` is above `high`"))
                    .at(low_at, "low")
                    .at(high_at, "high")
                    .help("swap the two"),
            );
            return None;
        }
        let mode = get("mode");
        if let Some((mode, at)) = mode
            && !(low..=high).contains(&mode)
        {
            self.diagnostics.push(
                Diagnostic::error(format!("`mode` of `{path}` lies outside `low` and `high`"))
                    .at(at, "")
                    .help("the most plausible value is one of the plausible ones"),
            );
            return None;
        }
        let lambda = get("lambda").map(|found| found.0);
        #[expect(clippy::float_cmp, reason = "a range without width is written with the same number twice")]
        if low == high {
            return None;
        }
        match (mode, self.name()) {
            (Some((mode, _)), None | Some("pert")) => {
                self.made(Distribution::pert(low, mode, high, lambda.unwrap_or(USUAL_LAMBDA)))
            }
            _ if lambda.is_some() => self.complain("has `lambda`", "`lambda` weighs the mode of a PERT distribution"),
            (Some((mode, _)), Some("triangular")) => self.made(Distribution::triangular(low, mode, high)),
            (None, None | Some("uniform")) => self.made(Distribution::uniform(low, high)),
            (None, Some("loguniform")) => self.made(Distribution::log_uniform(low, high)),
            (None, Some("pert" | "triangular")) => {
                self.complain("needs a `mode`", "PERT and triangular ranges have a most plausible value")
            }
            (_, Some(_)) => self.complain(
                "has other keys than its distribution",
                "normal: `mean` and `sd` or two percentiles; lognormal: the same; uniform, loguniform: `low` and `high`",
            ),
        }
    }
}
