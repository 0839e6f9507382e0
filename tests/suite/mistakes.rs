//! What people type by mistake, and commands with nothing to show: one sentence, with what to write.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// Exit code, standard output and complaints of the program.
fn said(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let output =
        Command::new(crate::engine::program()).args(args).current_dir(folder).stdin(Stdio::null()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn scenario(inputs: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("x.toml"), format!("title = \"X\"\npurpose = \"stabilisation\"\n\n[input]\n{inputs}"))
        .unwrap();
    folder
}

const FORCE: &str =
    "peacekeepers = { value = 200, unit = \"troops\", counting = \"planned\", assumed = \"for the test\" }\n";

const AREA: &str = "area = { value = 365, unit = \"km²\", assumed = \"for the test\" }\n";

const OWN: &str = "gap = { low = 2, high = 4, unit = \"km\", label = \"Gap\", means = \"A gap.\", assumed = \"a guess\" }\n\n\
    [metric.twice]\nlabel = \"Twice\"\nformula = \"gap * 2\"\nunit = \"km\"\nmeans = \"Two.\"\nassumed = \"a test\"\n";

#[test]
fn a_word_that_is_part_of_metrics_lists_them() {
    let folder = scenario(FORCE);
    let (code, _, complaint) = said(folder.path(), &["explain", "x.toml", "force"]);
    assert_eq!(code, 2);
    assert!(complaint.contains("`force_density`"), "{complaint}");
    assert!(complaint.matches('`').count() <= 2 * 10, "{complaint}");
}

#[test]
fn every_name_that_nothing_has_is_told_at_once() {
    let folder = scenario(FORCE);
    let path = folder.path();
    for args in [
        &["explain", "x.toml", "force_densty", "tropps"][..],
        &["explain", "x.toml", "force_densty", "tropps", "--json"],
        &["sensitivity", "x.toml", "--metric", "force_densty", "--metric", "tropps"],
        &["compare", "x.toml", "x.toml", "--metrics", "force_densty,tropps"],
    ] {
        let (code, out, complaint) = said(path, args);
        assert_eq!((code, out.as_str()), (2, ""), "{args:?}");
        for name in ["`force_densty`", "`tropps`"] {
            assert!(complaint.contains(name), "{args:?}: {complaint}");
        }
        assert_eq!(complaint.matches("error: ").count(), 2, "{complaint}");
    }
}

/// Whatever the unit is: a share as a number becomes per cent, a figure with its unit behind it thousands.
#[test]
fn any_unit_of_a_bare_number_is_kept() {
    let folder = scenario(
        "front_length = { value = 10, unit = \"km\", assumed = \"a test\" }\n\
        peacekeepers = \"1_000 troops\"\ncombat_share = { value = 0.5, unit = \"1\", assumed = \"a test\" }\n\
        [[sweep]]\nvary = \"combat_share\"\nfrom = 0.1\nto = 0.9\nsteps = 3\nshow = [\"combat_front_density\"]\n\
        [[sweep]]\nvary = \"peacekeepers\"\nfrom = 500\nto = 2_000\nsteps = 4\nshow = [\"front_density\"]\n",
    );
    let variant = "extends = \"x.toml\"\n[input]\npeacekeepers = \"20 thousand troops\"\n\
        combat_share = { value = 50, unit = \"%\", assumed = \"t\" }\n";
    fs::write(folder.path().join("v.toml"), variant).unwrap();
    let (code, swept, complaint) = said(folder.path(), &["sweep", "v.toml", "--json"]);
    assert_eq!(code, 0, "{complaint}");
    let firsts: Vec<&str> = swept.lines().map(|line| line.trim().trim_end_matches(',')).collect();
    for (first, last) in [("10.0", "90.0"), ("0.5", "2.0")] {
        assert!(firsts.contains(&first) && firsts.contains(&last), "{swept}");
    }
}

/// Bare ends of a sweep are in the unit of the file that wrote them, whatever unit a variant or a setting brings.
#[test]
fn a_variant_in_another_unit_keeps_what_bare_numbers_meant() {
    let folder = scenario(
        "front_length = { value = 10, unit = \"km\", assumed = \"a test\" }\n\
        peacekeepers = { value = 1_000, unit = \"troops\", assumed = \"a test\" }\n\
        [[sweep]]\nvary = \"peacekeepers\"\nfrom = 500\nto = 2_000\nsteps = 4\nshow = [\"front_density\"]\n\
        [[break_even]]\nvary = \"peacekeepers\"\nfrom = 500\nto = 2_000\ntarget = \"100 personnel per km\"\nmetric = \"front_density\"\n",
    );
    let variant =
        "extends = \"x.toml\"\n[input]\npeacekeepers = { value = 20, unit = \"thousand troops\", assumed = \"t\" }\n";
    fs::write(folder.path().join("v.toml"), variant).unwrap();
    let set = "peacekeepers={value=20,unit=\"thousand troops\"}";
    for args in [&["v.toml", "--csv"][..], &["x.toml", "--csv", "--set", set]] {
        let (code, swept, complaint) = said(folder.path(), &[&["sweep"], args].concat());
        assert_eq!(code, 0, "{complaint}");
        let densities: Vec<f64> =
            swept.lines().skip(1).filter_map(|line| line.split(',').find_map(|cell| cell.parse().ok())).collect();
        assert_eq!(densities.first(), Some(&0.5), "{args:?}\n{swept}");
        let (_, found, _) = said(folder.path(), &[&["break-even"], args].concat());
        assert!(found.lines().any(|line| line.split(',').any(|cell| cell == "1")), "{args:?}\n{found}");
    }
}

#[test]
fn a_name_with_blanks_is_found_beside_a_folder_of_the_same_word() {
    let folder = scenario(FORCE);
    fs::rename(folder.path().join("x.toml"), folder.path().join("my gaza plan.toml")).unwrap();
    fs::create_dir(folder.path().join("gaza")).unwrap();
    fs::write(folder.path().join("plan.toml"), "").unwrap();
    let (code, _, complaint) = said(folder.path(), &["run", "my", "gaza", "plan.toml"]);
    assert_eq!(code, 2);
    assert!(complaint.contains("forcesize run 'my gaza plan.toml'"), "{complaint}");
}

#[test]
fn a_folder_offers_the_scenario_in_it() {
    let folder = scenario(FORCE);
    let inside = folder.path().join("gaza");
    fs::create_dir(&inside).unwrap();
    let (code, _, complaint) = said(folder.path(), &["run", "gaza"]);
    assert_eq!(code, 1);
    assert!(complaint.contains("there is no scenario in it"), "{complaint}");
    fs::rename(folder.path().join("x.toml"), inside.join("scenario.toml")).unwrap();
    let (_, _, complaint) = said(folder.path(), &["run", "gaza"]);
    let offered = format!("forcesize run {}", Path::new("gaza").join("scenario.toml").display());
    assert!(complaint.contains(&offered), "{complaint}");
}

#[test]
fn a_command_with_nothing_to_show_says_what_is_missing() {
    let folder = scenario(&[FORCE, AREA].concat());
    let cases = [
        ("cost", "surcharge_per_soldier = { value = \"?\", unit = \"EUR per personnel-year\", assumed = \"?\" }"),
        ("sensitivity", "No input has a range"),
        ("size", "population = { value = \"?\", unit = "),
    ];
    for (command, expected) in cases {
        let (code, text, complaint) = said(folder.path(), &[command, "x.toml"]);
        assert_eq!((code, complaint.as_str()), (0, ""), "{command}");
        assert!(text.contains(expected) && text.lines().count() <= 8, "{command}\n{text}");
        for language in ["de", "fr", "uk"] {
            let (_, other, _) = said(folder.path(), &[command, "x.toml", "--lang", language]);
            assert!(!other.trim().is_empty() && other != text, "{command} {language}\n{other}");
        }
    }
    let folder = scenario(FORCE);
    let (code, text, _) = said(folder.path(), &["missions", "--like", "x.toml"]);
    assert_eq!(code, 0);
    assert!(text.contains("has no density to compare"), "{text}");
    let _ = fs::remove_dir_all(folder.path().join("output"));
    let no_metric = "combat_share = { value = 0.3, assumed = \"x\" }\n";
    fs::write(folder.path().join("none.toml"), format!("title = \"t\"\n[input]\n{no_metric}")).unwrap();
    let condition = "[[condition]]\nthat = \"peacekeepers_at_home >= 5 personnel\"\n[metric.peacekeepers_at_home]\nlabel = \"At home\"\n\
                     formula = \"peacekeepers / 2\"\nunit = \"personnel\"\nmeans = \"A test.\"\nassumed = \"test\"\n";
    let (_, text, _) = said(folder.path(), &["run", "x.toml", "--json"]);
    let own: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert!(own["inputs"]["peacekeepers"].is_object());
    let stated = fs::read_to_string(folder.path().join("x.toml")).unwrap() + condition;
    fs::write(folder.path().join("stated.toml"), stated).unwrap();
    let statistic =
        ["break-even", "stated.toml", "--vary", "peacekeepers=1..100", "--target", "p5(peacekeepers_at_home) = 5"];
    for (args, expected) in [
        (["supply", "x.toml"].as_slice(), "[contributor.NAME]"),
        (&["monte-carlo", "x.toml"], "`low`, `mode` and `high`"),
        (&["discover", "x.toml"], "--condition"),
        (&["discover", "stated.toml"], "no uncertain input has a range"),
        (&["sensitivity", "stated.toml", "--method", "sobol"], "no uncertain input has a range"),
        (&statistic, "no uncertain input has a range"),
        (&["sweep", "x.toml"], "[[sweep]]"),
        (&["break-even", "x.toml"], "no break-even search"),
        (&["explain", "none.toml"], "`forcesize metrics`"),
        (&["sensitivity", "none.toml"], "`forcesize metrics`"),
        (&["compare", "--pillars", "x.toml"], "[[pillar]]"),
    ] {
        let (code, text, complaint) = said(folder.path(), args);
        let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(code == 0 && complaint.is_empty() && one_line.contains(expected), "{args:?}\n{text}\n{complaint}");
        assert!(!folder.path().join("output").exists(), "{args:?} writes files");
        for language in ["de", "fr", "uk"] {
            let (code, other, _) = said(folder.path(), &[args, &["--lang", language]].concat());
            assert!(code == 0 && !other.trim().is_empty() && other != text, "{args:?} {language}\n{other}");
        }
        if args[0] != "explain" && !args.contains(&"--target") {
            // A program is not told in words: what is missing is a fault.
            let (code, text, complaint) = said(folder.path(), &[args, &["--json"]].concat());
            assert!(code > 0 && text.is_empty() && !complaint.is_empty(), "{args:?}\n{text}");
        }
    }
}

#[test]
fn own_metrics_stand_in_for_headlines() {
    let folder = scenario(OWN);
    let (code, text, _) = said(folder.path(), &["sensitivity", "x.toml"]);
    assert_eq!(code, 0);
    assert!(text.contains("Twice"), "{text}");
}
