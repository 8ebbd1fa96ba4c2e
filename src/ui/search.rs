//! The search: what is typed finds events; Enter or a click goes to one.

use super::look;
use crate::chronology::EventId;
use crate::layout::spoken;
use crate::words::word;
use crate::workspace::{Command, Move, Workspace};

/// Events that are listed.
const MOST: usize = 40;

/// What the search remembers.
#[derive(Default)]
pub(super) struct State {
    pub is_open: bool,
    typed: String,
    of: Option<(u64, String)>,
    found: Vec<EventId>,
}

/// Draws the search while it is open.
pub(super) fn ui(
    context: &egui::Context,
    workspace: &Workspace,
    wishes: &mut Vec<Command>,
    state: &mut State,
) {
    if !state.is_open {
        return;
    }
    let interface = workspace.interface();
    let mut chosen = None;
    let modal = look::modal(context, "search").show(context, |ui| {
        ui.set_width((context.content_rect().width() - 80.0).min(560.0));
        let name = word("key-search", interface);
        let hint = word("search-hint", interface);
        let edit = egui::TextEdit::singleline(&mut state.typed).hint_text(hint);
        let response = ui.add(edit.desired_width(f32::INFINITY));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, &name));
        if !response.has_focus() && !response.lost_focus() {
            response.request_focus();
        }
        let now = (workspace.chronology().revision(), state.typed.clone());
        if state.of.as_ref() != Some(&now) {
            state.found = workspace.find(&state.typed, MOST);
            state.of = Some(now);
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
            chosen = state.found.first().copied();
        }
        let height = (context.content_rect().height() - 220.0).clamp(80.0, 420.0);
        let area = egui::ScrollArea::vertical()
            .max_height(height)
            .min_scrolled_height(height);
        area.auto_shrink(false).show(ui, |ui| {
            if state.found.is_empty() && !state.typed.trim().is_empty() {
                ui.label(egui::RichText::new(word("search-nothing", interface)).weak());
            }
            for id in &state.found {
                let Some(event) = workspace.chronology().event(*id) else {
                    continue;
                };
                let words = spoken(event, workspace.chronology(), interface).sentence();
                let button = egui::Button::new(crate::font::line(&words))
                    .frame(false)
                    .truncate();
                if ui
                    .add(button.min_size(egui::vec2(0.0, look::TARGET)))
                    .clicked()
                {
                    chosen = Some(*id);
                }
            }
        });
    });
    if let Some(event) = chosen {
        wishes.push(Command::View(Move::Reveal(event)));
        state.is_open = false;
    } else if modal.should_close() {
        state.is_open = false;
    }
}
