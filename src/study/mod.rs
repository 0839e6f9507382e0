//! Everything that a scenario asks for, each analysis once.
//!
//! [`run`] does the analyses side by side and gives what they found as plain data; reports are made of that and compute
//! nothing themselves. Knows no language, no file and no terminal.

mod finding;
mod options;
mod results;
mod sensitivity;

pub use finding::Finding;
pub use options::{Fault, Options};
pub use results::{Found, Results, Sensitivity};
pub use sensitivity::indices;

use crate::analysis::build_up::{self, BuildUp};
use crate::analysis::cumulative::{self, Cumulative};
use crate::analysis::discovery::{self, Discovery, Search};
use crate::analysis::frontier;
use crate::analysis::goal_seek;
use crate::analysis::interrupt::Interrupt;
use crate::analysis::monte_carlo::{self, MonteCarlo, NotDrawn, PercentileRanges, Settings};
use crate::analysis::options::{self as plan_options, OptionStudy};
use crate::analysis::sizing::{self, Sizing};
use crate::analysis::supply::{self, Verdict};
use crate::analysis::sweep::{self, Sweep};
use crate::model::{Assessment, BreakEvenPlan, Condition, DiscoveryPlan, MetricId};
use crate::program::Extremes;
use rayon::prelude::*;
use typed_index_collections::TiVec;

/// Does every analysis that a scenario asks for, side by side where none needs another.
///
/// # Errors
/// When samples cannot be drawn, or when it was told to stop.
pub fn run(assessment: &Assessment, options: &Options<'_>) -> Result<Results, Fault> {
    options.proceed()?;
    let searched = || rayon::join(|| break_evens(assessment, options), || discovery(assessment, options));
    let chosen = || rayon::join(|| sensitivity::run(assessment, options), || held_options(assessment, options));
    let moved = || rayon::join(chosen, searched);
    let direct = || rayon::join(|| with_samples(assessment, options), || sweeps(assessment, options));
    let bounded = || rayon::join(|| extremes(assessment), direct);
    let ((extremes, (ranged, swept)), ((sensitivity, held), (break_evens, discovery))) = rayon::join(bounded, moved);
    let Ranged { samples, ranges, sizing, supply, build_up, cumulative } = ranged?;
    Ok(Results {
        samples,
        ranges,
        extremes,
        sweeps: swept?,
        break_evens: break_evens?,
        sensitivity: sensitivity?,
        discovery: discovery?,
        options: held?,
        supply,
        build_up,
        cumulative,
        sizing,
    })
}

/// Metrics up to which those of members have extremes too.
const MOST_BOUNDED: usize = 200;

/// Metrics that are bounded in one go: what they spend on the search is theirs together.
const BOUNDED_AT_ONCE: usize = 32;

/// The least and the greatest value of metrics over all declared ranges. Of many metrics those of members have none: each
/// is one of dozens alike, and all of them would take longer than everything else.
#[must_use]
pub fn extremes(assessment: &Assessment) -> TiVec<MetricId, Option<Extremes>> {
    let calculation = &assessment.calculation;
    let few = calculation.metrics.len() <= MOST_BOUNDED;
    let metrics = calculation.metrics.iter_enumerated().filter(|(_, metric)| few || metric.member.is_none());
    let metrics: Vec<MetricId> = metrics.map(|(position, _)| position).collect();
    let found = metrics.par_chunks(BOUNDED_AT_ONCE).map(|some| calculation.extremes(some));
    let found: Vec<Extremes> = found.flatten_iter().collect();
    let mut all: TiVec<MetricId, Option<Extremes>> = vec![None; calculation.metrics.len()].into();
    for (metric, extremes) in metrics.into_iter().zip(found) {
        all[metric] = Some(extremes);
    }
    all
}

/// What has ranges beside its numbers, and so needs samples.
struct Ranged {
    samples: Option<MonteCarlo>,
    ranges: PercentileRanges,
    sizing: Sizing,
    supply: Option<Verdict>,
    build_up: Option<BuildUp>,
    cumulative: Option<Cumulative>,
}

