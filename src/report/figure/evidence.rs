//! Charts of past missions: densities by kind, and strength against what explains it.

use super::super::chart::{Axis, DotPanel, DotRow, Dots, Heading, Mark, Scale, Scatter, Style};
use super::Drawn;
use super::look::of;
use crate::evidence::{Density, Evidence, LEVEL, Regression};
use crate::model::Assessment;
use crate::quantity::number::shown;
use crate::scenario::Look;

/// The densities of past missions by kind, with a scenario among them where there is one.
#[must_use]
pub fn precedents(evidence: &Evidence, assessment: Option<&Assessment>, look: &Look) -> Drawn {
    dots(evidence, assessment, &of(look, None))
}

/// The strength of past missions against each input that explains it, with a scenario among them where there is one.
#[must_use]
pub fn strengths(evidence: &Evidence, assessment: Option<&Assessment>, look: &Look) -> Vec<Drawn> {
    let regressions = evidence.regressions();
    let single = regressions.iter().filter(|regression| regression.on.len() == 1);
    single.map(|regression| scatter(evidence, regression, assessment, &of(look, None))).collect()
}

fn heading(id: &str, title: &str, subtitle: String, assessment: Option<&Assessment>) -> Heading {
    let scenario = assessment.map_or_else(String::new, |assessment| format!("Scenario: {}. ", assessment.name));
    Heading {
        id: id.to_owned(),
        title: title.to_owned(),
        description: subtitle.clone(),
        subtitle,
        footer: format!("{scenario}Missions and sources: scenarios/reference_missions.toml. Computed with forcesize."),
    }
}

/// What a dot is called.
fn short(evidence: &Evidence, id: &str) -> String {
    let found = evidence.missions.iter().find(|mission| mission.id == id);
    found.map_or_else(|| id.to_owned(), crate::evidence::Mission::short)
}

fn dots(evidence: &Evidence, assessment: Option<&Assessment>, style: &Style) -> Drawn {
    let title = "Densities of past missions by kind";
    let purpose = assessment.and_then(|assessment| assessment.purpose.as_deref()).unwrap_or_default();
    let kinds = evidence.kinds(purpose);
    let value = |density: &Density| {
        let assessment = assessment?;
        let value = assessment.metrics[assessment.metric(&density.id)?].value;
        Some(density.unit.from_base(value)).filter(|value| value.is_finite() && *value > 0.0)
    };
    let wanted = |density: &&Density| assessment.is_none() || value(density).is_some();
    let panels = evidence.densities.iter().filter(wanted).map(|density| {
        let rows = evidence.all_kinds().into_iter().filter_map(|kind| {
            let band = evidence.band_of_kind(density, kind)?;
            let [_, q1, median, q3, _] = band.shown();
            let dots = band.missions.iter().map(|(id, value)| (short(evidence, id), density.unit.from_base(*value)));
            Some(DotRow {
                label: format!("{kind} ({})", band.n()),
                strong: kinds.iter().any(|one| one == kind),
                dots: dots.collect(),
                band: band.is_band().then_some([q1, median, q3]),
            })
        });
        let mark = value(density).map(|value| Mark { label: format!("This scenario: {}", shown(value)), value });
        DotPanel { label: density.label.clone(), unit: density.unit.label(), rows: rows.collect(), mark }
    });
    let subtitle = "One dot a mission, log scale; shaded from lower to upper quartile, tick at the median, where a \
                    kind has five missions or more";
    let panels = panels.collect();
    let svg = Dots { heading: heading("missions", title, subtitle.to_owned(), assessment), panels }.svg(style);
    Drawn { id: "missions".to_owned(), title: title.to_owned(), svg }
}

fn scatter(evidence: &Evidence, regression: &Regression, assessment: Option<&Assessment>, style: &Style) -> Drawn {
    let (on, strength) = (&regression.on[0], &regression.strength);
    let id = format!("missions_by_{}", regression.id());
    let title = format!("Strength of past missions against {}", on.label.to_lowercase());
    let subtitle = format!(
        "{} missions, R² {:.2}; shaded: where {:.0} of 100 new missions are expected, a factor of {} either way is one \
         standard deviation",
        regression.missions.len(),
        regression.r2,
        100.0 * LEVEL,
        shown(regression.scatter())
    );
    let value = |id: &str, unit: &crate::quantity::unit::Unit| {
        let assessment = assessment?;
        Some(unit.from_base(assessment.inputs[assessment.input(id)?].value))
    };
    let case = value(&on.id, &on.unit).zip(value(&strength.id, &strength.unit));
    let mut members: Vec<_> = regression.missions.iter().collect();
    members.sort_by(|a, b| b.cook.total_cmp(&a.cook));
    let points: Vec<(String, f64, f64)> =
        members.into_iter().map(|member| (short(evidence, &member.id), member.on[0], member.strength)).collect();
    let xs = points.iter().map(|point| point.1).chain(case.map(|case| case.0)).filter(|x| *x > 0.0);
    let (low, high) = xs.fold((f64::INFINITY, 0.0_f64), |(low, high), x| (low.min(x), high.max(x)));
    let step = |k: u32| low * libm::pow(high / low, f64::from(k) / 40.0);
    let line = (0..=40).filter_map(|k| {
        let found = regression.predict(&[step(k)])?;
        Some((step(k), found.low, found.middle, found.high))
    });
    let axis = |variable: &crate::evidence::Variable| Axis {
        label: variable.label.clone(),
        unit: variable.unit.label(),
        scale: Scale::Log,
    };
    let chart = Scatter {
        heading: heading(&id, &title, subtitle, assessment),
        x: axis(on),
        y: axis(strength),
        line: line.collect(),
        points,
        case: case.map(|(x, y)| ("This scenario".to_owned(), x, y)),
    };
    let svg = chart.svg(style);
    Drawn { id, title, svg }
}
