//! What was observed in missions of the past of a figure that a scenario sets, such as the distance between posts.
//!
//! The facts stand in `scenarios/data/observed.toml`, each with its data and how it was found. Nothing is computed from
//! them. Knows nothing of what is said of them.

use crate::diagnostic::{Diagnostics, Texts};
use crate::quantity::unit::{Unit, Units};
use crate::scenario::keys::OBSERVATIONS;
use crate::scenario::{Located, Scopes, Table, check, parse, unit_of};
use std::borrow::Cow;
use std::sync::OnceLock;

const STANDARD: &str = include_str!("../../scenarios/data/observed.toml");

/// A figure of several missions.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Observed {
    /// Its key.
    pub id: String,
    /// The input, or the part of a report, beside which it stands.
    pub of: String,
    /// What was observed.
    pub title: String,
    /// The unit of the figures.
    pub unit: Unit,
    /// How they follow from the data.
    pub derivation: String,
    /// How to cite the data.
    pub cite: String,
    /// What a reader should know.
    pub note: Option<String>,
    /// The missions, in the order of the file.
    pub cases: Vec<ObservedCase>,
}

/// What was observed of a mission.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ObservedCase {
    /// The mission.
    pub name: String,
    /// The missions that it is told apart with.
    pub group: String,
    /// The year of the figure, or that the mission began.
    pub year: f64,
    /// The figure.
    pub value: f64,
    /// The quartiles of what the figure is the median of.
    pub quartiles: Option<(f64, f64)>,
    /// Of how many things it is the median.
    pub count: Option<f64>,
}

impl Observed {
    /// The observations that are built in.
    #[must_use]
    pub fn standard() -> &'static [Self] {
        static FOUND: OnceLock<Vec<Observed>> = OnceLock::new();
        // A test sees to the built-in file's being in order.
        FOUND.get_or_init(|| Self::read(&mut Texts::default(), &mut Diagnostics::default()))
    }

    /// The file that is built in. Complaints are collected.
    #[must_use]
    pub fn read(texts: &mut Texts, diagnostics: &mut Diagnostics) -> Vec<Self> {
        let text = texts.add("observed.toml", STANDARD);
        let Some(document) = parse(text, texts, diagnostics) else { return Vec::new() };
        check(&document.root, &OBSERVATIONS, &Scopes::default(), diagnostics);
        let all = document.root.tables("observed");
        all.filter_map(|(id, table)| observed(id.as_str(), table, diagnostics)).collect()
    }

    /// Those that stand beside an input or a part of a report.
    pub fn of(name: &str) -> impl Iterator<Item = &'static Self> {
        Self::standard().iter().filter(move |observed| observed.of == name)
    }

    /// The groups of its cases, in their order.
    #[must_use]
    pub fn groups(&self) -> Vec<(&str, Vec<&ObservedCase>)> {
        let mut groups: Vec<(&str, Vec<&ObservedCase>)> = Vec::new();
        for case in &self.cases {
            match groups.iter_mut().find(|(name, _)| *name == case.group) {
                Some((_, cases)) => cases.push(case),
                None => groups.push((&case.group, vec![case])),
            }
        }
        groups
    }
}

fn observed(id: &str, table: &Table, diagnostics: &mut Diagnostics) -> Option<Observed> {
    let text = |key: &str| table.words(key).map(Cow::into_owned);
    let case = |case: Located<&Table>| {
        let number = |key: &str| case.value.number(key).map(|number| number.value);
        Some(ObservedCase {
            name: case.value.words("name")?.into_owned(),
            group: case.value.words("group")?.into_owned(),
            year: number("year")?,
            value: number("value")?,
            quartiles: number("low").zip(number("high")),
            count: number("count"),
        })
    };
    Some(Observed {
        id: id.to_owned(),
        of: text("of")?,
        title: text("title")?,
        unit: unit_of(&table.text("unit")?, &Units::default(), diagnostics)?,
        derivation: text("derivation")?,
        cite: text("cite")?,
        note: text("note"),
        cases: table.list_of_tables("case").filter_map(case).collect(),
    })
}
