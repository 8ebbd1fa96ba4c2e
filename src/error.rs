//! The one error type; each variant is a sentence a user can read: what, where, what to do.

use crate::words::{Interface, Message, say};

/// A foreign error, kept without naming its crate.
pub type Cause = Box<dyn std::error::Error + Send + Sync>;

/// Result of what may fail.
pub type Result<T> = std::result::Result<T, Error>;

/// What went wrong, named for what the user tried.
#[derive(Debug, thiserror::Error)]
#[error("{}", say(&self.message(), Interface::FALLBACK))]
pub enum Error {
    /// There is no file or folder there.
    NotFound {
        /// Where it was looked for.
        path: String,
    },
    /// The file is there but could not be read.
    Unreadable {
        /// The file.
        path: String,
        /// What the system says.
        #[source]
        cause: Cause,
    },
    /// The file holds no text.
    Empty {
        /// The file.
        path: String,
    },
    /// The file holds something else than text: a picture, a program.
    Binary {
        /// The file.
        path: String,
    },
    /// The file is larger than the program reads.
    TooLarge {
        /// The file.
        path: String,
        /// The limit in megabytes.
        limit_mb: u64,
    },
    /// The file is damaged, or not of the format that its name says.
    Malformed {
        /// The file.
        path: String,
        /// The format's name.
        format: &'static str,
        /// What its reader says.
        #[source]
        cause: Cause,
    },
    /// A folder holds no file that can be read as an article.
    NothingInFolder {
        /// The folder.
        path: String,
    },
    /// A date given by the user is not one.
    BadDate {
        /// What was given.
        text: String,
    },
    /// A language given by the user is not among those there are.
    UnknownLanguage {
        /// What was given.
        code: String,
    },
    /// The name of an export says no format that can be written.
    UnknownFormat {
        /// The file to be written.
        path: String,
        /// The formats there are, as endings.
        known: String,
    },
    /// A person to choose is not in the timeline.
    UnknownPerson {
        /// The name given.
        name: String,
    },
    /// A file could not be written.
    Unwritable {
        /// The file.
        path: String,
        /// What the system or the writer says.
        #[source]
        cause: Cause,
    },
    /// A picture would be too large to draw.
    PictureTooLarge {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// There is nothing to draw.
    NothingToDraw,
    /// The program was built without its window.
    NoWindow,
    /// There is no display to open a window on.
    NoDisplay,
    /// There is a display, but nothing to draw on it with.
    NoGraphics {
        /// What the window's library says.
        #[source]
        cause: Cause,
    },
    /// A project file could not be opened or read.
    Project {
        /// The file.
        path: String,
        /// What the system or SQLite says.
        #[source]
        cause: Cause,
    },
    /// The file is no project of this program.
    NoProject {
        /// The file.
        path: String,
    },
    /// A later version of the program wrote the project.
    LaterProject {
        /// The file.
        path: String,
    },
    /// The project is open in another window, which writes it.
    ReadOnly {
        /// The file.
        path: String,
    },
    /// A change could not be written to the project, and so was not made.
    NotKept {
        /// The file.
        path: String,
        /// What the system or SQLite says.
        #[source]
        cause: Cause,
    },
    /// A knowledge file of the program itself has a fault.
    Asset {
        /// The file, within `assets`.
        file: &'static str,
        /// What its reader says.
        #[source]
        cause: Cause,
    },
}

impl Error {
    /// The sentence, to be said in the interface's language.
    pub fn message(&self) -> Message {
        match self {
            Self::NotFound { path } => Message::new("error-not-found").with("path", path.as_str()),
            Self::Unreadable { path, cause } => Message::new("error-unreadable")
                .with("path", path.as_str())
                .with("cause", cause.to_string()),
            Self::Empty { path } => Message::new("error-empty").with("path", path.as_str()),
            Self::Binary { path } => Message::new("error-binary").with("path", path.as_str()),
            Self::TooLarge { path, limit_mb } => Message::new("error-too-large")
                .with("path", path.as_str())
                .with("limit", i64::try_from(*limit_mb).unwrap_or(i64::MAX)),
            Self::Malformed {
                path,
                format,
                cause,
            } => Message::new("error-malformed")
                .with("path", path.as_str())
                .with("format", *format)
                .with("cause", cause.to_string()),
            Self::NothingInFolder { path } => {
                Message::new("error-nothing-in-folder").with("path", path.as_str())
            }
            Self::BadDate { text } => Message::new("error-bad-date").with("text", text.as_str()),
            Self::UnknownLanguage { code } => {
                Message::new("error-unknown-language").with("code", code.as_str())
            }
            Self::UnknownFormat { path, known } => Message::new("error-unknown-format")
                .with("path", path.as_str())
                .with("known", known.as_str()),
            Self::UnknownPerson { name } => {
                Message::new("error-unknown-person").with("name", name.as_str())
            }
            Self::Unwritable { path, cause } => Message::new("error-unwritable")
                .with("path", path.as_str())
                .with("cause", cause.to_string()),
            Self::PictureTooLarge { width, height } => Message::new("error-picture-too-large")
                .with("width", i64::from(*width))
                .with("height", i64::from(*height)),
            Self::NothingToDraw => Message::new("error-nothing-to-draw"),
            Self::NoWindow => Message::new("error-no-window"),
            Self::NoDisplay => Message::new("error-no-display"),
            Self::NoGraphics { cause } => {
                Message::new("error-no-graphics").with("cause", cause.to_string())
            }
            Self::Project { path, cause } => Message::new("error-project")
                .with("path", path.as_str())
                .with("cause", cause.to_string()),
            Self::NoProject { path } => {
                Message::new("error-no-project").with("path", path.as_str())
            }
            Self::LaterProject { path } => {
                Message::new("error-later-project").with("path", path.as_str())
            }
            Self::ReadOnly { path } => Message::new("error-read-only").with("path", path.as_str()),
            Self::NotKept { path, cause } => Message::new("error-not-kept")
                .with("path", path.as_str())
                .with("cause", cause.to_string()),
            Self::Asset { file, cause } => Message::new("error-asset")
                .with("file", *file)
                .with("cause", cause.to_string()),
        }
    }
}
