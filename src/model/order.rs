//! An order in which metrics can be computed.

use super::instance::Checked;
use crate::diagnostic::{Diagnostic, Diagnostics};
use rustc_hash::FxHashMap;

/// The metrics in an order in which each comes after those it uses; complains of metrics that use themselves.
pub(super) fn order(metrics: &[Checked<'_>], diagnostics: &mut Diagnostics) -> Option<Vec<usize>> {
    let positions: FxHashMap<&str, usize> =
        metrics.iter().enumerate().rev().map(|(at, metric)| (metric.entry.name.as_str(), at)).collect();
    let position = |name: &str| positions.get(name).copied();
    let uses: Vec<Vec<usize>> =
        metrics.iter().map(|metric| metric.formula.names().into_iter().filter_map(position).collect()).collect();
    let mut placed = vec![false; metrics.len()];
    let mut order = Vec::with_capacity(metrics.len());
    loop {
        let before = order.len();
        for metric in 0..metrics.len() {
            if !placed[metric] && uses[metric].iter().all(|used| placed[*used]) {
                placed[metric] = true;
                order.push(metric);
            }
        }
        if order.len() == metrics.len() {
            return Some(order);
        }
        if order.len() == before {
            break;
        }
    }
    // Every metric left uses one that is left: walking along must come back to where it was.
    let mut path = vec![placed.iter().position(|placed| !placed)?];
    loop {
        let next = uses[*path.last()?].iter().copied().find(|used| !placed[*used])?;
        let start = path.iter().position(|seen| *seen == next);
        path.push(next);
        if let Some(start) = start {
            path.drain(..start);
            break;
        }
    }
    let names: Vec<&str> = path.iter().map(|metric| metrics[*metric].entry.name.as_str()).collect();
    let mut complaint = Diagnostic::error(format!("metrics use one another in a circle: {}", names.join(" → ")));
    for metric in &path[..path.len() - 1] {
        let entry = metrics[*metric].entry;
        complaint = complaint.opt_span(entry.formula.as_ref().map(|formula| formula.span), "");
    }
    diagnostics.push(complaint.help("a metric follows from inputs in the end: write one of these without the others"));
    None
}
