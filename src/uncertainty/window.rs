//! Finds exact percentiles of a stream of values, of which only a few are kept.
//!
//! Around each percentile lies a window: values below it are counted, values inside are kept, the others passed over.
//! After every round of values the windows are narrowed to a few standard errors of the share on either side, so that
//! about `reach sqrt(n)` of `n` values are kept. An order statistic is exact if its rank falls into its window at the
//! end; [`Windows::percentiles`] says so where it does not, and the caller goes over the values again with a longer
//! reach. Equal values are kept once, with their number. The result does not depend on the order of the values.
//!
//! Type 7 of Hyndman and Fan (1996), "Sample quantiles in statistical packages", as in [`super::summary`]. Knows nothing
//! of where the values come from.

use super::sieve::Sieve;
use super::summary::{between, place};

/// Values looked at together: few enough that most blocks have none inside a window.
const BLOCK: usize = 32;

/// More values than windows around percentiles of values that differ let in from one chunk.
const MANY: usize = 256;

/// A value and how often it occurred.
type ValueCount = (f64, u64);

/// Where a percentile is to be found.
#[derive(Clone, Debug)]
struct Window {
    low: f64,
    high: f64,
    below: u64,
    /// Ascending.
    inside: Vec<ValueCount>,
}

/// Windows around some percentiles of all values so far.
#[derive(Clone, Debug)]
pub struct Windows {
    shares: Vec<f64>,
    around: Vec<Window>,
    /// For windows that were narrowed.
    sieve: Option<Sieve>,
    count: u64,
    reach: f64,
}

/// What some values add to each window.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    count: u64,
    windows: Vec<(u64, WindowValues)>,
    /// All values, while every window holds everything.
    all: Vec<f64>,
}

/// Values inside a window.
#[derive(Clone, Debug)]
enum WindowValues {
    /// Few, in any order.
    Each(Vec<f64>),
    /// In order.
    Runs(Vec<ValueCount>),
}

impl Windows {
    /// Windows that hold everything at first, and are narrowed to `reach` standard errors after each round.
    #[must_use]
    pub fn new(shares: &[f64], reach: f64) -> Self {
        let all = Window { low: f64::NEG_INFINITY, high: f64::INFINITY, below: 0, inside: Vec::new() };
        Self { shares: shares.to_vec(), around: vec![all; shares.len()], sieve: None, count: 0, reach }
    }

    /// What values add; `are_finite` where none of them is infinite or not a number. Any thread can do this.
    #[must_use]
    pub fn tally(&self, values: &[f64], are_finite: bool) -> Tally {
        if !are_finite {
            let finite: Vec<f64> = values.iter().copied().filter(|value| value.is_finite()).collect();
            return self.tally(&finite, true);
        }
        if self.count == 0 {
            return Tally { count: values.len() as u64, all: values.to_vec(), ..Tally::default() };
        }
        let count = values.len() as u64;
        let passed = self.sieve.as_ref().map(|sieve| sieve.pass(values));
        let (passed, values) = passed.as_ref().map_or((&[][..], values), |(below, values)| (below, values));
        let mut windows: Vec<(u64, Vec<f64>)> = vec![(0, Vec::new()); self.around.len()];
        // The same comparisons in as many lanes as the processor has.
        pulp::Arch::new().dispatch(|| {
            for block in values.chunks(BLOCK) {
                for (window, (below, inside)) in self.around.iter().zip(&mut windows) {
                    let (low, high) = (window.low, window.high);
                    let (mut under, mut up_to) = (0_u64, 0_u64);
                    for value in block {
                        under += u64::from(*value < low);
                        up_to += u64::from(*value <= high);
                    }
                    *below += under;
                    if up_to > under {
                        // Every value is written, those inside are stepped over: which they are cannot be guessed.
                        let (mut found, mut count) = ([0.0; BLOCK], 0);
                        for value in block {
                            found[count] = *value;
                            count += usize::from(*value >= low && *value <= high);
                        }
                        inside.extend_from_slice(&found[..count]);
                    }
                }
            }
        });
        let passed = passed.iter().copied().chain(std::iter::repeat(0));
        let windows = windows.into_iter().zip(passed);
        let windows = windows.map(|((below, inside), passed)| (below + passed, few(inside))).collect();
        Tally { count, windows, all: Vec::new() }
    }

