//! Scenario discovery in whole scenarios: what conditions fail with, and what is said of it.

use crate::engine::assessment;
use approx::assert_abs_diff_eq;
use forcesize::analysis::discovery::{Discovery, Search, run};
use forcesize::analysis::monte_carlo::Settings;
use forcesize::model::Assessment;
use forcesize::report::discovery::sentence;
use forcesize::uncertainty::sampler::Sampler;

const FAILS: Search = Search { alpha: 0.05, holds: false };

fn line(condition: &str) -> Assessment {
    assessment(&format!(
        "purpose = \"interposition\"\n[input]\n\
        peacekeepers = {{ value = 100_000, unit = \"troops\", assumed = \"a test\" }}\n\
        front_length = {{ low = 1_000, high = 2_000, unit = \"km\", assumed = \"a test\" }}\n\
        population = {{ low = 1, high = 2, unit = \"million people\", assumed = \"a test\" }}\n\
        [[condition]]\nthat = \"{condition}\"\nlabel = \"Enough\"\n"
    ))
}

fn discover(assessment: &Assessment, search: Search) -> Discovery {
    let settings = Settings { sampler: Sampler::Sobol, samples: 4096, seed: 1 };
    run(&assessment.calculation, &assessment.requests.conditions, settings, search).unwrap().remove(0)
}

#[test]
fn a_condition_of_a_scenario_fails_where_it_must() {
    let assessment = line("front_density >= 80 personnel per km");
    let found = discover(&assessment, FAILS);
    let region = found.found.as_ref().unwrap();
    let [only] = &region.restrictions[..] else { panic!("{region:?}") };
    assert_eq!(assessment.calculation.inputs[only.input].id, "front_length");
    assert_abs_diff_eq!(only.low.unwrap(), 1250.0, epsilon = 2.0);
    assert_eq!(only.high, None);
    assert!(region.point.coverage > 0.998 && region.point.density > 0.998, "{region:?}");
    let said = sentence(&assessment, &found);
    assert!(
        said.starts_with("Enough: fails in 75 % of 4,096 samples. With front length above 1,250 km it fails in"),
        "{said}"
    );
    let held = discover(&assessment, Search { holds: true, ..FAILS });
    let region = held.found.as_ref().unwrap();
    assert_abs_diff_eq!(region.restrictions[0].high.unwrap(), 1250.0, epsilon = 2.0);
    assert!(sentence(&assessment, &held).contains("holds in 25 % of 4,096 samples"));
}

#[test]
fn what_always_or_never_or_hardly_fails_is_said_so() {
    let said = |condition: &str| {
        let assessment = line(condition);
        let found = discover(&assessment, FAILS);
        assert_eq!((&found.found, found.trajectory.len()), (&None, 0));
        sentence(&assessment, &found)
    };
    assert!(said("front_density >= 200 personnel per km").contains("fails in all of 4,096 samples"));
    assert!(said("front_density >= 20 personnel per km").contains("fails in none of 4,096 samples"));
    assert!(said("front_density >= 50.02 personnel per km").contains("too few to tell"));
}

/// Each of 128 samples counts: what a choice drawn in a dozen of them explains alone is found with no smaller box allowed.
#[test]
fn a_choice_that_is_hardly_ever_drawn_is_found() {
    let assessment = assessment(
        "purpose = \"interposition\"\n[input]\npeacekeepers = { value = 100_000, unit = \"troops\", assumed = \"a test\" }\n\
        front_length = { choices = [1_000, 4_000], weights = [0.9, 0.1], unit = \"km\", assumed = \"a test\" }\n\
        [[condition]]\nthat = \"front_density >= 50 personnel per km\"\nlabel = \"Enough\"\n",
    );
    let settings = Settings { sampler: Sampler::Sobol, samples: 128, seed: 1 };
    let found = run(&assessment.calculation, &assessment.requests.conditions, settings, FAILS).unwrap().remove(0);
    assert!((10..20).contains(&found.count.fails), "{:?}", found.count);
    let region = found.found.unwrap();
    assert_eq!(region.restrictions[0].choices.as_deref(), Some(&[4000.0][..]));
    assert_eq!((region.point.coverage, region.point.density), (1.0, 1.0));
}

#[test]
fn threads_change_no_bit() {
    let assessment = line("front_density >= 80 personnel per km");
    let all = discover(&assessment, FAILS);
    let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    assert_eq!(one.install(|| discover(&assessment, FAILS)), all);
}

#[test]
fn what_other_boxes_cover_is_drawn_where_it_is_asked_for() {
    let folder = tempfile::TempDir::new().unwrap();
    let charts = |more: &[&str]| -> Vec<String> {
        let out = folder.path().join(more.len().to_string());
        let output = std::process::Command::new(crate::engine::program())
            .args(["discover", "--condition", "front_density >= 92 personnel per km", "--format", "svg", "--out"])
            .arg(&out)
            .args(more)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let all = walkdir(&out);
        all.into_iter().filter(|name| std::path::Path::new(name).extension().is_some_and(|end| end == "svg")).collect()
    };
    assert_eq!(charts(&[]), ["discovery.svg"]);
    assert_eq!(charts(&["--trajectory"]), ["discovery.svg", "discovery_trajectory.svg"]);
}

/// The names of all files in a folder and those below it, sorted.
fn walkdir(folder: &std::path::Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            names.extend(walkdir(&path));
        } else {
            names.push(path.file_name().unwrap().to_str().unwrap().to_owned());
        }
    }
    names.sort();
    names
}
