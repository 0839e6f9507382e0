//! What the benches compute on: the default scenario and random missions from a fixed seed.

use forcesize::model::{Assessment, assess};

/// The default scenario's text.
pub const DEFAULT: &str = include_str!("../../scenarios/ukraine-2025.toml");

/// The default scenario, read and linked with the standard model from their texts.
pub fn default_scenario() -> Assessment {
    assess("ukraine-2025.toml", DEFAULT).unwrap_or_else(|complaints| panic!("{complaints}"))
}

/// The standard model alone, with the default scenario's figures.
pub fn standard_model() -> Assessment {
    let text = include_str!("../scenarios/standard_model.toml");
    assess("standard_model.toml", text).unwrap_or_else(|complaints| panic!("{complaints}"))
}

/// A column of random values for each input, within a factor of two around its central case.
pub fn columns(assessment: &Assessment, samples: usize) -> Vec<Vec<f64>> {
    let mut state = 1999_u64;
    let mut share = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from((state >> 40) as u32) / f64::from(1_u32 << 24)
    };
    assessment
        .calculation
        .inputs
        .iter()
        .map(|input| (0..samples).map(|_| input.value * (0.5 + 1.5 * share())).collect())
        .collect()
}
