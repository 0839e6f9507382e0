//! What the benches compute on: the default scenario and random missions from a fixed seed.

use forcesize::diagnostic::{Diagnostics, Texts};
use forcesize::model::{Assessment, Model, link};
use forcesize::scenario::{Files, FoundFile, load};

/// The default scenario's text.
pub const DEFAULT: &str = include_str!("../../scenarios/ukraine-2025.toml");

/// A scenario that extends nothing needs no files.
struct NoFiles;

impl Files for NoFiles {
    fn read(&self, name: &str, _from: &str) -> Result<FoundFile, (String, Option<String>)> {
        Err((format!("there is no file `{name}`"), None))
    }
}

/// The default scenario, read and linked with the standard model from their texts.
pub fn default_scenario() -> Assessment {
    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
    let model = Model::standard(&mut texts, &mut diagnostics);
    let name = "ukraine-2025.toml".to_owned();
    let file = FoundFile { identity: name.clone(), name, content: DEFAULT.to_owned() };
    load(file, &NoFiles, &model.scopes(), &mut texts, &mut diagnostics)
        .and_then(|merged| link("ukraine-2025", &model, &merged, &[], &texts, &mut diagnostics))
        .unwrap_or_else(|| panic!("{}", diagnostics.plain(&texts)))
}

/// A column of random values for each input, within a factor of two around its central case.
pub fn columns(assessment: &Assessment, samples: usize) -> Vec<Vec<f64>> {
    let mut state = 1999_u64;
    let mut share = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from((state >> 40) as u32) / f64::from(1_u32 << 24)
    };
    assessment.inputs.iter().map(|input| (0..samples).map(|_| input.value * (0.5 + 1.5 * share())).collect()).collect()
}
