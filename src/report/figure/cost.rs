//! Charts of cost against the fund and of the build-up.

use super::super::build_up::{name, number};
use super::super::cost::{chosen, ends, input, metric};
use super::{RenderedChart, heading, slot, style};
use crate::analysis::build_up::{BuildUp, Case};
use crate::analysis::cumulative::{Cumulative, Line};
use crate::args;
use crate::chart::{Axis, LineChart, LinePanel, Mark, RangeGroup, RangeRow, RangeSlots, Ranges, Scale, Series, Slot};
use crate::language::Words;
use crate::model::own_name::{BUILD_UP, COST, COST_OVER_TIME};
use crate::model::{Assessment, Basis, BuildUpParts, Input, Named};
use crate::quantity::unit::Unit;
use crate::report::wording::Wording;

/// Cost per year and in all by each basis, beside the fund; nothing where no basis has a number.
#[must_use]
pub fn cost(assessment: &Assessment) -> Option<RenderedChart> {
    let (costs, words) = (&assessment.roles.costs, assessment.words);
    let first = costs.bases.iter().find_map(|basis| metric(assessment, &basis.total))?;
    let unit = &first.unit;
    let group = |label: String, pale: bool, of: &dyn Fn(&Basis) -> Named| {
        let rows = costs.bases.iter().filter_map(|basis| {
            let metric = metric(assessment, &of(basis))?;
            let central = metric.shown_value();
            let (low, high) = ends(metric).unwrap_or((central, central));
            let slots = slot::exact(&metric.id);
            Some(RangeRow { label: chosen(words, basis), low, central, high, slots })
        });
        RangeGroup { label, pale, rows: rows.collect() }
    };
    let years = input(assessment, &costs.duration).map_or_else(String::new, |input| input.value_text(words));
    let groups = vec![
        group(words.say("cost-group-whole", args![duration = years]), false, &|basis| basis.total.clone()),
        group(words.text("cost-group-year"), true, &|basis| basis.annual.clone()),
    ];
    let metrics: Vec<usize> = costs.bases.iter().filter_map(|basis| basis.funding.at.or(basis.total.at)).collect();
    let fund = input(assessment, &costs.fund);
    let title = words.text(if fund.is_some() { "cost-title-fund" } else { "cost-title" });
    let moves = groups.iter().flat_map(|group| &group.rows).any(|row| row.low < row.high);
    let key = if moves { "cost-subtitle-ranges" } else { "cost-subtitle" };
    let subtitle = words.say(key, args![title = with_force(assessment)]);
    let mut heading = heading(assessment, COST.stem, &title, subtitle, &metrics);
    let rows = groups.iter().flat_map(|group| group.rows.iter().map(move |row| (group, row)));
    let spoken: Vec<String> = rows
        .map(|(group, row)| {
            let name = format!("{}, {}", row.label, group.label);
            words.say("cost-named", args![name = name, value = words.shown(row.central)])
        })
        .collect();
    heading.description = words.say("cost-spoken", args![unit = words.unit(unit), rows = words.list(&spoken)]);
    let mark = fund.map(|fund| fund_mark(words, fund, unit));
    let chart = Ranges {
        heading,
        x: Axis { label: words.text("cost-axis"), unit: words.unit(unit), scale: Scale::Log },
        groups,
        mark,
        strip: None,
    };
    Some(RenderedChart::new(COST.name(), title, chart, &style(assessment, None)))
}

/// The scenario's title with the proposed force.
fn with_force(assessment: &Assessment) -> String {
    let Some(force) = assessment.roles.proposal.force else { return assessment.title.clone() };
    let force = assessment.calculation.inputs[force].value_text(assessment.words);
    assessment.words.say("cost-title-force", args![title = &assessment.title, force = force])
}

fn fund_mark(words: Words, fund: &Input, unit: &Unit) -> Mark {
    Mark {
        label: words.say("cost-fund", args![fund = fund.value_text(words)]),
        value: unit.from_base(fund.value),
        slot: Some(slot::central(&fund.id)),
    }
}

