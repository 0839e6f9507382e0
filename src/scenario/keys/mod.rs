//! Every key a scenario file may have, once: the checker, the JSON Schema and the manual read this table.
//!
//! Knows the shapes of values, not what they lead to.

mod asked;
mod missions;

pub use asked::{AGAINST, BREAK_EVEN, CONDITION, CORRELATION, DISCOVERY, MONTE_CARLO, PILLAR, SENSITIVITY, SWEEP};
pub use missions::{CONFIDENCES, DEPLOYED, KINDS, MISSION, MISSIONS};
mod sizing;
mod style;
mod supply;

mod cost;

pub use cost::{BASIS, BUILD_UP, CASUALTY, COST};
pub use sizing::{BAND, ESTIMATE, INCLUDED, METHOD, RECORD, SIZING};
pub use style::{SIZES, STYLE};
pub use supply::{COALITION, MEMBER, STANCES, SUPPLY};

/// What a key's value looks like.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A text.
    Text,
    /// A text, or a list of texts.
    Texts,
    /// A number in the unit stated beside it, or a text with a number and a unit.
    Quantity,
    /// A whole number in a range.
    Whole(u32, u32),
    /// A pure number in a range.
    Number(f64, f64),
    /// A list of quantities.
    ManyQuantities,
    /// A list of pure numbers.
    Numbers,
    /// A whole number in a range, or a list of them.
    Wholes(u32, u32),
    /// `true` or `false`.
    Flag,
    /// One of some words.
    Choice(&'static [&'static str]),
    /// One of some words, or a list of them.
    Choices(&'static [&'static str]),
    /// Texts or lists of texts under names of the author's choice.
    NamedTexts,
    /// A table.
    Table(&'static Keys),
    /// Tables under names of the author's choice.
    Named(&'static Keys),
    /// Tables or quantities under names of the author's choice.
    NamedQuantities(&'static Keys),
    /// Quantities under names of the author's choice.
    Quantities,
    /// A list of tables.
    List(&'static Keys),
}

/// A key.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// As written in the file.
    pub name: &'static str,
    /// What its value looks like.
    pub shape: Shape,
    /// Whether the table is at fault without it.
    pub required: bool,
    /// What it is for, in one sentence.
    pub about: &'static str,
}

/// The keys of a table.
#[derive(Debug)]
pub struct Keys {
    /// What the table is called in complaints: `an input`, `a metric`.
    pub what: &'static str,
    /// What the table is for, in one sentence.
    pub about: &'static str,
    /// Its keys.
    pub keys: &'static [Key],
}

const fn key(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, shape, required: false, about }
}

const fn required(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, shape, required: true, about }
}

/// Languages of reports, by their codes.
pub const LANGUAGES: &[&str] = crate::language::CODES;

/// Purposes a mission can have.
pub const PURPOSES: &[&str] =
    &["observation", "interposition", "reassurance", "deterrence", "enforcement", "stabilisation"];

/// Who decides an input's value.
pub const ROLES: &[&str] = &["lever", "uncertainty", "constant"];

/// Values an input may have at all.
pub const BOUNDS: &[&str] = &["positive", "non_negative", "share", "any"];

/// How a strength was counted.
pub const COUNTINGS: &[&str] = &["planned", "pledged", "authorised", "deployed", "present"];

/// Distributions that can be named.
pub const DISTRIBUTIONS: &[&str] = &["pert", "triangular", "uniform", "loguniform", "normal", "lognormal"];

/// Spacings of a sweep's points.
pub const SCALES: &[&str] = &["linear", "log"];

/// Ways to draw samples.
pub const SAMPLERS: &[&str] = &["sobol", "lhs", "random"];

/// Ways to say what drives a metric.
pub const METHODS: &[&str] = &["oat", "elasticity", "sobol"];

/// How a figure was read in its source.
pub const SEEN: &[&str] = &["full", "start only", "second-hand", "own arithmetic"];

