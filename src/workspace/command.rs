//! Everything a user can ask for.

use super::Look;
use crate::chronology::{ArticleId, CorrectionId, EventId, Kind, PersonId, What};
use crate::error::Error;
use crate::time::{Day, Interval};
use crate::words::Interface;
use std::path::PathBuf;

/// A wish.
#[derive(Debug)]
pub enum Command {
    /// Read files and folders, with the date of publication that holds for all of them, if given; or open a project,
    /// where that is the one path. A project that is not there is made.
    Open(Vec<PathBuf>, Option<Day>),
    /// Read the articles that come with the program.
    OpenSamples,
    /// Read an article that was pasted.
    Paste(String),
    /// Give an article a date of publication, typed; empty takes it away.
    SetPublished(ArticleId, String),
    /// Take an article out.
    Remove(ArticleId),
    /// Correct what was read; several corrections are one edit.
    Correct(Vec<What>),
    /// Take a correction away, wherever it stands among the others.
    Withdraw(CorrectionId),
    /// Take the last edit back.
    Undo,
    /// Carry it out again.
    Redo,
    /// Stop the job under way, keeping what is done.
    CancelJob,
    /// Put a notice away.
    Dismiss(usize),
    /// Put all notices away.
    DismissAll,
    /// Write a picture.
    Export(ExportRequest),
    /// Tell of something that went wrong outside.
    Complain(Error),
    /// Change the view.
    View(Move),
}

/// A change of the view; undo leaves it alone.
#[derive(Clone, Debug, PartialEq)]
pub enum Move {
    /// The canvas has another size, in pixels.
    Resize {
        /// Width.
        width_px: f64,
        /// Height.
        height_px: f64,
    },
    /// Show everything.
    Fit,
    /// Zoom at a place of the canvas by a factor.
    Zoom {
        /// Place in pixels.
        x: f64,
        /// Above 1: closer.
        factor: f64,
    },
    /// Move the time by so many pixels.
    Pan(f64),
    /// Move the tracks by so many pixels, of so many that they take.
    Scroll {
        /// Downwards.
        dy: f64,
        /// Height of all tracks.
        content_px: f64,
    },
    /// Show a stretch of time.
    Show(Interval),
    /// Show what lies between two places of the canvas, in pixels.
    Box(f64, f64),
    /// Fold a person's track to a thin row, or unfold it.
    ToggleCollapsed(PersonId),
    /// Keep a person's track at the top, or no longer.
    TogglePin(PersonId),
    /// Move a person's track by so many places: the user's order wins.
    MoveTrack(PersonId, isize),
    /// Only events with this person, too; or no longer.
    ToggleTogether(PersonId),
    /// Order the tracks anew, so that the lines of meetings are short.
    OrderTracks,
    /// Make all rows higher or lower by a factor; nothing lets them find their height again.
    RowHeight(Option<f64>),
    /// Zooms and jumps without a movement between.
    ToggleMotion,
    /// Put the middle of the window at a share of the whole time.
    Centre(f64),
    /// The view before.
    Back,
    /// Select an event, or none.
    Select(Option<EventId>),
    /// Select an event and bring it into view.
    Reveal(EventId),
    /// Point at an event, or at none.
    Hover(Option<EventId>),
    /// Select the next event in time, or with -1 the one before.
    Step(i64),
    /// Select the nearest event on the track below, or with -1 above.
    StepTrack(i64),
    /// Go to the next participant's track of the selected event.
    NextParticipant,
    /// Choose an article, or none.
    OpenArticle(Option<ArticleId>),
    /// Show or hide a person's track.
    ToggleTrack(PersonId),
    /// Show or hide events of a kind.
    ToggleKind(Kind),
    /// Close or open empty years.
    ToggleGaps,
    /// Another look.
    SetLook(Look),
    /// Another language.
    SetInterface(Interface),
}

/// What picture to write, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportRequest {
    /// The file; its ending says the format.
    pub path: PathBuf,
    /// Everything rather than what the window shows.
    pub everything: bool,
    /// Width in pixels.
    pub width_px: u32,
    /// Height in pixels; as high as needed, if not given.
    pub height_px: Option<u32>,
    /// So many times as large, for PNG.
    pub scale: f64,
    /// Name of the theme.
    pub theme: &'static str,
}
