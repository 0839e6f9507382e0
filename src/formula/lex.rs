//! Formula text to tokens with places. Knows no grammar.

use super::syntax::FormulaError;
use crate::quantity::character::{foreign_digit, is_blank, named};
use crate::quantity::reading::{self, NotANumber};
use std::ops::Range;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Number(f64),
    Name(String),
    Plus,
    Minus,
    Times,
    Over,
    Caret,
    Open,
    Close,
    Comma,
}

pub(super) fn lex(text: &str) -> Result<Vec<(Token, Range<usize>)>, FormulaError> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(next) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let (token, length) = match next {
            c if c.is_ascii() && c.is_whitespace() => {
                at += c.len_utf8();
                continue;
            }
            '+' => (Token::Plus, 1),
            '-' => (Token::Minus, 1),
            '−' => (Token::Minus, '−'.len_utf8()),
            '*' => (Token::Times, 1),
            '×' | '·' => (Token::Times, next.len_utf8()),
            '/' => (Token::Over, 1),
            '÷' => (Token::Over, next.len_utf8()),
            '^' => (Token::Caret, 1),
            '(' => (Token::Open, 1),
            ')' => (Token::Close, 1),
            ',' => (Token::Comma, 1),
            '.' if tokens.last().is_some_and(|(last, span): &(Token, Range<usize>)| {
                matches!(last, Token::Name(_)) && span.end == at
            }) =>
            {
                return Err(unexpected('.', at));
            }
            c if c.is_ascii_digit() || c == '.' || foreign_digit(c).is_some() => number_at(text, at)?,
            c if c.is_alphabetic() || c == '_' => {
                let length = name_length(text, at);
                (Token::Name(text.get(at..at + length).unwrap_or_default().to_owned()), length)
            }
            c => return Err(unexpected(c, at)),
        };
        tokens.push((token, at..at + length));
        at += length;
    }
    Ok(tokens)
}

fn name_length(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default().chars();
    rest.take_while(|c| c.is_alphanumeric() || *c == '_').map(char::len_utf8).sum()
}

fn number_at(text: &str, at: usize) -> Result<(Token, usize), FormulaError> {
    let rest = text.get(at..).unwrap_or_default();
    let number = reading::leading_term(rest).map_err(|reason| {
        let (message, range) = match &reason {
            NotANumber::Parted { used, .. } => {
                let digits = rest.get(..*used).unwrap_or_default();
                let mark = digits.chars().rev().find(|c| is_blank(*c)).map(|blank| format!(", with {},", named(blank)));
                let mark = mark.unwrap_or_default();
                let error =
                    FormulaError::new(format!("`{digits}`{mark} is not how numbers are written here"), at..at + used);
                return if digits.contains(',') {
                    error.help(format!("{}; between arguments a blank follows the comma: max(1, 2)", reason.advice()))
                } else {
                    error.help(reason.advice())
                };
            }
            NotANumber::Foreign { digit, at, .. } => {
                (format!("{} is not a digit from 0 to 9", named(*digit)), *at..at + digit.len_utf8())
            }
            _ => ("not a number".to_owned(), 0..1),
        };
        FormulaError::new(message, at + range.start..at + range.end).help(reason.advice())
    })?;
    let (value, length) = (number.value, number.used);
    if name_length(text, at + length) > 0 {
        let end = at + length + name_length(text, at + length);
        return Err(FormulaError::new("a number and a name side by side", at..end)
            .help("write `*` between them; units belong to inputs, not into formulas"));
    }
    Ok((Token::Number(value), length))
}

fn unexpected(character: char, at: usize) -> FormulaError {
    let message = format!("unexpected {} in a formula", named(character));
    let error = FormulaError::new(message, at..at + character.len_utf8());
    match character {
        _ if is_blank(character) => error.help("write an ordinary space in its place, or nothing"),
        '%' => error.help("a share is a pure number: write 0.3 for 30 %"),
        ':' => error.help("write `/` to divide"),
        '.' => error.help("names have no points: inputs and metrics are named without their table"),
        '=' => error.help("a formula is what stands on the right of the equals sign"),
        '<' | '>' => error.help("formulas have no comparisons; `max(a - b, 0)` gives what is missing"),
        '[' | '{' => error.help("use round parentheses"),
        '"' | '\'' => error.help("names stand without quotes"),
        _ => {
            error.help("formulas have + - * / ^ ( ) , numbers, names and min max ceil floor sqrt abs ln exp sum count")
        }
    }
}
