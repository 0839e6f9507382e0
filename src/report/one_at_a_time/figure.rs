//! The chart of swings, a tornado.

use super::decided::DecidedBy;
use super::text::sentence;
use crate::analysis::one_at_a_time::{Effect, OneAtATime};
use crate::args;
use crate::chart::{RangeSlots, Tornado, TornadoBar};
use crate::model::Assessment;
use crate::model::own_name::TORNADO;
use crate::report::figure::{RenderedChart, heading, style};
use crate::report::slot;
use crate::report::wording::apart;

/// Bars of a chart: of more inputs the largest are drawn.
const MOST_BARS: usize = 25;

/// Both ends of the metric that moves most: what moves it, from where to where.
fn most(assessment: &Assessment, found: &OneAtATime, key: &str, effect: &Effect, ends: (f64, f64)) -> String {
    let (words, metric) = (assessment.words, &assessment.calculation.metrics[found.metric]);
    // The axis has the unit.
    let shown = |value: f64| metric.unit.from_base(value);
    let (low, high) = apart(words, shown(ends.0.min(ends.1)), shown(ends.0.max(ends.1)));
    let input = &assessment.calculation.inputs[effect.input].label;
    words.format(key, args![input = input, metric = words.inside(&metric.label), low = low, high = high])
}

/// The heading of some bars: who decides, and between which points of their ranges the bars go.
fn group_title(assessment: &Assessment, decided: DecidedBy, effects: &[&Effect]) -> String {
    let words = assessment.words;
    let whole = effects.iter().filter(|effect| effect.is_whole()).count();
    let between = match (whole, effects.len() - whole) {
        (_, 0) => "tornado-whole",
        (0, _) => "tornado-percentiles",
        _ => "tornado-mixed",
    };
    let who = words.text(&format!("tornado-{}", decided.name()));
    words.format("tornado-group", args![who = who, between = words.text(between)])
}

/// One metric's swings, one input at a time; nothing where a single input moves it, which a sentence says.
#[must_use]
pub(crate) fn tornado(assessment: &Assessment, found: &OneAtATime) -> Option<RenderedChart> {
    let first = found.effects.first().filter(|_| found.effects.len() > 1)?;
    let metric = &assessment.calculation.metrics[found.metric];
    let words = assessment.words;
    let of = |decided: DecidedBy| {
        let own = |effect: &&Effect| DecidedBy::of(assessment, effect.input) == decided;
        (decided, found.effects.iter().take(MOST_BARS).filter(own).collect::<Vec<&Effect>>())
    };
    let groups = [DecidedBy::Planner, DecidedBy::World, DecidedBy::Nobody].map(of);
    let several = groups.iter().filter(|(_, effects)| !effects.is_empty()).count() > 1;
    let headed = groups.iter().flat_map(|(decided, effects)| {
        let title = group_title(assessment, *decided, effects);
        effects.iter().map(move |effect| (*effect, title.clone()))
    });
    let bars = headed.map(|(effect, group)| {
        let input = &assessment.calculation.inputs[effect.input];
        let (low_text, high_text) =
            apart(words, input.unit.from_base(effect.low.input), input.unit.from_base(effect.high.input));
        TornadoBar {
            label: input.label.clone(),
            group: several.then_some(group),
            low_value: metric.unit.from_base(effect.low.metric),
            high_value: metric.unit.from_base(effect.high.metric),
            low_text: words.attach(&input.unit, &low_text),
            high_text: words.attach(&input.unit, &high_text),
            slots: RangeSlots::of_ends(
                slot::part_of(&metric.id, "low", &input.id),
                slot::part_of(&metric.id, "high", &input.id),
            ),
            input_slots: if effect.is_whole() {
                RangeSlots::of_ends(slot::part(&input.id, "low"), slot::part(&input.id, "high"))
            } else {
                RangeSlots::of_ends(slot::part(&input.id, "p5"), slot::part(&input.id, "p95"))
            },
        }
    });
    let id = TORNADO.of(&metric.id);
    let ends = (first.low.metric, first.high.metric);
    let title = if ends.0.is_finite() && ends.1.is_finite() && found.tied().len() == 1 {
        most(assessment, found, "finding-tornado", first, ends)
    } else {
        words.format("tornado-title", args![metric = words.inside(&metric.label)])
    };
    let (count, shown) = (found.effects.len(), found.effects.len().min(MOST_BARS));
    let about = args![title = &assessment.title, count = count, shown = shown];
    let subtitle = words.format(if shown < count { "tornado-case-most" } else { "tornado-case" }, about);
    let mut heading = heading(assessment, &id, &title, subtitle, &[found.metric]);
    heading.description = sentence(assessment, found);
    let chart = Tornado {
        heading,
        label: metric.label.clone(),
        unit: assessment.words.unit(&metric.unit),
        central: metric.shown_value(),
        central_text: assessment.words.shown(metric.shown_value()),
        slot: Some(slot::central(&metric.id)),
        bars: bars.collect(),
        not_used: found.not_used.iter().map(|input| assessment.calculation.inputs[*input].label.clone()).collect(),
    };
    let about = words.format("tornado-title", args![metric = words.inside(&metric.label)]);
    Some(RenderedChart::new(id, title, chart, &style(assessment, None)).about(about))
}
