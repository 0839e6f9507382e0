//! Double entry: the standard model once more as plain Rust, written from the definitions in the literature and not
//! from the formulas of `standard.toml`. A slip in one of the two shows as a difference.

use crate::engine::{Random, assessment, standard};
use forcesize::model::Assessment;

/// What the formulas speak of, in people, personnel, km and km².
#[derive(Clone, Copy, Default)]
struct Mission {
    line: f64,
    ground: f64,
    inhabitants: f64,
    force: f64,
    host: f64,
    opponent: f64,
    combat: f64,
    relief: f64,
    yardstick_force: f64,
    yardstick_ground: f64,
    yardstick_inhabitants: f64,
    quoted_factor: f64,
    planned_per_km: f64,
}

/// Each input: its name, where it belongs, and the decades it is drawn from.
type Field = (&'static str, fn(&mut Mission) -> &mut f64, f64, f64);

const FIELDS: &[Field] = &[
    ("front_length", |m| &mut m.line, 1e-2, 1e5),
    ("area", |m| &mut m.ground, 1e-1, 1e8),
    ("population", |m| &mut m.inhabitants, 1.0, 1e10),
    ("peacekeepers", |m| &mut m.force, 1.0, 1e7),
    ("host_troops", |m| &mut m.host, 1e-3, 1e7),
    ("opposing_troops", |m| &mut m.opponent, 1e-3, 1e7),
    ("combat_share", |m| &mut m.combat, 1e-6, 1.0),
    ("relief_factor", |m| &mut m.relief, 1.0, 1e2),
    ("reference_force", |m| &mut m.yardstick_force, 1.0, 1e7),
    ("reference_area", |m| &mut m.yardstick_ground, 1e-1, 1e8),
    ("reference_population", |m| &mut m.yardstick_inhabitants, 1.0, 1e10),
    ("area_ratio", |m| &mut m.quoted_factor, 1e-3, 1e4),
    ("planning_front_density", |m| &mut m.planned_per_km, 1e-2, 1e5),
];

/// Each metric: its name, the unit of the definition, the definition.
type Definition = (&'static str, &'static str, fn(&Mission) -> f64);

const DEFINITIONS: &[Definition] = &[
    // Force to space along a line: density = F / L, soldiers per kilometre.
    ("front_density", "personnel per km", |m| m.force / m.line),
    ("combined_front_density", "personnel per km", |m| m.force / m.line + m.host / m.line),
    // The same upside down, in metres.
    ("soldier_spacing", "m per personnel", |m| m.line * 1000.0 / m.force),
    // Support share: combat personnel are the combat share of the whole force.
    ("combat_front_density", "personnel per km", |m| m.force / m.line * m.combat),
    // Relief: one place kept filled takes `relief` people, so 1 / relief of them are on duty.
    ("on_duty_front_density", "personnel per km", |m| m.force * m.combat / (m.line * m.relief)),
    // A stated density D needs F = D L, so a given force holds L = F / D.
    ("holdable_front_length", "km", |m| m.force / m.planned_per_km),
    ("holdable_front_share", "%", |m| 100.0 * m.force / (m.planned_per_km * m.line)),
    // Force to population: 1000 F / N.
    ("force_density", "personnel per 1000 people", |m| 1000.0 * m.force / m.inhabitants),
    ("combined_force_density", "personnel per 1000 people", |m| 1000.0 * (m.force + m.host) / m.inhabitants),
    ("people_per_peacekeeper", "people per personnel", |m| m.inhabitants / m.force),
    // Force to space over ground: F / A, and upside down.
    ("force_to_space", "personnel per km²", |m| m.force / m.ground),
    ("combined_force_to_space", "personnel per km²", |m| m.force / m.ground + m.host / m.ground),
    ("area_per_peacekeeper", "km² per personnel", |m| m.ground / m.force),
    // The yardstick mission, and what repeating it here would take: by the quoted factor, by area, by population.
    ("reference_force_to_space", "personnel per km²", |m| m.yardstick_force / m.yardstick_ground),
    ("reference_force_density", "personnel per 1000 people", |m| 1000.0 * m.yardstick_force / m.yardstick_inhabitants),
    ("measured_area_ratio", "1", |m| m.ground / m.yardstick_ground),
    ("reference_requirement", "personnel", |m| m.quoted_factor * m.yardstick_force),
    ("reference_share", "%", |m| 100.0 * m.force / m.yardstick_force / m.quoted_factor),
    ("reference_area_requirement", "personnel", |m| m.yardstick_force * (m.ground / m.yardstick_ground)),
    ("reference_area_share", "%", |m| 100.0 * (m.force / m.ground) / (m.yardstick_force / m.yardstick_ground)),
    ("reference_population_requirement", "personnel", |m| {
        m.yardstick_force * (m.inhabitants / m.yardstick_inhabitants)
    }),
    ("reference_population_share", "%", |m| {
        100.0 * (m.force / m.inhabitants) / (m.yardstick_force / m.yardstick_inhabitants)
    }),
    // Attack ratio: the attacker's strength over that of all who defend.
    ("opposing_to_defending_ratio", "1", |m| m.opponent / (m.force + m.host)),
];

const SAMPLES: usize = 2000;

/// A scenario that gives every input of the model some value, so that every metric can be computed.
fn everything() -> Assessment {
    let inputs = standard().entries.inputs;
    let lines = inputs.iter().map(|input| {
        let unit = input.unit.as_ref().map_or("1", |unit| unit.value.as_str());
        format!("{} = {{ value = 1, unit = \"{unit}\", assumed = \"any\" }}\n", input.name.value)
    });
    assessment(&format!("title = \"all\"\npurpose = \"observation\"\n[input]\n{}", lines.collect::<String>()))
}

#[test]
fn every_metric_and_every_input_of_the_model_has_a_second_definition() {
    let model = standard();
    let mut metrics: Vec<&str> = model.entries.metrics.iter().map(|metric| metric.name.as_str()).collect();
    let mut defined: Vec<&str> = DEFINITIONS.iter().map(|(name, ..)| *name).collect();
    metrics.sort_unstable();
    defined.sort_unstable();
    assert_eq!(metrics, defined, "write the definition of each new metric into DEFINITIONS");
    let mut inputs: Vec<&str> = model.entries.inputs.iter().map(|input| input.name.as_str()).collect();
    let mut fields: Vec<&str> = FIELDS.iter().map(|(name, ..)| *name).collect();
    inputs.sort_unstable();
    fields.sort_unstable();
    assert_eq!(inputs, fields, "write each new input into FIELDS");
}

#[test]
fn the_model_and_its_second_definition_agree_on_random_missions() {
    let assessment = everything();
    assert!(assessment.unavailable.is_empty(), "{:?}", assessment.unavailable);
    let mut random = Random(1999);
    let mut missions = vec![Mission::default(); SAMPLES];
    let mut columns: Vec<(usize, Vec<f64>)> = Vec::new();
    for (name, field, low, high) in FIELDS {
        let input = assessment.input(name).expect("every input is given");
        let mut column = Vec::with_capacity(SAMPLES);
        for mission in &mut missions {
            *field(mission) = random.log_uniform(*low, *high);
            column.push(*field(mission));
        }
        columns.push((input, column));
    }
    let columns: Vec<(usize, &[f64])> = columns.iter().map(|(input, column)| (*input, column.as_slice())).collect();
    let results = assessment.evaluate(&columns, SAMPLES);
    for (name, unit, definition) in DEFINITIONS {
        let at = assessment.metric(name).expect("every metric is available");
        let metric = &assessment.metrics[at];
        assert_eq!(metric.unit.text(), *unit, "unit of {name}");
        for (result, mission) in results[at].iter().zip(&missions) {
            let (ours, theirs) = (metric.unit.from_base(*result), definition(mission));
            assert!(
                (ours - theirs).abs() <= 1e-12 * theirs.abs(),
                "{name}: the model says {ours}, the definition {theirs}"
            );
        }
    }
}
