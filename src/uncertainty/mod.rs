//! Spread of numbers: distributions of inputs. No word of peacekeeping, of units or of files.

pub mod distribution;
