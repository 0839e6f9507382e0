//! What a study finds. Plain data; knows nothing of how it came about.

use crate::analysis::build_up::BuildUp;
use crate::analysis::cumulative::Cumulative;
use crate::analysis::discovery::Discovery;
use crate::analysis::elasticity::Elasticity;
use crate::analysis::frontier::Frontier;
use crate::analysis::goal_seek::SeekResult;
use crate::analysis::monte_carlo::{MonteCarlo, NotDrawn, PercentileRanges};
use crate::analysis::one_at_a_time::OneAtATime;
use crate::analysis::options::OptionStudy;
use crate::analysis::sizing::Sizing;
use crate::analysis::sobol_indices::SobolIndices;
use crate::analysis::supply::Verdict;
use crate::analysis::sweep::Sweep;
use crate::model::{InputId, MetricId};
use crate::program::Extremes;
use typed_index_collections::TiVec;

/// What drives some metrics, by one method.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Sensitivity {
    /// One input at a time, from end to end of its range.
    OneAtATime(Vec<OneAtATime>),
    /// Elasticities at the central case: metrics, and theirs.
    Elasticities(Vec<(MetricId, TiVec<InputId, Elasticity>)>),
    /// Shares of the variance: of these metrics, in the order of the indices.
    SobolIndices(Vec<MetricId>, SobolIndices),
    /// Shares of the variance were asked for, and no input has a range.
    NothingUncertain,
}

/// What a break-even search found.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// Along one input.
    Along(SeekResult),
    /// In the plane of two.
    Plane(Frontier),
}

/// What the analyses of a scenario found. Lists are in the order of its [`crate::model::Requests`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Results {
    /// Every sizing method beside the proposed force and published estimates.
    pub sizing: Sizing,
    /// Samples of every metric, where an input is drawn at all.
    pub samples: Option<MonteCarlo>,
    /// The range beside each number.
    pub ranges: PercentileRanges,
    /// The least and the greatest value of metrics over all declared ranges; of those of members only where there are few.
    pub extremes: TiVec<MetricId, Option<Extremes>>,
    /// Sweeps and grids.
    pub sweeps: Vec<Sweep>,
    /// Break-even searches, or why there were no samples for one.
    pub break_evens: Vec<Result<Found, NotDrawn>>,
    /// What drives metrics, by the methods that the scenario names.
    pub sensitivity: Vec<Sensitivity>,
    /// The inputs with which conditions fail, where the scenario asks for them and an input has a range.
    pub discovery: Option<Vec<Discovery>>,
    /// The options that the scenario states, held against the same futures.
    pub options: Option<OptionStudy>,
    /// What a coalition can sustain, where the scenario has contributors.
    pub supply: Option<Verdict>,
    /// The proposed force over time, where the scenario gives enough for one.
    pub build_up: Option<BuildUp>,
    /// Cost over time, where set-up, duration and a basis are known.
    pub cumulative: Option<Cumulative>,
}
