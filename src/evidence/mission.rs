//! One mission, and what missions are compared by.

use crate::model::Input;
use crate::quantity::unit::Unit;
use crate::scenario::Counting;

/// A metric that missions are compared by.
#[derive(Clone, Debug, PartialEq)]
pub struct Density {
    /// The metric.
    pub id: String,
    /// Its name for people.
    pub label: String,
    /// The unit it is shown in.
    pub unit: Unit,
    pub(super) position: usize,
}

/// An input that regressions use, in the unit the model declares for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    /// The input.
    pub id: String,
    /// Its name for people.
    pub label: String,
    /// The unit whose logarithm is taken.
    pub unit: Unit,
    /// Densities that divide by it: a mission that does not compare by them is left out.
    pub(super) densities: Vec<String>,
}

/// A mission.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Mission {
    /// The identifier.
    pub id: String,
    /// The name for people.
    pub name: String,
    /// What kind of mission it was.
    pub kind: String,
    /// Where it was; its own identifier where the file does not say.
    pub place: String,
    /// The year it began.
    pub start: Option<i32>,
    /// The year of the count.
    pub year: i32,
    /// What is known of it.
    pub inputs: Vec<Input>,
    /// Police, who are not in its strength.
    pub police: Option<f64>,
    /// Those of its strength who serve at sea.
    pub naval: Option<f64>,
    /// Who is counted in its strength.
    pub counts: Option<String>,
    /// How its strength was counted.
    pub counting: Option<Counting>,
    /// `plan` or `upper_bound`; a mission that took place where absent.
    pub status: Option<String>,
    /// The mission of which this is another count.
    pub variant_of: Option<String>,
    /// Densities that compare with no other mission's.
    pub not_comparable: Vec<String>,
    /// How far the figures can be trusted.
    pub confidence: Option<String>,
    /// Addresses of pages, or keys of sources.
    pub source: Vec<String>,
    /// What a reader should know.
    pub note: Option<String>,
    /// What came after the count, where somebody coded it.
    pub outcome: Option<Outcome>,
    /// Densities in base units, by position; absent for lack of an input.
    pub(super) densities: Vec<Option<f64>>,
}

/// What came after a mission's count, as others coded it.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What came; absent where it cannot be coded.
    pub came: Option<Came>,
    /// Why it cannot.
    pub not_codable: Option<String>,
    /// Where it was, where that is more than the mission's place.
    pub theatre: Option<String>,
    /// How far the coding can be trusted.
    pub confidence: Option<String>,
    /// Keys of sources, or addresses.
    pub source: Vec<String>,
    /// What a reader should know.
    pub note: Option<String>,
}

/// What came in the years after a count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Came {
    /// `held`, `ended`, `continued` or `resumed`.
    pub state: String,
    /// Whether it was a war in one of the years.
    pub war: bool,
    /// The first and the last year that were looked at.
    pub from: i32,
    /// The last year.
    pub to: i32,
    /// How many years that are.
    pub years: i32,
    /// The conflicts that were followed.
    pub conflicts: Option<String>,
}

impl Came {
    /// Whether the conflict was active in one of the years after.
    #[must_use]
    pub fn is_active(&self) -> bool {
        matches!(self.state.as_str(), "continued" | "resumed")
    }

    /// Whether it was active when the mission was counted.
    #[must_use]
    pub fn was_active(&self) -> bool {
        matches!(self.state.as_str(), "continued" | "ended")
    }
}

impl Mission {
    /// A density in base units, whether or not it compares with others'.
    #[must_use]
    pub fn density(&self, density: &Density) -> Option<f64> {
        self.densities.get(density.position).copied().flatten()
    }

    /// A density in base units, where it compares with other missions'.
    #[must_use]
    pub fn comparable(&self, density: &Density) -> Option<f64> {
        self.density(density).filter(|value| *value > 0.0 && !self.not_comparable.contains(&density.id))
    }

    /// An input's value in the variable's unit.
    #[must_use]
    pub fn value(&self, variable: &Variable) -> Option<f64> {
        let input = self.inputs.iter().find(|input| input.id == variable.id)?;
        Some(variable.unit.from_base(input.value))
    }

    /// The same, where it can explain anything.
    #[must_use]
    pub fn explains(&self, variable: &Variable) -> Option<f64> {
        let apart = variable.densities.iter().any(|density| self.not_comparable.contains(density));
        self.value(variable).filter(|value| *value > 0.0 && !apart)
    }

    /// A name short enough for a dot: the words of its key as its name spells them, and the year.
    #[must_use]
    pub fn short(&self) -> String {
        let words: Vec<&str> = self.name.split(|c: char| !c.is_alphanumeric()).collect();
        let is_year = |part: &&str| part.len() >= 4 && part.bytes().take(4).all(|b| b.is_ascii_digit());
        let spelt = |part: &str| {
            let same = words.iter().find(|word| word.eq_ignore_ascii_case(part));
            let acronym = part.len() <= 4 || part.bytes().any(|b| b.is_ascii_digit());
            match same {
                Some(word) => (*word).to_owned(),
                None if acronym => part.to_uppercase(),
                None => part.chars().take(1).flat_map(char::to_uppercase).chain(part.chars().skip(1)).collect(),
            }
        };
        let mut short: Vec<String> = self.id.split('-').take_while(|part| !is_year(part)).map(spelt).collect();
        short.extend(self.id.split('-').find(is_year).map(|year| year.chars().take(4).collect()));
        short.join(" ")
    }
}
