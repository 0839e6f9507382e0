//! Keys of sizing methods: what a method is for, published estimates, records of outcomes.

use super::asked::CORRELATION;
use super::choices::{PURPOSES, RATIO_KINDS};
use super::shape::{Keys, Shape, key, required};
use super::source::SOURCE;

/// A metric that is a sizing method.
pub static METHOD: Keys = Keys {
    what: "a method",
    about: "Says that the metric is a sizing method: personnel required, shown beside other methods and never merged with them.",
    keys: &[
        required("label", Shape::Text, "The method's name in a list of methods."),
        required("applies", Shape::Choices(PURPOSES), "The purposes of missions that the method is meant for."),
        required("why", Shape::Text, "Which question the method answers, and so why it fits a purpose or not."),
        key("caveat", Shape::Text, "What its critics say, in one or two sentences."),
        key("source", Shape::Texts, "Keys of the critics' sources."),
        key("record", Shape::Text, "A record of outcomes of the model to show beside it."),
        key(
            "counts",
            Shape::Texts,
            "The forces that the method's definition counts: inputs whose sum its requirement is compared with; those that a scenario does not give count nothing. The proposed force alone where absent.",
        ),
        key(
            "chosen",
            Shape::Text,
            "The input that sets the requirement where the planner chooses it: it then reads as chosen, not as met.",
        ),
    ],
};

/// A published estimate.
pub static ESTIMATE: Keys = Keys {
    what: "an estimate",
    about: "A number of personnel that somebody published for the mission, to hold the methods against.",
    keys: &[
        required("who", Shape::Text, "Whose estimate it is."),
        key("date", Shape::Text, "When it was made: \"2025\", \"2025-03\" or \"2025-03-21\"."),
        required("value", Shape::Quantity, "The number, or the middle of its range where one is published."),
        key("low", Shape::Quantity, "The lower end of a published range."),
        key("high", Shape::Quantity, "The upper end of a published range."),
        key(
            "with",
            Shape::Quantities,
            "Inputs the estimate itself names, such as its line: { front_length = \"3_700 km\" }.",
        ),
        key(
            "elsewhere",
            Shape::Text,
            "Where it is for, when that is not the scenario's area; it is then drawn in no chart.",
        ),
        key("for", Shape::Text, "What the force would do, or how the number was reasoned."),
        required("source", Shape::Texts, "Keys of sources."),
        key("note", Shape::Text, "What a reader should know about it."),
    ],
};

/// The top level of an included file.
pub static INCLUDED: Keys = Keys {
    what: "an included file",
    about: "Published estimates, members of scopes or correlations, with their sources, for scenarios to include.",
    keys: &[
        key("title", Shape::Text, "What the file has."),
        key("warning", Shape::Text, "What must be said where the file is included; a caveat of the report."),
        key("estimate", Shape::Named(&ESTIMATE), "Published estimates."),
        key(
            "correlation",
            Shape::List(&CORRELATION),
            "Pairs of inputs that move together; those about inputs the scenario lacks are left out.",
        ),
        key("source", Shape::Named(&SOURCE), "Where they come from."),
    ],
};

/// What a comparison of methods needs to know of a model.
pub static SIZING: Keys = Keys {
    what: "a sizing",
    about: "What methods and estimates are held against.",
    keys: &[
        required("force", Shape::Text, "The input that is the proposed force."),
        key("densities", Shape::Texts, "Metrics that say how dense an estimate would stand."),
        key("stands", Shape::Texts, "Metrics that say how thick the proposed force stands."),
        key(
            "neighbours",
            Shape::NamedTexts,
            "For a purpose, the other purpose whose methods are named where they ask for more.",
        ),
        key(
            "yardstick",
            Shape::NamedTexts,
            "For an input of a past mission, the reference input that it gives as a yardstick.",
        ),
        key("quoted", Shape::Texts, "Inputs that are quoted of one yardstick and hold for no other."),
        key(
            "bands",
            Shape::NamedTexts,
            "Inputs that past missions of the purpose's kinds give, and the density of each.",
        ),
    ],
};

/// A record of outcomes.
pub static RECORD: Keys = Keys {
    what: "a record",
    about: "How often something happened, by bands of a ratio.",
    keys: &[
        required("title", Shape::Text, "What was counted."),
        required(
            "kind",
            Shape::Choice(RATIO_KINDS),
            "Of what its ratios are: only metrics of that kind fall into its bands.",
        ),
        required("counting", Shape::Text, "Who is counted, and what counts as the outcome."),
        required("says", Shape::Text, "What the record shows, in a sentence."),
        required("source", Shape::Texts, "Keys of sources."),
        required("band", Shape::List(&BAND), "The bands in ascending order."),
    ],
};

/// A band of a record.
pub static BAND: Keys = Keys {
    what: "a band",
    about: "Cases in which a ratio lay between two values.",
    keys: &[
        required("low", Shape::Number(0.0, 1e6), "The band's lower end."),
        required("high", Shape::Number(0.0, 1e6), "The band's upper end."),
        required("cases", Shape::Whole(1, 1_000_000), "How many cases fall into it."),
        required("share", Shape::Number(0.0, 1.0), "The share of them with the outcome."),
        key("by_subtraction", Shape::Flag, "Whether the cases are what the other bands leave of the total."),
    ],
};
