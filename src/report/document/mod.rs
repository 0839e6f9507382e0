//! The report as headings, sentences, figures, tables and sources, in the order in which a reader turns the pages: what
//! documents of several formats are made of.
//!
//! Sources are numbered as they stand in the list at the end, and tables name them by number. Knows no file format.

mod tables;
mod widths;

pub use widths::shares;

use super::answer::Answer;
use super::escape;
use super::figure::RenderedChart;
use super::section::Section;
use super::table::Table;
use crate::analysis::monte_carlo::PercentileRanges;
use crate::args;
use crate::language::Localizer;
use crate::model::Assessment;

/// Rows up to which a table stands in a document; longer ones are files beside it.
const ROWS: usize = 40;

/// A part of a document.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Block {
    /// A heading, of the first or the second order.
    Heading(u8, String),
    /// Sentences.
    Text(String),
    /// What is asked, before its answers.
    Question(String),
    /// An item of a list.
    Item(String),
    /// A chart.
    Figure(Figure),
    /// A table.
    Table(Numbered),
    /// A source of the numbered list, with its address.
    Source(String, Option<String>),
}

/// A chart of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The name of its files.
    pub id: String,
    /// Its number, from 1.
    pub number: usize,
    /// What it shows.
    pub caption: String,
    /// What it shows to those who do not see it.
    pub description: String,
}

/// A table of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Numbered {
    /// A name for references: that of its section, and a number where there are several.
    pub id: String,
    /// Its number, from 1.
    pub number: usize,
    /// What it shows.
    pub caption: String,
    /// Its cells.
    pub table: Table,
}

/// A report.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Document {
    /// Its title.
    pub title: String,
    /// What stands below it.
    pub subtitle: Vec<String>,
    /// Its language.
    pub words: Localizer,
    /// Its parts.
    pub blocks: Vec<Block>,
    figures: usize,
    tables: usize,
}

/// What a document is made of, but for the scenario.
pub struct Parts<'a> {
    /// The answer.
    pub answer: &'a Answer,
    /// The range beside each number.
    pub ranges: &'a PercentileRanges,
    /// The analyses.
    pub sections: &'a [Section],
    /// Charts that belong to no analysis.
    pub charts: &'a [RenderedChart],
    /// What is to be told with care.
    pub warnings: &'a [String],
}

/// The whole report.
#[must_use]
pub fn document(assessment: &Assessment, parts: &Parts<'_>) -> Document {
    let words = assessment.words;
    let mut document = Document {
        title: assessment.title.clone(),
        subtitle: parts.answer.about.clone(),
        words,
        ..Document::default()
    };
    document.heading(1, words.text("title-summary"));
    if assessment.purpose.is_none() {
        document.text(words.text("no-purpose"));
    }
    document.text(assessment.summary.clone().unwrap_or_default());
    for line in &parts.answer.lines {
        document.blocks.push(Block::Question(line.heading.clone()));
        document.blocks.extend(line.items.iter().map(|item| Block::Item(item.text())));
    }
    document.text(words.text("no-single-ratio"));
    for section in parts.sections {
        document.section(section);
    }
    if !parts.charts.is_empty() {
        document.heading(1, words.text("title-charts"));
        parts.charts.iter().for_each(|chart| document.figure(chart));
    }
    if !parts.warnings.is_empty() {
        document.heading(1, words.text("title-care"));
        document.blocks.extend(parts.warnings.iter().cloned().map(Block::Item));
    }
    document.heading(1, words.text("title-metrics"));
    document.table("metrics", words.text("title-metrics"), tables::metrics(assessment, parts.ranges));
    document.heading(1, words.text("title-inputs"));
    document.table("inputs", words.text("title-inputs"), tables::inputs(assessment));
    if !assessment.sources.is_empty() {
        document.heading(1, words.text("title-sources"));
        let sources = tables::sources(assessment).into_iter();
        document.blocks.extend(sources.map(|(text, address)| Block::Source(text, address)));
    }
    document
}

impl Document {
    fn heading(&mut self, order: u8, text: String) {
        self.blocks.push(Block::Heading(order, text));
    }

    fn text(&mut self, text: String) {
        if !text.is_empty() {
            self.blocks.push(Block::Text(text));
        }
    }

    fn figure(&mut self, chart: &RenderedChart) {
        self.figures += 1;
        self.blocks.push(Block::Figure(Figure {
            id: chart.id.clone(),
            number: self.figures,
            caption: chart.title.clone(),
            description: description(chart),
        }));
    }

    fn table(&mut self, id: &str, caption: String, table: Table) {
        if table.rows.is_empty() {
            return;
        }
        self.tables += 1;
        self.blocks.push(Block::Table(Numbered { id: id.to_owned(), number: self.tables, caption, table }));
    }

    fn section(&mut self, section: &Section) {
        self.heading(1, section.title.clone());
        self.blocks.extend(section.sentences.iter().cloned().map(Block::Item));
        section.figures.iter().for_each(|chart| self.figure(chart));
        for (position, table) in section.tables.iter().enumerate() {
            if table.rows.len() > ROWS {
                continue;
            }
            let id = if position == 0 { section.id.clone() } else { format!("{}_{}", section.id, position + 1) };
            let caption = if table.caption.is_empty() { section.title.clone() } else { table.caption.clone() };
            self.table(&id, caption, table.clone());
        }
        let longer = section.tables.iter().any(|table| table.rows.len() > ROWS);
        let files: Vec<&str> = section.files.iter().map(|(name, _)| name.as_str()).collect();
        if longer && !files.is_empty() {
            self.text(self.words.format("report-files", args![files = files.join(", ")]));
        }
    }

    /// The figures, in their order.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Figure(figure) => Some(figure),
            _ => None,
        })
    }

    /// The tables, in their order.
    pub fn tables(&self) -> impl Iterator<Item = &Numbered> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
    }
}

/// What a chart's file says to those who do not see it: its title, and what is in it.
fn description(chart: &RenderedChart) -> String {
    let inside = |text: &str| -> Option<String> {
        let (_, rest) = text.split_once("<desc")?;
        let (_, rest) = rest.split_once('>')?;
        let (inside, _) = rest.split_once("</desc>")?;
        Some(escape::plain(inside))
    };
    match inside(&chart.svg).filter(|inside| !inside.is_empty()) {
        Some(inside) => format!("{}. {inside}", chart.title.trim_end_matches('.')),
        None => chart.title.clone(),
    }
}
