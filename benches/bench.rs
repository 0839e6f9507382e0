//! Benches of the engine. Each asserts its answer before it is timed; seeds are fixed.
#![expect(clippy::expect_used, clippy::panic, clippy::print_stdout, reason = "a bench may stop at the first surprise")]
#![expect(clippy::disallowed_methods, reason = "what is expected is compared within a tolerance")]

#[path = "level/analyses.rs"]
mod analyses;
#[path = "level/backtest.rs"]
mod backtest;
#[path = "level/convergence.rs"]
mod convergence;
#[path = "level/given.rs"]
mod given;
#[path = "level/load.rs"]
mod load;
#[path = "level/options.rs"]
mod options;
#[path = "level/report.rs"]
mod report;
#[path = "level/tape.rs"]
mod tape;
#[path = "level/uncertainty.rs"]
mod uncertainty;

fn main() {
    if std::env::args().all(|argument| argument != "--list") {
        convergence::table();
    }
    divan::main();
}
