//! What the command line sets, as part of a folder's name: one folder has the results of one set of settings.
//!
//! What only changes how results look or how exactly they are computed (language, style, format, seed, number of samples)
//! is no setting. Knows nothing of what a setting does.

use super::flags::{SetArgs, YARDSTICK};
use super::typed::quoted;
use forcesize::model::Choices;
use forcesize::quantity::number::plain;
use forcesize::quantity::reading;
use forcesize::report::manifest::sha256;
use std::path::{Path, PathBuf};

/// Letters that the readable form may have.
const LONGEST: usize = 40;

/// Digits of what stands in its place.
const DIGITS: usize = 6;

/// The folder where the command line names none.
const USUAL: &str = "output";

/// The settings of a command line: names and values in the order of the names, the last value of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings(Vec<(String, String)>);

impl Settings {
    /// What is set, chosen and left out on the command line.
    pub fn new(set: &SetArgs, choices: &Choices) -> Self {
        let mut all: Vec<(String, String)> = Vec::new();
        for text in set.all() {
            let Some((name, value)) = text.split_once('=') else { continue };
            let (name, value) = (name.trim().to_owned(), value.trim().to_owned());
            all.retain(|(known, _)| *known != name);
            all.push((name, value));
        }
        for (name, who) in [("with", &choices.coalition.with), ("without", &choices.coalition.without)] {
            let mut who: Vec<&str> = who.iter().map(|one| one.trim()).collect();
            who.sort_unstable();
            who.dedup();
            if !who.is_empty() {
                all.push((name.to_owned(), who.join(",")));
            }
        }
        all.extend(choices.basis.iter().map(|basis| ("basis".to_owned(), basis.clone())));
        all.sort();
        Self(all)
    }

    /// What follows the scenario's name; nothing where nothing is set. `inputs` are the names that can be set: where two
    /// settings would read the same, and where one cannot be read or is too long, a hash of all stands for them.
    pub fn suffix(&self, inputs: &[&str]) -> String {
        if self.0.is_empty() {
            return String::new();
        }
        let is_alone =
            |name: &str| inputs.iter().filter(|other| **other != name).all(|other| spoken(other) != spoken(name));
        let one = |(name, value): &(String, String)| {
            Some(format!("{}-{}", spoken(name).filter(|_| is_alone(name))?, said(value)?))
        };
        let all = self.0.iter().map(one).collect::<Option<Vec<_>>>().map(|all| all.join("--"));
        all.filter(|all| all.len() <= LONGEST).map_or_else(|| format!("+{}", self.hash()), |all| format!("+{all}"))
    }

    fn hash(&self) -> String {
        let all = self.0.iter().fold(String::new(), |all, (name, value)| all + name + "=" + value + "\n");
        sha256(all.as_bytes()).chars().take(DIGITS).collect()
    }
}

/// A name in letters, digits and hyphens; nothing where it could be taken for a name with a number behind it.
fn spoken(name: &str) -> Option<String> {
    let parts: Vec<&str> = name.split(['_', '.']).collect();
    let plain = |part: &str| part.starts_with(|c: char| c.is_ascii_alphabetic()) && part.chars().all(is_plain);
    parts.iter().all(|part| plain(part)).then(|| parts.join("-"))
}

/// A value in the same letters: `25_000` is `25000`, `0.5` is `0-5`; nothing where two values would read the same.
fn said(value: &str) -> Option<String> {
    let Ok(number) = reading::leading(value) else { return words(value) };
    let unit = value.get(number.used..)?.trim();
    let digits = plain(number.value);
    let digits = digits.strip_prefix('-').map_or_else(|| digits.clone(), |digits| format!("minus-{digits}"));
    let mut text = digits.replace('.', "-");
    for part in unit.split_whitespace() {
        let part = part.replace('%', "percent").replace('²', "2");
        if !part.chars().all(is_plain) {
            return None;
        }
        text = format!("{text}-{part}");
    }
    Some(text)
}

