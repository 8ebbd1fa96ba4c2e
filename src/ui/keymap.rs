//! What the keys do: command, label and shortcut in one table, in the order of the key card.

use crate::workspace::{Command, Move};

/// A row of the key card.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// Key of its words in the interface.
    pub label: &'static str,
    /// The keys as people write them.
    pub keys: &'static str,
    /// What a press of the key asks for.
    pub wish: Wish,
}

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// The file dialog.
    Open,
    /// The export form.
    Export,
    /// The key card.
    Help,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// The whole time.
    Fit,
    /// Closer.
    ZoomIn,
    /// Farther.
    ZoomOut,
    /// The next event.
    Next,
    /// The event before.
    Previous,
    /// The track below.
    TrackDown,
    /// The track above.
    TrackUp,
    /// The meeting's other participant.
    Other,
    /// Close or open gaps.
    Gaps,
    /// The search.
    Search,
    /// The table of events.
    Table,
    /// Events per year, and who met whom.
    Statistics,
    /// The lists at the left, or no lists.
    Lists,
    /// The inspector at the right, or none.
    Inspector,
    /// The overview below, or none.
    Overview,
    /// Higher rows.
    Higher,
    /// Lower rows.
    Lower,
    /// The article of the selected event.
    Source,
    /// Nothing selected.
    Escape,
    /// The view before.
    Back,
    /// Text from the clipboard; egui gives it as an event of its own.
    Paste,
}

const fn key(label: &'static str, keys: &'static str, wish: Wish) -> Key {
    Key { label, keys, wish }
}

/// All keys.
pub const KEYS: &[Key] = &[
    key("key-open", "Ctrl+O", Wish::Open),
    key("key-paste", "Ctrl+V", Wish::Paste),
    key("key-export", "Ctrl+E", Wish::Export),
    key("key-undo", "Ctrl+Z", Wish::Undo),
    key("key-redo", "Ctrl+Shift+Z", Wish::Redo),
    key("key-fit", "F", Wish::Fit),
    key("key-zoom-in", "+", Wish::ZoomIn),
    key("key-zoom-out", "−", Wish::ZoomOut),
    key("key-next", "→", Wish::Next),
    key("key-previous", "←", Wish::Previous),
    key("key-track-down", "↓", Wish::TrackDown),
    key("key-track-up", "↑", Wish::TrackUp),
    key("key-other", "M", Wish::Other),
    key("key-gaps", "G", Wish::Gaps),
    key("key-search", "/, Ctrl+F", Wish::Search),
    key("key-table", "T", Wish::Table),
    key("key-statistics", "S", Wish::Statistics),
    key("key-lists", "Ctrl+1", Wish::Lists),
    key("key-inspector", "Ctrl+2", Wish::Inspector),
    key("key-overview", "Ctrl+3", Wish::Overview),
    key("key-higher", "Shift+↓", Wish::Higher),
    key("key-lower", "Shift+↑", Wish::Lower),
    key("key-source", "Enter", Wish::Source),
    key("key-back", "Alt+←", Wish::Back),
    key("key-escape", "Esc", Wish::Escape),
    key("key-help", "?", Wish::Help),
];

