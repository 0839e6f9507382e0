//! Keys of the facts that ship beside inputs: what was observed in missions of the past.

use super::shape::{Keys, Shape, key, required};

/// The top level of the file of observations.
pub static OBSERVATIONS: Keys = Keys {
    what: "a file of observations",
    about: "What was observed in missions of the past.",
    keys: &[key("observed", Shape::Named(&OBSERVED), "The observations, each of several missions.")],
};

/// An observation.
pub static OBSERVED: Keys = Keys {
    what: "an observation",
    about: "A figure of several missions, beside which a scenario's own stands.",
    keys: &[
        required("of", Shape::Text, "The input, or the part of a report, beside which it stands."),
        required("title", Shape::Text, "What was observed."),
        required("unit", Shape::Text, "The unit of the figures."),
        required("derivation", Shape::Text, "How the figures follow from the data."),
        required("cite", Shape::Text, "How to cite the data."),
        key("note", Shape::Text, "What a reader should know."),
        required("case", Shape::List(&OBSERVED_CASE), "The missions."),
    ],
};

/// A mission in an observation.
pub static OBSERVED_CASE: Keys = Keys {
    what: "an observed case",
    about: "What was observed of a mission.",
    keys: &[
        required("name", Shape::Text, "The mission."),
        required("group", Shape::Text, "The missions that it is told apart with."),
        required("year", Shape::Whole(1800, 2100), "The year of the figure, or that the mission began."),
        required("value", Shape::Number(0.0, 1e9), "The figure."),
        key("low", Shape::Number(0.0, 1e9), "The lower quartile of what the figure is the median of."),
        key("high", Shape::Number(0.0, 1e9), "The upper quartile."),
        key("count", Shape::Whole(1, 1_000_000), "How many things it is the median of."),
    ],
};
