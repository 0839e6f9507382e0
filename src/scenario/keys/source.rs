//! Keys of a source: a work that figures come from.

use super::choices::SEEN;
use super::shape::{Keys, Shape, key, required};

/// A source.
pub static SOURCE: Keys = Keys {
    what: "a source",
    about: "A work that figures come from.",
    keys: &[
        required("title", Shape::Text, "The title."),
        key("short", Shape::Text, "How people cite it, in a few words: \"Syrskyi (May 2025)\"."),
        key("author", Shape::Text, "Who wrote it."),
        key("publisher", Shape::Text, "Who published it."),
        key("date", Shape::Text, "When, as a text: \"1995\", \"2025-03\"."),
        key("url", Shape::Text, "Where it can be read."),
        key("page", Shape::Text, "The page or paragraph."),
        key("note", Shape::Text, "What a reader should know about it."),
        key("warning", Shape::Text, "What must be said wherever it is used; a caveat of every report that cites it."),
        key("seen", Shape::Choice(SEEN), "How the figures were read."),
    ],
};
