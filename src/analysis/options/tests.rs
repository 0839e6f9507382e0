//! Parts of ranges, and regret where values are missing. Choices with a closed form are in the suite.

#[test]
fn a_choice_of_values_is_parted_between_them() {
    let bins = super::worth::bins(&[2.0, 1.0, 1.0, 2.0].repeat(200));
    assert_eq!(bins.iter().collect::<std::collections::BTreeSet<_>>().len(), 2);
    assert_eq!(bins[0], bins[3]);
}

#[test]
fn futures_without_a_value_are_left_out_of_regret() {
    let (one, other) = ([1.0, f64::NAN, 3.0], [2.0, 5.0, f64::INFINITY]);
    let (found, undefined) = super::regret::regret(&[&one, &other], true);
    assert_eq!(undefined, 2);
    let largest = |option: usize| found[option].as_ref().unwrap().largest;
    assert!((largest(0) - 1.0).abs() < 1e-12 && largest(1).abs() < 1e-12);
    let (nothing, undefined) = super::regret::regret(&[&[f64::NAN], &[1.0]], true);
    assert_eq!((nothing, undefined), (vec![None, None], 1));
}
