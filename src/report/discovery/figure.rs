//! Charts of the box in which a condition fails, and of the way to it.

use super::text::{limits, sentence, verb};
use crate::analysis::discovery::{DiscoveredBox, Discovery, Restriction};
use crate::args;
use crate::chart::{Axis, LineChart, LinePanel, Mark, RangeSlots, RegionChart, RegionRow, Scale, Series};
use crate::model::Assessment;
use crate::report::figure::{RenderedChart, heading, style};
use crate::report::sampling::samples_text;
use crate::report::share;
use crate::report::slot;
use crate::uncertainty::confidence::Share;
use crate::uncertainty::distribution::Distribution;

/// The subtitle: the case, and what was searched.
pub(super) fn case(assessment: &Assessment, one: &Discovery, what: &str) -> String {
    let samples = samples_text(assessment.words, one.count.samples);
    assessment.words.format("discovery-case", args![title = &assessment.title, samples = samples, what = what])
}

/// The box: its inputs as bars within their full ranges.
#[must_use]
pub(crate) fn region(assessment: &Assessment, one: &Discovery, found: &DiscoveredBox, id: &str) -> RenderedChart {
    let words = assessment.words;
    let verb = verb(words, one);
    let of = |share: f64, samples: u64| share::inside(words, &Share::of_independent(share, samples));
    let density = of(found.point.density, found.inside(one.count));
    let coverage = of(found.point.coverage, one.count.fails);
    let title = if found.restrictions.is_empty() {
        words.format("discovery-title", args![verb = &verb, condition = &one.condition.label])
    } else {
        let of_input = |restriction: &Restriction| {
            let input = &assessment.calculation.inputs[restriction.input];
            format!("{} {}", words.inside(&input.label), limits(words, input, restriction))
        };
        let inputs: Vec<String> = found.restrictions.iter().map(of_input).collect();
        let inputs = inputs.join(&format!(" {} ", words.text("joined-by-and")));
        words.format("finding-discovery", args![verb = &verb, density = &density, inputs = inputs])
    };
    let what = args![condition = &one.condition.label, verb = verb, coverage = coverage];
    let what = words.format("discovery-box", what);
    let mut heading = heading(assessment, id, &title, case(assessment, one, &what), &[one.condition.metric]);
    heading.description = sentence(assessment, one);
    let rows = found.restrictions.iter().map(|restriction| row(assessment, restriction, id)).collect();
    RenderedChart::new(id.to_owned(), title, RegionChart { heading, rows }, &style(assessment, None))
}

pub(in crate::report) fn row(assessment: &Assessment, restriction: &Restriction, id: &str) -> RegionRow {
    let input = &assessment.calculation.inputs[restriction.input];
    let text = |value: f64| input.unit.from_base(value);
    let (low, high) = input.range.as_ref().map_or((f64::NAN, f64::NAN), Distribution::range);
    // A limit may lie beyond the percentiles that stand for the ends of a range without ends.
    let low = restriction.low.into_iter().chain(restriction.high).fold(low, f64::min);
    let high = restriction.low.into_iter().chain(restriction.high).fold(high, f64::max);
    let parts = match &restriction.choices {
        Some(choices) => choices.iter().map(|choice| (text(*choice), text(*choice))).collect(),
        None => vec![(text(restriction.low.unwrap_or(low)), text(restriction.high.unwrap_or(high)))],
    };
    RegionRow {
        label: input.label.clone(),
        unit: assessment.words.unit(&input.unit),
        range: (text(low), text(high)),
        central: Some(text(input.value)).filter(|value| value.is_finite()),
        slot: Some(slot::central(&input.id)),
        parts,
        text: limits(assessment.words, input, restriction),
        range_slots: RangeSlots::of_ends(slot::part(&input.id, "low"), slot::part(&input.id, "high")),
        slots: slot::with_ends(slot::part_of(&input.id, "box", id), "low", "high"),
    }
}

/// Percentage points of coverage from which on there is a trade to be seen.
pub(super) const STEEP: f64 = 1.0;

/// Coverage and density of the boxes on the way, with the chosen one marked; none where all cover (nearly) the same, and
/// there is but one upright line.
#[must_use]
pub(crate) fn trajectory(
    assessment: &Assessment,
    one: &Discovery,
    found: &DiscoveredBox,
    id: &str,
) -> Option<RenderedChart> {
    let words = assessment.words;
    let verb = verb(words, one);
    let id = format!("{id}_trajectory");
    let title = words.format("discovery-trajectory", args![condition = &one.condition.label]);
    let chosen = (100.0 * found.point.coverage, 100.0 * found.point.density);
    let mut points: Vec<(f64, f64)> =
        one.trajectory.iter().map(|point| (100.0 * point.coverage, 100.0 * point.density)).collect();
    points.reverse();
    let ends = points.iter().fold((100.0_f64, 0.0_f64), |ends, point| (ends.0.min(point.0), ends.1.max(point.0)));
    if ends.1 - ends.0 < STEEP {
        return None;
    }
    // The line passes through the chosen box, which lost idle restrictions.
    let at = points.partition_point(|(coverage, _)| *coverage < chosen.0);
    if points.get(at) != Some(&chosen) {
        points.insert(at, chosen);
    }
    let mut heading = heading(
        assessment,
        &id,
        &title,
        case(assessment, one, &words.text("discovery-trajectory-what")),
        &[one.condition.metric],
    );
    let about = args![coverage = words.shown(chosen.0), density = words.shown(chosen.1), verb = &verb];
    heading.description = words.format("discovery-chosen-spoken", about);
    let chart = LineChart {
        heading,
        x: Axis {
            label: words.format("discovery-coverage", args![verb = &verb]),
            unit: "%".to_owned(),
            scale: Scale::Linear,
        },
        panels: vec![LinePanel {
            label: words.format("discovery-density", args![verb = &verb]),
            unit: "%".to_owned(),
            scale: Scale::Linear,
            series: vec![Series {
                points,
                slots: RangeSlots::of_value(slot::part(&id, "density")),
                ..Series::default()
            }],
            marks: Vec::new(),
        }],
        central: Some(Mark {
            label: words.format("discovery-chosen", args![share = words.shown(chosen.0)]),
            value: chosen.0,
            slot: Some(slot::part(&id, "coverage")),
        }),
        vertical_marks: Vec::new(),
        shares: true,
    };
    Some(RenderedChart::new(id, title, chart, &style(assessment, None)))
}
