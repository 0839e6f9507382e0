//! Trees as formulas of a spreadsheet: `=peacekeepers / front_length`, with names that the workbook defines.
//!
//! A spreadsheet binds a sign more strongly than a power and groups powers to the left; parentheses say what is meant.
//! `ceil` and `floor` forgive what rounding does, as [`crate::quantity::whole`] has it. All text comes from operators,
//! numbers and the names that the caller gives. Knows no cells and no workbook.

use super::operator::{Binary, Gather, Unary};
use super::syntax::{Formula, Part};
use crate::quantity::number;
use crate::quantity::whole;

/// Letters up to which a spreadsheet takes a formula: 8,192 with the sign of equality.
const LONGEST: usize = 8_000;

/// Functions and parentheses inside one another up to which it does.
const DEEPEST: usize = 60;

/// Arguments of a function up to which it does.
const ARGUMENTS: usize = 250;

/// What a name in a formula is in a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cells {
    /// The defined name of a cell.
    One(String),
    /// The defined names of the cells of a scope's members, or of a range of them.
    Members(Vec<String>),
}

/// A piece of a formula.
#[derive(Clone)]
struct Term {
    text: String,
    /// How strongly its outermost operator binds; 9 for a name, a number or a function.
    precedence: u8,
    /// Functions and parentheses inside one another.
    depth: usize,
    /// The arguments of a `MIN` or `MAX` that another of its kind can take in.
    choices: Option<(Binary, Vec<String>)>,
}

const ATOM: u8 = 9;
const SIGN: u8 = 3;

impl Term {
    fn atom(text: impl Into<String>) -> Self {
        Self { text: text.into(), precedence: ATOM, depth: 0, choices: None }
    }

    /// As an operand that has to bind so strongly.
    fn guarded(&self, at_least: u8) -> (String, usize) {
        if self.precedence >= at_least { (self.text.clone(), self.depth) } else { self.enclosed() }
    }

    fn enclosed(&self) -> (String, usize) {
        (format!("({})", self.text), self.depth + 1)
    }

    /// On the right of an operator, where a sign needs parentheses to be read.
    fn on_the_right(&self, at_least: u8) -> (String, usize) {
        if self.text.starts_with('-') { self.enclosed() } else { self.guarded(at_least) }
    }
}

/// The formula as a spreadsheet computes it, without the sign of equality; nothing where it is longer or deeper than a
/// spreadsheet takes. `cells` says what each name is there.
pub fn excel(formula: &Formula, cells: impl Fn(&str) -> Cells) -> Option<String> {
    let mut written: Vec<Term> = Vec::with_capacity(formula.nodes().len());
    for node in formula.nodes() {
        let term = match &node.part {
            Part::Number(value) => literal(*value),
            Part::Name(name) => match cells(name) {
                Cells::One(cell) => Term::atom(cell),
                // The function that gathers them takes them as its arguments.
                Cells::Members(members) => Term::atom(members.join(",")),
            },
            Part::Unary(operator, operand) => unary(*operator, &written[*operand]),
            Part::Gather(gather, operand) => gathered(*gather, &written[*operand].text),
            Part::Binary(operator, left, right) => binary(*operator, &written[*left], &written[*right]),
        };
        if term.text.len() > LONGEST || term.depth > DEEPEST {
            return None;
        }
        written.push(term);
    }
    written.pop().map(|root| root.text)
}

fn literal(value: f64) -> Term {
    let text = number::plain(value).replace("e-", "E-").replace('e', "E+");
    Term { precedence: if value < 0.0 { SIGN } else { ATOM }, ..Term::atom(text) }
}

fn call(name: &str, arguments: &str, depth: usize) -> Term {
    Term { depth: depth + 1, ..Term::atom(format!("{name}({arguments})")) }
}

fn unary(operator: Unary, of: &Term) -> Term {
    match operator {
        Unary::Neg => {
            let (text, depth) = of.guarded(ATOM);
            Term { text: format!("-{text}"), precedence: SIGN, depth, choices: None }
        }
        Unary::Sqrt => call("SQRT", &of.text, of.depth),
        Unary::Abs => call("ABS", &of.text, of.depth),
        Unary::Ln => call("LN", &of.text, of.depth),
        Unary::Exp => call("EXP", &of.text, of.depth),
        Unary::Floor => {
            let (text, depth) = of.guarded(Binary::Add.precedence());
            call("INT", &format!("{text}+{}", slack(of)), depth + 2)
        }
        // The whole numbers below are those above with the sign turned round.
        Unary::Ceil => {
            let (text, depth) = of.on_the_right(Binary::Add.precedence() + 1);
            let inside = call("INT", &format!("{}-{text}", slack(of)), depth + 2);
            Term { text: format!("-{}", inside.text), precedence: SIGN, ..inside }
        }
    }
}

/// By how much a number may miss a whole one.
fn slack(of: &Term) -> String {
    let [relative, most] = [whole::RELATIVE, whole::MOST].map(|value| literal(value).text);
    format!("MIN({relative}*ABS({}),{most})", of.text)
}

