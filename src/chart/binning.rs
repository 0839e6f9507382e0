//! Samples into the bins of a histogram.
//!
//! Knows nothing of how a histogram is drawn.

use super::axis::Scale;
use super::ruler::shown;
use crate::args;
use crate::language::Localizer;

/// What a histogram is made of.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum HistogramData {
    /// Samples in any order, in the unit of the panel.
    Samples(Vec<f64>),
    /// Low end, high end (in the unit of the panel) and share of all samples (0 to 1) of each bin.
    Bins(Vec<(f64, f64, f64)>),
    /// Samples that have been counted already, on the scale of then.
    Counted(Binned),
}

impl HistogramData {
    /// Samples counted at once, so that they need not be kept.
    #[must_use]
    pub fn counted(samples: &[f64], scale: Option<Scale>) -> Self {
        Self::Counted(Binned::of_samples(samples, scale))
    }
}

impl Default for HistogramData {
    fn default() -> Self {
        Self::Samples(Vec::new())
    }
}

/// Fewest and most bins. Values on a coarse lattice, such as whole numbers, may have fewer.
const BINS: (f64, f64) = (20.0, 80.0);

/// Bins ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Binned {
    pub(super) scale: Scale,
    /// Low end, high end, share of the samples that have a value.
    pub(super) bins: Vec<(f64, f64, f64)>,
    /// Whether there is but one value.
    pub(super) equal: bool,
    /// Samples with a value, samples of them outside the bins, samples without a value.
    samples: usize,
    outside: usize,
    undefined: usize,
}

impl Binned {
    /// Bins by the rule of Freedman and Diaconis; a tail of a thousandth is cut where that saves a twentieth of the axis.
    pub(super) fn new(data: &HistogramData, scale: Option<Scale>) -> Self {
        match data {
            HistogramData::Counted(binned) => binned.clone(),
            HistogramData::Samples(samples) => Self::of_samples(samples, scale),
            HistogramData::Bins(bins) => {
                let wide = |ends: (f64, f64)| ends.0 > 0.0 && decades(ends) > 1.5;
                let proper = |bin: &&(f64, f64, f64)| bin.0 < bin.1 && bin.2.is_finite() && bin.2 >= 0.0;
                let mut bins: Vec<_> = bins.iter().filter(proper).copied().collect();
                bins.sort_by(|a, b| a.0.total_cmp(&b.0));
                let ends = (bins.first().map_or(0.0, |bin| bin.0), bins.last().map_or(0.0, |bin| bin.1));
                let scale = scale.unwrap_or(if wide(ends) { Scale::Log } else { Scale::Linear });
                bins.retain(|bin| shown(scale, bin.0) && shown(scale, bin.1));
                Self { scale, bins, equal: false, samples: 0, outside: 0, undefined: 0 }
            }
        }
    }

    fn of_samples(samples: &[f64], scale: Option<Scale>) -> Self {
        let mut values: Vec<f64> = samples.iter().copied().filter(|v| v.is_finite()).collect();
        values.sort_by(f64::total_cmp);
        let defined = values.len();
        let undefined = samples.len() - defined;
        let scale = scale.unwrap_or_else(|| {
            let positive = values.first().is_some_and(|v| shown(Scale::Log, *v));
            let middle = (quantile(&values, 0.05), quantile(&values, 0.95));
            if positive && decades(middle) > 1.5 { Scale::Log } else { Scale::Linear }
        });
        let position = |v: f64| if scale == Scale::Log { libm::log10(v) } else { v };
        let value = |p: f64| if scale == Scale::Log { libm::pow(10.0, p) } else { p };
        let mut places: Vec<f64> = values.iter().filter(|v| shown(scale, **v)).map(|v| position(*v)).collect();
        let mut binned = Self { scale, bins: Vec::new(), equal: false, samples: defined, outside: 0, undefined };
        let (Some(&first), Some(&last)) = (places.first(), places.last()) else { return binned };
        let (low_tail, high_tail) = (quantile(&places, 0.001), quantile(&places, 0.999));
        let low = if low_tail - first > 0.05 * (last - first) { low_tail } else { first };
        let high = if last - high_tail > 0.05 * (last - first) { high_tail } else { last };
        places.retain(|p| *p >= low && *p <= high);
        binned.outside = defined - places.len();
        if high - low <= 1e-9 * high.abs().max(low.abs()) {
            // On a log axis the ends are positions, which near 1 are all small.
            let share = number(places.len()) / number(defined);
            binned.bins = vec![(value(low), value(high), share)];
            binned.equal = true;
            return binned;
        }
        let spread = quantile(&places, 0.75) - quantile(&places, 0.25);
        let wished = 2.0 * spread / libm::cbrt(number(places.len()));
        let (start, width, bins) = if let Some(step) = lattice(&places).filter(|_| scale == Scale::Linear) {
            let points = libm::round((high - low) / step) + 1.0;
            let fewest = libm::ceil(points / BINS.1).max(1.0);
            let most = libm::floor(points / BINS.0).max(fewest);
            let together = libm::round(wished / step).clamp(fewest, most);
            (low - step / 2.0, together * step, libm::ceil(points / together))
        } else {
            let bins = if wished > 0.0 { libm::ceil((high - low) / wished).clamp(BINS.0, BINS.1) } else { BINS.0 };
            (low, (high - low) / bins, bins)
        };
        let mut counts = vec![0_usize; index(bins)];
        for place in &places {
            let at = index(libm::floor((place - start) / width)).min(counts.len().saturating_sub(1));
            if let Some(count) = counts.get_mut(at) {
                *count += 1;
            }
        }
        let mut from = value(start);
        let mut k = 0.0;
        for count in counts {
            k += 1.0;
            let to = value(start + k * width);
            binned.bins.push((from, to, number(count) / number(defined)));
            from = to;
        }
        binned
    }

