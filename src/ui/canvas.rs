//! The timeline widget: size, sense, paint, wishes. It alone knows its size, so it lays out and draws.

use super::look;
use super::paint::paint;
use super::table::Stretch;
use crate::chronology::{EventId, PersonId};
use crate::layout::{Layout, Track, Viewport, lay_out};
use crate::scene::{Hit, Scene, Target, draw};
use crate::time::Granularity;
use crate::words::{Message, say, say_interval, word};
use crate::workspace::{Command, Move, Workspace};
use std::collections::BTreeMap;

/// What the canvas remembers between frames.
#[derive(Default)]
pub(super) struct State {
    /// The last layout: labels keep their places by it.
    before: Option<Layout>,
    /// The tooltip is not shown while something is dragged.
    is_dragging: bool,
    /// Where a box to zoom to begins, while it is drawn.
    box_from: Option<f64>,
    /// The person whose track is dragged to another place.
    moving: Option<PersonId>,
    /// What a click asked to list, and when: a double click asks for something else.
    clicked: Option<(f64, Stretch)>,
    /// What is to be listed.
    listed: Option<Stretch>,
    /// The person whose track the menu is for.
    menu_for: Option<PersonId>,
    /// How the window moves to where a jump led.
    flight: Flight,
    /// The event and the track that the rows were last scrolled to.
    followed: (Option<EventId>, Option<PersonId>),
}

impl State {
    /// Where keys zoom, in pixels from the canvas' left edge: at the selected event, or in the middle of the time
    /// in view.
    pub(super) fn focus(&self, workspace: &Workspace) -> f64 {
        let view = workspace.view();
        let viewport = view.viewport;
        let event = view
            .choice
            .selected
            .and_then(|id| workspace.chronology().event(id));
        let middle = event.and_then(|event| event.when.interval.middle());
        let x = middle.map(|at| viewport.x_from_time(at, view.scale()));
        x.filter(|x| (viewport.left_px..viewport.width_px).contains(x))
            .unwrap_or((viewport.left_px + viewport.width_px) / 2.0)
    }
}

/// How much a step of the wheel zooms: points of scrolling for a factor of e.
const WHEEL: f64 = 240.0;

/// Draws the timeline and takes gestures on it; gives what is to be listed.
pub(super) fn ui(
    ui: &mut egui::Ui,
    workspace: &Workspace,
    wishes: &mut Vec<Command>,
    state: &mut State,
) -> Option<Stretch> {
    let (area, response) =
        ui.allocate_exact_size(ui.available_size(), egui::Sense::click_and_drag());
    let (width_px, height_px) = (f64::from(area.width()), f64::from(area.height()));
    let view = workspace.view();
    if (view.viewport.width_px, view.viewport.height_px) != (width_px, height_px) {
        wishes.push(Command::View(Move::Resize {
            width_px,
            height_px,
        }));
        ui.ctx().request_repaint();
    }
    let viewport = state.flight.follow(ui, workspace);
    let layout = lay_out(
        workspace.chronology(),
        view.index(),
        &view.choice,
        view.scale(),
        &viewport,
        workspace.interface(),
        state.before.as_ref(),
    );
    let scene = draw(&layout, look::theme(ui.ctx()));
    paint(&ui.painter_at(area), &scene, area.min);
    name_marks(ui, &scene, &layout, area, workspace, wishes, state);
    track_menu(&response, area, &scene, workspace, wishes, state);
    gestures(
        ui, &response, area, &scene, &layout, workspace, wishes, state,
    );
    follow(&layout, workspace, wishes, state);
    state.before = Some(layout);
    let now = ui.input(|input| input.time);
    if let Some((at, stretch)) = &state.clicked {
        let left = at + DOUBLE_CLICK_SECONDS - now;
        match left > 0.0 {
            true => ui.ctx().request_repaint_after_secs(left as f32),
            false => {
                state.listed = Some(stretch.clone());
                state.clicked = None;
            }
        }
    }
    state.listed.take()
}

/// Within this time a second click makes a double click of the first.
const DOUBLE_CLICK_SECONDS: f64 = 0.3;

