//! Where figures come from: sources of the ends of a range, short forms, correlations and stances of included files.

use crate::engine::{Shelf, assess, assessment};
use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A chart's footer cites a source by its short form.
#[test]
fn every_source_of_a_shipped_file_has_a_short_form() {
    let mut seen = 0;
    for folder in ["scenarios", "scenarios/data", "src/model"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|extension| extension != "toml") {
                continue;
            }
            let table: toml::Table = fs::read_to_string(&path).unwrap().parse().unwrap();
            for (key, source) in table.get("source").and_then(toml::Value::as_table).into_iter().flatten() {
                let short = source.get("short").and_then(toml::Value::as_str).unwrap_or_default();
                assert!(!short.trim().is_empty(), "{}: [source.{key}] has no `short`", path.display());
                seen += 1;
            }
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn an_end_of_a_range_has_sources_of_its_own() {
    let text = fs::read_to_string(root().join("scenarios/ukraine-2025.toml")).unwrap();
    let found = assess("ukraine-2025.toml", &text, &Shelf(&[])).unwrap_or_else(|complaints| panic!("{complaints}"));
    let front = &found.calculation.inputs[found.calculation.input("front_length").unwrap()];
    let ends: Vec<(f64, &str)> = front.sourced_ends().iter().map(|(end, keys)| (*end, keys[0].as_str())).collect();
    assert_eq!(ends, [(1_000.0, "cnn-2025-03"), (1_100.0, "syrskyi-2025-05"), (1_250.0, "interbellum-2025")]);
    assert_eq!(front.provenance.sources, ["cnn-2025-03", "syrskyi-2025-05", "interbellum-2025"]);
    assert_eq!(found.source("syrskyi-2025-05").unwrap().short(), "Syrskyi (May 2025)");
    // What a state has said is cited for whether it takes part.
    let part = &found.calculation.inputs[found.calculation.input("contributor.ltu.takes_part").unwrap()];
    assert_eq!(part.provenance.sources, ["ltu-200", "contributors-ready"]);
    assert!(found.warnings.iter().any(|warning| warning.text.contains("unacceptable")));
}

/// Sources without a short form are cited by who wrote or published them, and when.
#[test]
fn a_short_form_is_made_where_none_is_given() {
    for (rest, short) in [
        ("author = \"A\"\npublisher = \"P\"\ndate = \"2025\"", "A (2025)"),
        ("publisher = \"P\"", "P"),
        ("date = \"2025-03\"", "T (2025-03)"),
        ("short = \"S\"\nauthor = \"A\"", "S"),
    ] {
        let found = assessment(&format!(
            "[input]\npeacekeepers = {{ value = 10_000, unit = \"troops\", source = \"k\" }}\n\
             front_length = {{ value = 1_000, unit = \"km\", source = \"k\" }}\n[source.k]\ntitle = \"T\"\n{rest}\n"
        ));
        assert_eq!(found.source("k").unwrap().short(), short);
    }
}

/// Pairs about inputs that the scenario lacks, or gives no range, are left out.
#[test]
fn included_correlations_are_those_of_inputs_with_ranges() {
    let of = |home: &str| {
        let found = assessment(&format!(
            "include = [\"builtin:correlations.toml\"]\n[input]\n\
             peacekeepers = {{ value = 10_000, unit = \"troops\", assumed = \"any\" }}\n\
             tour_length = {{ low = 4, high = 8, unit = \"months\", assumed = \"any\" }}\n\
             home_length = {{ {home}, unit = \"months\", assumed = \"any\" }}\n"
        ));
        found.calculation.correlations.iter().map(|pair| pair.rank).collect::<Vec<f64>>()
    };
    assert_eq!(of("low = 12, high = 24"), [0.7]);
    assert!(of("value = 18").is_empty());
}