    /// The low end of the first bin and the high end of the last.
    pub(super) fn range(&self) -> Option<(f64, f64)> {
        Some((self.bins.first()?.0, self.bins.last()?.1))
    }

    /// What the bars do not show, in words; `more` samples without a value are known elsewhere.
    pub(super) fn notes(&self, more: u64, words: Localizer) -> String {
        let mut notes = Vec::new();
        if self.equal && self.samples > 1 && self.outside == 0 {
            notes.push(words.format("samples-equal", args![count = self.samples]));
        }
        if self.outside > 0 && !self.bins.is_empty() {
            notes.push(words.format("samples-outside", args![some = self.outside, all = self.samples]));
        }
        let undefined = self.undefined.saturating_add(usize::try_from(more).unwrap_or(usize::MAX));
        if undefined > 0 {
            notes.push(words.format("samples-undefined", args![count = undefined]));
        }
        notes.join("; ")
    }

    /// Why there are no bars.
    pub(super) fn why_empty(&self) -> &'static str {
        if self.samples > 0 && self.scale == Scale::Log { "no-positive-values" } else { "no-values" }
    }
}

fn decades((low, high): (f64, f64)) -> f64 {
    if low > 0.0 && high > 0.0 { libm::log10(high) - libm::log10(low) } else { 0.0 }
}

/// The quantile of sorted values, taken outwards to the next sample.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let at = share * number(sorted.len().saturating_sub(1));
    let at = if share < 0.5 { libm::floor(at) } else { libm::ceil(at) };
    sorted.get(index(at)).copied().unwrap_or(f64::NAN)
}

/// The step of sorted values that are all whole steps apart, if they have at most 400 places.
fn lattice(sorted: &[f64]) -> Option<f64> {
    let (first, last) = (sorted.first()?, sorted.last()?);
    let step = sorted
        .windows(2)
        .filter_map(|pair| Some(pair.last()? - pair.first()?))
        .filter(|gap| *gap > 1e-9 * (last - first))
        .fold(f64::INFINITY, f64::min);
    let whole = |v: &f64| {
        let steps = (v - first) / step;
        (steps - libm::round(steps)).abs() < 1e-6
    };
    // Few different values may lie on a lattice by chance.
    (sorted.len() > 2 && (last - first) / step <= 400.0 && sorted.iter().all(whole)).then_some(step)
}

fn number(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates; NaN becomes 0")]
fn index(value: f64) -> usize {
    value as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(samples: &[f64], scale: Option<Scale>) -> Binned {
        Binned::new(&HistogramData::Samples(samples.to_vec()), scale)
    }

    fn total(binned: &Binned) -> f64 {
        binned.bins.iter().map(|bin| bin.2).sum::<f64>() + number(binned.outside) / number(binned.samples)
    }

    #[test]
    fn shares_and_what_is_outside_sum_to_one() {
        let smooth = |n: u32| (1..n).map(move |k| f64::from(k) / f64::from(n));
        let lists: [Vec<f64>; 5] = [
            smooth(5000).map(|u| -100.0 * libm::log(u)).collect(),
            smooth(5000).map(|u| libm::exp(4.0 * libm::log(u / (1.0 - u)))).collect(),
            smooth(500).map(|u| libm::round(20.0 * u)).collect(),
            vec![2.0; 7],
            vec![-1.0, 5.0, f64::NAN, 1e200],
        ];
        for list in &lists {
            for scale in [None, Some(Scale::Linear), Some(Scale::Log)] {
                let binned = of(list, scale);
                assert!((total(&binned) - 1.0).abs() < 1e-9, "{scale:?} {:?}", binned.bins);
                assert!(binned.bins.windows(2).all(|pair| pair[0].1.total_cmp(&pair[1].0).is_eq()));
            }
        }
        assert!((20..=80).contains(&of(&lists[0], None).bins.len()));
        assert!(of(&lists[0], None).scale == Scale::Linear || of(&lists[0], None).outside > 0);
        assert_eq!(of(&lists[1], None).scale, Scale::Log);
        assert_eq!(of(&lists[2], None).bins.len(), 21);
        assert_eq!(
            of(&lists[3], None).notes(2, Localizer::default()),
            "All 7 samples are equal; 2 samples without a value"
        );
    }
}
