//! The tree of a formula, kept as written: for people, for checking, for explaining.
//!
//! Nodes lie in one vector, operands before the operations on them, so that every pass over a tree is a loop and no
//! formula can be nested deep enough to exhaust the stack.

use super::operator::{Binary, Gather, Unary};
use std::fmt;
use std::ops::Range;

/// Index of a node in its formula.
pub type NodeId = usize;

/// What stands at a node.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A number.
    Number(f64),
    /// The name of an input or a metric.
    Name(String),
    /// An operation on one operand.
    Unary(Unary, NodeId),
    /// An operation on two operands.
    Binary(Binary, NodeId, NodeId),
    /// A value gathered over the members of a scope.
    Gather(Gather, NodeId),
}

/// A node and where it stands in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What it is.
    pub part: Part,
    /// Bytes of the formula's text.
    pub span: Range<usize>,
}

/// A formula as a tree. Operands come before the operations on them; the last node is the root.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    nodes: Vec<Node>,
}

impl Formula {
    /// Takes nodes in which operands precede operations; `None` when there is none or one looks ahead.
    #[must_use]
    pub fn from_nodes(nodes: Vec<Node>) -> Option<Self> {
        let ordered = nodes.iter().enumerate().all(|(index, node)| match node.part {
            Part::Number(_) | Part::Name(_) => true,
            Part::Unary(_, operand) | Part::Gather(_, operand) => operand < index,
            Part::Binary(_, left, right) => left < index && right < index,
        });
        (ordered && !nodes.is_empty()).then_some(Self { nodes })
    }

    /// The nodes, operands first.
    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The last operation's node.
    #[must_use]
    pub fn root(&self) -> NodeId {
        self.nodes.len() - 1
    }

    /// The names used, each once, in the order of their first appearance.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = Vec::new();
        let mut nodes: Vec<&Node> = self.nodes.iter().filter(|node| matches!(node.part, Part::Name(_))).collect();
        nodes.sort_by_key(|node| node.span.start);
        for node in nodes {
            if let Part::Name(name) = &node.part
                && !names.contains(&name.as_str())
            {
                names.push(name);
            }
        }
        names
    }

    /// The same tree without places: equal for two texts that differ in layout and needless parentheses only.
    #[must_use]
    pub fn without_spans(&self) -> Self {
        let nodes = self.nodes.iter().map(|node| Node { part: node.part.clone(), span: 0..0 }).collect();
        Self { nodes }
    }
}

/// What is wrong with a formula's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormulaError {
    /// What is wrong.
    pub message: String,
    /// Places in the text, the main one first, each with a few words or none.
    pub places: Vec<(Range<usize>, String)>,
    /// What to do.
    pub help: Option<String>,
    /// The name that stands for nothing, where that is what is wrong.
    pub unknown: Option<String>,
}

impl FormulaError {
    /// An error at one place.
    pub fn new(message: impl Into<String>, range: Range<usize>) -> Self {
        Self { message: message.into(), places: vec![(range, String::new())], help: None, unknown: None }
    }

    /// Adds a second place with words to it.
    #[must_use]
    pub fn and(mut self, range: Range<usize>, words: impl Into<String>) -> Self {
        self.places.push((range, words.into()));
        self
    }

    /// Words for the first place.
    #[must_use]
    pub fn words(mut self, words: impl Into<String>) -> Self {
        if let Some(place) = self.places.first_mut() {
            place.1 = words.into();
        }
        self
    }

    /// Adds advice.
    #[must_use]
    pub fn help(mut self, words: impl Into<String>) -> Self {
        self.help = Some(words.into());
        self
    }
}

impl fmt::Display for FormulaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for FormulaError {}
