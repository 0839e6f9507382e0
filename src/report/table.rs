//! Tables for terminals and for Markdown, laid out by `tabled`.

use super::bar::{self, Bar};
use crate::args;
use crate::language::Localizer;
use tabled::builder::Builder;
use tabled::settings::object::{Columns, Rows};
use tabled::settings::style::Style;
use tabled::settings::{Alignment, Modify, Padding};
use textwrap::core::display_width;

/// Columns between two cells: the padding and the border that the blank style draws.
const GAP: usize = 2;

/// Columns that labels, and units, have at least where a table has bars.
const LABEL: usize = 28;
const UNIT: usize = 14;

/// A table of texts, some of whose columns hold numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What the table shows; empty where its place says so.
    pub caption: String,
    /// Column heads.
    pub header: Vec<String>,
    /// Rows, as long as the header.
    pub rows: Vec<Vec<String>>,
    /// Columns that are set to the right.
    pub right: Vec<usize>,
    /// A bar for each row, where the rows have ranges: drawn on terminals alone, where there is room.
    pub bars: Vec<Option<Bar>>,
    /// Columns that a narrow terminal does without, the first of them first.
    pub optional: Vec<usize>,
    /// The language in which it is said which were left out.
    pub words: Localizer,
}

impl Table {
    /// An empty table.
    #[must_use]
    pub fn new(header: &[&str], right: &[usize]) -> Self {
        Self {
            caption: String::new(),
            header: header.iter().map(|head| (*head).to_owned()).collect(),
            rows: Vec::new(),
            right: right.to_vec(),
            ..Self::default()
        }
    }

    /// An empty table under heads that a language has by these keys.
    #[must_use]
    pub(crate) fn headed(words: Localizer, keys: &[&str], right: &[usize]) -> Self {
        Self { header: keys.iter().map(|key| words.text(key)).collect(), words, ..Self::new(&[], right) }
    }

    /// The table under a caption.
    #[must_use]
    pub fn titled(self, caption: impl Into<String>) -> Self {
        Self { caption: caption.into(), ..self }
    }

    /// The table with columns that a narrow terminal does without, the first of them first.
    #[must_use]
    pub fn without_first(self, optional: &[usize]) -> Self {
        Self { optional: optional.to_vec(), ..self }
    }

    /// The table with a person's words in its cells as Markdown shows them.
    #[must_use]
    pub(crate) fn escaped(&self) -> Self {
        let cells = |row: &Vec<String>| row.iter().map(|cell| super::escape::escaped(cell)).collect();
        Self { rows: self.rows.iter().map(cells).collect(), header: cells(&self.header), ..self.clone() }
    }

    /// Adds a row.
    pub fn push(&mut self, row: impl IntoIterator<Item = impl Into<String>>) {
        self.rows.push(row.into_iter().map(Into::into).collect());
    }

    /// For a terminal: no more than `width` columns wide. What does not fit is left out where columns are optional, and
    /// said; then cells wrap between words; then each row becomes a block of lines.
    #[must_use]
    pub fn terminal(&self, width: usize) -> String {
        if self.bars.iter().any(Option::is_some)
            && self.least_width() + bar::COLUMNS + GAP <= width
            && self.bars.len() == self.rows.len()
        {
            return self.with_bars().terminal(width);
        }
        let width = width.max(40);
        let natural = |table: &Self| total(&table.widths(|text| text.lines().map(display_width).max().unwrap_or(0)));
        let mut left_out: Vec<usize> = Vec::new();
        let mut kept = self.clone();
        for column in &self.optional {
            if natural(&kept) <= width {
                break;
            }
            left_out.push(*column);
            kept = self.without(&left_out);
        }
        let drawn = match kept.fitted(width) {
            Some(fitted) => fitted.drawn(),
            None => kept.blocks(width),
        };
        if left_out.is_empty() {
            return drawn;
        }
        let names: Vec<&str> = left_out.iter().filter_map(|column| self.header.get(*column)).map(String::as_str).collect();
        let said = self.words.format("table-left-out", args![columns = names.join(", ")]);
        format!("{drawn}\n{}", textwrap::fill(&said, options(width)))
    }

    fn drawn(&self) -> String {
        let mut table = self.builder(false).build();
        table.with(Style::blank()).with(Padding::new(0, 1, 0, 0));
        self.align(&mut table);
        let drawn = table.to_string();
        drawn.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
    }

    /// The table without some columns.
    fn without(&self, columns: &[usize]) -> Self {
        let keep = |at: &usize| !columns.contains(at);
        let cells = |row: &Vec<String>| -> Vec<String> {
            row.iter().enumerate().filter(|(at, _)| keep(at)).map(|(_, cell)| cell.clone()).collect()
        };
        let moved = |at: &usize| at - columns.iter().filter(|column| *column < at).count();
        Self {
            header: cells(&self.header),
            rows: self.rows.iter().map(cells).collect(),
            right: self.right.iter().filter(|at| keep(at)).map(moved).collect(),
            ..self.clone()
        }
    }

