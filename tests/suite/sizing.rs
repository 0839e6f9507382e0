//! Sizing methods: values of the model, bounds, what applies, published estimates, `forcesize size`.

use crate::engine::{Random, Shelf, assess, assessment, shown};
use approx::assert_relative_eq;
use forcesize::analysis::monte_carlo::{self, Settings};
use forcesize::analysis::sizing::{self, MissingReason};
use forcesize::model::{Assessment, InputId};
use forcesize::uncertainty::sampler::Sampler;
use serde_json::Value;
use std::process::{Command, Stdio};
use tempfile::TempDir;

fn shipped(name: &str) -> Assessment {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/");
    let read = |name: &str| std::fs::read_to_string(format!("{folder}{name}")).unwrap();
    let shelf = [("ukraine-2025.toml".to_owned(), read("ukraine-2025.toml"))];
    assess(name, &read(name), &Shelf(&shelf)).unwrap_or_else(|complaints| panic!("{complaints}"))
}

/// A scenario with every input of every method, each with a range of its own.
fn everything() -> Assessment {
    let text = r#"
title = "methods"
purpose = "interposition"
[input]
front_length = { low = 900, high = 1_250, unit = "km", assumed = "any" }
population = { low = 25, high = 31, unit = "million people", assumed = "any" }
area = { low = 500_000, high = 600_000, unit = "km²", assumed = "any" }
reference_force = { low = 41_000, high = 49_000, unit = "personnel", assumed = "any" }
reference_area = { low = 10_000, high = 11_000, unit = "km²", assumed = "any" }
reference_population = { low = 1.8, high = 2, unit = "million people", assumed = "any" }
reference_front_length = { low = 110, high = 130, unit = "km", assumed = "any" }
peacekeepers = { value = 100_000, unit = "personnel", assumed = "any" }
host_troops = { low = 100_000, high = 300_000, unit = "personnel", assumed = "any" }
opposing_troops = { low = 600_000, high = 700_000, unit = "personnel", assumed = "any" }
tolerated_force_ratio = { low = 1, high = 3, assumed = "any" }
planning_front_density = { low = 13, high = 100, unit = "personnel per km", assumed = "any" }
class_front_density = { low = 5, mode = 25, high = 50, unit = "personnel per km", assumed = "any" }
class_force_density = { low = 1, mode = 5, high = 14, unit = "personnel per 1000 people", assumed = "any" }
relief_factor = { low = 4, high = 5, assumed = "any" }
patrol_relief_factor = { low = 1.5, high = 2, assumed = "any" }
post_spacing = { low = 1.45, high = 17.5, unit = "km", assumed = "any" }
post_strength = { low = 2, high = 5, unit = "personnel", assumed = "any" }
patrol_length = { low = 10, high = 60, unit = "km", assumed = "any" }
patrol_strength = { low = 3, high = 8, unit = "personnel", assumed = "any" }
reserve_share = { low = 0.1, high = 0.4, assumed = "any" }
unit_frontage = { low = 1.8, high = 10, unit = "km", assumed = "any" }
unit_strength = { low = 750, high = 800, unit = "personnel", assumed = "any" }
[sector.north]
sector_length = { low = 300, high = 400, unit = "km", assumed = "any" }
sector_planning_density = { low = 10, high = 20, unit = "personnel per km", assumed = "any" }
[sector.south]
sector_length = { low = 500, high = 600, unit = "km", assumed = "any" }
sector_planning_density = { low = 30, high = 40, unit = "personnel per km", assumed = "any" }
"#;
    assessment(text)
}

