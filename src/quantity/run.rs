//! Digits with what stands between them, and the numbers that may be meant by it.
//!
//! Which of them is a number at all is said in [`super::reading`].

use super::character::{foreign_digit, is_blank};

/// What stands before a group of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing: the first group.
    None,
    Underscore,
    Point,
    /// A comma or what looks like one.
    Comma(char),
    /// What groups thousands where groups of three follow.
    Thousands(char),
    /// Other blanks.
    Blank,
}

/// Digits with the mark before them.
pub(super) struct DigitGroup {
    pub mark: Mark,
    pub digits: String,
}

/// Digits with all that stands between them.
pub(super) struct DigitRun {
    /// A minus or nothing.
    pub sign: &'static str,
    pub parts: Vec<DigitGroup>,
    /// `e-9`, or nothing.
    pub exponent: String,
    /// The bytes of it all.
    pub used: usize,
    /// The first digit of another script.
    pub foreign: Option<(char, usize)>,
}

/// Where a number stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Context {
    Anywhere,
    /// An ordinary blank may stand before anything here, and a middle dot multiplies.
    Formula,
}

/// The digits at the start of a text, with their marks.
pub(super) fn scan(text: &str, place: Context) -> DigitRun {
    let signed = text.chars().next().filter(|first| matches!(first, '-' | '+' | '−'));
    let mut run = DigitRun {
        sign: if matches!(signed, Some('-' | '−')) { "-" } else { "" },
        parts: vec![DigitGroup { mark: Mark::None, digits: String::new() }],
        exponent: String::new(),
        used: signed.map_or(0, char::len_utf8),
        foreign: None,
    };
    loop {
        let digits = run.digits(text);
        let Some(part) = run.parts.last_mut() else { return run };
        part.digits = digits;
        if part.digits.is_empty() {
            return run;
        }
        let rest = text.get(run.used..).unwrap_or_default();
        if let Some((exponent, length)) = exponent(rest) {
            (run.exponent, run.used) = (exponent, run.used + length);
            return run;
        }
        let Some((mark, length)) = mark(rest, place) else { return run };
        run.used += length;
        run.parts.push(DigitGroup { mark, digits: String::new() });
    }
}

impl DigitRun {
    /// The digits from here on, as those from 0 to 9.
    fn digits(&mut self, text: &str) -> String {
        let mut digits = String::new();
        for letter in text.get(self.used..).unwrap_or_default().chars() {
            match foreign_digit(letter) {
                Some(digit) => {
                    self.foreign = self.foreign.or(Some((letter, self.used)));
                    digits.push(char::from(b'0' + digit));
                }
                None if letter.is_ascii_digit() => digits.push(letter),
                None => break,
            }
            self.used += letter.len_utf8();
        }
        digits
    }

    /// The number as it would be written plainly, where the rule reads it.
    pub fn accepted(&self) -> Option<String> {
        let point = self.parts.iter().position(|part| part.mark == Mark::Point).unwrap_or(self.parts.len());
        let (whole, fraction) = self.parts.split_at(point);
        let may_follow = |part: &DigitGroup| matches!(part.mark, Mark::Underscore);
        if !fraction.iter().skip(1).all(may_follow) {
            return None;
        }
        let first = whole.first()?;
        if let Some(thousands) = whole.iter().skip(1).find(|part| !may_follow(part)) {
            let alike = |part: &DigitGroup| {
                part.mark == thousands.mark && matches!(part.mark, Mark::Thousands(_)) && part.digits.len() == 3
            };
            let begins = matches!(first.digits.len(), 1..=3) && !first.digits.starts_with('0');
            if !(begins && whole.iter().skip(1).all(alike)) {
                return None;
            }
        }
        let joined = |parts: &[DigitGroup]| parts.iter().map(|part| part.digits.as_str()).collect::<Vec<_>>().join("_");
        let fraction = if fraction.is_empty() { String::new() } else { format!(".{}", joined(fraction)) };
        Some(format!("{}{}{fraction}{}", self.sign, joined(whole), self.exponent))
    }

