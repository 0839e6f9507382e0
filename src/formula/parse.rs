//! Tokens to tree: a precedence parser. Knows the grammar, not what names mean.

use super::lex::{Token, lex};
use super::operator::{Binary, Gather, Unary};
use super::syntax::{Formula, FormulaError, Node, NodeId, Part};
use crate::diagnostic::did_you_mean;
use std::ops::Range;

/// Longest formula in bytes; what is longer is no formula a planner reads aloud.
pub const LONGEST: usize = 10_000;

/// Deepest nesting of parentheses, functions and signs.
const DEEPEST: usize = 100;

/// Reads a formula.
///
/// # Errors
/// The first thing that the grammar does not allow, with its place in bytes of the text.
pub fn parse(text: &str) -> Result<Formula, FormulaError> {
    if text.len() > LONGEST {
        return Err(FormulaError::new(format!("a formula of {} bytes is too long", text.len()), 0..text.len())
            .help(format!("formulas are at most {LONGEST} bytes: give parts of it as metrics of their own")));
    }
    let mut parser = Parser { tokens: lex(text)?, at: 0, nodes: Vec::new(), depth: 0, end: text.len() };
    if parser.tokens.is_empty() {
        return Err(FormulaError::new("the formula is empty", 0..text.len())
            .help("write what the metric is computed from, such as `peacekeepers / front_length`"));
    }
    parser.sum()?;
    if let Some((token, span)) = parser.tokens.get(parser.at) {
        return Err(leftover(token, span.clone()));
    }
    Formula::from_nodes(parser.nodes).ok_or_else(|| FormulaError::new("the formula is empty", 0..text.len()))
}

struct Parser {
    tokens: Vec<(Token, Range<usize>)>,
    at: usize,
    nodes: Vec<Node>,
    depth: usize,
    end: usize,
}

impl Parser {
    fn sum(&mut self) -> Result<NodeId, FormulaError> {
        let mut left = self.product()?;
        loop {
            let operator = match self.peek() {
                Some(Token::Plus) => Binary::Add,
                Some(Token::Minus) => Binary::Sub,
                _ => return Ok(left),
            };
            self.at += 1;
            let right = self.product()?;
            left = self.binary(operator, left, right);
        }
    }

    fn product(&mut self) -> Result<NodeId, FormulaError> {
        let mut left = self.unary()?;
        loop {
            let operator = match self.peek() {
                Some(Token::Times) => Binary::Mul,
                Some(Token::Over) => Binary::Div,
                _ => return Ok(left),
            };
            self.at += 1;
            let right = self.unary()?;
            left = self.binary(operator, left, right);
        }
    }

    fn unary(&mut self) -> Result<NodeId, FormulaError> {
        let span = self.span_here();
        if self.peek() != Some(&Token::Minus) {
            return self.power();
        }
        self.at += 1;
        self.deeper(span.clone())?;
        let operand = self.unary()?;
        self.depth -= 1;
        let end = self.nodes[operand].span.end;
        Ok(self.push(Part::Unary(Unary::Neg, operand), span.start..end))
    }

    fn power(&mut self) -> Result<NodeId, FormulaError> {
        let base = self.atom()?;
        if self.peek() != Some(&Token::Caret) {
            return Ok(base);
        }
        let span = self.span_here();
        self.at += 1;
        self.deeper(span)?;
        let exponent = self.unary()?;
        self.depth -= 1;
        Ok(self.binary(Binary::Pow, base, exponent))
    }

    fn atom(&mut self) -> Result<NodeId, FormulaError> {
        let span = self.span_here();
        match self.peek().cloned() {
            Some(Token::Number(value)) => {
                self.at += 1;
                Ok(self.push(Part::Number(value), span))
            }
            Some(Token::Name(name)) => {
                self.at += 1;
                if self.peek() == Some(&Token::Open) {
                    self.call(&name, span)
                } else {
                    Ok(self.push(Part::Name(name), span))
                }
            }
            Some(Token::Open) => {
                self.at += 1;
                self.deeper(span.clone())?;
                let inner = self.sum()?;
                self.close(span)?;
                self.depth -= 1;
                Ok(inner)
            }
            Some(Token::Times) => Err(FormulaError::new("a number, a name or a parenthesis is missing here", span)
                .help("write `^` for powers, and one operator between two operands")),
            Some(_) => Err(FormulaError::new("a number, a name or a parenthesis is missing here", span)
                .help("an operator stands between two operands")),
            None => Err(FormulaError::new("the formula ends too early", span)
                .help("a number, a name or a parenthesis is missing at the end")),
        }
    }

