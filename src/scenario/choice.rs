//! The closed sets of words that a scenario chooses from and that the model tells apart: role, bounds, counting, purpose
//! and stance.
//!
//! A word that is none of its set was complained of before it comes here. Knows nothing of what a choice leads to.

use serde::{Serialize, Serializer};
use std::fmt;

/// An enum whose variants are words of a scenario.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)+
        }

        impl $name {
            /// Every choice, in the order of the documentation.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];
            /// Their words, in the same order.
            pub const WORDS: &[&'static str] = &[$($word,)+];

            /// The choice that a word stands for.
            #[must_use]
            pub fn of_word(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }

            /// The word for it in scenarios and in files for programs.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.word())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.word())
            }
        }
    };
}

choice! {
    /// Who decides an input's value.
    Role {
        /// The planner.
        Lever = "lever",
        /// The world.
        Uncertainty = "uncertainty",
        /// Nobody: it is what it is.
        Constant = "constant",
    }
}

choice! {
    /// Which values make sense at all.
    Bounds {
        /// Above 0.
        Positive = "positive",
        /// 0 and above.
        NonNegative = "non_negative",
        /// From 0 to 1.
        Share = "share",
        /// Every number.
        Any = "any",
    }
}

choice! {
    /// How a strength was counted.
    Counting {
        /// In a plan.
        Planned = "planned",
        /// Promised by contributors.
        Pledged = "pledged",
        /// The ceiling of a mandate.
        Authorised = "authorised",
        /// Sent.
        Deployed = "deployed",
        /// On the ground on a day.
        Present = "present",
    }
}

choice! {
    /// What a mission is for.
    Purpose {
        /// To watch and to report.
        Observation = "observation",
        /// To stand between parties that agree to it.
        Interposition = "interposition",
        /// To give an ally confidence.
        Reassurance = "reassurance",
        /// To make an attack too costly.
        Deterrence = "deterrence",
        /// To make a party comply.
        Enforcement = "enforcement",
        /// To keep order among people.
        Stabilisation = "stabilisation",
    }
}

choice! {
    /// What a contributor has said of sending troops.
    Stance {
        /// It will.
        Ready = "ready",
        /// It may.
        Open = "open",
        /// It will not.
        Refuses = "refuses",
        /// It has not said, or nobody has written it down.
        Unknown = "unknown",
    }
}
