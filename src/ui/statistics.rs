//! Statistics: events per year and person, and who met whom how often; a click on a number leaves those events.

use super::look;
use crate::chronology::{Kind, PersonId};
use crate::time::Day;
use crate::words::{Interface, Message, say, word};
use crate::workspace::{Command, Move, Workspace};
use egui_plot::{Bar, BarChart, Plot};
use std::collections::BTreeMap;

/// Persons that are told apart: the first tracks.
const MOST: usize = 12;

/// What the panel remembers.
#[derive(Default)]
pub(super) struct State {
    pub is_open: bool,
    counts: Counts,
}

/// What is counted, for a state of the chronology and a choice of tracks.
#[derive(Default)]
struct Counts {
    of: (u64, Vec<PersonId>),
    persons: Vec<u32>,
    /// Events of each person by year.
    years: BTreeMap<i32, Vec<usize>>,
    /// Meetings of any two persons.
    pairs: Vec<Vec<usize>>,
}

impl Counts {
    fn follow(&mut self, workspace: &Workspace) {
        let view = workspace.view();
        let roll = view.roll();
        let now = (roll.revision(), view.choice.tracks.clone());
        if self.of == now && !self.pairs.is_empty() {
            return;
        }
        self.of = now;
        let tracks = view.choice.tracks.iter();
        self.persons = tracks.filter_map(|id| roll.person(id)).take(MOST).collect();
        let n = self.persons.len();
        let mut places = vec![None; roll.persons().len()];
        for (place, person) in self.persons.iter().enumerate() {
            places[*person as usize] = Some(place);
        }
        self.years.clear();
        self.pairs = vec![vec![0; n]; n];
        for number in 0..roll.n_dated() as u32 {
            let who: Vec<usize> = roll
                .who(number)
                .iter()
                .filter_map(|one| places[*one as usize])
                .collect();
            if who.is_empty() {
                continue;
            }
            let year = Day::of(roll.at(number)).year();
            let counts = self.years.entry(year).or_insert_with(|| vec![0; n]);
            for place in &who {
                counts[*place] += 1;
            }
            if roll.kind(number).family() == Kind::Meeting.family() {
                for (i, a) in who.iter().enumerate() {
                    for b in who[i + 1..].iter().filter(|b| *b != a) {
                        self.pairs[*a][*b] += 1;
                        self.pairs[*b][*a] += 1;
                    }
                }
            }
        }
    }
}

/// Draws the panel while it is open.
pub(super) fn ui(
    context: &egui::Context,
    workspace: &Workspace,
    wishes: &mut Vec<Command>,
    state: &mut State,
) {
    if !state.is_open {
        return;
    }
    state.counts.follow(workspace);
    let interface = workspace.interface();
    let counts = &state.counts;
    let modal = look::modal(context, "statistics").show(context, |ui| {
        let title = word("statistics-title", interface);
        ui.label(egui::RichText::new(title).font(look::strong(17.0)));
        ui.set_max_width((context.content_rect().width() - 120.0).min(940.0));
        let room = context.content_rect().height() - 190.0;
        let height = room.clamp(200.0, 640.0);
        ui.set_min_size(egui::vec2(ui.max_rect().width(), height));
        let area = egui::ScrollArea::both()
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink(false);
        let met = area.show(ui, |ui| {
            look::section(ui, &word("statistics-years", interface));
            years(ui, counts, workspace);
            let note = Message::new("statistics-note").with("n", counts.persons.len());
            ui.label(egui::RichText::new(say(&note, interface)).small().weak());
            ui.add_space(10.0);
            look::section(ui, &word("statistics-met", interface));
            matrix(ui, counts, workspace)
        });
        ui.add_space(8.0);
        (
            met.inner,
            ui.button(word("help-close", interface)).clicked(),
        )
    });
    let is_done = modal.should_close();
    let (met, closes) = modal.inner;
    if let Some(pair) = met {
        let together = workspace.view().choice.together.iter().cloned();
        let now: Vec<PersonId> = pair.into();
        let others = together.filter(|id| !now.contains(id));
        let missing = now
            .iter()
            .filter(|id| !workspace.view().choice.together.contains(*id))
            .cloned();
        wishes.extend(
            others
                .chain(missing)
                .map(|id| Command::View(Move::ToggleTogether(id))),
        );
        state.is_open = false;
    } else if closes || is_done {
        state.is_open = false;
    }
}

fn name(person: u32, workspace: &Workspace) -> &str {
    let id = &workspace.view().roll().persons()[person as usize];
    workspace
        .chronology()
        .person(id)
        .map_or(id.as_str(), |person| person.name.as_str())
}