/// Low and high are what the formula gives at corners of the inputs' ranges: the bounds are not wider than they must be.
#[test]
fn bounds_of_every_method_are_reached_at_corners() {
    let assessment = everything();
    assert!(assessment.roles.methods.len() >= 12);
    for requirement in sizing::run(&assessment, None).requirements {
        let method = &assessment.roles.methods[requirement.method];
        let range = requirement.personnel.unwrap_or_else(|lack| panic!("{}: {lack:?}", method.id));
        let metric = *method.metric.as_ref().unwrap();
        let inputs = assessment.calculation.inputs_of(metric);
        let corners = 1_usize << inputs.len();
        let columns: Vec<(InputId, Vec<f64>)> = inputs
            .iter()
            .enumerate()
            .map(|(bit, input)| {
                let ends = assessment.calculation.inputs[*input].interval();
                let column = (0..corners).map(|corner| if corner >> bit & 1 == 0 { ends.low } else { ends.high });
                (*input, column.collect())
            })
            .collect();
        let columns: Vec<(InputId, &[f64])> =
            columns.iter().map(|(input, column)| (*input, column.as_slice())).collect();
        let values = &assessment.calculation.evaluate(&columns, corners)[metric];
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        for (bound, corner) in [(range.ends.bounds.low, low), (range.ends.bounds.high, high)] {
            assert!((bound - corner).abs() <= 1e-9 * high, "{}: {bound} is no corner, {corner} is", method.id);
        }
        assert!(range.ends.bounds.low <= range.central && range.central <= range.ends.bounds.high, "{}", method.id);
    }
}

#[test]
fn values_of_the_model_are_used_overridden_and_omitted() {
    let text = "title = \"t\"\npurpose = \"stabilisation\"\n[input]\npopulation = \"5_000_000 people\"\n";
    let plain = assessment(text);
    let input = &plain.calculation.inputs[plain.calculation.input("policing_force_density").unwrap()];
    assert!(input.provenance.model && input.range.is_some());
    assert!((shown(&plain, "policing_requirement") - 12_500.0).abs() < 1e-6);
    assert!(plain.calculation.input("patrol_relief_factor").is_none(), "nothing uses it here");
    let own = assessment(&format!("{text}policing_force_density = \"2.3 personnel per 1000 people\"\n"));
    assert!(!own.calculation.inputs[own.calculation.input("policing_force_density").unwrap()].provenance.model);
    assert!((shown(&own, "policing_requirement") - 11_500.0).abs() < 1e-6);
    let without = assessment(&format!("omit = [\"policing_force_density\"]\n{text}"));
    assert!(without.calculation.metric("policing_requirement").is_none());
    let lacking = without.roles.methods.iter().find(|method| method.id == "policing_requirement").unwrap();
    assert_eq!(lacking.metric, Err(vec!["policing_force_density".to_owned()]));
}

/// The ranges that the model brings change no figure of a metric that does not use them.
#[test]
fn values_of_the_model_leave_the_samples_of_others_alone() {
    let with = shipped("ukraine-2025.toml");
    let names: Vec<&str> =
        with.calculation.inputs.iter().filter(|input| input.provenance.model).map(|input| input.id.as_str()).collect();
    assert!(names.len() >= 3);
    let omit = format!("extends = \"ukraine-2025.toml\"\nomit = {names:?}\n");
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/ukraine-2025.toml")).unwrap();
    let without = assess("child.toml", &omit, &Shelf(&[("ukraine-2025.toml".to_owned(), text)])).unwrap();
    for kind in [Sampler::Sobol, Sampler::LatinHypercube, Sampler::Random] {
        let run = |assessment: &Assessment| {
            monte_carlo::run(
                &assessment.calculation,
                &assessment.requests.conditions,
                Settings { sampler: kind, samples: 1024, seed: 3 },
            )
            .unwrap()
        };
        let (a, b) = (run(&with), run(&without));
        for (position, metric) in without.calculation.metrics.iter_enumerated() {
            let at = with.calculation.metric(&metric.id).unwrap();
            assert_eq!(a.column(at), b.column(position), "{} by {kind}", metric.id);
        }
    }
}

