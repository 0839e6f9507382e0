//! From text to an assessment. The target is two milliseconds for model and scenario together.

use crate::given::default_scenario;
use divan::Bencher;
use forcesize::diagnostic::{Diagnostics, Texts};
use forcesize::model::Model;

/// The standard model and the default scenario, read and linked.
#[divan::bench]
fn model_and_default_scenario(bencher: Bencher<'_, '_>) {
    let assessment = default_scenario();
    let metric = assessment.calculation.metric("front_density").expect("the metric is available");
    assert!((assessment.calculation.metrics[metric].shown_value() - 100.0).abs() < 1e-9);
    bencher.bench_local(default_scenario);
}

/// The standard model alone.
#[divan::bench]
fn model(bencher: Bencher<'_, '_>) {
    let standard = || {
        let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
        let model = Model::standard(&mut texts, &mut diagnostics);
        assert!(diagnostics.is_empty());
        model
    };
    assert!(standard().entries.metrics.len() >= 23);
    bencher.bench_local(standard);
}
