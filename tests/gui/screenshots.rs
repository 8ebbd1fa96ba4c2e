//! Draws the pictures in `screenshots/` when asked to, and sees that the window can be drawn at all.

use crate::harness::{press, settle, window};
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use std::path::Path;
use tidslinje::chronology::Event;
use tidslinje::time::{Day, Interval};
use tidslinje::ui::App;
use tidslinje::workspace::{Command, Look, Move};

/// Renders the window; keeps the picture when `UPDATE_SNAPSHOTS` is set.
fn picture(window: &mut Harness<App>, name: &str) {
    let image = window
        .render()
        .expect("a graphics adapter; Debian's mesa-vulkan-drivers is one");
    let colours: std::collections::BTreeSet<[u8; 4]> =
        image.pixels().step_by(97).map(|pixel| pixel.0).collect();
    assert!(colours.len() > 12, "{name} is empty");
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("screenshots");
        image
            .save(folder.join(format!("{name}.png")))
            .expect("a picture");
    }
}

#[test]
fn the_window_light_and_dark() {
    let mut light = window(Vec::new(), "en", (1440.0, 900.0));
    // The Korea talks, with their last meeting chosen.
    let talks = ["2018-03-10", "2019-05-10"].map(|day| day.parse::<Day>().expect("a day"));
    let last = |event: &&Event| event.title.starts_with("Putin og Kim møttes");
    let event = light
        .state()
        .workspace()
        .chronology()
        .events()
        .find(last)
        .expect("the meeting")
        .id;
    light
        .state_mut()
        .wish(Command::View(Move::Show(Interval::days(
            talks[0], talks[1],
        ))));
    light
        .state_mut()
        .wish(Command::View(Move::Select(Some(event))));
    settle(&mut light);
    picture(&mut light, "main");
    light
        .state_mut()
        .wish(Command::View(Move::SetLook(Look::Dark)));
    settle(&mut light);
    press(&mut light, Modifiers::NONE, Key::Enter);
    picture(&mut light, "dark");
}
