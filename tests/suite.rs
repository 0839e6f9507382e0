//! All integration tests, in one binary.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]
#[path = "suite/worked_examples.rs"]
mod worked_examples;
