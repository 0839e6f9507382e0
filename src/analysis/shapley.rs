//! Shapley values: what each of several changes adds to a difference, whatever order they are made in.
//!
//! A change's share is the mean of what it adds over all orders in which the changes can be made one after the other
//! (Shapley 1953). The shares add up to the whole difference, a change that never adds anything has a share of exactly
//! zero, and two changes that always add the same have the same share. All 2^n combinations are looked at, so that this
//! is for a dozen changes. Knows nothing of inputs or metrics.

/// Most changes that are told apart.
pub const MOST: usize = 12;

/// The share of each of some changes. `worth` has the value for each combination of changes: change `i` is made where
/// bit `i` of the position is set, so that there are 2^`changes` values.
#[must_use]
pub fn shares(changes: usize, worth: &[f64]) -> Vec<f64> {
    (0..changes).map(|change| share(changes, change, worth)).collect()
}

fn share(changes: usize, change: usize, worth: &[f64]) -> f64 {
    let bit = 1_usize << change;
    let mut added: Vec<Vec<f64>> = vec![Vec::new(); changes];
    for (mask, before) in worth.iter().enumerate().filter(|(mask, _)| mask & bit == 0) {
        if let (Some(after), Some(list)) = (worth.get(mask | bit), added.get_mut(mask.count_ones() as usize)) {
            list.push(after - before);
        }
    }
    let mut total = 0.0;
    for list in &mut added {
        // Summed in the order of size: the order in which the changes are named must not change a bit.
        list.sort_by(f64::total_cmp);
        total += list.iter().sum::<f64>() / count(list);
    }
    total / count(&added)
}

fn count<T>(list: &[T]) -> f64 {
    f64::from(u32::try_from(list.len().max(1)).unwrap_or(u32::MAX))
}