/// Scrolls a newly selected event's row into view, if none of its rows is; and another participant's, when
/// the keyboard goes there.
fn follow(layout: &Layout, workspace: &Workspace, wishes: &mut Vec<Command>, state: &mut State) {
    let view = workspace.view();
    let now = (view.choice.selected, view.track.clone());
    if state.followed == now {
        return;
    }
    let is_same_event = state.followed.0 == now.0;
    state.followed = now;
    let event = view.choice.selected;
    let Some(event) = event.and_then(|id| workspace.chronology().event(id)) else {
        return;
    };
    let (top, bottom) = (layout.top_px, layout.viewport.height_px);
    let in_view = |row: &&Track| row.top >= top && row.top + row.height <= bottom;
    let is_its = |row: &&Track| match &row.person {
        Some(person) => event.participants.contains(person),
        None => true,
    };
    // The shared row is the last: an event is there only if it has no other.
    let Some(first) = layout.tracks.iter().find(is_its) else {
        return;
    };
    let has_own = first.person.is_some();
    let its =
        || (layout.tracks.iter().filter(is_its)).filter(|row| row.person.is_some() == has_own);
    let row = its().find(|row| row.person == view.track).unwrap_or(first);
    let is_seen = match is_same_event {
        true => in_view(&row),
        false => its().any(|row| in_view(&row)),
    };
    if !is_seen {
        let middle = row.top + row.height / 2.0;
        wishes.push(Command::View(Move::Scroll {
            dy: middle - (top + bottom) / 2.0,
            content_px: layout.content_px,
        }));
    }
}

/// Each thing that can be pointed at becomes a node for screen readers, by the same name that tests use.
fn name_marks(
    ui: &mut egui::Ui,
    scene: &Scene,
    layout: &Layout,
    area: egui::Rect,
    workspace: &Workspace,
    wishes: &mut Vec<Command>,
    state: &mut State,
) {
    // Without a screen reader nobody asks for the names.
    if ui
        .ctx()
        .accesskit_node_builder(ui.unique_id(), |_| ())
        .is_none()
    {
        return;
    }
    // Tracks are lists, and what stands on a track is an item of its list; the axis is a list of its own.
    let mut lists: BTreeMap<Option<usize>, Vec<(usize, &Hit)>> = BTreeMap::new();
    for (number, hit) in scene.hits.iter().enumerate() {
        if let Some(first) = hit.areas.first() {
            let y = first.y + 1.0;
            let row = layout
                .tracks
                .iter()
                .position(|one| one.top <= y && y < one.bottom());
            lists.entry(row).or_default().push((number, hit));
        }
    }
    for (row, hits) in lists {
        let salt = egui::UiBuilder::new().id_salt(("list", row)).max_rect(area);
        let list = ui.new_child(salt);
        let name = row.map_or_else(
            || word("picture-axis", workspace.interface()),
            |row| {
                let name = layout.tracks[row].full_name.as_str();
                say(
                    &Message::new("picture-track").with("name", name),
                    workspace.interface(),
                )
            },
        );
        ui.ctx().accesskit_node_builder(list.unique_id(), |node| {
            node.set_role(egui::accesskit::Role::List);
            node.set_label(name);
        });
        for (number, hit) in hits {
            name_mark(&list, number, hit, area, workspace, wishes, state);
        }
    }
}

fn name_mark(
    list: &egui::Ui,
    number: usize,
    hit: &Hit,
    area: egui::Rect,
    workspace: &Workspace,
    wishes: &mut Vec<Command>,
    state: &mut State,
) {
    let first = hit.areas[0];
    let corner = area.min + egui::vec2(first.x as f32, first.y as f32);
    let size = egui::vec2(first.width as f32, first.height as f32);
    // Senses nothing of its own: the canvas below finds what is nearest to the pointer.
    let response = list.interact(
        egui::Rect::from_min_size(corner, size).intersect(area),
        list.scope_id().with(("hit", number)),
        egui::Sense::empty(),
    );
    let selected = matches!(hit.target, Target::Event(event) if workspace.view().choice.selected == Some(event));
    response.widget_info(|| {
        let words = hit.words(workspace.chronology(), workspace.interface());
        egui::WidgetInfo::selected(egui::Role::Button, true, selected, words)
    });
    list.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::ListItem);
    });
    let clicked = list.input(|input| {
        input.has_accesskit_action_request(response.id, egui::accesskit::Action::Click)
    });
    if clicked {
        match stretch_of(hit, workspace) {
            Some(stretch) => state.listed = Some(stretch),
            None => wishes.extend(on_click(hit, workspace)),
        }
    }
}

