//! The overview strip: events per time and leader at true scale, with the window as a draggable span.

use super::look;
use crate::chronology::PersonId;
use crate::layout::Scale;
use crate::time::{Day, Interval};
use crate::words::word;
use crate::workspace::{Command, Move, Workspace};
use egui_plot::{Bar, BarChart, Plot, PlotPoint, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Bars over the whole time; more are finer, and thinner than a pixel.
const BARS: usize = 160;

/// What the strip remembers while the window's span is dragged.
#[derive(Default)]
pub(super) struct State {
    /// How far right of the span's middle it was grasped, as a share of the whole time; 0 when grasped
    /// outside it.
    grasp: f64,
    heights: Heights,
}

/// Draws the strip and takes drags on it.
pub(super) fn ui(
    ui: &mut egui::Ui,
    workspace: &Workspace,
    wishes: &mut Vec<Command>,
    state: &mut State,
) {
    let view = workspace.view();
    let theme = look::theme(ui.ctx());
    let Some((start, end)) = extent(view.scale()) else {
        return;
    };
    let height = ui.available_height() - 8.0;
    ui.horizontal(|ui| {
        ui.set_min_height(height);
        // The strip begins where the tracks do.
        ui.spacing_mut().item_spacing.x = 0.0;
        let width = view.viewport.left_px.max(90.0) as f32;
        ui.allocate_ui_with_layout(
            egui::vec2(width, ui.available_height()),
            egui::Layout::top_down(egui::Align::Min),
            |ui| {
                ui.set_min_width(width);
                ui.add_space(12.0);
                ui.horizontal(|ui| {
                    ui.add_space(14.0);
                    ui.vertical(|ui| {
                        ui.label(
                            egui::RichText::new(word("overview", workspace.interface()))
                                .font(look::medium(12.5)),
                        );
                        let years = (Day::of(start).year(), Day::of(end - 1).year());
                        let years = if years.0 == years.1 {
                            years.0.to_string()
                        } else {
                            format!("{} – {}", years.0, years.1)
                        };
                        ui.label(
                            egui::RichText::new(years)
                                .small()
                                .color(ui.visuals().weak_text_color()),
                        );
                    });
                });
            },
        );
        state.heights.follow(workspace, start, end);
        let charts = charts(&state.heights, start, end, theme);
        let most = charts.iter().map(|(_, top)| *top).fold(1.0, f64::max);
        let window = window(workspace);
        let accent = look::color(theme.accent);
        let plot = Plot::new("overview")
            .allow_drag(false)
            .allow_zoom(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_axis_zoom_drag(false)
            .allow_double_click_reset(false)
            .show_axes(false)
            .show_grid(false)
            .show_background(false)
            .show_x(false)
            .show_y(false)
            .cursor_color(egui::Color32::TRANSPARENT)
            .set_margin_fraction(egui::Vec2::ZERO)
            .default_x_bounds(start as f64, end as f64)
            .default_y_bounds(0.0, most * 1.15)
            .sense(egui::Sense::click_and_drag())
            .height(height);
        let shown = plot.show(ui, |plot_ui| {
            plot_ui.set_plot_bounds(egui_plot::PlotBounds::from_min_max(
                [start as f64, 0.0],
                [end as f64, most * 1.15],
            ));
            for (chart, _) in charts {
                plot_ui.bar_chart(chart);
            }
            let span = Span::new("", window.0..=window.1)
                .fill(accent.gamma_multiply(0.14))
                .border(egui::Stroke::new(1.5, accent));
            plot_ui.span(span);
        });
        let name = word("overview-window", workspace.interface());
        shown
            .response
            .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Slider, true, &name));
        let pulled = shown.response.dragged() || shown.response.clicked();
        if let Some(at) = shown.response.interact_pointer_pos().filter(|_| pulled) {
            let PlotPoint { x, .. } = shown.transform.value_from_position(at);
            let length = view.scale().length().max(1.0);
            let share = view.scale().position(x as i64) / length;
            let (from, to) = (view.viewport.from / length, view.viewport.to / length);
            if shown.response.drag_started() {
                let is_inside = (from..=to).contains(&share);
                state.grasp = if is_inside {
                    share - (from + to) / 2.0
                } else {
                    0.0
                };
            } else if shown.response.clicked() {
                state.grasp = 0.0;
            }
            wishes.push(Command::View(Move::Centre(share - state.grasp)));
        }
        if shown.response.hovered() {
            ui.ctx().set_cursor_icon(egui::CursorIcon::Grab);
        }
    });
}

