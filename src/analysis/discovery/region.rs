//! A box of inputs: which restrictions it has, what it covers, and which of them matter.
//!
//! A restriction is kept where it matters: the chance that samples drawn from the box *without* it fail as often as those
//! in the box is a binomial tail (the quasi-p-value of Bryant and Lempert 2010, Technological Forecasting and Social
//! Change 77, 34), and at most [`SIGNIFICANT`]. The samples are those that the box was found in, and many boxes were looked
//! at: the probability is not corrected for the search, hence "quasi". Knows nothing of scenarios.

/// With fewer failing samples, or fewer that do not fail, nothing is looked for: a box around them would be chance.
pub const FEWEST_CASES: u64 = 10;

/// A restriction that chance alone would explain with a greater probability than this is dropped.
pub const SIGNIFICANT: f64 = 0.05;

/// A gain of the score below this is rounding.
const LEAST: f64 = 1e-12;

/// One input's samples.
#[derive(Clone, Copy, Debug)]
pub struct Variable<'a> {
    /// Its value in each sample.
    pub values: &'a [f64],
    /// The values that there are, where they are a few choices; else none.
    pub choices: &'a [f64],
}

/// One restriction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Limit {
    /// At least.
    Low(f64),
    /// At most.
    High(f64),
    /// Not this choice.
    Not(f64),
}

impl Limit {
    /// Whether a value keeps the restriction.
    #[must_use]
    pub fn keeps(self, value: f64) -> bool {
        match self {
            Self::Low(low) => value >= low,
            Self::High(high) => value <= high,
            Self::Not(choice) => value.total_cmp(&choice).is_ne(),
        }
    }
}

/// A box: restrictions, each with the position of its variable; a variable has at most one lower and one upper limit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Region {
    /// The restrictions.
    pub limits: Vec<(usize, Limit)>,
}

impl Region {
    /// The box with one more restriction, which replaces one of its kind.
    #[must_use]
    pub fn with(&self, variable: usize, limit: Limit) -> Self {
        let mut limits = self.limits.clone();
        limits.retain(|(other, old)| {
            let replaced = matches!((old, limit), (Limit::Low(_), Limit::Low(_)) | (Limit::High(_), Limit::High(_)));
            *other != variable || !replaced
        });
        limits.push((variable, limit));
        limits.sort_by_key(|(variable, limit)| {
            let kind = match limit {
                Limit::Low(_) => 0,
                Limit::High(_) => 1,
                Limit::Not(_) => 2,
            };
            (*variable, kind)
        });
        Self { limits }
    }

    /// The variables that are restricted.
    #[must_use]
    pub fn variables(&self) -> Vec<usize> {
        let mut found: Vec<usize> = self.limits.iter().map(|(variable, _)| *variable).collect();
        found.dedup();
        found
    }
}

/// Samples in a box, and how many of them fail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Samples.
    pub samples: u64,
    /// Those that fail.
    pub fails: u64,
}

impl Count {
    /// Of some samples.
    #[must_use]
    pub fn of(fails: &[bool]) -> Self {
        Self { samples: fails.len() as u64, fails: fails.iter().filter(|fails| **fails).count() as u64 }
    }

    /// The share that fails.
    #[must_use]
    pub fn density(self) -> f64 {
        ratio(self.fails, self.samples)
    }

    /// The correlation between lying among these samples and failing, `all` being all samples (the phi coefficient): 1 for
    /// a box with all that fail and nothing else, 0 for one that says nothing, whether failing is rare or frequent.
    #[must_use]
    pub fn score(self, all: Self) -> f64 {
        let (inside, outside) = (number(self.samples), number(all.samples - self.samples));
        let (fails, others) = (number(all.fails), number(all.samples - all.fails));
        let spread = libm::sqrt(inside) * libm::sqrt(outside) * libm::sqrt(fails) * libm::sqrt(others);
        let covariance = number(self.fails) * number(all.samples) - inside * fails;
        if spread > 0.0 { covariance / spread } else { 0.0 }
    }

    fn and(self, other: Self) -> Self {
        Self { samples: self.samples + other.samples, fails: self.fails + other.fails }
    }
}

#[expect(clippy::cast_precision_loss, reason = "at most 2^26 samples")]
pub(super) fn number(count: u64) -> f64 {
    count as f64
}

/// A share; 0 of nothing.
pub(super) fn ratio(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { number(part) / number(whole) }
}

/// What a box has inside, and what dropping each of its restrictions would add.
pub struct BoxTally {
    /// Inside.
    pub inside: Count,
    /// For each restriction the samples that break this one only.
    pub beyond: Vec<Count>,
}

