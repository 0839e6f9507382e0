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
    let mut command = Command::new(crate::engine::program());
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

/// The ten of September 2025 with land forces, standing commitment and garrisons, each in the order of its name.
const READY: [(&str, f64, f64, f64); 10] = [
    ("aus", 30e3, 0.0, 0.0),
    ("dnk", 10e3, 800.0, 0.0),
    ("est", 5.5e3, 0.0, 0.0),
    ("fra", 120e3, 1_000.0, 10_000.0),
    ("gbr", 75e3, 950.0, 7_000.0),
    ("ltu", 14e3, 0.0, 0.0),
    ("lva", 6.5e3, 0.0, 140.0),
    ("nld", 22e3, 500.0, 800.0),
    ("nor", 9e3, 100.0, 0.0),
    ("swe", 7e3, 600.0, 0.0),
];

/// By hand: 0.3 of the land forces without garrisons, less four times the standing commitment, nobody below nothing;
/// over 4; and what the press has.
#[test]
fn the_ready_states_sum_to_what_the_press_has() {
    let found = json(&[]);
    assert_eq!(ids(&found["coalition"]), READY.map(|(id, ..)| id));
    let rows = found["contributors"].as_array().unwrap();
    let mut available = 0.0;
    for (id, land, flank, garrisons) in READY {
        let left = (0.3 * (land - garrisons) - 4.0 * flank).max(0.0);
        let row = rows.iter().find(|row| row["id"] == id).unwrap();
        let base = (4.0 * flank).min(0.3 * (land - garrisons));
        for (key, by_hand) in [("garrisons", garrisons), ("flank_base", base), ("available", left)] {
            assert!((row[key].as_f64().unwrap() - by_hand).abs() < 1e-6, "{id} {key}: {row}");
        }
        available += left;
    }
    let sustainable = found["sustainable"].as_f64().unwrap();
    for (key, by_hand) in [("garrisons", 17_940.0), ("deployable", 0.3 * 281_060.0), ("available", available)] {
        assert!((found[key].as_f64().unwrap() - by_hand).abs() < 1e-6, "{key}: {}", found[key]);
    }
    assert!((sustainable - available / 4.0).abs() < 1e-6 && (sustainable - 17_254.5).abs() < 1e-6);
    assert!((15_000.0..=25_000.0).contains(&sustainable), "{sustainable}");
    assert!((found["rotation_factor"].as_f64().unwrap() - 4.0).abs() < 1e-12);
    assert!((found["rotation_base"].as_f64().unwrap() - 400_000.0).abs() < 1e-6);
    let margin = found["margin"].as_f64().unwrap();
    assert!((margin - (sustainable - found["proposed"].as_f64().unwrap())).abs() < 1e-9);
    let sum = |key: &str| rows.iter().map(|row| row[key].as_f64().unwrap()).sum::<f64>();
    assert!((sum("sustainable") - sustainable).abs() < 1e-6 && (sum("share") - 1.0).abs() < 1e-12);
    assert!((rows[0]["fair_shares"]["fair_share_by_land"].as_f64().unwrap() - 1e5 * 120.0 / 299.0).abs() < 1e-6);
    assert_eq!(rows.len() + found["others"].as_array().unwrap().len(), 34);
    let all = json(&["--with", "all"]);
    assert!(all["all"].is_null(), "nobody is outside");
    assert!((found["all"]["sustainable"].as_f64().unwrap() - all["sustainable"].as_f64().unwrap()).abs() < 1e-6);
}

