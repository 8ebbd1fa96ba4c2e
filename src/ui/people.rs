//! The list of persons with their colours, ticks and numbers of events; and the kinds of events.

use super::look;
use crate::chronology::{Kind, Person};
use crate::words::{Message, say, say_number, word};
use crate::workspace::{Command, Move, Workspace};

/// Draws both lists.
pub(super) fn ui(ui: &mut egui::Ui, workspace: &Workspace, wishes: &mut Vec<Command>) {
    let interface = workspace.interface();
    let roll = workspace.view().roll();
    let mut persons: Vec<(&Person, usize)> = (0..)
        .zip(roll.persons())
        .filter(|(number, _)| roll.count(*number) > 0)
        .filter_map(|(number, id)| Some((workspace.chronology().person(id)?, roll.count(number))))
        .collect();
    if persons.is_empty() {
        return;
    }
    persons.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.name.cmp(&b.0.name)));
    let tracks = &workspace.view().choice.tracks;
    let shown = persons
        .iter()
        .filter(|(person, _)| tracks.contains(&person.id))
        .count();
    ui.separator();
    ui.horizontal(|ui| {
        look::section(ui, &word("people", interface));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let message = Message::new("people-shown")
                .with("n", shown)
                .with("of", persons.len());
            ui.label(
                egui::RichText::new(say(&message, interface))
                    .small()
                    .color(ui.visuals().weak_text_color()),
            );
        });
    });
    for id in &workspace.view().choice.together {
        let person = workspace.chronology().person(id);
        let name = person.map_or(id.as_str(), |person| person.name.as_str());
        let only = say(
            &Message::new("track-not-only").with("name", name),
            interface,
        );
        let chip = egui::Button::new(egui::RichText::new(format!("× {only}")).size(12.5));
        if ui.add(chip.corner_radius(12)).clicked() {
            wishes.push(Command::View(Move::ToggleTogether(id.clone())));
        }
    }
    for (person, count) in &persons {
        person_row(
            ui,
            person,
            *count,
            roll.color_of(&person.id),
            tracks.contains(&person.id),
            wishes,
        );
    }
    ui.add_space(10.0);
    kinds(ui, workspace, wishes);
}

fn person_row(
    ui: &mut egui::Ui,
    person: &Person,
    count: usize,
    color: Option<usize>,
    is_shown: bool,
    wishes: &mut Vec<Command>,
) {
    let theme = look::theme(ui.ctx());
    let (area, response) = ui.allocate_exact_size(
        egui::vec2(ui.available_width(), look::TARGET),
        egui::Sense::click(),
    );
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::CheckBox, true, is_shown, &person.name)
    });
    if response.clicked() {
        // With shift the name chooses whom the events are shared with.
        let change = match ui.input(|input| input.modifiers.shift) {
            true => Move::ToggleTogether(person.id.clone()),
            false => Move::ToggleTrack(person.id.clone()),
        };
        wishes.push(Command::View(change));
    }
    let painter = ui.painter_at(area);
    if response.hovered() {
        painter.rect_filled(area, 4.0, ui.visuals().widgets.hovered.weak_bg_fill);
        ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    }
    let swatch = egui::Rect::from_center_size(
        area.left_center() + egui::vec2(8.0, 0.0),
        egui::Vec2::splat(11.0),
    );
    let ink = if is_shown { theme.ink } else { theme.muted };
    match color.filter(|_| is_shown) {
        Some(place) => painter.rect_filled(swatch, 3.0, look::color(theme.track(place))),
        None if is_shown => painter.rect_filled(swatch, 3.0, look::color(theme.muted)),
        None => painter.rect_stroke(
            swatch,
            3.0,
            egui::Stroke::new(1.2, look::color(theme.muted)),
            egui::StrokeKind::Inside,
        ),
    };
    let number = painter.layout_no_wrap(
        say_number(count as i64),
        egui::FontId::proportional(12.0),
        look::color(theme.muted),
    );
    let room = area.width() - 24.0 - number.size().x - 8.0;
    let mut job = egui::text::LayoutJob::simple_singleline(
        look::one_line(ui, &person.name, &egui::FontId::proportional(13.5), room),
        egui::FontId::proportional(13.5),
        look::color(ink),
    );
    job.wrap = egui::text::TextWrapping::truncate_at_width(room);
    let name = painter.layout_job(job);
    painter.galley(
        area.left_center() + egui::vec2(24.0, -name.size().y / 2.0),
        name,
        look::color(ink),
    );
    let at = area.right_center() - egui::vec2(number.size().x + 2.0, number.size().y / 2.0);
    painter.galley(at, number, look::color(theme.muted));
}

fn kinds(ui: &mut egui::Ui, workspace: &Workspace, wishes: &mut Vec<Command>) {
    let interface = workspace.interface();
    ui.separator();
    look::section(ui, &word("kinds", interface));
    let present = |kind: &Kind| workspace.view().roll().kinds().contains(kind);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        for kind in Kind::ALL.into_iter().filter(present) {
            let is_shown = !workspace.view().choice.hidden_kinds.contains(&kind);
            let text = egui::RichText::new(word(kind.key(), interface)).size(12.5);
            let text = if is_shown {
                text
            } else {
                text.strikethrough().color(ui.visuals().weak_text_color())
            };
            let chip = egui::Button::new(text)
                .corner_radius(12)
                .min_size(egui::vec2(0.0, look::TARGET));
            let response = ui.add(chip);
            let name = word(kind.key(), interface);
            response.widget_info(|| {
                egui::WidgetInfo::selected(egui::Role::CheckBox, true, is_shown, &name)
            });
            if response.clicked() {
                wishes.push(Command::View(Move::ToggleKind(kind)));
            }
        }
    });
}
