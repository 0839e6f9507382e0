//! Keys of options: the plans that are on the table, and what tells a better one.

use super::shape::{Keys, Shape, key};

/// An option.
pub static OPTION: Keys = Keys {
    what: "an option",
    about: "A plan on the table: the values that it gives levers, or a whole scenario; `forcesize options` holds all of them against the same futures.",
    keys: &[
        key("label", Shape::Text, "Its name for people; made of its key where absent."),
        key(
            "set",
            Shape::Quantities,
            "Levers with their values under this option: { peacekeepers = \"25_000 troops\" }.",
        ),
        key(
            "of",
            Shape::Text,
            "A whole scenario that is the option, by its path from this file; `set` then goes over it.",
        ),
        key(
            "own_futures",
            Shape::Flag,
            "Whether the scenario of the option may draw uncertain inputs from other distributions than this one; they still share their quantiles.",
        ),
        key("source", Shape::Texts, "Keys of the sources that propose it."),
        key("note", Shape::Text, "What a reader should know about it."),
    ],
};

/// What tells a better option.
pub static REGRET: Keys = Keys {
    what: "a regret",
    about: "The metrics of interest by which options are held against the best one of each future; those of the conditions where absent.",
    keys: &[
        key("more", Shape::Texts, "Metrics of which more is better."),
        key("less", Shape::Texts, "Metrics of which less is better."),
    ],
};
