//! Keys of a file of cases: a table of what happened, and the rules that are held against it.

use super::entry::METRIC;
use super::shape::{Keys, Shape, key, required};
use super::source::SOURCE;

/// What a rule may expect of a higher value.
pub const EXPECTATIONS: &[&str] = &["likelier", "rarer"];

/// On which side of a threshold a rule as it is said expects the event.
pub const SIDES: &[&str] = &["above", "below"];

/// What cases are.
pub const COUNTED: &[&str] = &["cases", "missions", "battles", "occupations", "months"];

/// On what scale a value enters a forecast.
pub const FORECAST_SCALES: &[&str] = &["log", "linear"];

/// The top level of a file of cases.
pub static CASES: Keys = Keys {
    what: "a file of cases",
    about: "Cases with an outcome each, that rules are held against.",
    keys: &[
        required("title", Shape::Text, "What the cases are: \"Battles, 1600 to 1982\"."),
        key("table", Shape::Text, "The file with the rows, a CSV with a header, counted from the folder of this file."),
        key(
            "row",
            Shape::Rows,
            "The rows, where they stand in this file: [[row]] with a number or a text under each column.",
        ),
        key("missions", Shape::Flag, "Whether the cases are the past missions that are built in, and yours."),
        key("address", Shape::Text, "Where the table can be downloaded."),
        key("sha256", Shape::Text, "The table's SHA-256, in hexadecimal digits: a warning says when it is another."),
        key("date", Shape::Text, "When the table was downloaded: \"2026-11\"."),
        key("short", Shape::Text, "The table's name in a few words: \"CDB90\"."),
        key("cite", Shape::Text, "How to cite the table."),
        key("licence", Shape::Text, "On what terms it may be used."),
        key("note", Shape::Text, "What a reader should know about the cases."),
        key("counted", Shape::Choice(COUNTED), "What a case is."),
        required("event", Shape::Text, "What may have happened: \"attacker wins\"."),
        required(
            "outcome",
            Shape::Text,
            "When it did, as a condition on the columns: \"wina == 1\"; a case with a blank there is left out.",
        ),
        required("group", Shape::Text, "The column of what is left out as one: a war, a theatre, a country."),
        key(
            "group_label",
            Shape::Text,
            "The column with a name for the group, where its own has none; that of its first row is taken.",
        ),
        key("name", Shape::Text, "The column with the case's name."),
        key(
            "where",
            Shape::Texts,
            "Conditions on the columns that a row must meet to be a case: [\"wina != -9\", \"year >= 1914\"].",
        ),
        key("join", Shape::List(&JOIN), "Other tables, whose columns are added by a key."),
        key("column", Shape::Named(&CASE_COLUMN), "Columns that follow from others."),
        key("input", Shape::Named(&CASE_INPUT), "Inputs of metrics, from the columns."),
        key("metric", Shape::Named(&METRIC), "Metrics of your own, as in a scenario."),
        key("source", Shape::Named(&SOURCE), "Sources that metrics cite."),
        key("rule", Shape::List(&RULE), "The rules that are held against the cases."),
    ],
};

/// A table that is joined.
pub static JOIN: Keys = Keys {
    what: "a joined table",
    about: "A table whose columns are added to the rows that have its key.",
    keys: &[
        required("table", Shape::Text, "The file, a CSV with a header."),
        required("on", Shape::Texts, "The columns that both tables have and that make the key."),
        key("address", Shape::Text, "Where the table can be downloaded."),
        key("sha256", Shape::Text, "The table's SHA-256."),
    ],
};

/// A column that follows from others.
pub static CASE_COLUMN: Keys = Keys {
    what: "a column",
    about: "A column that follows from others: by a formula, or by which of some texts another has.",
    keys: &[
        key("formula", Shape::Text, "Arithmetic on names of columns: \"ln(str_a / str_d)\"."),
        key(
            "when",
            Shape::Text,
            "A condition on the columns, for a column that is 1 where it holds and 0 elsewhere: \"post1 in FD, PD\".",
        ),
        key("label", Shape::Text, "The name for people."),
    ],
};

/// An input from the columns.
pub static CASE_INPUT: Keys = Keys {
    what: "an input of cases",
    about: "An input of the standard model, or one of your own metrics, with its value in each case.",
    keys: &[
        required("formula", Shape::Text, "A column, or arithmetic on columns: \"soldiers\"."),
        required("unit", Shape::Text, "The unit of the column's numbers."),
        key("label", Shape::Text, "The name for people, for an input that the standard model does not have."),
    ],
};

/// A rule.
pub static RULE: Keys = Keys {
    what: "a rule",
    about: "A metric or a column by which the event is forecast.",
    keys: &[
        key("id", Shape::Text, "Its name in results; the metric's or the column's where absent."),
        key("label", Shape::Text, "Its name for people."),
        key("metric", Shape::Text, "The metric, of the standard model or of this file."),
        key("column", Shape::Text, "The column, where the rule is no metric."),
        required(
            "expects",
            Shape::Choice(EXPECTATIONS),
            "Whether the rule expects the event to be likelier or rarer where the value is higher.",
        ),
        key(
            "scale",
            Shape::Choice(FORECAST_SCALES),
            "How the value enters the forecast: its logarithm, which a metric's does where nothing is said, or as it is.",
        ),
        key("beside", Shape::Texts, "Columns that enter the forecast beside it."),
        key(
            "rivals",
            Shape::Texts,
            "Columns that the rule is compared with, each by itself. A metric's own inputs are rivals in any case.",
        ),
        key("where", Shape::Texts, "Further conditions on the cases."),
        key("group", Shape::Text, "Another column of what is left out as one."),
        key("event", Shape::Text, "Another event."),
        key("outcome", Shape::Text, "When that other event happened."),
        key("data", Shape::Text, "What these cases are called, where conditions make them others than the file's."),
        key("said", Shape::Table(&SAID), "The rule as it is said: a threshold."),
        key(
            "methods",
            Shape::Texts,
            "The sizing methods whose own ratio, outcome and counting this is: their badge is made of it.",
        ),
        key(
            "bands",
            Shape::Text,
            "A record of outcomes of the standard model: the shares of its bands are the forecast, as they are.",
        ),
        key(
            "shown_by",
            Shape::Text,
            "The metric of a scenario that lies among the rule's values, or outside of them; the rule's own where it is one of the standard model.",
        ),
    ],
};

/// A rule as it is said.
pub static SAID: Keys = Keys {
    what: "the rule as it is said",
    about: "A threshold, and on which side of it the rule expects the event.",
    keys: &[
        required(
            "at",
            Shape::Quantity,
            "The threshold: \"20 personnel per 1000 people\"; it belongs to the side above.",
        ),
        required("event", Shape::Choice(SIDES), "On which side of it the event is expected."),
    ],
};

/// Rules that a scenario holds against cases.
pub static BACKTEST: Keys = Keys {
    what: "a backtest",
    about: "Rules held against cases whose outcome others coded; the report shows the scenario among them.",
    keys: &[
        required(
            "cases",
            Shape::Text,
            "A file of cases, by its path from this file, or `missions`: the past missions.",
        ),
        key(
            "rule",
            Shape::Texts,
            "Rules of that file by their names, or metrics and columns that are to be rules; all of the file where absent.",
        ),
        key("beside", Shape::Texts, "Columns that every rule is compared with, each by itself."),
    ],
};
