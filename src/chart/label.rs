//! Labels as boxes: spreading those that would overlap, finding free room for them.
//!
//! Knows nothing of axes or of how text is drawn.

use super::clip::{self, Bounds, Point};

/// Distance of baselines, in em.
pub const LEADING: f64 = 1.24;

/// Moves intervals of the given `heights`, centred on `targets`, so that none overlap and all lie between `low` and
/// `high` if they fit at all; returns the centres. Order is kept, and the shift is least in the sense of squares.
pub fn spread(targets: &[f64], heights: &[f64], low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..targets.len().min(heights.len())).collect();
    let target = |i: usize| targets.get(i).copied().unwrap_or(low);
    let height = |i: usize| heights.get(i).copied().unwrap_or(0.0);
    order.sort_by(|a, b| target(*a).total_cmp(&target(*b)));
    // Pool adjacent violators: a cluster has its members, their total height, and its wished start.
    let mut clusters: Vec<(Vec<usize>, f64, f64)> = Vec::new();
    for i in order {
        let mut current = (vec![i], height(i), target(i) - height(i) / 2.0);
        while let Some(previous) = clusters.pop() {
            if previous.2 + previous.1 <= current.2 {
                clusters.push(previous);
                break;
            }
            let (n, m) = (count(&previous.0), count(&current.0));
            let start = (previous.2 * n + (current.2 - previous.1) * m) / (n + m);
            let mut members = previous.0;
            members.append(&mut current.0);
            current = (members, previous.1 + current.1, start);
        }
        clusters.push(current);
    }
    let mut starts: Vec<f64> = clusters.iter().map(|c| c.2).collect();
    let mut ceiling = high;
    for (start, cluster) in starts.iter_mut().zip(&clusters).rev() {
        *start = start.min(ceiling - cluster.1);
        ceiling = *start;
    }
    let mut floor = low;
    for (start, cluster) in starts.iter_mut().zip(&clusters) {
        *start = start.max(floor);
        floor = *start + cluster.1;
    }
    let mut centres = vec![0.0; targets.len()];
    for (start, cluster) in starts.iter().zip(&clusters) {
        let mut at = *start;
        for &i in &cluster.0 {
            if let Some(centre) = centres.get_mut(i) {
                *centre = at + height(i) / 2.0;
            }
            at += height(i);
        }
    }
    centres
}

fn count(list: &[usize]) -> f64 {
    f64::from(u32::try_from(list.len()).unwrap_or(u32::MAX))
}

/// What is already on a plot: later labels keep clear of it.
#[derive(Debug, Default)]
pub struct LabelObstacles {
    boxes: Vec<Bounds>,
    strokes: Vec<(Point, Point)>,
}

impl LabelObstacles {
    /// A box no label may cover.
    pub fn add_box(&mut self, bounds: Bounds) {
        self.boxes.push(bounds);
    }

    /// A line that labels should not cross.
    pub fn add_line(&mut self, points: &[Point]) {
        self.strokes.extend(points.windows(2).filter_map(|pair| match pair {
            &[a, b] => Some((a, b)),
            _ => None,
        }));
    }

    /// How much a label in this box would hide: lengths in points, boxes counted dearly, and the part outside `frame` most.
    pub fn cost(&self, label: &Bounds, frame: &Bounds) -> f64 {
        let over = |a: f64| a.max(0.0);
        let outside = over(frame.low.0 - label.low.0)
            + over(label.high.0 - frame.high.0)
            + over(frame.low.1 - label.low.1)
            + over(label.high.1 - frame.high.1);
        let boxes: f64 = self
            .boxes
            .iter()
            .map(|b| {
                let w = label.high.0.min(b.high.0) - label.low.0.max(b.low.0);
                let h = label.high.1.min(b.high.1) - label.low.1.max(b.low.1);
                if w > 0.0 && h > 0.0 { 50.0 + w * h } else { 0.0 }
            })
            .sum();
        let lines: f64 = self
            .strokes
            .iter()
            .filter_map(|(a, b)| clip::segment(*a, *b, label))
            .map(|(a, b)| libm::hypot(b.0 - a.0, b.1 - a.1) + 1.0)
            .sum();
        100.0 * outside + boxes + lines
    }

    /// Whether a label would stand on another, or on a dot.
    pub fn covers(&self, label: &Bounds) -> bool {
        self.boxes.iter().any(|there| {
            let wide = label.high.0.min(there.high.0) - label.low.0.max(there.low.0);
            let high = label.high.1.min(there.high.1) - label.low.1.max(there.low.1);
            wide.min(high) > 0.5
        })
    }

    /// The first of the cheapest candidates, with its cost.
    pub fn cheapest(&self, candidates: &[Bounds], frame: &Bounds) -> Option<(Bounds, f64)> {
        let mut best: Option<(Bounds, f64)> = None;
        for candidate in candidates {
            let cost = self.cost(candidate, frame);
            if best.is_none_or(|(_, least)| cost < least - 1e-9) {
                best = Some((*candidate, cost));
            }
        }
        best
    }
}

/// Eight boxes of the given size around a point, `gap` points away from it, the most usual first.
pub fn around((x, y): Point, (w, h): (f64, f64), gap: f64) -> Vec<Bounds> {
    let d = gap * 0.8;
    [
        (x + d, y - d - h),
        (x + d, y + d),
        (x - d - w, y - d - h),
        (x - d - w, y + d),
        (x + gap, y - h / 2.0),
        (x - gap - w, y - h / 2.0),
        (x - w / 2.0, y - gap - h),
        (x - w / 2.0, y + gap),
    ]
    .into_iter()
    .map(|low| Bounds { low, high: (low.0 + w, low.1 + h) })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spread_labels_never_overlap() {
        let mut seed = 1_u64;
        let mut next = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            f64::from(u32::try_from(seed >> 33).unwrap()) / f64::from(1_u32 << 31)
        };
        for n in 1..12 {
            for _ in 0..20 {
                let targets: Vec<f64> = (0..n).map(|_| next() * 120.0 - 10.0).collect();
                let heights: Vec<f64> = (0..n).map(|_| 4.0 + 4.0 * next()).collect();
                let got = spread(&targets, &heights, 0.0, 100.0);
                let mut boxes: Vec<(f64, f64)> =
                    got.iter().zip(&heights).map(|(c, h)| (c - h / 2.0, c + h / 2.0)).collect();
                boxes.sort_by(|a, b| a.0.total_cmp(&b.0));
                assert!(boxes.windows(2).all(|p| p[0].1 <= p[1].0 + 1e-9), "{boxes:?}");
                assert!(boxes[0].0 >= -1e-9 && boxes[boxes.len() - 1].1 <= 100.0 + 1e-9);
            }
        }
        assert_eq!(spread(&[10.0, 50.0], &[8.0, 8.0], 0.0, 100.0), vec![10.0, 50.0]);
    }

    #[test]
    fn free_room_is_found() {
        let mut obstacles = LabelObstacles::default();
        obstacles.add_line(&[(0.0, 0.0), (100.0, 100.0)]);
        let frame = Bounds { low: (0.0, 0.0), high: (100.0, 100.0) };
        let candidates = around((50.0, 50.0), (20.0, 8.0), 5.0);
        let (best, cost) = obstacles.cheapest(&candidates, &frame).unwrap();
        assert!(cost < 1e-9 && best.low.0 >= 50.0);
    }
}
