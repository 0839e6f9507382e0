//! stub
use crate::model::*; use crate::analysis::sweep::Sweep;
pub struct Drawn { pub id: String, pub title: String, pub svg: String }
pub fn bars(_: &Assessment, c: &ChartPlan) -> Drawn { Drawn { id: c.id.clone(), title: c.title.clone(), svg: String::new() } }
pub fn sweep(_: &Assessment, _: &SweepPlan, _: &Sweep) -> Vec<Drawn> { vec![] }
