//! Files of cases: what they say, with their tables, before columns and metrics are looked up.

use super::document::parse;
use super::entry::{MetricEntry, SourceEntry};
use super::files::{Files, FoundFile};
use super::grid::Grid;
use super::keys::CASES;
use super::tree::{Located, Table, Text, Value};
use super::validate::{Scopes, check};
use super::written::Written;
use crate::diagnostic::{Diagnostic, Diagnostics, TextId, Texts};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// All that a file of cases says.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseFile {
    /// The text it was read from.
    pub text: TextId,
    /// What the cases are.
    pub title: Text,
    /// The table's name in a few words.
    pub short: Option<Text>,
    /// The table's file, as written.
    pub table: Option<Located<Text>>,
    /// The SHA-256 of the table that was read.
    pub hash: Option<String>,
    /// When it was downloaded.
    pub date: Option<Text>,
    /// How to cite it.
    pub cite: Option<Text>,
    /// What a reader should know.
    pub note: Option<Text>,
    /// The rows with the columns of all tables; absent where the cases are past missions.
    pub grid: Option<Grid>,
    /// What a case is.
    pub counted: Option<Text>,
    /// What may have happened.
    pub event: Text,
    /// When it did.
    pub outcome: Located<Text>,
    /// The column of groups.
    pub group: Located<Text>,
    /// The column with names for groups.
    pub group_label: Option<Located<Text>>,
    /// The column with names of cases.
    pub name: Option<Located<Text>>,
    /// What a row must meet to be a case.
    pub conditions: Vec<Located<Text>>,
    /// Columns that follow from others.
    pub columns: Vec<CaseColumn>,
    /// Inputs from the columns.
    pub inputs: Vec<CaseInput>,
    /// Metrics of the file's own.
    pub metrics: Vec<MetricEntry>,
    /// Sources that metrics cite.
    pub sources: Vec<SourceEntry>,
    /// The rules.
    pub rules: Vec<RuleEntry>,
}

/// A column that follows from others.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseColumn {
    /// Its name.
    pub name: Located<Text>,
    /// Arithmetic on columns.
    pub formula: Option<Located<Text>>,
    /// A condition, for a column of ones and noughts.
    pub when: Option<Located<Text>>,
    /// The name for people.
    pub label: Option<Text>,
}

/// An input from the columns.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseInput {
    /// Its name.
    pub name: Located<Text>,
    /// Arithmetic on columns.
    pub formula: Located<Text>,
    /// The unit of what that gives.
    pub unit: Located<Text>,
    /// The name for people.
    pub label: Option<Text>,
}

/// A rule.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleEntry {
    /// Its name in results.
    pub id: Option<Text>,
    /// Its name for people.
    pub label: Option<Text>,
    /// The metric.
    pub metric: Option<Located<Text>>,
    /// The column, where it is no metric.
    pub column: Option<Located<Text>>,
    /// Whether a higher value makes the event likelier; otherwise rarer.
    pub likelier: bool,
    /// `log` or `linear`, where it says.
    pub scale: Option<Text>,
    /// Columns that enter the forecast beside it.
    pub beside: Vec<Located<Text>>,
    /// Columns that it is compared with.
    pub rivals: Vec<Located<Text>>,
    /// Further conditions on the cases.
    pub conditions: Vec<Located<Text>>,
    /// Another column of groups.
    pub group: Option<Located<Text>>,
    /// Another event.
    pub event: Option<Text>,
    /// When that happened.
    pub outcome: Option<Located<Text>>,
    /// What these cases are called.
    pub data: Option<Text>,
    /// The rule as it is said.
    pub said: Option<SaidEntry>,
    /// The sizing methods that it is the rule of.
    pub methods: Vec<Located<Text>>,
    /// The record of outcomes whose shares are the forecast.
    pub bands: Option<Located<Text>>,
    /// The metric of a scenario that lies among its values.
    pub shown_by: Option<Text>,
}

/// Files of cases that are built in, by their names.
const BUILT_IN: [(&str, &str); 4] = [
    ("missions", include_str!("../../scenarios/cases/missions.toml")),
    ("cdb90", include_str!("../../scenarios/cases/cdb90.toml")),
    ("occupations", include_str!("../../scenarios/cases/occupations.toml")),
    ("un-troops", include_str!("../../scenarios/cases/un-troops.toml")),
];

impl RuleEntry {
    /// A rule that is a metric or a column, and of which nothing else is said.
    #[must_use]
    pub fn plain(named: Located<Text>, is_column: bool, likelier: bool) -> Self {
        let (metric, column) = if is_column { (None, Some(named)) } else { (Some(named), None) };
        Self { metric, column, likelier, ..rule(&Table::default()) }
    }

