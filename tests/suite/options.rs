//! Options against futures: whole scenarios as options, variants, pillars, and the commands.

use forcesize::analysis::interrupt::Interrupt;
use forcesize::analysis::monte_carlo::Settings;
use forcesize::analysis::options::{OptionStudy, Turning, run};
use forcesize::model::{Assessment, Override, read_scenario};
use forcesize::report::options::section;
use forcesize::scenario::{Files, FoundFile};
use forcesize::study;
use forcesize::uncertainty::sampler::Sampler;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// Files by their names.
struct Named<'a>(&'a [(&'a str, String)]);

impl Files for Named<'_> {
    fn read(&self, name: &str, _: &str) -> Result<FoundFile, (String, Option<String>)> {
        let found = self.0.iter().find(|(known, _)| *known == name);
        let content = found.map(|(_, content)| content.clone()).ok_or((format!("no `{name}`"), None))?;
        Ok(FoundFile { name: name.to_owned(), identity: name.to_owned(), content })
    }
}

/// A scenario that stands beside others: complaints where it cannot be computed.
pub fn read(files: &[(&str, String)], set: &[&str]) -> Result<Assessment, String> {
    let (name, content) = &files[0];
    let file = FoundFile { name: (*name).to_owned(), identity: (*name).to_owned(), content: content.clone() };
    let set: Vec<Override> = set.iter().map(|text| Override::new((*text).to_owned())).collect();
    let reading = read_scenario(file, &Named(files), &set);
    reading.assessment.ok_or_else(|| reading.diagnostics.plain(&reading.texts))
}

fn held(assessment: &Assessment) -> OptionStudy {
    let settings = Settings { sampler: Sampler::Sobol, samples: 1 << 12, seed: 1 };
    run(assessment, &assessment.requests.options, settings, Interrupt::NEVER).unwrap()
}

const FORCE: &str = "peacekeepers = { value = 50_000, unit = \"troops\", assumed = \"test\" }\n";

fn line(range: &str, more: &str) -> String {
    format!("[input]\nfront_length = {{ {range}, unit = \"km\", assumed = \"test\" }}\n{FORCE}{more}")
}

const ASKED: &str = "[[condition]]\nthat = \"front_density >= 60 personnel per km\"\n\
    [option.plan]\nset = { peacekeepers = \"60_000 troops\" }\n";

const WIDE: &str = "low = 500, high = 1_500";

#[test]
fn a_scenario_that_is_an_option_has_the_same_futures() {
    let base = line(WIDE, &format!("{ASKED}[option.other]\nof = \"other.toml\"\n"));
    let files = |other: String| [("base.toml", base.clone()), ("other.toml", other)];
    let found = held(&read(&files(line(WIDE, "")), &[]).unwrap());
    // 50,000 where the line is shorter than 833.3 km, 60,000 where it is shorter than 1,000.
    let share = |option: usize| found.met[option].all.unwrap().share;
    assert!((share(0) - 0.5).abs() < 1e-3 && (share(1) - 1.0 / 3.0).abs() < 1e-3, "{} {}", share(0), share(1));
    // One quantile: the larger force is better in every future, by a fifth.
    assert_eq!(found.turns[0].turning, Turning::Never { one: true });
    assert_eq!(found.dominated.len(), 1);

    // What the other file says of the line counts only with futures of its own.
    let shorter = line("low = 400, high = 1_200", "");
    let complaint = read(&files(shorter.clone()), &[]).unwrap_err();
    assert!(complaint.contains("`other.toml` draws `front_length` otherwise than this scenario"), "{complaint}");
    assert!(complaint.contains("base.toml:9:6") && complaint.contains("own_futures = true"), "{complaint}");
    let fixed = read(&files(line("value = 800", "")), &[]).unwrap_err();
    assert!(fixed.contains("draws `front_length` otherwise"), "{fixed}");

    let own = base.replace("of = \"other.toml\"", "of = \"other.toml\"\nown_futures = true");
    let files = [("base.toml", own), ("other.toml", shorter)];
    let assessment = read(&files, &[]).unwrap();
    let found = held(&assessment);
    // The same quantile of a line that is shorter by a fifth: 62.5 for each 60.
    assert_eq!(found.turns[0].turning, Turning::Never { one: false });
    let regret = found.regrets[0].of[0].as_ref().unwrap();
    assert!((regret.largest - (125.0 - 120.0)).abs() < 0.1, "{regret:?}");
    let said = section(&assessment, &found).sentences.join("\n");
    assert!(said.contains("Other has futures of its own: the same quantiles of other distributions of front length"));

    // Set for all, the line is the same for all, and nothing is uncertain.
    let found = held(&read(&files, &["front_length=800 km"]).unwrap());
    assert_eq!((found.futures, found.met[1].all.unwrap().share), (1, 1.0));
}

#[test]
fn what_only_an_option_draws_comes_on_top() {
    let other = "[input]\nfront_length = { low = 500, high = 1_500, unit = \"km\", assumed = \"test\" }\n\
        peacekeepers = { value = 60_000, unit = \"troops\", assumed = \"test\" }\n\
        lost = { low = 0, high = 0.5, unit = \"1\", label = \"Lost\", means = \"lost\", assumed = \"test\" }\n\
        [metric.front_held]\nlabel = \"Held\"\nmeans = \"held\"\nassumed = \"test\"\n\
        unit = \"personnel per km\"\nformula = \"front_density * (1 - lost)\"\n";
    let here = "[metric.front_held]\nlabel = \"Held\"\nmeans = \"held\"\nassumed = \"test\"\n\
        unit = \"personnel per km\"\nformula = \"front_density\"\n[regret]\nmore = [\"front_held\", \"front_density\"]\n";
    let base = line(WIDE, &format!("{here}{ASKED}[option.other]\nof = \"other.toml\"\n"));
    let alone = held(
        &read(
            &[(
                "base.toml",
                base.replace(
                    "[option.other]\nof = \"other.toml\"",
                    "[option.other]\nset = { peacekeepers = \"50_000 troops\" }",
                ),
            )],
            &[],
        )
        .unwrap(),
    );
    let found = held(&read(&[("base.toml", base), ("other.toml", other.to_owned())], &[]).unwrap());
    assert_eq!((alone.drawn.len(), found.drawn.len()), (1, 2));
    // The first option's futures are what they were.
    assert_eq!(alone.met[0], found.met[0]);
    let regret = found.regrets[0].of[1].as_ref().unwrap();
    assert!(regret.largest > 50.0 && regret.best < 0.01, "{regret:?}");
    assert!(found.regrets[1].of[1].as_ref().unwrap().largest.abs() < 1e-12);
}

#[test]
fn an_option_may_lack_a_metric() {
    let base = line(WIDE, &format!("{ASKED}[option.other]\nof = \"other.toml\"\n"));
    let other = "[input]\npeacekeepers = { value = 60_000, unit = \"troops\", assumed = \"test\" }\n";
    let assessment = read(&[("base.toml", base), ("other.toml", other.to_owned())], &[]).unwrap();
    let found = held(&assessment);
    assert!(found.met[1].held[0].is_none() && found.satisficing.is_empty() && found.dominated.is_empty());
    assert_eq!(found.turns[0].turning, Turning::NotComparable);
    let part = section(&assessment, &found);
    let said = part.sentences.join("\n");
    assert!(said.contains("Other has no number for force per km of line") || said.contains("Other has no number for"));
    assert!(part.tables[0].rows[1].contains(&"no number".to_owned()), "{:?}", part.tables[0].rows);
}

#[test]
fn faults_of_a_scenario_that_is_an_option_are_told_once_and_with_the_others() {
    let parent = line("low = 1_500, high = 500", "");
    let child = "extends = \"parent.toml\"\n";
    let base = format!(
        "extends = \"parent.toml\"\n{ASKED}[option.other]\nof = \"child.toml\"\n[option.third]\nof = \"no.toml\"\n"
    );
    let files = [("base.toml", base), ("parent.toml", parent), ("child.toml", child.to_owned())];
    let complaint = read(&files, &[]).unwrap_err();
    assert_eq!(complaint.matches("parent.toml:2:").count(), 1, "{complaint}");
    assert!(complaint.contains("no `no.toml`"), "{complaint}");
}

#[test]
fn variants_inherit_options_and_replace_them_by_name() {
    let base = line(WIDE, &format!("{ASKED}[option.small]\nset = {{ peacekeepers = \"10_000 troops\" }}\n"));
    let child = "extends = \"base.toml\"\n[option.small]\nset = { peacekeepers = \"20_000 troops\" }\n";
    let files = |child: &str| [("child.toml", child.to_owned()), ("base.toml", base.clone())];
    let options = |child: &str| -> Vec<(String, f64)> {
        let options = read(&files(child), &[]).unwrap().requests.options;
        options.into_iter().map(|option| (option.name, option.set[0].1)).collect()
    };
    assert_eq!(options(child), [("plan".to_owned(), 60_000.0), ("small".to_owned(), 20_000.0)]);
    // Without the lever there is no choice left, and nothing to complain of.
    let without = "extends = \"base.toml\"\nomit = [\"peacekeepers\"]\n";
    assert!(options(without).is_empty());
}

#[test]
fn a_pillar_is_an_option_less() {
    let pillars = "[[pillar]]\nlabel = \"Presence\"\nwithout = { peacekeepers = \"0 troops\" }\n\
        [[pillar]]\nlabel = \"Short line\"\nwithout = { front_length = \"2_000 km\" }\n";
    let assessment = read(
        &[(
            "base.toml",
            line(WIDE, &format!("{ASKED}[option.small]\nset = {{ peacekeepers = \"10_000 troops\" }}\n{pillars}")),
        )],
        &[],
    )
    .unwrap();
    let options = assessment.options_of_pillars();
    let labels: Vec<&str> = options.iter().map(|option| option.label.as_str()).collect();
    assert_eq!(labels, ["With all pillars", "Without Presence", "Without Short line"]);
    let found = run(&assessment, &options, study::futures(&assessment), Interrupt::NEVER).unwrap();
    let shares: Vec<f64> = found.met.iter().map(|met| met.all.unwrap().share).collect();
    assert!((shares[0] - 1.0 / 3.0).abs() < 1e-3, "{shares:?}");
    assert_eq!(&shares[1..], [0.0, 0.0]);
    assert_eq!(found.dominated.len(), 2);
}

#[test]
fn options_stand_side_by_side_as_scenarios() {
    let assessment = read(
        &[("base.toml", line(WIDE, &format!("{ASKED}[option.small]\nset = {{ peacekeepers = \"10_000 troops\" }}\n")))],
        &[],
    )
    .unwrap();
    let [plan, small] = assessment.requests.options.as_slice() else { panic!() };
    let density = |one: &Assessment| one.calculation.metrics[one.calculation.metric("front_density").unwrap()].value;
    let (plan, small) = (plan.assessment(&assessment), small.assessment(&assessment));
    assert!((density(&plan) / density(&small) - 6.0).abs() < 1e-12);
    assert_eq!((plan.title.as_str(), small.name.as_str()), ("Plan", "base-small"));
}

fn forcesize(folder: &Path, args: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(crate::engine::program());
    let output = command.args(args).current_dir(folder).stdin(Stdio::null()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let (stdout, stderr) = (text(output.stdout), text(output.stderr));
    assert!(!stderr.contains("panicked"), "{args:?}\n{stderr}");
    (output.status.code().unwrap(), stdout, stderr)
}

#[test]
fn the_commands_tell_and_write_what_was_found() {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    let other = line("low = 400, high = 1_200", "");
    write("a.toml", &line(WIDE, &format!("{ASKED}[option.other]\nof = \"b.toml\"\nown_futures = true\n")));
    write("b.toml", &other);
    write("bare.toml", &line(WIDE, ""));
    let (code, said, _) = forcesize(folder.path(), &["options", "a.toml", "--format", "svg"]);
    assert_eq!(code, 0);
    assert!(said.contains("Other has futures of its own") && said.contains("wrote output/a/options.csv"), "{said}");
    assert!(folder.path().join("output/a/charts/options.svg").exists());
    let (_, csv, _) = forcesize(folder.path(), &["options", "a.toml", "--csv"]);
    assert!(csv.starts_with("option,label,condition,share,ci_low,ci_high,margin,unit\nplan,Plan,"), "{csv}");
    let (_, json, _) = forcesize(folder.path(), &["options", "a.toml", "--json", "--samples", "64", "--seed", "7"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((json["futures"].as_u64(), json["seed"].as_u64()), (Some(64), Some(7)));
    assert_eq!(json["options"]["other"]["own_futures"][0], "front_length");

    // A run has them too, and so has what is computed from its record again.
    let (code, run, stderr) = forcesize(folder.path(), &["run", "a.toml", "--json"]);
    assert_eq!(code, 0, "{stderr}");
    let run: Value = serde_json::from_str(&run).unwrap();
    assert_eq!(run["options"]["satisficing"][0], "other", "{}", run["options"]);
    let (code, ..) = forcesize(folder.path(), &["run", "a.toml", "--quiet", "--format", "svg"]);
    assert_eq!(code, 0);
    fs::remove_file(folder.path().join("b.toml")).unwrap();
    let (code, again, stderr) = forcesize(folder.path(), &["rerun", "output/a/results.json"]);
    assert_eq!(code, 0, "{again}\n{stderr}");

    let (code, said, _) = forcesize(folder.path(), &["options", "bare.toml"]);
    assert!(code == 0 && said.contains("[option.NAME]"), "{said}");
    let (code, _, stderr) = forcesize(folder.path(), &["options", "bare.toml", "--json"]);
    assert!(code == 1 && stderr.contains("`bare` has no options"), "{stderr}");
    let (code, said, _) = forcesize(folder.path(), &["options", "bare.toml", "--pillars"]);
    assert!(code == 0 && said.contains("[[pillar]]"), "{said}");
    let (code, _, stderr) = forcesize(folder.path(), &["compare", "--options", "bare.toml", "a.toml"]);
    assert!(code == 2 && stderr.contains("--options is about one scenario"), "{stderr}");
    let (code, said, stderr) = forcesize(folder.path(), &["compare", "--options", "--metrics", "front_density"]);
    assert!(code == 0 && said.contains("10,000 (IISS brigade)"), "{said}\n{stderr}");
}

/// An option that is a scenario of its own is compared by its own methods: a town is held by its people, a line by its length.
#[test]
fn options_of_another_purpose_have_their_own_requirements() {
    let folder = TempDir::new().unwrap();
    let people = "population = { value = 1_000_000, unit = \"people\", assumed = \"test\" }\n";
    let force = |troops: u32| format!("peacekeepers = {{ value = {troops}, unit = \"troops\", assumed = \"test\" }}\n");
    let line = "front_length = { value = 300, unit = \"km\", assumed = \"test\" }\n";
    let options = "[regret]\nmore = [\"force_density\"]\n[option.town]\nof = \"town.toml\"\nown_futures = true\n\
        [option.ten]\nset = { peacekeepers = \"10_000 troops\" }\n";
    let write = |name: &str, text: String| fs::write(folder.path().join(name), text).unwrap();
    write("line.toml", format!("purpose = \"interposition\"\n[input]\n{people}{line}{}{options}", force(5_000)));
    write("town.toml", format!("purpose = \"stabilisation\"\n[input]\n{people}{}", force(8_000)));
    write("ten.toml", format!("purpose = \"interposition\"\n[input]\n{people}{line}{}", force(10_000)));
    let (code, as_options, stderr) = forcesize(folder.path(), &["compare", "--options", "line.toml", "--csv"]);
    assert_eq!(code, 0, "{stderr}");
    let (code, as_files, stderr) = forcesize(folder.path(), &["compare", "town.toml", "ten.toml", "--csv"]);
    assert_eq!(code, 0, "{stderr}");
    assert!(as_files.contains("class_population_requirement,A,town,3325"), "{as_files}");
    // They differ in what they are called, and in whose word it is.
    let values = |table: &str| -> Vec<String> {
        let metrics = table.lines().filter(|line| line.contains("equire") || line.contains("ensity"));
        metrics.map(|line| line.replace("line-town", "town").replace("line-ten", "ten")).collect()
    };
    assert_eq!(values(&as_options), values(&as_files));
}
