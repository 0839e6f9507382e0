//! A file of cases against the standard model: its rows as columns, its inputs in base units, its metrics row by row.

use super::columns::Columns;
use super::condition;
use crate::diagnostic::{Diagnostic, Diagnostics, Texts, did_you_mean};
use crate::evidence::mission::Mission;
use crate::model::{Assessment, InputId, Model, link};
use crate::quantity::unit::{Unit, Units};
use crate::scenario::unit_of;
use crate::scenario::{CaseFile, Cell, Entries, Grid, InputEntry, Located, Merged, Row, Text, Written};

/// The cases of a file, before anything is held against them.
pub(super) struct Table<'a> {
    pub(super) columns: Columns<'a>,
    /// Whether each row is a case.
    pub(super) kept: Vec<bool>,
    /// The model linked with the file's inputs and metrics; absent where it gives no input.
    linked: Option<Assessment>,
    /// Whether the inputs are at fault, which was complained of.
    is_faulty: bool,
    /// The file's inputs row by row, in base units.
    inputs: Vec<(InputId, Vec<f64>)>,
    /// Metrics that compare with no other row's, row by row.
    apart: Vec<Vec<String>>,
    /// The names of the file's rules, for suggestions.
    rules: Vec<String>,
}

/// A value of each row, as a rule has it.
pub(super) struct Valued {
    pub(super) values: Vec<f64>,
    pub(super) label: String,
    pub(super) unit: Unit,
    /// The file's inputs that it follows from, each with its name for people.
    pub(super) inputs: Vec<(String, Vec<f64>)>,
}

/// The rows of past missions: what is known of them as columns, inputs in base units.
pub(super) fn missions(missions: &[Mission], file: &CaseFile) -> Grid {
    let span = file.outcome.span;
    let mut columns: Vec<String> =
        ["name", "title", "kind", "place", "theatre", "status", "variant_of"].map(str::to_owned).into();
    let facts = ["codable", "state", "active", "war", "active_before", "years", "start", "year"];
    columns.extend(facts.map(str::to_owned));
    let first = columns.len();
    for input in missions.iter().flat_map(|mission| &mission.inputs) {
        if !columns.contains(&input.id) {
            columns.push(input.id.clone());
        }
    }
    let flag = |flag: bool| u8::from(flag).to_string();
    let rows = missions.iter().map(|mission| {
        let outcome = mission.outcome.as_ref();
        let came = outcome.and_then(|outcome| outcome.came.as_ref());
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        let theatre = outcome.and_then(|outcome| outcome.theatre.as_deref()).unwrap_or(&mission.place);
        let mut cells = vec![
            mission.id.clone(),
            mission.name.clone(),
            mission.kind.clone(),
            mission.place.clone(),
            theatre.to_owned(),
            text(mission.status.as_deref()),
            text(mission.variant_of.as_deref()),
            flag(came.is_some()),
            text(came.map(|came| came.state.as_str())),
            text(came.map(|came| flag(came.is_active())).as_deref()),
            text(came.map(|came| flag(came.war)).as_deref()),
            text(came.map(|came| flag(came.was_active())).as_deref()),
            text(came.map(|came| came.years.to_string()).as_deref()),
            text(mission.start.map(|year| year.to_string()).as_deref()),
            mission.year.to_string(),
        ];
        let value = |id: &String| {
            let input = mission.inputs.iter().find(|input| input.id == *id);
            input.map_or_else(String::new, |input| input.value.to_string())
        };
        cells.extend(columns[first..].iter().map(value));
        Row { span, cells: cells.into_iter().map(|text| Cell { text, span }).collect() }
    });
    let rows = rows.collect();
    Grid { columns, rows, ..Grid::default() }
}