fn with_samples(assessment: &Assessment, options: &Options<'_>) -> Result<Ranged, Fault> {
    let samples = samples(assessment, options)?;
    options.proceed()?;
    let sizing = sizing::run(assessment, samples.as_ref());
    let ranges = PercentileRanges::new(&assessment.calculation, samples.as_ref());
    let supplied = || {
        let supply = assessment.roles.supply.as_ref().ok();
        let supply = supply.map(|supply| supply::run(assessment, supply, &sizing, samples.as_ref()));
        if let Some(verdict) = &supply {
            options.tell(Finding::Supply(&sizing, verdict, samples.as_ref()));
        }
        supply
    };
    let paid = || {
        let cumulative = cumulative::run(assessment);
        options.tell(Finding::Cost(cumulative.as_ref(), &ranges));
        let build_up = build_up::run(assessment, &sizing, samples.as_ref());
        if let Some(found) = &build_up {
            options.tell(Finding::BuildUp(found));
        }
        (build_up, cumulative)
    };
    let told = || {
        let shown = || {
            options.tell(Finding::Ranges(&ranges));
            options.tell(Finding::Samples(samples.as_ref()));
        };
        rayon::join(shown, || options.tell(Finding::Sizing(&sizing)))
    };
    let (supply, ((build_up, cumulative), _)) = rayon::join(supplied, || rayon::join(paid, told));
    Ok(Ranged { samples, ranges, sizing, supply, build_up, cumulative })
}

fn sweeps(assessment: &Assessment, options: &Options<'_>) -> Result<Vec<Sweep>, Fault> {
    let swept = assessment.requests.sweeps.par_iter().enumerate().map(|(position, plan)| {
        options.proceed()?;
        let sweep = sweep::run(&assessment.calculation, plan);
        options.tell(Finding::Sweep(position, &sweep));
        Ok(sweep)
    });
    swept.collect()
}

/// How a scenario wants its samples drawn.
#[must_use]
pub fn sampling(assessment: &Assessment) -> Settings {
    let sampling = &assessment.requests.sampling;
    Settings { sampler: sampling.sampler, samples: sampling.samples, seed: sampling.seed }
}

/// The samples behind the ranges of all numbers, if an input is drawn at all.
///
/// # Errors
/// When there would be more than can be drawn, or when it was told to stop.
pub fn samples(assessment: &Assessment, options: &Options<'_>) -> Result<Option<MonteCarlo>, Fault> {
    options.proceed()?;
    if assessment.calculation.uncertain().is_empty() {
        return Ok(None);
    }
    let conditions = &assessment.requests.conditions;
    let progress = options.progress.unwrap_or(&|_| ());
    let settings = sampling(assessment);
    Ok(Some(monte_carlo::run_with(&assessment.calculation, conditions, settings, progress, options.interrupt())?))
}

/// One break-even search, with samples as `asked` where it is for a statistic.
///
/// # Errors
/// When there would be more samples than can be drawn or kept, or when it was told to stop.
pub fn break_even(
    assessment: &Assessment,
    plan: &BreakEvenPlan,
    asked: Settings,
    interrupt: Interrupt<'_>,
) -> Result<Found, NotDrawn> {
    let (calculation, goal) = (&assessment.calculation, &plan.goal);
    match &plan.second {
        Some(second) => {
            frontier::run_goal_with(calculation, goal, second, &plan.first, asked, interrupt).map(Found::Plane)
        }
        None => goal_seek::seek_with(calculation, goal, &plan.first, asked, interrupt).map(Found::Along),
    }
}

/// The samples that a search has where it asks for no number of its own.
#[must_use]
pub fn break_even_sampling(plan: &BreakEvenPlan, asked: Settings) -> Settings {
    let most = if plan.second.is_some() { frontier::STATISTIC_SAMPLES } else { u64::MAX };
    Settings { samples: asked.samples.min(most), ..asked }
}

fn break_evens(assessment: &Assessment, options: &Options<'_>) -> Result<Vec<Result<Found, NotDrawn>>, Fault> {
    let asked = sampling(assessment);
    let searched = assessment.requests.break_evens.par_iter().map(|plan| {
        match break_even(assessment, plan, break_even_sampling(plan, asked), options.interrupt()) {
            Err(NotDrawn::Interrupted) => Err(Fault::Stopped),
            found => Ok(found),
        }
    });
    let found: Vec<Result<Found, NotDrawn>> = searched.collect::<Result<_, Fault>>()?;
    options.tell(Finding::BreakEvens(&found));
    Ok(found)
}

/// Futures to hold options against: as the scenario draws its samples, in the number that it states, but no more than are
/// needed.
#[must_use]
pub fn futures(assessment: &Assessment) -> Settings {
    let asked = sampling(assessment);
    Settings { samples: asked.samples.min(plan_options::USUAL), ..asked }
}

