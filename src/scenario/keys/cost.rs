//! Keys of what a mission costs, how it builds up and whom it loses.

use super::shape::{Keys, Shape, key, required};

/// What a table of costs needs to know of a model.
pub static COST: Keys = Keys {
    what: "a cost",
    about: "Which metrics and inputs a table of costs is made of.",
    keys: &[
        required("basis", Shape::Text, "The metric whose formula is the input of the basis that a scenario chooses."),
        required("duration", Shape::Text, "The input that is the mission's duration."),
        required("setup", Shape::Text, "The metric that is the one-off set-up."),
        required("annual", Shape::Text, "The metric that is the cost per year by the chosen basis."),
        required("total", Shape::Text, "The metric that is the cost over the duration by the chosen basis."),
        required("beside", Shape::Text, "The input that is the money to hold the cost against."),
        required("funding", Shape::Text, "The metric that is the share of the total cost the fund equals."),
        required("years", Shape::Text, "The metric that says how many years the fund lasts."),
        key("kind", Shape::Named(&BASIS), "The bases of a soldier-year, which are never mixed."),
    ],
};

/// A basis of cost.
pub static BASIS: Keys = Keys {
    what: "a basis",
    about: "What is counted in the cost of a soldier-year.",
    keys: &[
        required("label", Shape::Text, "The name for people."),
        required("counts", Shape::Text, "What is counted and what is not."),
        required("formula", Shape::Text, "The cost of a soldier-year in the fund's money."),
        required("source", Shape::Texts, "Keys of sources of the basis."),
        required("annual", Shape::Text, "The metric that is the cost per year."),
        required("total", Shape::Text, "The metric that is the cost over the duration."),
        required("funding", Shape::Text, "The metric that is the share of the total cost the fund equals."),
    ],
};

/// A rate of casualties.
pub static CASUALTY: Keys = Keys {
    what: "a casualty",
    about: "A rate of deaths and what follows from it.",
    keys: &[
        required("label", Shape::Text, "The name for people."),
        required("rate", Shape::Text, "The input that is the rate."),
        required("annual", Shape::Text, "The metric that is the number in a year."),
        required("total", Shape::Text, "The metric that is the number over the duration."),
    ],
};

/// What a build-up needs to know of a model.
pub static BUILD_UP: Keys = Keys {
    what: "a build_up",
    about: "Which inputs play which part in the model of the build-up.",
    keys: &[
        required("preparation", Shape::Text, "Time from the decision to the order."),
        required("first_arrival", Shape::Text, "Time from the order to the first units on the ground."),
        required("first_units", Shape::Text, "Strength of the first units."),
        required("enabling", Shape::Text, "Time in which the first units prepare the ground and nobody else arrives."),
        required("rate", Shape::Text, "Personnel that arrive in a given time afterwards."),
        key("cap", Shape::Text, "An input or metric that is the most that can be kept there."),
        key("pool", Shape::Text, "The metric that is the number of soldiers who can be sent at all, tour after tour."),
        key("factor", Shape::Text, "The metric that says how many of these one post takes."),
        key("tour", Shape::Text, "The input that is the length of a tour."),
    ],
};
