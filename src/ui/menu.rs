//! The menus along the top.

use super::keymap::{Wish, keys_of};
use crate::words::{Interface, Message, say, word};
use crate::workspace::{Command, Look, Move, Workspace};

/// Draws the menus; gives what was asked for that needs a dialog.
pub(super) fn ui(ui: &mut egui::Ui, workspace: &Workspace, wishes: &mut Vec<Command>) -> Vec<Wish> {
    let interface = workspace.interface();
    let mut asked = Vec::new();
    let item = |ui: &mut egui::Ui, key: &str, wish: Wish, enabled: bool| {
        let button = egui::Button::new(word(key, interface)).shortcut_text(keys_of(wish));
        let clicked = ui.add_enabled(enabled, button).clicked();
        if clicked {
            ui.close();
        }
        clicked
    };
    let has_events = workspace.chronology().events().len() > 0;
    egui::MenuBar::new().ui(ui, |ui| {
        ui.add_space(6.0);
        ui.menu_button(word("menu-file", interface), |ui| {
            ui.set_min_width(240.0);
            for (key, wish, enabled) in [
                ("menu-open", Wish::Open, true),
                ("menu-export", Wish::Export, has_events),
            ] {
                if item(ui, key, wish, enabled) {
                    asked.push(wish);
                }
            }
            if ui.button(word("menu-samples", interface)).clicked() {
                wishes.push(Command::OpenSamples);
                ui.close();
            }
            ui.separator();
            if ui.button(word("menu-quit", interface)).clicked() {
                ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
            }
        });
        ui.menu_button(word("menu-edit", interface), |ui| {
            ui.set_min_width(240.0);
            let history = workspace.history();
            let named = |key: &'static str, edit: Option<&crate::chronology::Edit>| match edit {
                Some(edit) => say(
                    &Message::new(key).with("what", say(&edit.name, interface)),
                    interface,
                ),
                None => word(
                    if key == "menu-undo" {
                        "menu-undo-nothing"
                    } else {
                        "menu-redo-nothing"
                    },
                    interface,
                ),
            };
            for (key, edit, wish) in [
                ("menu-undo", history.next_undo(), Wish::Undo),
                ("menu-redo", history.next_redo(), Wish::Redo),
            ] {
                let button = egui::Button::new(named(key, edit)).shortcut_text(keys_of(wish));
                if ui.add_enabled(edit.is_some(), button).clicked() {
                    asked.push(wish);
                    ui.close();
                }
            }
        });
        ui.menu_button(word("menu-view", interface), |ui| {
            ui.set_min_width(240.0);
            for (key, wish) in [
                ("key-fit", Wish::Fit),
                ("key-zoom-in", Wish::ZoomIn),
                ("key-zoom-out", Wish::ZoomOut),
                ("key-back", Wish::Back),
            ] {
                if item(ui, key, wish, has_events) {
                    asked.push(wish);
                }
            }
            for (key, wish) in [
                ("key-search", Wish::Search),
                ("key-table", Wish::Table),
                ("key-statistics", Wish::Statistics),
                ("key-lists", Wish::Lists),
                ("key-inspector", Wish::Inspector),
                ("key-overview", Wish::Overview),
            ] {
                if item(ui, key, wish, has_events) {
                    asked.push(wish);
                }
            }
            let mut is_true_scale = workspace.view().is_true_scale;
            if ui
                .checkbox(&mut is_true_scale, word("menu-true-scale", interface))
                .changed()
            {
                wishes.push(Command::View(Move::ToggleGaps));
            }
            for (key, wish) in [("key-higher", Wish::Higher), ("key-lower", Wish::Lower)] {
                if item(ui, key, wish, has_events) {
                    asked.push(wish);
                }
            }
            for (key, change) in [
                ("menu-rows-fit", Move::RowHeight(None)),
                ("menu-order", Move::OrderTracks),
            ] {
                if ui.button(word(key, interface)).clicked() {
                    wishes.push(Command::View(change));
                    ui.close();
                }
            }
            let mut is_still = workspace.view().is_still;
            if ui
                .checkbox(&mut is_still, word("menu-still", interface))
                .changed()
            {
                wishes.push(Command::View(Move::ToggleMotion));
            }
            ui.separator();
            looks(ui, workspace, wishes, interface);
            ui.separator();
            for other in Interface::all() {
                let name = word("interface-name", other);
                if ui.radio(other == interface, name).clicked() {
                    wishes.push(Command::View(Move::SetInterface(other)));
                    ui.close();
                }
            }
        });
        ui.menu_button(word("menu-help", interface), |ui| {
            if item(ui, "key-help", Wish::Help, true) {
                asked.push(Wish::Help);
            }
        });
    });
    asked
}

fn looks(
    ui: &mut egui::Ui,
    workspace: &Workspace,
    wishes: &mut Vec<Command>,
    interface: Interface,
) {
    for (look, key) in [
        (Look::System, "look-system"),
        (Look::Light, "look-light"),
        (Look::Dark, "look-dark"),
        (Look::Contrast, "look-contrast"),
    ] {
        if ui
            .radio(workspace.view().look == look, word(key, interface))
            .clicked()
        {
            wishes.push(Command::View(Move::SetLook(look)));
            ui.close();
        }
    }
}