/// Lines that end in values further apart than this are told apart on a log axis only.
const WIDE: f64 = 8.0;

/// The cost as it adds up over the duration by each basis, beside the fund.
#[must_use]
pub fn cost_over_time(assessment: &Assessment, over_time: &Cumulative) -> Option<RenderedChart> {
    let (costs, words) = (&assessment.roles.costs, assessment.words);
    let unit = &costs.bases.iter().find_map(|basis| metric(assessment, &basis.total))?.unit;
    let label = |line: &Line| costs.bases[line.basis].label.clone();
    let series = over_time.lines.iter().map(|line| Series {
        label: label(line),
        points: line.points.iter().map(|(year, cost)| (*year, unit.from_base(*cost))).collect(),
        band: None,
        slots: RangeSlots::of_value(slot::point(COST_OVER_TIME.stem, line.basis)),
    });
    let series: Vec<Series> = series.collect();
    let ends = || series.iter().filter_map(|series| series.points.last()).map(|(_, cost)| *cost);
    let (least, most) = (ends().fold(f64::INFINITY, f64::min), ends().fold(0.0, f64::max));
    let begins = series.iter().filter_map(|series| series.points.first()).all(|(_, cost)| *cost > 0.0);
    let scale = if begins && most > WIDE * least { Scale::Log } else { Scale::Linear };
    let years =
        |years: f64| input(assessment, &costs.duration).map_or_else(String::new, |input| input.text_of(words, years));
    let exhausted = |line: &Line| line.exhausted.filter(|after| *after <= over_time.duration);
    // Where a single line meets the fund, its name is not needed.
    let alone = over_time.lines.iter().filter_map(exhausted).count() == 1;
    let vertical_marks = over_time.lines.iter().filter_map(|line| {
        let after = exhausted(line)?;
        let about = args![basis = label(line), time = years(after)];
        let label = words.say(if alone { "cost-used-up-alone" } else { "cost-used-up" }, about);
        let slot = slot::inner(&slot::point(COST_OVER_TIME.stem, line.basis), "used_up");
        Some(Mark { label, value: after, slot: Some(slot) })
    });
    let vertical_marks: Vec<Mark> = vertical_marks.collect();
    let fund = input(assessment, &costs.fund);
    let marks = fund.map(|fund| fund_mark(words, fund, unit));
    let metrics: Vec<usize> = costs.bases.iter().filter_map(|basis| basis.total.at).collect();
    let title = words.text("cost-over-time-title");
    let key = if scale == Scale::Log { "cost-over-time-log" } else { "cost-over-time-subtitle" };
    let subtitle = words.say(key, args![title = with_force(assessment)]);
    let mut heading = heading(assessment, COST_OVER_TIME.stem, &title, subtitle, &metrics);
    let spoken = over_time.lines.iter().zip(&series).filter_map(|(line, series)| {
        let (name, end) = (label(line), words.shown(series.points.last()?.1));
        Some(match line.exhausted {
            Some(after) => words.say("cost-spoken-fund", args![name = name, whole = end, time = years(after)]),
            None => words.say("cost-spoken-whole", args![name = name, whole = end]),
        })
    });
    let spoken = words.list(&spoken.collect::<Vec<_>>());
    heading.description = words.say("cost-spoken", args![unit = words.unit(unit), rows = spoken]);
    let chart = LineChart {
        heading,
        x: Axis { label: words.text("cost-years-axis"), unit: String::new(), scale: Scale::Linear },
        panels: vec![LinePanel {
            label: words.text("cost-so-far"),
            unit: words.unit(unit),
            scale,
            series,
            marks: marks.into_iter().collect(),
        }],
        central: None,
        vertical_marks,
        shares: false,
    };
    Some(RenderedChart::new(COST_OVER_TIME.name(), title, chart, &style(assessment, None)))
}

/// Requirements that can be told apart on one chart.
const MOST_MARKS: usize = 4;