/// Words with commas between them.
fn words(value: &str) -> Option<String> {
    let many = value.contains(',');
    let fits = |c: char| is_plain(c) || c == ',' || (c == '-' && !many);
    (!value.is_empty() && value.chars().all(fits)).then(|| value.replace(',', "-"))
}

fn is_plain(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
}

/// The folder for results of a scenario with settings. Whoever names a folder with `--out` has it below that one under
/// the scenario's name alone.
pub fn folder(out: Option<&Path>, name: &str, suffix: &str) -> PathBuf {
    out.map_or_else(|| Path::new(USUAL).join(format!("{name}{suffix}")), |out| out.join(name))
}

/// What is set over the inputs as one would type it behind a command, with a blank before each.
pub fn typed(set: &[String]) -> String {
    set.iter().fold(String::new(), |all, text| match text.strip_prefix(YARDSTICK) {
        Some(mission) => format!("{all} --yardstick {}", quoted(mission)),
        None => format!("{all} --set {}", quoted(text)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use forcesize::model::Coalition;

    fn suffix(set: &[&str], with: &[&str]) -> String {
        let set = SetArgs { set: set.iter().map(|text| (*text).to_owned()).collect(), ..SetArgs::default() };
        let with = with.iter().map(|text| (*text).to_owned()).collect();
        let choices = Choices { coalition: Coalition { with, ..Coalition::default() }, ..Choices::default() };
        let inputs = ["peacekeepers", "front_length", "a_b", "a.b", "c"];
        Settings::new(&set, &choices).suffix(&inputs)
    }

    #[test]
    fn a_setting_reads_as_it_was_typed() {
        assert_eq!(suffix(&[], &[]), "");
        assert_eq!(suffix(&["peacekeepers=25_000"], &[]), "+peacekeepers-25000");
        assert_eq!(suffix(&["peacekeepers = 25_000 troops"], &[]), "+peacekeepers-25000-troops");
        assert_eq!(suffix(&["c=0.5"], &[]), "+c-0-5");
        assert_eq!(suffix(&["c=-5"], &[]), "+c-minus-5");
        assert_eq!(suffix(&["c=30 %"], &[]), "+c-30-percent");
        assert_eq!(suffix(&[], &["open", "ready"]), "+with-open-ready");
    }

    #[test]
    fn the_order_does_not_matter_and_the_last_value_counts() {
        let both = suffix(&["peacekeepers=5", "c=1"], &[]);
        assert_eq!(both, "+c-1--peacekeepers-5");
        assert_eq!(suffix(&["c=2", "c=1", "peacekeepers=5"], &[]), both);
        assert_eq!(suffix(&[], &["ready", "open", "open"]), suffix(&[], &["open", "ready"]));
    }

    #[test]
    fn what_would_read_the_same_or_is_too_long_has_a_hash() {
        let is_hash = |text: &str| text.len() == 1 + DIGITS && !text.contains('-');
        // Two inputs of one spoken name; marks that no name of a folder has; more than a name of a folder should have.
        for text in ["a_b=1", "a.b=1", "c=5 EUR/km", "c=1 something of many words that goes on and on"] {
            assert!(is_hash(&suffix(&[text], &[])), "{text}: {}", suffix(&[text], &[]));
        }
        assert_ne!(suffix(&["a_b=1"], &[]), suffix(&["a.b=1"], &[]));
        assert_ne!(suffix(&["c=5 EUR/km"], &[]), suffix(&["c=6 EUR/km"], &[]));
        assert!(is_hash(&suffix(&[], &["United Kingdom"])));
    }

    #[test]
    fn whoever_names_a_folder_gets_it() {
        assert_eq!(folder(None, "mine", "+c-1"), Path::new("output/mine+c-1"));
        assert_eq!(folder(Some(Path::new("later")), "mine", "+c-1"), Path::new("later/mine"));
    }
}
