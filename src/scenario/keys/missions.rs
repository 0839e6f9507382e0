//! Keys of a file of missions: what past operations a scenario is held against.

use super::choices::COUNTINGS;
use super::entry::INPUT;
use super::shape::{Keys, Shape, key, required};
use super::source::SOURCE;

/// Kinds of missions: the purposes a scenario can have, and what stands apart from them.
pub const KINDS: &[&str] = &[
    "observation",
    "interposition",
    "border",
    "reassurance",
    "deterrence",
    "enforcement",
    "stabilisation",
    "counterinsurgency",
    "occupation",
];

/// What a strength stands for.
pub(crate) const STATUSES: &[&str] = &[DEPLOYED, "plan", "upper_bound"];

/// The status of a mission that took place.
pub const DEPLOYED: &str = "deployed";

/// How far a figure can be trusted, the least first.
pub const CONFIDENCES: &[&str] = &["low", "medium", "high"];

/// The top level of a file of missions.
pub static MISSIONS: Keys = Keys {
    what: "a file of missions",
    about: "Missions of the past that scenarios are held against.",
    keys: &[
        key("mission", Shape::Named(&MISSION), "The missions, by names such as kfor-1999."),
        key("purposes", Shape::Table(&PURPOSE_KINDS), "The kinds of missions that each purpose is held against."),
        key("strength", Shape::Text, "The input that regressions explain."),
        key("regression", Shape::List(&REGRESSION), "Regressions of the strength's logarithm."),
        key("source", Shape::Named(&SOURCE), "Where figures come from, by the keys that missions cite."),
    ],
};

/// A mission.
pub static MISSION: Keys = Keys {
    what: "a mission",
    about: "A mission as a small scenario: inputs of the standard model, and what is known about the count.",
    keys: &[
        required("name", Shape::Text, "The name for people."),
        required("kind", Shape::Choice(KINDS), "What kind of mission it was."),
        key("place", Shape::Text, "Where it was: missions at one place count as one; a place of its own where absent."),
        key("start", Shape::Whole(1800, 2100), "The year the mission began."),
        required("year", Shape::Whole(1800, 2100), "The year of the count."),
        required("input", Shape::NamedQuantities(&INPUT), "Inputs of the standard model; what is not known is absent."),
        key("police", Shape::Whole(0, 100_000_000), "Police of the mission, who are not in its strength."),
        key("naval", Shape::Whole(0, 100_000_000), "Those of the strength who serve at sea."),
        key("counts", Shape::Text, "Who is counted in the strength, as the source says."),
        key("counting", Shape::Choice(COUNTINGS), "How the strength was counted."),
        key("status", Shape::Choice(STATUSES), "A plan or an upper bound stays out of bands."),
        key("variant_of", Shape::Text, "The mission of which this is another count; it stays out of bands."),
        key("not_comparable", Shape::Texts, "Densities that compare with no other mission's."),
        key("confidence", Shape::Choice(CONFIDENCES), "How far the figures can be trusted."),
        key("source", Shape::Texts, "Addresses of pages, or keys of sources."),
        key("note", Shape::Text, "What the source says and what it does not."),
        key("outcome", Shape::Table(&OUTCOME), "What came after the count, as others coded it."),
    ],
};

/// How a conflict went on: quiet or active at the count, and after it.
pub const STATES: &[&str] = &["held", "ended", "continued", "resumed"];

/// What came after a mission's count.
pub(crate) static OUTCOME: Keys = Keys {
    what: "an outcome",
    about: "What came after the mission's count, by a stated rule from data that others coded.",
    keys: &[
        key(
            "state",
            Shape::Choice(STATES),
            "The conflict at the count and in the years after it: quiet and quiet (held), active and quiet (ended), active and active (continued), quiet and active (resumed).",
        ),
        key("war", Shape::Flag, "Whether it was a war in one of those years."),
        key("years", Shape::Text, "The years after the count that were looked at: \"1996-2000\"."),
        key("conflicts", Shape::Text, "The conflicts that were followed."),
        key("not_codable", Shape::Text, "Why nothing can be coded."),
        key("theatre", Shape::Text, "What is left out as one, where that is more than the place."),
        key("confidence", Shape::Choice(CONFIDENCES), "How far the coding can be trusted."),
        key("source", Shape::Texts, "Keys of sources, or addresses."),
        key("note", Shape::Text, "What a reader should know."),
    ],
};

/// Kinds of missions by purpose.
pub(crate) static PURPOSE_KINDS: Keys = Keys {
    what: "the purposes",
    about: "The kinds of missions that each purpose is held against.",
    keys: &[
        key("observation", Shape::Texts, "Kinds for observation."),
        key("interposition", Shape::Texts, "Kinds for interposition."),
        key("reassurance", Shape::Texts, "Kinds for reassurance."),
        key("deterrence", Shape::Texts, "Kinds for deterrence."),
        key("enforcement", Shape::Texts, "Kinds for enforcement."),
        key("stabilisation", Shape::Texts, "Kinds for stabilisation."),
    ],
};

/// A regression.
pub(crate) static REGRESSION: Keys = Keys {
    what: "a regression",
    about: "The strength's logarithm explained by logarithms of other inputs.",
    keys: &[required("on", Shape::Texts, "The inputs that explain it.")],
};
