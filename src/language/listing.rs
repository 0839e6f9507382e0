//! All texts of a language, area by area, with names in braces where a run puts something in: for those who edit them.
//!
//! Knows nothing of what the texts are for.

use super::catalogue::sources;
use super::code::Language;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser::parse;

/// The texts of an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its name.
    pub name: &'static str,
    /// Each text by its key, the forms that it can take one by one.
    pub texts: Vec<(String, Vec<String>)>,
}

/// The texts of a language in the order of its files.
#[must_use]
pub fn listed(language: Language) -> Vec<Area> {
    sources(language).iter().map(|(name, text)| Area { name, texts: texts(text) }).collect()
}

fn texts(source: &str) -> Vec<(String, Vec<String>)> {
    // What cannot be read is left out here as it is in a report; a test finds it.
    let resource = parse(source).unwrap_or_else(|(resource, _)| resource);
    let mut found = Vec::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        found.extend(message.value.as_ref().map(|pattern| (message.id.name.to_owned(), forms(pattern))));
        for attribute in &message.attributes {
            found.push((format!("{}.{}", message.id.name, attribute.id.name), forms(&attribute.value)));
        }
    }
    found
}

/// The forms of a text: as many as it has combinations of variants, each with its conditions in front.
fn forms(pattern: &Pattern<&str>) -> Vec<String> {
    let mut all = vec![(String::new(), String::new())];
    for element in &pattern.elements {
        let parts: Vec<(String, String)> = match element {
            PatternElement::TextElement { value } => vec![(String::new(), (*value).to_owned())],
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                vec![(String::new(), inline_text(inline))]
            }
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                variants.iter().flat_map(|variant| of_variant(selector, variant)).collect()
            }
        };
        let joined = |before: &(String, String)| {
            let (condition, text) = before.clone();
            parts.iter().map(move |(more, part)| (format!("{condition}{more}"), format!("{text}{part}")))
        };
        all = all.iter().flat_map(|before| joined(before).collect::<Vec<_>>()).collect();
    }
    all.into_iter().map(|(condition, text)| format!("{condition}{}", text.replace('\n', " "))).collect()
}

fn of_variant(selector: &InlineExpression<&str>, variant: &Variant<&str>) -> Vec<(String, String)> {
    let key = match &variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    };
    let condition = format!("[{} {key}] ", inline_text(selector).trim_matches(['{', '}']));
    forms(&variant.value).into_iter().map(|text| (condition.clone(), text)).collect()
}

fn inline_text(expression: &InlineExpression<&str>) -> String {
    match expression {
        InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => (*value).to_owned(),
        InlineExpression::VariableReference { id }
        | InlineExpression::FunctionReference { id, .. }
        | InlineExpression::MessageReference { id, .. }
        | InlineExpression::TermReference { id, .. } => format!("{{{}}}", id.name),
        InlineExpression::Placeable { expression } => match expression.as_ref() {
            Expression::Inline(inline) => inline_text(inline),
            Expression::Select { selector, .. } => inline_text(selector),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stand_in_braces_and_every_form_is_listed() {
        let found = texts(
            "one = a { $b } c { \"{\" }\n    .more = attribute\ntwo = { $n ->\n    [one] { $n } day\n   *[other] { $n } days\n} left\n",
        );
        let of = |key: &str, forms: &[&str]| (key.to_owned(), forms.iter().map(|form| (*form).to_owned()).collect());
        let expected: Vec<(String, Vec<String>)> = vec![
            of("one", &["a {b} c {"]),
            of("one.more", &["attribute"]),
            of("two", &["[n one] {n} day left", "[n other] {n} days left"]),
        ];
        assert_eq!(found, expected);
    }
}
