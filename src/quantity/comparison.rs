//! A value held against a threshold: at least or at most, as conditions state it.
//!
//! Knows nothing of what is compared.

/// How a value is to stand to a threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// Not less than the threshold: `>=`.
    AtLeast,
    /// Not more than the threshold: `<=`.
    AtMost,
}

/// The operators as people write them, in the order in which they are looked for.
const OPERATORS: [(&str, Comparison); 4] =
    [(">=", Comparison::AtLeast), ("<=", Comparison::AtMost), ("≥", Comparison::AtLeast), ("≤", Comparison::AtMost)];

impl Comparison {
    /// The operator in a text, with the bytes it takes.
    #[must_use]
    pub fn find(text: &str) -> Option<(std::ops::Range<usize>, Self)> {
        OPERATORS.iter().find_map(|(sign, comparison)| {
            let start = text.find(sign)?;
            Some((start..start + sign.len(), *comparison))
        })
    }

    /// The operator for people: `≥`.
    #[must_use]
    pub fn sign(self) -> &'static str {
        if self.is_at_least() { "≥" } else { "≤" }
    }

    /// Whether greater values meet it.
    #[must_use]
    pub fn is_at_least(self) -> bool {
        self == Self::AtLeast
    }

    /// Whether a value meets it; one that is undefined does not, nor one beyond the largest number: an infinity may be
    /// on either side.
    #[must_use]
    pub fn holds(self, value: f64, threshold: f64) -> bool {
        value.is_finite() && if self.is_at_least() { value >= threshold } else { value <= threshold }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operators_are_found_in_a_text() {
        assert_eq!(Comparison::find("density >= 20"), Some((8..10, Comparison::AtLeast)));
        assert_eq!(Comparison::find("density≤20"), Some((7..10, Comparison::AtMost)));
        assert_eq!(Comparison::find("density = 20"), None);
    }

    #[test]
    fn a_threshold_itself_meets_either_and_an_infinity_neither() {
        for comparison in [Comparison::AtLeast, Comparison::AtMost] {
            assert!(comparison.holds(1.0, 1.0));
            assert!(!comparison.holds(f64::INFINITY, 1.0) && !comparison.holds(f64::NAN, 1.0));
        }
        assert!(Comparison::AtLeast.holds(2.0, 1.0) && !Comparison::AtMost.holds(2.0, 1.0));
    }
}
