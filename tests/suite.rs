//! All integration tests, in one binary.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test may stop at the first surprise"
)]
#![expect(clippy::disallowed_methods, reason = "what is expected is compared within a tolerance")]
#[path = "suite/analyses.rs"]
mod analyses;
#[path = "suite/answer.rs"]
mod answer;
#[path = "suite/architecture.rs"]
mod architecture;
#[path = "suite/backtest.rs"]
mod backtest;
#[path = "suite/bounds.rs"]
mod bounds;
#[path = "suite/build_up.rs"]
mod build_up;
#[path = "suite/citations.rs"]
mod citations;
#[path = "suite/claims.rs"]
mod claims;
#[path = "suite/claims_options.rs"]
mod claims_options;
#[path = "suite/claims_rows.rs"]
mod claims_rows;
#[path = "suite/claims_titles.rs"]
mod claims_titles;
#[path = "suite/cli.rs"]
mod cli;
#[path = "suite/compare_cli.rs"]
mod compare_cli;
#[path = "suite/comparison.rs"]
mod comparison;
#[path = "suite/cost.rs"]
mod cost;
#[path = "suite/dependencies.rs"]
mod dependencies;
#[path = "suite/discovery.rs"]
mod discovery;
#[path = "suite/distributions.rs"]
mod distributions;
#[path = "suite/docs.rs"]
mod docs;
#[path = "suite/documents.rs"]
mod documents;
#[path = "suite/engine.rs"]
mod engine;
#[path = "suite/evidence.rs"]
mod evidence;
#[path = "suite/extremes.rs"]
mod extremes;
#[path = "suite/files.rs"]
mod files;
#[path = "suite/goal_seek.rs"]
mod goal_seek;
#[path = "suite/golden.rs"]
mod golden;
#[path = "suite/hostile.rs"]
mod hostile;
#[path = "suite/html.rs"]
mod html;
#[path = "suite/imports.rs"]
mod imports;
#[path = "suite/intervals.rs"]
mod intervals;
#[path = "suite/invalid.rs"]
mod invalid;
#[path = "suite/language.rs"]
mod language;
#[path = "suite/looks.rs"]
mod looks;
#[path = "suite/mistakes.rs"]
mod mistakes;
#[path = "suite/neutral.rs"]
mod neutral;
#[path = "suite/new.rs"]
mod new;
#[path = "suite/newton.rs"]
mod newton;
#[path = "suite/notices.rs"]
mod notices;
#[path = "suite/numbers.rs"]
mod numbers;
#[path = "suite/operators.rs"]
mod operators;
#[path = "suite/options.rs"]
mod options;
#[path = "suite/options_closed.rs"]
mod options_closed;
#[path = "suite/options_drawn.rs"]
mod options_drawn;
#[path = "suite/oracle.rs"]
mod oracle;
#[path = "suite/parsers.rs"]
mod parsers;
#[path = "suite/properties.rs"]
mod properties;
#[path = "suite/published.rs"]
mod published;
#[path = "suite/samplers.rs"]
mod samplers;
#[path = "suite/sectors.rs"]
mod sectors;
#[path = "suite/selftest.rs"]
mod selftest;
#[path = "suite/served.rs"]
mod served;
#[path = "suite/sizing.rs"]
mod sizing;
#[path = "suite/sobol.rs"]
mod sobol;
#[path = "suite/spread.rs"]
mod spread;
#[path = "suite/standing.rs"]
mod standing;
#[path = "suite/supply.rs"]
mod supply;
#[path = "suite/targets.rs"]
mod targets;
#[path = "suite/tool.rs"]
mod tool;
#[path = "suite/warnings.rs"]
mod warnings;
#[path = "suite/whole_numbers.rs"]
mod whole_numbers;
#[path = "suite/widths.rs"]
mod widths;
#[path = "suite/workbook.rs"]
mod workbook;
#[path = "suite/worked_examples.rs"]
mod worked_examples;