    /// Takes in what some threads found with these windows, and narrows every window to what the percentile of many more
    /// values can still be.
    pub fn add(&mut self, tallies: &[&Tally]) {
        self.count += tallies.iter().map(|tally| tally.count).sum::<u64>();
        let everything = runs(tallies.iter().flat_map(|tally| tally.all.iter().copied()).collect());
        for (position, window) in self.around.iter_mut().enumerate() {
            let found = || tallies.iter().filter_map(|tally| tally.windows.get(position));
            window.below += found().map(|(below, _)| below).sum::<u64>();
            let (mut each, mut all) = (Vec::new(), std::mem::take(&mut window.inside));
            for (_, found) in found() {
                match found {
                    WindowValues::Each(values) => each.extend_from_slice(values),
                    WindowValues::Runs(runs) => all.extend_from_slice(runs),
                }
            }
            all.extend(runs(each));
            window.inside = if everything.is_empty() { joined(all) } else { everything.clone() };
            let (share, count) = (self.shares[position], number(self.count));
            let error = self.reach * (libm::sqrt(share * (1.0 - share) / count) + 1.0 / count);
            let low = Some((share - error) * count).filter(|position| *position >= 0.0);
            let low = low.and_then(|position| window.at(rank(position))).unwrap_or(window.low);
            let high = window.at(rank((share + error) * count)).unwrap_or(window.high);
            window.below += window.inside.iter().filter(|run| run.0 < low).map(|run| run.1).sum::<u64>();
            window.inside.retain(|run| (low..=high).contains(&run.0));
            window.inside.shrink_to_fit();
            (window.low, window.high) = (low, high);
        }
        self.sieve = Sieve::new(&self.around.iter().map(|window| (window.low, window.high)).collect::<Vec<_>>());
    }

    /// The value at a share of all values, where a window holds it.
    #[must_use]
    pub fn percentile(&self, share: f64) -> Option<f64> {
        let (first, part) = place(usize::try_from(self.count).ok().filter(|count| *count > 0)?, share);
        let at = |rank: usize| self.around.iter().find_map(|window| window.at(rank as u64));
        let low = at(first)?;
        Some(between(low, if part > 0.0 { at(first + 1)? } else { low }, part))
    }

    /// The percentiles of all values; not numbers where there are none, `None` where a window does not hold its own.
    #[must_use]
    pub fn percentiles(&self) -> Option<Vec<f64>> {
        if self.count == 0 {
            return Some(vec![f64::NAN; self.shares.len()]);
        }
        let count = usize::try_from(self.count).ok()?;
        let one = |(share, window): (&f64, &Window)| {
            let (first, part) = place(count, *share);
            let low = window.at(first as u64)?;
            let high = if part > 0.0 { window.at(first as u64 + 1)? } else { low };
            Some(between(low, high, part))
        };
        self.shares.iter().zip(&self.around).map(one).collect()
    }
}

impl Window {
    /// The value of a rank among all values, where it lies inside.
    fn at(&self, rank: u64) -> Option<f64> {
        let mut left = rank.checked_sub(self.below)?;
        for (value, times) in &self.inside {
            if left < *times {
                return Some(*value);
            }
            left -= times;
        }
        None
    }
}