fn held_options(assessment: &Assessment, options: &Options<'_>) -> Result<Option<OptionStudy>, Fault> {
    options.proceed()?;
    let stated = &assessment.requests.options;
    if stated.is_empty() {
        return Ok(None);
    }
    let found = plan_options::run(assessment, stated, futures(assessment), options.interrupt())?;
    options.tell(Finding::Options(&found));
    Ok(Some(found))
}

/// Samples for a search for the inputs with which conditions fail: as the scenario draws them, in the number that it
/// states for the search.
#[must_use]
pub fn discovery_sampling(assessment: &Assessment, plan: &DiscoveryPlan) -> Settings {
    Settings { samples: plan.samples, ..sampling(assessment) }
}

fn discovery(assessment: &Assessment, options: &Options<'_>) -> Result<Option<Vec<Discovery>>, Fault> {
    options.proceed()?;
    let plan = assessment.requests.discovery.as_ref().filter(|_| !assessment.calculation.uncertain().is_empty());
    let Some(plan) = plan else { return Ok(None) };
    let stated = &assessment.requests.conditions;
    let conditions: Vec<Condition> = plan.conditions.iter().map(|condition| stated[*condition].clone()).collect();
    let search = Search { alpha: plan.alpha, holds: false };
    let settings = discovery_sampling(assessment, plan);
    let found = discovery::run_with(&assessment.calculation, &conditions, settings, search, options.interrupt())?;
    options.tell(Finding::Discovery(&found));
    Ok(Some(found))
}

