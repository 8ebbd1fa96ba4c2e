//! What there is to tell: notices over the canvas, and the status line with the job under way.

use super::{dialogs, look};
use crate::words::{Message, say, word};
use crate::workspace::{Command, Workspace};

/// Notices shown at once; older ones wait until these are put away.
const MOST: usize = 5;

/// Draws the notices at the lower right.
pub(super) fn ui(context: &egui::Context, workspace: &Workspace, wishes: &mut Vec<Command>) {
    if workspace.notices().is_empty() {
        return;
    }
    let theme = look::theme(context);
    let area = egui::Area::new(egui::Id::unique("notices"))
        .anchor(egui::Align2::CENTER_BOTTOM, [0.0, -44.0])
        .order(egui::Order::Foreground);
    area.show(context, |ui| {
        for (number, notice) in workspace.notices().iter().enumerate().take(MOST) {
            let edge = if notice.is_error {
                theme.warning
            } else {
                theme.accent
            };
            let frame =
                egui::Frame::popup(ui.style()).stroke(egui::Stroke::new(1.5, look::color(edge)));
            frame.show(ui, |ui| {
                ui.set_max_width(560.0);
                ui.horizontal(|ui| {
                    let close = word("notice-close", workspace.interface());
                    if ui.button("×").on_hover_text(&close).clicked() {
                        wishes.push(Command::Dismiss(number));
                    }
                    ui.add(egui::Label::new(say(&notice.message, workspace.interface())).wrap());
                });
            });
        }
        let more = workspace.notices().len().saturating_sub(MOST);
        if workspace.notices().len() > 1 {
            ui.vertical_centered(|ui| {
                let close = word("notice-close-all", workspace.interface());
                let words = match more {
                    0 => close,
                    n => {
                        let more = Message::new("notice-more").with("n", n);
                        format!("{close} ({})", say(&more, workspace.interface()))
                    }
                };
                if ui.button(words).clicked() {
                    wishes.push(Command::DismissAll);
                }
            });
        }
    });
}

/// The status line: how much there is, what is being done, and what the hands can do.
pub(super) fn status(
    ui: &mut egui::Ui,
    workspace: &Workspace,
    wishes: &mut Vec<Command>,
    dialogs: &dialogs::State,
) {
    let interface = workspace.interface();
    let weak = ui.visuals().weak_text_color();
    let small = |words: String| egui::RichText::new(words).small().color(weak);
    ui.horizontal(|ui| {
        ui.add_space(8.0);
        match workspace.job() {
            Some(job) => {
                let progress = job.progress();
                ui.spinner();
                let words = say(&job.name, interface);
                let words = match progress.total {
                    0 => words,
                    total => format!("{words} {}/{total}", progress.done),
                };
                ui.label(small(words));
                if ui.small_button(word("job-cancel", interface)).clicked() {
                    wishes.push(Command::CancelJob);
                }
            }
            None => {
                let chronology = workspace.chronology();
                let undated = chronology
                    .articles()
                    .filter(|article| article.published.is_none())
                    .count();
                let message = Message::new("status")
                    .with("articles", chronology.articles().len())
                    .with("persons", chronology.persons().len())
                    .with("events", chronology.events().len());
                let mut words = say(&message, interface);
                if undated > 0 {
                    words.push_str(&format!(
                        " · {}",
                        say(
                            &Message::new("status-undated").with("n", undated),
                            interface
                        )
                    ));
                }
                ui.label(small(words));
            }
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(8.0);
            let hint = if dialogs.is_waiting() {
                "status-dialog"
            } else {
                "status-hint"
            };
            ui.add(egui::Label::new(small(word(hint, interface))).truncate());
        });
    });
}
