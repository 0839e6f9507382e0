//! Scenarios written in a test, through the whole engine, and random numbers that repeat.

use forcesize::diagnostic::{Diagnostics, Texts};
use forcesize::model::{Assessment, Model, read_scenario};
use forcesize::scenario::{Files, FoundFile};
use std::path::PathBuf;

/// Files by name, in memory.
pub struct Shelf<'a>(pub &'a [(String, String)]);

impl Files for Shelf<'_> {
    fn read(&self, name: &str, _from: &str) -> Result<FoundFile, (String, Option<String>)> {
        match self.0.iter().find(|(have, _)| have == name) {
            Some((_, content)) => Ok(found(name, content)),
            None => Err((format!("there is no file `{name}`"), None)),
        }
    }
}

fn found(name: &str, content: &str) -> FoundFile {
    FoundFile { name: name.to_owned(), identity: name.to_owned(), content: content.to_owned() }
}

/// The program that is tried: the one that is built with these tests, or the one that `FORCESIZE_PROGRAM` names. CI names
/// the one that a reader's first command has built there, which computes several times faster.
pub fn program() -> PathBuf {
    std::env::var_os("FORCESIZE_PROGRAM").map_or_else(|| env!("CARGO_BIN_EXE_forcesize").into(), PathBuf::from)
}

/// The standard model.
pub fn standard() -> Model {
    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
    let model = Model::standard(&mut texts, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{}", diagnostics.plain(&texts));
    model
}

/// A scenario's text linked with the standard model, or all complaints about it as they are drawn.
pub fn assess(name: &str, content: &str, shelf: &Shelf<'_>) -> Result<Assessment, String> {
    let reading = read_scenario(found(name, content), shelf, &[]);
    reading.assessment.ok_or_else(|| reading.diagnostics.plain(&reading.texts))
}

/// The assessment of a scenario that is in order.
pub fn assessment(content: &str) -> Assessment {
    assess("test.toml", content, &Shelf(&[])).unwrap_or_else(|complaints| panic!("{complaints}"))
}

/// A metric's central case in its own unit.
pub fn shown(assessment: &Assessment, metric: &str) -> f64 {
    let at = assessment.calculation.metric(metric).unwrap_or_else(|| panic!("`{metric}` is not available"));
    assessment.calculation.metrics[at].shown_value()
}

/// Whether two results are the same number, bit by bit; all that is not a number is alike.
pub fn same(a: f64, b: f64) -> bool {
    a.to_bits() == b.to_bits() || (a.is_nan() && b.is_nan())
}

/// Whether the interval of a total order lies above 0.
pub fn total_is_distinguishable(index: &forcesize::analysis::sobol_indices::Index) -> bool {
    index.total_order_ci.0 > 0.0 && index.total_order_unresolved.is_none()
}

/// Random numbers from a seed (`splitmix64`).
pub struct Random(pub u64);

impl Random {
    /// A number in `[0, 1)`.
    pub fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^= bits >> 31;
        let high = u32::try_from(bits >> 32).expect("32 bits");
        f64::from(high) / 4_294_967_296.0
    }

    /// A number between two positive ones whose logarithm is spread evenly.
    pub fn log_uniform(&mut self, low: f64, high: f64) -> f64 {
        low * (high / low).powf(self.share())
    }
}

/// Whether a file beside the scenarios is none of them but holds missions.
pub fn is_missions(path: &std::path::Path) -> bool {
    path.file_name().is_some_and(|name| name == "reference_missions.toml")
}
