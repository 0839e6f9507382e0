//! The chart of strength over time.

use super::text::{name, number};
use crate::analysis::build_up::{BuildUp, Case, LONGEST, Reached, SustainedForce};
use crate::args;
use crate::chart::{Axis, LineChart, LinePanel, Mark, RangeSlots, Scale, Series, Slot};
use crate::model::own_name::BUILD_UP;
use crate::model::{Assessment, BuildUpParts, InputId};
use crate::quantity::unit::Unit;
use crate::report::figure::{Cited, RenderedChart, footer, heading, style};
use crate::report::slot;

/// Requirements that can be told apart on one chart.
pub(super) const MOST_MARKS: usize = 4;

/// How many have room. In a column their names would stand on one another.
pub(in crate::report) fn most_marks(assessment: &Assessment) -> usize {
    if assessment.requests.look.column { 1 } else { MOST_MARKS }
}

/// Other forces that a method counts beside the one that builds up.
pub(in crate::report) fn others_of(assessment: &Assessment, method: usize) -> Vec<InputId> {
    let parts = assessment.roles.build_up.as_ref();
    parts.and_then(|parts| assessment.roles.methods[method].others(parts.force)).unwrap_or_default()
}

/// How what a method asks of this force is named on the chart.
pub(in crate::report) fn mark_words(assessment: &Assessment, method: usize) -> &'static str {
    if others_of(assessment, method).is_empty() { "cost-named" } else { "build-up-mark-beside" }
}

/// What a method requires of this force, or the proposed force.
pub(super) fn required(assessment: &Assessment, method: Option<usize>) -> Option<Slot> {
    match method {
        Some(method) => {
            let metric = assessment.roles.methods[method].metric.as_ref().ok()?;
            let id = |input: InputId| assessment.calculation.inputs[input].id.clone();
            let others = others_of(assessment, method).into_iter().map(id);
            let parts: Vec<String> =
                [assessment.calculation.metrics[*metric].id.clone()].into_iter().chain(others).collect();
            Some(Slot::new(parts.join(" - ")))
        }
        None => assessment.roles.proposal.force.map(|force| slot::central(&assessment.calculation.inputs[force].id)),
    }
}

/// Lines nearer to one another than this share of the proposed force have no room for their names.
pub(in crate::report) const APART: f64 = 0.075;

/// When the proposed force is there, and what can be sustained where that is less; nothing where nothing is to be
/// reached.
fn finding(assessment: &Assessment, build_up: &BuildUp) -> Option<String> {
    let words = assessment.words;
    let target = build_up.targets.first().filter(|target| target.method.is_none())?;
    let force = words.shown(target.required);
    let kept = build_up.kept.as_ref().filter(|kept| kept.beyond.is_some());
    Some(match (target.reached[1], kept) {
        (Reached::Day { day, .. }, None) => {
            words.format("finding-build-up", args![force = force, day = number(words, day)])
        }
        (Reached::Day { day, .. }, Some(kept)) => {
            let sustainable = words.shown(kept.pool.sustainable());
            let about = args![force = force, day = number(words, day), sustainable = sustainable];
            words.format("finding-build-up-transport", about)
        }
        (Reached::Below(short), _) => {
            words.format("finding-build-up-below", args![force = force, short = words.shown(short)])
        }
        (Reached::TooLong, _) => {
            words.format("finding-build-up-long", args![force = force, days = number(words, LONGEST)])
        }
    })
}

fn number_of(day: usize) -> f64 {
    f64::from(u32::try_from(day).unwrap_or(u32::MAX))
}

/// The days up to an end at which the curves are drawn: of long ones one a week, with all corners and bends.
fn drawn_days(build_up: &BuildUp, kept: Option<&SustainedForce>, end: usize) -> Vec<usize> {
    let x = number_of;
    let cases = [&build_up.fast, &build_up.central, &build_up.slow];
    let central = build_up.central.strength.len() - 1;
    let mut days: Vec<usize> = (0..=end).collect();
    if end > 400 {
        days.retain(|day| day % 7 == 0 || *day == end || *day == central);
    }
    // Corners of the curve lie where first units arrive and where the stream begins or ends.
    let corner = |case: &Case| [case.first, case.first + 1.0, case.stream, x(case.strength.len() - 1)];
    for found in cases.iter().flat_map(|case| corner(case)) {
        let found = (0..=end).find(|day| x(*day) >= found);
        days.extend(found.into_iter().chain(found.and_then(|day| day.checked_sub(1))));
    }
    if let Some(kept) = kept {
        let bends = kept.case.strength.windows(3).enumerate().filter(|(_, three)| {
            let change = (three[2] - three[1]) - (three[1] - three[0]);
            change.abs() > 1e-6 * build_up.force
        });
        days.extend(bends.map(|(before, _)| before + 1));
    }
    days.sort_unstable();
    days.dedup();
    days
}

