//! Supply: published rotations, the shipped contributors beside the press, conservation, coalitions, `forcesize supply`.

use crate::engine::{Random, Shelf, assess, assessment};
use serde_json::Value;
use std::fmt::Write as _;
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

fn number(assessment: &forcesize::model::Assessment, name: &str) -> f64 {
    assessment.calculation.metrics[assessment.calculation.metric(name).unwrap_or_else(|| panic!("{name}"))]
        .shown_value()
}

fn rotation(force: f64, tour: f64, home: f64) -> (f64, f64) {
    let found = assessment(&format!(
        "purpose = \"interposition\"\n[input]\npeacekeepers = {{ value = {force}, unit = \"troops\", assumed = \"any\" }}\n\
         tour_length = {{ value = {tour}, unit = \"months\", assumed = \"any\" }}\n\
         home_length = {{ value = {home}, unit = \"months\", assumed = \"any\" }}\n"
    ));
    (number(&found, "rotation_multiple"), number(&found, "rotation_pool"))
}

/// The Times, April 2025; the British maxim; the rule of five as published for Taiwan; RAND's 8 and 24, 12 and 36.
#[test]
fn published_rotations_come_out() {
    for (force, tour, home, factor, base) in [
        (64_000.0, 6.0, 18.0, 4.0, 256_000.0),
        (1_000.0, 6.0, 24.0, 5.0, 5_000.0),
        (465_980.0, 6.0, 24.0, 5.0, 2_329_900.0),
        (1.0, 8.0, 24.0, 4.0, 4.0),
        (1.0, 12.0, 36.0, 4.0, 4.0),
        (1.0, 1.0, 2.0, 3.0, 3.0),
    ] {
        let (found, pool) = rotation(force, tour, home);
        assert!((found - factor).abs() < 1e-12 && (pool - base).abs() < 1e-9 * base, "{tour} and {home} months");
    }
}

fn run(args: &[&str]) -> Output {
    let folder = TempDir::new().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_forcesize"));
    command.arg("supply").args(args).current_dir(folder.path()).stdin(Stdio::null()).output().unwrap()
}