/// The wishes of this frame's keys. In a text box most keys belong to the text, undo among them; a button
/// with the focus keeps the keys that press it and lead away from it.
pub(super) fn pressed(context: &egui::Context) -> Vec<Wish> {
    use egui::{Key as K, Modifiers as M};
    let typing = context.text_edit_focused();
    let focused = context.egui_wants_keyboard_input();
    let mut wishes = Vec::new();
    context.input_mut(|input| {
        let mut take = |modifiers: M, key: K, wish: Wish| {
            if input.consume_key(modifiers, key) {
                wishes.push(wish);
            }
        };
        take(M::COMMAND, K::O, Wish::Open);
        take(M::COMMAND, K::E, Wish::Export);
        if typing {
            return;
        }
        take(M::COMMAND | M::SHIFT, K::Z, Wish::Redo);
        take(M::COMMAND, K::Z, Wish::Undo);
        take(M::ALT, K::ArrowLeft, Wish::Back);
        take(M::COMMAND, K::F, Wish::Search);
        take(M::COMMAND, K::Num1, Wish::Lists);
        take(M::COMMAND, K::Num2, Wish::Inspector);
        take(M::COMMAND, K::Num3, Wish::Overview);
        take(M::NONE, K::Slash, Wish::Search);
        take(M::SHIFT, K::Slash, Wish::Search);
        take(M::NONE, K::F, Wish::Fit);
        take(M::NONE, K::Plus, Wish::ZoomIn);
        take(M::SHIFT, K::Plus, Wish::ZoomIn);
        take(M::NONE, K::Equals, Wish::ZoomIn);
        take(M::NONE, K::Minus, Wish::ZoomOut);
        take(M::NONE, K::M, Wish::Other);
        take(M::NONE, K::G, Wish::Gaps);
        take(M::NONE, K::T, Wish::Table);
        take(M::NONE, K::S, Wish::Statistics);
        take(M::NONE, K::Escape, Wish::Escape);
        take(M::SHIFT, K::Questionmark, Wish::Help);
        take(M::NONE, K::Questionmark, Wish::Help);
        take(M::NONE, K::F1, Wish::Help);
        if focused {
            return;
        }
        take(M::SHIFT, K::ArrowDown, Wish::Higher);
        take(M::SHIFT, K::ArrowUp, Wish::Lower);
        take(M::NONE, K::ArrowRight, Wish::Next);
        take(M::NONE, K::ArrowLeft, Wish::Previous);
        take(M::NONE, K::ArrowDown, Wish::TrackDown);
        take(M::NONE, K::ArrowUp, Wish::TrackUp);
        take(M::NONE, K::Enter, Wish::Source);
    });
    wishes
}

/// How much closer one press of a key goes.
const ZOOM_STEP: f64 = 1.4;
/// How much higher or lower one press of a key makes the rows.
const ROW_STEP: f64 = 1.25;

/// The command of a wish that needs no dialog; keys zoom at `at`, a place of the canvas in pixels.
pub(super) fn command(wish: Wish, at: f64) -> Option<Command> {
    Some(match wish {
        Wish::Undo => Command::Undo,
        Wish::Redo => Command::Redo,
        Wish::Fit => Command::View(Move::Fit),
        Wish::ZoomIn => Command::View(Move::Zoom {
            x: at,
            factor: ZOOM_STEP,
        }),
        Wish::ZoomOut => Command::View(Move::Zoom {
            x: at,
            factor: 1.0 / ZOOM_STEP,
        }),
        Wish::Next => Command::View(Move::Step(1)),
        Wish::Previous => Command::View(Move::Step(-1)),
        Wish::TrackDown => Command::View(Move::StepTrack(1)),
        Wish::TrackUp => Command::View(Move::StepTrack(-1)),
        Wish::Other => Command::View(Move::NextParticipant),
        Wish::Gaps => Command::View(Move::ToggleGaps),
        Wish::Higher => Command::View(Move::RowHeight(Some(ROW_STEP))),
        Wish::Lower => Command::View(Move::RowHeight(Some(1.0 / ROW_STEP))),
        Wish::Back => Command::View(Move::Back),
        Wish::Open
        | Wish::Export
        | Wish::Help
        | Wish::Search
        | Wish::Table
        | Wish::Statistics
        | Wish::Lists
        | Wish::Inspector
        | Wish::Overview
        | Wish::Source
        | Wish::Escape
        | Wish::Paste => {
            return None;
        }
    })
}

/// The keys of a wish, as people write them.
pub(super) fn keys_of(wish: Wish) -> &'static str {
    KEYS.iter()
        .find(|key| key.wish == wish)
        .map_or("", |key| key.keys)
}