fn extent(scale: &Scale) -> Option<(i64, i64)> {
    let pieces = scale.pieces();
    let (start, end) = (pieces.first()?.start, pieces.last()?.end);
    (start < end).then_some((start, end))
}

/// The stretch of time in the window, in true time.
fn window(workspace: &Workspace) -> (f64, f64) {
    let view = workspace.view();
    let Interval { start, end } = view.viewport.interval(view.scale());
    (start.unwrap_or(0) as f64, end.unwrap_or(0) as f64)
}

/// How many events begin in each bar, by place in the palette; those of persons without a track together.
#[derive(Default)]
struct Heights {
    of: (u64, usize, i64, i64, Vec<PersonId>),
    by_color: BTreeMap<Option<usize>, Vec<f64>>,
}

impl Heights {
    /// Counts anew where something else is shown; walking a million events takes some milliseconds.
    fn follow(&mut self, workspace: &Workspace, start: i64, end: i64) {
        let view = workspace.view();
        let (roll, choice) = (view.roll(), &view.choice);
        let n_shown = view.index().n_shown();
        let now = (roll.revision(), n_shown, start, end, choice.tracks.clone());
        if self.of == now {
            return;
        }
        self.of = now;
        self.by_color.clear();
        let width = bar_width(start, end);
        let tracks: BTreeSet<u32> = choice
            .tracks
            .iter()
            .filter_map(|id| roll.person(id))
            .collect();
        for number in 0..roll.n_dated() as u32 {
            if choice.hidden_kinds.contains(&roll.kind(number)) {
                continue;
            }
            let bar = ((roll.at(number) - start).max(0) as f64 / width) as usize;
            let mut add = |color: Option<usize>| {
                let heights = self
                    .by_color
                    .entry(color)
                    .or_insert_with(|| vec![0.0; BARS]);
                heights[bar.min(BARS - 1)] += 1.0;
            };
            let own = roll
                .who(number)
                .iter()
                .filter(|person| tracks.contains(person));
            let mut has_own = false;
            for person in own {
                has_own = true;
                add(Some(roll.color(*person)));
            }
            if !has_own {
                add(None);
            }
        }
    }
}

fn bar_width(start: i64, end: i64) -> f64 {
    ((end - start) as f64 / BARS as f64).max(1.0)
}

/// Bars stacked by track, with the height that each stack reaches.
fn charts(
    heights: &Heights,
    start: i64,
    end: i64,
    theme: &crate::scene::Theme,
) -> Vec<(BarChart, f64)> {
    let width = bar_width(start, end);
    let mut tops = vec![0.0; BARS];
    let mut charts = Vec::new();
    for (track, heights) in &heights.by_color {
        let ink = look::color(track.map_or(theme.muted, |place| theme.track(place)));
        let bars = heights
            .iter()
            .enumerate()
            .filter(|(_, height)| **height > 0.0)
            .map(|(at, height)| {
                let x = start as f64 + (at as f64 + 0.5) * width;
                let bar = Bar::new(x, *height)
                    .width(width * 0.86)
                    .base_offset(tops[at])
                    .fill(ink)
                    .stroke(egui::Stroke::NONE);
                tops[at] += height;
                bar
            })
            .collect();
        let top = tops.iter().copied().fold(0.0, f64::max);
        charts.push((BarChart::new("", bars).allow_hover(false), top));
    }
    charts
}
