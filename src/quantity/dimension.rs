//! What a number counts or measures: a product of powers of base units.
//!
//! Exponents are fractions, so that `sqrt(area)` is a length. Knows no unit but the coherent base ones, by name.

use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedMul, Zero};
use std::fmt;
use std::sync::Arc;

/// An exponent of a base unit.
pub type Exponent = Ratio<i32>;

/// A product of powers of base units, sorted by the base unit's name; empty for a pure number.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dimension {
    powers: Arc<[(Arc<str>, Exponent)]>,
}

impl Dimension {
    /// The dimension of a pure number.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// The dimension of one base unit.
    #[must_use]
    pub fn base(name: &str) -> Self {
        Self { powers: Arc::new([(Arc::from(name), Exponent::from_integer(1))]) }
    }

    /// Whether this is a pure number's.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.powers.is_empty()
    }

    /// The base units and their exponents.
    pub fn powers(&self) -> impl Iterator<Item = (&str, Exponent)> {
        self.powers.iter().map(|(name, exponent)| (&**name, *exponent))
    }

    /// The base unit that this is the first power of, if it is one.
    #[must_use]
    pub fn single(&self) -> Option<&str> {
        match &*self.powers {
            [(name, exponent)] if *exponent == Exponent::from_integer(1) => Some(name),
            _ => None,
        }
    }

    /// The product of two dimensions; `None` when an exponent leaves the range of 32 bits.
    #[must_use]
    pub fn times(&self, other: &Self) -> Option<Self> {
        if other.is_none() {
            return Some(self.clone());
        }
        let mut powers = self.powers.to_vec();
        for (name, exponent) in &*other.powers {
            match powers.binary_search_by(|(have, _)| have.cmp(name)) {
                Ok(at) => {
                    let sum = powers[at].1.checked_add(exponent)?;
                    if sum.is_zero() {
                        powers.remove(at);
                    } else {
                        powers[at].1 = sum;
                    }
                }
                Err(at) => powers.insert(at, (Arc::clone(name), *exponent)),
            }
        }
        Some(Self { powers: powers.into() })
    }

    /// The quotient of two dimensions; `None` when an exponent leaves the range of 32 bits.
    #[must_use]
    pub fn over(&self, other: &Self) -> Option<Self> {
        self.times(&other.power(Exponent::from_integer(-1))?)
    }

    /// This dimension to a power; `None` when an exponent leaves the range of 32 bits.
    #[must_use]
    pub fn power(&self, exponent: Exponent) -> Option<Self> {
        if exponent.is_zero() {
            return Some(Self::none());
        }
        let powers = self
            .powers
            .iter()
            .map(|(name, have)| have.checked_mul(&exponent).map(|product| (Arc::clone(name), product)))
            .collect::<Option<Arc<[_]>>>()?;
        Some(Self { powers })
    }
}

impl fmt::Display for Dimension {
    /// As a person would say it: `personnel per km²`, `a pure number`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_none() {
            return f.write_str("a pure number");
        }
        let positive = self.powers.iter().filter(|(_, exponent)| *exponent > Exponent::zero());
        let negative = self.powers.iter().filter(|(_, exponent)| *exponent < Exponent::zero());
        let above: Vec<String> = positive.map(|(name, exponent)| spell(name, *exponent)).collect();
        let below: Vec<String> = negative.map(|(name, exponent)| format!("per {}", spell(name, -*exponent))).collect();
        f.write_str(&above.join("·"))?;
        if !above.is_empty() && !below.is_empty() {
            f.write_str(" ")?;
        }
        f.write_str(&below.join(" "))
    }
}

fn spell(name: &str, exponent: Exponent) -> String {
    match (*exponent.numer(), *exponent.denom()) {
        (1, 1) => name.to_owned(),
        (2, 1) => format!("{name}²"),
        (3, 1) => format!("{name}³"),
        (numerator, 1) => format!("{name}^{numerator}"),
        (numerator, denominator) => format!("{name}^({numerator}/{denominator})"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_and_powers_follow_the_exponents() {
        let personnel = Dimension::base("personnel");
        let km = Dimension::base("km");
        let area = km.power(Exponent::from_integer(2)).unwrap();
        let density = personnel.over(&area).unwrap();
        assert_eq!(density.to_string(), "personnel per km²");
        assert_eq!(density.times(&area).unwrap(), personnel);
        assert_eq!(area.power(Exponent::new(1, 2)).unwrap(), km);
        assert!(km.over(&km).unwrap().is_none());
        assert_eq!(km.power(Exponent::new(1, 2)).unwrap().to_string(), "km^(1/2)");
        assert_eq!(Dimension::none().to_string(), "a pure number");
        assert_eq!(Dimension::none().over(&km).unwrap().to_string(), "per km");
    }

    #[test]
    fn an_exponent_out_of_range_is_not_a_panic() {
        let mut dimension = Dimension::base("km");
        for _ in 0..40 {
            match dimension.power(Exponent::from_integer(10)) {
                Some(next) => dimension = next,
                None => return,
            }
        }
        panic!("the exponent never overflowed");
    }
}
