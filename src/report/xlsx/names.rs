//! The names that formulas of a workbook use: one for each input and metric, and one for each column of a scope.
//!
//! A name is the identifier, with `_` for its points. Where a spreadsheet would take it for a cell (`un1`, `r`) or a word
//! of its own, it begins with `_`. Knows no cells.

use crate::formula::{Cells, excel};
use crate::model::{Assessment, Calculation, InputId, Metric, MetricId, Referent};
use std::collections::BTreeSet;
use typed_index_collections::TiVec;

/// Letters up to which a name is kept whole; a spreadsheet takes 255.
const LONGEST: usize = 200;

/// A column of a scope: what each member has by one name.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Column {
    /// The name that formulas of scenarios use.
    pub name: String,
    /// The name of the range of cells.
    pub range: String,
    /// By member; not every member has it.
    pub cells: Vec<Option<Referent>>,
}

/// A scope with its members.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scope {
    /// Its name.
    pub name: String,
    /// Its members, in the order of their inputs.
    pub members: Vec<String>,
    /// What they have.
    pub columns: Vec<Column>,
}

/// The names of all cells that formulas use.
pub(super) struct Names {
    taken: BTreeSet<String>,
    pub inputs: TiVec<InputId, String>,
    pub metrics: TiVec<MetricId, String>,
    pub scopes: Vec<Scope>,
}

impl Names {
    /// Names for all that an assessment computes with. What belongs to no member has its identifier before others can.
    pub fn new(assessment: &Assessment) -> Self {
        let calculation = &assessment.calculation;
        let mut names = Self {
            taken: BTreeSet::new(),
            inputs: vec![String::new(); calculation.inputs.len()].into(),
            metrics: vec![String::new(); calculation.metrics.len()].into(),
            scopes: Vec::new(),
        };
        for of_member in [false, true] {
            for (at, input) in calculation.inputs.iter_enumerated() {
                if input.member.is_some() == of_member {
                    names.inputs[at] = names.free(&input.id);
                }
            }
            for (at, metric) in calculation.metrics.iter_enumerated() {
                if metric.member.is_some() == of_member {
                    names.metrics[at] = names.free(&metric.id);
                }
            }
        }
        names.scopes = scopes(calculation);
        let mut scopes = std::mem::take(&mut names.scopes);
        for scope in &mut scopes {
            for column in &mut scope.columns {
                column.range = names.free(&format!("{}_{}", scope.name, column.name));
            }
        }
        Self { scopes, ..names }
    }

    fn free(&mut self, id: &str) -> String {
        let name = safe(id);
        let mut numbered = std::iter::once(name.clone()).chain((2_u32..).map(|number| format!("{name}_{number}")));
        let found = numbered.find(|name| self.taken.insert(name.to_lowercase()));
        found.unwrap_or(name)
    }

    /// The name of an input's or a metric's cell.
    pub fn of<'a>(&'a self, referent: &Referent) -> &'a str {
        match referent {
            Referent::Input(input) => &self.inputs[*input],
            Referent::Metric(metric) => &self.metrics[*metric],
            Referent::Members(_) => "",
        }
    }

    /// A metric's formula in base units; nothing where a spreadsheet could not take it.
    pub fn formula(&self, metric: &Metric) -> Option<String> {
        excel(&metric.formula, |name| match metric.uses.iter().find(|(used, _)| used == name) {
            Some((_, Referent::Members(members))) => Cells::Members(self.gathered(members)),
            Some((_, referent)) => Cells::One(self.of(referent).to_owned()),
            None => Cells::One("NA()".to_owned()),
        })
    }

    /// Members' cells: as a range where they are a whole column, else one by one.
    fn gathered(&self, members: &[Referent]) -> Vec<String> {
        let columns = self.scopes.iter().flat_map(|scope| &scope.columns);
        let is_whole = |column: &&Column| {
            let mut there = column.cells.iter().flatten();
            there.clone().count() == members.len() && there.all(|cell| members.contains(cell))
        };
        let whole = columns.filter(|_| !members.is_empty()).find(is_whole);
        whole.map_or_else(
            || members.iter().map(|member| self.of(member).to_owned()).collect(),
            |column| vec![column.range.clone()],
        )
    }
}

/// The scopes with their members and what each has.
fn scopes(calculation: &Calculation) -> Vec<Scope> {
    let inputs = calculation.inputs.iter_enumerated();
    let inputs =
        inputs.filter_map(|(at, input)| Some((input.member.as_ref()?, input.name.as_str(), Referent::Input(at))));
    let metrics = calculation.metrics.iter_enumerated();
    let metrics =
        metrics.filter_map(|(at, metric)| Some((metric.member.as_ref()?, metric.name.as_str(), Referent::Metric(at))));
    let mut found: Vec<Scope> = Vec::new();
    for ((scope, member), name, referent) in inputs.chain(metrics) {
        let at = found.iter().position(|one| one.name == *scope).unwrap_or_else(|| {
            found.push(Scope { name: scope.clone(), members: Vec::new(), columns: Vec::new() });
            found.len() - 1
        });
        let scope = &mut found[at];
        let row = scope.members.iter().position(|one| one == member).unwrap_or_else(|| {
            scope.members.push(member.clone());
            scope.members.len() - 1
        });
        let column = scope.columns.iter().position(|one| one.name == name).unwrap_or_else(|| {
            scope.columns.push(Column { name: name.to_owned(), range: String::new(), cells: Vec::new() });
            scope.columns.len() - 1
        });
        let cells = &mut scope.columns[column].cells;
        cells.resize(cells.len().max(row + 1), None);
        cells[row] = Some(referent);
    }
    for scope in &mut found {
        for column in &mut scope.columns {
            column.cells.resize(scope.members.len(), None);
        }
    }
    found
}

/// An identifier as a spreadsheet takes it for a name.
fn safe(id: &str) -> String {
    let plain: String = id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).take(LONGEST).collect();
    if is_reserved(&plain.to_ascii_lowercase()) { format!("_{plain}") } else { plain }
}

/// Words that a spreadsheet may take for its own where a name is expected.
const WORDS: [&str; 12] = ["true", "false", "and", "or", "not", "xor", "pi", "na", "rand", "now", "today", "e"];

/// Whether a name in small letters would be taken for a cell (`un1`, `r1c1`) or for another word.
fn is_reserved(name: &str) -> bool {
    let letters = name.bytes().take_while(u8::is_ascii_lowercase).count();
    let (word, rest) = name.split_at(letters);
    let is_cell = (1..=3).contains(&letters) && !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit());
    let is_row_or_column = matches!(word, "r" | "c" | "rc") && rest.chars().next().is_none_or(|c| c.is_ascii_digit());
    is_cell || is_row_or_column || name.starts_with(|c: char| c.is_ascii_digit()) || WORDS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn names_are_neither_cells_nor_words() {
        for (id, name) in [
            ("front_length", "front_length"),
            ("contributor.x.land_forces", "contributor_x_land_forces"),
            ("un1", "_un1"),
            ("xfd1048576", "_xfd1048576"),
            ("posts10", "posts10"),
            ("r", "_r"),
            ("c", "_c"),
            ("rc", "_rc"),
            ("r1c1", "_r1c1"),
            ("r12_total", "_r12_total"),
            ("ratio", "ratio"),
            ("true", "_true"),
            ("e", "_e"),
            ("log10", "_log10"),
        ] {
            assert_eq!(safe(id), name);
        }
        assert_eq!(safe(&"a".repeat(500)).len(), super::LONGEST);
    }
}
