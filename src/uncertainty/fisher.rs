//! Fisher's exact test of a two by two table: whether two shares differ by more than chance gives (Fisher 1935, "The logic
//! of inductive inference", Journal of the Royal Statistical Society 98:39). Knows nothing of what is counted.

/// The two-sided p value: of all tables with the same margins, the probability of those that are no likelier than this
/// one. `held` of `of` on either side.
#[must_use]
pub fn fisher_exact((held, of): (u64, u64), (other_held, other_of): (u64, u64)) -> f64 {
    let (all, sum) = (of + other_of, held + other_held);
    let log_of = |k: u64| log_choose(of, k) + log_choose(other_of, sum - k) - log_choose(all, sum);
    let least = sum.saturating_sub(other_of);
    let seen = log_of(held);
    // What is as likely but for rounding counts.
    let tables = (least..=of.min(sum)).map(log_of).filter(|log| *log <= seen + 1e-7);
    tables.map(libm::exp).sum::<f64>().min(1.0)
}

/// The logarithm of how many ways there are to choose `k` of `n`.
fn log_choose(n: u64, k: u64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "numbers of cases")]
    let log = |n: u64| libm::lgamma(n as f64 + 1.0);
    log(n) - log(k) - log(n - k)
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    #[test]
    fn tables_have_their_known_p() {
        // Fisher's tea: three of four cups named rightly, 34/70; all four, 2/70.
        assert_relative_eq!(fisher_exact((3, 4), (1, 4)), 34.0 / 70.0, max_relative = 1e-12);
        assert_relative_eq!(fisher_exact((4, 4), (0, 4)), 2.0 / 70.0, max_relative = 1e-12);
        // scipy.stats.fisher_exact([[44, 9], [33, 15]]).
        assert_relative_eq!(fisher_exact((44, 53), (33, 48)), 0.106_316_913_647_283_82, max_relative = 1e-9);
        assert_relative_eq!(fisher_exact((5, 10), (5, 10)), 1.0, max_relative = 1e-12);
    }
}
