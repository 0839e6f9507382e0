//! The build-up as a table, sentences, JSON and CSV. What is here stays: later versions only add keys and columns.

use super::part::Part;
use super::table::Table;
use crate::analysis::build_up::{BuildUp, Case, LONGEST, Reached, SustainedForce, Target};
use crate::args;
use crate::language::Words;
use crate::model::Assessment;
use crate::model::own_name::BUILD_UP;
use crate::quantity::number::plain;
use crate::report::wording::{Wording, range_text};
use serde_json::{Value, json};

/// The part of a report that holds the build-up.
#[must_use]
pub fn part(assessment: &Assessment, build_up: &BuildUp) -> Part {
    Part {
        tables: vec![inputs(assessment), table(assessment, build_up)],
        sentences: sentences(assessment, build_up),
        files: vec![(BUILD_UP.csv(), csv(build_up))],
        figures: vec![super::figure::build_up(assessment, build_up)],
        ..Part::new("build_up", &assessment.words.text("build-up-title"), json(assessment, build_up))
    }
}

/// The name of what is to be reached.
pub(super) fn name(assessment: &Assessment, target: &Target) -> String {
    target.method.map_or_else(
        || assessment.words.text("build-up-proposed"),
        |method| assessment.roles.methods[method].label.clone(),
    )
}

/// A number of days as text.
pub(super) fn number(words: Words, day: usize) -> String {
    words.grouped(f64::from(u32::try_from(day).unwrap_or(u32::MAX)), 0)
}

fn text(words: Words, reached: &Reached) -> String {
    match reached {
        Reached::Day { day, .. } => number(words, *day),
        Reached::Below(short) => words.say("build-up-short", args![short = words.shown(*short)]),
        Reached::TooLong => words.say("build-up-not-in", args![days = number(words, LONGEST)]),
    }
}

fn inputs(assessment: &Assessment) -> Table {
    let words = assessment.words;
    let heads = ["build-up-head-takes", "build-up-head-central", "build-up-head-range", "build-up-head-after"];
    let mut table = Table::headed(words, &heads, &[1, 2]);
    let parts = assessment.roles.build_up.iter().flat_map(crate::model::BuildUpParts::inputs);
    for input in parts.map(|input| &assessment.calculation.inputs[input]) {
        let after = match &input.provenance.assumed {
            Some(_) => words.text("build-up-assumed"),
            None => input.provenance.sources.join(", "),
        };
        table.push([input.label.clone(), input.value_text(words), range_text(input, words).unwrap_or_default(), after]);
    }
    table.titled(words.text("build-up-inputs-caption"))
}

fn table(assessment: &Assessment, build_up: &BuildUp) -> Table {
    let words = assessment.words;
    let header = [
        "build-up-head-reach",
        "build-up-personnel",
        "build-up-head-fast",
        "build-up-head-central-day",
        "build-up-head-slow",
        "build-up-head-gap",
        "build-up-head-coalition",
    ];
    let kept = build_up.kept.as_ref();
    let columns = if kept.is_some() { header.len() } else { header.len() - 1 };
    let mut table = Table::headed(words, &header[..columns], &(1..columns).collect::<Vec<_>>());
    let gap = |reached: &Reached| reached.gap().map_or_else(String::new, |gap| words.shown(gap));
    for target in &build_up.targets {
        let [fast, central, slow] = &target.reached;
        let row = [
            name(assessment, target),
            words.shown(target.required),
            text(words, fast),
            text(words, central),
            text(words, slow),
            gap(central),
        ];
        table.push(row.into_iter().chain(target.kept.as_ref().map(|reached| text(words, reached))));
    }
    if let Some(kept) = kept.filter(|kept| kept.beyond.is_some()) {
        let (name, force) = (words.text("build-up-sustainable"), words.shown(kept.pool.sustainable()));
        let none = [String::new(), String::new(), String::new()];
        let last = [gap(&kept.sustainable), text(words, &kept.sustainable)];
        table.push([name, force].into_iter().chain(none).chain(last));
    }
    let mut caption = words.text("build-up-caption");
    if kept.is_some() {
        caption = format!("{caption} {}", words.text("build-up-caption-coalition"));
    }
    table.titled(caption)
}

fn sentences(assessment: &Assessment, build_up: &BuildUp) -> Vec<String> {
    let words = assessment.words;
    let mut lines = Vec::new();
    if let Some(target) = build_up.targets.first() {
        let [fast, central, slow] = &target.reached;
        let force = words.shown(build_up.force);
        lines.push(match central {
            Reached::Day { day, gap } => {
                let about = args![
                    force = force,
                    day = number(words, *day),
                    fast = text(words, fast),
                    slow = text(words, slow),
                    gap = words.shown(*gap),
                ];
                words.say("build-up-by-day", about)
            }
            Reached::Below(short) => {
                words.say("build-up-not-reached", args![force = force, short = words.shown(*short)])
            }
            Reached::TooLong => words.say("build-up-too-long", args![force = force, days = number(words, LONGEST)]),
        });
    }
    lines.extend(build_up.kept.as_ref().map(|kept| coalition(assessment, build_up, kept)));
    let [first, stream] = [build_up.central.first, build_up.central.stream].map(|day| words.shown(day));
    lines.push(words.say("build-up-begins", args![first = first, stream = stream]));
    lines.extend(build_up.cap.map(|cap| words.say("build-up-cap", args![cap = words.shown(cap)])));
    let methods = build_up.targets.iter().filter(|target| target.method.is_some());
    let never: Vec<String> = methods
        .filter(|target| matches!(target.reached[1], Reached::Below(_)))
        .map(|target| name(assessment, target))
        .collect();
    if !never.is_empty() {
        lines.push(words.say("build-up-never", args![methods = words.list(&never)]));
    }
    lines.push(words.text("build-up-even-stream"));
    lines
}