fn years(ui: &mut egui::Ui, counts: &Counts, workspace: &Workspace) {
    let theme = look::theme(ui.ctx());
    let mut tops: BTreeMap<i32, f64> = BTreeMap::new();
    let charts: Vec<BarChart> = counts
        .persons
        .iter()
        .enumerate()
        .map(|(place, person)| {
            let ink = look::color(theme.track(workspace.view().roll().color(*person)));
            let bars = counts
                .years
                .iter()
                .filter(|(_, counts)| counts[place] > 0)
                .map(|(year, counts)| {
                    let top = tops.entry(*year).or_default();
                    let bar = Bar::new(f64::from(*year), counts[place] as f64)
                        .width(0.8)
                        .base_offset(*top)
                        .name(year.to_string())
                        .fill(ink)
                        .stroke(egui::Stroke::NONE);
                    *top += counts[place] as f64;
                    bar
                });
            BarChart::new(name(*person, workspace), bars.collect()).color(ink)
        })
        .collect();
    const YEAR_PT: f32 = 40.0;
    let years = egui_plot::AxisHints::new_x()
        .formatter(|mark, seen| match mark.value > *seen.end() - 0.4 {
            // There is no room for it.
            true => String::new(),
            false => format!("{:.0}", mark.value),
        })
        .label_spacing(egui::Rangef::new(YEAR_PT, YEAR_PT + 10.0));
    Plot::new("years")
        .height(220.0)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .y_axis_min_width(34.0)
        .grid_color(look::color(theme.rule))
        .x_grid_spacer(egui_plot::uniform_grid_spacer(|_| [1.0, 5.0, 25.0]))
        .custom_x_axes(vec![years])
        .show(ui, |plot| {
            for chart in charts {
                plot.bar_chart(chart);
            }
        });
}

/// Who met whom how often; gives the two whose number was clicked.
fn matrix(ui: &mut egui::Ui, counts: &Counts, workspace: &Workspace) -> Option<[PersonId; 2]> {
    let mut clicked = None;
    let roll = workspace.view().roll();
    let theme = look::theme(ui.ctx());
    let most = counts
        .pairs
        .iter()
        .flatten()
        .max()
        .copied()
        .unwrap_or(0)
        .max(1) as f64;
    const CELL: egui::Vec2 = egui::vec2(64.0, look::TARGET);
    let centred = egui::Layout::top_down(egui::Align::Center);
    // Who met nobody of the others needs no row.
    let meets = |a: &usize| counts.pairs[*a].iter().any(|n| *n > 0);
    let shown: Vec<usize> = (0..counts.persons.len()).filter(meets).collect();
    egui::Grid::new("met").spacing([4.0, 4.0]).show(ui, |ui| {
        ui.label("");
        for person in shown.iter().map(|place| counts.persons[*place]) {
            let size = egui::vec2(CELL.x, 30.0);
            ui.allocate_ui_with_layout(size, centred, |ui| {
                let text = egui::RichText::new(crate::font::line(name(person, workspace)));
                ui.set_min_size(size);
                ui.add(egui::Label::new(text.size(11.0)).wrap());
            });
        }
        ui.end_row();
        for &a in &shown {
            let row = &counts.pairs[a];
            ui.horizontal(|ui| {
                let color = theme.track(roll.color(counts.persons[a]));
                let (area, _) =
                    ui.allocate_exact_size(egui::Vec2::splat(11.0), egui::Sense::empty());
                ui.painter().rect_filled(area, 3.0, look::color(color));
                ui.label(crate::font::line(name(counts.persons[a], workspace)));
            });
            for &b in &shown {
                let n = &row[b];
                if *n == 0 {
                    let nothing = egui::RichText::new(if a == b { "–" } else { "·" }).weak();
                    ui.allocate_ui_with_layout(CELL, centred, |ui| {
                        ui.set_min_size(CELL);
                        ui.label(nothing);
                    });
                    continue;
                }
                let share = (*n as f64 / most).sqrt();
                let fill = look::color(theme.accent.over(theme.background, 0.08 + 0.3 * share));
                let number = egui::Button::new(n.to_string()).fill(fill).min_size(CELL);
                let response = ui.add(number);
                let words = met_words(a, b, *n, counts, workspace, workspace.interface());
                response
                    .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &words));
                if response.on_hover_text(&words).clicked() {
                    let id = |place: usize| roll.persons()[counts.persons[place] as usize].clone();
                    clicked = Some([id(a), id(b)]);
                }
            }
            ui.end_row();
        }
    });
    clicked
}

fn met_words(
    a: usize,
    b: usize,
    n: usize,
    counts: &Counts,
    workspace: &Workspace,
    interface: Interface,
) -> String {
    let message = Message::new("statistics-pair")
        .with("first", name(counts.persons[a], workspace))
        .with("last", name(counts.persons[b], workspace))
        .with("n", n);
    say(&message, interface)
}
