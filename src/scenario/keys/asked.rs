//! Keys of the analyses that a scenario can ask for.

use super::choices::{METHODS, SAMPLERS, SCALES};
use super::shape::{Keys, Shape, key, required};

/// A sweep.
pub static SWEEP: Keys = Keys {
    what: "a sweep",
    about: "Metrics over a range of one input (lines) or two (a grid).",
    keys: &[
        key("id", Shape::Text, "The name of its files; made of the inputs' names where absent."),
        key("title", Shape::Text, "The chart's title."),
        required("vary", Shape::Text, "The input to vary."),
        required("from", Shape::Quantity, "First value, in the input's unit or with a unit."),
        required("to", Shape::Quantity, "Last value."),
        key("steps", Shape::Whole(2, 2001), "Number of points, 61 where absent."),
        key("scale", Shape::Choice(SCALES), "How the points are spaced."),
        required("show", Shape::Texts, "The metrics to compute."),
        key("mark", Shape::Texts, "Metrics drawn as reference lines at their central value."),
        key("against", Shape::Table(&AGAINST), "A second input: the sweep becomes a grid."),
    ],
};

/// A grid's second input.
pub static AGAINST: Keys = Keys {
    what: "a grid's second input",
    about: "The second input of a grid.",
    keys: &[
        required("vary", Shape::Text, "The input to vary."),
        required("from", Shape::Quantity, "First value, in the input's unit or with a unit."),
        required("to", Shape::Quantity, "Last value."),
        key("steps", Shape::Whole(2, 2001), "Number of points, 61 where absent."),
        key("scale", Shape::Choice(SCALES), "How the points are spaced."),
    ],
};

/// A break-even search.
pub static BREAK_EVEN: Keys = Keys {
    what: "a break-even search",
    about: "The values of an input at which a metric, or a statistic of its samples, meets a target; with a second input a frontier.",
    keys: &[
        key("id", Shape::Text, "The name of its files; made of the inputs' names where absent."),
        key("title", Shape::Text, "The chart's title."),
        required("vary", Shape::Text, "The input to vary."),
        required("from", Shape::Quantity, "First value, in the input's unit or with a unit."),
        required("to", Shape::Quantity, "Last value."),
        key("steps", Shape::Whole(2, 2001), "Number of points of a frontier, 61 where absent."),
        key("scale", Shape::Choice(SCALES), "How the points are spaced."),
        key("metric", Shape::Text, "The metric, where the target is a value of it."),
        required(
            "target",
            Shape::Quantity,
            "The value to meet, or a statistic with its value: \"P(force_density >= 10 personnel per 1000 people) = 80 %\", \"p5(front_density) = 25 personnel per km\".",
        ),
        key("against", Shape::Table(&AGAINST), "A second input: the search becomes a frontier."),
    ],
};

/// How samples are drawn.
pub static MONTE_CARLO: Keys = Keys {
    what: "a Monte Carlo analysis",
    about: "How samples of the uncertain inputs are drawn.",
    keys: &[
        key(
            "samples",
            Shape::Whole(2, 1 << 30),
            "Number of samples, 65,536 where absent; Sobol' points round it up to a power of two. What would take far more than ten seconds is for `forcesize monte-carlo --samples`.",
        ),
        key("seed", Shape::Whole(0, u32::MAX), "The seed, 1 where absent; the same seed gives the same samples."),
        key("sampler", Shape::Choice(SAMPLERS), "Scrambled Sobol' points, a Latin hypercube, or plain random numbers."),
    ],
};

/// What drives a metric.
pub static SENSITIVITY: Keys = Keys {
    what: "a sensitivity analysis",
    about: "Which inputs drive which metrics, and how that is found out.",
    keys: &[
        key(
            "method",
            Shape::Choices(METHODS),
            "One input at a time (oat), elasticities, or Sobol' indices; all three where absent.",
        ),
        key("metric", Shape::Texts, "The metrics; those of the summary where absent."),
        key(
            "samples",
            Shape::Whole(2, 1 << 22),
            "Base samples of Sobol' indices, 16,384 where absent; rounded up to a power of two.",
        ),
        key("seed", Shape::Whole(0, u32::MAX), "The seed of Sobol' indices, 1 where absent."),
        key("second_order", Shape::Flag, "Whether pairs of inputs get Sobol' indices too."),
        key("group", Shape::NamedTexts, "Inputs that have Sobol' indices together, under a name of your choice."),
    ],
};

/// Scenario discovery.
pub static DISCOVERY: Keys = Keys {
    what: "a scenario discovery",
    about: "Looks for the region of the inputs in which conditions fail (PRIM).",
    keys: &[
        key(
            "condition",
            Shape::Wholes(1, 1000),
            "The conditions, by their numbers in the order of the file; all where absent.",
        ),
        key(
            "samples",
            Shape::Whole(100, 1 << 22),
            "Number of samples, 16,384 where absent; Sobol' points round it up to a power of two.",
        ),
        key(
            "alpha",
            Shape::Number(0.001, 0.5),
            "The share of the samples inside that a step gives up, 0.05 where absent.",
        ),
    ],
};

/// A pillar.
pub static PILLAR: Keys = Keys {
    what: "a pillar",
    about: "Something that the plan rests on, and the values inputs have without it; `forcesize compare --pillars` shows the metrics with and without each.",
    keys: &[
        required("label", Shape::Text, "Its name."),
        required(
            "without",
            Shape::Quantities,
            "Inputs with their values without it: { peacekeepers = \"0 troops\" }; where two pillars name one input, the smaller value holds when both are missing.",
        ),
        key("note", Shape::Text, "Why these values."),
    ],
};

/// A correlation.
pub static CORRELATION: Keys = Keys {
    what: "a correlation",
    about: "Two inputs with ranges that move together, by a Gaussian copula.",
    keys: &[
        required("between", Shape::Texts, "The two inputs: [\"front_length\", \"opposing_troops\"]."),
        required("rank", Shape::Number(-1.0, 1.0), "Spearman's rank correlation, between -1 and 1."),
        key("source", Shape::Texts, "Keys of sources."),
        key("assumed", Shape::Text, "Why it was assumed, where it has no source."),
    ],
};

/// A condition.
pub static CONDITION: Keys = Keys {
    what: "a condition",
    about: "A bound on a metric; the share of samples in which it holds is counted.",
    keys: &[
        required("that", Shape::Text, "METRIC >= VALUE or METRIC <= VALUE: \"front_density >= 25 personnel per km\"."),
        key("label", Shape::Text, "The condition in your words."),
    ],
};
