//! The build-up of a force in words: tables and sentences.

use crate::analysis::build_up::{BuildUp, LONGEST, Reached, SustainedForce, Target};
use crate::args;
use crate::evidence::Observed;
use crate::language::Localizer;
use crate::model::Assessment;
use crate::model::own_name::BUILD_UP;
use crate::report::observed::Spread;
use crate::report::table::Table;
use crate::report::wording::{Wording, range_text};

/// The name of what is to be reached.
pub(in crate::report) fn name(assessment: &Assessment, target: &Target) -> String {
    target.method.map_or_else(
        || assessment.words.text("build-up-proposed"),
        |method| assessment.roles.methods[method].label.clone(),
    )
}

/// The name of a method with the other forces that it counts.
pub(in crate::report) fn beside_others(words: Localizer, name: &str, others: f64) -> String {
    if others > 0.0 {
        return words.format("build-up-beside", args![name = name, others = words.shown(others)]);
    }
    name.to_owned()
}

/// A number of days as text.
pub(in crate::report) fn number(words: Localizer, day: usize) -> String {
    words.grouped(f64::from(u32::try_from(day).unwrap_or(u32::MAX)), 0)
}

/// A percentile of samples beside the central case, as exact as so many samples make it: rounded towards the central case,
/// so that no day is named that is earlier or later than those of samples.
pub(in crate::report) fn percentile(words: Localizer, reached: &Reached, central: &Reached) -> String {
    let (Reached::Day { day, .. }, Some(middle)) = (reached, central.day()) else { return text(words, reached) };
    let step = match day {
        ..200 => 1,
        200..1_000 => 5,
        _ => 20,
    };
    let (down, up) = (day / step * step, day.div_ceil(step) * step);
    let rounded = if *day < middle { up.min(middle) } else { down.max(middle) };
    number(words, if *day == middle { *day } else { rounded })
}

/// Days in the fast and the slow case; where one of them is none, both with what they are.
pub(in crate::report) fn cases(words: Localizer, [fast, central, slow]: &[Reached; 3]) -> (&'static str, [String; 2]) {
    let both = [fast, slow].map(|reached| percentile(words, reached, central));
    if fast.day().is_some() && slow.day().is_some() {
        return ("", both);
    }
    let named = [fast, slow].into_iter().zip(both).map(|(reached, text)| {
        if reached.day().is_some() { words.format("build-up-case-day", args![day = text]) } else { text }
    });
    let named: Vec<String> = named.collect();
    ("-cases", <[String; 2]>::try_from(named).unwrap_or_default())
}

pub(in crate::report) fn text(words: Localizer, reached: &Reached) -> String {
    match reached {
        Reached::Day { day, .. } => number(words, *day),
        Reached::Below(short) => words.format("build-up-short", args![short = words.shown(*short)]),
        Reached::TooLong => words.format("build-up-not-in", args![days = number(words, LONGEST)]),
    }
}

pub(super) fn inputs(assessment: &Assessment) -> Table {
    let words = assessment.words;
    let heads = ["build-up-head-takes", "build-up-head-central", "build-up-head-range", "build-up-head-after"];
    let mut table = Table::headed(words, &heads, &[1, 2]);
    let parts = assessment.roles.build_up.iter().flat_map(crate::model::BuildUpParts::inputs);
    for input in parts.map(|input| &assessment.calculation.inputs[input]) {
        let after = match &input.provenance.assumed {
            Some(_) => words.text("build-up-assumed"),
            None => assessment.cited(&input.provenance.sources),
        };
        table.push([input.label.clone(), input.value_text(words), range_text(input, words).unwrap_or_default(), after]);
    }
    table.titled(words.text("build-up-inputs-caption"))
}

pub(super) fn table(assessment: &Assessment, build_up: &BuildUp) -> Table {
    let words = assessment.words;
    let header = [
        "build-up-head-reach",
        "build-up-personnel",
        "build-up-head-fast",
        "build-up-head-central-day",
        "build-up-head-slow",
        "build-up-head-coalition",
    ];
    let kept = build_up.kept.as_ref();
    let columns = if kept.is_some() { header.len() } else { header.len() - 1 };
    let mut table = Table::headed(words, &header[..columns], &(1..columns).collect::<Vec<_>>());
    for target in &build_up.targets {
        let [fast, central, slow] = &target.reached;
        let row = [
            beside_others(words, &name(assessment, target), target.others),
            words.shown(target.own()),
            percentile(words, fast, central),
            text(words, central),
            percentile(words, slow, central),
        ];
        table.push(row.into_iter().chain(target.kept.as_ref().map(|reached| text(words, reached))));
    }
    if let Some(kept) = kept.filter(|kept| kept.beyond.is_some()) {
        let (name, force) = (words.text("build-up-sustainable"), words.shown(kept.pool.sustainable()));
        let none = [String::new(), String::new(), String::new()];
        table.push([name, force].into_iter().chain(none).chain([text(words, &kept.sustainable)]));
    }
    let mut caption = words.text("build-up-caption");
    if kept.is_some() {
        caption = format!("{caption} {}", words.text("build-up-caption-coalition"));
    }
    table.titled(caption)
}

