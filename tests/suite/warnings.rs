//! Warnings in reports: each has a text in every language, with the numbers and words of the language.

use crate::language::{code, in_language};
use forcesize::language::Language;
use forcesize::model::{NoFiles, Override, read_scenario};
use forcesize::report::complaints;
use forcesize::scenario::FoundFile;
use std::collections::{BTreeMap, BTreeSet};

/// The source's warnings, each by its key with the names of what it puts into the text.
#[test]
fn every_warning_has_a_text_in_each_language_and_no_text_is_left_over() {
    let mut wanted: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut without = Vec::new();
    for (path, code) in code() {
        for warning in code.split("Diagnostic::warning(").skip(1) {
            let ends = [".at(", ".opt_span(", ".help("].into_iter().filter_map(|end| warning.find(end));
            let warning = &warning[..ends.min().unwrap_or(warning.len())];
            let Some((_, called)) = warning.split_once(".message_id(\"") else {
                without.push(path.display().to_string());
                continue;
            };
            let key = called.split('"').next().unwrap_or_default().to_owned();
            let names = called.split(".with(\"").skip(1);
            let names = names.map(|name| name.split('"').next().unwrap_or_default().to_owned()).collect();
            assert!(wanted.insert(key.clone(), names).is_none(), "`{key}` is called twice");
        }
    }
    assert!(without.is_empty(), "a warning that is called nothing: {}", without.join(", "));
    assert!(wanted.len() >= 17);
    for language in Language::ALL.into_iter().skip(1) {
        assert_eq!(in_language(language, "warnings"), wanted, "{}", language.code());
    }
    assert!(in_language(Language::English, "warnings").is_empty());
}

/// A scenario in which five things are odd when its front is set with a point.
const ODD: &str = r##"style.ink = "#cccccc"
[input]
front_length = "9 km"
peacekeepers = { value = 20, unit = "troops", counting = "present" }
mine = { label = "mine", value = 20, unit = "troops", counting = "authorised", assumed = "for the test" }
[metric.both]
label = "both"
means = "both"
formula = "peacekeepers / mine"
unit = "1"
assumed = "for the test"
"##;

#[test]
fn warnings_have_the_numbers_and_words_of_the_language() {
    let expected = [
        (
            "en",
            "`both` mixes present and authorised strength",
            "contrast 1.6, and text needs 4.5",
            "is read as 1.25, not as 1,250",
        ),
        (
            "de",
            "`both` vermischt verschieden gezählte Stärken: anwesend und genehmigt",
            "Kontrast 1,6; Text",
            "als 1,25 gelesen, nicht als 1.250",
        ),
        (
            "fr",
            "`both` mêle effectif présent et effectif autorisé",
            "fond\u{a0}: contraste de 1,6\u{a0}; un",
            "comme 1,25, et non comme 1\u{202f}250",
        ),
        (
            "uk",
            "`both` поєднує чисельності, пораховані по-різному: наявна і дозволена",
            "контраст 1,6;",
            "як 1,25, а не як 1\u{a0}250",
        ),
    ];
    for (language, mixed, contrast, number) in expected {
        let content = format!("lang = \"{language}\"\n{ODD}");
        let file = FoundFile { name: "x.toml".into(), identity: "x.toml".into(), content };
        let reading = read_scenario(file, &NoFiles, &[Override::new("front_length=1.250km")]);
        let words = reading.assessment.unwrap().words;
        let said: Vec<String> = reading.diagnostics.sorted().iter().map(|one| complaints::said(one, words)).collect();
        assert!(said.len() == 5 && said.iter().any(|text| text == mixed), "{said:?}");
        assert!([contrast, number].iter().all(|part| said.iter().any(|text| text.contains(part))), "{said:?}");
    }
}
