//! Results as tables, JSON, CSV, Markdown and charts: text and bytes in memory. Knows no files and no terminal.

pub mod catalogue;
pub mod chart;
pub mod crossing;
pub mod csv;
pub mod figure;
pub mod influence;
pub mod json;
pub mod manifest;
pub mod markdown;
mod members;
pub mod part;
pub mod sizing;
pub mod spread;
pub mod summary;
pub mod supply;
pub mod table;
pub mod variance;
mod verdict;
