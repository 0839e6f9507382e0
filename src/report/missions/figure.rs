//! Charts of past missions: densities as dots, and strength beside what it is explained by.

use super::text::{decimals, density_label, nothing, variable_label};
use crate::args;
use crate::chart::{
    Axis, DotPanel, DotRow, Dots, Heading, Mark, PointMark, PointSlots, RangeSlots, Scale, Scatter, Style,
};
use crate::evidence::{Density, Evidence, LEVEL, Member, Regression};
use crate::language::Localizer;
use crate::model::Assessment;
use crate::model::own_name::{MISSIONS, MISSIONS_BY};
use crate::report::figure::RenderedChart;
use crate::report::figure::of;
use crate::report::slot;
use crate::scenario::Look;

/// The densities of past missions by kind, with a scenario among them where there is one.
#[must_use]
pub(crate) fn precedents(
    words: Localizer,
    evidence: &Evidence,
    assessment: Option<&Assessment>,
    look: &Look,
) -> RenderedChart {
    dots(evidence, assessment, &Style { words, ..of(look, None) })
}

/// The strength of past missions against each input that explains it, with a scenario among them where there is one.
#[must_use]
pub(crate) fn strengths(
    words: Localizer,
    evidence: &Evidence,
    assessment: Option<&Assessment>,
    look: &Look,
) -> Vec<RenderedChart> {
    let style = Style { words, ..of(look, None) };
    let regressions = evidence.regressions();
    let single = regressions.iter().filter(|regression| regression.on.len() == 1);
    single.map(|regression| scatter(evidence, regression, assessment, &style)).collect()
}

pub(super) fn heading(
    words: Localizer,
    id: &str,
    title: &str,
    subtitle: String,
    assessment: Option<&Assessment>,
) -> Heading {
    let footer = match assessment {
        Some(assessment) => words.format("missions-footer-scenario", args![scenario = &assessment.short]),
        None => words.text("missions-footer"),
    };
    Heading { id: id.to_owned(), title: title.to_owned(), description: subtitle.clone(), subtitle, footer }
}

/// What a dot is called.
pub(super) fn short(evidence: &Evidence, id: &str) -> String {
    let found = evidence.missions.iter().find(|mission| mission.id == id);
    found.map_or_else(|| id.to_owned(), crate::evidence::Mission::short)
}

pub(super) fn dots(evidence: &Evidence, assessment: Option<&Assessment>, style: &Style) -> RenderedChart {
    let words = style.words;
    let title = assessment.and_then(|assessment| finding(words, evidence, assessment));
    let title = title.unwrap_or_else(|| words.text("missions-dots"));
    let purpose = assessment.and_then(|assessment| assessment.purpose);
    let kinds = evidence.kinds(purpose);
    let value = |density: &Density| {
        let assessment = assessment?;
        let value = assessment.calculation.metrics[assessment.calculation.metric(&density.id)?].value;
        Some(density.unit.from_base(value)).filter(|value| value.is_finite() && *value > 0.0)
    };
    let wanted = |density: &&Density| assessment.is_none() || value(density).is_some();
    let panels = evidence.densities.iter().filter(wanted).map(|density| {
        let rows = evidence.all_kinds().into_iter().filter_map(|kind| {
            let band = evidence.band_of_kind(density, kind)?;
            let [_, median, _] = band.shown();
            let dots = band.cases.iter().map(|case| Mark {
                label: short(evidence, &case.mission),
                value: density.unit.from_base(case.value),
                slot: Some(slot::part_of(&density.id, "mission", &case.mission)),
            });
            let (kind_name, missions, places) = (words.choice("kind", kind), band.n(), band.places.len());
            Some(DotRow {
                label: words.format("missions-row", args![kind = kind_name, count = missions, places = places]),
                strong: kinds.iter().any(|one| one == kind),
                dots: dots.collect(),
                band: band.shown_quartiles().map(|[lower, upper]| [lower.value, median, upper.value]),
                slots: slot::with_ends(slot::part_of(&density.id, "kind", kind), "q1", "q3"),
            })
        });
        let mark = value(density).map(|value| Mark {
            label: words.format("missions-this-value", args![value = words.shown(value)]),
            value,
            slot: Some(slot::central(&density.id)),
        });
        DotPanel { label: density_label(words, density), unit: words.unit(&density.unit), rows: rows.collect(), mark }
    });
    let subtitle = words.text("missions-dots-case");
    let panels = panels.collect();
    let chart = Dots { heading: heading(words, MISSIONS.stem, &title, subtitle, assessment), panels };
    RenderedChart::new(MISSIONS.name(), title, chart, style).about(words.text("missions-dots"))
}

