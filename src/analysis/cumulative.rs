//! Cost as it adds up over a mission's duration, by each basis, and when it has used up a fund.
//!
//! The set-up is paid on the first day, then every day costs the same. In base units, from the central values of the
//! model's metrics. Knows nothing of what a basis counts.

use crate::model::{Assessment, MetricId};

/// Points of a line, its two ends among them.
pub(crate) const POINTS: u32 = 61;

/// Cost over time by each basis.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Cumulative {
    /// How long the mission lasts, in years.
    pub duration: f64,
    /// The money to hold it against.
    pub fund: Option<f64>,
    /// One for each basis that has a number, in the order of the model.
    pub lines: Vec<Line>,
}

/// Cost over time by one basis.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Line {
    /// Position of the basis.
    pub basis: usize,
    /// Years from the first day, and what has been paid by then.
    pub points: Vec<(f64, f64)>,
    /// Years after which it has used up the fund, whether or not the mission lasts as long.
    pub exhausted: Option<f64>,
}

/// Adds up; nothing where the set-up, the duration or every basis is not known.
#[must_use]
pub fn run(assessment: &Assessment) -> Option<Cumulative> {
    let costs = &assessment.roles.costs;
    let value = |metric: MetricId| Some(assessment.calculation.metrics[metric].value).filter(|value| value.is_finite());
    let setup = costs.setup.at.and_then(value)?;
    let duration = assessment.calculation.inputs[costs.duration.at?].value;
    let fund = costs.fund.at.map(|fund| assessment.calculation.inputs[fund].value);
    let lines = costs.bases.iter().enumerate().filter_map(|(basis, kind)| {
        let annual = kind.annual.at.and_then(value)?;
        let year = |point: u32| duration * f64::from(point) / f64::from(POINTS - 1);
        let points = (0..POINTS).map(year).map(|year| (year, setup + annual * year)).collect();
        let exhausted = fund.map(|fund| (fund - setup).max(0.0) / annual).filter(|years| years.is_finite());
        Some(Line { basis, points, exhausted })
    });
    let lines: Vec<Line> = lines.collect();
    (!lines.is_empty()).then_some(Cumulative { duration, fund, lines })
}
