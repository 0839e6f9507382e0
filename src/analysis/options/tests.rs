//! Parts of ranges, and regret where values are missing. Choices with a closed form are in the suite.

use super::futures::SharedBy;
use super::regret::{RegretOf, Scratch};

/// The regret of options with these values, of which more are better.
fn regret(columns: &[&[f64]]) -> (Vec<Option<RegretOf>>, u64) {
    let shared = columns.iter().map(|values| SharedBy { options: Vec::new(), values, is_finite: false });
    super::regret::regret(&shared.collect::<Vec<_>>(), true, &mut Scratch::default())
}

#[test]
fn a_choice_of_values_is_parted_between_them() {
    let values = [2.0, 1.0, 1.0, 2.0].repeat(200);
    let bins = super::worth::bins(&values, &super::futures::ascending(&values));
    assert_eq!(bins.iter().collect::<std::collections::BTreeSet<_>>().len(), 2);
    assert_eq!(bins[0], bins[3]);
}

#[test]
fn futures_without_a_value_are_left_out_of_regret() {
    let (one, other) = ([1.0, f64::NAN, 3.0], [2.0, 5.0, f64::INFINITY]);
    let (found, undefined) = regret(&[&one, &other]);
    assert_eq!(undefined, 2);
    let largest = |option: usize| found[option].as_ref().unwrap().largest;
    assert!((largest(0) - 1.0).abs() < 1e-12 && largest(1).abs() < 1e-12);
    let (nothing, undefined) = regret(&[&[f64::NAN], &[1.0]]);
    assert_eq!((nothing, undefined), (vec![None, None], 1));
}
