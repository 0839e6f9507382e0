//! How many peacekeepers does this line, area and population need, and how sure are we?
//!
//! Every number is either **read** from a scenario, with a unit and a source, or **follows** from a formula that a
//! planner can read aloud. Formulas are text in `src/model/standard.toml` and in scenarios; this crate is the engine
//! that reads them, checks their dimensions, runs them and explains them.
//!
//! # The tour
//!
//! A scenario is a page of TOML; [`model::assess`] links it with the standard model:
//!
//! ```
//! let assessment = forcesize::model::assess("line", r#"
//!     title   = "A ceasefire line"
//!     purpose = "interposition"
//!     [input]
//!     front_length = { value = 1_000, unit = "km", assumed = "a round figure" }
//!     peacekeepers = { value = 100_000, unit = "troops", assumed = "the proposal" }
//! "#).unwrap();
//!
//! let density = &assessment.metrics[assessment.metric("front_density").unwrap()];
//! assert_eq!(density.value_text(), "100 personnel per km");
//! assert_eq!(assessment.substituted(density), "100,000 troops / 1,000 km");
//!
//! // Metrics whose inputs the scenario lacks are not errors: they say what they need.
//! let missing = assessment.unavailable.iter().find(|metric| metric.id == "force_density").unwrap();
//! assert_eq!(missing.needs, ["population"]);
//! ```
//!
//! Inputs vary in columns, a block of samples at a time, and derivatives come from one sweep backwards:
//!
//! ```
//! # let assessment = forcesize::model::assess("line", r#"
//! #     purpose = "interposition"
//! #     [input]
//! #     front_length = { value = 1_000, unit = "km", assumed = "a round figure" }
//! #     peacekeepers = { value = 100_000, unit = "troops", assumed = "the proposal" }
//! # "#).unwrap();
//! let length = assessment.input("front_length").unwrap();
//! let density = assessment.metric("front_density").unwrap();
//! let columns = assessment.evaluate(&[(length, &[500.0, 1_000.0, 3_700.0])], 3);
//! assert_eq!(columns[density][0], 200.0);
//!
//! let gradient = assessment.gradient(density).unwrap();
//! assert!((gradient.by_input[length] - -0.1).abs() < 1e-12); // 100 per km over 1,000 km
//! ```
//!
//! What is wrong is said with its place and what to do, all of it at once:
//!
//! ```
//! let complaint = forcesize::model::assess("line", r#"
//!     [input]
//!     front_lenght = "1_000 km"
//! "#).unwrap_err();
//! assert!(complaint.contains("no input is called `front_lenght`"));
//! assert!(complaint.contains("did you mean `front_length`?"));
//! ```
//!
//! # Layers
//!
//! Low to high; each knows only those before it: [`diagnostic`], then [`quantity`] and [`uncertainty`], [`language`],
//! [`chart`] and [`formula`], [`program`], [`scenario`], [`model`], [`analysis`] and [`evidence`], [`report`]. The command
//! line is in the binary.
#![forbid(unsafe_code)]

pub mod analysis;
pub mod chart;
pub mod diagnostic;
pub mod evidence;
pub mod formula;
pub mod language;
pub mod model;
pub mod program;
pub mod quantity;
pub mod report;
pub mod scenario;
pub mod uncertainty;
