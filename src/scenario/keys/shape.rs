//! What a table of keys is made of: keys, the shapes of their values, what they are for.

/// What a key's value looks like.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// A text.
    Text,
    /// A text, or a list of texts.
    Texts,
    /// A number in the unit stated beside it, or a text with a number and a unit.
    Quantity,
    /// A whole number in a range.
    Whole(u32, u32),
    /// A pure number in a range.
    Number(f64, f64),
    /// A list of quantities.
    ManyQuantities,
    /// A list of pure numbers.
    Numbers,
    /// A whole number in a range, or a list of them.
    Wholes(u32, u32),
    /// `true` or `false`.
    Flag,
    /// One of some words.
    Choice(&'static [&'static str]),
    /// One of some words, or a list of them.
    Choices(&'static [&'static str]),
    /// Texts or lists of texts under names of the author's choice.
    NamedTexts,
    /// A table.
    Table(&'static Keys),
    /// Tables under names of the author's choice.
    Named(&'static Keys),
    /// Tables or quantities under names of the author's choice.
    NamedQuantities(&'static Keys),
    /// Quantities under names of the author's choice.
    Quantities,
    /// A list of tables with a number or a text under each name of the author's choice.
    Rows,
    /// A list of tables.
    List(&'static Keys),
}

/// A key.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// As written in the file.
    pub name: &'static str,
    /// What its value looks like.
    pub shape: Shape,
    /// Whether the table is at fault without it.
    pub required: bool,
    /// What it is for, in one sentence.
    pub about: &'static str,
}

/// The keys of a table.
#[derive(Debug)]
pub struct Keys {
    /// What the table is called in complaints: `an input`, `a metric`.
    pub what: &'static str,
    /// What the table is for, in one sentence.
    pub about: &'static str,
    /// Its keys.
    pub keys: &'static [Key],
}

pub(super) const fn key(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, shape, required: false, about }
}

pub(super) const fn required(name: &'static str, shape: Shape, about: &'static str) -> Key {
    Key { name, shape, required: true, about }
}
