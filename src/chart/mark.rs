//! Marks that several kinds of charts have: labelled values along an axis, and labelled points of a plane.
//!
//! Knows nothing of how they are drawn.

use super::slot::{PointSlots, Slot};
use serde::Serialize;

/// A labelled value on an axis, drawn as a line across the plot.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Mark {
    /// Printed beside the line; say the value in it.
    pub label: String,
    /// Where, in the unit of the axis.
    pub value: f64,
    /// What the value is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slot: Option<Slot>,
}

/// A point to be marked in the plane of two axes.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct PointMark {
    /// In the unit of x.
    pub x: f64,
    /// In the unit of y.
    pub y: f64,
    /// Printed beside it.
    pub label: String,
    /// What the coordinates are, and the number in the label.
    pub slots: PointSlots,
}
