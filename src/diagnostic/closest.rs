//! What a misspelt word was probably meant to be. Knows no words of its own.

/// Characters of the longest word for which others are searched: what is longer is no name.
const LONGEST_WORD: usize = 80;

/// The candidate that a misspelt word was probably meant to be.
#[must_use]
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > 4 * LONGEST_WORD || word.chars().count() > LONGEST_WORD {
        return None;
    }
    let candidates = candidates.into_iter().filter(|candidate| candidate.len() <= 4 * LONGEST_WORD);
    // Short words are near to everything: one letter of three may differ, none of two.
    let allowed = word.chars().count() / 3;
    candidates
        .map(|candidate| (strsim::damerau_levenshtein(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// "did you mean `x`?" for a misspelt word, when one of the candidates is near enough.
#[must_use]
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    closest(word, candidates).map(|candidate| {
        // Some letters look like others, and some like nothing.
        let odd = word.chars().find(|letter| !letter.is_ascii() && !candidate.contains(*letter));
        let odd = odd.map_or_else(String::new, |odd| format!(" U+{:04X} in it is none of its letters", u32::from(odd)));
        format!("did you mean `{candidate}`?{odd}")
    })
}
