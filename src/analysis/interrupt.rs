//! A request to stop, which long analyses ask after between blocks of work. Knows nothing of who makes it.

use std::fmt;

/// Whether to give up: asked by any thread, before each block of work.
///
/// ```
/// use forcesize::analysis::interrupt::{Interrupt, Interrupted};
/// use std::sync::atomic::{AtomicBool, Ordering};
///
/// let told = AtomicBool::new(false);
/// let asks = || told.load(Ordering::Relaxed);
/// let interrupt = Interrupt::when(&asks);
/// assert_eq!(interrupt.check(), Ok(()));
/// told.store(true, Ordering::Relaxed);
/// assert_eq!(interrupt.check(), Err(Interrupted));
/// ```
#[derive(Clone, Copy, Default)]
pub struct Interrupt<'a>(Option<&'a (dyn Fn() -> bool + Sync)>);

/// The work was told to stop: it has no results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interrupted;

impl<'a> Interrupt<'a> {
    /// To be never interrupted.
    pub const NEVER: Self = Self(None);

    /// To give up once this says so.
    #[must_use]
    pub fn when(asked: &'a (dyn Fn() -> bool + Sync)) -> Self {
        Self(Some(asked))
    }

    /// Whether to go on.
    ///
    /// # Errors
    /// When it is time to give up.
    pub fn check(self) -> Result<(), Interrupted> {
        if self.0.is_some_and(|asked| asked()) { Err(Interrupted) } else { Ok(()) }
    }
}

impl fmt::Display for Interrupted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("stopped")
    }
}

impl std::error::Error for Interrupted {}
