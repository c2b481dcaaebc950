//! Why a command failed, and its exit code.

/// A command of the tool failed.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line is wrong.
    Usage(String),
    /// What was asked for can't be done: a file is missing, a package is broken.
    Refused(String),
    /// The program on the board raised an exception, which its text tells.
    Raised(String),
    /// There is no board, or none that answers.
    NoBoard(String),
    /// The user pressed Ctrl-C until there was no patience left.
    Interrupted,
}

impl Failure {
    /// What scripts see.
    pub(super) fn exit_code(&self) -> u8 {
        match self {
            Failure::Refused(_) | Failure::Raised(_) => 1,
            Failure::Usage(_) => 2,
            Failure::NoBoard(_) => 3,
            Failure::Interrupted => 130,
        }
    }

    /// What people read.
    pub(super) fn message(&self) -> String {
        match self {
            Failure::Usage(text) => format!("ferropy board: {text}\nTry `ferropy board --help'."),
            Failure::Refused(text) | Failure::NoBoard(text) => format!("ferropy board: {text}"),
            Failure::Raised(text) => text.trim_end().to_string(),
            Failure::Interrupted => "ferropy board: interrupted".to_string(),
        }
    }
}

/// The result of what a command does.
pub(super) type Done<T = ()> = Result<T, Failure>;

/// A failure with a file of this computer.
pub(super) fn with_file(path: &std::path::Path, error: &std::io::Error) -> Failure {
    Failure::Refused(format!("{}: {error}", path.display()))
}