    /// Its name in results.
    #[must_use]
    pub fn name(&self) -> &str {
        let named = || self.metric.as_ref().or(self.column.as_ref()).map_or("", Located::as_str);
        self.id.as_deref().unwrap_or_else(named)
    }
}

impl CaseFile {
    /// A file that is built in, by its name.
    #[must_use]
    pub fn built_in(name: &str) -> Option<FoundFile> {
        let (name, content) = BUILT_IN.iter().find(|(known, _)| *known == name)?;
        Some(FoundFile {
            name: format!("{name}.toml"),
            identity: format!("builtin:{name}"),
            content: (*content).to_owned(),
        })
    }

    /// The names of those that are built in; the first needs no table.
    #[must_use]
    pub fn built_in_names() -> [&'static str; 4] {
        BUILT_IN.map(|(name, _)| name)
    }

    /// The rules of some names, or all where there are none, each compared with further columns. A name that is no rule
    /// of the file is a column or a metric that is to be one, `likelier` or not where it is higher.
    #[must_use]
    pub fn rules_named(&self, names: &[Located<Text>], beside: &[Located<Text>], likelier: bool) -> Vec<RuleEntry> {
        let mut rules: Vec<RuleEntry> = if names.is_empty() { self.rules.clone() } else { Vec::new() };
        for name in names {
            let known: Vec<RuleEntry> = self.rules.iter().filter(|rule| rule.name() == name.value).cloned().collect();
            if known.is_empty() {
                rules.push(RuleEntry::plain(name.clone(), self.has_column(&name.value), likelier));
            }
            rules.extend(known);
        }
        for rule in &mut rules {
            rule.rivals.extend(beside.iter().cloned());
        }
        rules
    }

    /// Whether there is a column of a name, in the table or following from it.
    #[must_use]
    pub fn has_column(&self, name: &str) -> bool {
        let own = self.columns.iter().any(|column| column.name.value == *name);
        own || self.grid.as_ref().is_some_and(|grid| grid.column(name).is_some())
    }
}

/// A rule as it is said.
#[derive(Clone, Debug, PartialEq)]
pub struct SaidEntry {
    /// The threshold.
    pub at: Written,
    /// Whether the event is expected above it; otherwise below.
    pub above: bool,
}

/// A table that is joined.
#[derive(Clone, Debug, PartialEq)]
pub struct JoinEntry {
    /// The file.
    pub table: Located<Text>,
    /// The columns that make the key.
    pub on: Vec<Located<Text>>,
}

impl CaseFile {
    /// Reads a file of cases and the tables it names. Complaints are collected; `None` when one of them is an error.
    #[must_use]
    pub fn read(
        file: &FoundFile,
        files: &impl Files,
        texts: &mut Texts,
        diagnostics: &mut Diagnostics,
    ) -> Option<Self> {
        let before = diagnostics.counts().0;
        let text = texts.add(&file.name, file.content.clone());
        let document = parse(text, texts, diagnostics)?;
        let root = &document.root;
        check(root, &CASES, &Scopes::default(), diagnostics);
        if diagnostics.counts().0 > before {
            return None;
        }
        let mut found = read(text, root, diagnostics);
        let rows = matches!(root.get("row").map(|rows| &rows.value), Some(Value::List(_)));
        match (&found.table, rows, flag(root, "missions")) {
            (Some(table), false, false) => {
                let table = table.clone();
                let named = (&table, root);
                (found.grid, found.hash) = load(named, &file.name, files, texts, diagnostics);
            }
            (None, true, false) => found.grid = Some(Grid::of_rows(root.list_of_tables("row"))),
            (None, false, true) => {}
            _ => diagnostics.push(
                Diagnostic::error("a file of cases has one of `table`, `row` and `missions`")
                    .at(found.outcome.span, "")
                    .help("name a CSV file: table = \"cases.csv\"; or write the rows: [[row]]"),
            ),
        }
        for join in root.list_of_tables("join") {
            let (Some(table), on) = (join.value.text("table"), join.value.texts("on")) else { continue };
            let (other, _) = load((&table, join.value), &file.name, files, texts, diagnostics);
            if let (Some(grid), Some(other)) = (&mut found.grid, other) {
                grid.join(&other, &on, diagnostics);
            }
        }
        (diagnostics.counts().0 == before).then_some(found)
    }
}

