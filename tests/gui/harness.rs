//! A window of the program without a display, and hands for it.

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::path::PathBuf;
use std::sync::{Arc, LazyLock};
use tidslinje::ui::{App, Files, Opening};
use tidslinje::words::Interface;
use tidslinje::workspace::{Knowledge, Look};

static KNOWLEDGE: LazyLock<Arc<Knowledge>> =
    LazyLock::new(|| Arc::new(Knowledge::bundled().expect("the program's own files are sound")));

/// The window on some articles, or on the samples, in that language.
pub fn window(paths: Vec<PathBuf>, code: &str, size: (f32, f32)) -> Harness<'static, App> {
    let interface = Interface::find(code).expect("a language of the interface");
    let opening = Opening {
        paths,
        published: "2023-05-11".parse().ok(),
        interface: Some(interface),
        look: Look::System,
        made: None,
        files: Files::Typed,
    };
    let mut window = Harness::builder()
        .with_size(egui::vec2(size.0, size.1))
        .with_theme(egui::Theme::Light)
        .with_max_steps(30)
        .with_step_dt(1.0 / 30.0)
        .build_eframe(move |context| {
            App::new(
                &context.egui_ctx,
                Arc::clone(&KNOWLEDGE),
                interface,
                opening,
            )
        });
    settle(&mut window);
    window
}

/// Draws until jobs have ended and nothing moves.
pub fn settle(window: &mut Harness<App>) {
    for _ in 0..500 {
        window.run_steps(2);
        if window.state().workspace().job().is_none() {
            window.run_steps(4);
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("a job does not end");
}

/// Clicks what has that name.
pub fn click(window: &mut Harness<App>, name: &str) {
    window.get_by_label(name).click();
    settle(window);
}

/// Clicks the first thing whose name holds these words.
pub fn click_first(window: &mut Harness<App>, words: &str) {
    window
        .get_all_by_label_contains(words)
        .next()
        .expect("something has that name")
        .click();
    settle(window);
}

/// Whether something has a name that holds these words.
pub fn sees(window: &Harness<App>, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

/// Types into the box of that name.
pub fn type_into(window: &mut Harness<App>, name: &str, text: &str) {
    let field = window.get_by_label(name);
    field.focus();
    window.run_steps(2);
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    window.run_steps(1);
    window.get_by_label(name).type_text(text);
    settle(window);
}

/// Presses a key.
pub fn press(window: &mut Harness<App>, modifiers: egui::Modifiers, key: egui::Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}