impl BoxTally {
    /// Counts.
    #[must_use]
    pub fn of(region: &Region, variables: &[Variable<'_>], fails: &[bool]) -> Self {
        let mut inside = Count::default();
        let mut beyond = vec![Count::default(); region.limits.len()];
        for (sample, fails) in fails.iter().enumerate() {
            let into = match broken(region, variables, sample) {
                BrokenLimits::Nothing => &mut inside,
                BrokenLimits::One(limit) => &mut beyond[limit],
                BrokenLimits::Several => continue,
            };
            into.samples += 1;
            into.fails += u64::from(*fails);
        }
        Self { inside, beyond }
    }

    /// The quasi-p-value of some restrictions together.
    fn p_value(&self, limits: impl Iterator<Item = usize>) -> f64 {
        let without = limits.fold(self.inside, |count, limit| count.and(self.beyond[limit]));
        at_least(self.inside.fails, self.inside.samples, without.density())
    }
}

/// Which restrictions a sample breaks.
enum BrokenLimits {
    Nothing,
    One(usize),
    Several,
}

fn broken(region: &Region, variables: &[Variable<'_>], sample: usize) -> BrokenLimits {
    let mut found = BrokenLimits::Nothing;
    for (at, (variable, limit)) in region.limits.iter().enumerate() {
        if !limit.keeps(variables[*variable].values[sample]) {
            found = match found {
                BrokenLimits::Nothing => BrokenLimits::One(at),
                _ => return BrokenLimits::Several,
            };
        }
    }
    found
}

/// The quasi-p-value of each restricted variable, in order.
#[must_use]
pub fn p_values(region: &Region, variables: &[Variable<'_>], fails: &[bool]) -> Vec<(usize, f64)> {
    let tally = BoxTally::of(region, variables, fails);
    let of = |variable: usize| {
        let limits = region.limits.iter().enumerate().filter(move |(_, (other, _))| *other == variable);
        tally.p_value(limits.map(|(at, _)| at))
    };
    region.variables().into_iter().map(|variable| (variable, of(variable))).collect()
}

/// Drops the restrictions that do not matter, the least significant first: those that chance would explain, and those
/// without which the box says no less.
#[must_use]
pub fn dropped(mut region: Region, variables: &[Variable<'_>], fails: &[bool]) -> Region {
    let all = Count::of(fails);
    loop {
        let tally = BoxTally::of(&region, variables, fails);
        let score = tally.inside.score(all);
        let idle = (0..region.limits.len()).filter_map(|at| {
            let p = tally.p_value(std::iter::once(at));
            let without = tally.inside.and(tally.beyond[at]).score(all);
            (p > SIGNIFICANT || without >= score).then_some((at, p))
        });
        let Some((at, _)) = idle.max_by(|a, b| a.1.total_cmp(&b.1)) else { return region };
        region.limits.remove(at);
    }
}

/// Moves each limit in turn to where the box says most, the others staying, until none moves: outwards as in the pasting of
/// Friedman and Fisher, and inwards, because a peel takes whole shares of the samples.
#[must_use]
pub fn adjusted(mut region: Region, variables: &[Variable<'_>], fails: &[bool]) -> Region {
    let all = Count::of(fails);
    let mut score = BoxTally::of(&region, variables, fails).inside.score(all);
    let mut since = 0;
    let mut at = 0;
    while since < region.limits.len() {
        let (variable, limit) = region.limits[at];
        match moved(&region, at, variables, fails, all).filter(|(best, _)| *best > score + LEAST) {
            Some((best, to)) => {
                score = best;
                since = 0;
                region.limits.remove(at);
                if let Some(to) = to {
                    region = region
                        .with(variable, if matches!(limit, Limit::Low(_)) { Limit::Low(to) } else { Limit::High(to) });
                }
            }
            None => since += 1,
        }
        at = if at + 1 < region.limits.len() { at + 1 } else { 0 };
    }
    region
}

/// The best score that moving one limit gives, and the place it moves to; none where it is best without a limit.
fn moved(
    region: &Region,
    at: usize,
    variables: &[Variable<'_>],
    fails: &[bool],
    all: Count,
) -> Option<(f64, Option<f64>)> {
    let (variable, limit) = region.limits[at];
    let low = match limit {
        Limit::Low(_) => true,
        Limit::High(_) => false,
        Limit::Not(_) => return None,
    };
    let mut open: Vec<(f64, bool)> = (0..fails.len())
        .filter(|sample| match broken(region, variables, *sample) {
            BrokenLimits::Nothing => true,
            BrokenLimits::One(other) => other == at,
            BrokenLimits::Several => false,
        })
        .map(|sample| (variables[variable].values[sample], fails[sample]))
        .collect();
    open.sort_by(|a, b| if low { b.0.total_cmp(&a.0) } else { a.0.total_cmp(&b.0) });
    let mut inside = Count::default();
    let mut best: Option<(f64, Option<f64>)> = None;
    for (place, (value, fails)) in open.iter().enumerate() {
        inside = inside.and(Count { samples: 1, fails: u64::from(*fails) });
        let next = open.get(place + 1).map(|next| next.0);
        let ends = next.is_none_or(|next| next.total_cmp(value).is_ne());
        let score = inside.score(all);
        if ends && best.is_none_or(|best| score > best.0) {
            best = Some((score, next.map(|next| f64::midpoint(*value, next))));
        }
    }
    best
}

/// The probability of at least `successes` in `trials`, each with probability `p`.
#[must_use]
pub fn at_least(successes: u64, trials: u64, p: f64) -> f64 {
    if successes == 0 || p >= 1.0 {
        return 1.0;
    }
    if p <= 0.0 || successes > trials {
        return 0.0;
    }
    let (n, odds) = (number(trials), p / (1.0 - p));
    let term = |count: u64| {
        let k = number(count);
        let ways = libm::lgamma(n + 1.0) - libm::lgamma(k + 1.0) - libm::lgamma(n - k + 1.0);
        libm::exp(ways + k * libm::log(p) + (n - k) * libm::log1p(-p))
    };
    // The tail that falls off from its first term is added up; the other is what it leaves.
    if number(successes) > n * p {
        let (mut term, mut sum, mut k) = (term(successes), 0.0, successes);
        while term > 0.0 && term > 1e-17 * sum && k <= trials {
            sum += term;
            term *= number(trials - k) / number(k + 1) * odds;
            k += 1;
        }
        sum.min(1.0)
    } else {
        let (mut term, mut sum, mut k) = (term(successes - 1), 0.0, successes - 1);
        while term > 1e-17 * sum {
            sum += term;
            if k == 0 {
                break;
            }
            term *= number(k) / number(trials - k + 1) / odds;
            k -= 1;
        }
        (1.0 - sum).max(0.0)
    }
}
