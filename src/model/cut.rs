//! Ranges without ends of their own, cut at the bounds of their input.
//!
//! What is written describes the uncut distribution, and the central case stays as written; everything else is of what
//! is left. A little is cut with a note, more with a warning, and a range that mostly means something else is refused.
//! Knows nothing of ranges with stated ends: these are wrong where an end is.

use crate::diagnostic::{Argument, Diagnostic, Diagnostics, Span};
use crate::language::Localizer;
use crate::quantity::number;
use crate::quantity::unit::{Unit, Units};
use crate::scenario::Bounds;
use crate::scenario::{Amount, InputEntry, PERCENTILES, Written};
use crate::uncertainty::distribution::Distribution;
use crate::uncertainty::limits::Limits;

/// The share outside that is cut without a warning.
const LITTLE: f64 = 1e-4;

/// The share outside that is not cut any more.
const MUCH: f64 = 0.05;

/// A figure as written and as it is after the cut differ by more than this share of it.
const MOVED: f64 = 0.01;

/// What an input whose bounds have a name can be; `any` is not bounded.
pub(super) fn limits(bounds: Bounds) -> Option<Limits> {
    let above = |is_open: bool| Limits { low: 0.0, high: f64::INFINITY, is_open };
    match bounds {
        Bounds::Positive => Some(above(true)),
        Bounds::NonNegative => Some(above(false)),
        Bounds::Share => Some(Limits { high: 1.0, ..above(false) }),
        Bounds::Any => None,
    }
}

/// Cuts an input's range; `must_be` says what the bounds are.
pub(super) fn at(
    limits: &Limits,
    (entry, must_be): (&InputEntry, &str),
    amount: &mut Amount,
    (units, words): (&Units, Localizer),
    diagnostics: &mut Diagnostics,
) {
    let Some(range) = &amount.range else { return };
    let mass = range.outside(limits);
    let name = entry.path();
    let shown = number::significant(100.0 * mass, 3);
    let what = format!("{shown} % of the range of `{name}` lies outside its bounds");
    // A share that was meant to be just as much is.
    let inside = (mass <= MUCH * (1.0 + 1e-9)).then(|| range.within(limits).ok()).flatten();
    let Some(inside) = inside else {
        let complaint = Diagnostic::error(format!("{what}: it must be {must_be}"));
        diagnostics.push(placed(complaint, entry, amount.span).help(help(range)));
        return;
    };
    let moved = moved(entry, &inside, amount, units);
    let said = |words: Localizer| moved.iter().map(|one| one.said(&amount.unit, words)).collect::<Vec<_>>().join("; ");
    let complaint = if mass <= 0.0 {
        None
    } else if mass <= LITTLE {
        let also = if moved.is_empty() { String::new() } else { format!(": {}", said(Localizer::default())) };
        Some(Diagnostic::note(format!("{what} and is cut off{also}")))
    } else if moved.is_empty() {
        Some(
            Diagnostic::warning(format!("{what} and is cut off"))
                .message_id("warning-cut")
                .with("name", name)
                .with("share", Argument::Digits(shown)),
        )
    } else {
        Some(
            Diagnostic::warning(format!(
                "{what} and is cut off, which moves what is written: {}",
                said(Localizer::default())
            ))
            .message_id("warning-cut-moves")
            .with("name", name)
            .with("share", Argument::Digits(shown))
            .with("moved", said(words)),
        )
    };
    if let Some(complaint) = complaint {
        let complaint = placed(complaint, entry, amount.span).help(format!("it must be {must_be}"));
        diagnostics.push(if mass > LITTLE { complaint.help(help(range)) } else { complaint });
    }
    amount.range = Some(inside);
}

/// A figure that a cut moves, in base units.
struct Moved {
    key: &'static str,
    written: f64,
    now: f64,
}

impl Moved {
    /// `mean 100 km → 106.3 km`.
    fn said(&self, unit: &Unit, words: Localizer) -> String {
        let shown = |base: f64, digits: usize| words.attach(unit, &words.significant(unit.from_base(base), digits));
        format!("{} {} → {}", self.key, shown(self.written, 6), shown(self.now, 4))
    }
}

/// The written mean and percentiles that are others after the cut.
fn moved(entry: &InputEntry, inside: &Distribution, amount: &Amount, units: &Units) -> Vec<Moved> {
    let mean = ("mean", inside.mean());
    let percentiles = PERCENTILES.iter().map(|(key, share)| (*key, *share));
    let now = |(key, share): (&'static str, f64)| entry.number(key).map(|_| (key, inside.quantile(share)));
    let found = entry.number("mean").map(|_| mean).into_iter().chain(percentiles.filter_map(now));
    let both = found.filter_map(|(key, now)| {
        // Faults of the number were reported when it was read.
        let written = entry.number(key)?.in_base(&amount.unit, units, &mut Diagnostics::default())?;
        let scale = if written == 0.0 { inside.sd() } else { written.abs() };
        ((now - written).abs() > MOVED * scale).then_some(Moved { key, written, now })
    });
    both.collect()
}

/// The complaint at the numbers that the range is made of.
fn placed(complaint: Diagnostic, entry: &InputEntry, otherwise: Span) -> Diagnostic {
    let made_of = entry.numbers.iter().filter(|(key, _)| !matches!(*key, "value" | "min" | "max"));
    let mut places: Vec<Span> = made_of.map(|(_, written)| Written::span(written)).collect();
    if places.is_empty() {
        places.push(otherwise);
    }
    places.into_iter().fold(complaint, |complaint, place| complaint.at(place, ""))
}

/// Ranges that stay inside.
fn help(range: &Distribution) -> &'static str {
    if range.support().0 < 0.0 {
        "state `min` or `max` where the range ends, use distribution = \"lognormal\" for values above zero, or `low`, `mode` and `high` (PERT)"
    } else {
        "state `min` or `max` where the range ends, or use `low`, `mode` and `high` (PERT)"
    }
}
