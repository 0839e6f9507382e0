//! Looks a text up by its name in the files of a language, which are parsed when one is first wanted.
//!
//! Knows nothing of which texts there are and what they are for.

use super::code::Language;
use super::marks::marks;
use crate::quantity::number;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;

/// What stands in a text's place: a text, or a number.
pub type Value<'a> = FluentValue<'a>;

/// The texts of an area in one language.
type Bundle = FluentBundle<FluentResource>;

/// A file of each area in each language.
macro_rules! areas {
    ($($area:literal),* $(,)?) => {
        const AREAS: usize = [$($area),*].len();

        /// The files of a language: the area's name and the text.
        #[must_use]
        pub fn sources(language: Language) -> &'static [(&'static str, &'static str)] {
            match language {
                Language::English => &[$(($area, include_str!(concat!("en/", $area, ".ftl")))),*],
                Language::German => &[$(($area, include_str!(concat!("de/", $area, ".ftl")))),*],
                Language::French => &[$(($area, include_str!(concat!("fr/", $area, ".ftl")))),*],
                Language::Ukrainian => &[$(($area, include_str!(concat!("uk/", $area, ".ftl")))),*],
            }
        }
    };
}

// What a scenario is linked with comes first: a check of one reads nothing else.
areas!(
    "model",
    "inputs",
    "units",
    "report",
    "charts",
    "findings",
    "answer",
    "sizing",
    "supply",
    "cost",
    "uncertainty",
    "sensitivity",
    "break_even",
    "discovery",
    "evidence",
    "backtest",
    "compare",
    "options",
    "page",
    "saved",
    "warnings",
    "new",
    "documents",
);

/// The texts of a language, area by area, each read when one is looked for in it.
fn bundles(language: Language) -> impl Iterator<Item = &'static Bundle> {
    static BUNDLES: [[OnceLock<Bundle>; AREAS]; 4] = [const { [const { OnceLock::new() }; AREAS] }; 4];
    let slots = BUNDLES.get(language as usize).into_iter().flatten();
    sources(language).iter().zip(slots).map(move |((_, text), slot)| slot.get_or_init(|| read(language, text)))
}

fn read(language: Language, text: &str) -> Bundle {
    let locale: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    // The marks that keep scripts of both directions apart would stand in every sentence.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::English => |value: &FluentValue<'_>, _: &_| written(value, Language::English),
        Language::German => |value: &FluentValue<'_>, _: &_| written(value, Language::German),
        Language::French => |value: &FluentValue<'_>, _: &_| written(value, Language::French),
        Language::Ukrainian => |value: &FluentValue<'_>, _: &_| written(value, Language::Ukrainian),
    }));
    // What cannot be read is left out, and said in English; a test finds it.
    let resource = FluentResource::try_new(bound(language, text)).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

/// Spaces at which no line may break: before a per cent sign, and in French before marks of two parts and inside
/// quotation marks.
fn bound(language: Language, text: &str) -> String {
    let marks: &[&str] = match language {
        Language::English => &[],
        Language::German | Language::Ukrainian => &[" %"],
        Language::French => &[" %", " :", " ;", " ?", " !", " »", "« "],
    };
    marks.iter().fold(text.to_owned(), |text, mark| text.replace(mark, &mark.replace(' ', "\u{a0}")))
}

/// A number in a text, with grouped thousands.
fn written(value: &FluentValue<'_>, language: Language) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    Some(digits(language, number::exact(number.value)))
}

/// A text in a language, in English where it lacks it; the key itself where English does too.
pub(super) fn find_or_english(language: Language, key: &str, args: &[(&str, Value<'_>)]) -> String {
    let found = find(language, key, args).or_else(|| find(Language::English, key, args));
    found.unwrap_or_else(|| key.to_owned())
}

/// A text in a language, if it has it.
pub(super) fn find(language: Language, key: &str, args: &[(&str, Value<'_>)]) -> Option<String> {
    bundles(language).find_map(|bundle| find_in(bundle, key, args))
}

fn find_in(bundle: &Bundle, key: &str, args: &[(&str, Value<'_>)]) -> Option<String> {
    let (id, attribute) = key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)));
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        Some(attribute) => message.get_attribute(attribute)?.value(),
        None => message.value()?,
    };
    let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
    Some(bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
}

/// A number's English digits as a language writes them.
pub(super) fn digits(language: Language, english: String) -> String {
    if language == Language::English {
        return english;
    }
    if matches!(english.as_str(), "undefined" | "overflow") {
        return find_or_english(language, &english, &[]);
    }
    let (group, point) = marks(language);
    let mark = |letter: char| match letter {
        ',' => group,
        '.' => point,
        other => other,
    };
    english.chars().map(mark).collect()
}