    fn call(&mut self, name: &str, span: Range<usize>) -> Result<NodeId, FormulaError> {
        let open = self.span_here();
        self.at += 1;
        self.deeper(open.clone())?;
        let mut arguments = vec![self.sum()?];
        while self.peek() == Some(&Token::Comma) {
            self.at += 1;
            arguments.push(self.sum()?);
        }
        let whole = span.start..self.close(open)?;
        self.depth -= 1;
        self.function(name, span, whole, &arguments)
    }

    fn function(
        &mut self,
        name: &str,
        span: Range<usize>,
        whole: Range<usize>,
        arguments: &[NodeId],
    ) -> Result<NodeId, FormulaError> {
        let unary = Unary::ALL.into_iter().find(|unary| *unary != Unary::Neg && unary.spelling() == name);
        let gather = Gather::ALL.into_iter().find(|gather| gather.spelling() == name);
        match (unary, gather, arguments) {
            (Some(unary), _, [operand]) => Ok(self.push(Part::Unary(unary, *operand), whole)),
            (_, Some(gather), [operand]) => Ok(self.push(Part::Gather(gather, *operand), whole)),
            (_, Some(gather @ (Gather::Min | Gather::Max)), [first, rest @ ..]) => {
                let operator = if gather == Gather::Min { Binary::Min } else { Binary::Max };
                let mut left = *first;
                for right in rest {
                    left = self.push(Part::Binary(operator, left, *right), whole.clone());
                }
                Ok(left)
            }
            (Some(_), ..) | (_, Some(_), _) => Err(FormulaError::new(format!("`{name}` takes one argument"), whole)
                .words(format!("{} given", arguments.len()))
                .help(format!("write `{name}(x)`"))),
            (None, None, _) => {
                let known = Unary::ALL.iter().map(|unary| unary.spelling());
                let known = known.chain(Gather::ALL.iter().map(|gather| gather.spelling()));
                let help = did_you_mean(name, known)
                    .unwrap_or_else(|| "the functions are min max ceil floor sqrt abs ln exp sum count".to_owned());
                Err(FormulaError::new(format!("no function is called `{name}`"), span).help(help))
            }
        }
    }

    fn binary(&mut self, operator: Binary, left: NodeId, right: NodeId) -> NodeId {
        let span = self.nodes[left].span.start..self.nodes[right].span.end;
        self.push(Part::Binary(operator, left, right), span)
    }

    fn push(&mut self, part: Part, span: Range<usize>) -> NodeId {
        self.nodes.push(Node { part, span });
        self.nodes.len() - 1
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(token, _)| token)
    }

    fn span_here(&self) -> Range<usize> {
        self.tokens.get(self.at).map_or(self.end..self.end, |(_, span)| span.clone())
    }

    fn close(&mut self, open: Range<usize>) -> Result<usize, FormulaError> {
        let span = self.span_here();
        match self.peek() {
            Some(Token::Close) => {
                self.at += 1;
                Ok(span.end)
            }
            None => Err(FormulaError::new("this parenthesis is not closed", open).help("add `)` where it ends")),
            Some(token) => Err(leftover(token, span)),
        }
    }

    fn deeper(&mut self, span: Range<usize>) -> Result<(), FormulaError> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(FormulaError::new(format!("nested more than {DEEPEST} deep"), span)
                .help("give the inner part as a metric of its own and use its name"));
        }
        Ok(())
    }
}

fn leftover(token: &Token, span: Range<usize>) -> FormulaError {
    match token {
        Token::Close => {
            FormulaError::new("this parenthesis closes nothing", span).help("take it out, or add `(` where it begins")
        }
        Token::Comma => FormulaError::new("a comma only parts the arguments of a function", span)
            .help("numbers are written 1_000 or 0.5"),
        Token::Number(_) => FormulaError::new("an operator is missing before this number", span)
            .help("write large numbers as 1_000, and `*` to multiply"),
        Token::Name(_) => FormulaError::new("an operator is missing before this name", span)
            .help("write `*` to multiply; units belong to inputs, not into formulas"),
        Token::Open => FormulaError::new("an operator is missing before this", span).help("write `*` to multiply"),
        _ => FormulaError::new("an operand is missing here", span).help("an operator stands between two operands"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nesting_of_any_kind_ends_in_a_complaint() {
        for (open, close) in [("(", ")"), ("-", ""), ("2^", ""), ("sqrt(", ")"), ("max(1, ", ")"), ("1-", "")] {
            let text = format!("{}a{}", open.repeat(1500), close.repeat(1500));
            assert_eq!(parse(&text).is_ok(), open == "1-", "{open} nested 1500 times");
        }
    }

    #[test]
    fn layout_makes_no_difference_to_the_tree() {
        let tree = |text: &str| parse(text).unwrap().without_spans();
        assert_eq!(tree("a+b*c"), tree("( a + ( b * c ) )"));
        assert_ne!(tree("a + b * c"), tree("(a + b) * c"));
    }
}
