//! Analyses of an assessment, one file each. They give plain data and know nothing of how it is shown.

pub mod sweep;
