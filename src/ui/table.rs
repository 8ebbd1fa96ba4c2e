//! The table of events, of all that is shown or of a stretch of a track: sorted by any column, to read and to copy
//! to a spreadsheet.

use super::look;
use crate::chronology::{Chronology, Event, EventId, PersonId};
use crate::layout::spoken;
use crate::time::Interval;
use crate::words::{Interface, Message, say, word};
use crate::workspace::{Command, Move, Workspace};

/// Rows that are copied at most: what a clipboard and a spreadsheet bear.
const MOST_COPIED: usize = 100_000;

/// Free room left of a cell's words, in points.
const INDENT: f32 = 6.0;

/// A column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Column {
    #[default]
    Date,
    Title,
    Kind,
    People,
    Place,
}

impl Column {
    const ALL: [Self; 5] = [
        Self::Date,
        Self::Title,
        Self::Kind,
        Self::People,
        Self::Place,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::Date => "table-date",
            Self::Title => "table-event",
            Self::Kind => "table-kind",
            Self::People => "table-people",
            Self::Place => "table-place",
        }
    }

    /// Its share of the width.
    fn share(self) -> f32 {
        match self {
            Self::Date => 0.17,
            Self::Title => 0.36,
            Self::Kind => 0.1,
            Self::People => 0.25,
            Self::Place => 0.12,
        }
    }

    fn words(self, event: &Event, chronology: &Chronology, interface: Interface) -> String {
        match self {
            Self::Date => spoken(event, chronology, interface).date,
            Self::Title => spoken(event, chronology, interface).title,
            Self::Kind => word(event.kind.key(), interface),
            Self::People => spoken(event, chronology, interface).people,
            Self::Place => event
                .place
                .as_ref()
                .map_or_else(String::new, |place| place.name.clone()),
        }
    }
}

/// The events of a track that reach into a stretch of time, as the picture counts them; of all time, those without
/// a date.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stretch {
    /// Whose track; `None` for the one that is shared.
    pub person: Option<PersonId>,
    /// The stretch.
    pub time: Interval,
    /// Its name.
    pub name: String,
}

/// What the table remembers.
#[derive(Default)]
pub(super) struct State {
    pub is_open: bool,
    /// What is listed, if not all.
    stretch: Option<Stretch>,
    column: Column,
    is_backward: bool,
    of: Option<(u64, usize, Column, bool, Option<Stretch>)>,
    rows: Vec<EventId>,
}

impl State {
    /// Opens the table of all that is shown, or of a stretch of a track.
    pub fn open(&mut self, stretch: Option<Stretch>) {
        self.is_open = true;
        self.stretch = stretch;
    }

    /// Sorts anew where other events are shown, or another column was chosen.
    fn follow(&mut self, workspace: &Workspace) {
        let index = workspace.view().index();
        let roll = index.roll();
        let now = (
            roll.revision(),
            index.n_shown(),
            self.column,
            self.is_backward,
            self.stretch.clone(),
        );
        if self.of.as_ref() == Some(&now) {
            return;
        }
        self.of = Some(now);
        let numbers = match &self.stretch {
            Some(stretch) => index.touching(stretch.person.as_ref(), stretch.time),
            None => index.numbers(),
        };
        self.rows = numbers.into_iter().map(|number| roll.id(number)).collect();
        let chronology = workspace.chronology();
        if self.column != Column::Date {
            let interface = workspace.interface();
            self.rows.sort_by_cached_key(|id| {
                chronology
                    .event(*id)
                    .map(|event| self.column.words(event, chronology, interface))
            });
        }
        if self.is_backward {
            self.rows.reverse();
        }
    }
}