/// What becomes of the build-up with the soldiers whom contributors can send.
fn coalition(assessment: &Assessment, build_up: &BuildUp, kept: &SustainedForce) -> String {
    let words = assessment.words;
    let good = words.shown(kept.pool.sustainable());
    let Some(force) = kept.beyond else {
        return words.say("build-up-for-good", args![sustainable = good]);
    };
    let tour = assessment
        .roles
        .build_up
        .as_ref()
        .and_then(|parts| parts.pool)
        .map(|pool| &assessment.calculation.inputs[pool.tour]);
    let time = |years: f64| tour.map_or_else(String::new, |tour| tour.text_of(words, years));
    let tours = kept.pool.tours(force);
    let short = words.shown((build_up.force - kept.pool.sustainable()).max(0.0));
    if tours < 1.0 {
        let day = text(words, &kept.sustainable);
        let gap = kept.sustainable.gap().map_or_else(String::new, |gap| words.shown(gap));
        return words.say("build-up-no-tour", args![sustainable = good, day = day, gap = gap, short = short]);
    }
    let key = if kept.full_until.is_some() { "build-up-full-until" } else { "build-up-never-whole" };
    let about = args![
        time = time(tours * kept.pool.tour),
        tours = words.counted(tours),
        day = kept.full_until.map_or_else(String::new, |until| number(words, until)),
        left = words.shown(kept.pool.left(force)),
        back = time(kept.pool.factor * kept.pool.tour),
        sustainable = good,
        short = short,
    ];
    words.say(key, about)
}

/// `{"force", "cap", "first_arrival", "stream", "reached": {"fast", "central", "slow"}, "gap", "targets": [{"id",
/// "required", "fast", "central", "slow", "gap"}]}`, in days from the decision, personnel and personnel-days.
#[must_use]
pub fn json(assessment: &Assessment, build_up: &BuildUp) -> Value {
    let row = |target: &Target| {
        let [fast, central, slow] = target.reached.map(|reached| reached.day());
        json!({
            "id": target.method.map(|method| assessment.roles.methods[method].id.as_str()),
            "label": name(assessment, target), "required": target.required,
            "fast": fast, "central": central, "slow": slow, "gap": target.reached[1].gap(),
            "coalition": target.kept.and_then(|reached| reached.day()),
        })
    };
    let first = build_up.targets.first();
    let days = first.map(|target| target.reached.map(|reached| reached.day())).unwrap_or_default();
    json!({
        "force": build_up.force, "cap": build_up.cap,
        "first_arrival": build_up.central.first, "stream": build_up.central.stream,
        "reached": { "fast": days[0], "central": days[1], "slow": days[2] },
        "gap": first.and_then(|target| target.reached[1].gap()), "unit": "days",
        "targets": build_up.targets.iter().map(row).collect::<Vec<_>>(),
        "coalition": build_up.kept.as_ref().map(kept_json),
    })
}

/// `{"pool", "sustainable", "sustainable_reached", "sustainable_gap", "reached", "tours", "full_until", "left", "back"}`:
/// personnel, days from the decision, and days from a departure to the next of the same soldier.
fn kept_json(kept: &SustainedForce) -> Value {
    let pool = kept.pool;
    json!({
        "pool": pool.size, "sustainable": pool.sustainable(), "sustainable_reached": kept.sustainable.day(),
        "sustainable_gap": kept.sustainable.gap(), "reached": kept.proposed.day(),
        "tours": kept.beyond.map(|force| pool.tours(force)), "full_until": kept.full_until,
        "left": kept.beyond.map(|force| pool.left(force)),
        "back": kept.beyond.map(|_| crate::analysis::build_up::DAYS * pool.factor * pool.tour),
    })
}

/// `day,slow,central,fast`, and `coalition` where it is known who can be sent: strength at the end of each day.
#[must_use]
pub fn csv(build_up: &BuildUp) -> String {
    let cases: Vec<&Case> = [&build_up.slow, &build_up.central, &build_up.fast]
        .into_iter()
        .chain(build_up.kept.iter().map(|kept| &kept.case))
        .collect();
    let last = cases.iter().map(|case| case.strength.len()).max().unwrap_or(0);
    let rows = (0..last).map(|day| {
        let strengths = cases.iter().map(|case| plain(case.at(day)));
        [day.to_string()].into_iter().chain(strengths).collect()
    });
    super::csv::write(&["day", "slow", "central", "fast", "coalition"][..=cases.len()], rows)
}
