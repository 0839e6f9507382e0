//! The threads that compute: as many as there are processors, or as `RAYON_NUM_THREADS` asks for within reason, or as few
//! as the system lets a program have. One is enough.
//!
//! Knows nothing of what is computed.

use rayon::ThreadPoolBuilder;
use std::thread::available_parallelism;

/// Threads beyond the number of processors that somebody can ask for.
const MOST: usize = 64;

/// Starts the threads.
pub fn start() {
    let processors = available_parallelism().map_or(1, usize::from);
    let asked = std::env::var("RAYON_NUM_THREADS").ok().and_then(|text| text.trim().parse::<usize>().ok());
    let mut threads = asked.filter(|count| *count > 0).unwrap_or(processors).min(MOST.max(processors));
    // The threads of all the program can be started only once, well or badly: so others try it first.
    while threads > 1 && ThreadPoolBuilder::new().num_threads(threads).build().is_err() {
        threads /= 2;
    }
    let all = ThreadPoolBuilder::new().num_threads(threads);
    // The one that is there already needs no start.
    let all = if threads == 1 { all.use_current_thread() } else { all };
    // Where it fails after all, it was done before.
    let _ = all.build_global();
}
