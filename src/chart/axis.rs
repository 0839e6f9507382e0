//! Axes as the caller describes them: name, unit and scale.
//!
//! Knows nothing of ranges and ticks, which follow from the data.

use serde::Serialize;

/// How values are laid along an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[non_exhaustive]
pub enum Scale {
    /// Equal steps are equal differences.
    #[default]
    Linear,
    /// Equal steps are equal ratios; values that are not positive are left out.
    Log,
}

/// An axis as the caller describes it; its range and ticks follow from the data.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Axis {
    /// Name of the quantity.
    pub label: String,
    /// Its unit as printed in brackets; may be empty.
    pub unit: String,
    /// Linear or logarithmic.
    pub scale: Scale,
}

impl Axis {
    pub(super) fn title(&self) -> String {
        with_unit(&self.label, &self.unit)
    }
}

/// A name with its unit in brackets; either may be empty.
pub(super) fn with_unit(label: &str, unit: &str) -> String {
    if unit.is_empty() {
        label.to_owned()
    } else if label.is_empty() {
        unit.to_owned()
    } else {
        format!("{label} ({unit})")
    }
}
