//! Benches of the engine. Each asserts its answer before it is timed; seeds are fixed.
#![expect(clippy::expect_used, clippy::panic, reason = "a bench may stop at the first surprise")]

#[path = "level/analyses.rs"]
mod analyses;
#[path = "level/given.rs"]
mod given;
#[path = "level/load.rs"]
mod load;
#[path = "level/report.rs"]
mod report;
#[path = "level/tape.rs"]
mod tape;
#[path = "level/uncertainty.rs"]
mod uncertainty;

fn main() {
    divan::main();
}
