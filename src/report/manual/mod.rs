//! The manual: `manual.md`, a page that reads well as it stands, cut into topics for a terminal.
//!
//! A part starts with `# the question that it answers`, a topic with `## topic: what it is about`. Marks, as HTML
//! comments on lines of their own, are not printed: `generated: NAME` up to `end` holds what `generated` makes anew
//! whenever it is printed; `file: NAME` and `runs: COMMAND` are for the tests, which hold all three to what the program
//! does. Knows nothing of commands.

mod generated;

use super::table::Table;
use crate::scenario::Entries;
use generated::{Generated, generated};
use std::fmt::Write as _;

const MANUAL: &str = include_str!("manual.md");

/// A page of the manual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Topic {
    /// The word to ask for.
    pub name: &'static str,
    /// What it is about, in a few words.
    pub about: &'static str,
    /// The question that it helps to answer, together with the other topics of its part.
    question: &'static str,
    /// The section, with its heading.
    text: &'static str,
}

/// All pages.
#[must_use]
pub fn topics() -> Vec<Topic> {
    let mut topics = Vec::new();
    let mut question = "";
    for text in sections() {
        let head = text.lines().next().unwrap_or_default();
        if let Some(part) = head.strip_prefix("# ") {
            question = part;
        } else if let Some((name, about)) = head.strip_prefix("## ").and_then(|head| head.split_once(": ")) {
            topics.push(Topic { name, about, question, text });
        }
    }
    topics
}

/// The parts' introductions and the topics, each from its heading to the next; a `#` in a fenced block is no heading.
fn sections() -> Vec<&'static str> {
    let (mut sections, mut start, mut at, mut fenced) = (Vec::new(), 0, 0, false);
    for line in MANUAL.split_inclusive('\n') {
        fenced ^= line.starts_with("```");
        if !fenced && (line.starts_with("# ") || line.starts_with("## ")) {
            sections.push(MANUAL[start..at].trim_end());
            start = at;
        }
        at += line.len();
    }
    sections.push(MANUAL[start..].trim_end());
    sections
}

/// What a mark says: `generated: units` of `<!-- generated: units -->`.
fn mark(line: &str) -> Option<&str> {
    line.strip_prefix("<!-- ")?.strip_suffix(" -->")
}

/// The topics by the questions that they answer, each with what `shown` makes of it.
fn contents(shown: impl Fn(&Topic) -> String) -> Table {
    let mut table = Table::new(&["Question", "Topics"], &[]);
    for topic in topics() {
        let shown = shown(&topic);
        match table.rows.last_mut() {
            Some(row) if row[0] == topic.question => row[1] = format!("{}, {shown}", row[1]),
            _ => table.push([topic.question.to_owned(), shown]),
        }
    }
    table
}

/// The list of topics, for a terminal.
#[must_use]
pub fn listed(width: usize) -> String {
    contents(|topic| topic.name.to_owned()).terminal(width)
}

/// A piece of a page.
enum Block {
    Localizer(String),
    Item(String),
    Code(Vec<&'static str>),
    Table(Table),
}

impl Topic {
    fn blocks(self, entries: &Entries) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut lines = self.text.lines().skip(1);
        let mut words: Vec<&str> = Vec::new();
        while let Some(line) = lines.next() {
            let apart = ["```", "<!-- ", "- ", "### ", "| "].iter().any(|start| line.starts_with(start));
            if apart || line.is_empty() {
                close(&mut words, &mut blocks);
            }
            if let Some(name) = mark(line).and_then(|mark| mark.strip_prefix("generated: ")) {
                let _ = lines.by_ref().take_while(|line| mark(line) != Some("end")).count();
                blocks.extend(match generated(name, entries) {
                    Some(Generated::Table(table)) => Some(Block::Table(table)),
                    Some(Generated::Localizer(words)) => Some(Block::Localizer(words)),
                    Some(Generated::Listing(_)) | None => None,
                });
            } else if line.starts_with("```") {
                blocks.push(Block::Code(lines.by_ref().take_while(|line| *line != "```").collect()));
            } else if line.starts_with("| ") {
                let rows = lines.by_ref().take_while(|line| line.starts_with('|')).skip(1);
                blocks.push(Block::Table(table(line, rows)));
            } else if mark(line).is_none() && !line.is_empty() {
                words.push(line.trim_start_matches("### "));
            }
        }
        close(&mut words, &mut blocks);
        blocks
    }