/// Other orders of the same steps, from the coalition's 299,000 with 3,950 on the standing commitment and 17,940 in
/// garrisons, 21,890 in all; and the sustainable force itself, where who has too little were made up for by others.
#[test]
fn other_readings_of_the_same_data_stand_beside_it() {
    let found = json(&[]);
    let sum = |of: fn((&str, f64, f64, f64)) -> f64| READY.map(of).iter().sum::<f64>();
    let (land, bound) = (sum(|(_, land, ..)| land), sum(|(_, _, flank, garrisons)| flank + garrisons));
    assert!((land - 299_000.0).abs() < 1e-9 && (bound - 21_890.0).abs() < 1e-9);
    let sustainable = found["sustainable"].as_f64().unwrap();
    let netted = sum(|(_, land, flank, garrisons)| 0.3 * (land - garrisons) / 4.0 - flank);
    assert!((netted - 17_129.5).abs() < 1e-6);
    assert!((sustainable - netted - 125.0).abs() < 1e-6, "Denmark lacks 50 and Sweden 75");
    let readings = found["readings"].as_array().unwrap();
    for (id, by_rule, by_hand) in [
        ("reading_momentary", sum(|(_, land, flank, garrisons)| 0.3 * (land - garrisons) - flank), 80_368.0),
        ("reading_commitments_first", 0.3 * (land - bound) / 4.0, 20_783.25),
        ("reading_share_of_all", (0.3 * land - bound) / 4.0, 16_952.5),
        ("reading_all_rotate", 0.3 * land / 4.0 - bound, 535.0),
        ("reading_target", 0.08 * land - bound, 2_030.0),
        ("reading_practice", 0.05 * land - bound, -6_940.0),
    ] {
        let reading = readings.iter().find(|reading| reading["id"] == id).unwrap();
        let value = reading["value"].as_f64().unwrap();
        assert!((value - by_hand).abs() < 1e-6 && (value - by_rule).abs() < 1e-6, "{id}: {value}");
        assert!(!reading["means"].as_str().unwrap().is_empty(), "{id} says why");
    }
    assert_eq!(readings.len(), 6);
}

