//! Why a command stops, and the exit code that says whose fault it is.

use forcesize::model::Assessment;
use forcesize::report::sampling;
use forcesize::study::Fault;
use std::io::{Error, ErrorKind};

/// Why a command stops.
#[derive(Debug)]
pub enum Failure {
    /// A scenario or a file is at fault; what was wrong has been said already.
    Reported,
    /// The command line is at fault; what was wrong has been said already.
    ReportedOfCommandLine,
    /// A file is at fault: what is wrong, and what to do.
    File(String, Option<String>),
    /// The command line is at fault: what is wrong, and what to do.
    CommandLine(String, Option<String>),
    /// Nobody reads what is printed any more.
    ClosedPipe,
}

/// Of a file that cannot be replaced now.
const IN_USE: &str = "it is open in another program; close it there";

/// Why the system would not do it, without its numbers and without names of temporary files.
pub fn reason(error: &Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => IN_USE.to_owned(),
        // On Windows: another program has it open, or a part of it.
        _ if cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33)) => IN_USE.to_owned(),
        ErrorKind::StorageFull => "no space left on the disk".to_owned(),
        ErrorKind::AlreadyExists | ErrorKind::NotADirectory => "a part of the path is a file, not a folder".to_owned(),
        _ => {
            let text = error.to_string();
            let end = text.find(" (os error").or_else(|| text.find(" at path"));
            text[..end.unwrap_or(text.len())].to_owned()
        }
    }
}

impl Failure {
    /// A study of a scenario that has no results.
    pub fn of_study(assessment: &Assessment, fault: impl Into<Fault>) -> Self {
        let (message, help) = sampling::no_results(assessment, &fault.into());
        Self::File(message, Some(help))
    }
}
