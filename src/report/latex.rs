//! Figures and tables for LaTeX: `figures.tex` includes the charts as PDF under captions and labels, `tables.tex` has the
//! tables in the manner of booktabs. A person's words stay text. Knows no files.

use super::document::{Document, Numbered, shares};
use super::table::Table;
use crate::args;
use std::fmt::Write as _;

/// The figures; charts stand in a folder beside the file.
#[must_use]
pub fn figures(document: &Document) -> String {
    let mut text = format!("% {}\n", comment(&document.words.text("latex-figures")));
    for figure in document.figures() {
        let _ = write!(
            text,
            "\n\\begin{{figure}}[htbp]\n  \\centering\n  \\includegraphics[width=\\linewidth]{{charts/{id}.pdf}}\n  \
             \\caption{{{}}}\n  \\label{{fig:{id}}}\n\\end{{figure}}\n",
            escaped(&figure.caption),
            id = figure.id
        );
    }
    text
}

/// The tables.
#[must_use]
pub fn tables(document: &Document) -> String {
    let about = document.words.format("latex-tables", args![packages = "booktabs, array, longtable"]);
    let mut text = format!("% {}\n", comment(&about));
    for table in document.tables() {
        text.push_str(&one(table));
    }
    text
}

/// A table that may go over pages, with its head on each.
fn one(numbered: &Numbered) -> String {
    let table = &numbered.table;
    let row = |cells: &Vec<String>| {
        let cells: Vec<String> = (0..table.header.len())
            .map(|column| cells.get(column).map_or_else(String::new, |cell| escaped(cell)))
            .collect();
        // What stands first in a row could be taken for an argument of the end of the row before.
        format!("{{}}{} \\\\\n", cells.join(" & "))
    };
    let head = row(&table.header);
    let mut text = format!(
        "\n{{\\footnotesize\n\\begin{{longtable}}{{@{{}}{}@{{}}}}\n  \\caption{{{}}}\\label{{tab:{}}} \\\\\n  \\toprule\n  {head}  \\midrule\n  \\endfirsthead\n  \
         \\toprule\n  {head}  \\midrule\n  \\endhead\n  \\bottomrule\n  \\endlastfoot\n",
        columns(table),
        escaped(&numbered.caption),
        numbered.id
    );
    for cells in &table.rows {
        let _ = write!(text, "  {}", row(cells));
    }
    text.push_str("\\end{longtable}}\n");
    text
}

/// The columns: each has a share of the line, numbers stand to the right.
fn columns(table: &Table) -> String {
    // The space between two columns is about a fortieth of a line.
    let room = 1000_usize.saturating_sub(25 * table.header.len().saturating_sub(1));
    let kind = |(column, share): (usize, &usize)| {
        let side = if table.right.contains(&column) { "left" } else { "right" };
        format!(">{{\\ragged{side}\\arraybackslash}}p{{0.{:03}\\linewidth}}", (share * room / 1000).min(999))
    };
    shares(table).iter().enumerate().map(kind).collect()
}

/// A comment's text on its one line.
fn comment(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A person's words as LaTeX sets them.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '\\' => safe.push_str("\\textbackslash{}"),
            '{' | '}' | '#' | '$' | '%' | '&' | '_' => safe.extend(['\\', letter]),
            '~' => safe.push_str("\\textasciitilde{}"),
            '^' => safe.push_str("\\textasciicircum{}"),
            '<' => safe.push_str("\\textless{}"),
            '>' => safe.push_str("\\textgreater{}"),
            '|' => safe.push_str("\\textbar{}"),
            '"' => safe.push_str("\\textquotedbl{}"),
            '`' => safe.push_str("\\textasciigrave{}"),
            '[' => safe.push_str("{[}"),
            ']' => safe.push_str("{]}"),
            '\u{a0}' => safe.push('~'),
            '\u{202f}' | '\u{2009}' => safe.push_str("\\,"),
            '\u{2212}' => safe.push_str("\\ensuremath{-}"),
            '≤' => safe.push_str("\\ensuremath{\\leq}"),
            '≥' => safe.push_str("\\ensuremath{\\geq}"),
            '≈' => safe.push_str("\\ensuremath{\\approx}"),
            '→' => safe.push_str("\\ensuremath{\\rightarrow}"),
            '∞' => safe.push_str("\\ensuremath{\\infty}"),
            '²' => safe.push_str("\\textsuperscript{2}"),
            '³' => safe.push_str("\\textsuperscript{3}"),
            letter if letter.is_whitespace() => safe.push(' '),
            letter if letter.is_control() => {}
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn words_stay_words() {
        for (text, safe) in [
            ("50 % of R&D_x #1 $5", "50 \\% of R\\&D\\_x \\#1 \\$5"),
            ("\\input{/etc/passwd}", "\\textbackslash{}input\\{/etc/passwd\\}"),
            ("[1] a~b^c", "{[}1{]} a\\textasciitilde{}b\\textasciicircum{}c"),
            ("per km²\nand 1\u{202f}000", "per km\\textsuperscript{2} and 1\\,000"),
        ] {
            assert_eq!(escaped(text), safe);
        }
    }
}
