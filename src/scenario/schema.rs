//! The JSON Schemas of scenario files and of files of cases, made of the table of keys and what a model declares.
//!
//! Editors that know the `#:schema` line (through taplo and others) complete and check with it.

use super::keys::{CASES, Keys, SCENARIO, Shape};
use serde_json::{Map, Value, json};

/// The schema; `inputs` are the names the model knows with a label and a unit, `scopes` likewise with their inputs.
#[must_use]
pub fn schema(inputs: &[(String, String)], scopes: &[(String, Vec<(String, String)>)]) -> Value {
    let mut root = table(&SCENARIO);
    let named = |inputs: &[(String, String)]| {
        let properties: Map<String, Value> = inputs
            .iter()
            .map(|(name, about)| (name.clone(), json!({ "description": about, "$ref": "#/$defs/input" })))
            .collect();
        json!({ "type": "object", "properties": properties, "additionalProperties": { "$ref": "#/$defs/input" } })
    };
    if let Some(properties) = root.get_mut("properties").and_then(Value::as_object_mut) {
        let mut input = named(inputs);
        input["description"] = json!(about(&SCENARIO, "input"));
        properties.insert("input".to_owned(), input);
        for (scope, inputs) in scopes {
            properties.insert(
                scope.clone(),
                json!({
                    "type": "object",
                    "description": format!("The {scope}s, each with its inputs: [{scope}.NAME]."),
                    "additionalProperties": named(inputs)
                }),
            );
        }
    }
    let mut whole = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "forcesize scenario",
    });
    if let (Some(whole), Some(root)) = (whole.as_object_mut(), root.as_object()) {
        whole.extend(root.clone());
        // A scenario may declare scopes of its own, whose members are tables of inputs.
        let members = json!({ "type": "object", "additionalProperties": { "$ref": "#/$defs/input" } });
        whole.insert("additionalProperties".to_owned(), json!({ "type": "object", "additionalProperties": members }));
        let mut input = table(&super::keys::INPUT);
        input["description"] = json!(super::keys::INPUT.about);
        let input = json!({ "anyOf": [{ "type": "number" }, { "type": "string", "minLength": 1 }, input] });
        whole.insert("$defs".to_owned(), json!({ "input": input }));
    }
    whole
}

/// The schema of files of cases; their inputs, metrics and columns have names of their author's choice.
#[must_use]
pub fn schema_of_cases() -> Value {
    let mut whole = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "forcesize cases",
    });
    if let (Some(whole), Value::Object(root)) = (whole.as_object_mut(), table(&CASES)) {
        whole.extend(root);
    }
    whole
}

fn about(keys: &Keys, name: &str) -> &'static str {
    keys.keys.iter().find(|key| key.name == name).map_or("", |key| key.about)
}

fn table(keys: &Keys) -> Value {
    let properties: Map<String, Value> = keys
        .keys
        .iter()
        .map(|key| {
            let mut value = shape(key.shape);
            if let Some(object) = value.as_object_mut() {
                object.insert("description".to_owned(), json!(key.about));
            }
            (key.name.to_owned(), value)
        })
        .collect();
    let required: Vec<&str> = keys.keys.iter().filter(|key| key.required).map(|key| key.name).collect();
    let mut object = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    if !required.is_empty() {
        object["required"] = json!(required);
    }
    object
}

fn shape(shape: Shape) -> Value {
    let text = json!({ "type": "string", "minLength": 1 });
    match shape {
        Shape::Text => text,
        Shape::Texts => json!({ "anyOf": [text, { "type": "array", "items": text }] }),
        Shape::Quantity => json!({ "anyOf": [{ "type": "number" }, text] }),
        Shape::Whole(low, high) => json!({ "type": "integer", "minimum": low, "maximum": high }),
        Shape::Number(low, high) => json!({ "type": "number", "minimum": low, "maximum": high }),
        Shape::ManyQuantities => {
            json!({ "type": "array", "items": { "anyOf": [{ "type": "number" }, text] }, "minItems": 2 })
        }
        Shape::Numbers => json!({ "type": "array", "items": { "type": "number", "minimum": 0 }, "minItems": 2 }),
        Shape::Wholes(low, high) => {
            let whole = json!({ "type": "integer", "minimum": low, "maximum": high });
            json!({ "anyOf": [whole, { "type": "array", "items": whole, "minItems": 1 }] })
        }
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Choice(choices) => json!({ "enum": choices }),
        Shape::Choices(choices) => {
            json!({ "anyOf": [{ "enum": choices }, { "type": "array", "items": { "enum": choices } }] })
        }
        Shape::NamedTexts => {
            let texts = json!({ "anyOf": [text, { "type": "array", "items": text }] });
            json!({ "type": "object", "additionalProperties": texts })
        }
        Shape::Table(keys) => table(keys),
        Shape::Named(keys) => json!({ "type": "object", "additionalProperties": table(keys) }),
        Shape::NamedQuantities(_) => json!({ "type": "object", "additionalProperties": { "$ref": "#/$defs/input" } }),
        Shape::Quantities => {
            json!({ "type": "object", "additionalProperties": { "anyOf": [{ "type": "number" }, text] } })
        }
        Shape::Rows => {
            let row = json!({ "type": "object", "additionalProperties": { "anyOf": [{ "type": "number" }, { "type": "string" }] } });
            json!({ "type": "array", "items": row, "minItems": 1 })
        }
        Shape::List(keys) => json!({ "type": "array", "items": table(keys) }),
    }
}
