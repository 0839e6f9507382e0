//! The top level of a scenario, and that of a model.

use super::asked::{BREAK_EVEN, CONDITION, CORRELATION, DISCOVERY, MONTE_CARLO, PILLAR, SENSITIVITY, SWEEP};
use super::cases::BACKTEST;
use super::choices::{LANGUAGES, PURPOSES};
use super::cost::{BUILD_UP, CASUALTY, COST};
use super::entry::{CHART, INPUT, METRIC, SCOPE, UNIT};
use super::option::{OPTION, REGRET};
use super::shape::{Keys, Shape, key};
use super::sizing::{ESTIMATE, RECORD, SIZING};
use super::source::SOURCE;
use super::style::STYLE;
use super::supply::{COALITION, SUPPLY};

/// The top level of a scenario.
pub static SCENARIO: Keys = Keys {
    what: "a scenario",
    about: "A force-sizing scenario.",
    keys: &[
        key("title", Shape::Text, "What the scenario is about, as a chart's subtitle would say it."),
        key("purpose", Shape::Choice(PURPOSES), "What the mission is for: it explains more than the arithmetic does."),
        key(
            "mission",
            Shape::Text,
            "The past mission that this scenario is, such as kfor-1999: it is not compared with itself.",
        ),
        key(
            "yardstick",
            Shape::Text,
            "A past mission whose densities are the yardstick, by its identifier: its figures replace the reference inputs.",
        ),
        key(
            "yardstick_name",
            Shape::Text,
            "What the yardstick is called, where the reference inputs are the scenario's own; it stands wherever it is used.",
        ),
        key("lang", Shape::Choice(LANGUAGES), "The language of reports and charts; English where absent."),
        key("cost_basis", Shape::Text, "What the cost of a soldier-year counts: one of the bases of the model."),
        key(
            "short",
            Shape::Text,
            "The title in a few words, for the footers of charts; the title, up to its colon where it is long, where absent.",
        ),
        key("summary", Shape::Text, "Two or three sentences for the report."),
        key("warning", Shape::Text, "What a reader must be told before the figures are used; a caveat of the report."),
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
        key("option", Shape::Named(&OPTION), "Plans on the table, two or more, held against the same futures."),
        key("regret", Shape::Table(&REGRET), "The metrics of interest that options are compared by."),
        key("correlation", Shape::List(&CORRELATION), "Pairs of inputs that move together."),
        key("estimate", Shape::Named(&ESTIMATE), "Published estimates of the force."),
        key("source", Shape::Named(&SOURCE), "Where figures come from, by the keys that inputs and metrics cite."),
        key("backtest", Shape::List(&BACKTEST), "Rules held against cases whose outcome others coded."),
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
