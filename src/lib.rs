//! How many peacekeepers does this line, area and population need, and how sure are we?
//!
//! Every number is either **read** from a scenario, with a unit and a source, or **follows** from a formula that a
//! planner can read aloud. Formulas are text in `src/model/standard.toml` and in scenarios; this crate is the engine
//! that reads them, checks their dimensions, runs them and explains them.
//!
//! # The tour
//!
//! A scenario is a page of TOML; [`model::assess`] links it with the standard model:
//!
//! ```
//! use forcesize::report::{explain, wording::Wording};
//!
//! let assessment = forcesize::model::assess("line", r#"
//!     title   = "A ceasefire line"
//!     purpose = "interposition"
//!     [input]
//!     front_length = { value = 1_000, unit = "km", assumed = "a round figure" }
//!     peacekeepers = { value = 100_000, unit = "troops", assumed = "the proposal" }
//! "#).unwrap();
//!
//! let density = &assessment.calculation.metrics[assessment.calculation.metric("front_density").unwrap()];
//! assert_eq!(density.value_text(assessment.words), "100 personnel per km");
//! assert_eq!(explain::substituted(&assessment, density), "100,000 troops / 1,000 km");
//!
//! // Metrics whose inputs the scenario lacks are not errors: they say what they need.
//! let missing = assessment.calculation.unavailable.iter().find(|metric| metric.id == "force_density").unwrap();
//! assert_eq!(missing.needs, ["population"]);
//! ```
//!
//! [`study::run`] does everything that the scenario asks for, each analysis once, and [`report::study`] says it:
//!
//! ```
//! use forcesize::{model, report, study};
//!
//! let text = std::fs::read_to_string("scenarios/custom_metrics.toml")?;
//! let assessment = model::assess("custom_metrics", &text)?;
//! let results = study::run(&assessment, &study::Options::default())?;
//! let samples = results.samples.as_ref().map_or(0, |samples| samples.settings.samples);
//! let (sections, charts) = report::study::present(&assessment, &results, None);
//! for section in sections {
//!     println!("{}\n{}\n", section.title, section.terminal(80));
//! }
//! # assert_eq!((samples, results.sweeps.len()), (0, assessment.requests.sweeps.len()));
//! # assert!(!charts.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Inputs vary in columns, a block of samples at a time, and derivatives come from one sweep backwards:
//!
//! ```
//! # let assessment = forcesize::model::assess("line", r#"
//! #     purpose = "interposition"
//! #     [input]
//! #     front_length = { value = 1_000, unit = "km", assumed = "a round figure" }
//! #     peacekeepers = { value = 100_000, unit = "troops", assumed = "the proposal" }
//! # "#).unwrap();
//! let length = assessment.calculation.input("front_length").unwrap();
//! let density = assessment.calculation.metric("front_density").unwrap();
//! let columns = assessment.calculation.evaluate(&[(length, &[500.0, 1_000.0, 3_700.0])], 3);
//! assert_eq!(columns[density][0], 200.0);
//!
//! let gradient = assessment.calculation.gradient(density).unwrap();
//! assert!((gradient.by_input[length.index()] - -0.1).abs() < 1e-12); // 100 per km over 1,000 km
//! ```
//!
//! What is wrong is said with its place and what to do, all of it at once:
//!
//! ```
//! let complaint = forcesize::model::assess("line", r#"
//!     [input]
//!     front_lenght = "1_000 km"
//! "#).unwrap_err();
//! assert!(complaint.as_str().contains("no input is called `front_lenght`"));
//! assert!(complaint.as_str().contains("did you mean `front_length`?"));
//! ```
//!
//! How the tool is used, topic by topic, is in the manual: `src/report/manual/manual.md`, or `forcesize help TOPIC`.
//!
//! # Map of the code
//!
//! Layers from low to high: [`diagnostic`], then [`quantity`] and [`uncertainty`], [`language`], [`chart`] and
//! [`formula`], [`program`], [`scenario`], [`model`], [`analysis`] and [`evidence`], [`study`], [`report`], and the command line in the
//! binary. An import points only to lower layers, and no files import one another in a circle; a test sees to both.
//!
//! | Folder | What it has |
//! |---|---|
//! | `src/diagnostic/` | errors and warnings with their places |
//! | `src/quantity/` | dimensions, units and their spelling, digits for people, intervals |
//! | `src/uncertainty/` | distributions, samplers, correlations, summaries of samples; no word of peacekeeping |
//! | `src/language/` | the languages of reports: texts by name, in a folder for each language and a file for each area (in the syntax of Fluent), numerals and units as each language writes them |
//! | `src/chart/` | a plot library: plain data in, SVG out, and PNG and PDF from the same SVG; no scenario, no model |
//! | `src/formula/` | formula text to tree, dimension check, and back to text, for spreadsheets too; one page for all operators |
//! | `src/program/` | the same formulas for the machine: a graph without duplicates, run over blocks of numbers, over intervals, backwards for derivatives, and written as JavaScript |
//! | `src/scenario/` | TOML with a place for every error, the table of keys, `extends` |
//! | `src/model/` | `standard.toml`, `methods.toml`, `supply.toml`, `cost.toml` and `sources.toml`, and what they make of a scenario: an assessment, which is what is computed with (`Calculation`), what is asked for (`Requests`), and the parts that inputs and metrics play (`Roles`) |
//! | `src/analysis/` | what is computed from an assessment: sweeps, Monte Carlo, one at a time, elasticities, Sobol' indices, break-even, scenario discovery, options against futures, sizing, supply, build-up, comparison, the self-test |
//! | `src/evidence/` | past missions: densities, bands, precedents, regressions; what rules have been worth on cases whose outcome others coded (`backtest/`) |
//! | `src/study/` | everything that a scenario asks for, each analysis once: plain data in, plain data out |
//! | `src/report/` | results in words, as tables, JSON, CSV, charts and documents: a folder or file for each analysis, named as there (`rows.rs` for files, `text.rs` for sentences and tables, `figure.rs` for charts); `html/` makes the page with sliders; `document/` is the report for other formats, `docx/` and `latex.rs` write it; `xlsx/` makes the workbook and reads inputs back; `manual/` is the manual |
//! | `src/cli/` | the command line, one file a command; alone in touching files and terminals |
//! | `src/build.rs` | reads the built-in TOML files while the program is compiled, so that it need not read them whenever it starts |
//! | `scenarios/` | the shipped scenarios, past missions, published estimates, contributors and correlations (`scenarios/data/`), and `scenarios/schema.json` |
//! | `output/` | what they give: a gallery. Tests compare with the hashes in `tests/golden.lock` |
//! | `tests/` | one binary, `tests/suite.rs`, and `tests/browser.rs` for the page in a browser; `tests/invalid/` has faulty files, each with the message it must get; `tests/fuzz/`, with a workspace of its own, fuzzes the parsers |
//! | `benches/` | speed, beside a plain Rust function of the same model |
//!
//! To add a metric, add its table to `src/model/standard.toml`; a sizing method to `src/model/methods.toml`, a cost to
//! `src/model/cost.toml`, one of supply to `src/model/supply.toml`. Nothing else changes, except its double in
//! `tests/suite/oracle.rs`, the same model in plain Rust. When outputs change on purpose, `FORCESIZE_BLESS=1 cargo test`
//! writes `output/`, `tests/golden.lock` and the generated parts of `README.md` and of the manual anew; look at the difference before you
//! commit it.
//!
//! Whoever adds a crate says how many seconds of processor time it adds to `cargo build --release` (`--timings` shows
//! them), and saves as much elsewhere or says why not where it is more than 20.
//!
//! # Why it is made this way
//!
//! **Why are formulas text and not Rust functions?** Users define metrics, so a parser and an evaluator exist anyway.
//! With the standard model in the same words, explanations, dimension checks, derivatives and documentation come once for
//! all metrics. It costs no speed: `cargo bench` has a plain Rust function beside it.
//!
//! **Why own units and expressions, and not a crate?** Crates for units check when Rust is compiled; here units are read
//! from files. Crates for expressions know no dimensions, keep no places for errors and cannot print a formula with its
//! numbers. What is left is small.
//!
//! **Why plotters with an own SVG backend?** plotters lays out the axes' geometry. Its SVG backend leaves seams in heat
//! maps, its bitmap backend sets letters apart and leaves jagged edges. One short backend writes SVG; PNG and PDF are made
//! of that same SVG, so all three look alike and the bytes repeat.
//!
//! **Why libm?** The functions of the system's library differ in the last digit from platform to platform. Then committed
//! results could not be compared byte for byte.
//!
//! **Why is the document of Word written by hand?** `docx-rs` knows no alternative texts, repeated heads of tables or languages
//! and brings a second `zip` and `quick-xml`; others are of hundreds of crates. What a report needs of the format is small.
//!
//! **Why is there no merged answer?** Each method has its own denominator and its own evidence, and a mean of them would
//! hide that they disagree, which is the finding. The manual's topic `methods` has an example in numbers.
//!
//! **Why are people and personnel two dimensions?** So that adding soldiers to inhabitants is an error, and "personnel per
//! 1000 people" is not a mere per mille.
//!
//! **Why are EUR and USD two dimensions?** An exchange rate has a date and a source. It is an input, not a constant.
//!
//! **Why three digits?** The inputs carry one or two. A third lets a reader check a calculation; a fourth would claim a
//! precision that nobody has. Explanations show six, and JSON and CSV all of them, for checking.
//!
//! **Why is the quoted factor 50 kept apart from 55.4?** Silently correcting a quotation would be as wrong as silently
//! repeating it. So the model has a metric that follows the quotation, another that follows the areas, and a warning that
//! they differ (`agrees_with`); the manual's topic `sources` has the case.
//!
//! **Why does the JSON Schema come from a table of keys and not from `derive`?** The table ([`scenario::keys`]) also drives
//! the check with its places and suggestions, and the manual; and names of inputs come from the model, which no Rust type
//! knows.
//!
//! **Why "stepwise"?** A metric that passes a `ceil`, or sits on the edge of a `max`, has a slope of nothing or of a jump. A
//! number there would mislead, so the word stands instead. In a branch that `max` or `min` does not take there is neither: an
//! input that is used only there has an elasticity of 0.
#![forbid(unsafe_code)]

pub mod analysis;
pub mod chart;
pub mod diagnostic;
pub mod evidence;
pub mod formula;
pub mod language;
pub mod model;
pub mod program;
pub mod quantity;
pub mod report;
pub mod scenario;
pub mod study;
pub mod uncertainty;