#[cfg(test)]
mod tests {
    use super::{
        Fault, Finding, Interrupt, NotDrawn, Options, Search, Sensitivity, Settings, break_even, discovery, run,
        sampling,
    };
    use crate::model::{Assessment, assess};
    use std::sync::Mutex;
    use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};

    fn line() -> Assessment {
        let text = r#"
            purpose = "interposition"
            [input]
            front_length = { low = 500, high = 1_500, unit = "km", assumed = "a test" }
            peacekeepers = { value = 50_000, unit = "troops", assumed = "a test" }
            [monte_carlo]
            samples = 4096
            [[condition]]
            that = "front_density >= 50 personnel per km"
            [[sweep]]
            vary = "front_length"
            from = 500
            to = 1_500
            show = ["front_density"]
            [[break_even]]
            vary = "front_length"
            from = 500
            to = 1_500
            metric = "front_density"
            target = 40
            [sensitivity]
            metric = ["front_density"]
            samples = 256
            [discovery]
        "#;
        assess("line", text).unwrap()
    }

    #[test]
    fn what_is_asked_for_is_done() {
        let (assessment, told) = (line(), AtomicU64::new(0));
        let progress = |samples| {
            told.fetch_add(samples, Ordering::Relaxed);
        };
        let results = run(&assessment, &Options::default().with_progress(&progress)).unwrap();
        assert_eq!(told.into_inner(), 4096);
        assert_eq!(results.samples.map(|samples| samples.settings.samples), Some(4096));
        assert_eq!((results.sweeps.len(), results.break_evens.len(), results.sensitivity.len()), (1, 1, 3));
        assert!(results.sensitivity.iter().any(|one| matches!(one, Sensitivity::SobolIndices(..))));
        assert_eq!(results.discovery.map(|found| found.len()), Some(1));
        assert!(results.supply.is_none() && results.build_up.is_none() && results.cumulative.is_none());
    }

    #[test]
    fn every_finding_is_told_once() {
        let assessment = line();
        let told = Mutex::new(Vec::new());
        let found = |finding: Finding<'_>| told.lock().unwrap().push(format!("{finding:?}"));
        let results = run(&assessment, &Options::default().with_found(&found)).unwrap();
        let mut told = told.into_inner().unwrap();
        let mut findings: Vec<String> = results.findings().iter().map(|finding| format!("{finding:?}")).collect();
        told.sort();
        findings.sort();
        assert_eq!(told, findings);
    }

    #[test]
    fn a_study_that_is_stopped_has_no_results() {
        let assessment = line();
        assert_eq!(run(&assessment, &Options::default().with_stop(&|| true)).unwrap_err(), Fault::Stopped);
        // Once it has begun, too: the first question is let through.
        let asked = AtomicUsize::new(0);
        let stop = || asked.fetch_add(1, Ordering::Relaxed) > 0;
        assert_eq!(run(&assessment, &Options::default().with_stop(&stop)).unwrap_err(), Fault::Stopped);
    }
    /// Tells everybody to stop once one has asked so many times, and says how many samples were made and how often it
    /// was asked.
    fn stopped_after(text: &str, questions: usize) -> (u64, usize) {
        let assessment = assess("line", text).unwrap();
        let (told, asked) = (AtomicU64::new(0), AtomicUsize::new(0));
        let progress = |samples| {
            told.fetch_add(samples, Ordering::Relaxed);
        };
        let stop = || asked.fetch_add(1, Ordering::Relaxed) >= questions;
        let options = Options::default().with_progress(&progress).with_stop(&stop);
        assert_eq!(run(&assessment, &options).unwrap_err(), Fault::Stopped);
        (told.into_inner(), asked.into_inner())
    }

    const INPUTS: &str = r#"
        purpose = "interposition"
        [input]
        front_length = { low = 500, high = 1_500, unit = "km", assumed = "a test" }
        peacekeepers = { low = 40_000, high = 60_000, unit = "troops", role = "uncertainty", assumed = "a test" }
    "#;

    /// Each of these would take minutes to its end.
    #[test]
    fn long_analyses_stop_between_their_blocks() {
        let many = "[monte_carlo]\nsamples = 268_435_456";
        let (made, asked) = stopped_after(&format!("{INPUTS}\n{many}"), 40);
        assert!(made > 0 && made < 1 << 24, "{made} samples");
        assert!(asked < 2_000, "{asked} questions");

        let indices = "[sensitivity]\nmetric = [\"front_density\"]\nmethod = [\"sobol\"]\nsamples = 4_194_304";
        let (_, asked) = stopped_after(&format!("{INPUTS}\n{indices}"), 200);
        assert!((200..2_000).contains(&asked), "{asked} questions");
    }

    #[test]
    fn searches_stop_between_their_trials() {
        let few = "[monte_carlo]\nsamples = 4_096";
        let goal = "[[break_even]]\nvary = \"peacekeepers\"\nfrom = 20_000\nto = 90_000\n\
                    target = \"p5(front_density) = 40 personnel per km\"";
        let (_, asked) = stopped_after(&format!("{INPUTS}\n{few}\n{goal}"), 60);
        assert!((60..100).contains(&asked), "{asked} questions");
    }

    type Searching<'a> = &'a dyn Fn(Interrupt<'_>) -> Result<(), NotDrawn>;

    /// Both ask one after the other: no question comes after the answer.
    #[test]
    fn frontiers_and_discoveries_stop_on_the_way() {
        let asked_of = "[[break_even]]\nvary = \"peacekeepers\"\nfrom = 20_000\nto = 90_000\n\
                        against = { vary = \"front_length\", from = 500, to = 1_500 }\n\
                        metric = \"front_density\"\ntarget = \"40 personnel per km\"\n\
                        [[condition]]\nthat = \"front_density >= 40 personnel per km\"";
        let assessment = assess("line", &format!("{INPUTS}\n{asked_of}")).unwrap();
        let (calculation, requests) = (&assessment.calculation, &assessment.requests);
        let settings = Settings { samples: 4_096, ..sampling(&assessment) };
        let frontier =
            |asked: Interrupt<'_>| break_even(&assessment, &requests.break_evens[0], settings, asked).map(drop);
        let search = Search { alpha: 0.05, holds: false };
        let box_of = |asked: Interrupt<'_>| {
            discovery::run_with(calculation, &requests.conditions, settings, search, asked).map(drop)
        };
        for search in [&frontier as Searching<'_>, &box_of] {
            let until = |questions: usize| {
                let asked = AtomicUsize::new(0);
                let found = search(Interrupt::when(&|| asked.fetch_add(1, Ordering::Relaxed) >= questions));
                (found, asked.into_inner())
            };
            let (found, all) = until(usize::MAX);
            assert!(found.is_ok() && all >= 10, "{all} questions");
            let (found, asked) = until(all / 2);
            assert_eq!((found, asked), (Err(NotDrawn::Interrupted), all / 2 + 1));
        }
    }

    #[test]
    fn questions_that_are_denied_change_no_number() {
        let assessment = line();
        let asked = AtomicBool::new(false);
        let stop = || {
            asked.store(true, Ordering::Relaxed);
            false
        };
        let with = run(&assessment, &Options::default().with_stop(&stop)).unwrap();
        let without = run(&assessment, &Options::default()).unwrap();
        assert!(asked.into_inner());
        assert_eq!(format!("{with:?}"), format!("{without:?}"));
    }
}
