#![no_main]

#[path = "../../suite/targets.rs"]
#[expect(dead_code, reason = "each program tries one parser")]
mod targets;

libfuzzer_sys::fuzz_target!(|text: &str| targets::results(text));