fn gathered(gather: Gather, members: &str) -> Term {
    match gather {
        // What a function is given nothing for is no formula.
        Gather::Sum | Gather::Count if members.is_empty() => Term::atom("0"),
        Gather::Min | Gather::Max if members.is_empty() => Term::atom("NA()"),
        Gather::Sum => call("SUM", members, 0),
        Gather::Min => call("MIN", members, 0),
        Gather::Max => call("MAX", members, 0),
        // `COUNT` leaves out a member whose value is an error.
        Gather::Count => call("COUNTA", members, 0),
    }
}

fn binary(operator: Binary, left: &Term, right: &Term) -> Term {
    let precedence = operator.precedence();
    let ((left_text, left_depth), (right_text, right_depth)) = match operator {
        Binary::Min | Binary::Max => return choice(operator, left, right),
        Binary::Pow => (left.guarded(ATOM), right.guarded(ATOM)),
        _ => (left.guarded(precedence), right.on_the_right(precedence + 1)),
    };
    let text = format!("{left_text}{}{right_text}", operator.spelling());
    Term { text, precedence, depth: left_depth.max(right_depth), choices: None }
}

/// The least or the greatest of several: `max(a, b, c)` is a tree of twos, and one function of three.
fn choice(operator: Binary, left: &Term, right: &Term) -> Term {
    let depth = left.depth.max(right.depth);
    let (mut among, depth) = match &left.choices {
        Some((of, among)) if *of == operator && among.len() < ARGUMENTS => {
            (among.clone(), left.depth.saturating_sub(1).max(right.depth))
        }
        _ => (vec![left.text.clone()], depth),
    };
    among.push(right.text.clone());
    let name = if operator == Binary::Min { "MIN" } else { "MAX" };
    Term { choices: Some((operator, among.clone())), ..call(name, &among.join(","), depth) }
}

#[cfg(test)]
mod tests {
    use super::{Cells, excel};
    use crate::formula::parse;

    fn written(text: &str) -> Option<String> {
        let members = |name: &str| match name {
            "members" => Cells::Members(vec!["sector_length".to_owned()]),
            "two" => Cells::Members(vec!["x_length".to_owned(), "y_length".to_owned()]),
            "none" => Cells::Members(Vec::new()),
            name => Cells::One(name.to_owned()),
        };
        excel(&parse(text).unwrap(), members)
    }

    #[test]
    fn formulas_read_as_a_planner_says_them() {
        for (text, expected) in [
            ("peacekeepers / front_length", "peacekeepers/front_length"),
            ("(a + b) / c - d", "(a+b)/c-d"),
            ("a - (b - c)", "a-(b-c)"),
            ("a / (b / c)", "a/(b/c)"),
            ("max(a, b, c)", "MAX(a,b,c)"),
            ("max(a, min(b, c))", "MAX(a,MIN(b,c))"),
            ("max(required - available, 0)", "MAX(required-available,0)"),
            ("sqrt(a) + abs(b) * ln(c) - exp(d)", "SQRT(a)+ABS(b)*LN(c)-EXP(d)"),
            ("sum(members) + count(two)", "SUM(sector_length)+COUNTA(x_length,y_length)"),
            ("max(members) - min(members)", "MAX(sector_length)-MIN(sector_length)"),
            ("sum(none) + count(none)", "0+0"),
            ("0.5 * a", "0.5*a"),
            ("1e300 * a * 1e-9", "1E+300*a*1E-9"),
        ] {
            assert_eq!(written(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn signs_and_powers_mean_here_what_they_mean_there() {
        for (text, expected) in [
            ("-a ^ 2", "-(a^2)"),
            ("(-a) ^ 2", "(-a)^2"),
            ("a ^ b ^ c", "a^(b^c)"),
            ("(a ^ b) ^ c", "(a^b)^c"),
            ("a ^ -b", "a^(-b)"),
            ("a - -b", "a-(-b)"),
            ("a * -b", "a*(-b)"),
            ("-a * b", "-a*b"),
            ("-(a + b)", "-(a+b)"),
        ] {
            assert_eq!(written(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn whole_numbers_forgive_rounding() {
        assert_eq!(written("ceil(a / b)").unwrap(), "-INT(MIN(1E-9*ABS(a/b),0.000001)-a/b)");
        assert_eq!(written("floor(a - b)").unwrap(), "INT(a-b+MIN(1E-9*ABS(a-b),0.000001))");
        assert_eq!(written("2 * ceil(-a)").unwrap(), "2*(-INT(MIN(1E-9*ABS(-a),0.000001)-(-a)))");
    }

    #[test]
    fn what_a_spreadsheet_cannot_take_is_not_written() {
        let deep = format!("{}a{}", "sqrt(".repeat(70), ")".repeat(70));
        assert_eq!(written(&deep), None);
        let doubling = format!("{}a{}", "ceil(".repeat(20), ")".repeat(20));
        assert_eq!(written(&doubling), None);
        let sum = vec!["peacekeepers"; 640].join("+");
        assert_eq!(written(&sum), None);
        let many = format!("max({})", vec!["a"; 600].join(", "));
        assert!(written(&many).unwrap().matches("MAX").count() == 3);
    }
}
