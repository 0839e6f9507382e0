//! Runs cases with known answers through the same code as any scenario: the program tests itself where it runs.
//!
//! `cases.toml` has them: a scenario, and what must come out of it. The results do not depend on the machine, so that a
//! deviation is a fault of the build and not of chance. Knows nothing of how the outcome is shown.

use super::factors::Factors;
use super::monte_carlo::{self, MonteCarlo, Settings};
use super::sobol_indices::{self, SobolIndices};
use crate::diagnostic::{Diagnostics, Texts};
use crate::model::{Assessment, MetricId, assess};
use crate::scenario::{Table, parse};
use crate::uncertainty::sampler::Sampler;

const CASES: &str = include_str!("cases.toml");

/// Samples of a case that states no number.
const SAMPLES: u64 = 1 << 16;

/// Base samples of shares of the variance.
const BASE_SAMPLES: u64 = 1 << 17;

/// What a case must give.
#[derive(Clone, Debug, PartialEq)]
pub struct Expectation {
    /// `mean`, `first x1` and the like.
    pub quantity: String,
    /// The exact value.
    pub exact: f64,
    /// How far from it the result may lie.
    pub within: f64,
}

/// A case.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// What it is called.
    pub name: String,
    /// Where it comes from, or what is special about it.
    pub source: String,
    /// The scenario's text; the metric is called `y`.
    pub scenario: String,
    /// What must come out.
    pub expected: Vec<Expectation>,
    /// The words with which the scenario must be refused instead.
    pub refused: Option<String>,
}

/// What came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The case.
    pub case: String,
    /// Where it comes from.
    pub source: String,
    /// What was expected.
    pub expected: Expectation,
    /// What came out; not a number where nothing did.
    pub ours: f64,
    /// What was said where the scenario did not do as it should.
    pub said: Option<String>,
}

impl Outcome {
    /// How far from the exact value.
    #[must_use]
    pub fn difference(&self) -> f64 {
        self.ours - self.expected.exact
    }

    /// Whether it is as it should be.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.difference().abs() <= self.expected.within
    }
}

/// The cases.
#[must_use]
pub fn cases() -> Vec<Case> {
    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
    let id = texts.add("cases.toml", CASES);
    let document = parse(id, &texts, &mut diagnostics);
    document.iter().flat_map(|document| document.root.list_of_tables("case")).map(|item| case(item.value)).collect()
}

fn case(table: &Table) -> Case {
    let text = |key: &str| table.text(key).map(|text| text.value);
    let expected = text("expect").unwrap_or_default();
    Case {
        name: text("name").unwrap_or_default().into_owned(),
        source: text("source").unwrap_or_default().into_owned(),
        scenario: text("scenario").unwrap_or_default().into_owned(),
        expected: expected.lines().filter_map(expectation).collect(),
        refused: text("refused").map(std::borrow::Cow::into_owned),
    }
}

/// A line: a quantity, its exact value, how far from it a result may lie.
fn expectation(line: &str) -> Option<Expectation> {
    let (rest, within) = line.trim().rsplit_once(' ')?;
    let (quantity, exact) = rest.rsplit_once(' ')?;
    Some(Expectation { quantity: quantity.to_owned(), exact: exact.parse().ok()?, within: within.parse().ok()? })
}

/// Runs a case.
#[must_use]
pub fn run(case: &Case) -> Vec<Outcome> {
    let outcome = |expected: &Expectation, ours: f64, said: Option<String>| Outcome {
        case: case.name.clone(),
        source: case.source.clone(),
        expected: expected.clone(),
        ours,
        said,
    };
    let read = assess("selftest", &case.scenario);
    if let Some(words) = &case.refused {
        let expected = Expectation { quantity: "refused".to_owned(), exact: 1.0, within: 0.0 };
        return vec![match read {
            Err(said) if said.as_str().contains(words) => outcome(&expected, 1.0, None),
            Err(said) => outcome(&expected, 0.0, Some(said.to_string())),
            Ok(_) => outcome(&expected, 0.0, Some("it was taken".to_owned())),
        }];
    }
    let assessment = match read {
        Ok(assessment) => assessment,
        Err(said) => {
            return case.expected.iter().map(|expected| outcome(expected, f64::NAN, Some(said.to_string()))).collect();
        }
    };
    let results = Results::of(&assessment, case);
    case.expected.iter().map(|expected| outcome(expected, results.value(&expected.quantity), None)).collect()
}

/// What the analyses of a case gave.
struct Results<'a> {
    assessment: &'a Assessment,
    metric: Option<MetricId>,
    drawn: Option<MonteCarlo>,
    indices: Option<SobolIndices>,
}

impl<'a> Results<'a> {
    fn of(assessment: &'a Assessment, case: &Case) -> Self {
        let wants = |start: &str| case.expected.iter().any(|expected| expected.quantity.starts_with(start));
        let settings = Settings { sampler: Sampler::Sobol, samples: SAMPLES, seed: 1 };
        let shares = sobol_indices::Settings { base_samples: BASE_SAMPLES, seed: 1, resamples: 2, second_order: false };
        let shares = || {
            sobol_indices::run(&assessment.calculation, shares, &Factors::new(&assessment.calculation, &[]).ok()?).ok()
        };
        Self {
            assessment,
            metric: assessment.calculation.metric("y"),
            drawn: monte_carlo::run(&assessment.calculation, &[], settings).ok(),
            indices: if wants("first ") || wants("total ") { shares() } else { None },
        }
    }

    /// A quantity; not a number where there is none.
    fn value(&self, quantity: &str) -> f64 {
        self.found(quantity).unwrap_or(f64::NAN)
    }

    fn found(&self, quantity: &str) -> Option<f64> {
        let metric = self.metric?;
        if quantity == "value" {
            return Some(self.assessment.calculation.metrics[metric].value);
        }
        if let Some((order, input)) = quantity.split_once(' ') {
            let input = self.assessment.calculation.input(input)?;
            let found = self.indices.as_ref()?;
            let indices = found.metrics.get(metric)?;
            let index = indices.inputs.iter().find(|index| found.singles[index.input] == input)?;
            return Some(if order == "first" { index.first_order } else { index.total_order });
        }
        let drawn = self.drawn.as_ref()?;
        let spread = drawn.spreads.get(metric)?;
        let [p5, _, p50, _, p95] = spread.percentiles;
        #[expect(clippy::cast_precision_loss, reason = "at most the samples")]
        let undefined = spread.undefined as f64 / drawn.settings.samples as f64;
        match quantity {
            "mean" => Some(spread.mean),
            "sd" => Some(spread.sd),
            "variance" => Some(spread.sd * spread.sd),
            "p5" => Some(p5),
            "p50" => Some(p50),
            "p95" => Some(p95),
            "undefined" => Some(undefined),
            _ => None,
        }
    }
}
