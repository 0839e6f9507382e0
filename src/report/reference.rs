//! All inputs of a model as a commented scenario: nothing is given, and each line can be given by taking its `#` away.

use crate::quantity::number::plain;
use crate::scenario::{Entries, InputEntry, Written};
use std::fmt::Write as _;

const HEAD: &str = r#"#:schema schema.json
# Every input that the model knows, with its unit and what it means. Copy lines into a scenario and take the first `#`
# away. The values are the model's own where it has one, which then need not be given; where it says `value = 1`, the
# model has none and the number is yours. As nothing is given here, `forcesize check` says that nothing can be computed.
# `forcesize help distributions` shows the other ways to state a range.

title   = "All inputs of the model"
purpose = "interposition"

[input]
"#;

/// The reference as TOML.
#[must_use]
pub fn inputs(entries: &Entries) -> String {
    let mut text = HEAD.to_owned();
    for input in &entries.inputs {
        add(&mut text, input);
    }
    for scope in &entries.scopes {
        let name = &scope.name.value;
        let label = scope.label.as_deref().unwrap_or(name);
        let _ = write!(text, "\n# {label}: as many as there are, each under a name of its own.\n# [{name}.example]\n");
        for input in &scope.inputs {
            add(&mut text, input);
        }
    }
    text
}

fn add(text: &mut String, input: &InputEntry) {
    let about =
        format!("{}. {}", input.label.as_deref().unwrap_or_default(), input.means.as_deref().unwrap_or_default());
    let options = textwrap::Options::new(118)
        .initial_indent("## ")
        .subsequent_indent("## ")
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    let _ =
        write!(text, "\n{}\n# {} = {{ {} }}\n", textwrap::fill(about.trim(), options), input.name.value, keys(input));
}

/// The keys of an input's table.
fn keys(input: &InputEntry) -> String {
    let mut keys: Vec<String> = Vec::new();
    for (key, number) in &input.numbers {
        keys.push(match number {
            Written::Number(number) => format!("{key} = {}", plain(number.value)),
            Written::Kept(number, unit) => format!("{key} = {}", quoted(&format!("{} {unit}", plain(number.value)))),
            Written::Text(text) => format!("{key} = {}", quoted(&text.value)),
        });
    }
    let own = !keys.is_empty();
    if !own {
        keys.push("value = 1".to_owned());
    }
    let named = [("distribution", input.distribution.as_ref()), ("unit", input.unit.as_ref())];
    keys.extend(named.into_iter().filter_map(|(key, text)| Some(format!("{key} = {}", quoted(&text?.value)))));
    let sources: Vec<String> = input.source.iter().map(|source| quoted(&source.value)).collect();
    if !sources.is_empty() {
        keys.push(format!("source = [{}]", sources.join(", ")));
    }
    match &input.assumed {
        Some(why) => keys.push(format!("assumed = {}", quoted(why))),
        None if sources.is_empty() => keys.push("assumed = \"say why\"".to_owned()),
        None => {}
    }
    keys.join(", ")
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
