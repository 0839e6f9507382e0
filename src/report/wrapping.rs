//! Texts in lines for a terminal.
//!
//! Knows nothing of what the texts say.

/// A text in lines that end between words, though not between a number and its per cent sign.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
    // A private character in the blank's place, at which no line ends.
    const BOUND: &str = "\u{e005}%";
    let options = textwrap::Options::new(width)
        .break_words(false)
        .word_separator(textwrap::WordSeparator::AsciiSpace)
        .word_splitter(textwrap::WordSplitter::NoHyphenation);
    let whole = text.replace(" %", BOUND);
    textwrap::wrap(&whole, &options).into_iter().map(|line| line.trim_end().replace(BOUND, " %")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_its_per_cent_sign() {
        assert_eq!(wrapped("met in 1.59 % of all", 12), ["met in", "1.59 % of", "all"]);
    }
}