fn read(text: TextId, root: &Table, diagnostics: &mut Diagnostics) -> CaseFile {
    let required = |key: &str| root.text(key).unwrap_or_else(|| Located::new(Text::default(), at_start(text)));
    let columns: Vec<CaseColumn> = root.tables("column").map(|(name, table)| column(name, table)).collect();
    for column in columns.iter().filter(|column| column.formula.is_some() == column.when.is_some()) {
        diagnostics.push(
            Diagnostic::error(format!("the column `{}` needs `formula` or `when`, and not both", column.name.value))
                .at(column.name.span, "")
                .help("`formula = \"ln(ratio)\"`, or `when = \"post1 in FD, PD\"` for ones and noughts"),
        );
    }
    let rules: Vec<Located<&Table>> = root.list_of_tables("rule").collect();
    for rule in &rules {
        if rule.value.get("metric").is_some() == rule.value.get("column").is_some() {
            diagnostics.push(
                Diagnostic::error("a rule needs `metric` or `column`, and not both")
                    .at(rule.span, "")
                    .help("`metric = \"force_density\"`, or a column of the table"),
            );
        }
        if rule.value.get("event").is_some() != rule.value.get("outcome").is_some() {
            diagnostics.push(
                Diagnostic::error("another event needs its own `outcome`, and the other way round")
                    .at(rule.span, "")
                    .help("say both what may have happened (`event`) and when it did (`outcome`)"),
            );
        }
    }
    let inputs = root.tables("input").filter_map(|(name, table)| {
        Some(CaseInput {
            name: name.clone(),
            formula: table.text("formula")?,
            unit: table.text("unit")?,
            label: table.words("label"),
        })
    });
    CaseFile {
        text,
        title: root.words("title").unwrap_or_default(),
        short: root.words("short"),
        table: root.text("table"),
        hash: None,
        date: root.words("date"),
        cite: root.words("cite"),
        note: root.words("note"),
        grid: None,
        counted: root.words("counted"),
        event: root.words("event").unwrap_or_default(),
        outcome: required("outcome"),
        group: required("group"),
        group_label: root.text("group_label"),
        name: root.text("name"),
        conditions: root.texts("where"),
        columns,
        inputs: inputs.collect(),
        metrics: root.tables("metric").map(|(name, table)| MetricEntry::read(name, table)).collect(),
        sources: root.tables("source").map(|(key, table)| SourceEntry::read(key, table)).collect(),
        rules: rules.into_iter().map(|rule| self::rule(rule.value)).collect(),
    }
}

fn at_start(text: TextId) -> crate::diagnostic::Span {
    crate::diagnostic::Span { text, start: 0, end: 0 }
}

fn flag(table: &Table, key: &str) -> bool {
    matches!(table.get(key).map(|found| &found.value), Some(Value::Flag(true)))
}

fn column(name: &Located<Text>, table: &Table) -> CaseColumn {
    CaseColumn {
        name: name.clone(),
        formula: table.text("formula"),
        when: table.text("when"),
        label: table.words("label"),
    }
}

fn rule(table: &Table) -> RuleEntry {
    let said = table.table("said").and_then(|said| {
        let above = said.value.text("event").is_some_and(|side| side.value == "above");
        Some(SaidEntry { at: Written::key(said.value, "at")?, above })
    });
    RuleEntry {
        id: table.words("id"),
        label: table.words("label"),
        metric: table.text("metric"),
        column: table.text("column"),
        likelier: table.text("expects").is_some_and(|expects| expects.value == "likelier"),
        scale: table.words("scale"),
        beside: table.texts("beside"),
        rivals: table.texts("rivals"),
        conditions: table.texts("where"),
        group: table.text("group"),
        event: table.words("event"),
        outcome: table.text("outcome"),
        data: table.words("data"),
        said,
        methods: table.texts("methods"),
        bands: table.text("bands"),
        shown_by: table.words("shown_by"),
    }
}

/// A table with its hash. What cannot be read is complained of with where it can be had.
fn load(
    (named, about): (&Located<Text>, &Table),
    from: &str,
    files: &impl Files,
    texts: &mut Texts,
    diagnostics: &mut Diagnostics,
) -> (Option<Grid>, Option<String>) {
    let file = match files.read_table(&named.value, from) {
        Ok(file) => file,
        Err((message, help)) => {
            let download = about.words("address").map(|address| {
                format!("download {address} and save it as {}; `--tables FOLDER` says where it lies", named.value)
            });
            diagnostics.push(Diagnostic::error(message).at(named.span, "").opt_help(download.or(help)));
            return (None, None);
        }
    };
    let mut hash = String::new();
    for byte in Sha256::digest(file.content.as_bytes()) {
        // Writing to a text does not fail.
        let _ = write!(hash, "{byte:02x}");
    }
    if let Some(expected) = about.text("sha256")
        && !expected.value.eq_ignore_ascii_case(&hash)
    {
        diagnostics.push(
            Diagnostic::warning(format!("`{}` is not the table that this file was made for", named.value))
                .message_id("warning-other-table")
                .with("table", named.value.to_string())
                .at(expected.span, format!("the table that was read has {hash}"))
                .help("compare its columns and its number of rows with those meant, or download it again"),
        );
    }
    let text = texts.add(&file.name, file.content);
    (Grid::read_csv(text, texts, diagnostics), Some(hash))
}
