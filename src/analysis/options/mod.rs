//! Options against futures: which of several plans holds up best in what may come.
//!
//! A future is a sample of the uncertain inputs, and every option meets the same futures: an input is matched by its
//! name and has one quantile in all options, whatever its distribution there. Of each option it is counted in how many
//! futures conditions are met, and by how much they fail where they do; of each metric of interest how much worse an
//! option is than the best one of each future (regret; Savage 1951, Journal of the American Statistical Association
//! 46:55). Satisficing and minimax regret choose differently and are never merged (Lempert and Collins 2007, Risk Analysis
//! 27:1009). Then it is looked for where the choice between two options turns, and what it would be worth to know an
//! input beforehand. Everything is in base units; knows nothing of how it is said.

mod compared;
mod drawn;
mod futures;
mod plan;
mod regret;
mod shares;
mod turning;
mod worth;

pub use drawn::{DrawnId, DrawnInput};
pub use futures::Futures;
pub use regret::{Dominance, Regret, RegretOf, SHARES};
pub use shares::{Held, Met};
pub use turning::{SingleLimit, Turn, Turning};
pub use worth::{Worth, WorthOf};

use super::interrupt::Interrupt;
use super::monte_carlo::{NotDrawn, Settings};
use crate::model::{Assessment, Condition, PlanOption, Preference};
use compared::Compared;
use typed_index_collections::TiVec;

/// Most futures that a study of a scenario looks at, unless it is asked for more.
pub const USUAL: u64 = 16_384;

/// What options are held against, and what was found. Lists are in the order of the options, conditions and preferences
/// that it has.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct OptionStudy {
    /// The options.
    pub options: Vec<PlanOption>,
    /// The conditions.
    pub conditions: Vec<Condition>,
    /// The metrics of interest.
    pub preferences: Vec<Preference>,
    /// What was drawn; absent where no input is uncertain, and the central case is the only future.
    pub settings: Option<Settings>,
    /// How many futures there are.
    pub futures: u64,
    /// The inputs that were drawn.
    pub drawn: TiVec<DrawnId, DrawnInput>,
    /// For each option the inputs that it draws from another distribution than the option that was first to draw them,
    /// where the scenario does not draw them.
    pub otherwise: Vec<Vec<DrawnId>>,
    /// For each option what it meets.
    pub met: Vec<Met>,
    /// Options with the greatest share of futures in which all conditions are met; none where no condition is stated, or
    /// an option lacks the inputs for one.
    pub satisficing: Vec<usize>,
    /// The regret in each metric of interest.
    pub regrets: Vec<Regret>,
    /// Options that another one beats or equals in every future and every metric of interest.
    pub dominated: Vec<Dominance>,
    /// Where the choice turns, for each pair and metric of interest.
    pub turns: Vec<Turn>,
    /// What it is worth to know inputs beforehand, for each metric of interest.
    pub worth: Vec<Worth>,
}

impl OptionStudy {
    /// Whether there is more than the central case.
    #[must_use]
    pub fn is_drawn(&self) -> bool {
        self.settings.is_some()
    }

    /// The inputs, by their identifiers, that an option draws otherwise than the scenario, or than the first of the options
    /// that alone draw them.
    #[must_use]
    pub fn own_futures(&self, option: usize) -> Vec<&str> {
        let stated = self.options.get(option).map_or(&[][..], |option| &option.own_futures).iter().map(String::as_str);
        let mut all: Vec<&str> = stated.collect();
        for input in self.otherwise.get(option).into_iter().flatten() {
            let id = self.drawn[*input].input.id.as_str();
            if !all.contains(&id) {
                all.push(id);
            }
        }
        all
    }
}

/// Holds options against futures.
///
/// # Errors
/// When there would be more futures than can be drawn or kept, or it was told to stop.
pub fn run(
    assessment: &Assessment,
    options: &[PlanOption],
    settings: Settings,
    interrupt: Interrupt<'_>,
) -> Result<OptionStudy, NotDrawn> {
    let requests = &assessment.requests;
    run_for(assessment, options, (&requests.conditions, &requests.preferences), settings, interrupt)
}

/// As [`run`], with other conditions and metrics of interest than the scenario's.
///
/// # Errors
/// As [`run`].
pub fn run_for(
    assessment: &Assessment,
    options: &[PlanOption],
    (conditions, preferences): (&[Condition], &[Preference]),
    settings: Settings,
    interrupt: Interrupt<'_>,
) -> Result<OptionStudy, NotDrawn> {
    let futures = Futures::draw(&assessment.calculation, options, (conditions, preferences), settings, interrupt)?;
    let compared = Compared::of(&futures, preferences, interrupt)?;
    let parts = || rayon::join(|| shares::met(&futures, conditions), || regret::all(&futures, preferences));
    let after = || {
        rayon::join(|| turning::all(&futures, preferences, &compared, interrupt), || worth::all(&futures, preferences))
    };
    let ((met, regrets), (turns, worth)) = rayon::join(parts, after);
    Ok(OptionStudy {
        options: options.to_vec(),
        conditions: conditions.to_vec(),
        preferences: preferences.to_vec(),
        settings: futures.settings,
        futures: futures.count as u64,
        drawn: futures.drawn,
        otherwise: futures.otherwise,
        satisficing: if conditions.is_empty() { Vec::new() } else { shares::most(&met) },
        met,
        regrets,
        dominated: regret::dominated(&compared),
        turns: turns?,
        worth,
    })
}

#[cfg(test)]
mod tests;