#[allow(clippy::too_many_arguments)] // a frame's worth of things that only this function joins
fn gestures(
    ui: &egui::Ui,
    response: &egui::Response,
    area: egui::Rect,
    scene: &Scene,
    layout: &Layout,
    workspace: &Workspace,
    wishes: &mut Vec<Command>,
    state: &mut State,
) {
    let pointer = response
        .hover_pos()
        .map(|at| ((at.x - area.min.x).into(), (at.y - area.min.y).into()));
    if box_zoom(ui, response, area, layout, wishes, state)
        || move_track(ui, response, area, layout, workspace, wishes, state)
    {
        return;
    }
    if response.dragged_by(egui::PointerButton::Primary) {
        state.is_dragging = true;
        let moved = response.drag_delta();
        wishes.push(Command::View(Move::Pan(f64::from(moved.x))));
        wishes.push(Command::View(Move::Scroll {
            dy: -f64::from(moved.y),
            content_px: layout.content_px,
        }));
        ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
    } else {
        state.is_dragging = false;
    }
    let Some((x, y)): Option<(f64, f64)> = pointer else {
        hover(None, workspace, wishes);
        return;
    };
    wheel(ui, x, layout, wishes);
    let hit = scene.hit(x, y);
    hover(hit, workspace, wishes);
    if let Some(hit) = hit.filter(|_| !state.is_dragging) {
        ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
        let words = hit.words(workspace.chronology(), workspace.interface());
        response.clone().on_hover_text_at_pointer(words);
        if response.double_clicked() {
            state.clicked = None;
            wishes.extend(on_double_click(hit, workspace));
        } else if response.clicked() {
            match stretch_of(hit, workspace) {
                Some(stretch) => state.clicked = Some((ui.input(|input| input.time), stretch)),
                None => wishes.extend(on_click(hit, workspace)),
            }
        }
    } else if response.clicked() {
        wishes.push(Command::View(Move::Select(None)));
    }
}

/// Shift and drag draw a box to zoom to; gives whether one is being drawn.
fn box_zoom(
    ui: &egui::Ui,
    response: &egui::Response,
    area: egui::Rect,
    layout: &Layout,
    wishes: &mut Vec<Command>,
    state: &mut State,
) -> bool {
    let at = response
        .interact_pointer_pos()
        .map(|at| f64::from(at.x - area.min.x));
    let within = |x: f64| x.clamp(layout.viewport.left_px, layout.viewport.width_px);
    if response.drag_started() && ui.input(|input| input.modifiers.shift) {
        let moved = f64::from(response.total_drag_delta().map_or(0.0, |moved| moved.x));
        state.box_from = at.map(|x| within(x - moved));
    }
    let Some(from) = state.box_from else {
        return false;
    };
    let to = at.map_or(from, within);
    if response.drag_stopped() {
        wishes.push(Command::View(Move::Box(from, to)));
        state.box_from = None;
    }
    let accent = look::color(look::theme(ui.ctx()).accent);
    let edge = |x: f64| area.min.x + x as f32;
    let chosen = egui::Rect::from_x_y_ranges(
        edge(from.min(to))..=edge(from.max(to)),
        area.min.y..=area.max.y,
    );
    let outline = egui::Stroke::new(1.5, accent);
    ui.painter_at(area).rect(
        chosen,
        0.0,
        accent.gamma_multiply(0.12),
        outline,
        egui::StrokeKind::Inside,
    );
    true
}

