//! The timeline widget: size, sense, paint, wishes. It alone knows its size, so it lays out and draws.

use super::look;
use super::paint::paint;
use crate::chronology::{EventId, PersonId};
use crate::layout::{Layout, Track, lay_out};
use crate::scene::{Hit, Scene, Target, draw};
use crate::workspace::{Command, Move, Workspace};

/// What the canvas remembers between frames.
#[derive(Default)]
pub(super) struct State {
    /// The last layout: labels keep their places by it.
    before: Option<Layout>,
    /// The tooltip is not shown while something is dragged.
    is_dragging: bool,
    /// The event and the track that the rows were last scrolled to.
    followed: (Option<EventId>, Option<PersonId>),
}

impl State {
    /// The middle of the time in view, in pixels from the canvas' left edge.
    pub(super) fn middle(&self, workspace: &Workspace) -> f64 {
        let viewport = workspace.view().viewport;
        (viewport.left_px + viewport.width_px) / 2.0
    }
}

/// How much a step of the wheel zooms: points of scrolling for a factor of e.
const WHEEL: f64 = 240.0;

/// Draws the timeline and takes gestures on it.
pub(super) fn ui(
    ui: &mut egui::Ui,
    workspace: &Workspace,
    wishes: &mut Vec<Command>,
    state: &mut State,
) {
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
    let layout = lay_out(
        workspace.chronology(),
        view.index(),
        &view.choice,
        view.scale(),
        &view.viewport,
        workspace.interface(),
        state.before.as_ref(),
    );
    let scene = draw(&layout, look::theme(ui.ctx()));
    paint(&ui.painter_at(area), &scene, area.min);
    name_marks(ui, &scene, area, workspace, wishes);
    gestures(
        ui, &response, area, &scene, &layout, workspace, wishes, state,
    );
    follow(&layout, workspace, wishes, state);
    state.before = Some(layout);
}

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
    ui: &egui::Ui,
    scene: &Scene,
    area: egui::Rect,
    workspace: &Workspace,
    wishes: &mut Vec<Command>,
) {
    for (number, hit) in scene.hits.iter().enumerate() {
        let Some(first) = hit.areas.first() else {
            continue;
        };
        let corner = area.min + egui::vec2(first.x as f32, first.y as f32);
        let size = egui::vec2(first.width as f32, first.height as f32);
        let id = ui.scope_id().with(("hit", number));
        // Senses nothing of its own: the canvas below finds what is nearest to the pointer.
        let response = ui.interact(
            egui::Rect::from_min_size(corner, size).intersect(area),
            id,
            egui::Sense::empty(),
        );
        let selected = matches!(hit.target, Target::Event(event) if workspace.view().choice.selected == Some(event));
        response.widget_info(|| {
            let words = hit.words(workspace.chronology(), workspace.interface());
            egui::WidgetInfo::selected(egui::Role::Button, true, selected, words)
        });
        let clicked = ui.input(|input| {
            input.has_accesskit_action_request(response.id, egui::accesskit::Action::Click)
        });
        if clicked {
            wishes.extend(on_click(hit, workspace));
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
    if response.dragged() {
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
            wishes.extend(on_double_click(hit, workspace));
        } else if response.clicked() {
            wishes.extend(on_click(hit, workspace));
        }
    } else if response.clicked() {
        wishes.push(Command::View(Move::Select(None)));
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
        Target::More { interval, .. } => Move::Show(*interval),
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
