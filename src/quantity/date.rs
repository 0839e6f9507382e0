//! Dates as sources write them, `2025`, `2025-03` or `2025-03-21`, and what other ways of writing one mean.
//!
//! Knows no calendar beyond the twelve months.

/// How a date is written, for advice.
pub const FORMS: &str = "write \"2025\", \"2025-03\" or \"2025-03-21\"";

/// The months by the letters that their English names begin with.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A date as a year with its fraction: `2025` and `2025-03` are their middles.
#[must_use]
pub fn year(date: &str) -> Option<f64> {
    let mut parts = date.split('-');
    let mut number = |digits: usize, low: f64, high: f64| -> Option<Option<f64>> {
        let Some(part) = parts.next() else { return Some(None) };
        let fits = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        let value: f64 = part.parse().ok()?;
        (fits && (low..=high).contains(&value)).then_some(Some(value))
    };
    let year = number(4, 1900.0, 2200.0)??;
    let (month, day) = (number(2, 1.0, 12.0)?, number(2, 1.0, 31.0)?);
    if parts.next().is_some() {
        return None;
    }
    Some(match (month, day) {
        (None, _) => year + 0.5,
        (Some(month), None) => year + (month - 0.5) / 12.0,
        (Some(month), Some(day)) => year + (month - 1.0 + (day - 0.5) / 31.0) / 12.0,
    })
}

/// What a date that is written otherwise may mean, year first: `17.11.2025` is `2025-11-17`, `March 2025` is `2025-03`,
/// and `3/4/2025` may be either of two. Empty where it is no date, or where nothing says which year is meant.
#[must_use]
pub fn readings(text: &str) -> Vec<String> {
    let parts: Vec<&str> = text.split(['.', '/', '-', ' ', ',']).filter(|part| !part.is_empty()).collect();
    let whole = |year: &str, month: u32, day: Option<u32>| {
        let day = day.map_or_else(String::new, |day| format!("-{day:02}"));
        format!("{year}-{month:02}{day}")
    };
    let is_year = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    let number = |part: &str| (part.len() <= 2).then(|| part.parse::<u32>().ok()).flatten();
    let named = |part: &str| {
        let word = part.to_lowercase();
        let at = MONTHS.iter().position(|month| word.starts_with(month) && word.chars().all(char::is_alphabetic))?;
        u32::try_from(at + 1).ok()
    };
    let found = match parts.as_slice() {
        [month, year] if is_year(year) => vec![(*year, named(month).or_else(|| number(month)), None)],
        [year, month] if is_year(year) => vec![(*year, named(month).or_else(|| number(month)), None)],
        [year, month, day] if is_year(year) => vec![(*year, number(month), number(day))],
        [first, second, year] if is_year(year) => match (named(first), named(second)) {
            (Some(month), _) => vec![(*year, Some(month), number(second))],
            (_, Some(month)) => vec![(*year, Some(month), number(first))],
            // Only those who write strokes put the month first.
            _ if text.contains('/') && first != second => {
                vec![(*year, number(second), number(first)), (*year, number(first), number(second))]
            }
            _ => vec![(*year, number(second), number(first))],
        },
        _ => Vec::new(),
    };
    let of_three = parts.len() == 3;
    let written = found.into_iter().filter(|(.., day)| day.is_some() == of_three);
    let written = written.filter_map(|(year, month, day)| Some(whole(year, month?, day)));
    written.filter(|date| year(date).is_some()).collect()
}

/// What to write for a key whose date is written otherwise: `date = "2025-11-17"`.
#[must_use]
pub fn advice(key: &str, text: &str) -> Option<String> {
    let found: Vec<String> = readings(text).into_iter().map(|date| format!("{key} = \"{date}\"")).collect();
    (!found.is_empty()).then(|| format!("dates are texts, the year first: {}", found.join(" or ")))
}

#[cfg(test)]
mod tests {
    use super::{readings, year};

    #[test]
    fn dates_become_years() {
        assert_eq!(year("2025"), Some(2025.5));
        assert!(year("2025-01").is_some_and(|at| (at - 2025.0 - 0.5 / 12.0).abs() < 1e-12));
        assert!(year("2025-12-31").is_some_and(|at| at < 2026.0));
        for wrong in ["", "25", "2025-13", "2025-1", "2025-01-32", "2025-01-01-01", "March 2025", "2025-"] {
            assert_eq!(year(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn dates_of_other_orders_are_turned_round() {
        for text in ["17.11.2025", "17. 11. 2025", "17/11/2025", "17-11-2025", "17 November 2025", "Nov 17, 2025"] {
            assert_eq!(readings(text), ["2025-11-17"], "{text}");
        }
        for text in ["March 2025", "03/2025", "3.2025", "2025/3", "2025-3"] {
            assert_eq!(readings(text), ["2025-03"], "{text}");
        }
        assert_eq!(readings("2025.3.7"), ["2025-03-07"]);
        assert_eq!(readings("3/4/2025"), ["2025-04-03", "2025-03-04"]);
        for text in ["", "2025", "17.11.25", "32.1.2025", "spring 2025", "1.2.3.2025", "2.5"] {
            assert!(readings(text).is_empty(), "{text}");
        }
    }
}
