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

/// Words that people use for what a mission is for, by the letters that they begin with, with the purpose that comes
/// closest. The first that fits decides.
const USUAL: &[(&str, Purpose)] = &[
    ("counterinsurg", Purpose::Stabilisation),
    ("coin", Purpose::Stabilisation),
    ("peacebuild", Purpose::Stabilisation),
    ("peaceenforc", Purpose::Enforcement),
    ("peacemak", Purpose::Enforcement),
    ("peacekeep", Purpose::Interposition),
    ("peace", Purpose::Interposition),
    ("ceasefire", Purpose::Interposition),
    ("truce", Purpose::Interposition),
    ("armistice", Purpose::Interposition),
    ("buffer", Purpose::Interposition),
    ("separat", Purpose::Interposition),
    ("disengage", Purpose::Interposition),
    ("interpos", Purpose::Interposition),
    ("monitor", Purpose::Observation),
    ("observ", Purpose::Observation),
    ("verif", Purpose::Observation),
    ("watch", Purpose::Observation),
    ("report", Purpose::Observation),
    ("stabili", Purpose::Stabilisation),
    ("occup", Purpose::Stabilisation),
    ("polic", Purpose::Stabilisation),
    ("securit", Purpose::Stabilisation),
    ("order", Purpose::Stabilisation),
    ("protect", Purpose::Stabilisation),
    ("humanitarian", Purpose::Stabilisation),
    ("nationbuild", Purpose::Stabilisation),
    ("insurg", Purpose::Stabilisation),
    ("defen", Purpose::Deterrence),
    ("deter", Purpose::Deterrence),
    ("tripwire", Purpose::Deterrence),
    ("reassur", Purpose::Reassurance),
    ("assur", Purpose::Reassurance),
    ("train", Purpose::Reassurance),
    ("guarantee", Purpose::Reassurance),
    ("enforc", Purpose::Enforcement),
    ("interven", Purpose::Enforcement),
    ("invasion", Purpose::Enforcement),
    ("coerc", Purpose::Enforcement),
];

impl Purpose {
    /// The purpose that comes closest to what people call a mission.
    #[must_use]
    pub fn closest(text: &str) -> Option<Self> {
        let word = |text: &str| text.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
        let joined: String = word(text);
        let words: Vec<String> = text.split(|c: char| !c.is_alphabetic()).map(word).collect();
        let fits = |begin: &str| joined.starts_with(begin) || words.iter().any(|word| word.starts_with(begin));
        USUAL.iter().find(|(begin, _)| fits(begin)).map(|(_, purpose)| *purpose)
    }

    /// What it is, in half a sentence.
    fn means(self) -> &'static str {
        match self {
            Self::Observation => "to watch and to report",
            Self::Interposition => "to stand between parties that agree to it",
            Self::Reassurance => "to give an ally confidence",
            Self::Deterrence => "to make an attack too costly",
            Self::Enforcement => "to make a party comply",
            Self::Stabilisation => "to keep order among people",
        }
    }

    /// Advice on a word that is none: the purpose that comes closest, why it matters, and all of them.
    #[must_use]
    pub fn advice(text: &str) -> Option<String> {
        let closest = Self::closest(text)?;
        Some(format!(
            "the closest is `{closest}`: {}. The purpose decides which methods and which past missions apply; it is one \
             of {}",
            closest.means(),
            Self::WORDS.join(", ")
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::Purpose;

    #[test]
    fn usual_words_have_a_purpose() {
        let cases = [
            ("peacekeeping", Purpose::Interposition),
            ("Peace keeping", Purpose::Interposition),
            ("peace-enforcement", Purpose::Enforcement),
            ("ceasefire monitoring", Purpose::Interposition),
            ("monitoring", Purpose::Observation),
            ("buffer zone", Purpose::Interposition),
            ("counter-insurgency", Purpose::Stabilisation),
            ("COIN", Purpose::Stabilisation),
            ("stability", Purpose::Stabilisation),
            ("occupation", Purpose::Stabilisation),
            ("defence", Purpose::Deterrence),
            ("deter", Purpose::Deterrence),
        ];
        for (text, purpose) in cases {
            assert_eq!(Purpose::closest(text), Some(purpose), "{text}");
        }
        assert_eq!(Purpose::closest("holiday"), None);
    }
}