    /// As plain text, at most `width` columns wide but for examples.
    #[must_use]
    pub fn terminal(self, entries: &Entries, width: usize) -> String {
        let fill = |words: &str, first: &str, rest: &str| {
            let options = textwrap::Options::new(width)
                .initial_indent(first)
                .subsequent_indent(rest)
                .word_splitter(textwrap::WordSplitter::NoHyphenation);
            textwrap::fill(words, options)
        };
        let mut text = fill(&format!("{}: {}", self.name, self.about), "", "");
        let mut in_list = false;
        for block in self.blocks(entries) {
            let is_item = matches!(block, Block::Item(_));
            text.push_str(if in_list && is_item { "\n" } else { "\n\n" });
            in_list = is_item;
            text.push_str(&match block {
                Block::Localizer(words) => fill(&words, "", ""),
                Block::Item(words) => fill(&words, "- ", "  "),
                Block::Code(lines) => {
                    let lines: Vec<String> =
                        lines.iter().map(|line| format!("    {line}").trim_end().to_owned()).collect();
                    lines.join("\n")
                }
                Block::Table(table) => bare(table).terminal(width),
            });
        }
        text
    }

    /// As a section of a Markdown file.
    #[must_use]
    pub fn markdown(self, entries: &Entries) -> String {
        printed(self.text, entries)
    }
}

/// A table that stands in the manual as Markdown: its head, and its rows.
fn table<'a>(head: &'a str, rows: impl Iterator<Item = &'a str>) -> Table {
    let cells = |line: &str| -> Vec<String> {
        // What is escaped is no border.
        let line = line.replace("\\|", "\0");
        let line = line.trim_start_matches('|').trim_end().trim_end_matches('|');
        line.split('|').map(|cell| cell.trim().replace('\0', "|")).collect()
    };
    Table { header: cells(head), rows: rows.map(cells).collect(), ..Table::default() }
}

/// Cells that are code from end to end without their ticks: a column of names needs none.
fn bare(mut table: Table) -> Table {
    for cell in table.rows.iter_mut().flatten() {
        let code = cell.strip_prefix('`').and_then(|rest| rest.strip_suffix('`'));
        if let Some(code) = code.filter(|code| !code.contains('`')) {
            *cell = code.to_owned();
        }
    }
    table
}

/// Makes a block of the lines that were collected.
fn close(lines: &mut Vec<&str>, blocks: &mut Vec<Block>) {
    let words = std::mem::take(lines).iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
    match words.strip_prefix("- ") {
        _ if words.is_empty() => {}
        Some(item) => blocks.push(Block::Item(item.to_owned())),
        None => blocks.push(Block::Localizer(words)),
    }
}

/// A text of the manual without its marks, and with what is generated made anew.
fn printed(text: &str, entries: &Entries) -> String {
    let (mut printed, mut lines) = (String::new(), text.lines());
    while let Some(line) = lines.next() {
        match mark(line) {
            Some(found) => {
                if let Some(name) = found.strip_prefix("generated: ") {
                    let _ = lines.by_ref().take_while(|line| mark(line) != Some("end")).count();
                    printed.push_str(&match generated(name, entries) {
                        Some(Generated::Table(table) | Generated::Listing(table)) => compact(&table),
                        Some(Generated::Localizer(words)) => words + "\n",
                        None if name == "contents" => compact(&contents(linked)),
                        None => String::new(),
                    });
                }
            }
            None => {
                let _ = writeln!(printed, "{line}");
            }
        }
    }
    printed
}

/// A table in Markdown, its columns not filled up: a changed cell changes its line alone.
fn compact(table: &Table) -> String {
    let row = |cells: &[String]| {
        format!("| {} |\n", cells.iter().map(|cell| cell.replace('|', "\\|")).collect::<Vec<_>>().join(" | "))
    };
    let rule = format!("|{}\n", "---|".repeat(table.header.len()));
    let rows: String = table.rows.iter().map(|cells| row(cells)).collect();
    row(&table.header) + &rule + &rows
}

/// A topic as a link to its heading, as web pages of repositories name headings.
fn linked(topic: &Topic) -> String {
    let heading = format!("{} {}", topic.name, topic.about).to_lowercase().replace(' ', "-");
    let anchor: String = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect();
    format!("[{}](#{anchor})", topic.name)
}

/// The whole manual as one Markdown file.
#[must_use]
pub fn markdown(entries: &Entries) -> String {
    printed(MANUAL, entries)
}
