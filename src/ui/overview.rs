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

/// Free room at both ends, as a share of the whole time.
const ASIDE: f64 = 0.012;
/// Height of the line of years, in points.
const YEARS_PT: f32 = 16.0;

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
            .sense(egui::Sense::click_and_drag())
            .height(height);
        // Room at both ends, and for the years below.
        let aside = (end - start) as f64 * ASIDE;
        let below = most * 1.15 * f64::from(YEARS_PT / (height - YEARS_PT).max(1.0));
        let shown = plot.show(ui, |plot_ui| {
            plot_ui.set_plot_bounds(egui_plot::PlotBounds::from_min_max(
                [start as f64 - aside, -below],
                [end as f64 + aside, most * 1.15],
            ));
            for (chart, _) in charts {
                plot_ui.bar_chart(chart);
            }
            let span = Span::new("", window.0..=window.1)
                .fill(accent.gamma_multiply(0.07))
                .border(egui::Stroke::new(1.5, accent));
            plot_ui.span(span);
        });
        years(ui, &shown.transform, start, end, theme);
        grip(ui, &shown.transform, window, accent);
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

/// The years along the lower edge, as many as there is room for.
fn years(
    ui: &egui::Ui,
    transform: &egui_plot::PlotTransform,
    start: i64,
    end: i64,
    theme: &crate::scene::Theme,
) {
    const YEAR_PT: f32 = 52.0;
    let frame = *transform.frame();
    let (first, last) = (Day::of(start).year(), Day::of(end - 1).year());
    let most = (frame.width() / YEAR_PT).max(1.0) as i32;
    let fits = |step: &i32| (last - first) / step < most;
    let steps = (0..7).flat_map(|power| [1, 2, 5].map(|one| one * 10_i32.pow(power)));
    let step = steps.into_iter().find(fits).unwrap_or(1);
    let ink = look::color(theme.muted);
    let font = egui::FontId::proportional(10.5);
    let painter = ui.painter_at(frame);
    for year in (first.div_euclid(step)..=last.div_euclid(step)).map(|n| n * step) {
        let Some(day) = Day::from_ymd(year, 1, 1) else {
            continue;
        };
        let x = transform.position_from_point_x(day.start() as f64);
        let words = painter.layout_no_wrap(year.to_string(), font.clone(), ink);
        // The first year has begun before the strip does.
        let x = if year == first {
            x.max(frame.left())
        } else {
            x
        };
        if x < frame.left() - 0.5 || x + words.size().x + 4.0 > frame.right() {
            continue;
        }
        let base = frame.bottom() - YEARS_PT;
        painter.vline(
            x,
            base..=base + 5.0,
            egui::Stroke::new(1.0, ink.gamma_multiply(0.6)),
        );
        painter.galley(egui::pos2(x + 3.0, base + 2.0), words, ink);
    }
}

/// A window too narrow to be taken hold of gets a grip.
fn grip(
    ui: &egui::Ui,
    transform: &egui_plot::PlotTransform,
    window: (f64, f64),
    accent: egui::Color32,
) {
    let x = |at: f64| transform.position_from_point_x(at);
    let (left, right) = (x(window.0), x(window.1));
    if right - left < look::TARGET {
        let frame = *transform.frame();
        let at = egui::pos2((left + right) / 2.0, frame.top() + 7.0);
        let area = egui::Rect::from_center_size(at, egui::vec2(look::TARGET, 10.0));
        ui.painter_at(frame.expand2(egui::vec2(look::TARGET, 0.0)))
            .rect_filled(area, 5.0, accent);
    }
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

/// How many events lie in each bar, by place in the palette; those of persons without a track together.
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
            let bar = |at: i64| (((at - start).max(0) as f64 / width) as usize).min(BARS - 1);
            // What lies somewhere in a window counts a little in each bar of it.
            let (from, to) = roll.span(number);
            let bars = bar(from)..=bar(to.max(from + 1) - 1);
            let share = 1.0 / bars.clone().count() as f64;
            let mut add = |color: Option<usize>| {
                let heights = self
                    .by_color
                    .entry(color)
                    .or_insert_with(|| vec![0.0; BARS]);
                for height in &mut heights[bars.clone()] {
                    *height += share;
                }
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
