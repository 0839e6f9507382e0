//! Lines of the answer that choose among texts: what the moved page says beside what the program says with the same
//! values set.

use super::page::Chromium;
use super::scenario;
use forcesize::language::{Language, Localizer};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The texts under each heading.
type Lines = BTreeMap<String, Vec<String>>;

/// What is seen of a moved page.
const SEEN: &str = "JSON.stringify(Object.fromEntries([...document.querySelectorAll('.line')].filter((one) => one.checkVisibility())
    .map((one) => [one.querySelector('dt').textContent, [...one.querySelectorAll('dd p')].filter((text) => text.checkVisibility()).map((text) => text.textContent)])))";

/// A scenario's page, and the program about the same scenario.
struct Both<'a> {
    chromium: &'a Chromium,
    file: &'a Path,
    language: &'static str,
    report: PathBuf,
    folder: &'a Path,
}

impl<'a> Both<'a> {
    fn new(chromium: &'a Chromium, file: &'a Path, language: &'static str, folder: &'a Path) -> Self {
        let words = ["report", file.to_str().unwrap(), "--lang", language, "--out", language].map(str::to_owned);
        scenario::forcesize(&words, folder);
        let report = folder.join(language).join(file.file_stem().unwrap()).join("report.html");
        Self { chromium, file, language, report, folder }
    }

    /// The texts of two lines at some settings, in the page and of the program; none of a line that there is not.
    fn at(&self, setting: &[(&str, &str)]) -> [(String, String); 2] {
        let (hash, set) = scenario::set(&scenario::read(self.file, &[]), setting);
        let words = ["run", self.file.to_str().unwrap(), "--json", "--lang", self.language].map(str::to_owned);
        let set = set.into_iter().flat_map(|one| ["--set".to_owned(), one]);
        let told = scenario::forcesize(&words.into_iter().chain(set).collect::<Vec<_>>(), self.folder);
        let told: Value = serde_json::from_str(&told).unwrap();
        let page = self.chromium.open_at(&self.report, &format!("#{hash}"));
        page.run("forcesize.ranges()");
        let seen: Lines = serde_json::from_str(&page.text(SEEN)).unwrap();
        page.without_faults(&hash);
        let heading = |key: &str| Localizer::new(code(self.language)).text(key);
        ["history", "in_place"].map(|key| {
            let line = told["answer"].as_array().unwrap().iter().find(|line| line["key"] == key);
            let texts = line.map(|line| serde_json::from_value::<Vec<String>>(line["text"].clone()).unwrap());
            let heading = heading(&format!("answer-{}", key.replace('_', "-")));
            (seen.get(&heading).cloned().unwrap_or_default().join(" "), texts.unwrap_or_default().join(" "))
        })
    }

    /// That both say the same at some settings; gives it.
    fn agree(&self, setting: &[(&str, &str)]) -> [String; 2] {
        let what = format!("{}, {}: {setting:?}", self.file.display(), self.language);
        self.at(setting).map(|(page, program)| {
            eprintln!("{}: {page}", self.language);
            assert!(alike(&page, &program), "{what}:\n{page}\n{program}");
            page
        })
    }
}

fn code(language: &str) -> Language {
    let all = [Language::English, Language::German, Language::French, Language::Ukrainian];
    all.into_iter().find(|one| one.code() == language).unwrap()
}

/// Word for word the same; where the page has two digits from its samples, the program's number is near.
fn alike(page: &str, program: &str) -> bool {
    let (page, program): (Vec<&str>, Vec<&str>) = (page.split(' ').collect(), program.split(' ').collect());
    let number = |word: &str| word.chars().filter(char::is_ascii_digit).collect::<String>().parse::<f64>().unwrap();
    let same = |(here, there): (&&str, &&str)| {
        let bare = |word: &str| word.chars().filter(|c| !c.is_ascii_digit() && !"≈.,".contains(*c)).collect::<String>();
        if here.contains('≈') {
            (number(here) - number(there)).abs() <= 0.12 * number(there) + 1.0 && bare(here) == bare(there)
        } else {
            here == there
        }
    };
    page.len() == program.len() && page.iter().zip(&program).all(same)
}

fn shipped(folder: &Path, name: &str) -> PathBuf {
    scenario::shipped(folder).into_iter().find(|file| file.ends_with(name)).unwrap()
}

#[test]
fn history_and_the_day_follow_as_the_program_says_them() {
    let Some(chromium) = Chromium::start() else { return };
    let folder = TempDir::new().unwrap();
    let file = shipped(folder.path(), "ukraine-2025.toml");
    let both = Both::new(&chromium, &file, "en", folder.path());
    let [history, day] = both.agree(&[("peacekeepers", "60000")]);
    assert!(history.contains("denser than ") && day.contains("; the sustainable "), "{history} {day}");
    let [_, day] = both.agree(&[("peacekeepers", "5000"), ("deployment_rate", "100")]);
    assert!(!day.contains("sustainable"), "{day}");
    // A front of next to no length has no density that can be computed: the next one is compared.
    let [history, _] = both.agree(&[("front_length", "1e-310")]);
    assert!(history.starts_with("Force density: "), "{history}");
    let [history, _] = both.agree(&[("peacekeepers", "20")]);
    assert!(history.contains("less dense than all "), "{history}");
    let [history, day] = both.agree(&[("peacekeepers", "900000"), ("front_length", "500")]);
    assert!(history.contains("denser than all "), "{history}");
    assert!(day.contains("slow case: not in 3,650)"), "{day}");
    let [_, day] = both.agree(&[("peacekeepers", "900000"), ("deployment_rate", "200")]);
    assert!(day.contains(" is not there within 3,650 days"), "{day}");
    both.agree(&[("deployment_rate", "30")]);
    both.agree(&[("tour_length", "12"), ("home_length", "12"), ("enabling_time", "0")]);
    both.agree(&[("enabling_time", "400"), ("deployment_rate", "2000")]);
}