/// Values in order, equal ones together.
fn runs(values: Vec<f64>) -> Vec<ValueCount> {
    // Whole numbers are put in order about twice as fast.
    let mut keys: Vec<i64> = values.into_iter().map(|value| key(value.to_bits().cast_signed())).collect();
    keys.sort_unstable();
    // No room beforehand: mostly equal values are few runs.
    let mut found: Vec<ValueCount> = Vec::new();
    let mut before = None;
    for now in keys {
        match found.last_mut() {
            Some(last) if before == Some(now) => last.1 += 1,
            _ => found.push((f64::from_bits(key(now).cast_unsigned()), 1)),
        }
        before = Some(now);
    }
    found
}

/// The bits of a number as a whole number in the same order (that of [`f64::total_cmp`]), and back.
fn key(bits: i64) -> i64 {
    bits ^ ((bits >> 63).cast_unsigned() >> 1).cast_signed()
}

/// In order, and equal ones together, only where there are so many that they may be mostly equal.
fn few(values: Vec<f64>) -> WindowValues {
    if values.len() > MANY { WindowValues::Runs(runs(values)) } else { WindowValues::Each(values) }
}

/// Lists of runs, one behind the other, as one in order; those of equal values are joined.
fn joined(mut all: Vec<ValueCount>) -> Vec<ValueCount> {
    // This sort goes along with what is in order already.
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    all.dedup_by(|next, kept| {
        let same = next.0.total_cmp(&kept.0).is_eq();
        kept.1 += if same { next.1 } else { 0 };
        same
    });
    all
}

#[expect(clippy::cast_precision_loss, reason = "numbers of samples are below 2^48")]
fn number(count: u64) -> f64 {
    count as f64
}

/// A position as a rank; the first one where it is negative.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "positions are below 2^48, negative ones 0"
)]
fn rank(position: f64) -> u64 {
    position.max(0.0) as u64
}

#[cfg(test)]
mod tests {
    use super::super::hash::{Stream, uniform};
    use super::super::summary::percentiles;
    use super::*;

    const SHARES: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

    fn stream(values: &[f64], reach: f64) -> Option<Vec<f64>> {
        let mut windows = Windows::new(&SHARES, reach);
        let (mut from, mut length) = (0, 1_000);
        while from < values.len() {
            let to = (from + length).min(values.len());
            let tallies: Vec<Tally> = values[from..to].chunks(700).map(|part| windows.tally(part, false)).collect();
            windows.add(&tallies.iter().collect::<Vec<_>>());
            (from, length) = (to, to);
        }
        windows.percentiles()
    }

    #[test]
    fn a_stream_has_the_percentiles_of_all_its_values() {
        let random = Stream::new(7);
        let smooth: Vec<f64> = (0..100_000).map(|n| uniform(random.at(n))).map(|u| u * u * u - 0.2).collect();
        let mostly_equal: Vec<f64> = smooth.iter().map(|value| (value * 4.0).ceil()).collect();
        let holed: Vec<f64> = smooth.iter().map(|value| if *value < 0.0 { value.sqrt() } else { *value }).collect();
        for values in [&smooth, &mostly_equal, &holed, &vec![3.0; 5_000], &vec![f64::NAN; 10], &smooth[..3].to_vec()] {
            let (found, exact) = (stream(values, 6.0).unwrap(), percentiles(values, &SHARES));
            assert!(found.iter().zip(&exact).all(|(a, b)| a.to_bits() == b.to_bits()), "{found:?} for {exact:?}");
        }
    }

    #[test]
    fn few_values_are_kept() {
        let random = Stream::new(1);
        let mut windows = Windows::new(&SHARES, 6.0);
        for round in 0..10_u64 {
            let values: Vec<f64> = (0..10_000).map(|n| uniform(random.at(round * 10_000 + n))).collect();
            let tally = windows.tally(&values, true);
            windows.add(&[&tally]);
        }
        let kept: usize = windows.around.iter().map(|window| window.inside.len()).sum();
        assert!(kept < 15_000, "{kept}");
    }

    #[test]
    fn a_percentile_outside_its_window_is_not_made_up() {
        let rising: Vec<f64> = (0..50_000).map(f64::from).collect();
        assert_eq!(stream(&rising, 6.0), None);
    }
}
