//! The text of a new scenario: blanks for what its purpose needs, or the figures of a past mission.
//!
//! Holds no figure of its own. Which inputs a purpose begins with stands in `draft.toml`.

use forcesize::args;
use forcesize::diagnostic::{Diagnostics, Texts};
use forcesize::language::Localizer;
use forcesize::model::Model;
use forcesize::quantity::number::plain;
use forcesize::scenario::blank::BLANK;
use forcesize::scenario::{InputEntry, MissionEntry, Purpose, Written};
use std::fmt::Write as _;

const BEGINNINGS: &str = include_str!("draft.toml");

/// Columns of comments.
const COLUMNS: usize = 110;

/// A scenario to write.
pub struct Draft<'a> {
    /// Its title.
    pub title: String,
    /// What the mission is for; a blank where it is not known.
    pub purpose: Option<Purpose>,
    /// The language of comments and of the scenario.
    pub words: Localizer,
    /// The past mission whose figures it has, and the input that `counting` belongs to.
    pub like: Option<(&'a MissionEntry, Option<&'a str>)>,
}

impl Draft<'_> {
    /// The scenario as TOML.
    pub fn text(&self) -> String {
        let mut model = Model::standard(&mut Texts::default(), &mut Diagnostics::default());
        model.translate(self.words);
        let mut text = "#:schema schema.json\n".to_owned();
        let mission = self.like.map(|(mission, _)| named(mission));
        comment(
            &mut text,
            &match &mission {
                Some(mission) => self.words.format("new-head-like", args![mission = mission]),
                None => self.words.text("new-head"),
            },
        );
        let _ = write!(text, "\ntitle   = {}\n", quoted(&self.title));
        if let Some(code) = self.words.named() {
            let _ = writeln!(text, "lang    = \"{code}\"");
        }
        comment(&mut text, &self.words.format("new-purpose", args![purposes = Purpose::WORDS.join(" | ")]));
        let _ = writeln!(text, "purpose = \"{}\"", self.purpose.map_or(BLANK, Purpose::word));
        match self.like {
            Some((mission, strength)) => {
                comment(&mut text, &self.words.text("new-mission"));
                let _ = writeln!(text, "mission = {}", quoted(&mission.id.value));
                self.figures(&mut text, mission, strength);
            }
            None => self.blanks(&mut text, &model),
        }
        text
    }

    fn blanks(&self, text: &mut String, model: &Model) {
        let names = beginning(self.purpose);
        text.push('\n');
        comment(text, &self.words.text("new-origin"));
        comment(text, &self.words.text("new-range"));
        if self.purpose.is_none() {
            comment(text, &self.words.text("new-take-out"));
        }
        for input in names.iter().filter_map(|name| model.entries.inputs.iter().find(|input| input.name.value == *name))
        {
            let (label, means) =
                (input.label.as_deref().unwrap_or_default(), input.means.as_deref().unwrap_or_default());
            text.push('\n');
            comment(text, &self.words.pair(label, means));
            let _ = write!(text, "[input.{}]\nvalue   = \"{BLANK}\"\n", input.name.value);
            if let Some(unit) = &input.unit {
                let _ = writeln!(text, "unit    = {}", quoted(&unit.value));
            }
            let _ = writeln!(text, "assumed = \"{BLANK}\"");
        }
        text.push('\n');
        comment(text, &self.words.text("new-source"));
        text.push_str("# [source.my-source]\n# title = \"\"\n# url   = \"\"\n# date  = \"\"\n\n");
        comment(text, &self.words.text("new-more"));
    }

    fn figures(&self, text: &mut String, mission: &MissionEntry, strength: Option<&str>) {
        let key = &mission.id.value;
        for input in &mission.inputs {
            let _ = write!(text, "\n[input.{}]\n", input.name.value);
            for line in numbers(input) {
                let _ = writeln!(text, "{line}");
            }
            if let Some(counting) = mission.counting.as_ref().filter(|_| strength == Some(input.name.as_str())) {
                let _ = writeln!(text, "counting = {}", quoted(counting));
            }
            let _ = writeln!(text, "source = {}", quoted(key));
            if let Some(note) = &input.note {
                let _ = writeln!(text, "note = {}", quoted(note));
            }
        }
        if let Some(police) = mission.police {
            let _ =
                write!(text, "\n[input.police]\nvalue = {police}\nunit = \"personnel\"\nsource = {}\n", quoted(key));
        }
        let given = |name: &&String| mission.inputs.iter().any(|input| input.name.value == **name);
        let names = beginning(self.purpose);
        let lacking: Vec<String> = names.iter().filter(|name| !given(name)).map(|name| format!("`{name}`")).collect();
        if !lacking.is_empty() {
            text.push('\n');
            comment(text, &self.words.format("new-not-known", args![inputs = lacking.join(", ")]));
        }
        let _ = write!(text, "\n[source.{key}]\ntitle = {}\n", quoted(&named(mission)));
        let (pages, others): (Vec<_>, Vec<_>) =
            mission.source.iter().map(|source| &*source.value).partition(|source| source.starts_with("http"));
        if !others.is_empty() {
            let _ = writeln!(text, "publisher = {}", quoted(&others.join("; ")));
        }
        if let Some(page) = pages.first() {
            let _ = writeln!(text, "url = {}", quoted(page));
        }
        let note = mission.note.iter().map(ToString::to_string);
        let notes: Vec<String> = note.chain(pages.iter().skip(1).map(|page| (*page).to_owned())).collect();
        if !notes.is_empty() {
            let _ = writeln!(text, "note = {}", quoted(&notes.join("; ")));
        }
        text.push('\n');
        comment(text, &self.words.text("new-more"));
    }
}

