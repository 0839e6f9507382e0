//! The sheets that do not follow what is changed, and say so: the text of the answer, percentiles of samples, sources.

use super::sheet::{Cell, Sheet, Workbook};
use crate::args;
use crate::model::Assessment;
use crate::report::answer::{Answer, Item};
use crate::report::monte_carlo::NAMES;
use crate::study::Results;

/// The answer: a row for each item.
pub(super) fn answer(assessment: &Assessment, answer: &Answer) -> Sheet {
    let words = assessment.words;
    let name = Workbook::default().free(&words.text("sheet-answer"));
    let mut sheet = Sheet::titled(name, &answer.title, &words.text("sheet-about-answer"), &[22, 50, 18, 34, 40]);
    for about in &answer.about {
        sheet.push([Cell::text(about)]);
    }
    sheet.push([]);
    for line in &answer.lines {
        for (position, item) in line.items.iter().enumerate() {
            let heading = if position == 0 { Cell::Head(line.heading.clone()) } else { Cell::Empty };
            match item {
                Item::Text(text) => sheet.push([heading, Cell::text(text)]),
                Item::Row { name, number, beside, verdict } => {
                    sheet.push([heading].into_iter().chain([name, number, beside, verdict].map(Cell::text)))
                }
            };
        }
    }
    sheet
}

/// Adds percentiles, where there are samples, and sources.
pub(super) fn add(book: &mut Workbook, assessment: &Assessment, results: &Results) {
    percentiles(book, assessment, results);
    sources(book, assessment);
}

fn percentiles(book: &mut Workbook, assessment: &Assessment, results: &Results) {
    let words = assessment.words;
    let Some(samples) = &results.samples else { return };
    let title = words.text("sheet-percentiles");
    let about = args![samples = samples.settings.samples, seed = samples.settings.seed.to_string()];
    let about = words.format("sheet-about-percentiles", about);
    let widths = [34, 44, 26, 14, 14, 14, 14, 14, 14, 14, 14];
    let mut sheet = Sheet::titled(book.free(&title), &title, &about, &widths);
    let heads = ["sheet-name", "sheet-label", "sheet-unit", "sheet-central", "sheet-mean", "sheet-sd"];
    let heads = heads.iter().map(|head| words.text(head));
    let heads = heads.chain(NAMES.iter().map(|name| (*name).to_owned()));
    sheet.push_heads(heads.chain([words.text("sheet-undefined")]));
    for spread in &samples.spreads {
        let metric = &assessment.calculation.metrics[spread.metric];
        if !spread.moves() && spread.undefined == 0 {
            continue;
        }
        let numbers = [metric.value, spread.mean, spread.sd].into_iter().chain(spread.percentiles);
        let numbers = numbers.map(|value| Cell::number(metric.unit.from_base(value)));
        let about = [Cell::text(&metric.id), Cell::text(&metric.label), Cell::text(metric.unit.text())];
        #[expect(clippy::cast_precision_loss, reason = "at most 2^32 samples")]
        let undefined = Cell::Number(spread.undefined as f64);
        sheet.push(about.into_iter().chain(numbers).chain([undefined]));
    }
    book.sheets.push(sheet);
}

fn sources(book: &mut Workbook, assessment: &Assessment) {
    let words = assessment.words;
    if assessment.sources.is_empty() {
        return;
    }
    let title = words.text("sheet-sources");
    let widths = [24, 34, 70, 30, 24, 14, 12, 60, 90];
    let mut sheet = Sheet::titled(book.free(&title), &title, "", &widths);
    let fields = ["title", "author", "publisher", "date", "page", "url", "note"];
    let heads = ["sheet-key", "sheet-cited"].into_iter().map(|head| words.text(head));
    sheet.push_heads(heads.chain(fields.iter().map(|field| words.text(&format!("sheet-source-{field}")))));
    for source in &assessment.sources {
        let about = [source.key.value.to_string(), source.short()].map(Cell::text);
        let fields = fields.iter().map(|field| Cell::text(source.field(field).unwrap_or_default()));
        sheet.push(about.into_iter().chain(fields));
    }
    book.sheets.push(sheet);
}
