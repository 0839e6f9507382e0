//! What a study finds, told while it goes on. Knows nothing of what is made of it.

use super::results::{Found, Results, Sensitivity};
use crate::analysis::build_up::BuildUp;
use crate::analysis::cumulative::Cumulative;
use crate::analysis::discovery::Discovery;
use crate::analysis::monte_carlo::{MonteCarlo, NotDrawn, PercentileRanges};
use crate::analysis::options::OptionStudy;
use crate::analysis::sizing::Sizing;
use crate::analysis::supply::Verdict;
use crate::analysis::sweep::Sweep;

/// What one analysis has found. Positions are those in the lists of [`Results`].
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Finding<'a> {
    /// Every sizing method.
    Sizing(&'a Sizing),
    /// Cost over time, or that it is not known; the costs themselves are metrics.
    Cost(Option<&'a Cumulative>, &'a PercentileRanges),
    /// The proposed force over time.
    BuildUp(&'a BuildUp),
    /// What a coalition can sustain, beside the sizing methods and the samples that it was compared with.
    Supply(&'a Sizing, &'a Verdict, Option<&'a MonteCarlo>),
    /// Samples of every metric, where an input is drawn.
    Samples(Option<&'a MonteCarlo>),
    /// The range beside each number.
    Ranges(&'a PercentileRanges),
    /// A sweep or grid.
    Sweep(usize, &'a Sweep),
    /// All break-even searches.
    BreakEvens(&'a [Result<Found, NotDrawn>]),
    /// What drives metrics, by one method.
    Sensitivity(usize, &'a Sensitivity),
    /// The inputs with which conditions fail.
    Discovery(&'a [Discovery]),
    /// Options against futures.
    Options(&'a OptionStudy),
}

impl Results {
    /// All that was found, one by one.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding<'_>> {
        let sizing = &self.sizing;
        let samples = self.samples.as_ref();
        let ranges = &self.ranges;
        let mut all = vec![Finding::Sizing(sizing), Finding::Cost(self.cumulative.as_ref(), ranges)];
        all.extend(self.build_up.as_ref().map(Finding::BuildUp));
        all.extend(self.supply.as_ref().map(|verdict| Finding::Supply(sizing, verdict, samples)));
        all.extend([Finding::Samples(samples), Finding::Ranges(ranges)]);
        all.extend(self.sensitivity.iter().enumerate().map(|(position, found)| Finding::Sensitivity(position, found)));
        all.push(Finding::BreakEvens(&self.break_evens));
        all.extend(self.discovery.as_deref().map(Finding::Discovery));
        all.extend(self.options.as_ref().map(Finding::Options));
        all.extend(self.sweeps.iter().enumerate().map(|(position, sweep)| Finding::Sweep(position, sweep)));
        all
    }
}