#[test]
fn what_applies_follows_from_the_purpose() {
    let of = |purpose: &str| {
        let text = format!(
            "title = \"t\"\n{purpose}[input]\npopulation = \"5_000_000 people\"\nfront_length = \"100 km\"\n\
             planning_front_density = \"25 personnel per km\"\npeacekeepers = \"2_000 personnel\"\n"
        );
        let assessment = assessment(&text);
        let sizing = sizing::run(&assessment, None);
        let found = |id: &str| {
            let found = sizing.requirements.iter().find(|one| assessment.roles.methods[one.method].id == id).unwrap();
            (found.applies, found.margin, found.shortfall)
        };
        (found("planned_line_requirement"), found("policing_requirement"))
    };
    let (line, policing) = of("purpose = \"observation\"\n");
    assert_eq!(line, (Some(true), Some(-500.0), Some(500.0)));
    assert_eq!(policing.0, Some(false));
    assert_eq!(of("purpose = \"stabilisation\"\n").1.0, Some(true));
    assert_eq!(of("").0.0, None);
}

#[test]
fn a_method_without_its_inputs_says_what_it_needs() {
    let assessment = assessment("title = \"t\"\npurpose = \"observation\"\n[input]\nfront_length = \"100 km\"\n");
    let sizing = sizing::run(&assessment, None);
    assert_eq!(sizing.proposed, None);
    let found =
        sizing.requirements.iter().find(|one| assessment.roles.methods[one.method].id == "post_requirement").unwrap();
    let needs = ["post_spacing", "post_strength", "relief_factor"].map(str::to_owned).to_vec();
    assert_eq!(found.personnel, Err(MissingReason::Inputs(needs)));
}

/// The published densities: Defence Express prints under 27 per km, which are 27.03 on 3,700 km.
#[test]
fn estimates_are_held_against_their_own_line_or_the_scenarios() {
    let assessment = shipped("ukraine-2025.toml");
    let sizing = sizing::run(&assessment, None);
    let density = |id: &str, which: usize| {
        let found = sizing.estimates.iter().find(|one| assessment.roles.estimates[one.estimate].id == id).unwrap();
        let metric = &assessment.calculation.metrics[assessment.roles.proposal.densities[which]];
        found.densities[which].map(|value| metric.unit.from_base(value))
    };
    assert!((density("defence_express", 0).unwrap() - 27.03).abs() < 0.005);
    assert!((density("zelensky_2025", 0).unwrap() - 200.0).abs() < 1e-9);
    assert!((density("rasmussen_2018", 1).unwrap() - 5.0).abs() < 1e-9);
    assert_eq!(density("rasmussen_2018", 0), None);
    assert_eq!(density("gowan_2018", 1), None);
    // The closest by ratio, with the inputs that the estimate names.
    for beside in &sizing.estimates {
        let estimate = &assessment.roles.estimates[beside.estimate];
        assert_eq!(beside.nearest.is_none(), estimate.elsewhere.is_some(), "{}", estimate.id);
        let mut inputs = assessment.calculation.central();
        for (name, value) in &estimate.with {
            if let Some(input) = assessment.calculation.input(name) {
                inputs[input.index()] = *value;
            }
        }
        let values = assessment.calculation.tape().results(&inputs);
        let factor = |position: usize| {
            let requirement = &sizing.requirements[position];
            requirement.personnel.as_ref().ok()?;
            let value = values[assessment.roles.methods[requirement.method].metric.as_ref().ok()?.index()];
            Some((estimate.value / value).max(value / estimate.value)).filter(|factor| factor.is_finite())
        };
        let Some(nearest) = beside.nearest else { continue };
        let least = (0..sizing.requirements.len()).filter_map(factor).fold(f64::INFINITY, f64::min);
        assert!((factor(nearest).unwrap() - least).abs() < 1e-12, "{}", estimate.id);
    }
}

/// 672 battles, as the table prints in its total.
#[test]
fn the_record_of_outcomes_is_whole() {
    let assessment = everything();
    let record = assessment.roles.methods.iter().find_map(|method| method.record.as_ref()).unwrap();
    assert!((record.bands.iter().map(|band| band.cases).sum::<f64>() - 672.0).abs() < 1e-9);
    assert!(record.bands.windows(2).all(|pair| pair[0].high < pair[1].low));
    // No step at 3:1: the band above it is below the one under it.
    let share = |low: f64| record.bands.iter().find(|band| (band.low - low).abs() < 1e-9).unwrap().share;
    assert!(share(3.0) < share(2.5));
}