/// Where the scenario stands among missions of its purpose by the first density that it has.
fn finding(words: Localizer, evidence: &Evidence, assessment: &Assessment) -> Option<String> {
    let mut places = evidence.places(assessment).into_iter();
    let (density, value, band) = places.find_map(|place| Some((place.density, place.value?, place.class?)))?;
    let about = args![
        density = density_label(words, &density),
        value = words.amount(&density.unit, value),
        thinner = band.rank(value).thinner,
        all = band.n(),
    ];
    Some(words.format("finding-missions", about))
}

pub(super) fn scatter(
    evidence: &Evidence,
    regression: &Regression,
    assessment: Option<&Assessment>,
    style: &Style,
) -> RenderedChart {
    let words = style.words;
    let (on, strength) = (&regression.on[0], &regression.strength);
    let id = MISSIONS_BY.of(&regression.id());
    let title = if regression.says_nothing() {
        words.format("missions-scatter", args![input = words.inside(&variable_label(words, on))])
    } else {
        let share = words.grouped(100.0 * regression.r2, 0);
        words.format("finding-scatter", args![input = variable_label(words, on), share = share])
    };
    let about = args![
        count = regression.missions.len(),
        places = regression.places.len(),
        fit = decimals(words, regression.r2),
        level = format!("{:.0}", 100.0 * LEVEL),
        scatter = words.significant(regression.scatter(), 2),
    ];
    let subtitle = if regression.says_nothing() {
        nothing(words, regression)
    } else {
        words.format("missions-scatter-case", about)
    };
    let value =
        |id: &str, unit: &crate::quantity::unit::Unit| Some(unit.from_base(assessment?.calculation.value_of(id)?));
    let case = value(&on.id, &on.unit).zip(value(&strength.id, &strength.unit));
    let mut members: Vec<_> = regression.missions.iter().collect();
    let cook = |member: &Member| regression.places[member.place].1;
    members.sort_by(|a, b| cook(b).total_cmp(&cook(a)));
    let of_mission = |variable: &str, mission: &str| Some(slot::part_of(variable, "mission", mission));
    let points = members.into_iter().map(|member| PointMark {
        label: short(evidence, &member.id),
        x: member.on[0],
        y: member.strength,
        slots: PointSlots { x: of_mission(&on.id, &member.id), y: of_mission(&strength.id, &member.id), label: None },
    });
    let points: Vec<PointMark> = points.collect();
    let xs = points.iter().map(|point| point.x).chain(case.map(|case| case.0)).filter(|x| *x > 0.0);
    let (low, high) = xs.fold((f64::INFINITY, 0.0_f64), |(low, high), x| (low.min(x), high.max(x)));
    let step = |k: u32| low * libm::pow(high / low, f64::from(k) / 40.0);
    // What says nothing has no line.
    let steps = if regression.says_nothing() { 0..0 } else { 0..41 };
    let line = steps.filter_map(|k| {
        let found = regression.predict(&[step(k)])?;
        Some((step(k), found.low, found.middle, found.high))
    });
    let axis = |variable: &crate::evidence::Variable| Axis {
        label: variable_label(words, variable),
        unit: words.unit(&variable.unit),
        scale: Scale::Log,
    };
    let chart = Scatter {
        heading: heading(words, &id, &title, subtitle, assessment),
        x: axis(on),
        y: axis(strength),
        line: line.collect(),
        line_slots: {
            let line = |part: &str| Some(slot::part(&id, part));
            RangeSlots { low: line("low"), value: line("middle"), high: line("high") }
        },
        points,
        case: case.map(|(x, y)| PointMark {
            label: words.text("missions-this"),
            x,
            y,
            slots: PointSlots { x: Some(slot::central(&on.id)), y: Some(slot::central(&strength.id)), label: None },
        }),
    };
    RenderedChart::new(id, title, chart, style)
}