fn json(args: &[&str]) -> Value {
    let output = run(&[args, &["--json"]].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn ids(list: &Value) -> Vec<String> {
    let mut ids: Vec<String> = list.as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect();
    ids.sort();
    ids
}

/// The ten of September 2025, by hand: land forces less commitments, times 0.3, over 4; and what the press has.
#[test]
fn the_ready_states_sum_to_what_the_press_has() {
    let found = json(&[]);
    assert_eq!(ids(&found["coalition"]), ["aus", "dnk", "est", "fra", "gbr", "ltu", "lva", "nld", "nor", "swe"]);
    let land = [75e3, 120e3, 22e3, 10e3, 7e3, 9e3, 5.5e3, 6.5e3, 14e3, 30e3];
    let bound = [7_950.0, 11_000.0, 1_300.0, 800.0, 600.0, 100.0, 0.0, 140.0, 0.0, 0.0];
    let available = 0.3 * (land.iter().sum::<f64>() - bound.iter().sum::<f64>());
    let sustainable = found["sustainable"].as_f64().unwrap();
    assert!((found["available"].as_f64().unwrap() - available).abs() < 1e-6);
    assert!((sustainable - available / 4.0).abs() < 1e-6);
    assert!((15_000.0..=25_000.0).contains(&sustainable), "{sustainable}");
    assert!((found["rotation_factor"].as_f64().unwrap() - 4.0).abs() < 1e-12);
    assert!((found["rotation_base"].as_f64().unwrap() - 400_000.0).abs() < 1e-6);
    let margin = found["margin"].as_f64().unwrap();
    assert!((margin - (sustainable - found["proposed"].as_f64().unwrap())).abs() < 1e-9);
    let rows = found["contributors"].as_array().unwrap();
    let sum = |key: &str| rows.iter().map(|row| row[key].as_f64().unwrap()).sum::<f64>();
    assert!((sum("sustainable") - sustainable).abs() < 1e-6 && (sum("share") - 1.0).abs() < 1e-12);
    assert!((rows[0]["fair_shares"]["fair_share_by_land"].as_f64().unwrap() - 1e5 * 120.0 / 299.0).abs() < 1e-6);
    assert_eq!(rows.len() + found["others"].as_array().unwrap().len(), 34);
}

#[test]
fn coalitions_are_chosen_by_stance_name_and_label() {
    let two = json(&["--with", "gbr,France"]);
    assert_eq!(ids(&two["coalition"]), ["fra", "gbr"]);
    assert!((two["sustainable"].as_f64().unwrap() - (67_050.0 + 109_000.0) * 0.075).abs() < 1e-6);
    assert_eq!(json(&["--with", "ready,open", "--without", "tur"])["coalition"].as_array().unwrap().len(), 17);
    assert_eq!(json(&["--without", "fra"])["coalition"].as_array().unwrap().len(), 9);
    assert_eq!(json(&["--with", "all"])["others"].as_array().unwrap().len(), 0);
    let set = json(&["--set", "contributor.fra.takes_part=0", "--set", "contributor.gbr.deployable_share=1"]);
    assert_eq!(set["coalition"].as_array().unwrap().len(), 9);
    assert!(set["contributors"][0]["available"].as_f64().unwrap() - 67_050.0 < 1e-6);
}

#[test]
fn who_is_not_listed_cannot_take_part() {
    for (args, words) in [
        (&["--with", "gbt"][..], "did you mean `gbr`?"),
        (&["--with", "redy"], "did you mean `ready`?"),
        (&["--without", "Frence"], "did you mean `France`?"),
        (&["--with", "gbr", "--without", "gbr"], "the coalition has no members"),
    ] {
        let output = run(args);
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {stderr}");
        assert!(stderr.contains(words), "{args:?}: {stderr}");
    }
}

/// The flank first: a drawdown takes from what is available, and nobody gives more than it has.
#[test]
fn more_on_the_flank_is_less_to_offer() {
    let (now, then) = (json(&[]), json(&["--set", "flank_increase=80_000"]));
    let of = |found: &Value| found["sustainable"].as_f64().unwrap();
    assert!(of(&then) < of(&now));
    let all = json(&["--with", "all", "--set", "flank_increase=80_000"]);
    let committed = all["committed"].as_f64().unwrap();
    let before = json(&["--with", "all"])["committed"].as_f64().unwrap();
    assert!((committed - before - 80_000.0).abs() < 1e-6, "the whole increase is carried by somebody");
}

/// Random contributors, with commitments larger than the army among them.
#[test]
fn nothing_is_lost_and_nobody_offers_more_than_it_has() {
    let mut random = Random(64_000);
    for _ in 0..60 {
        let mut text = "purpose = \"interposition\"\n[input]\npeacekeepers = \"50_000 troops\"\n\
            tour_length = \"6 months\"\nhome_length = \"18 months\"\n"
            .to_owned();
        writeln!(text, "flank_increase = \"{} troops\"", random.log_uniform(1.0, 1e6)).unwrap();
        for member in ["a", "b", "c"] {
            write!(
                text,
                "[contributor.{member}]\narmy_strength = \"{} troops\"\nflank_commitment = \"{} troops\"\n\
                 other_commitment = \"{} troops\"\ndeployable_share = {}\n",
                random.log_uniform(1.0, 1e6),
                random.log_uniform(1.0, 1e5),
                random.log_uniform(1.0, 1e5),
                random.log_uniform(1e-3, 1.0),
            )
            .unwrap();
        }
        let found = assess("random.toml", &text, &Shelf(&[])).unwrap_or_else(|complaints| panic!("{complaints}"));
        let mut sum = 0.0;
        for contributor in &found.roles.supply.as_ref().unwrap().contributors {
            let [garrisons, unavailable, flank_base, available, sustainable, _] =
                contributor.parts.map(|metric| found.calculation.metrics[metric].value);
            let land = found.calculation.inputs[contributor.land_forces].value;
            assert!((garrisons + unavailable + flank_base + available - land).abs() <= 1e-9 * land);
            for part in [garrisons, unavailable, flank_base, available, sustainable] {
                assert!((-1e-9 * land..=land * (1.0 + 1e-12)).contains(&part), "{part} of {land}");
            }
            assert!((available - 4.0 * sustainable).abs() <= 1e-9 * land);
            sum += sustainable;
        }
        assert!((number(&found, "coalition_sustainable") - sum).abs() <= 1e-9 * sum.max(1.0));
    }
}

/// A force of which the pool fills three tours, by hand.
#[test]
fn the_pool_is_exhausted_after_whole_tours() {
    let found = json(&["--set", "peacekeepers=25_000"]);
    assert_eq!(found["tours"].as_f64(), Some(3.0));
    assert_eq!(found["binding"].as_str(), Some("rotation"));
    assert_eq!(json(&[])["binding"].as_str(), Some("deployable share"));
    let enough = json(&["--set", "peacekeepers=15_000"]);
    assert!(enough["binding"].is_null() && enough["tours"].is_null());
    let share = found["sufficiency"].as_f64().unwrap();
    assert!(share > 0.05 && share < 0.5, "{share}");
}

#[test]
fn a_scenario_without_contributors_says_so() {
    let folder = TempDir::new().unwrap();
    std::fs::write(
        folder.path().join("bare.toml"),
        "purpose = \"observation\"\n[input]\npeacekeepers = \"5 troops\"\n",
    )
    .unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_forcesize"));
    let output = command.args(["supply", "bare.toml"]).current_dir(folder.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains("builtin:contributors.toml"));
}

// ------------------------------------------------------------------------------------------------ shares and levers

/// Shares by population and by wealth, by hand: two members with 60 and 20 million people, 3,000 and 500 billion; the
/// third takes no part.
#[test]
fn fair_shares_by_population_and_wealth() {
    let member = |name: &str, stance: &str, people: u32, product: u32| {
        format!(
            "[contributor.{name}]\nstance = \"{stance}\"\narmy_strength = \"40_000 troops\"\n\
             home_population = \"{people} million people\"\nnational_product = \"{product} billion EUR\"\n"
        )
    };
    let text = format!(
        "purpose = \"interposition\"\n[input]\npeacekeepers = \"8_000 troops\"\ntour_length = \"6 months\"\n\
         home_length = \"18 months\"\n{}{}{}",
        member("a", "ready", 60, 3_000),
        member("b", "ready", 20, 500),
        member("c", "refuses", 300, 9_000)
    );
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("shares.toml"), text).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_forcesize"));
    let output = command.args(["supply", "shares.toml", "--json"]).current_dir(folder.path()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let share = |id: &str, rule: &str| {
        let rows = found["contributors"].as_array().unwrap();
        let row = rows.iter().find(|row| row["id"] == id).unwrap();
        row["fair_shares"][rule].as_f64().unwrap()
    };
    for (rule, a) in [("fair_share_by_population", 6_000.0), ("fair_share_by_wealth", 8_000.0 * 6.0 / 7.0)] {
        assert!((share("a", rule) - a).abs() < 1e-6 && (share("b", rule) - (8_000.0 - a)).abs() < 1e-6, "{rule}");
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_forcesize"));
    let words = command.args(["supply", "shares.toml", "--format", "svg"]).current_dir(folder.path()).output().unwrap();
    let words = String::from_utf8(words.stdout).unwrap();
    assert!(words.contains("population") && words.contains("by wealth"), "{words}");
}

/// At the break-even that is named, supply is the proposed force.
#[test]
fn what_would_have_to_change_closes_the_gap() {
    let found = json(&["--set", "peacekeepers=25_000"]);
    let rows = found["break_evens"].as_array().unwrap();
    let mut closed = 0;
    for row in rows {
        for at in row["met_at"].as_array().unwrap() {
            let input = format!("{}={} {}", row["input"].as_str().unwrap(), at, row["unit"].as_str().unwrap());
            let then = json(&["--set", "peacekeepers=25_000", "--set", input.trim_end_matches(" 1")]);
            assert!(then["margin"].as_f64().unwrap().abs() < 1e-3, "{input}: {}", then["margin"]);
            closed += 1;
        }
    }
    assert!(closed >= 2, "rotation and the deployable share: {rows:?}");
    assert!(found["joining"].as_u64().is_some(), "and the coalition");
}

#[test]
fn enablers_are_a_lever_without_a_number_until_one_is_given() {
    let words = |args: &[&str]| String::from_utf8(run(args).stdout).unwrap();
    assert!(words(&["--format", "svg"]).contains("a lever without a number"));
    let given = words(&["--format", "svg", "--set", "enabler_limit=10_000"]);
    assert!(!given.contains("a lever without a number") && given.contains("10,000"), "{given}");
}

/// The sum over 34 contributors: the largest, and the others' number and sum; all of them where asked for.
#[test]
fn a_long_sum_is_explained_by_its_largest_members() {
    let folder = TempDir::new().unwrap();
    let explain = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_forcesize"));
        let command = command.args(["explain", "coalition_sustainable"]).args(more).current_dir(folder.path());
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    let (brief, all) = (explain(&[]), explain(&["--all"]));
    // By hand: France 8,175, the United Kingdom 5,028.75, Sweden to Denmark less, of 20,783.25 in all.
    let one_line = brief.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(one_line.contains("sum(8,175 personnel, 5,028.75 personnel,"), "{one_line}");
    assert!(one_line.contains("and 31 more that sum to"), "{one_line}");
    assert!(!all.contains("more that sum to"));
    assert!(all.lines().count() > 4 * brief.lines().count(), "{} {}", all.lines().count(), brief.lines().count());
}

/// The shipped coalition with more samples than are kept: the share is that of the first of each design, and the rest of
/// the 65,536 move it by less than 1 %.
#[test]
#[expect(clippy::cast_precision_loss, reason = "some thousand samples")]
fn more_samples_than_are_kept_are_no_fault() {
    use forcesize::analysis::monte_carlo::{self, Settings};
    use forcesize::uncertainty::confidence::Share;
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/scenarios/ukraine-2025.toml")).unwrap();
    let found = assessment(&text);
    let settings = Settings { sampler: forcesize::uncertainty::sampler::Sampler::Sobol, samples: 1 << 16, seed: 1 };
    let samples = monte_carlo::run(&found.calculation, &found.requests.conditions, settings).unwrap();
    assert!(samples.kept() < 1 << 16, "{}", samples.kept());
    let (supply, sizing) = (found.roles.supply.as_ref().unwrap(), forcesize::analysis::sizing::run(&found, None));
    let verdict = forcesize::analysis::supply::run(&found, supply, &sizing, Some(&samples));
    let margin = supply.margin.unwrap();
    let mut reached = 0;
    let all = monte_carlo::stream(&found.calculation, settings, |chunks| {
        let values = chunks.iter().flat_map(|chunk| &chunk.values[margin.index()]);
        reached += values.filter(|value| **value >= 0.0).count();
        Ok::<(), ()>(())
    });
    assert_eq!(all, Ok(Ok(())));
    let share = f64::from(u32::try_from(reached).unwrap()) / 65_536.0;
    let Share { share: found, ci, .. } = verdict.sufficiency.unwrap();
    assert!(ci.0 <= found && found <= ci.1 && ci.1 - ci.0 > 0.0, "{ci:?}");
    assert!((found - share).abs() < 0.01, "{found} for {share}");
    let kept = (0..samples.kept()).filter(|sample| samples.value(margin, *sample) >= 0.0).count();
    assert_eq!(found.to_bits(), (kept as f64 / samples.kept() as f64).to_bits());
}
