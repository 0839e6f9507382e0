//! Keys of the records that ship: what the rules of sizing methods have been worth.

use super::cases::{COUNTED, EXPECTATIONS};
use super::shape::{Keys, Shape, key, required};

/// The top level of the file of records.
pub static RECORDS: Keys = Keys {
    what: "a file of records",
    about: "What the rules of sizing methods have been worth on tables of cases.",
    keys: &[key("record", Shape::Named(&TRACK_RECORD), "The records, each of a rule on a table.")],
};

/// A record.
pub static TRACK_RECORD: Keys = Keys {
    what: "a record",
    about: "What a rule has been worth on a table of cases.",
    keys: &[
        key("methods", Shape::Texts, "The sizing methods whose rule it is."),
        required("rule", Shape::Text, "The rule's name in the file of cases."),
        required("label", Shape::Text, "Its name for people."),
        required("data", Shape::Text, "What the cases are called."),
        required("counted", Shape::Choice(COUNTED), "What a case is."),
        required("event", Shape::Text, "What may have happened."),
        required("expects", Shape::Choice(EXPECTATIONS), "What the rule expects of a higher value."),
        required("cases", Shape::Whole(0, 10_000_000), "How many cases there are."),
        required("groups", Shape::Whole(0, 10_000_000), "How many groups they are in."),
        required("events", Shape::Whole(0, 10_000_000), "In how many the event happened."),
        key("skill", Shape::Numbers, "The skill and the ends of its interval; absent where nothing is scored."),
        key("auc_raw", Shape::Numbers, "The area under the curve of the bare ratio, with its interval."),
        key("rival", Shape::Text, "The plain rival that does better."),
        key("rival_skill", Shape::Numbers, "Its skill with the interval."),
        key("bands", Shape::Text, "The record of outcomes whose shares are the forecast."),
        key("band_events", Shape::Numbers, "Events in each of its bands."),
        key("band_cases", Shape::Numbers, "Cases in each of its bands."),
        key("in_sample", Shape::Numbers, "The skill of the shares on the cases they were counted from."),
        key("metric", Shape::Text, "The metric of a scenario that lies among the values."),
        key("unit", Shape::Text, "The unit of the values."),
        key("quantiles", Shape::Numbers, "Quantiles of the values."),
        key("least", Shape::Numbers, "The least values, ascending."),
        key("greatest", Shape::Numbers, "The greatest values, ascending."),
        required("command", Shape::Text, "The command that makes the record again."),
        key("sha256", Shape::Text, "The table's SHA-256."),
        key("date", Shape::Text, "When the table was downloaded."),
        key("cite", Shape::Text, "How to cite the table."),
        key("note", Shape::Text, "What a reader should know."),
    ],
};
