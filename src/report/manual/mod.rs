//! The manual: pages of `manual.md`, whose tables are made of the tables that the program itself reads.
//!
//! A page starts with `## topic: what it is about`; `{{name}}` stands for what `generated` makes. Knows nothing of
//! commands.

mod generated;

use super::table::Table;
use crate::scenario::Entries;
use generated::{Generated, generated};

const MANUAL: &str = include_str!("manual.md");

/// A page of the manual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Topic {
    /// The word to ask for.
    pub name: &'static str,
    /// What it is about, in a few words.
    pub about: &'static str,
    text: &'static str,
}

/// All pages.
#[must_use]
pub fn topics() -> Vec<Topic> {
    let page = |page: &'static str| {
        let (head, text) = page.split_once('\n')?;
        let (name, about) = head.split_once(": ")?;
        Some(Topic { name, about, text: text.trim() })
    };
    MANUAL.split("## ").filter_map(page).collect()
}

/// A piece of a page.
enum Block {
    Words(String),
    Item(String),
    Code(&'static str, Vec<&'static str>),
    Table(Table),
}

impl Topic {
    fn blocks(self, entries: &Entries) -> Vec<Block> {
        let mut blocks = Vec::new();
        let mut lines = self.text.lines();
        let mut words: Vec<&str> = Vec::new();
        while let Some(line) = lines.next() {
            let code = line.strip_prefix("```");
            if code.is_some() || line.is_empty() || line.starts_with("- ") {
                close(&mut words, entries, &mut blocks);
            }
            match code {
                Some(language) => {
                    blocks.push(Block::Code(language, lines.by_ref().take_while(|line| *line != "```").collect()));
                }
                None if !line.is_empty() => words.push(line),
                None => {}
            }
        }
        close(&mut words, entries, &mut blocks);
        blocks
    }

    /// As plain text, at most `width` columns wide.
    #[must_use]
    pub fn terminal(self, entries: &Entries, width: usize) -> String {
        let fill = |words: &str, first: &str, rest: &str| {
            let options = textwrap::Options::new(width)
                .initial_indent(first)
                .subsequent_indent(rest)
                .word_splitter(textwrap::WordSplitter::NoHyphenation);
            textwrap::fill(words, options)
        };
        let mut texts = vec![fill(&format!("{}: {}", self.name, self.about), "", "")];
        for block in self.blocks(entries) {
            texts.push(match block {
                Block::Words(words) => fill(&words, "", ""),
                Block::Item(words) => fill(&words, "- ", "  "),
                Block::Code(_, lines) => lines.iter().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n"),
                Block::Table(table) => table.terminal(width),
            });
        }
        texts.join("\n\n")
    }

    /// As a section of a Markdown file.
    #[must_use]
    pub fn markdown(self, entries: &Entries) -> String {
        let mut texts = vec![format!("## {}: {}", self.name, self.about)];
        for block in self.blocks(entries) {
            texts.push(match block {
                Block::Words(words) => words,
                Block::Item(words) => format!("- {words}"),
                Block::Code(language, lines) => format!("```{language}\n{}\n```", lines.join("\n")),
                Block::Table(table) => table.markdown(),
            });
        }
        texts.join("\n\n")
    }
}

/// Makes a block of the lines that were collected.
fn close(lines: &mut Vec<&str>, entries: &Entries, blocks: &mut Vec<Block>) {
    let words = std::mem::take(lines).join(" ");
    if words.is_empty() {
        return;
    }
    let name = words.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}"));
    if let Some(Generated::Table(table)) = name.and_then(|name| generated(name, entries)) {
        blocks.push(Block::Table(table));
        return;
    }
    let mut text = String::new();
    let mut rest = words.as_str();
    while let Some((before, behind)) = rest.split_once("{{") {
        let (name, after) = behind.split_once("}}").unwrap_or((behind, ""));
        text.push_str(before);
        if let Some(Generated::Words(words)) = generated(name, entries) {
            text.push_str(&words);
        }
        rest = after;
    }
    text.push_str(rest);
    blocks.push(match text.strip_prefix("- ") {
        Some(item) => Block::Item(item.to_owned()),
        None => Block::Words(text),
    });
}

/// The whole manual as one Markdown file.
#[must_use]
pub fn markdown(entries: &Entries) -> String {
    let pages: Vec<String> = topics().into_iter().map(|topic| topic.markdown(entries)).collect();
    format!("# The manual of forcesize\n\n{}\n", pages.join("\n\n"))
}
