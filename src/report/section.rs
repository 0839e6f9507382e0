//! What one analysis adds to a report: sentences, tables, charts, CSV files and JSON.
//!
//! A command shows one section, a run of a scenario all that it asks for. Knows nothing of what was analysed.

use super::figure::RenderedChart;
use super::table::Table;
use super::wrapping::wrapped;
use crate::args;
use crate::language::Localizer;
use serde_json::Value;
use std::fmt::Write as _;

/// Rows of tables that a report in Markdown has room for, behind a fold.
const FOLDED: usize = 4;

/// Sentences of a section that stand one by one there.
const SAID: usize = 4;

/// An analysis, ready to show.
#[non_exhaustive]
pub struct Section {
    /// Its key in `results.json`.
    pub id: String,
    /// Its heading.
    pub title: String,
    /// Tables, each with its caption.
    pub tables: Vec<Table>,
    /// What they say, in words.
    pub sentences: Vec<String>,
    /// How many of these, from the first on, the summary of a run has room for; all where absent.
    pub brief: Option<usize>,
    /// Whether a report in Markdown has room for one of its tables.
    pub folds: bool,
    /// The results as JSON.
    pub json: Value,
    /// Files of data: name and content.
    pub files: Vec<(String, String)>,
    /// Charts.
    pub figures: Vec<RenderedChart>,
}

impl Section {
    /// A section that so far has its results as JSON only.
    #[must_use]
    pub fn new(id: &str, title: &str, json: Value) -> Self {
        Self {
            id: id.to_owned(),
            title: title.to_owned(),
            tables: Vec::new(),
            sentences: Vec::new(),
            brief: None,
            folds: true,
            json,
            files: Vec::new(),
            figures: Vec::new(),
        }
    }

    /// Its first sentence, which is the answer, then tables, then the other sentences, at most `width` columns wide.
    #[must_use]
    pub fn terminal(&self, width: usize) -> String {
        let filled = |text: &String| wrapped(text, width).join("\n");
        let (answer, others) = self.sentences.split_at(self.sentences.len().min(1));
        let mut blocks: Vec<String> = answer.iter().map(filled).collect();
        // A head without a row says nothing to a reader.
        for table in self.tables.iter().filter(|table| !table.rows.is_empty()) {
            let caption = (!table.caption.is_empty()).then(|| filled(&table.caption));
            blocks.push(caption.into_iter().chain([table.terminal(width)]).collect::<Vec<_>>().join("\n"));
        }
        if !others.is_empty() {
            blocks.push(others.iter().map(filled).collect::<Vec<_>>().join("\n"));
        }
        blocks.join("\n\n")
    }

    /// A section of a report in Markdown: what it found and one chart, then where the tables and the other charts are.
    /// `chart` gives the path of a chart's file. Nothing where it has but tables.
    #[must_use]
    pub(super) fn in_report(&self, words: Localizer, chart: impl Fn(&str) -> String) -> String {
        if self.sentences.is_empty() && self.figures.is_empty() {
            return String::new();
        }
        let mut text = format!("## {}\n\n", super::escape::escaped(&self.title));
        let said: Vec<String> = self.sentences.iter().map(|sentence| super::escape::escaped(sentence)).collect();
        // One more is as short as a fold.
        let (first, others) = said.split_at(if said.len() > SAID + 1 { SAID } else { said.len() });
        for sentence in first {
            let _ = writeln!(text, "- {sentence}");
        }
        if !others.is_empty() {
            let folded = words.format("report-more-said", args![count = others.len()]);
            let _ = writeln!(text, "\n<details><summary>{folded}</summary> {} </details>", others.join(" "));
        }
        if !said.is_empty() {
            text.push('\n');
        }
        let linked =
            |figure: &RenderedChart| format!("[{}]({})", super::escape::escaped(&figure.title), chart(&figure.id));
        let mut figures = self.figures.iter();
        if let Some(first) = figures.next() {
            let _ = writeln!(text, "!{}\n", linked(first));
        }
        let others: Vec<String> = figures.map(linked).collect();
        let files: Vec<String> = self.files.iter().map(|(name, _)| format!("[{name}]({name})")).collect();
        let mut behind: Vec<String> = Vec::new();
        if !files.is_empty() {
            behind.push(words.format("report-files", args![files = files.join(", ")]));
        }
        if !others.is_empty() {
            behind.push(words.format("report-more-charts", args![charts = others.join(", ")]));
        }
        if !behind.is_empty() {
            let _ = writeln!(text, "{}\n", behind.join(" "));
        }
        text
    }

    /// The table that a report in Markdown has room for, behind a fold, under its caption; all are files beside it.
    #[must_use]
    pub(super) fn folded(&self) -> Option<String> {
        let table = self.tables.iter().find(|table| self.folds && (1..=FOLDED).contains(&table.rows.len()))?;
        let captions = [&self.title, &table.caption].into_iter().filter(|caption| !caption.is_empty());
        let mut caption = captions.map(|caption| super::escape::escaped(caption)).collect::<Vec<_>>().join(". ");
        if self.sentences.is_empty() && self.figures.is_empty() {
            // Nothing else names its files.
            let files = self.files.iter().map(|(name, _)| format!(" [{name}]({name})"));
            caption.push_str(&files.collect::<String>());
        }
        Some(format!("{caption}\n\n{}\n\n", table.escaped().markdown().trim_end()))
    }

    /// The whole section in Markdown, with its charts as files in a folder.
    #[must_use]
    pub fn markdown(&self, charts: &str) -> String {
        let mut text = format!("## {}\n\n", super::escape::escaped(&self.title));
        for table in &self.tables {
            if !table.caption.is_empty() {
                let _ = writeln!(text, "{}\n", super::escape::escaped(&table.caption));
            }
            let _ = writeln!(text, "{}\n", table.escaped().markdown());
        }
        for sentence in &self.sentences {
            let _ = writeln!(text, "- {}", super::escape::escaped(sentence));
        }
        if !self.sentences.is_empty() {
            text.push('\n');
        }
        for figure in &self.figures {
            let _ = writeln!(text, "![{}]({charts}/{}.svg)\n", super::escape::escaped(&figure.title), figure.id);
        }
        text
    }
}