pub(super) fn sentences(assessment: &Assessment, build_up: &BuildUp) -> Vec<String> {
    let words = assessment.words;
    let mut lines = Vec::new();
    lines.extend(build_up.targets.first().map(|target| proposed(assessment, build_up, target)));
    lines.extend(build_up.kept.as_ref().map(|kept| coalition(assessment, build_up, kept)));
    let [first, stream] = [build_up.central.first, build_up.central.stream].map(|day| words.shown(day));
    lines.push(words.format("build-up-begins", args![first = first, stream = stream]));
    let absent = assessment.roles.build_up.iter().flat_map(|parts| &parts.absent);
    let absent: Vec<String> = absent.map(|label| words.inside(label)).collect();
    if !absent.is_empty() {
        lines.push(words.format("build-up-absent", args![inputs = words.list(&absent)]));
    }
    lines.extend(build_up.cap.map(|cap| words.format("build-up-cap", args![cap = words.shown(cap)])));
    let methods = build_up.targets.iter().filter(|target| target.method.is_some());
    let never: Vec<String> = methods
        .filter(|target| matches!(target.reached[1], Reached::Below(_)))
        .map(|target| name(assessment, target))
        .collect();
    if !never.is_empty() {
        lines.push(words.format("build-up-never", args![methods = words.list(&never)]));
    }
    lines.push(words.text("build-up-even-stream"));
    lines.extend(history(words));
    lines
}

/// How long past missions took to half and to nine tenths of their peak.
fn history(words: Localizer) -> Option<String> {
    let mut all = Observed::of(BUILD_UP.stem);
    let (half, most) = (all.next()?, all.next()?);
    let spread = |observed: &Observed| Spread::new(&observed.cases.iter().collect::<Vec<_>>());
    let (to_half, to_most) = (spread(half)?, spread(most)?);
    let number = |months: f64| words.significant(months, 2);
    let ends = |spread: &Spread| words.between(&number(spread.least), &number(spread.most));
    let years = || half.cases.iter().map(|case| case.year);
    let about = args![
        count = half.cases.len(),
        from = years().fold(f64::INFINITY, f64::min).to_string(),
        to = years().fold(0.0, f64::max).to_string(),
        half = number(to_half.mean),
        most = number(to_most.mean),
        half_ends = ends(&to_half),
        most_ends = ends(&to_most),
        cite = &half.cite,
    ];
    Some(words.format("build-up-history", about))
}

/// When transport has brought the proposed force.
pub(in crate::report) fn proposed(assessment: &Assessment, build_up: &BuildUp, target: &Target) -> String {
    let words = assessment.words;
    let [fast, central, slow] = &target.reached;
    let force = words.shown(build_up.force);
    match central {
        Reached::Day { day, .. } if fast == central && slow == central => {
            words.format("build-up-by-day-alone", args![force = force, day = number(words, *day)])
        }
        Reached::Day { day, .. } => {
            let (kind, [fast, slow]) = cases(words, &target.reached);
            let about = args![force = force, day = number(words, *day), fast = fast, slow = slow];
            words.format(&format!("build-up-by-day{kind}"), about)
        }
        Reached::Below(short) => {
            words.format("build-up-not-reached", args![force = force, short = words.shown(*short)])
        }
        Reached::TooLong => words.format("build-up-too-long", args![force = force, days = number(words, LONGEST)]),
    }
}

/// What becomes of the build-up with the soldiers whom contributors can send.
pub(super) fn coalition(assessment: &Assessment, build_up: &BuildUp, kept: &SustainedForce) -> String {
    let words = assessment.words;
    let good = words.shown(kept.pool.sustainable());
    let Some(force) = kept.beyond else {
        return words.format("build-up-for-good", args![sustainable = good]);
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
        return words.format("build-up-no-tour", args![sustainable = good, day = day, short = short]);
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
    words.format(key, about)
}
