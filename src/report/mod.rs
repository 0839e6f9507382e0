//! Results as tables, JSON, CSV, Markdown and charts: text and bytes in memory. Knows no files and no terminal.

pub mod build_up;
pub mod catalogue;
pub mod chart;
pub mod cost;
pub mod crossing;
pub mod csv;
pub mod discovery;
pub mod figure;
pub mod history;
pub mod html;
pub mod influence;
pub mod json;
pub mod manifest;
pub mod markdown;
mod members;
pub mod missions;
pub mod part;
pub mod selftest;
pub mod sizing;
pub mod spread;
pub mod summary;
pub mod supply;
pub mod table;
pub mod variance;
mod verdict;
