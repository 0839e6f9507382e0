//! Samples of the uncertain inputs that travel in the page, so that ranges and shares follow its sliders. They are fewer
//! than the program's, drawn by the same sampler from the same seed. Knows nothing of what is computed from them.

use super::page::Page;
use crate::analysis::monte_carlo::{Settings, inputs};
use crate::model::{InputId, MetricId};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use std::collections::BTreeSet;

/// How many there are at most.
const MOST: u64 = 1 << 10;

/// Samples of the inputs that are drawn.
#[derive(Serialize)]
pub(super) struct Samples {
    count: usize,
    inputs: Vec<InputId>,
    /// Between which values each column lies, in base units.
    ends: Vec<(f64, f64)>,
    /// One column after the other: how far from the first end to the second, in 65,535 steps, as 16-bit whole numbers
    /// with the lowest byte first, in base 64.
    columns: String,
}

/// How the page's samples are drawn, where the program drew some.
pub(super) fn settings(page: &Page<'_>) -> Option<Settings> {
    let settings = page.results.samples.as_ref()?.settings;
    Some(Settings { samples: settings.samples.min(MOST), ..settings })
}

/// The page's samples of the inputs that some metrics depend on, or that are compared with them.
pub(super) fn samples(page: &Page<'_>, needed: &[MetricId], counted: Vec<InputId>) -> Option<Samples> {
    let settings = settings(page)?;
    let calculation = &page.assessment.calculation;
    let (inputs, columns) = inputs(calculation, settings).ok()?;
    let needed: BTreeSet<InputId> =
        needed.iter().flat_map(|metric| calculation.inputs_of(*metric)).chain(counted).collect();
    let (inputs, columns): (Vec<InputId>, Vec<Vec<f64>>) =
        inputs.into_iter().zip(columns).filter(|(input, _)| needed.contains(input)).unzip();
    let ends: Vec<(f64, f64)> = columns
        .iter()
        .map(|column| {
            let low = column.iter().copied().fold(f64::INFINITY, f64::min);
            (low, column.iter().copied().fold(f64::NEG_INFINITY, f64::max))
        })
        .collect();
    let bytes: Vec<u8> = columns
        .iter()
        .zip(&ends)
        .flat_map(|(column, (low, high))| column.iter().map(move |value| step(*value, *low, *high)))
        .flat_map(u16::to_le_bytes)
        .collect();
    Some(Samples { count: columns.first().map_or(0, Vec::len), inputs, ends, columns: STANDARD.encode(bytes) })
}

/// The nearest of 65,536 places between two ends.
fn step(value: f64, low: f64, high: f64) -> u16 {
    let share = if high > low { (value - low) / (high - low) } else { 0.0 };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 65,535")]
    let step = libm::round(share.clamp(0.0, 1.0) * f64::from(u16::MAX)) as u16;
    step
}