#[test]
fn coalitions_are_chosen_by_stance_name_and_label() {
    let two = json(&["--with", "gbr,France"]);
    assert_eq!(ids(&two["coalition"]), ["fra", "gbr"]);
    assert!((two["sustainable"].as_f64().unwrap() - (7_250.0 + 4_150.0)).abs() < 1e-6);
    assert_eq!(json(&["--with", "ready,open", "--without", "tur"])["coalition"].as_array().unwrap().len(), 17);
    assert_eq!(json(&["--without", "fra"])["coalition"].as_array().unwrap().len(), 9);
    assert_eq!(json(&["--with", "all"])["others"].as_array().unwrap().len(), 0);
    let set = json(&["--set", "contributor.fra.takes_part=0", "--set", "contributor.gbr.deployable_share=1"]);
    assert_eq!(set["coalition"].as_array().unwrap().len(), 9);
    assert_eq!(set["contributors"][0]["id"], "gbr");
    assert!((set["contributors"][0]["available"].as_f64().unwrap() - (68_000.0 - 3_800.0)).abs() < 1e-6);
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
    // What a share of the land forces leaves falls by every soldier of the increase.
    let left = |found: &Value| {
        let readings = found["readings"].as_array().unwrap();
        readings.iter().find(|reading| reading["id"] == "reading_target").unwrap()["value"].as_f64().unwrap()
    };
    let before = json(&["--with", "all"]);
    assert!((left(&before) - left(&all) - 80_000.0).abs() < 1e-6, "the whole increase is carried by somebody");
    // Who had nothing there carries its part of 1,307,500 with its relief, and nobody more than it can send.
    let base = |id: &str| {
        let rows = all["contributors"].as_array().unwrap();
        rows.iter().find(|row| row["id"] == id).unwrap()["flank_base"].as_f64().unwrap()
    };
    assert!((base("aus") - 4.0 * 80_000.0 * 30_000.0 / 1_307_500.0).abs() < 1e-6, "{}", base("aus"));
    assert!((base("dnk") - 3_000.0).abs() < 1e-6, "{}", base("dnk"));
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

/// A force of which the pool of 69,018 fills two tours, by hand, and 9,509 posts in each of the two others of a round.
#[test]
fn the_pool_is_exhausted_after_whole_tours() {
    let found = json(&["--set", "peacekeepers=25_000"]);
    assert_eq!(found["tours"].as_f64(), Some(2.0));
    assert!((found["left_after_tours"].as_f64().unwrap() - 9_509.0).abs() < 1e-6);
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
    let mut command = Command::new(crate::engine::program());
    let output = command.args(["supply", "bare.toml"]).current_dir(folder.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.contains("who could sustain the force") && said.contains("[contributor.NAME]"), "{said}");
    assert!(!said.contains("builtin:"), "no file of another scenario is advised: {said}");
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
    let mut command = Command::new(crate::engine::program());
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
    let mut command = Command::new(crate::engine::program());
    let words = command.args(["supply", "shares.toml", "--format", "svg"]).current_dir(folder.path()).output().unwrap();
    let words = String::from_utf8(words.stdout).unwrap();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("population") && words.contains("wealth"), "{words}");
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
fn enablers_have_no_number_until_one_is_given() {
    let words = |args: &[&str]| {
        let text = String::from_utf8(run(args).stdout).unwrap();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let said = "intelligence can serve is not given";
    assert!(words(&["--format", "svg"]).contains(said));
    let given = words(&["--format", "svg", "--set", "enabler_limit=10_000"]);
    assert!(!given.contains(said) && given.contains("10,000"), "{given}");
    // Why there is none the contributors' own file says, which every report of theirs repeats.
    let folder = TempDir::new().unwrap();
    let mut command = Command::new(crate::engine::program());
    let output = command.args(["run", "--json"]).current_dir(folder.path()).stdin(Stdio::null()).output().unwrap();
    let results: Value = serde_json::from_slice(&output.stdout).unwrap();
    let warnings = results["scenario"]["warnings"].as_array().unwrap();
    let enablers = |warning: &&Value| warning["text"].as_str().unwrap().contains("a lever without a number");
    assert_eq!(warnings.iter().filter(enablers).count(), 1, "{warnings:?}");
}

/// The sum over 34 contributors: the largest, and the others' number and sum; all of them where asked for.
#[test]
fn a_long_sum_is_explained_by_its_largest_members() {
    let folder = TempDir::new().unwrap();
    let explain = |more: &[&str]| {
        let mut command = Command::new(crate::engine::program());
        let command = command.args(["explain", "coalition_sustainable"]).args(more).current_dir(folder.path());
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    let (brief, all) = (explain(&[]), explain(&["--all"]));
    // By hand: France 7,250, the United Kingdom 4,150, Australia 2,250, the others less, of 17,254.5 in all.
    let one_line = brief.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(one_line.contains("sum(7,250 personnel, 4,150 personnel,"), "{one_line}");
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

/// What the manual says of the ready-made correlations: with a tour that may be 4 to 8 months the factor of rotation
/// moves less where the time at home moves along.
#[test]
fn tours_and_time_at_home_that_move_together_narrow_what_can_be_sustained() {
    let range = |include: &str| {
        let folder = TempDir::new().unwrap();
        let text = format!(
            "extends = \"builtin:ukraine-2025.toml\"\ntitle = \"test\"\n{include}[input]\ntour_length = {{ low = 4, \
             value = 6, high = 8, unit = \"months\", assumed = \"test\" }}\n"
        );
        std::fs::write(folder.path().join("tours.toml"), text).unwrap();
        let mut command = Command::new(crate::engine::program());
        let command = command.args(["monte-carlo", "tours.toml", "--json"]).current_dir(folder.path());
        let output = command.stdin(Stdio::null()).output().unwrap();
        let found: Value = serde_json::from_slice(&output.stdout).unwrap();
        let found = &found["metrics"]["coalition_sustainable"];
        ["p5", "p95"].map(|share| found[share].as_f64().unwrap())
    };
    let (alone, together) = (range(""), range("include = [\"builtin:correlations.toml\"]\n"));
    let shown = |ends: [f64; 2]| ends.map(|end| (end / 10.0).round() * 10.0);
    assert_eq!((shown(alone)[0], shown(together)[0]), (8_090.0, 8_670.0), "{alone:?} {together:?}");
    let narrower = 1.0 - (together[1] - together[0]) / (alone[1] - alone[0]);
    assert!((narrower - 0.125).abs() < 0.01, "{narrower}");
}
