//! The window: panels that read the workspace and wish for changes. The only room that names egui.

mod app;
mod articles;
mod canvas;
mod dialogs;
mod help;
mod inspector;
mod keymap;
mod look;
mod menu;
mod notices;
mod overview;
mod paint;
mod people;
mod search;
mod statistics;
mod table;

pub use app::App;
pub use keymap::{KEYS, Key};
pub use look::install_fonts;
pub use paint::paint;

use crate::chronology::Chronology;
use crate::error::{Error, Result};
use crate::time::Day;
use crate::words::Interface;
use crate::workspace::{Knowledge, Look};
use std::path::PathBuf;
use std::sync::Arc;

/// What the window opens with.
#[derive(Clone, Debug, Default)]
pub struct Opening {
    /// Articles and folders; the samples, if there are none.
    pub paths: Vec<PathBuf>,
    /// Day of publication of them all.
    pub published: Option<Day>,
    /// Light, dark, or as the system has it.
    pub look: Look,
    /// A chronology made elsewhere, shown instead of articles.
    pub made: Option<Chronology>,
    /// Language of the interface; the system's, if not given.
    pub interface: Option<Interface>,
    /// How files are asked for.
    pub files: Files,
}

/// How files are asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Files {
    /// By the system's file dialog; where there is none, by a box for a path.
    #[default]
    Dialog,
    /// By the box alone.
    Typed,
}

const ICON: &[u8] = include_bytes!("../../assets/icon/tidslinje.png");

/// Opens the window and stays until it is closed.
pub fn run(opening: Opening) -> Result<()> {
    run_as(opening, |app| Box::new(app))
}

/// Opens the window with something around its app, and stays until it is closed.
pub fn run_as(
    opening: Opening,
    wrap: impl FnOnce(App) -> Box<dyn eframe::App> + 'static,
) -> Result<()> {
    if !has_display() {
        return Err(Error::NoDisplay);
    }
    let knowledge = Arc::new(Knowledge::bundled()?);
    let interface = opening.interface.unwrap_or_else(system_interface);
    let mut viewport = egui::ViewportBuilder::default()
        .with_title("Tidslinje")
        .with_app_id("tidslinje")
        .with_inner_size([1440.0, 900.0])
        .with_min_inner_size([720.0, 480.0]);
    if let Ok(icon) = eframe::icon_data::from_png_bytes(ICON) {
        viewport = viewport.with_icon(icon);
    }
    let options = eframe::NativeOptions {
        viewport,
        ..Default::default()
    };
    let create = move |context: &eframe::CreationContext<'_>| {
        Ok(wrap(App::new(
            &context.egui_ctx,
            knowledge,
            interface,
            opening,
        )))
    };
    eframe::run_native("tidslinje", options, Box::new(create)).map_err(|cause| match cause {
        eframe::Error::WinitEventLoop(_) => Error::NoDisplay,
        cause => Error::NoGraphics {
            cause: Box::new(cause),
        },
    })
}

/// Whether a display is named; on systems that always have one, there is.
fn has_display() -> bool {
    let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(not(all(unix, not(target_os = "macos"))))
        || named("DISPLAY")
        || named("WAYLAND_DISPLAY")
        || named("WAYLAND_SOCKET")
}

fn system_interface() -> Interface {
    sys_locale::get_locales()
        .find_map(|locale| Interface::find(&locale))
        .unwrap_or(Interface::FALLBACK)
}
