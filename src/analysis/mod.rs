//! Analyses of an calculation, one file each. They give plain data and know nothing of how it is shown.

mod bootstrap;
pub mod break_even;
pub mod build_up;
pub mod comparison;
pub mod cumulative;
pub mod discovery;
pub mod elasticity;
pub mod factors;
pub mod frontier;
pub mod goal_seek;
mod indices;
pub mod monte_carlo;
mod node;
pub mod one_at_a_time;
mod pick_freeze;
pub mod pillars;
pub mod pool;
mod refine;
pub mod resolution;
pub mod scan;
pub mod selftest;
pub mod shapley;
pub mod sizing;
pub mod sobol_indices;
pub mod standing;
pub mod supply;
pub mod sweep;