/// A track is dragged by its head to another place; gives whether one is.
fn move_track(
    ui: &egui::Ui,
    response: &egui::Response,
    area: egui::Rect,
    layout: &Layout,
    workspace: &Workspace,
    wishes: &mut Vec<Command>,
    state: &mut State,
) -> bool {
    let at = response.interact_pointer_pos().map(|at| at - area.min);
    let row_at = |y: f64| {
        let is_there = |track: &Track| track.top <= y && y < track.bottom();
        layout.tracks.iter().position(is_there)
    };
    if response.drag_started_by(egui::PointerButton::Primary) {
        let from = at
            .zip(response.total_drag_delta())
            .map(|(at, moved)| at - moved);
        let head = from.filter(|from| f64::from(from.x) < layout.head_px);
        let row = head.and_then(|from| row_at(f64::from(from.y)));
        state.moving = row.and_then(|row| layout.tracks[row].person.clone());
    }
    let Some(person) = state.moving.clone() else {
        return false;
    };
    let is_its = |track: &Track| track.person.as_ref() == Some(&person);
    let (Some(from), Some(at)) = (layout.tracks.iter().position(is_its), at) else {
        state.moving = None;
        return false;
    };
    // The shared track stays the last.
    let last = layout
        .tracks
        .iter()
        .filter(|track| track.person.is_some())
        .count()
        - 1;
    let y = f64::from(at.y).max(layout.top_px);
    let to = row_at(y).unwrap_or(last).min(last);
    if response.drag_stopped() {
        state.moving = None;
        let tracks = &workspace.view().choice.tracks;
        let place = |id: &PersonId| tracks.iter().position(|known| known == id);
        let target = layout.tracks[to].person.as_ref().and_then(place);
        if let Some((from, to)) = place(&person).zip(target).filter(|(from, to)| from != to) {
            let by = to as isize - from as isize;
            wishes.push(Command::View(Move::MoveTrack(person, by)));
        }
        return true;
    }
    let row = &layout.tracks[to];
    let edge = if to > from { row.bottom() } else { row.top };
    let y = area.min.y + edge as f32;
    let accent = look::color(look::theme(ui.ctx()).accent);
    let painter = ui.painter_at(area);
    if to != from {
        painter.hline(area.x_range(), y, egui::Stroke::new(2.5, accent));
    }
    let own = &layout.tracks[from];
    let head = egui::Rect::from_min_max(
        area.min + egui::vec2(0.0, own.top as f32),
        area.min + egui::vec2(layout.head_px as f32, own.bottom() as f32),
    );
    painter.rect_filled(head, 0.0, accent.gamma_multiply(0.12));
    ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
    true
}

/// What can be done with a track, on its head.
fn track_menu(
    response: &egui::Response,
    area: egui::Rect,
    scene: &Scene,
    workspace: &Workspace,
    wishes: &mut Vec<Command>,
    state: &mut State,
) {
    if response.secondary_clicked() {
        let at = response.interact_pointer_pos();
        let hit =
            at.and_then(|at| scene.hit((at.x - area.min.x).into(), (at.y - area.min.y).into()));
        state.menu_for = match hit.map(|hit| &hit.target) {
            Some(Target::Track(person)) => Some(person.clone()),
            _ => None,
        };
    }
    let Some(id) = state.menu_for.clone() else {
        return;
    };
    let interface = workspace.interface();
    let choice = &workspace.view().choice;
    let person = workspace.chronology().person(&id);
    let name = person.map_or(id.as_str(), |person| person.name.as_str());
    let folded = match choice.collapsed.contains(&id) {
        true => "track-expand",
        false => "track-collapse",
    };
    let pin = match choice.pinned.contains(&id) {
        true => "track-unpin",
        false => "track-pin",
    };
    let together = match choice.together.contains(&id) {
        true => "track-not-only",
        false => "track-only",
    };
    let only = say(&Message::new(together).with("name", name), interface);
    response.context_menu(|ui| {
        ui.set_min_width(200.0);
        for (words, change) in [
            (only, Move::ToggleTogether(id.clone())),
            (word(pin, interface), Move::TogglePin(id.clone())),
            (word("track-up", interface), Move::MoveTrack(id.clone(), -1)),
            (
                word("track-down", interface),
                Move::MoveTrack(id.clone(), 1),
            ),
            (word(folded, interface), Move::ToggleCollapsed(id.clone())),
            (word("track-hide", interface), Move::ToggleTrack(id.clone())),
        ] {
            if ui.button(words).clicked() {
                wishes.push(Command::View(change));
                ui.close();
            }
        }
    });
}

/// How the window moves to where a jump led, so that the eye can follow.
#[derive(Default)]
struct Flight {
    n_jumps: u64,
    /// What was seen last.
    seen: Option<(f64, f64)>,
    /// When the flight began, and from where.
    from: Option<(f64, (f64, f64))>,
}

impl Flight {
    /// How long a flight takes, in seconds.
    const SECONDS: f64 = 0.15;

