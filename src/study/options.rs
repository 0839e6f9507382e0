//! How a study runs, and why it may have no results.

use super::finding::Finding;
use crate::analysis::factors::Split;
use crate::analysis::interrupt::{Interrupt, Interrupted};
use crate::analysis::monte_carlo::{NotDrawn, Progress};

/// How a study runs. [`Options::default`] runs to its end and tells nothing.
#[derive(Clone, Copy, Default)]
#[non_exhaustive]
pub struct Options<'a> {
    /// Told now and then, by any thread, how many Monte Carlo samples are done.
    pub progress: Option<Progress<'a>>,
    /// Asked before each analysis and between the blocks of long ones, by any thread, whether to give up.
    pub stop: Option<&'a (dyn Fn() -> bool + Sync)>,
    /// Told what each analysis has found as soon as it has, by any thread and in any order.
    pub found: Option<&'a (dyn Fn(Finding<'_>) + Sync)>,
}

impl<'a> Options<'a> {
    /// The same, telling how many Monte Carlo samples are done.
    #[must_use]
    pub fn with_progress(self, progress: Progress<'a>) -> Self {
        Self { progress: Some(progress), ..self }
    }

    /// The same, asking now and then whether to give up.
    #[must_use]
    pub fn with_stop(self, stop: &'a (dyn Fn() -> bool + Sync)) -> Self {
        Self { stop: Some(stop), ..self }
    }

    /// The same, telling what each analysis has found as soon as it has.
    #[must_use]
    pub fn with_found(self, found: &'a (dyn Fn(Finding<'_>) + Sync)) -> Self {
        Self { found: Some(found), ..self }
    }

    /// Tells what was found.
    pub(super) fn tell(&self, finding: Finding<'_>) {
        if let Some(found) = self.found {
            found(finding);
        }
    }

    /// What analyses ask between their blocks.
    pub(super) fn interrupt(&self) -> Interrupt<'a> {
        self.stop.map_or(Interrupt::NEVER, Interrupt::when)
    }

    /// Whether to go on.
    pub(super) fn proceed(&self) -> Result<(), Fault> {
        Ok(self.interrupt().check()?)
    }
}

/// Why a study has no results.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Fault {
    /// It was told to give up.
    Stopped,
    /// Samples could not be drawn.
    NotDrawn(NotDrawn),
    /// A group of inputs parts a correlated pair.
    Split(Split),
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Stopped | Self::NotDrawn(NotDrawn::Interrupted) => f.write_str("stopped"),
            Self::NotDrawn(NotDrawn::NothingUncertain) => f.write_str("no input has a range"),
            Self::NotDrawn(NotDrawn::TooMany) => f.write_str("more samples than can be drawn or kept"),
            Self::NotDrawn(NotDrawn::Sampler(error)) => error.fmt(f),
            Self::Split(split) => write!(f, "the group `{}` parts correlated inputs", split.group),
        }
    }
}

impl std::error::Error for Fault {}

impl From<NotDrawn> for Fault {
    fn from(reason: NotDrawn) -> Self {
        if reason == NotDrawn::Interrupted { Self::Stopped } else { Self::NotDrawn(reason) }
    }
}

impl From<Interrupted> for Fault {
    fn from(Interrupted: Interrupted) -> Self {
        Self::Stopped
    }
}