fn comment(text: &mut String, content: &str) {
    let options = textwrap::Options::new(COLUMNS)
        .initial_indent("# ")
        .subsequent_indent("# ")
        .break_words(false)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    text.push_str(&textwrap::fill(content, options));
    text.push('\n');
}

/// A mission with the year of its count.
pub fn named(mission: &MissionEntry) -> String {
    format!("{}, {}", mission.name, plain(mission.year))
}

/// A file's name as a title: `my-mission` becomes `My mission`.
pub fn title(stem: &str) -> String {
    let words = stem.replace(['-', '_'], " ");
    let mut letters = words.trim().chars();
    letters.next().map_or_else(|| BLANK.to_owned(), |first| first.to_uppercase().chain(letters).collect())
}

/// The inputs that a scenario of a purpose begins with.
fn beginning(purpose: Option<Purpose>) -> Vec<String> {
    let table: toml::Table = BEGINNINGS.parse().unwrap_or_default();
    let names = table.get(purpose.map_or("undecided", Purpose::word)).and_then(toml::Value::as_array);
    names.into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect()
}

/// The lines of an input's numbers and unit.
fn numbers(input: &InputEntry) -> Vec<String> {
    let numbers = input.numbers.iter().map(|(key, number)| match number {
        Written::Number(number) => format!("{key} = {}", plain(number.value)),
        Written::Kept(number, unit) => format!("{key} = {}", quoted(&format!("{} {unit}", plain(number.value)))),
        Written::Text(text) => format!("{key} = {}", quoted(&text.value)),
    });
    numbers.chain(input.unit.iter().map(|unit| format!("unit = {}", quoted(&unit.value)))).collect()
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

#[cfg(test)]
mod tests {
    use super::{beginning, title};
    use forcesize::diagnostic::{Diagnostics, Texts};
    use forcesize::model::Model;
    use forcesize::scenario::Purpose;

    #[test]
    fn every_purpose_begins_with_inputs_of_the_model() {
        let model = Model::standard(&mut Texts::default(), &mut Diagnostics::default());
        for purpose in Purpose::ALL.iter().copied().map(Some).chain([None]) {
            let names = beginning(purpose);
            assert!(names.len() >= 2, "{purpose:?}");
            for name in names {
                assert!(model.entries.inputs.iter().any(|input| input.name.value == name), "{name}");
            }
        }
    }

    #[test]
    fn a_title_is_made_of_a_name() {
        assert_eq!(title("my-first_mission"), "My first mission");
    }
}