/// Strength over time, with what is required.
#[must_use]
pub(crate) fn build_up(assessment: &Assessment, build_up: &BuildUp) -> RenderedChart {
    let words = assessment.words;
    let cases = [&build_up.fast, &build_up.central, &build_up.slow];
    let longest = cases.iter().map(|case| case.strength.len() - 1).max().unwrap_or(1);
    // Long after the central case's end a slow case may go on for years: what matters is the first of it.
    let central = build_up.central.strength.len() - 1;
    let kept = build_up.kept.as_ref().filter(|kept| kept.beyond.is_some());
    let posts_end = kept.map_or(0, |kept| kept.case.strength.len() + 60);
    let end = longest.min((4 * central).max(60)).max(posts_end).max(1);
    let days = drawn_days(build_up, kept, end);
    let x = number_of;
    let band = days.iter().map(|day| (x(*day), build_up.slow.at(*day), build_up.fast.at(*day))).collect();
    let line = |label: String, case: &Case, part: &str| Series {
        label,
        points: days.iter().map(|day| (x(*day), case.at(*day))).collect(),
        band: None,
        slots: RangeSlots::of_value(slot::part(BUILD_UP.stem, part)),
    };
    let mut series = match kept {
        None => vec![line(String::new(), &build_up.central, "central")],
        Some(kept) => vec![
            line(words.text("build-up-transport"), &build_up.central, "central"),
            line(words.text("build-up-coalition"), &kept.case, "coalition"),
        ],
    };
    series[0].band = Some(band);
    let edge = |part: &str| Some(slot::part(BUILD_UP.stem, part));
    (series[0].slots.low, series[0].slots.high) = (edge("slow"), edge("fast"));
    let proposed = build_up.targets.iter().filter(|target| target.method.is_none());
    let meant = build_up.targets.iter().filter(|target| {
        let purpose = assessment.purpose;
        let applies =
            |method: usize| purpose.is_some_and(|purpose| assessment.roles.methods[method].applies.contains(&purpose));
        target.method.is_some_and(applies) && target.own() > 0.0 && target.own() <= 1.5 * build_up.force
    });
    let most = most_marks(assessment);
    let named = proposed.chain(meant).take(most).map(|target| {
        let value = words.shown(target.own());
        let label = match target.method {
            None => words.format("build-up-mark-proposed", args![force = value]),
            Some(method) => {
                let name = name(assessment, target);
                words.format(mark_words(assessment, method), args![name = name, value = value])
            }
        };
        Mark { label, value: target.own(), slot: required(assessment, target.method) }
    });
    let mark = |key: &str, value: f64, part: &str| Mark {
        label: words.format(key, args![force = words.shown(value)]),
        value,
        slot: Some(slot::part(BUILD_UP.stem, part)),
    };
    let cap = build_up.cap.map(|cap| mark("build-up-mark-cap", cap, "cap"));
    let good = kept.map(|kept| mark("build-up-mark-sustainable", kept.pool.sustainable(), "sustainable"));
    // What the coalition can do goes before what methods require.
    let mut marks: Vec<Mark> = cap.into_iter().chain(good).collect();
    for mark in named {
        let near = |other: &Mark| (other.value - mark.value).abs() < APART * build_up.force;
        if marks.is_empty() || !marks.iter().any(near) {
            marks.push(mark);
        }
    }
    let reached = build_up.targets.first().map(|target| target.reached[1]);
    let day = reached.and_then(|reached| reached.day());
    let arrived = if kept.is_some() { "build-up-brought" } else { "build-up-there" };
    let arrived = |day: usize| words.format(arrived, args![day = number(words, day)]);
    let there = |day: usize| Mark { label: arrived(day), value: x(day), slot: Some(slot::part(BUILD_UP.stem, "day")) };
    let vertical_marks: Vec<Mark> = day.into_iter().map(there).collect();
    let title = finding(assessment, build_up).unwrap_or_else(|| words.text("build-up-chart-title"));
    let subtitle = words.format("build-up-subtitle", args![title = &assessment.title]);
    let mut heading = heading(assessment, BUILD_UP.stem, &title, subtitle, &[]);
    let parts = assessment.roles.build_up.iter().flat_map(BuildUpParts::inputs);
    heading.footer = footer(assessment, Cited::of_inputs(assessment, parts));
    heading.description = words.text("build-up-spoken");
    if let Some(day) = day {
        let there = words.format("build-up-spoken-there", args![day = number(words, day)]);
        heading.description = format!("{} {there}", heading.description);
    }
    let chart = LineChart {
        heading,
        x: Axis { label: words.text("build-up-axis"), unit: String::new(), scale: Scale::Linear },
        panels: vec![LinePanel {
            label: words.text("build-up-strength"),
            unit: assessment.roles.build_up.as_ref().map_or_else(String::new, |parts| {
                words.unit(&Unit::coherent(assessment.calculation.inputs[parts.force].unit.dimension()))
            }),
            scale: Scale::Linear,
            series,
            marks,
        }],
        central: None,
        vertical_marks,
        shares: false,
    };
    RenderedChart::new(BUILD_UP.name(), title, chart, &style(assessment, None))
        .about(words.text("build-up-chart-title"))
}
