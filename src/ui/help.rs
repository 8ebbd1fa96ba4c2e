//! The card of keys.

use super::keymap::KEYS;
use super::look;
use crate::words::{Interface, word};

/// Draws the card while it is open.
pub(super) fn ui(context: &egui::Context, interface: Interface, is_open: &mut bool) {
    if !*is_open {
        return;
    }
    let modal = look::modal(context, "keys").show(context, |ui| {
        ui.set_min_width(380.0);
        ui.label(egui::RichText::new(word("help-title", interface)).font(look::strong(17.0)));
        ui.add_space(6.0);
        // In a low window the card is scrolled, and its button stays in sight.
        let height = (context.content_rect().height() - 150.0).max(120.0);
        egui::ScrollArea::vertical()
            .max_height(height)
            .show(ui, |ui| {
                egui::Grid::new("keys")
                    .num_columns(2)
                    .spacing([28.0, 6.0])
                    .show(ui, |ui| {
                        for key in KEYS {
                            ui.label(egui::RichText::new(key.keys).font(look::medium(13.5)));
                            ui.label(word(key.label, interface));
                            ui.end_row();
                        }
                    });
                ui.separator();
                for line in ["help-drag", "help-box", "help-wheel", "help-double"] {
                    ui.label(
                        egui::RichText::new(word(line, interface))
                            .color(ui.visuals().weak_text_color()),
                    );
                }
            });
        ui.add_space(6.0);
        ui.button(word("help-close", interface)).clicked()
    });
    if modal.inner || modal.should_close() {
        *is_open = false;
    }
}
