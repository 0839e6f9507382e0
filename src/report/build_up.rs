//! The build-up as a table, sentences, JSON and CSV. What is here stays: later versions only add keys and columns.

use super::part::Part;
use super::table::Table;
use crate::analysis::build_up::{BuildUp, Case, Kept, LONGEST, Reached, Target};
use crate::model::Assessment;
use crate::quantity::number::{grouped, plain, shown};
use serde_json::{Value, json};

/// The part of a report that holds the build-up.
#[must_use]
pub fn part(assessment: &Assessment, build_up: &BuildUp) -> Part {
    Part {
        tables: vec![inputs(assessment), table(assessment, build_up)],
        sentences: sentences(assessment, build_up),
        files: vec![("build_up.csv".to_owned(), csv(build_up))],
        figures: vec![super::figure::build_up(assessment, build_up)],
        ..Part::new("build_up", "How it builds up", json(assessment, build_up))
    }
}

/// The name of what is to be reached.
pub(super) fn name<'a>(assessment: &'a Assessment, target: &Target) -> &'a str {
    target.method.map_or("Proposed force", |method| assessment.methods[method].label.as_str())
}

/// A number of days as text.
pub(super) fn number(day: usize) -> String {
    grouped(f64::from(u32::try_from(day).unwrap_or(u32::MAX)), 0)
}

fn text(reached: &Reached) -> String {
    match reached {
        Reached::Day { day, .. } => number(*day),
        Reached::Below(short) => format!("{} short", shown(*short)),
        Reached::TooLong => format!("not in {}", number(LONGEST)),
    }
}

fn inputs(assessment: &Assessment) -> Table {
    let mut table = Table::new(&["What it takes", "Central", "Range", "After"], &[1, 2]);
    let parts = assessment.build_up.iter().flat_map(crate::model::BuildUpParts::inputs);
    for input in parts.map(|input| &assessment.inputs[input]) {
        let after = match &input.provenance.assumed {
            Some(_) => "assumed".to_owned(),
            None => input.provenance.sources.join(", "),
        };
        table.push([input.label.clone(), input.value_text(), input.range_text().unwrap_or_default(), after]);
    }
    table.titled("What the build-up is computed from, day by day.")
}

fn table(assessment: &Assessment, build_up: &BuildUp) -> Table {
    let header =
        ["To reach", "Personnel", "Fast, day", "Central, day", "Slow, day", "Gap until then", "Coalition, day"];
    let kept = build_up.kept.as_ref();
    let columns = if kept.is_some() { header.len() } else { header.len() - 1 };
    let mut table = Table::new(&header[..columns], &(1..columns).collect::<Vec<_>>());
    for target in &build_up.targets {
        let [fast, central, slow] = &target.reached;
        let row = [
            name(assessment, target).to_owned(),
            assessment.words.shown(target.required),
            text(fast),
            text(central),
            text(slow),
            central.gap().map_or_else(String::new, shown),
        ];
        table.push(row.into_iter().chain(target.kept.as_ref().map(text)));
    }
    if let Some(kept) = kept.filter(|kept| kept.beyond.is_some()) {
        let row = ["Sustainable force".to_owned(), shown(kept.pool.sustainable()), String::new(), String::new()];
        let gap = kept.sustainable.gap().map_or_else(String::new, shown);
        table.push(row.into_iter().chain([String::new(), gap, text(&kept.sustainable)]));
    }
    let caption = "The first day, counted from the decision, at whose end the strength is there. Fast and slow: every \
                   input at its favourable or unfavourable end at once, the proposed force as it is. Gap until \
                   then: personnel-days that are lacking, in the central case.";
    let coalition = " Coalition: the central case with the soldiers whom its members can send, tour after tour.";
    table.titled(format!("{caption}{}", if kept.is_some() { coalition } else { "" }))
}