    /// The numbers that may be meant, each as the rule reads it.
    pub fn readings(&self) -> Vec<String> {
        let (Some(last), Some(first)) = (self.parts.last(), self.parts.first()) else { return Vec::new() };
        let marks: Vec<Mark> = self.parts.iter().skip(1).map(|part| part.mark).collect();
        let digits: Vec<&str> = self.parts.iter().map(|part| part.digits.as_str()).collect();
        let threes = |groups: &[&str]| groups.iter().all(|group| group.len() == 3);
        let alike = marks.iter().all(|mark| *mark == last.mark);
        let before = &digits[..digits.len() - 1];
        let begins_decimals = matches!(last.mark, Mark::Point | Mark::Comma(_))
            && marks.iter().filter(|mark| **mark == last.mark).count() == 1
            && threes(before.get(1..).unwrap_or_default());
        let groups_thousands = alike
            && match last.mark {
                // Some countries group all but the last three digits by two.
                Mark::Comma(_) => {
                    marks.len() == 1 || (last.digits.len() == 3 && digits[1..].iter().all(|group| group.len() > 1))
                }
                Mark::Point | Mark::Thousands(_) | Mark::Blank => threes(&digits[1..]),
                Mark::None | Mark::Underscore => false,
            }
            && !first.digits.starts_with('0');
        let mut readings = Vec::new();
        if begins_decimals {
            readings.push(decimal(&grouped(&before.concat()), &last.digits));
        }
        if groups_thousands {
            // A group of three is likelier one of thousands.
            let place = if threes(&digits[1..]) { 0 } else { readings.len() };
            readings.insert(place, grouped(&digits.concat()));
        }
        readings.into_iter().map(|reading| format!("{}{reading}{}", self.sign, self.exponent)).collect()
    }
}

/// The mark at the start of a text and its bytes, where a digit follows it.
fn mark(rest: &str, place: Context) -> Option<(Mark, usize)> {
    let is_digit = |text: &str| text.chars().next().is_some_and(|c| c.is_ascii_digit() || foreign_digit(c).is_some());
    let first = rest.chars().next()?;
    let behind = rest.get(first.len_utf8()..)?;
    let (mark, length) = match first {
        '_' => (Mark::Underscore, 1),
        '.' | '\u{ff0e}' => (Mark::Point, first.len_utf8()),
        '\u{b7}' if place == Context::Formula => return None,
        ',' | '\u{ff0c}' | '\u{66b}' | '\u{66c}' | '\u{201a}' | '\u{b7}' => (Mark::Comma(first), first.len_utf8()),
        '\'' | '’' | '\u{2bc}' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' if is_digit(behind) => {
            (Mark::Thousands(first), first.len_utf8())
        }
        _ if is_blank(first) => {
            let length = rest.len() - rest.trim_start_matches(is_blank).len();
            // In a formula an ordinary blank may stand before anything.
            if place == Context::Formula && rest[..length].is_ascii() {
                return None;
            }
            (Mark::Blank, length)
        }
        _ => return None,
    };
    is_digit(rest.get(length..)?).then_some((mark, length))
}

/// The exponent at the start of a text, plainly written, and its bytes.
fn exponent(rest: &str) -> Option<(String, usize)> {
    let behind = rest.strip_prefix(['e', 'E'])?;
    let sign = behind.chars().next().filter(|sign| matches!(sign, '+' | '-' | '−'));
    let length = sign.map_or(0, char::len_utf8);
    let digits = behind.get(length..)?;
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    let minus = if matches!(sign, Some('-' | '−')) { "-" } else { "" };
    (count > 0).then(|| (format!("e{minus}{}", &digits[..count]), 1 + length + count))
}

/// Digits with `_` between thousands.
pub(super) fn grouped(digits: &str) -> String {
    let mut text = String::with_capacity(digits.len() * 4 / 3 + 1);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('_');
        }
        text.push(digit);
    }
    text
}

/// A number with decimals, so that no point can be taken for one of thousands.
pub(super) fn decimal(whole: &str, fraction: &str) -> String {
    if !is_pointed(whole, fraction) {
        return format!("{whole}.{fraction}");
    }
    match fraction.trim_end_matches('0') {
        "" => whole.to_owned(),
        shorter if shorter.len() < fraction.len() => format!("{whole}.{shorter}"),
        _ => format!("{whole}.{fraction}0"),
    }
}

/// Whether a point before these digits may group thousands.
pub(super) fn is_pointed(whole: &str, fraction: &str) -> bool {
    matches!(whole.len(), 1..=3) && !whole.starts_with('0') && fraction.len() == 3
}
