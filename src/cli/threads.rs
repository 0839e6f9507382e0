//! The threads that compute: as many as there are processors, or as `RAYON_NUM_THREADS` asks for within reason, or as few
//! as the system lets a program have. One is enough.
//!
//! Knows nothing of what is computed.

use rayon::ThreadPoolBuilder;
use std::sync::mpsc::channel;
use std::thread::{Builder, available_parallelism};

/// Threads beyond the number of processors that somebody can ask for.
const MOST: usize = 64;

/// Starts the threads.
pub fn start() {
    let processors = available_parallelism().map_or(1, usize::from);
    let asked = std::env::var("RAYON_NUM_THREADS").ok().and_then(|text| text.trim().parse::<usize>().ok());
    let mut threads = asked.filter(|count| *count > 0).unwrap_or(processors).min(MOST.max(processors));
    // The threads of all the program can be started only once, well or badly: so others try it first.
    // One more of them, since those that tried may not be gone yet.
    while threads > 1 && !can_start(threads + 1) {
        threads /= 2;
    }
    let all = ThreadPoolBuilder::new().num_threads(threads);
    // The one that is there already needs no start.
    let all = if threads == 1 { all.use_current_thread() } else { all };
    // Where it fails after all, it was done before.
    let _ = all.build_global();
}

/// Whether the system lets so many threads more live at once; they are gone again when it is said.
pub fn can_start(threads: usize) -> bool {
    let mut living = Vec::with_capacity(threads);
    let mut can = true;
    for _ in 0..threads {
        let (end, ended) = channel::<()>();
        let thread = Builder::new().spawn(move || {
            let _ = ended.recv();
        });
        can &= thread.is_ok();
        living.extend(thread.ok().map(|thread| (end, thread)));
    }
    for (end, thread) in living {
        drop(end);
        let _ = thread.join();
    }
    can
}
