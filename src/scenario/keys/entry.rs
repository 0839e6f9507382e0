//! Keys of what a scenario and a model both have: inputs, metrics, units, scopes and charts.

use super::choices::{BOUNDS, COUNTINGS, DISTRIBUTIONS, RATIO_KINDS, ROLES};
use super::shape::{Keys, Shape, key, required};
use super::sizing::METHOD;
use super::style::SIZES;

/// An input.
pub static INPUT: Keys = Keys {
    what: "an input",
    about: "A number read from the world or decided by the planner: a value, a range or both, a unit and a source.",
    keys: &[
        key(
            "value",
            Shape::Quantity,
            "The central case; the mode, the mean or the middle of the range, or the choice of the greatest weight, where absent.",
        ),
        key("low", Shape::Quantity, "The least plausible value."),
        key("mode", Shape::Quantity, "The most plausible value."),
        key("high", Shape::Quantity, "The greatest plausible value."),
        key("mean", Shape::Quantity, "The mean of a normal distribution."),
        key("sd", Shape::Quantity, "The standard deviation of a normal distribution."),
        key("p5", Shape::Quantity, "The value that one case in twenty stays below."),
        key("p95", Shape::Quantity, "The value that one case in twenty exceeds."),
        key(
            "p1",
            Shape::Quantity,
            "The value that one case in a hundred stays below; any two percentiles make a range.",
        ),
        key("p10", Shape::Quantity, "The value that one case in ten stays below."),
        key("p25", Shape::Quantity, "The value that one case in four stays below."),
        key("p50", Shape::Quantity, "The median."),
        key("p75", Shape::Quantity, "The value that one case in four exceeds."),
        key("p90", Shape::Quantity, "The value that one case in ten exceeds."),
        key("p99", Shape::Quantity, "The value that one case in a hundred exceeds."),
        key(
            "choices",
            Shape::ManyQuantities,
            "The values that can be, where it is one or the other: [1_000, 1_250, 2_100].",
        ),
        key("weights", Shape::Numbers, "How often each of the choices is the case, all alike where absent: [2, 1, 1]."),
        key("min", Shape::Quantity, "A limit that cuts the distribution off below."),
        key("max", Shape::Quantity, "A limit that cuts the distribution off above."),
        key("lambda", Shape::Number(0.0, 1000.0), "The weight of a PERT distribution's mode, 4 where absent."),
        key("distribution", Shape::Choice(DISTRIBUTIONS), "The shape of the range where the keys leave a choice."),
        key("unit", Shape::Text, "The unit of bare numbers: \"km\", \"million people\"."),
        key("source", Shape::Texts, "Keys of sources."),
        key(
            "low_source",
            Shape::Texts,
            "Keys of the sources of the range's lower end, where another one has the value.",
        ),
        key("mode_source", Shape::Texts, "Keys of the sources of the range's middle."),
        key("high_source", Shape::Texts, "Keys of the sources of the range's upper end."),
        key(
            "assumed",
            Shape::Text,
            "Why the figure was assumed: where it has no source, or for what is judgement in it.",
        ),
        key("note", Shape::Text, "What a reader should know about the figure."),
        key(
            "warning",
            Shape::Text,
            "What a reader must not take the figure for; a caveat of every report that uses it.",
        ),
        key(
            "role",
            Shape::Choice(ROLES),
            "Who decides it: the planner (lever), the world (uncertainty), nobody (constant).",
        ),
        key("counting", Shape::Choice(COUNTINGS), "How a strength was counted."),
        key("label", Shape::Text, "The name for people, for inputs the model does not know."),
        key("means", Shape::Text, "What it is, for inputs the model does not know."),
        key("bounds", Shape::Choice(BOUNDS), "Which values make sense at all."),
        key("otherwise", Shape::Text, "An input of all that a member of a scope has where it has none of its own."),
        key(
            "sums_to",
            Shape::Text,
            "For an input of a scope: the input of all that the members' add up to, and that follows from them where it is not given.",
        ),
    ],
};

/// A metric.
pub static METRIC: Keys = Keys {
    what: "a metric",
    about: "A number that follows from a formula.",
    keys: &[
        required("formula", Shape::Text, "Arithmetic on names of inputs and metrics: \"peacekeepers / front_length\"."),
        required("unit", Shape::Text, "The unit it is shown in; the dimension must be the formula's."),
        key("label", Shape::Text, "The name for people."),
        key("means", Shape::Text, "What it says and what it does not."),
        key("source", Shape::Texts, "Keys of sources for the formula."),
        key("assumed", Shape::Text, "Why the formula holds, where it has no source."),
        key("example", Shape::Quantities, "A worked example: values of the formula's names, and what it `gives`."),
        key("headline", Shape::Flag, "Whether it is shown in the summary."),
        key("density", Shape::Flag, "Whether past missions are compared by it, on a log scale."),
        key(
            "kind",
            Shape::Choice(RATIO_KINDS),
            "Of what a force ratio is; only records of that kind are compared with it.",
        ),
        key("per", Shape::Text, "A scope: the metric is computed for each of its members."),
        key("agrees_with", Shape::Text, "An input that states the same figure; a warning says when they differ."),
        key("within", Shape::Quantity, "By how much the two may differ, as a share: \"5 %\"."),
        key("method", Shape::Table(&METHOD), "Makes the metric one of the sizing methods."),
    ],
};

/// A unit.
pub static UNIT: Keys = Keys {
    what: "a unit",
    about: "A new count, or with `is` a name for an amount.",
    keys: &[
        key("plural", Shape::Text, "The plural."),
        key("is", Shape::Text, "The amount it is a name for: \"4_000 personnel\"."),
    ],
};

/// A scope.
pub static SCOPE: Keys = Keys {
    what: "a scope",
    about: "A kind of thing of which a scenario has several, such as sectors: [sector.north], [sector.south].",
    keys: &[
        key("label", Shape::Text, "The name for people."),
        key("means", Shape::Text, "What its members are."),
        key("input", Shape::Named(&INPUT), "Inputs that each member has."),
    ],
};

/// A chart.
pub static CHART: Keys = Keys {
    what: "a chart",
    about: "Metrics as bars beside a yardstick; or a title and a size for the chart of a sweep with the same id.",
    keys: &[
        required("id", Shape::Text, "The name of its files."),
        key("title", Shape::Text, "The chart's title."),
        key("size", Shape::Choice(SIZES), "Across the page or one column wide."),
        key("panel", Shape::List(&PANEL), "Groups of metrics with one unit."),
    ],
};

/// A panel.
pub static PANEL: Keys = Keys {
    what: "a panel",
    about: "Metrics of one dimension, as bars.",
    keys: &[
        required("label", Shape::Text, "What the bars show."),
        required("show", Shape::Texts, "The metrics."),
        key("yardstick", Shape::Texts, "Metrics to hold them against, set apart."),
    ],
};
