//! The words that a scenario chooses from, for the keys that take one of a fixed list.

use crate::scenario::choice::{Bounds, Counting, Purpose, Role};
use crate::uncertainty::sampler::Sampler;

/// Languages of reports, by their codes.
pub const LANGUAGES: &[&str] = crate::language::CODES;

/// Purposes a mission can have.
pub const PURPOSES: &[&str] = Purpose::WORDS;

/// Who decides an input's value.
pub const ROLES: &[&str] = Role::WORDS;

/// Values an input may have at all.
pub const BOUNDS: &[&str] = Bounds::WORDS;

/// How a strength was counted.
pub const COUNTINGS: &[&str] = Counting::WORDS;

/// Distributions that can be named.
pub const DISTRIBUTIONS: &[&str] = &["pert", "triangular", "uniform", "loguniform", "normal", "lognormal"];

/// Spacings of a sweep's points.
pub const SCALES: &[&str] = &["linear", "log"];

/// Ways to draw samples.
pub const SAMPLERS: &[&str] = &Sampler::NAMES;

/// Ways to say what drives a metric.
pub const METHODS: &[&str] = &["oat", "elasticity", "sobol"];

/// Of what a force ratio is: of the forces in one engagement, or of all that two sides have in a theatre.
pub const RATIO_KINDS: &[&str] = &["engagement", "theatre"];

/// How a figure was read in its source.
pub const SEEN: &[&str] = &["full", "start only", "second-hand", "own arithmetic"];