/// The top level of a scenario.
pub static SCENARIO: Keys = Keys {
    what: "a scenario",
    about: "A force-sizing scenario.",
    keys: &[
        key("title", Shape::Text, "What the scenario is about, as a chart's subtitle would say it."),
        key("purpose", Shape::Choice(PURPOSES), "What the mission is for: it explains more than the arithmetic does."),
        key("lang", Shape::Choice(LANGUAGES), "The language of reports and charts; English where absent."),
        key("cost_basis", Shape::Text, "What the cost of a soldier-year counts: one of the bases of the model."),
        key("summary", Shape::Text, "Two or three sentences for the report."),
        key("extends", Shape::Text, "Another scenario, by its path from this file; only what differs follows here."),
        key(
            "omit",
            Shape::Texts,
            "Inherited inputs, and inputs the model has a value for, that this scenario does not have.",
        ),
        key("input", Shape::NamedQuantities(&INPUT), "The inputs, by the names that formulas use."),
        key("include", Shape::Texts, "Files of published estimates and contributors, by their paths from this file."),
        key("coalition", Shape::Table(&COALITION), "Which contributors take part."),
        key("metric", Shape::Named(&METRIC), "Metrics of your own, in the words of the standard model."),
        key("unit", Shape::Named(&UNIT), "Units of your own."),
        key("scope", Shape::Named(&SCOPE), "Kinds of things that have inputs of their own, such as sectors."),
        key("sweep", Shape::List(&SWEEP), "Charts of metrics against one input, or grids over two."),
        key("chart", Shape::List(&CHART), "Charts of metrics beside a yardstick, and titles of other charts."),
        key("style", Shape::Table(&STYLE), "How charts look."),
        key("monte_carlo", Shape::Table(&MONTE_CARLO), "How samples of the uncertain inputs are drawn."),
        key("sensitivity", Shape::Table(&SENSITIVITY), "Which inputs drive which metrics, and how that is found out."),
        key(
            "break_even",
            Shape::List(&BREAK_EVEN),
            "The values of an input, or of two, at which a metric meets a target.",
        ),
        key("condition", Shape::List(&CONDITION), "Conditions whose share of samples is counted."),
        key("discovery", Shape::Table(&DISCOVERY), "The inputs with which conditions fail are looked for."),
        key("pillar", Shape::List(&PILLAR), "What the plan rests on, each of which may be missing; at most six."),
        key("correlation", Shape::List(&CORRELATION), "Pairs of inputs that move together."),
        key("estimate", Shape::Named(&ESTIMATE), "Published estimates of the force."),
        key("source", Shape::Named(&SOURCE), "Where figures come from, by the keys that inputs and metrics cite."),
        key("missions", Shape::Text, "A file of missions of your own, by its path from this file."),
    ],
};

/// The top level of a standard model.
pub static MODEL: Keys = Keys {
    what: "a model",
    about: "Inputs, metrics and charts that every scenario knows.",
    keys: &[
        key("input", Shape::Named(&INPUT), "Declared inputs."),
        key("metric", Shape::Named(&METRIC), "Metrics."),
        key("scope", Shape::Named(&SCOPE), "Scopes."),
        key("chart", Shape::List(&CHART), "Charts."),
        key("sizing", Shape::Table(&SIZING), "What sizing methods are held against."),
        key("supply", Shape::Table(&SUPPLY), "What supply is made of."),
        key("record", Shape::Named(&RECORD), "Records of outcomes."),
        key("cost", Shape::Table(&COST), "What a table of costs is made of."),
        key("casualty", Shape::Named(&CASUALTY), "Rates of casualties."),
        key("build_up", Shape::Table(&BUILD_UP), "What plays which part in a build-up."),
        key("source", Shape::Named(&SOURCE), "Sources."),
    ],
};

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
        key("assumed", Shape::Text, "Why the figure was assumed, where it has no source."),
        key("note", Shape::Text, "What a reader should know about the figure."),
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

/// A source.
pub static SOURCE: Keys = Keys {
    what: "a source",
    about: "A work that figures come from.",
    keys: &[
        required("title", Shape::Text, "The title."),
        key("author", Shape::Text, "Who wrote it."),
        key("publisher", Shape::Text, "Who published it."),
        key("date", Shape::Text, "When, as a text: \"1995\", \"2025-03\"."),
        key("url", Shape::Text, "Where it can be read."),
        key("page", Shape::Text, "The page or paragraph."),
        key("note", Shape::Text, "What a reader should know about it."),
        key("seen", Shape::Choice(SEEN), "How the figures were read."),
    ],
};
