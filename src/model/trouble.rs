//! What is said of an operation that has no result, or passes a pole, for some values of the inputs. Knows nothing of how
//! that was found.

use crate::diagnostic::{Argument, Diagnostic, Span};
use crate::program::Trouble;
use crate::quantity::number;

/// Where trouble is within reach.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
pub(super) enum Reach {
    /// In no value that was found.
    Nowhere,
    /// Beyond the ranges that are shown, in the far tails.
    InTails,
    /// Within the ranges that are shown.
    InRanges,
}

/// What is said of an operation.
pub(super) struct About<'a> {
    pub(super) id: &'a str,
    /// The operand that decides and the whole operation, as written.
    pub(super) operand: String,
    pub(super) operation: String,
    pub(super) trouble: Trouble,
    pub(super) span: Option<Span>,
}

impl About<'_> {
    /// How the operand is where it is in trouble.
    fn bad(&self) -> &'static str {
        match self.trouble {
            Trouble::Denominator => "zero or of the opposite sign",
            Trouble::Root => "negative",
            Trouble::Logarithm => "zero or negative",
            Trouble::Power => "outside the values that have such a power",
        }
    }

    /// What is within reach of values though in no sample.
    pub(super) fn unsampled(self, reach: Reach) -> Option<Diagnostic> {
        let (operand, bad) = (&self.operand, self.bad());
        let sentence = format!("`{operand}` can be {bad}, though it is in none of the samples");
        match reach {
            Reach::Nowhere => None,
            Reach::InTails => {
                let note = Diagnostic::note(format!("in `{}`, {sentence}", self.id)).opt_span(self.span, "");
                Some(note.help("only the far tails of ranges without ends reach there"))
            }
            Reach::InRanges => Some(
                Diagnostic::warning(format!("`{}` can be undefined within the ranges of its inputs", self.id))
                    .message_id("warning-undefined-in-ranges")
                    .with("name", self.id)
                    .opt_span(self.span, "")
                    .help(sentence),
            ),
        }
    }

    /// What a share of the samples is in.
    pub(super) fn sampled(self, share: f64) -> Diagnostic {
        let share = number::significant(100.0 * share, 2);
        let Self { id, operand, operation, trouble, span } = self;
        let complaint = match trouble {
            Trouble::Denominator => Diagnostic::warning(format!(
                "`{id}` divides by `{operand}`, which is zero or of the opposite sign in {share} % of samples"
            ))
            .message_id("warning-pole")
            .with("name", id)
            .with("operand", operand)
            .with("share", Argument::Digits(share)),
            Trouble::Root => Diagnostic::warning(format!(
                "`{id}` takes the root of `{operand}`, which is negative in {share} % of samples"
            ))
            .message_id("warning-root")
            .with("name", id)
            .with("operand", operand)
            .with("share", Argument::Digits(share)),
            Trouble::Logarithm => Diagnostic::warning(format!(
                "`{id}` takes the logarithm of `{operand}`, which is zero or negative in {share} % of samples"
            ))
            .message_id("warning-logarithm")
            .with("name", id)
            .with("operand", operand)
            .with("share", Argument::Digits(share)),
            Trouble::Power => Diagnostic::warning(format!(
                "`{id}` takes the power `{operation}`, whose base is outside its domain or beyond a pole in {share} % of samples"
            ))
            .message_id("warning-power")
            .with("name", id)
            .with("operation", operation)
            .with("share", Argument::Digits(share)),
        };
        complaint.opt_span(span, "").help(match trouble {
            Trouble::Denominator => {
                "mean and percentiles say little near such a pole: keep the denominator on one side of zero, by `min` or `max` of a range or by another formula"
            }
            _ => "keep it inside by `min` or `max` of a range, or by another formula",
        })
    }
}
