//! Keys by which what a mark shows can be found again, so that another painter can bind values to marks.
//!
//! Knows nothing of what a key means: whoever describes the chart gives it, and whoever paints it live asks back.
//! A static SVG does not have them.

use serde::{Serialize, Serializer};
use std::fmt;
use std::sync::Arc;

/// A key for what a mark shows.
///
/// ```
/// use forcesize::chart::{Mark, Slot};
///
/// let mark = Mark { label: "50 km".into(), value: 50.0, slot: Some(Slot::new("length")) };
/// assert_eq!(mark.slot.unwrap().as_str(), "length");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slot(Arc<str>);

impl Slot {
    /// A slot with this key.
    #[must_use]
    pub fn new(key: impl Into<Arc<str>>) -> Self {
        Self(key.into())
    }

    /// The key.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Serialize for Slot {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl fmt::Display for Slot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The slots of a value with a range around it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct RangeSlots {
    /// Of the lower end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<Slot>,
    /// Of the value itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Slot>,
    /// Of the upper end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<Slot>,
}

impl RangeSlots {
    /// Whether it has none.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Of a value without a range.
    #[must_use]
    pub fn of_value(slot: Slot) -> Self {
        Self { value: Some(slot), ..Self::default() }
    }

    /// Of a range without a value in it.
    #[must_use]
    pub fn of_ends(low: Slot, high: Slot) -> Self {
        Self { low: Some(low), value: None, high: Some(high) }
    }
}

/// The slots of a point in the plane of two axes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct PointSlots {
    /// Of its place along x.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub x: Option<Slot>,
    /// Of its place along y.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub y: Option<Slot>,
    /// Of the number in its label.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Slot>,
}
