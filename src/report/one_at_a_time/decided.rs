//! Who decides an input: the planner, the world, or nobody.

use crate::model::{Assessment, InputId};
use crate::scenario::Role;

/// Who decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DecidedBy {
    /// A lever.
    Planner,
    /// What samples draw.
    World,
    /// A constant: its range is a reading of it, which nobody draws or chooses.
    Nobody,
}

impl DecidedBy {
    pub(super) fn of(assessment: &Assessment, input: InputId) -> Self {
        match assessment.calculation.inputs[input].role {
            Role::Lever => Self::Planner,
            Role::Uncertainty => Self::World,
            Role::Constant => Self::Nobody,
        }
    }

    /// As it stands in JSON.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Planner => "planner",
            Self::World => "world",
            Self::Nobody => "nobody",
        }
    }
}
