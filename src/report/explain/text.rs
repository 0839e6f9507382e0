//! An explanation as text for a terminal. Knows only the rows that it sets.

use super::account::{RangeAccount, Row, Step};
use super::substituted::TextRun;
use crate::analysis::monte_carlo::PercentileRanges;
use crate::args;
use crate::language::Localizer;
use crate::model::{Assessment, Provenance};
use crate::report::{observed, origin};

/// Columns that words have at least.
const ROOM: usize = 32;

/// The rows as lines of at most so many columns, each further in the deeper it lies.
#[must_use]
pub fn terminal(assessment: &Assessment, ranges: &PercentileRanges, rows: &[Row<'_>], width: usize) -> String {
    let words = assessment.words;
    let from = |of: &Provenance| words.format("explain-from", args![origin = origin::with_titles(assessment, of)]);
    let mut text = String::new();
    for row in rows {
        // A chain of hundreds of metrics would walk off the page.
        let indent = "  ".repeat(row.depth.min(12));
        let mut add = |content: &str| {
            // What does not fit goes on under its own beginning, a little further in.
            let pad = content.len() - content.trim_start().len();
            // Far in on a narrow terminal there would be no room left for words.
            let pad = pad.min(width.saturating_sub(indent.len() + ROOM));
            let first = format!("{indent}{}", " ".repeat(pad));
            let rest = format!("{first}  ");
            let options = textwrap::Options::new(width)
                .break_words(false)
                .initial_indent(&first)
                .subsequent_indent(&rest)
                .word_splitter(textwrap::WordSplitter::NoHyphenation);
            text.push_str(&textwrap::fill(content.trim_start(), options));
            text.push('\n');
        };
        match &row.step {
            Step::Metric(metric) if row.seen => {
                add(&format!("{} = {}  {}", metric.id, metric.result.text(words), words.text("explained-above")));
            }
            Step::Metric(metric) => {
                let pad = " ".repeat(metric.id.chars().count());
                add(&format!("{} = {}", metric.id, metric.formula));
                add(&format!("{pad} = {}", TextRun::joined(&metric.substituted, words)));
                add(&format!("{pad} = {}", metric.result.text(words)));
                if let Some(spread) = metric.spread(assessment, ranges) {
                    add(&format!("{pad}   {spread}"));
                }
                add(&format!("{pad}   {}. {}", metric.label, metric.means));
                add(&format!("{pad}   {}", from(metric.provenance)));
            }
            Step::More { name, count, sum } => {
                add(&words.format("explain-more", args![count = *count, name = name, sum = sum]));
            }
            Step::Input(input) if row.seen => add(&format!("{} = {}", input.id, input.result.text(words))),
            Step::Input(input) => {
                let pad = " ".repeat(input.id.chars().count());
                let counting = input.counting.as_ref().map_or_else(String::new, |rule| {
                    format!(", {}", words.format("strength-counted", args![rule = rule]))
                });
                let range = input.range.as_ref().map_or_else(String::new, |range| {
                    let ends = words.format("explain-range", args![range = range.in_full(words)]);
                    format!(", {ends}{}", sourced_ends(words, range))
                });
                add(&format!("{} = {}{counting}{range}", input.id, input.result.text(words)));
                add(&format!("{pad}   {}", from(input.provenance)));
                if let Some(note) = input.note {
                    add(&format!("{pad}   {}", words.format("explain-note", args![note = note])));
                }
                // Whoever explains what follows from it has enough to read.
                if row.depth == 0 {
                    add(&format!("{pad}   {}. {}", input.label, input.means));
                    for line in observed::sentences(words, input.id, Some(input.result.unit.to_base(input.value))) {
                        add(&format!("{pad}   {line}"));
                    }
                }
            }
        }
    }
    text
}

/// The ends of a range whose sources are told apart: `; 1,250 km: Syrskyi (May 2025)`.
fn sourced_ends(words: Localizer, range: &RangeAccount) -> String {
    let place = |(end, cited): &(String, Vec<String>)| {
        format!("; {}", words.format("place-of", args![of = end, what = cited.join(", ")]))
    };
    range.ends.iter().map(place).collect::<Vec<_>>().concat()
}