/// Random missions: a method's number at the central case is between its ends.
#[test]
fn samples_stay_within_low_and_high() {
    let assessment = everything();
    let mut random = Random(12);
    let sizing = sizing::run(&assessment, None);
    for _ in 0..200 {
        let inputs: Vec<f64> = assessment
            .calculation
            .inputs
            .iter()
            .map(|input| {
                let ends = input.interval();
                ends.low + (ends.high - ends.low) * random.share()
            })
            .collect();
        let values = assessment.calculation.tape().results(&inputs);
        for requirement in &sizing.requirements {
            let method = &assessment.roles.methods[requirement.method];
            let (range, value) =
                (requirement.personnel.as_ref().unwrap(), values[method.metric.as_ref().unwrap().index()]);
            assert!(
                value >= range.ends.bounds.low * (1.0 - 1e-12) && value <= range.ends.bounds.high * (1.0 + 1e-12),
                "{}",
                method.id
            );
        }
    }
}

/// Wilson's intervals; a mark only for ratios of the record's own kind; what chance explains.
#[test]
fn the_record_of_outcomes_says_how_sure_it_is() {
    let text = |kind: &str| {
        format!(
            "title = \"t\"\npurpose = \"deterrence\"\n[input]\npeacekeepers = {{ value = 100_000, unit = \"troops\", \
             assumed = \"any\" }}\nhost_troops = {{ value = 200_000, unit = \"troops\", assumed = \"any\" }}\n\
             opposing_troops = {{ value = 640_000, unit = \"troops\", assumed = \"any\" }}\n\
             tolerated_force_ratio = {{ value = 3, assumed = \"any\" }}\n[metric.mine]\nlabel = \"Mine\"\n\
             formula = \"opposing_troops / host_troops\"\nunit = \"1\"\nmeans = \"any\"\nassumed = \"any\"\n{kind}"
        )
    };
    let found = |text: &str| {
        let assessment = assessment(text);
        let requirements = sizing::run(&assessment, None).requirements;
        let found = requirements.into_iter().find_map(|requirement| requirement.outcomes).unwrap();
        (assessment, found)
    };
    let (assessment, outcomes) = found(&text(""));
    let shares: Vec<(f64, f64)> = outcomes.bands.iter().map(|band| band.share.ci).collect();
    // 0 of 2, 2 of 9 and 41 of 41.
    let wanted = [(0, (0.0, 0.658)), (1, (0.063, 0.547)), (11, (0.914, 1.0))];
    for (band, (low, high)) in wanted {
        assert!((shares[band].0 - low).abs() < 5e-4 && (shares[band].1 - high).abs() < 5e-4, "{:?}", shares[band]);
    }
    // The model's own ratio is one of a theatre: it has no place among battles.
    assert!(outcomes.bands.iter().all(|band| band.here.is_empty()));
    let record = assessment.roles.methods.iter().find_map(|method| method.record.as_ref()).unwrap();
    assert!(record.of.is_empty() && record.not_of.len() == 1);
    assert!(record.bands.last().unwrap().by_subtraction);
    // 83 % of 53 and 69 % of 48.
    let dip = outcomes.falls.iter().find(|fall| fall.from == 6).unwrap();
    assert!((dip.p - 0.106_316_9).abs() < 1e-6);
    let (assessment, outcomes) = found(&text("kind = \"engagement\"\n"));
    let here: Vec<usize> = (0..12).filter(|band| !outcomes.bands[*band].here.is_empty()).collect();
    assert_eq!(
        (here, outcomes.bands[7].here.as_slice()),
        (vec![7], &[assessment.calculation.metric("mine").unwrap()][..])
    );
}

