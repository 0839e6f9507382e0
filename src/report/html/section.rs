//! The analyses' sentences, tables and charts as a page shows them.

use super::figure::{Drawings, Figure};
use crate::report::section::Section;
use crate::report::table::Table;
use serde::Serialize;

/// Rows of a table that stand open; longer tables unfold.
const OPEN_ROWS: usize = 16;

/// Sentences of an analysis that the summary has room for; its own section has all.
const BRIEF: usize = 2;

/// An analysis.
#[derive(Serialize)]
pub(super) struct FoldedSection<'a> {
    id: String,
    title: &'a str,
    sentences: &'a [String],
    /// The sentences that a summary has room for.
    brief: &'a [String],
    tables: Vec<View<'a>>,
    figures: Vec<Figure>,
    /// Whether any of its charts follows.
    follows: bool,
}

/// A table.
#[derive(Serialize)]
pub(super) struct View<'a> {
    /// What the caption is called, for what is named by it.
    id: String,
    caption: &'a str,
    heads: Vec<Head<'a>>,
    rows: &'a [Vec<String>],
    right: &'a [usize],
    folded: bool,
}

#[derive(Serialize)]
struct Head<'a> {
    text: &'a str,
    right: bool,
}

pub(super) fn sections<'a>(sections: &'a [Section], drawings: &mut Drawings) -> Vec<FoldedSection<'a>> {
    let mut shown = 0..;
    let section = |section: &'a Section| {
        let figures = drawings.figures(&section.figures);
        let brief = section.brief.unwrap_or(BRIEF).min(BRIEF).min(section.sentences.len());
        FoldedSection {
            id: format!("part-{}", section.id),
            title: &section.title,
            sentences: &section.sentences,
            brief: &section.sentences[..brief],
            tables: section.tables.iter().filter(|table| !table.rows.is_empty()).zip(&mut shown).map(view).collect(),
            follows: figures.iter().any(|figure| figure.follows),
            figures,
        }
    };
    sections.iter().map(section).collect()
}

fn view((table, at): (&Table, usize)) -> View<'_> {
    let heads = table.header.iter().enumerate();
    View {
        id: format!("t{at}"),
        caption: &table.caption,
        heads: heads.map(|(column, text)| Head { text, right: table.right.contains(&column) }).collect(),
        rows: &table.rows,
        right: &table.right,
        folded: table.rows.len() > OPEN_ROWS,
    }
}