/// As dense as a past mission is not denser than it.
#[test]
fn ties_follow() {
    let Some(chromium) = Chromium::start() else { return };
    let folder = TempDir::new().unwrap();
    let file = shipped(folder.path(), "ukraine-2025.toml");
    let (assessment, evidence) = scenario::read_with_evidence(&file, &[]);
    let class = evidence.unwrap().band("front_density", assessment.purpose).unwrap();
    let figures: Vec<f64> = class.cases.iter().map(|case| class.unit.from_base(case.value)).collect();
    let both = Both::new(&chromium, &file, "en", folder.path());
    for (thinner, figure) in [(0, figures[0]), (figures.len() - 1, figures[figures.len() - 1])] {
        let force = format!("{}", figure * 1250.0);
        let [history, _] = both.agree(&[("peacekeepers", &force), ("front_length", "1250")]);
        assert!(history.contains(&format!("denser than {thinner} of ")), "{history}");
    }
}

#[test]
fn history_and_the_day_follow_in_every_language() {
    let Some(chromium) = Chromium::start() else { return };
    let folder = TempDir::new().unwrap();
    let files = ["ukraine-reassurance-force.toml", "ukraine-2025.toml"].map(|name| shipped(folder.path(), name));
    for (language, file) in
        ["en", "de", "fr", "uk"].into_iter().flat_map(|language| files.iter().map(move |file| (language, file)))
    {
        let both = Both::new(&chromium, file, language, folder.path());
        let mut seen = Vec::new();
        for force in ["1", "20000", "80000", "2500000"] {
            let [history, day] = both.agree(&[("peacekeepers", force)]);
            assert!(!history.is_empty() && !day.is_empty(), "{language}");
            seen.push(history);
        }
        seen.dedup();
        assert!(seen.len() >= 3, "{language}: {seen:?}");
    }
}

/// A build-up that ends below the proposed force: in the central case, in the slow case alone, in none.
#[test]
fn a_build_up_that_ends_early_is_said_so() {
    let Some(chromium) = Chromium::start() else { return };
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("capped.toml");
    let text = "purpose = \"interposition\"\n[monte_carlo]\nsamples = 512\n[input]\n\
        peacekeepers = { value = 9_000, unit = \"troops\", assumed = \"a test\" }\n\
        front_length = { value = 200, unit = \"km\", assumed = \"a test\" }\n\
        deployment_rate = { low = 50, value = 100, high = 150, unit = \"personnel per day\", assumed = \"a test\" }\n\
        force_cap = { low = 8_000, value = 10_000, high = 13_000, unit = \"personnel\", assumed = \"a test\" }\n";
    std::fs::write(&file, text).unwrap();
    for language in ["en", "uk"] {
        let both = Both::new(&chromium, &file, language, folder.path());
        let [_, slow] = both.agree(&[("peacekeepers", "9500")]);
        let [_, never] = both.agree(&[("peacekeepers", "15000")]);
        let [_, always] = both.agree(&[("peacekeepers", "500")]);
        let [history, nobody] = both.agree(&[("force_cap", "0"), ("front_length", "1e-310")]);
        assert!(history.is_empty(), "no density, no line: {history}");
        // Where everything that is uncertain was moved, the page knows as much as the program.
        let [_, certain] = both.agree(&[("deployment_rate", "70"), ("force_cap", "11000")]);
        assert!(!certain.contains('≈'), "{certain}");
        if language == "en" {
            assert!(slow.starts_with("Day ") && slow.contains(" short)"), "{slow}");
            assert!(never.contains("is not reached"), "{never}");
            assert!(always.starts_with("Day 5 "), "{always}");
            assert!(nobody.contains("ends 9,000 personnel below it"), "{nobody}");
        }
    }
}

/// Without a proposed force past missions had what they had, and no day is calculated: both lines stay.
#[test]
fn what_nothing_moves_stays() {
    let Some(chromium) = Chromium::start() else { return };
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("open.toml");
    let text = "purpose = \"interposition\"\n[input]\n\
        front_length = { low = 900, value = 1_000, high = 1_300, unit = \"km\", assumed = \"a test\" }\n\
        planning_front_density = { value = 25, unit = \"personnel per km\", role = \"lever\", assumed = \"a test\" }\n";
    std::fs::write(&file, text).unwrap();
    let both = Both::new(&chromium, &file, "en", folder.path());
    let [history, day] = both.agree(&[("planning_front_density", "30")]);
    assert!(history.contains("past missions") && day.starts_with("not calculated"), "{history} {day}");
}
