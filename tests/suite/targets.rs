//! What holds of each parser, whatever text it gets: it ends, it does not panic, and the places that it complains of lie
//! in the text. Random texts of [`crate::parsers`] are tried on it whenever tests run, and those of the fuzz package in
//! `tests/fuzz/` for as long as somebody likes.

use forcesize::diagnostic::{Diagnostics, Texts};
use forcesize::evidence::Evidence;
use forcesize::formula;
use forcesize::language::Localizer;
use forcesize::model::{Choices, Model, NoFiles, Override, read_scenario_with};
use forcesize::quantity::reading;
use forcesize::quantity::unit::Units;
use forcesize::report::complaints::{self, Verdict};
use forcesize::report::moved::{USUAL, compare};
use forcesize::report::place::Names;
use forcesize::report::record::{Record, results as has_shape};
use forcesize::report::saved::{self, Side};
use forcesize::scenario::keys::STYLE;
use forcesize::scenario::{FoundFile, Merged, Scopes, StyleEntry, check, parse};
use serde_json::Value;

/// A formula: what is read is printed so that it reads back and is printed as the same.
pub fn formula(text: &str) {
    match formula::parse(text) {
        Ok(formula) => {
            let printed = formula::print(&formula);
            // `max(a, b, c)` is read as two operations, in another order than `max(max(a, b), c)`: the words are the same.
            let again = formula::parse(&printed).map(|formula| formula::print(&formula));
            assert!(printed.len() > formula::LONGEST || again.as_ref() == Ok(&printed), "{text} is {printed}");
        }
        Err(error) => {
            for (range, _) in error.places {
                assert!(text.get(range.clone()).is_some(), "the place {range:?} is not in {text:?}");
            }
        }
    }
}

/// A number with its unit, and a unit alone.
pub fn number(text: &str) {
    if let Ok(number) = reading::leading(text) {
        assert!(text.get(..number.used).is_some(), "{text:?}");
    }
    let _ = (reading::both(text), reading::range(text));
    let units = Units::default();
    for error in [units.unit(text).err(), units.quantity(text).err()].into_iter().flatten() {
        assert!(text.get(error.range.clone()).is_some(), "the place {:?} is not in {text:?}", error.range);
    }
}

/// A scenario that stands alone.
pub fn scenario(text: &str) {
    read(text, &[]);
}

/// A value of the command line.
pub fn set(text: &str) {
    let scenario = "title = \"Set\"\npurpose = \"interposition\"\n[input]\n\
                    peacekeepers = { value = 20_000, unit = \"troops\", assumed = \"x\" }\n\
                    front_length = { value = 1_000, low = 800, high = 1_250, unit = \"km\", assumed = \"x\" }\n";
    read(scenario, &[Override::new(text)]);
}

fn read(text: &str, overrides: &[Override]) {
    let file = FoundFile { name: "it.toml".to_owned(), identity: "it".to_owned(), content: text.to_owned() };
    let complete = |model: &mut Model, merged: &mut Merged, texts: &mut Texts, diagnostics: &mut Diagnostics| {
        let _ = Evidence::of_scenario(model, merged, Localizer::default(), texts, diagnostics);
    };
    let reading = read_scenario_with(file, &NoFiles, overrides, &Choices::default(), complete);
    said(reading.texts, reading.diagnostics, reading.assessment.is_some());
}

/// The keys of a style file.
pub fn style(text: &str) {
    let (mut texts, mut diagnostics) = (Texts::default(), Diagnostics::default());
    let id = texts.add("it.toml", text.to_owned());
    if let Some(document) = parse(id, &texts, &mut diagnostics) {
        check(&document.root, &STYLE, &Scopes::default(), &mut diagnostics);
        let style = StyleEntry::read(&document.root);
        let look = style.resolve(&NoFiles, &texts, &mut diagnostics);
        style.judge(&look, &mut diagnostics);
    }
    said(texts, diagnostics, true);
}

/// What is wrong can be drawn and counted, and is where it says.
fn said(texts: Texts, diagnostics: Diagnostics, is_sound: bool) {
    assert!(is_sound || diagnostics.has_errors());
    for complaint in diagnostics.sorted() {
        for (span, _) in &complaint.places {
            let content = texts.content(span.text);
            assert!(span.start <= span.end && span.end <= content.len(), "{span:?} of {}", texts.name(span.text));
        }
    }
    assert_eq!(diagnostics.plain(&texts).is_empty(), diagnostics.is_empty());
    let verdict = Verdict { name: "it.toml".to_owned(), texts, diagnostics, ..Verdict::default() };
    assert!(complaints::json(&verdict).is_object() && !complaints::csv(&[verdict]).is_empty());
}

/// A saved result, held against itself and against what is left when its first key goes.
pub fn results(text: &str) {
    let Ok(saved) = serde_json::from_str::<Value>(text) else { return };
    let _ = Record::of(&saved);
    let same = compare(&saved, &saved, USUAL, &|_| true);
    assert!(same.moved.is_empty(), "{:?}", same.moved);
    let mut less = saved.clone();
    if let Some(first) = less.as_object().and_then(|map| map.keys().next().cloned()) {
        less.as_object_mut().map(|map| map.remove(&first));
    }
    let outcome = compare(&saved, &less, USUAL, &|_| true);
    if has_shape(&saved).is_ok() {
        let names = Names::new(Localizer::default(), &[&saved, &less]);
        let part = saved::difference(&names, &Side::of(&saved), &Side::of(&less), outcome);
        assert!(!part.terminal(80).is_empty());
    }
}
