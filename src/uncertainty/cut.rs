//! What is cut off a distribution: by truncation, and by limits on what the number can be at all.
//!
//! Plain data; knows nothing of shapes.

/// What is left of a shape between two limits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cut {
    pub(super) min: f64,
    pub(super) max: f64,
    /// The share cut off below.
    pub(super) below: f64,
    /// The share cut off above.
    pub(super) above: f64,
    /// The share left.
    pub(super) left: f64,
}

/// What limits from outside do to a distribution's ends.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct OutsideLimits {
    /// The least value that is drawn, where the lower end is not among the values.
    pub(super) floor: Option<f64>,
    /// Whether an end is a limit from outside and not one of the distribution's own.
    pub(super) is_cut: bool,
}
