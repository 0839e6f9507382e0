//! Which of many values may lie inside one of a few windows, at a few instructions a value.
//!
//! A bucket that no window touches lies wholly below, between or above them: its values are only counted. The values of
//! the other buckets are few, and for the caller to compare exactly. Knows nothing of percentiles.

use super::buckets::{BUCKETS, Buckets, index};

/// Values that are looked at together; no counter overflows while they are.
const BLOCK: usize = 128;

/// The most windows: a counter of eight bits for what lies before each, one for what lies behind all, and one for what
/// may lie inside.
pub(super) const MOST: usize = 6;

/// Where the counter is of values that may lie inside.
const TOUCHED: u32 = 56;

/// Buckets for some windows.
#[derive(Clone, Debug)]
pub(super) struct Sieve {
    buckets: Buckets,
    windows: usize,
    /// For each bucket one, in the place of its counter.
    counters: Box<[u64; BUCKETS]>,
}

impl Sieve {
    /// For at most [`MOST`] windows from a low to a high end, both ascending. `None` where they reach to infinity.
    pub(super) fn new(windows: &[(f64, f64)]) -> Option<Self> {
        let (first, last) = (windows.first()?, windows.last()?);
        let finite = windows.iter().all(|(low, high)| low.is_finite() && high.is_finite());
        if windows.len() > MOST || !finite {
            return None;
        }
        let buckets = Buckets::between(first.0, last.1);
        let ends: Vec<(usize, usize)> =
            windows.iter().map(|(low, high)| (index(buckets.of(*low)), index(buckets.of(*high)))).collect();
        let mut counters = Box::new([0; BUCKETS]);
        for (bucket, counter) in counters.iter_mut().enumerate() {
            let touched = ends.iter().any(|(low, high)| (*low..=*high).contains(&bucket));
            let before = ends.iter().filter(|(low, _)| *low <= bucket).count();
            *counter = if touched { 1 << TOUCHED } else { 1 << (8 * before) };
        }
        Some(Self { buckets, windows: windows.len(), counters })
    }

    /// Finite values that may lie inside a window, in their order, and for each window how many others lie below it.
    pub(super) fn pass(&self, values: &[f64]) -> (Vec<u64>, Vec<f64>) {
        let mut counts = [0_u64; MOST + 1];
        let mut touched = Vec::new();
        // The buckets of a block in as many lanes as the processor has.
        pulp::Arch::new().dispatch(|| {
            let (mut buckets, mut kept) = ([0_u64; BLOCK], [0.0; 2 * BLOCK]);
            for block in values.chunks(BLOCK) {
                for (bucket, value) in buckets.iter_mut().zip(block) {
                    *bucket = self.buckets.of(*value);
                }
                let (mut sums, mut found) = (0_u64, 0_u8);
                for (bucket, value) in buckets.iter().zip(block) {
                    let counter = self.counters[index(*bucket)];
                    // Every value is written, those that are kept are stepped over: which they are cannot be guessed.
                    kept[usize::from(found)] = *value;
                    found += counter.to_be_bytes()[0];
                    sums += counter;
                }
                touched.extend_from_slice(&kept[..usize::from(found)]);
                for (at, count) in counts.iter_mut().enumerate() {
                    *count += (sums >> (8 * at)) & 0xff;
                }
            }
        });
        // What lies before the first window lies below all of them.
        let below = counts.iter().take(self.windows).scan(0, |sum, count| {
            *sum += count;
            Some(*sum)
        });
        (below.collect(), touched)
    }
}

#[cfg(test)]
mod tests {
    use super::super::hash::{Stream, uniform};
    use super::*;

    fn check(values: &[f64], windows: &[(f64, f64)]) -> usize {
        let (below, touched) = Sieve::new(windows).unwrap().pass(values);
        for ((low, high), passed) in windows.iter().zip(below) {
            let exact = |values: &[f64]| values.iter().filter(|value| **value < *low).count();
            assert_eq!(usize::try_from(passed).unwrap() + exact(&touched), exact(values), "below {low}");
            let inside = |values: &[f64]| -> Vec<f64> {
                values.iter().copied().filter(|value| (*low..=*high).contains(value)).collect()
            };
            assert_eq!(inside(&touched), inside(values), "from {low} to {high}");
        }
        touched.len()
    }

    #[test]
    fn what_passes_is_counted_and_what_is_inside_is_kept() {
        let random = Stream::new(3);
        let values: Vec<f64> = (0..10_001).map(|n| uniform(random.at(n))).collect();
        let windows = [(0.04, 0.05), (0.249, 0.25), (0.5, 0.5), (0.7, 0.76), (0.75, 0.9), (0.95, 0.951)];
        let kept = check(&values, &windows);
        assert!(kept < 3_000, "{kept}");
        check(&values[..5], &windows);
        check(&[], &windows);
        let steep: Vec<f64> = values.iter().map(|u| libm::pow(10.0, 300.0 * u - 150.0)).collect();
        check(&steep, &[(1e-140, 1e-130), (1.0, 2.0), (1e100, 1e101)]);
        check(&steep, &[(f64::MIN, f64::MAX)]);
        let equal = vec![7.0; 300];
        assert_eq!(check(&equal, &[(7.0, 7.0), (7.0, 7.0)]), 300);
        assert_eq!(check(&equal, &[(8.0, 9.0)]), 0);
        check(&equal, &[(1e300, 1e300 + 1e285)]);
        check(&[-0.0, 0.0, 5e-324, -5e-324], &[(0.0, 0.0), (5e-324, 1e-323)]);
    }

    #[test]
    fn windows_without_ends_have_no_sieve() {
        assert!(Sieve::new(&[(f64::NEG_INFINITY, 1.0)]).is_none());
        assert!(Sieve::new(&[]).is_none());
        assert!(Sieve::new(&[(0.0, 1.0); MOST + 1]).is_none());
    }
}
