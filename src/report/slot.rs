//! What the marks of charts show, as keys that whoever paints a chart live can look up.
//!
//! | Key | What it stands for |
//! |---|---|
//! | `front_density` | the central case of a metric or an input, by its identifier |
//! | `front_density@low`, `@high` | the exact ends over all declared ranges; of an input the ends of its own range |
//! | `front_density@p5`, `@p50`, `@mean` | a percentile or the mean over the samples of the uncertain inputs |
//! | `front_density@samples` | all samples |
//! | `front_density@along:front_length` | the metric for the mark's own coordinate, which is a value of that input; for two coordinates with a comma between the inputs |
//! | `front_density@low:front_length`, `@high:…` | the metric with that input alone at an end of its range |
//! | `front_density@first_order:front_length`, `@total_order:…` | an index of Sobol', in per cent; `@ci_low` and `@ci_high` behind it are the ends of its interval |
//! | `front_density@scenario:B` | the metric in another scenario of a comparison, by its letter |
//! | `front_density@from:front_length` | what a difference of scenarios owes to that input, or to several with commas between them; behind `@scenario:B` |
//! | `front_density@from_model` | what it owes to the formulas, or to inputs that only one of the scenarios has |
//! | `front_density@pillars:101` | the metric with some pillars there (1) and some missing (0), in their order |
//! | `options@option:ID@condition:1`, `@all_conditions` | the share of futures in which an option meets a condition, by its number, or all |
//! | `options@option:ID@regret:front_density@p50` | an option's regret in a metric; `@p5`, `@p95` and `@largest` in the place of `@p50` |
//! | `force_density@mission:ID`, `@kind:ID` | a past mission's density, or the median of its kind; `@q1` and `@q3` behind the latter are its quartiles |
//! | `estimates@estimate:ID` | a published estimate; `@low` and `@high` behind it are the ends of its range |
//! | `front_length@box:discovery` | the limits that a box sets to an input, by the identifier of its chart; `@low` or `@high` behind it |
//! | `break_even#2` | a result that has no metric of its own, by the identifier of its chart; with `#` the point of a list, counted from 0 |
//! | `cost@target`, `build_up@fast` | a part of such a result |
//!
//! Parts may follow one another, from the outermost to the innermost: `front_density@scenario:B@p5`. A difference of
//! two has ` - ` between them, a product ` * `. Knows nothing of charts but that their marks have slots.

use crate::chart::{RangeSlots, Slot};

/// The central case of a metric or an input.
pub(crate) fn central(id: &str) -> Slot {
    Slot::new(id)
}

/// A part of what an identifier stands for.
pub(crate) fn part(id: &str, part: &str) -> Slot {
    Slot::new(format!("{id}@{part}"))
}

/// A part that depends on something else.
pub(crate) fn part_of(id: &str, part: &str, of: &str) -> Slot {
    Slot::new(format!("{id}@{part}:{of}"))
}

/// A part of a part.
pub(crate) fn inner(slot: &Slot, part: &str) -> Slot {
    self::part(slot.as_str(), part)
}

/// The point of a list, counted from 0.
pub(crate) fn point(id: &str, position: usize) -> Slot {
    Slot::new(format!("{id}#{position}"))
}

/// One quantity less another.
pub(crate) fn difference(id: &str, less: &str) -> Slot {
    Slot::new(format!("{id} - {less}"))
}

/// One quantity times another.
pub fn product(id: &str, times: &str) -> Slot {
    Slot::new(format!("{id} * {times}"))
}

/// A value and the parts of it that its ends are.
pub(crate) fn with_ends(value: Slot, low: &str, high: &str) -> RangeSlots {
    RangeSlots { low: Some(inner(&value, low)), high: Some(inner(&value, high)), value: Some(value) }
}

/// The central case with the range of samples.
pub(crate) fn ranged(id: &str) -> RangeSlots {
    with_ends(central(id), "p5", "p95")
}

/// The median with the 5th and 95th percentile.
pub(crate) fn percentiles(id: &str) -> RangeSlots {
    RangeSlots { low: Some(part(id, "p5")), value: Some(part(id, "p50")), high: Some(part(id, "p95")) }
}

/// A metric against an input: the slots of a line.
pub(crate) fn line(id: &str, input: &str) -> RangeSlots {
    RangeSlots::of_value(part_of(id, "along", input))
}

#[cfg(test)]
mod tests;
