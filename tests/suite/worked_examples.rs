//! Each metric's own worked example, executed.
use forcesize::diagnostic::{Diagnostics, Texts};
use forcesize::model::{Model, check_examples};
use forcesize::scenario::MetricEntry;

#[test]
fn every_metric_of_the_standard_model_has_an_example_that_comes_out() {
    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
    let model = Model::standard(&mut texts, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{}", diagnostics.plain(&texts));
    let run = check_examples(&model, &texts, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{}", diagnostics.plain(&texts));
    // A formula that gathers over a scope can have none; the second definition in the oracle checks it.
    let gathers = |metric: &&MetricEntry| metric.formula.as_ref().is_some_and(|formula| formula.value.contains("sum("));
    let gathering = model.entries.metrics.iter().filter(gathers).count();
    assert_eq!(run + gathering, model.entries.metrics.len(), "a metric lacks its worked example");
    assert!(run >= 20);
}
