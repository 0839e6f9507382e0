//! Keys of supply: what a member of a scope says beside its inputs, which contributors make a coalition, and what a
//! model's supply is made of.

use super::shape::{Keys, Shape, key, required};
use crate::scenario::choice::Stance;

/// What a contributor has said of sending troops.
pub const STANCES: &[&str] = Stance::WORDS;

/// What a member of a scope says beside its inputs.
pub static MEMBER: Keys = Keys {
    what: "a member",
    about: "One of the things of a scope; its other keys are its inputs.",
    keys: &[
        key("label", Shape::Text, "The name for people."),
        key("stance", Shape::Choice(STANCES), "What a contributor has said of sending troops."),
        key(
            "stance_source",
            Shape::Texts,
            "Keys of sources of what it has said of sending troops, one for each statement.",
        ),
        key("source", Shape::Texts, "Keys of sources for those of its inputs that name none."),
        key("note", Shape::Text, "What a reader should know about it."),
    ],
};

/// Which contributors take part.
pub static COALITION: Keys = Keys {
    what: "a coalition",
    about: "Which contributors take part; those who are ready where nothing is said.",
    keys: &[
        key("with", Shape::Texts, "Stances (ready, open, refuses, unknown), names or labels of contributors, or all."),
        key("without", Shape::Texts, "Those left out of them, in the same words."),
    ],
};

/// What supply is made of.
pub static SUPPLY: Keys = Keys {
    what: "a supply",
    about: "Which scope, inputs and metrics are contributors, rotation and the sums of a coalition.",
    keys: &[
        required("scope", Shape::Text, "The scope whose members are contributors."),
        required("taking_part", Shape::Text, "The input of the scope that is 1 for members of the coalition."),
        required("force", Shape::Text, "The input that is the proposed force."),
        required("rotation_factor", Shape::Text, "The metric that is the rotation factor."),
        required("rotation_base", Shape::Text, "The metric that is the rotation base."),
        required("land_forces", Shape::Text, "The coalition's land forces."),
        required("garrisons", Shape::Text, "The coalition's permanent garrisons."),
        required("deployable", Shape::Text, "The coalition's deployable troops."),
        required("available", Shape::Text, "The coalition's available troops."),
        required("sustainable", Shape::Text, "The coalition's sustainable force."),
        required("margin", Shape::Text, "The sustainable force less the proposed one."),
        required("tours", Shape::Text, "Tours at full strength."),
        required(
            "of_member",
            Shape::Texts,
            "Of a contributor: land forces, garrisons, not deployable, rotation base of the standing commitment, available, sustainable, share.",
        ),
        required("offered", Shape::Text, "What a contributor adds to the sustainable force."),
        key("fair_shares", Shape::Texts, "Metrics of a contributor that are fair shares of the proposed force."),
        key("more", Shape::Texts, "Further metrics to show."),
        key("break_even", Shape::Texts, "Inputs for which the value is sought at which supply meets the force."),
        key("months", Shape::Texts, "Months deployed and months at home."),
        key(
            "backing",
            Shape::Text,
            "The input that is the largest force which can be served without the backing of others.",
        ),
        key("unbacked", Shape::Text, "What to say where it has no number, in a sentence."),
        key("readings", Shape::Texts, "Metrics that are other readings of the same data."),
        key("shares", Shape::Texts, "Inputs that are published shares of land forces on operations."),
        key("published", Shape::Texts, "Inputs with the lowest and highest supply that was published."),
    ],
};
