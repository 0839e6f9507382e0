//! What somebody meant who wrote a word that is no unit.
//!
//! Knows words and the grammar of units, not what is measured.

use super::character::is_word_character;
use super::unit::Units;
use super::vocabulary::{HINTS, POLICE, multiples};
use crate::diagnostic::did_you_mean;

impl Units {
    /// Advice on a text of a unit in which a word is none: the whole text as it works, where the word is a known slip.
    pub(super) fn suggestion(&self, text: &str, word: &str) -> Option<String> {
        let police = is_police(word);
        if police || hint(word).is_some() {
            let meant = self.mended(text);
            let about = if police { " Police have an input of their own: `police`, `host_police`" } else { "" };
            let alone = multiples().iter().any(|multiple| multiple.spellings.contains(&meant.as_str()));
            return Some(if alone && meant != "%" {
                format!("say what is counted: `{meant} people`, or whatever it is")
            } else {
                format!("did you mean `{meant}`?{about}")
            });
        }
        if let Some(same) = self.known_words().find(|known| known.eq_ignore_ascii_case(word)) {
            return Some(format!("did you mean `{same}`?"));
        }
        // A factor is never guessed: the wrong one would be off by a thousand.
        did_you_mean(word, self.words_of_units())
    }

    /// The text with all known slips mended; with the first one alone where that is no unit either.
    fn mended(&self, text: &str) -> String {
        let mut mended = String::with_capacity(text.len());
        let mut last = String::new();
        for piece in pieces(text.trim()) {
            let is_word = piece.starts_with(is_word_character);
            let meant = if !is_word || self.knows(piece) || piece == "per" {
                piece
            } else if is_police(piece) {
                "personnel"
            } else {
                hint(piece).unwrap_or(piece)
            };
            // Two words for one thing are one: police officers are personnel.
            if is_word && meant == last && mended.ends_with(' ') {
                mended.truncate(mended.trim_end().len());
                continue;
            }
            if is_word {
                meant.clone_into(&mut last);
            }
            mended.push_str(meant);
        }
        mended
    }
}

fn is_police(word: &str) -> bool {
    POLICE.contains(&word.to_lowercase().as_str())
}

/// What a word stands for that people write for a unit.
fn hint(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    HINTS.iter().find(|(words, _)| words.contains(&word.as_str())).map(|(_, meant)| *meant)
}

/// A text in words and what stands between them.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_word = rest.chars().next().map(is_word_character)?;
        let end = rest.find(|c: char| is_word_character(c) != is_word).unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(end);
        rest = behind;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::super::unit::Units;

    #[test]
    fn what_is_offered_is_a_unit() {
        let units = Units::default();
        let cases = [
            ("mn people", "million people"),
            ("k troops", "thousand troops"),
            ("tsd Einwohner", "thousand people"),
            ("police officers", "personnel"),
            ("Policemen per 1000 Einwohner", "personnel per 1000 people"),
            ("mrd EUR", "billion EUR"),
            ("soldaten/km", "personnel/km"),
        ];
        for (text, meant) in cases {
            let help = units.unit(text).unwrap_err().help.unwrap_or_default();
            assert!(help.starts_with(&format!("did you mean `{meant}`?")), "{text}: {help}");
            assert!(units.unit(meant).is_ok(), "{meant}");
        }
        assert!(units.unit("mn").unwrap_err().help.is_some_and(|help| help.contains("`million people`")));
    }
}