/// Draws the table while it is open.
pub(super) fn ui(
    context: &egui::Context,
    workspace: &Workspace,
    wishes: &mut Vec<Command>,
    state: &mut State,
) {
    if !state.is_open {
        return;
    }
    state.follow(workspace);
    let interface = workspace.interface();
    let size = context.content_rect().size() - egui::vec2(140.0, 190.0);
    let modal = look::modal(context, "table").show(context, |ui| {
        ui.set_width(size.x.min(1200.0));
        ui.horizontal(|ui| {
            let title = match &state.stretch {
                Some(stretch) => crate::font::line(&stretch.name),
                None => word("table-title", interface),
            };
            ui.label(egui::RichText::new(title).font(look::strong(17.0)));
            let n = say(
                &Message::new("n-events").with("n", state.rows.len()),
                interface,
            );
            ui.label(egui::RichText::new(n).weak());
        });
        // Room for the scroll bar.
        let width = ui.available_width() - 20.0;
        heads(ui, width, interface, state);
        let height = look::TARGET;
        let mut is_done = false;
        let area = egui::ScrollArea::vertical()
            .max_height(size.y.max(120.0))
            .min_scrolled_height(size.y.max(120.0))
            .auto_shrink(false);
        area.show_rows(ui, height, state.rows.len(), |ui, shown| {
            for id in &state.rows[shown] {
                if let Some(event) = workspace.chronology().event(*id)
                    && row(ui, width, event, workspace)
                {
                    wishes.push(Command::View(Move::Reveal(*id)));
                    is_done |= state.stretch.is_some();
                }
            }
        });
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            let stretch = state
                .stretch
                .as_ref()
                .filter(|stretch| !stretch.time.is_unknown());
            if let Some(stretch) = stretch
                && ui.button(word("table-zoom", interface)).clicked()
            {
                wishes.push(Command::View(Move::Show(stretch.time)));
                return true;
            }
            if ui.button(word("table-copy", interface)).clicked() {
                context.copy_text(text(state, workspace));
            }
            is_done | ui.button(word("help-close", interface)).clicked()
        })
        .inner
    });
    if modal.inner || modal.should_close() {
        state.is_open = false;
    }
}

fn heads(ui: &mut egui::Ui, width: f32, interface: Interface, state: &mut State) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for column in Column::ALL {
            let arrow = match (state.column == column, state.is_backward) {
                (false, _) => "",
                (true, false) => " ↑",
                (true, true) => " ↓",
            };
            let words = format!("{}{arrow}", word(column.key(), interface));
            let size = egui::vec2(width * column.share(), look::TARGET);
            let (area, response) = ui.allocate_exact_size(size, egui::Sense::click());
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
            let ink = ui.style().interact(&response).text_color();
            let at = area.left_center() + egui::vec2(INDENT, 0.0);
            let font = look::medium(13.0);
            ui.painter()
                .text(at, egui::Align2::LEFT_CENTER, words, font, ink);
            if response.clicked() {
                state.is_backward = state.column == column && !state.is_backward;
                state.column = column;
            }
        }
    });
    ui.separator();
}

/// One event; gives whether it was clicked.
fn row(ui: &mut egui::Ui, width: f32, event: &Event, workspace: &Workspace) -> bool {
    let interface = workspace.interface();
    let (area, response) =
        ui.allocate_exact_size(egui::vec2(width, look::TARGET), egui::Sense::click());
    let cells = Column::ALL.map(|column| column.words(event, workspace.chronology(), interface));
    let is_selected = workspace.view().choice.selected == Some(event.id);
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::Role::Row, true, is_selected, cells.join(", "))
    });
    let painter = ui.painter_at(area);
    if is_selected {
        painter.rect_filled(area, 4.0, ui.visuals().selection.bg_fill);
    } else if response.hovered() {
        painter.rect_filled(area, 4.0, ui.visuals().widgets.hovered.weak_bg_fill);
    }
    let ink = look::color(look::theme(ui.ctx()).ink);
    let font = egui::FontId::proportional(13.0);
    let mut x = area.left() + INDENT;
    for (column, words) in Column::ALL.into_iter().zip(cells) {
        let room = width * column.share();
        let words = look::one_line(ui, &words, &font, room - 10.0);
        let mut job = egui::text::LayoutJob::simple_singleline(words, font.clone(), ink);
        job.wrap = egui::text::TextWrapping::truncate_at_width(room - 10.0);
        let galley = painter.layout_job(job);
        let y = area.center().y - galley.size().y / 2.0;
        painter.galley(egui::pos2(x, y), galley, ink);
        x += room;
    }
    response.clicked()
}

/// The rows as a spreadsheet takes them: cells parted by tabs, with a line of headings.
fn text(state: &State, workspace: &Workspace) -> String {
    let interface = workspace.interface();
    let mut lines = vec![
        Column::ALL
            .map(|column| word(column.key(), interface))
            .join("\t"),
    ];
    for event in state.rows.iter().take(MOST_COPIED) {
        if let Some(event) = workspace.chronology().event(*event) {
            let cells = Column::ALL.map(|column| {
                column
                    .words(event, workspace.chronology(), interface)
                    .replace(['\t', '\n'], " ")
            });
            lines.push(cells.join("\t"));
        }
    }
    lines.join("\n")
}