/// What a method requires, or the proposed force.
fn required(assessment: &Assessment, method: Option<usize>) -> Option<Slot> {
    match method {
        Some(method) => {
            let metric = assessment.roles.methods[method].metric.as_ref().ok()?;
            Some(slot::central(&assessment.calculation.metrics[*metric].id))
        }
        None => assessment.roles.proposal.force.map(|force| slot::central(&assessment.calculation.inputs[force].id)),
    }
}

/// Strength over time, with what is required.
#[must_use]
pub fn build_up(assessment: &Assessment, build_up: &BuildUp) -> RenderedChart {
    let words = assessment.words;
    let cases = [&build_up.fast, &build_up.central, &build_up.slow];
    let longest = cases.iter().map(|case| case.strength.len() - 1).max().unwrap_or(1);
    // Long after the central case's end a slow case may go on for years: what matters is the first of it.
    let central = build_up.central.strength.len() - 1;
    let kept = build_up.kept.as_ref().filter(|kept| kept.beyond.is_some());
    let posts_end = kept.map_or(0, |kept| kept.case.strength.len() + 60);
    let end = longest.min((4 * central).max(60)).max(posts_end).max(1);
    let mut days: Vec<usize> = (0..=end).collect();
    if end > 400 {
        days.retain(|day| day % 7 == 0 || *day == end || *day == central);
    }
    let x = |day: usize| f64::from(u32::try_from(day).unwrap_or(u32::MAX));
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
        let purpose = assessment.purpose.as_ref();
        let applies =
            |method: usize| purpose.is_some_and(|purpose| assessment.roles.methods[method].applies.contains(purpose));
        target.method.is_some_and(applies) && target.required <= 1.5 * build_up.force
    });
    // In a column their names would stand on one another.
    let most = if assessment.requests.look.column { 1 } else { MOST_MARKS };
    let marks = proposed.chain(meant).take(most).map(|target| Mark {
        label: words.say("cost-named", args![name = name(assessment, target), value = words.shown(target.required)]),
        value: target.required,
        slot: required(assessment, target.method),
    });
    let mark = |key: &str, value: f64, part: &str| Mark {
        label: words.say(key, args![force = words.shown(value)]),
        value,
        slot: Some(slot::part(BUILD_UP.stem, part)),
    };
    let cap = build_up.cap.map(|cap| mark("build-up-mark-cap", cap, "cap"));
    let good = kept.map(|kept| mark("build-up-mark-sustainable", kept.pool.sustainable(), "sustainable"));
    let marks = marks.chain(cap).chain(good).collect();
    let reached = build_up.targets.first().map(|target| target.reached[1]);
    let day = reached.and_then(|reached| reached.day());
    let arrived = if kept.is_some() { "build-up-brought" } else { "build-up-there" };
    let arrived = |day: usize| words.say(arrived, args![day = number(words, day)]);
    let there = |day: usize| Mark { label: arrived(day), value: x(day), slot: Some(slot::part(BUILD_UP.stem, "day")) };
    let vertical_marks: Vec<Mark> = day.into_iter().map(there).collect();
    let title = words.text("build-up-chart-title");
    let subtitle = words.say("build-up-subtitle", args![title = &assessment.title]);
    let mut heading = heading(assessment, BUILD_UP.stem, &title, subtitle, &[]);
    let mut keys: Vec<&str> = Vec::new();
    let parts = assessment.roles.build_up.iter().flat_map(BuildUpParts::inputs);
    for key in parts.flat_map(|input| &assessment.calculation.inputs[input].provenance.sources) {
        if !keys.contains(&key.as_str()) {
            keys.push(key);
        }
    }
    if !keys.is_empty() {
        heading.footer = heading.footer.replace(&words.text("sources-none"), &keys.join(", "));
    }
    heading.description = words.text("build-up-spoken");
    if let Some(day) = day {
        let there = words.say("build-up-spoken-there", args![day = number(words, day)]);
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
}
