//! The format of `results.json`, and what changed from one to the next.
//!
//! A format is new where a key means something else than before, or is gone; keys that are only added need none. What is
//! here stands in the manual under `outputs`. To say that a key changes, add a line; knows nothing of the values.

use serde_json::Value;

/// The format that this program writes.
pub const FORMAT: u64 = 2;

/// A change of a key.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// The format that it came with.
    pub format: u64,
    /// The key; `*` stands for any name. Of other files than results.json with the file in front.
    pub key: &'static str,
    /// What it is since then.
    pub now: &'static str,
}

const fn since_2(key: &'static str, now: &'static str) -> Change {
    Change { format: 2, key, now }
}

/// All changes, in the order of the formats.
pub const CHANGES: &[Change] = &[
    since_2("record.format", "new: the number of the format; results without it are of format 1"),
    since_2(
        "manifest.toml: written",
        "a table of paths with the SHA-256 of each file, charts included; was a list of paths",
    ),
    since_2(
        "monte_carlo.metrics.*.standing",
        "new, as in the other analyses: varies, constant, undefined, overflow or not_reached",
    ),
    since_2(
        "monte_carlo.metrics.*.*_ci",
        "an interval of the mean, the standard deviation and each percentile; an end without a bound is null",
    ),
    since_2(
        "monte_carlo.conditions.*.share_ci",
        "new: the interval of the share; conservative says whether it is Wilson's",
    ),
    since_2("monte_carlo.conditions.*.mcse", "half the interval over its quantile, never 0 where it is estimated"),
    since_2("supply.*_ci, discovery.*_ci", "new: intervals of shares and percentiles"),
    since_2("monte_carlo.conditions.*.share", "a condition on a result that is infinite does not hold"),
    since_2("monte_carlo.correlations", "new: the rank correlations that are asked for and reached"),
    since_2("sobol_indices.metrics.*", "a share that is not resolved is null, and unresolved has the reason"),
    since_2("inputs.*.range", "of the distribution cut at the bounds of its input"),
    since_2(
        "history.densities.*.percentile",
        "gone: thinner, level and denser count the missions, and *.class has their places",
    ),
    since_2(
        "history.densities.*.class, .all: median, q1, q3",
        "of places, each with the mean of the logarithms of its figures; the quartiles have intervals, and are null below ten places",
    ),
    since_2(
        "history.expected_strength",
        "by place; null where the inputs say nothing about the strength, with the p value",
    ),
    since_2("inputs.class_*", "a place drawn, then one of its figures; the central case is the median of the places"),
    since_2("sizing.estimates.*.nearest", "computed with the inputs that the estimate names, such as its line"),
    since_2("missions.json: regression", "standard errors by place; cooks_distance names places; new: places and p"),
    since_2(
        "sizing.methods.*.low, .high; cost: low, high; metrics.*.low, .high",
        "extremes over the declared ranges of all inputs, null where there is none; p5 and p95 are the range of samples",
    ),
    since_2(
        "sizing.methods.*.margin, .shortfall",
        "against counted, the forces that the method's definition counts; met_share is the share of samples in which they are enough",
    ),
    since_2("monte_carlo, sobol_indices, discovery", "only inputs with the role uncertainty are drawn"),
    since_2(
        "supply.committed",
        "gone: garrisons, deployable and, of a contributor, flank_base are the steps; new: all, readings",
    ),
    since_2(
        "build_up.targets.*.fast, .central, .slow, .gap",
        "of what others, the other forces that the method's definition counts, leave of what is required; new: others",
    ),
    since_2(
        "supply.methods.*.required, .covered, .probability",
        "of what others, the other forces that the method counts, leave; new: others",
    ),
    since_2("metrics.csv: formula_sources", "was sources; where a metric's formula is from, not its number"),
    since_2("results.csv: source", "an input's; empty for metrics"),
    since_2("one_at_a_time.metrics.*.inputs.*.decided_by", "new: nobody, for constants, which were planner"),
    since_2("metrics.*.value", "ceil and floor take for whole what misses a whole number by rounding alone"),
];

/// The JSON Schema of `results.json`, of this format: every key that the shipped scenarios give, and what it is.
pub const SCHEMA: &str = include_str!("results.schema.json");

/// The format of a result.
#[must_use]
pub(crate) fn of(saved: &Value) -> u64 {
    saved.get(KEY).and_then(|record| record.get("format")?.as_u64()).unwrap_or(1)
}

/// Whether a place is the central case of an input or a metric, or what it is counted in: the same in all formats.
#[must_use]
pub fn is_central(path: &[&str]) -> bool {
    matches!(
        path,
        ["inputs" | "metrics", _, "value" | "unit"] | ["scopes", _, "members", _, _] | ["scopes", _, "units", _]
    )
}

/// The key under which results keep their record.
pub const KEY: &str = "record";
