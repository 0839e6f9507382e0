//! Ordinary least squares, and the covariance of its coefficients where rows come in clusters.

/// A matrix by rows.
pub(super) type Matrix = Vec<Vec<f64>>;

/// The sum of products.
pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// A row times a matrix times the row again.
pub(super) fn quadratic(matrix: &[Vec<f64>], row: &[f64]) -> f64 {
    row.iter().zip(matrix).map(|(x, line)| x * dot(line, row)).sum()
}

/// Coefficients, and the inverse of the design's square, by a QR decomposition (Gram-Schmidt, each column twice).
pub(super) fn least_squares(rows: &[Vec<f64>], y: &[f64]) -> Option<(Vec<f64>, Matrix)> {
    let width = rows.first()?.len();
    let mut q: Vec<Vec<f64>> = (0..width).map(|k| rows.iter().map(|row| row[k]).collect()).collect();
    let mut r = vec![vec![0.0; width]; width];
    for k in 0..width {
        let length = libm::sqrt(dot(&q[k], &q[k]));
        let (done, open) = q.split_at_mut(k);
        let column = &mut open[0];
        for _ in 0..2 {
            for (j, other) in done.iter().enumerate() {
                let along = dot(other, column);
                r[j][k] += along;
                for (value, base) in column.iter_mut().zip(other) {
                    *value -= along * base;
                }
            }
        }
        r[k][k] = libm::sqrt(dot(column, column));
        // A column that the ones before make up but for rounding explains nothing of its own.
        if r[k][k] <= 1e-9 * length {
            return None;
        }
        for value in column.iter_mut() {
            *value /= r[k][k];
        }
    }
    let back = |target: &[f64]| {
        let mut found = vec![0.0; width];
        for k in (0..width).rev() {
            let known: f64 = (k + 1..width).map(|j| r[k][j] * found[j]).sum();
            found[k] = (target[k] - known) / r[k][k];
        }
        found
    };
    let coefficients = back(&q.iter().map(|column| dot(column, y)).collect::<Vec<_>>());
    // The columns of the inverse of R; the inverse of the design's square is R⁻¹ times its own transpose.
    let unit = |k: usize| (0..width).map(|j| f64::from(u8::from(j == k))).collect::<Vec<_>>();
    let columns: Vec<Vec<f64>> = (0..width).map(|k| back(&unit(k))).collect();
    let entry = |i: usize, j: usize| columns.iter().map(|column| column[i] * column[j]).sum();
    Some((coefficients, (0..width).map(|i| (0..width).map(|j| entry(i, j)).collect()).collect()))
}

/// The covariance of the coefficients when only rows of different clusters are independent (Liang and Zeger 1986,
/// "Longitudinal data analysis using generalized linear models", Biometrika 73:13), with the usual correction for few
/// clusters and for the coefficients, known as CR1: `G / (G - 1) * (n - 1) / (n - p)`. `of` has the cluster of each row.
pub(super) fn clustered(rows: &[Vec<f64>], residuals: &[f64], of: &[usize], inverse: &[Vec<f64>]) -> Matrix {
    let width = inverse.len();
    let clusters = of.iter().max().map_or(0, |last| last + 1);
    let mut scores = vec![vec![0.0; width]; clusters];
    for ((row, residual), cluster) in rows.iter().zip(residuals).zip(of) {
        for (sum, x) in scores[*cluster].iter_mut().zip(row) {
            *sum += x * residual;
        }
    }
    // How far each cluster's scores move the coefficients.
    let moves: Matrix = scores.iter().map(|score| inverse.iter().map(|line| dot(line, score)).collect()).collect();
    #[expect(clippy::cast_precision_loss, reason = "a few hundred rows")]
    let (n, p, groups) = (rows.len() as f64, width as f64, clusters as f64);
    let correction = groups / (groups - 1.0) * (n - 1.0) / (n - p);
    let entry = |i: usize, j: usize| correction * moves.iter().map(|moved| moved[i] * moved[j]).sum::<f64>();
    (0..width).map(|i| (0..width).map(|j| entry(i, j)).collect()).collect()
}

/// The square of a vector under the inverse of a matrix that is symmetric and positive; `None` where it has no inverse.
pub(super) fn squared_under_inverse(matrix: &[Vec<f64>], vector: &[f64]) -> Option<f64> {
    let (mut matrix, mut rest, mut sum) = (matrix.to_vec(), vector.to_vec(), 0.0);
    for k in 0..rest.len() {
        let (pivot, line) = (matrix[k][k], matrix[k].clone());
        if pivot.is_nan() || pivot <= 0.0 {
            return None;
        }
        sum += rest[k] * rest[k] / pivot;
        for i in k + 1..rest.len() {
            let share = matrix[i][k] / pivot;
            rest[i] -= share * rest[k];
            for (value, above) in matrix[i].iter_mut().zip(&line) {
                *value -= share * above;
            }
        }
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;
    use approx::assert_relative_eq;

    const X: [f64; 6] = [0.0, 1.0, 2.0, 3.5, 5.0, 7.0];
    const Y: [f64; 6] = [1.0, 0.5, 3.0, 2.0, 6.0, 4.0];

    /// Slope and its clustered variance, of rows repeated so many times, each with its copies in one cluster.
    fn slope(copies: usize) -> (f64, f64) {
        let of: Vec<usize> = (0..X.len() * copies).map(|row| row / copies).collect();
        let rows: Matrix = of.iter().map(|row| vec![1.0, X[*row]]).collect();
        let y: Vec<f64> = of.iter().map(|row| Y[*row]).collect();
        let (coefficients, inverse) = least_squares(&rows, &y).unwrap();
        let residuals: Vec<f64> = rows.iter().zip(&y).map(|(row, y)| y - dot(row, &coefficients)).collect();
        (coefficients[1], clustered(&rows, &residuals, &of, &inverse)[1][1])
    }

    /// One row a cluster is White's estimator, whose slope has the closed form sum((x - mean)² e²) / Sxx², times
    /// n / (n - p); rows written twice into their clusters change nothing but the correction.
    #[test]
    fn clusters_have_their_closed_form() {
        let mean = X.iter().sum::<f64>() / 6.0;
        let (around, square) = (|x: f64| x - mean, X.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>());
        let slope_of = X.iter().zip(Y).map(|(x, y)| around(*x) * y).sum::<f64>() / square;
        let residual = |x: f64, y: f64| y - Y.iter().sum::<f64>() / 6.0 - slope_of * around(x);
        let white =
            X.iter().zip(Y).map(|(x, y)| libm::pow(around(*x) * residual(*x, y), 2.0)).sum::<f64>() / (square * square);
        assert_relative_eq!(slope(1).0, slope_of, max_relative = 1e-12);
        assert_relative_eq!(slope(1).1, white * 6.0 / 4.0, max_relative = 1e-12);
        assert_relative_eq!(slope(2).1, white * 6.0 / 5.0 * 11.0 / 10.0, max_relative = 1e-12);
    }

    #[test]
    fn a_square_under_an_inverse() {
        // The inverse of [[2, 1], [1, 3]] is [[3, -1], [-1, 2]] / 5.
        let matrix = [vec![2.0, 1.0], vec![1.0, 3.0]];
        assert_relative_eq!(squared_under_inverse(&matrix, &[1.0, 2.0]).unwrap(), 7.0 / 5.0, max_relative = 1e-15);
        assert_eq!(squared_under_inverse(&[vec![0.0]], &[1.0]), None);
    }
}
