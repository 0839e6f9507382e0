//! Dates as sources write them: a year, a month or a day. Knows nothing of what happened then.

/// A date as a year with its fraction: `2025` and `2025-03` are their middles.
pub(super) fn year(date: &str) -> Option<f64> {
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

#[cfg(test)]
mod tests {
    use super::year;

    #[test]
    fn dates_become_years() {
        assert_eq!(year("2025"), Some(2025.5));
        assert!(year("2025-01").is_some_and(|at| (at - 2025.0 - 0.5 / 12.0).abs() < 1e-12));
        assert!(year("2025-12-31").is_some_and(|at| at < 2026.0));
        for wrong in ["", "25", "2025-13", "2025-1", "2025-01-32", "2025-01-01-01", "March 2025", "2025-"] {
            assert_eq!(year(wrong), None, "{wrong}");
        }
    }
}