impl<'a> Table<'a> {
    /// Looks up all that a file says of its columns. Complaints are collected; what is at fault stands for nothing known.
    pub(super) fn new(
        file: &CaseFile,
        grid: &'a Grid,
        missions: &[Mission],
        texts: &mut Texts,
        diagnostics: &mut Diagnostics,
    ) -> Self {
        let mut columns = Columns::new(grid);
        for column in &file.columns {
            let name = column.name.as_str();
            if grid.column(name).is_some() {
                let message = format!("the table has a column `{name}` already");
                let help = "give the one that follows from it another name";
                diagnostics.push(Diagnostic::error(message).at(column.name.span, "").help(help));
                continue;
            }
            let values = match (&column.formula, &column.when) {
                (Some(formula), _) => columns.formula(formula, diagnostics),
                (None, Some(when)) => condition::holds(&mut columns, when, diagnostics).map(|holds| {
                    let number = |holds: Option<bool>| holds.map_or(f64::NAN, |holds| f64::from(u8::from(holds)));
                    holds.into_iter().map(number).collect()
                }),
                _ => None,
            };
            // What is at fault is complained of once, and stands for nothing that is known.
            columns.add(name, values.unwrap_or_else(|| vec![f64::NAN; grid.rows.len()]));
        }
        let kept = met(&mut columns, &file.conditions, diagnostics);
        let (linked, inputs) = linked(file, &mut columns, texts, diagnostics);
        let apart = if file.grid.is_some() {
            Vec::new()
        } else {
            missions.iter().map(|mission| mission.not_comparable.clone()).collect()
        };
        let is_faulty = linked.is_none() && !file.inputs.is_empty();
        let rules = file.rules.iter().map(|rule| rule.name().to_owned()).collect();
        Self { columns, kept, linked, is_faulty, inputs, apart, rules }
    }

    /// The values of a metric, in its own unit. Complains where there is none such, or it lacks inputs.
    pub(super) fn metric(&self, name: &Located<Text>, diagnostics: &mut Diagnostics) -> Option<Valued> {
        let Some(linked) = &self.linked else {
            if self.is_faulty {
                return None;
            }
            let help = "give the file's inputs: [input.peacekeepers] with `formula` and `unit`";
            let message = format!("`{}` cannot be computed: the file gives no inputs", name.value);
            diagnostics.push(Diagnostic::error(message).at(name.span, "").help(help));
            return None;
        };
        let Some(id) = linked.calculation.metric(&name.value) else {
            diagnostics.push(self.lacks(linked, name));
            return None;
        };
        let columns: Vec<(InputId, &[f64])> = self.inputs.iter().map(|(id, values)| (*id, values.as_slice())).collect();
        let results = linked.calculation.evaluate(&columns, self.columns.rows());
        let metric = &linked.calculation.metrics[id];
        let needed = linked.calculation.inputs_of(id);
        let inputs = self.inputs.iter().filter(|(input, _)| needed.contains(input));
        let inputs: Vec<(InputId, &Vec<f64>)> = inputs.map(|(input, values)| (*input, values)).collect();
        let value = |(row, value): (usize, &f64)| {
            let is_known = inputs.iter().all(|(_, values)| values[row].is_finite());
            let is_apart = self.apart.get(row).is_some_and(|apart| apart.contains(&metric.id));
            if is_known && !is_apart && value.is_finite() { metric.unit.from_base(*value) } else { f64::NAN }
        };
        Some(Valued {
            values: results[id].iter().enumerate().map(value).collect(),
            label: metric.label.clone(),
            unit: metric.unit.clone(),
            inputs: inputs
                .iter()
                .map(|(id, values)| {
                    let input = &linked.calculation.inputs[*id];
                    (input.label.clone(), values.iter().map(|value| input.unit.from_base(*value)).collect())
                })
                .collect(),
        })
    }

