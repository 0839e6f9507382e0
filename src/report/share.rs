//! Shares of samples in words: in per cent, with the interval that chance leaves them, rounded outwards.

use crate::args;
use crate::language::Words;
use crate::uncertainty::confidence::Share;

/// Shares nearer to none or all than this would round to these.
const HARDLY: f64 = 0.0005;

/// A share of samples in per cent; one that is not known to be all or none does not round to it, but is bounded:
/// `below 0.03 %`.
#[must_use]
pub fn of_samples(words: Words, found: &Share) -> String {
    bounded(words, found, ["share-below", "share-above"])
}

/// The same inside a sentence: holds in `less than 0.03 %` of samples.
#[must_use]
pub fn inside(words: Words, found: &Share) -> String {
    bounded(words, found, ["share-less", "share-more"])
}

fn bounded(words: Words, found: &Share, [below, above]: [&str; 2]) -> String {
    let (low, high) = found.ci;
    let estimated = found.is_estimated();
    if estimated && found.share < HARDLY {
        words.say(below, args![share = bound(words, high)])
    } else if estimated && found.share > 1.0 - HARDLY {
        words.say(above, args![share = complement(words, 1.0 - low)])
    } else {
        format!("{} %", words.shown(100.0 * found.share))
    }
}

/// The two ends of its interval in per cent, without the sign, rounded outwards.
#[must_use]
pub fn ends(words: Words, (low, high): (f64, f64)) -> (String, String) {
    let (low, high) = (100.0 * low, 100.0 * high);
    let mut decimals = 0;
    while decimals < 6 && step(decimals) > (high - low) / 5.0 {
        decimals += 1;
    }
    let (from, to) = (down(low, decimals).max(0.0), up(high, decimals).min(100.0));
    let end = |value: f64| words.grouped(value, if value <= 0.0 || value >= 100.0 { 0 } else { decimals });
    (end(from), end(to))
}

/// An upper bound in per cent with one digit that counts, above 10 % a whole number.
fn bound(words: Words, share: f64) -> String {
    let decimals = digits(100.0 * share);
    words.grouped(up(100.0 * share, decimals).min(100.0), decimals)
}

/// The lower bound that an upper bound of the rest leaves.
fn complement(words: Words, rest: f64) -> String {
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