fn size(folder: &TempDir, args: &[&str]) -> String {
    let output = Command::new(crate::engine::program())
        .arg("size")
        .args(args)
        .current_dir(folder.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_command_prints_and_writes() {
    let folder = TempDir::new().unwrap();
    let json: Value = serde_json::from_str(&size(&folder, &["--json"])).unwrap();
    assert_eq!(json["proposed"], 100_000.0);
    let methods = json["methods"].as_array().unwrap();
    for method in methods {
        for key in ["id", "label", "low", "central", "high", "applies", "why", "margin", "shortfall"] {
            assert!(method.get(key).is_some(), "{method} lacks {key}");
        }
        assert_eq!(method["central"].is_null(), method.get("needs").is_some(), "{method}");
    }
    let of = |id: &str| methods.iter().find(|method| method["id"] == id).unwrap();
    assert_eq!(of("planned_line_requirement")["margin"], 75_000.0);
    // 10.82 per km is the median of the five places of seven missions of interposition; for population there are too few.
    assert!((of("class_line_requirement")["central"].as_f64().unwrap() - 10_824.355).abs() < 0.01);
    let ends = ["low", "high"].map(|end| of("class_line_requirement")[end].as_f64().unwrap().round());
    assert!(
        (ends[0] - 4_200.0).abs() < 0.5 && (ends[1] - 125_000.0).abs() < 0.5,
        "from the least figure to the greatest, on 1,000 to 1,250 km"
    );
    assert_eq!(of("class_population_requirement")["needs"], serde_json::json!(["class_force_density"]));
    assert!(json["estimates"].as_array().unwrap().len() >= 20);
    assert!(!folder.path().join("output").exists(), "JSON is printed only");

    let csv = size(&folder, &["--csv"]);
    let header = csv.lines().next().unwrap();
    assert!(
        header.starts_with("id,label,low,central,high,applies,margin,shortfall,needs,p5,p95,counted,met_share,lever,")
    );
    assert_eq!(csv.lines().count(), methods.len() + 1);

    let text = size(&folder, &["--format", "svg", "--set", "peacekeepers=25_000 troops"]);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("proposed force of 25,000 troops"), "{text}");
    for file in ["sizing.csv", "estimates.csv", "charts/sizing.svg", "charts/estimates.svg"] {
        assert!(folder.path().join("output/ukraine-2025+peacekeepers-25000-troops").join(file).is_file(), "{file}");
    }
}

/// 12 per km on 1,000 km, from 5 to 20; a post of 3 from 2 to 6 on 1,000 posts at a relief factor of 5.
#[test]
fn a_lever_with_a_range_names_its_span_and_a_sector_that_was_chosen_is_as_chosen() {
    let line = |more: &str| {
        assessment(&format!(
            "purpose = \"interposition\"\n[input]\npeacekeepers = \"20_000 troops\"\nfront_length = \"1_000 km\"\n{more}"
        ))
    };
    let said = |found: &Assessment| {
        let section = forcesize::report::sizing::section(found, &sizing::run(found, None));
        section.sentences.join(" ")
    };
    let lever = "planning_front_density = { value = 12, low = 5, high = 20, unit = \"personnel per km\", assumed = \"test\" }\n";
    let found = line(lever);
    let sizing = sizing::run(&found, None);
    let spans: Vec<_> = sizing.requirements.iter().flat_map(|requirement| &requirement.spans).collect();
    assert_eq!(spans.len(), 1);
    assert_relative_eq!(spans[0].personnel.0, 5_000.0);
    assert_relative_eq!(spans[0].personnel.1, 20_000.0);
    assert!(
        said(&found).contains("12,000, 5,000 to 20,000 for 5 to 20 personnel per km, as chosen"),
        "{}",
        said(&found)
    );
    assert!(!said(&line("planning_front_density = \"12 personnel per km\"\n")).contains(" for 5 to"));
    let posts = "post_spacing = \"1 km\"\nrelief_factor = 5\n\
        post_strength = { value = 3, low = 2, high = 6, unit = \"personnel\", assumed = \"test\" }\n";
    assert!(said(&line(posts)).contains("10,000 to 30,000 for 2 to 6 personnel ("), "{}", said(&line(posts)));
    let sectors = "[sector.a]\nsector_length = \"500 km\"\nsector_planning_density = \"10 personnel per km\"\n\
        [sector.b]\nsector_length = \"500 km\"\nsector_planning_density = \"20 personnel per km\"\n";
    assert!(said(&line(sectors)).contains("sector by sector 15,000, as chosen"), "{}", said(&line(sectors)));
}