    fn lacks(&self, linked: &Assessment, name: &Located<Text>) -> Diagnostic {
        if let Some(metric) = linked.calculation.unavailable.iter().find(|metric| metric.id == *name.value) {
            return Diagnostic::error(format!("`{}` needs {}", name.value, metric.needs.join(", ")))
                .at(name.span, "")
                .help("give the file's inputs from its columns: [input.NAME] with `formula` and `unit`");
        }
        let unavailable = linked.calculation.unavailable.iter().map(|metric| metric.id.as_str());
        let known = linked.calculation.metrics.iter().map(|metric| metric.id.as_str()).chain(unavailable);
        // A rule without a name of its own has that of its metric, right or wrong.
        let rules = self.rules.iter().map(String::as_str).filter(|rule| *rule != &*name.value);
        let known = known.chain(rules).chain(self.columns.names());
        let help = did_you_mean(&name.value, known).unwrap_or_else(|| {
            "`forcesize metrics` lists the metrics; `column` names a column in a rule, as --rule does".to_owned()
        });
        Diagnostic::unknown_name("metric", &name.value).at(name.span, "").help(help)
    }

    /// Whether rows are cases that meet further conditions, too.
    pub(super) fn met(&mut self, conditions: &[Located<Text>], diagnostics: &mut Diagnostics) -> Vec<bool> {
        let met = met(&mut self.columns, conditions, diagnostics);
        self.kept.iter().zip(met).map(|(kept, met)| *kept && met).collect()
    }
}

fn met(columns: &mut Columns<'_>, conditions: &[Located<Text>], diagnostics: &mut Diagnostics) -> Vec<bool> {
    let mut kept = vec![true; columns.rows()];
    for text in conditions {
        if let Some(holds) = condition::holds(columns, text, diagnostics) {
            for (kept, holds) in kept.iter_mut().zip(holds) {
                *kept &= holds == Some(true);
            }
        }
    }
    kept
}

/// The model linked with a value for each of the file's inputs, and these row by row.
fn linked(
    file: &CaseFile,
    columns: &mut Columns<'_>,
    texts: &mut Texts,
    diagnostics: &mut Diagnostics,
) -> (Option<Assessment>, Vec<(InputId, Vec<f64>)>) {
    if file.inputs.is_empty() {
        return (None, Vec::new());
    }
    let before = diagnostics.counts().0;
    let units = Units::default();
    let model = Model::standard(texts, &mut Diagnostics::default()).only(|_| true);
    let (mut entries, mut rows) = (Vec::new(), Vec::new());
    for input in &file.inputs {
        let unit = unit_of(&input.unit, &units, diagnostics);
        let values = columns.formula(&input.formula, diagnostics);
        let (Some(unit), Some(values)) = (unit, values) else { continue };
        entries.push(entry(&model, &input.name, &input.unit, input.label.clone()));
        rows.push((input.name.value.to_string(), values.iter().map(|value| unit.to_base(*value)).collect()));
    }
    if diagnostics.counts().0 > before {
        return (None, Vec::new());
    }
    let entries =
        Entries { inputs: entries, metrics: file.metrics.clone(), sources: file.sources.clone(), ..Entries::default() };
    let mut said = Diagnostics::default();
    let linked = link("cases", &model, &Merged { entries, ..Merged::default() }, &[], texts, &mut said);
    if said.has_errors() {
        diagnostics.extend(said);
    }
    let Some(linked) = linked else { return (None, Vec::new()) };
    let found = rows
        .into_iter()
        .filter_map(|(name, values): (String, Vec<f64>)| Some((linked.calculation.input(&name)?, values)));
    let found = found.collect();
    (Some(linked), found)
}

/// An input with a value that no row need have: the rows' own take its place.
fn entry(model: &Model, name: &Located<Text>, unit: &Located<Text>, label: Option<Text>) -> InputEntry {
    let declared = model.entries.inputs.iter().find(|input| input.name.value == name.value);
    let (blank, span) = (InputEntry::named(name), name.span);
    InputEntry {
        numbers: vec![("value", Written::Number(Located::new(1.0, span)))],
        unit: Some(unit.clone()),
        assumed: Some("by the table of cases".into()),
        label: match declared {
            Some(_) => None,
            None => Some(label.unwrap_or_else(|| name.value.clone())),
        },
        ..blank
    }
}
