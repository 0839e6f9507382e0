//! Of each two options in how many futures either is better, by each metric of interest.

use super::futures::{Futures, SharedBy, for_each, pairs};
use crate::analysis::interrupt::{Interrupt, Interrupted};
use crate::model::Preference;

/// Futures that all pairs are counted in at a time: every option's values of these fit into a processor's first cache.
const BLOCK: usize = 256;

/// What is counted.
pub(super) struct Compared {
    /// The pairs.
    pub pairs: Vec<(usize, usize)>,
    /// For each metric of interest and each pair the futures in which the one is better, the other is, and neither; absent
    /// where an option lacks the metric.
    pub better: Vec<Vec<Option<[u64; 3]>>>,
}

impl Compared {
    /// Counts.
    ///
    /// # Errors
    /// When it was told to stop.
    pub(super) fn of(
        futures: &Futures,
        preferences: &[Preference],
        interrupt: Interrupt<'_>,
    ) -> Result<Self, Interrupted> {
        let pairs = pairs(futures.options());
        let of = |(): &mut (), place: usize, preference: &Preference| {
            interrupt.check()?;
            let different = futures.different(place);
            let better = better(&different, preference, futures.count);
            let column = |option: usize| different.iter().position(|shared| shared.options.contains(&option));
            let columns: Vec<Option<usize>> = (0..futures.options()).map(column).collect();
            let of_pair = |(one, other): &(usize, usize)| {
                let (one, other) = (columns[*one]?, columns[*other]?);
                let count = futures.count as u64;
                // An option may share the values of one that comes before the other one of its pair.
                let [first, second] = match one.cmp(&other) {
                    std::cmp::Ordering::Equal => [0, 0],
                    std::cmp::Ordering::Less => better[one][other],
                    std::cmp::Ordering::Greater => {
                        let [second, first] = better[other][one];
                        [first, second]
                    }
                };
                Some([first, second, count - first - second])
            };
            Ok(pairs.iter().map(of_pair).collect())
        };
        let better = for_each(preferences, || (), of).into_iter().collect::<Result<_, Interrupted>>()?;
        Ok(Self { pairs, better })
    }
}

/// Of each two columns, the first one's number being less, in how many futures either is better.
fn better(columns: &[SharedBy<'_>], preference: &Preference, count: usize) -> Vec<Vec<[u64; 2]>> {
    let mut found = vec![vec![[0; 2]; columns.len()]; columns.len()];
    for start in (0..count).step_by(BLOCK) {
        let futures = start..count.min(start + BLOCK);
        for (one, other) in pairs(columns.len()) {
            let (a, b) = (&columns[one], &columns[other]);
            let whole = a.is_finite && b.is_finite;
            let [first, second] = counted((&a.values[futures.clone()], &b.values[futures.clone()]), preference, whole);
            let sum = &mut found[one][other];
            *sum = [sum[0] + first, sum[1] + second];
        }
    }
    found
}

/// In how many of some futures the one is better, and the other is; of finite values if `whole`.
fn counted((a, b): (&[f64], &[f64]), preference: &Preference, whole: bool) -> [u64; 2] {
    if !whole {
        let pairs = || a.iter().zip(b);
        let first = pairs().map(|(a, b)| u64::from(preference.is_better(*a, *b))).sum();
        return [first, pairs().map(|(a, b)| u64::from(preference.is_better(*b, *a))).sum()];
    }
    let (mut greater, mut less) = (0_u64, 0_u64);
    // Sums of comparisons alone, in as many lanes as the processor has.
    pulp::Arch::new().dispatch(|| {
        for (a, b) in a.iter().zip(b) {
            greater += u64::from(a > b);
            less += u64::from(a < b);
        }
    });
    if preference.more { [greater, less] } else { [less, greater] }
}
