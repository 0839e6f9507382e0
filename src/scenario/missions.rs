//! Files of missions: what they say, before the model's names are looked up.

use super::document::parse;
use super::entry::{InputEntry, SourceEntry};
use super::files::FoundFile;
use super::keys::{self, MISSIONS};
use super::tree::{Located, Table, Text, Value};
use super::validate::{Scopes, check};
use crate::diagnostic::{Diagnostics, TextId, Texts};

/// A mission.
#[derive(Clone, Debug, PartialEq)]
pub struct MissionEntry {
    /// The identifier.
    pub id: Located<Text>,
    /// The name for people.
    pub name: Text,
    /// What kind of mission it was.
    pub kind: Text,
    /// Where it was.
    pub place: Option<Text>,
    /// The year it began.
    pub start: Option<f64>,
    /// The year of the count.
    pub year: f64,
    /// Inputs of the model.
    pub inputs: Vec<InputEntry>,
    /// Police, who are not in its strength.
    pub police: Option<f64>,
    /// Those of the strength who serve at sea.
    pub naval: Option<f64>,
    /// Who is counted in the strength.
    pub counts: Option<Text>,
    /// How the strength was counted.
    pub counting: Option<Text>,
    /// `plan` or `upper_bound`; a mission that took place where absent.
    pub status: Option<Text>,
    /// The mission of which this is another count.
    pub variant_of: Option<Located<Text>>,
    /// Densities that compare with no other mission's.
    pub not_comparable: Vec<Located<Text>>,
    /// How far the figures can be trusted.
    pub confidence: Option<Text>,
    /// Addresses of pages, or keys of sources.
    pub source: Vec<Located<Text>>,
    /// What a reader should know.
    pub note: Option<Text>,
    /// What came after the count.
    pub outcome: Option<OutcomeEntry>,
}

/// What came after a mission's count.
#[derive(Clone, Debug, PartialEq)]
pub struct OutcomeEntry {
    /// `held`, `ended`, `continued` or `resumed`; absent where nothing can be coded.
    pub state: Option<Text>,
    /// Whether there was a war.
    pub war: bool,
    /// The first and the last year that were looked at.
    pub years: Option<(Located<Text>, [i32; 2])>,
    /// The conflicts that were followed.
    pub conflicts: Option<Text>,
    /// Why nothing can be coded.
    pub not_codable: Option<Text>,
    /// Where it was, where that is more than the mission's place.
    pub theatre: Option<Text>,
    /// How far the coding can be trusted.
    pub confidence: Option<Text>,
    /// Keys of sources.
    pub source: Vec<Located<Text>>,
    /// What a reader should know.
    pub note: Option<Text>,
}

/// All that a file of missions says.
#[derive(Clone, Debug, PartialEq)]
pub struct Missions {
    /// The text it was read from.
    pub text: TextId,
    /// The missions.
    pub missions: Vec<MissionEntry>,
    /// The kinds that each purpose is held against.
    pub purposes: Vec<(Text, Vec<Located<Text>>)>,
    /// The input that regressions explain.
    pub strength: Option<Located<Text>>,
    /// What explains it.
    pub regressions: Vec<Vec<Located<Text>>>,
    /// Sources.
    pub sources: Vec<SourceEntry>,
}

impl Missions {
    /// Reads a file of missions. Complaints are collected; `None` when one of them is an error.
    #[must_use]
    pub fn read(file: &FoundFile, texts: &mut Texts, diagnostics: &mut Diagnostics) -> Option<Self> {
        read(file, texts, diagnostics)
    }
}

pub(super) fn read(file: &FoundFile, texts: &mut Texts, diagnostics: &mut Diagnostics) -> Option<Missions> {
    let before = diagnostics.counts().0;
    let text = texts.add(&file.name, file.content.clone());
    let document = parse(text, texts, diagnostics)?;
    let root = &document.root;
    check(root, &MISSIONS, &Scopes::default(), diagnostics);
    if diagnostics.counts().0 > before {
        return None;
    }
    let purposes = root.table("purposes").map(|table| {
        let names = table.value.entries.iter();
        names.map(|(name, _)| (name.value.clone(), table.value.texts(&name.value))).collect()
    });
    let sources = root.tables("source").map(|(key, table)| SourceEntry::read(key, table));
    Some(Missions {
        text,
        missions: root.tables("mission").map(|(id, table)| mission(id, table)).collect(),
        purposes: purposes.unwrap_or_default(),
        strength: root.text("strength"),
        regressions: root.list_of_tables("regression").map(|table| table.value.texts("on")).collect(),
        sources: sources.collect(),
    })
}

fn mission(id: &Located<Text>, table: &Table) -> MissionEntry {
    let number = |key: &str| table.number(key).map(|number| number.value);
    MissionEntry {
        id: id.clone(),
        name: table.words("name").unwrap_or_default(),
        kind: table.words("kind").unwrap_or_default(),
        place: table.words("place"),
        start: number("start"),
        year: number("year").unwrap_or_default(),
        inputs: sourced(super::entry::inputs(table, "input", None)),
        police: number("police"),
        naval: number("naval"),
        counts: table.words("counts"),
        counting: table.words("counting"),
        status: table.words("status").filter(|status| status != keys::DEPLOYED),
        variant_of: table.text("variant_of"),
        not_comparable: table.texts("not_comparable"),
        confidence: table.words("confidence"),
        source: table.texts("source"),
        note: table.words("note"),
        outcome: table.table("outcome").map(|outcome| self::outcome(outcome.value)),
    }
}

fn outcome(table: &Table) -> OutcomeEntry {
    let years = table.text("years").and_then(|text| {
        let (first, last) = text.value.split_once('-')?;
        let years = [first.trim().parse().ok()?, last.trim().parse().ok()?];
        Some((text, years))
    });
    OutcomeEntry {
        state: table.words("state"),
        war: matches!(table.get("war").map(|found| &found.value), Some(Value::Flag(true))),
        years,
        conflicts: table.words("conflicts"),
        not_codable: table.words("not_codable"),
        theatre: table.words("theatre"),
        confidence: table.words("confidence"),
        source: table.texts("source"),
        note: table.words("note"),
    }
}

/// Inputs of a mission come from where the mission does, unless they say otherwise.
fn sourced(mut inputs: Vec<InputEntry>) -> Vec<InputEntry> {
    for input in inputs.iter_mut().filter(|input| input.source.is_empty() && input.assumed.is_none()) {
        input.assumed = Some("by the mission's source".into());
    }
    inputs
}
