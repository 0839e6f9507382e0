//! Each metric's own worked example, executed.
use forcesize::diagnostic::{Diagnostics, Texts};
use forcesize::model::{Model, check_examples};

#[test]
fn every_metric_of_the_standard_model_has_an_example_that_comes_out() {
    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
    let model = Model::standard(&mut texts, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{}", diagnostics.plain(&texts));
    let run = check_examples(&model, &texts, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{}", diagnostics.plain(&texts));
    assert_eq!(run, model.entries.metrics.len(), "a metric lacks its worked example");
    assert!(run >= 20);
}
