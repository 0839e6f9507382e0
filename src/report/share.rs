//! Shares of samples in words: in per cent, with the interval that chance leaves them, rounded outwards.

use super::sampling::samples_text;
use crate::analysis::monte_carlo::{MonteCarlo, Sufficiency};
use crate::analysis::standing::{self, Standing};
use crate::args;
use crate::language::Localizer;
use crate::model::Assessment;
use crate::uncertainty::confidence::Share;

/// Shares nearer to none or all than this would round to these.
const HARDLY: f64 = 0.0005;

/// How often a condition holds, in a sentence.
#[must_use]
pub(crate) fn holds(assessment: &Assessment, results: &MonteCarlo, found: &Sufficiency) -> String {
    let words = assessment.words;
    let condition = &assessment.requests.conditions[found.condition];
    let (estimate, all) = (found.estimate(), results.settings.samples);
    let stands = standing::over_samples(&assessment.calculation, results, condition.metric);
    // What is the same in all samples is no matter of chance.
    if !estimate.is_estimated() || stands != Standing::Varies {
        let share = format!("{} %", words.shown(100.0 * found.share));
        let holds = words.format("spread-holds", args![condition = &condition.label, share = share]);
        let beside = super::standing::beside_condition(assessment, stands);
        return std::iter::once(holds).chain(beside).collect::<Vec<_>>().join(" ");
    }
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "counts")]
    let held = libm::round(found.share * all as f64) as u64;
    let (low, high) = ends(words, estimate.ci);
    let about = args![
        condition = &condition.label,
        share = if estimate.conservative { of_samples(words, &estimate) } else { beside_ends(words, &estimate) },
        samples = samples_text(words, all),
        count = held.min(all - held.min(all)),
        low = low,
        high = high
    ];
    let key = match (estimate.conservative, held) {
        (false, _) => "spread-holds-interval",
        (true, 0) => "spread-holds-none",
        (true, held) if held == all => "spread-holds-all",
        (true, held) if held <= all / 2 => "spread-holds-few",
        (true, _) => "spread-holds-all-but-few",
    };
    words.format(key, about)
}

/// A share of samples in per cent; one that is not known to be all or none does not round to it, but is bounded:
/// `below 0.03 %`.
#[must_use]
pub fn of_samples(words: Localizer, found: &Share) -> String {
    bounded(words, found, ["share-below", "share-above"])
}

/// The same inside a sentence: holds in `less than 0.03 %` of samples.
#[must_use]
pub fn inside(words: Localizer, found: &Share) -> String {
    bounded(words, found, ["share-less", "share-more"])
}

fn bounded(words: Localizer, found: &Share, [below, above]: [&str; 2]) -> String {
    let (low, high) = found.ci;
    let estimated = found.is_estimated();
    if estimated && found.share < HARDLY {
        words.format(below, args![share = bound(words, high)])
    } else if estimated && found.share > 1.0 - HARDLY {
        words.format(above, args![share = complement(words, 1.0 - low)])
    } else {
        format!("{} %", words.shown(100.0 * found.share))
    }
}

/// The two ends of its interval in per cent, without the sign, rounded outwards.
#[must_use]
pub fn ends(words: Localizer, (low, high): (f64, f64)) -> (String, String) {
    let decimals = decimals_of((low, high));
    let (low, high) = (100.0 * low, 100.0 * high);
    let (from, to) = (down(low, decimals).max(0.0), up(high, decimals).min(100.0));
    let end = |value: f64| words.grouped(value, if value <= 0.0 || value >= 100.0 { 0 } else { decimals });
    (end(from), end(to))
}

/// Decimals of per cent that tell the ends of an interval apart, as far as they count: more samples make a share more
/// certain, but what it is a share of no more precise.
fn decimals_of((low, high): (f64, f64)) -> usize {
    let middle = f64::midpoint(low, high);
    let most = digits(100.0 * middle.min(1.0 - middle)) + 1;
    (0..most).find(|decimals| step(*decimals) <= 100.0 * (high - low) / 5.0).unwrap_or(most)
}

/// A share with its interval, both with the digits that tell the ends apart; what is hardly any or hardly less than all is
/// bounded.
#[must_use]
pub(crate) fn with_interval(words: Localizer, found: &Share) -> String {
    let is_bounded = found.conservative || !(HARDLY..=1.0 - HARDLY).contains(&found.share);
    if is_bounded || !found.is_estimated() {
        return of_samples(words, found);
    }
    let (low, high) = ends(words, found.ci);
    format!("{} ({low}\u{2013}{high})", beside_ends(words, found))
}

/// A share in per cent with the digits of the interval that stands beside it, so that it lies inside.
fn beside_ends(words: Localizer, found: &Share) -> String {
    format!("{} %", words.grouped(100.0 * found.share, decimals_of(found.ci)))
}

/// An upper bound in per cent with one digit that counts, above 10 % a whole number.
fn bound(words: Localizer, share: f64) -> String {
    let decimals = digits(100.0 * share);
    words.grouped(up(100.0 * share, decimals).min(100.0), decimals)
}

/// The lower bound that an upper bound of the rest leaves.
fn complement(words: Localizer, rest: f64) -> String {
    let decimals = digits(100.0 * rest);
    words.grouped((100.0 - up(100.0 * rest, decimals)).max(0.0), decimals)
}

/// Decimals of the first digit that counts.
fn digits(per_cent: f64) -> usize {
    (0..9).find(|decimals| step(*decimals) <= per_cent).unwrap_or(9)
}

fn step(decimals: usize) -> f64 {
    libm::pow(10.0, -f64::from(u32::try_from(decimals).unwrap_or(u32::MAX)))
}

/// Rounding of the last bits must not move an end by a whole digit.
const SLACK: f64 = 1e-9;

fn down(value: f64, decimals: usize) -> f64 {
    libm::floor(value / step(decimals) + SLACK) * step(decimals)
}

fn up(value: f64, decimals: usize) -> f64 {
    libm::ceil(value / step(decimals) - SLACK) * step(decimals)
}
