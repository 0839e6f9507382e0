//! The commands that hold scenarios and results side by side, through the real binary.