    /// What is to be seen now.
    fn follow(&mut self, ui: &egui::Ui, workspace: &Workspace) -> Viewport {
        let view = workspace.view();
        let mut viewport = view.viewport;
        let now = ui.input(|input| input.time);
        if self.n_jumps != view.n_jumps {
            self.n_jumps = view.n_jumps;
            self.from = self.seen.filter(|_| !view.is_still).map(|seen| (now, seen));
        }
        if let Some((begun, (from, to))) = self.from {
            let share = ((now - begun) / Self::SECONDS).clamp(0.0, 1.0);
            let share = 1.0 - (1.0 - share).powi(3);
            let between = |a: f64, b: f64| a + (b - a) * share;
            // The length changes by the same factor each moment, as it does under the wheel.
            let length = between((to - from).ln(), (viewport.to - viewport.from).ln()).exp();
            let middle = between((from + to) / 2.0, (viewport.from + viewport.to) / 2.0);
            if share < 1.0 {
                (viewport.from, viewport.to) = (middle - length / 2.0, middle + length / 2.0);
                ui.ctx().request_repaint();
            } else {
                self.from = None;
            }
        }
        self.seen = Some((viewport.from, viewport.to));
        viewport
    }
}

fn hover(hit: Option<&Hit>, workspace: &Workspace, wishes: &mut Vec<Command>) {
    let event = hit.and_then(|hit| match hit.target {
        Target::Event(event) => Some(event),
        _ => None,
    });
    if workspace.view().choice.hovered != event {
        wishes.push(Command::View(Move::Hover(event)));
    }
}

/// The wheel zooms at the pointer, over the track heads it scrolls the tracks; sideways, and with shift, it
/// pans; pinch and ctrl+wheel zoom.
fn wheel(ui: &egui::Ui, x: f64, layout: &Layout, wishes: &mut Vec<Command>) {
    let (scroll, pinch) =
        ui.input(|input| (input.smooth_scroll_delta(), f64::from(input.zoom_delta())));
    if (pinch - 1.0).abs() > 1e-6 {
        wishes.push(Command::View(Move::Zoom { x, factor: pinch }));
    }
    if scroll.x != 0.0 {
        wishes.push(Command::View(Move::Pan(f64::from(scroll.x))));
    }
    if scroll.y != 0.0 {
        wishes.push(Command::View(if x < layout.head_px {
            Move::Scroll {
                dy: -f64::from(scroll.y),
                content_px: layout.content_px,
            }
        } else {
            Move::Zoom {
                x,
                factor: (f64::from(scroll.y) / WHEEL).exp(),
            }
        }));
    }
}

fn on_click(hit: &Hit, workspace: &Workspace) -> Vec<Command> {
    let view = workspace.view();
    let change = match &hit.target {
        Target::Event(event) => Move::Select(Some(*event)),
        Target::Track(_) => return Vec::new(),
        Target::Gap(_) => Move::ToggleGaps,
        Target::More { .. } => return Vec::new(),
        Target::Hidden(persons) => {
            let hidden = persons
                .iter()
                .filter(|person| !view.choice.tracks.contains(person));
            return hidden
                .map(|person| Command::View(Move::ToggleTrack(person.clone())))
                .collect();
        }
        Target::Published(articles) => Move::OpenArticle(articles.first().copied()),
    };
    vec![Command::View(change)]
}

/// What a click on a number lists.
fn stretch_of(hit: &Hit, workspace: &Workspace) -> Option<Stretch> {
    let Target::More {
        person, interval, ..
    } = &hit.target
    else {
        return None;
    };
    let interface = workspace.interface();
    let known = person
        .as_ref()
        .and_then(|id| workspace.chronology().person(id));
    let name = known.map_or_else(|| word("picture-others", interface), |one| one.name.clone());
    let time = match interval.is_unknown() {
        true => word("date-none", interface),
        false => say_interval(*interval, Granularity::Day, None, interface),
    };
    Some(Stretch {
        person: person.clone(),
        time: *interval,
        name: format!("{name}, {time}"),
    })
}

fn on_double_click(hit: &Hit, workspace: &Workspace) -> Vec<Command> {
    let interval = match &hit.target {
        Target::Event(event) => workspace
            .chronology()
            .event(*event)
            .map(|event| event.when.interval),
        Target::More { interval, .. } => Some(*interval),
        _ => None,
    };
    interval
        .into_iter()
        .map(|interval| Command::View(Move::Show(interval)))
        .collect()
}
