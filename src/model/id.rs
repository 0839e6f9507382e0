//! Which input and which metric of a calculation is meant: positions with types of their own, so that one is not taken
//! for the other. They are written as plain numbers.

use serde::Serialize;

/// Which input of a calculation: its position among these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct InputId(usize);

/// Which metric of a calculation: its position among those that can be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct MetricId(usize);

impl InputId {
    /// The position: the input's column of a tape.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0
    }
}

impl MetricId {
    /// The position: the metric's output of a tape.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0
    }
}

impl From<usize> for InputId {
    fn from(position: usize) -> Self {
        Self(position)
    }
}

impl From<usize> for MetricId {
    fn from(position: usize) -> Self {
        Self(position)
    }
}

impl From<InputId> for usize {
    fn from(id: InputId) -> Self {
        id.0
    }
}

impl From<MetricId> for usize {
    fn from(id: MetricId) -> Self {
        id.0
    }
}