    /// The widest cell of each column, by some measure of a cell.
    fn widths(&self, of: impl Fn(&str) -> usize) -> Vec<usize> {
        let rows = || std::iter::once(&self.header).chain(&self.rows);
        let widest = |at: usize| rows().filter_map(|row| row.get(at)).map(|cell| of(cell)).max().unwrap_or(0);
        (0..self.header.len()).map(widest).collect()
    }

    /// The table with cells wrapped between words so that it fits; nothing where a word of each column is too much.
    fn fitted(&self, width: usize) -> Option<Self> {
        let longest = |text: &str| text.split([' ', '\n']).map(display_width).max().unwrap_or(0);
        let mut widths = self.widths(|text| text.lines().map(display_width).max().unwrap_or(0));
        // Numbers stay whole where they can; what stands in a column of numbers in words may wrap.
        let least = self.widths(longest);
        while total(&widths) > width {
            let room = widths.iter().zip(&least).enumerate().filter(|(_, (now, least))| now > least);
            let (widest, _) = room.max_by_key(|(at, (now, _))| (!self.right.contains(at), **now))?;
            widths[widest] -= 1;
        }
        let cells = |row: &Vec<String>| -> Vec<String> {
            row.iter().zip(&widths).map(|(cell, width)| textwrap::fill(cell, options((*width).max(1)))).collect()
        };
        Some(Self { header: cells(&self.header), rows: self.rows.iter().map(cells).collect(), ..self.clone() })
    }

    /// A block of lines for each row: its first cell, then a line for each other with its head.
    fn blocks(&self, width: usize) -> String {
        let block = |row: &Vec<String>| {
            let first = row.first().map(|cell| textwrap::fill(cell, options(width)));
            let others = row.iter().zip(&self.header).skip(1).filter(|(cell, _)| !cell.is_empty());
            let others = others.map(|(cell, head)| {
                let text = if head.is_empty() { cell.clone() } else { self.words.pair(head, cell) };
                textwrap::fill(&text, options(width).initial_indent("  ").subsequent_indent("    "))
            });
            first.into_iter().chain(others).collect::<Vec<_>>().join("\n")
        };
        self.rows.iter().map(block).collect::<Vec<_>>().join("\n")
    }

    /// As a Markdown table.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut table = self.builder(true).build();
        table.with(Style::markdown());
        self.align(&mut table);
        // The style draws no alignment marks: they are set by hand in the second line.
        let drawn = table.to_string();
        let mut lines: Vec<String> = drawn.lines().map(str::to_owned).collect();
        if let Some(rule) = lines.get_mut(1) {
            let mut cells: Vec<String> = rule.split('|').map(str::to_owned).collect();
            for column in &self.right {
                if let Some(cell) = cells.get_mut(column + 1).filter(|cell| cell.ends_with('-')) {
                    cell.pop();
                    cell.push(':');
                }
            }
            *rule = cells.join("|");
        }
        lines.join("\n")
    }

    /// Columns that it takes where no cell is wrapped but those of the first and the last column, which are words.
    fn least_width(&self) -> usize {
        let rows = || std::iter::once(&self.header).chain(&self.rows);
        let cell = |row: &Vec<String>, at: usize| {
            row.get(at).map_or(0, |cell| cell.lines().map(|line| line.chars().count()).max().unwrap_or(0))
        };
        let last = self.header.len().saturating_sub(1);
        let column = |at: usize| {
            let natural = rows().map(|row| cell(row, at)).max().unwrap_or(0);
            let most = [(0, LABEL), (last, UNIT)].into_iter().find(|(words, _)| *words == at);
            most.map_or(natural, |(_, most)| natural.min(most)) + GAP
        };
        (0..self.header.len()).map(column).sum()
    }

    /// With the bars as a last column.
    fn with_bars(&self) -> Self {
        let mut table = Self { bars: Vec::new(), ..self.clone() };
        table.header.push(bar::head(&self.bars));
        for (row, bar) in table.rows.iter_mut().zip(bar::draw(&self.bars)) {
            row.push(bar);
        }
        table
    }

    fn builder(&self, markdown: bool) -> Builder {
        let cell = |text: &String| if markdown { text.replace('|', "\\|").replace('\n', " ") } else { text.clone() };
        let mut builder = Builder::default();
        builder.push_record(self.header.iter().map(cell));
        for row in &self.rows {
            builder.push_record(row.iter().map(cell));
        }
        builder
    }

    fn align(&self, table: &mut tabled::Table) {
        table.with(Modify::new(Rows::new(..)).with(Alignment::left()));
        for column in &self.right {
            table.with(Modify::new(Columns::new(*column..=*column)).with(Alignment::right()));
        }
    }
}

/// Columns of a terminal that columns of a table take with the blanks behind them.
fn total(widths: &[usize]) -> usize {
    widths.iter().map(|width| width + GAP).sum::<usize>().saturating_sub(GAP)
}

/// Lines that end between words.
fn options<'a>(width: usize) -> textwrap::Options<'a> {
    textwrap::Options::new(width)
        .break_words(false)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
}