fn sentences(assessment: &Assessment, build_up: &BuildUp) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(target) = build_up.targets.first() {
        let [fast, central, slow] = &target.reached;
        let force = assessment.words.shown(build_up.force);
        lines.push(match central {
            Reached::Day { day, gap } => format!(
                "Transport brings the proposed force of {force} by day {} in the central case ({} in the fast, {} in the \
                 slow one); until then {} personnel-days are lacking.",
                number(*day),
                text(fast),
                text(slow),
                assessment.words.shown(*gap)
            ),
            Reached::Below(short) => format!(
                "The proposed force of {force} is not reached: the build-up ends {} personnel below it.",
                assessment.words.shown(*short)
            ),
            Reached::TooLong => {
                format!("The proposed force of {force} is not there within {} days.", number(LONGEST))
            }
        });
    }
    lines.extend(build_up.kept.as_ref().map(|kept| coalition(assessment, build_up, kept)));
    lines.push(format!(
        "The first units arrive on day {}, the stream of the others begins on day {}.",
        assessment.words.shown(build_up.central.first),
        assessment.words.shown(build_up.central.stream)
    ));
    lines.extend(build_up.cap.map(|cap| {
        format!("The build-up ends at {} personnel, because no more can be kept there.", assessment.words.shown(cap))
    }));
    let methods = build_up.targets.iter().filter(|target| target.method.is_some());
    let never: Vec<&str> = methods
        .filter(|target| matches!(target.reached[1], Reached::Below(_)))
        .map(|target| name(assessment, target))
        .collect();
    if !never.is_empty() {
        let more = "Above the proposed force, so that this build-up never reaches them:";
        lines.push(format!("{more} {}.", never.join("; ")));
    }
    lines.push("An even stream is a simplification: no port, railway or camp is too small in it.".to_owned());
    lines
}

/// What becomes of the build-up with the soldiers whom contributors can send.
fn coalition(assessment: &Assessment, build_up: &BuildUp, kept: &Kept) -> String {
    let Some(force) = kept.beyond else {
        return format!(
            "The coalition can fill it for good: {} is the most it can keep there.",
            shown(kept.pool.sustainable())
        );
    };
    let tour = assessment.build_up.as_ref().and_then(|parts| parts.pool).map(|pool| &assessment.inputs[pool.tour]);
    let time = |years: f64| tour.map_or_else(String::new, |tour| tour.text_of(years));
    let (good, tours) = (shown(kept.pool.sustainable()), kept.pool.tours(force));
    let short = shown((build_up.force - kept.pool.sustainable()).max(0.0));
    let (day, gap) = (text(&kept.sustainable), kept.sustainable.gap().map_or_else(String::new, shown));
    if tours < 1.0 {
        return format!(
            "The coalition cannot fill that force for a single tour. What it can keep for good, {good}, is there on day \
             {day} (until then {gap} personnel-days are lacking to that), and {short} stay lacking to the proposed force."
        );
    }
    let back = time(kept.pool.factor * kept.pool.tour);
    let left = shown(kept.pool.left(force));
    match kept.full_until {
        Some(until) => format!(
            "The coalition can fill every post for {} ({} tours), so that the proposed force is there until day {}; then \
             {left} are left until the first can go again, {back} after they left, and {good} for good: {short} short.",
            time(tours * kept.pool.tour),
            shown(tours),
            number(until)
        ),
        None => format!(
            "The coalition can fill every post for {} ({} tours): the first are home before the last arrive, and the \
             proposed force is never there as a whole. Then {left} are left until the first can go again, {back} after \
             they left, and {good} for good: {short} short.",
            time(tours * kept.pool.tour),
            shown(tours)
        ),
    }
}

/// `{"force", "cap", "first_arrival", "stream", "reached": {"fast", "central", "slow"}, "gap", "targets": [{"id",
/// "required", "fast", "central", "slow", "gap"}]}`, in days from the decision, personnel and personnel-days.
#[must_use]
pub fn json(assessment: &Assessment, build_up: &BuildUp) -> Value {
    let row = |target: &Target| {
        let [fast, central, slow] = target.reached.map(|reached| reached.day());
        json!({
            "id": target.method.map(|method| assessment.methods[method].id.as_str()),
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
fn kept_json(kept: &Kept) -> Value {
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
