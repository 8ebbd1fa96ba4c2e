//! What is seen and how: viewport, tracks, selection, look. Undo leaves it alone.

use super::{Move, known};
use crate::chronology::{ArticleId, Chronology, Event, EventId, Kind, PersonId};
use crate::layout::{self, Choice, Index, Roll, Scale, Viewport};
use crate::time::{DAY, Interval};
use crate::words::Interface;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// As the system has it.
    #[default]
    System,
    /// Dark on white.
    Light,
    /// Light on black.
    Dark,
    /// Black on white, with strong lines and colours.
    Contrast,
}

/// What is seen of a chronology.
#[derive(Clone, Debug)]
pub struct View {
    /// Tracks, hidden kinds, what is selected and pointed at.
    pub choice: Choice,
    /// The stretch of time in the window.
    pub viewport: Viewport,
    /// Whether empty years keep their length.
    pub is_true_scale: bool,
    /// The article whose text is open.
    pub article: Option<ArticleId>,
    /// The track that the keyboard is on.
    pub track: Option<PersonId>,
    /// Light or dark.
    pub look: Look,
    /// Language of the interface.
    pub interface: Interface,
    /// Whether zooms and jumps happen at once.
    pub is_still: bool,
    /// How many jumps there were: the window moves to where the last one led.
    pub n_jumps: u64,
    scale: Scale,
    index: Arc<Index>,
    /// Whether the whole time has been fitted to a canvas of a known size.
    is_fitted: bool,
    /// Stretches of time that Back returns to, the latest last.
    before: Vec<(f64, f64)>,
    /// Whether the last move was one of a run of small ones: together they are one step of Back.
    is_roaming: bool,
    /// What is to be shown once the canvas has its size.
    shown_once: Option<Interval>,
    /// Persons who once had a track unasked: unticked, they stay so.
    offered: BTreeSet<PersonId>,
}

/// How a project is looked at, as it lies in its file.
#[derive(Serialize, Deserialize)]
struct Kept {
    tracks: Vec<PersonId>,
    offered: BTreeSet<PersonId>,
    collapsed: BTreeSet<PersonId>,
    pinned: BTreeSet<PersonId>,
    hidden_kinds: BTreeSet<Kind>,
    is_true_scale: bool,
    row_px: Option<f64>,
    shown: Interval,
}

/// Views that Back remembers.
const MOST_BEFORE: usize = 100;
/// A single day shown with so many days around it.
const AROUND_DAYS: i64 = 10;

impl View {
    /// The view of nothing yet.
    pub fn new(interface: Interface) -> Self {
        let scale = Scale::new(Interval::UNKNOWN, &[], false);
        Self {
            choice: Choice::default(),
            viewport: Viewport::fit(&scale, 0.0, 0.0, 0.0),
            is_true_scale: false,
            article: None,
            track: None,
            look: Look::System,
            interface,
            is_still: false,
            n_jumps: 0,
            scale,
            index: Arc::default(),
            is_fitted: false,
            shown_once: None,
            before: Vec::new(),
            is_roaming: false,
            offered: BTreeSet::new(),
        }
    }

    /// Lets go of everything that belongs to what was open; language and look stay.
    pub(super) fn forget(&mut self) {
        let Viewport {
            left_px,
            width_px,
            height_px,
            ..
        } = self.viewport;
        *self = Self {
            look: self.look,
            is_still: self.is_still,
            n_jumps: self.n_jumps,
            ..Self::new(self.interface)
        };
        self.viewport.left_px = left_px;
        self.viewport.width_px = width_px;
        self.viewport.height_px = height_px;
    }

    /// How the project is looked at, to be remembered with it.
    pub(super) fn kept(&self) -> String {
        let shown = self.viewport.interval(&self.scale);
        let kept = Kept {
            tracks: self.choice.tracks.clone(),
            offered: self.offered.clone(),
            collapsed: self.choice.collapsed.clone(),
            pinned: self.choice.pinned.clone(),
            hidden_kinds: self.choice.hidden_kinds.clone(),
            is_true_scale: self.is_true_scale,
            row_px: self.choice.row_px,
            shown,
        };
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// Looks at the project as it was looked at last; what is no longer there is passed over.
    pub(super) fn recall(&mut self, kept: &str, chronology: &Chronology) {
        let Ok(kept) = serde_json::from_str::<Kept>(kept) else {
            return;
        };
        self.choice.tracks = kept.tracks;
        self.choice.collapsed = kept.collapsed;
        self.choice.pinned = kept.pinned;
        self.choice.hidden_kinds = kept.hidden_kinds;
        self.choice.row_px = kept.row_px;
        self.offered = kept.offered;
        self.is_true_scale = kept.is_true_scale;
        self.follow(chronology, true);
        self.shown_once = Some(kept.shown);
        self.show_once();
    }

    /// Shows what is to be shown, once the canvas has its size.
    fn show_once(&mut self) {
        if !self.is_fitted {
            return;
        }
        if let Some(shown) = self.shown_once.take()
            && let (Some(start), Some(end)) = (shown.start, shown.end)
            && start < end
        {
            self.viewport.from = self.scale.position(start);
            self.viewport.to = self.scale.position(end);
        }
    }

    /// The scale that the viewport is on.
    pub fn scale(&self) -> &Scale {
        &self.scale
    }

    /// The events of each track.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Every event in the order of time, with who takes part.
    pub fn roll(&self) -> &Roll {
        self.index.roll()
    }

    /// Follows the chronology after an edit: new leaders get tracks, and what is gone is let go.
    pub(super) fn follow(&mut self, chronology: &Chronology, fit: bool) {
        let roll = self.roll_of(chronology);
        let order = layout::order_tracks(chronology, &roll);
        let takes_part: BTreeSet<&PersonId> = (0..)
            .zip(roll.persons())
            .filter(|(number, _)| roll.count(*number) > 0)
            .map(|(_, person)| person)
            .collect();
        let kept: BTreeSet<PersonId> = self.choice.tracks.iter().cloned().collect();
        let wanted = |person: &PersonId| kept.contains(person) || !self.offered.contains(person);
        let ticked: Vec<PersonId> = kept
            .iter()
            .filter(|person| !order.contains(person) && takes_part.contains(person))
            .cloned()
            .collect();
        // The order stays while somebody reads: only who is new finds a place beside whom it meets.
        let mut tracks: Vec<PersonId> = self.choice.tracks.clone();
        tracks.retain(|person| order.contains(person) || ticked.contains(person));
        for (n, person) in order.iter().enumerate() {
            if !tracks.contains(person) && wanted(person) {
                let above = order[..n].iter().rev();
                let place = above
                    .filter_map(|one| tracks.iter().position(|known| known == one))
                    .next();
                tracks.insert(place.map_or(0, |place| place + 1), person.clone());
            }
        }
        self.choice.tracks = tracks;
        self.choice
            .together
            .retain(|person| takes_part.contains(person));
        // Who is gone comes back as somebody new.
        self.offered.retain(|person| takes_part.contains(person));
        self.offered.extend(order);
        self.choice.selected = known(chronology, self.choice.selected);
        self.choice.hovered = None;
        self.article = self
            .article
            .filter(|article| chronology.article(*article).is_some());
        self.rescale(roll, fit);
    }

    /// The roll of the chronology; made anew only where that has changed.
    fn roll_of(&self, chronology: &Chronology) -> Arc<Roll> {
        match self.roll().revision() == chronology.revision() {
            true => Arc::clone(self.index.roll()),
            false => Arc::new(Roll::new(chronology)),
        }
    }

    fn rescale(&mut self, roll: Arc<Roll>, fit: bool) {
        let shown = self.viewport.interval(&self.scale);
        self.index = Arc::new(Index::new(roll, &self.choice));
        let scale = self.index.scale(Interval::UNKNOWN, self.is_true_scale);
        let old = std::mem::replace(&mut self.scale, scale);
        let moved = |position: f64| self.scale.position(old.time(position).round() as i64);
        for (from, to) in &mut self.before {
            (*from, *to) = (moved(*from), moved(*to));
        }
        self.viewport.left_px = layout::left_px(&self.index, self.viewport.width_px);
        if fit || !self.is_fitted {
            self.fit();
        } else if let (Some(start), Some(end)) = (shown.start, shown.end) {
            (self.viewport.from, self.viewport.to) =
                (self.scale.position(start), self.scale.position(end));
        }
    }

    fn fit(&mut self) {
        let Viewport {
            left_px,
            width_px,
            height_px,
            ..
        } = self.viewport;
        self.viewport = Viewport::fit(&self.scale, left_px, width_px, height_px);
        self.is_fitted = width_px > 0.0;
    }

    pub(super) fn apply(&mut self, change: Move, chronology: &Chronology) {
        self.remember(&change);
        let before = self.seen();
        let jumps = matches!(
            change,
            Move::Fit
                | Move::Show(_)
                | Move::Back
                | Move::Reveal(_)
                | Move::Step(_)
                | Move::StepTrack(_)
                | Move::Box(..)
        );
        match change {
            Move::Resize {
                width_px,
                height_px,
            } => self.resize(width_px, height_px),
            Move::Fit => self.fit(),
            Move::Zoom { x, factor } => self.viewport.zoom_at(x, factor, &self.scale),
            Move::Pan(dx) => self.viewport.pan(dx, &self.scale),
            Move::Scroll { dy, content_px } => self.viewport.scroll(dy, content_px),
            Move::Show(interval) => self.show(interval),
            Move::Centre(share) => self.centre(share),
            Move::Back => self.back(),
            Move::Box(a, b) => self.show_box(a, b),
            Move::ToggleCollapsed(person) => {
                if !self.choice.collapsed.remove(&person) {
                    self.choice.collapsed.insert(person);
                }
            }
            Move::TogglePin(person) => self.toggle_pin(&person),
            Move::MoveTrack(person, by) => self.move_track(&person, by),
            Move::ToggleTogether(person) => {
                if !self.choice.together.remove(&person) {
                    self.choice.together.insert(person);
                }
                self.rescale(Arc::clone(self.index.roll()), true);
            }
            Move::OrderTracks => self.order_tracks(chronology),
            Move::RowHeight(factor) => self.set_row_height(factor),
            Move::ToggleMotion => self.is_still = !self.is_still,
            Move::Select(event) => self.select(event, chronology),
            Move::Reveal(event) => self.reveal(event, chronology),
            Move::Hover(event) => self.choice.hovered = event,
            Move::Step(by) => self.step(by, chronology),
            Move::StepTrack(by) => self.step_track(by, chronology),
            Move::NextParticipant => self.next_participant(chronology),
            Move::OpenArticle(article) => self.article = article,
            Move::ToggleTrack(person) => self.toggle_track(person),
            Move::ToggleKind(kind) => {
                if !self.choice.hidden_kinds.remove(&kind) {
                    self.choice.hidden_kinds.insert(kind);
                }
                self.rescale(Arc::clone(self.index.roll()), false);
            }
            Move::ToggleGaps => {
                self.is_true_scale = !self.is_true_scale;
                self.rescale(Arc::clone(self.index.roll()), true);
            }
            Move::SetLook(look) => self.look = look,
            Move::SetInterface(interface) => self.interface = interface,
        }
        if jumps && self.seen() != before {
            self.n_jumps += 1;
        }
    }

    fn resize(&mut self, width_px: f64, height_px: f64) {
        let left_px = layout::left_px(&self.index, width_px);
        self.viewport.resize(left_px, width_px, height_px);
        if !self.is_fitted {
            self.fit();
        }
        self.show_once();
    }

    fn seen(&self) -> (f64, f64) {
        (self.viewport.from, self.viewport.to)
    }

    /// Keeps what is seen, for Back: before each jump, and before the first of a run of small moves.
    fn remember(&mut self, change: &Move) {
        let is_roaming = match change {
            Move::Zoom { .. } | Move::Pan(_) | Move::Centre(_) => true,
            Move::Step(_) | Move::StepTrack(_) => true,
            Move::Fit | Move::Show(_) | Move::Select(_) | Move::Reveal(_) | Move::Box(..) => false,
            _ => return,
        };
        let is_new = self.before.last() != Some(&self.seen());
        if is_new && !(is_roaming && self.is_roaming) {
            self.before.push(self.seen());
        }
        if self.before.len() > MOST_BEFORE {
            self.before.remove(0);
        }
        self.is_roaming = is_roaming;
    }

    /// Returns to the last stretch that is another than the one seen.
    fn back(&mut self) {
        let now = self.seen();
        self.is_roaming = false;
        while let Some((from, to)) = self.before.pop() {
            if (from, to) != now {
                (self.viewport.from, self.viewport.to) = (from, to);
                return;
            }
        }
    }

    /// Shows a stretch; a short one with some days around it.
    fn show(&mut self, interval: Interval) {
        let short = interval.len().is_some_and(|len| len < AROUND_DAYS * DAY);
        let around = if short { AROUND_DAYS * DAY / 2 } else { 0 };
        let wider = Interval {
            start: interval.start.map(|start| start - around),
            end: interval.end.map(|end| end + around),
        };
        self.viewport.show(wider, &self.scale);
    }

    fn show_box(&mut self, a: f64, b: f64) {
        let at = |x: f64| self.viewport.position_from_x(x.max(self.viewport.left_px));
        let (from, to) = (at(a.min(b)), at(a.max(b)));
        if to - from >= layout::CLOSEST {
            (self.viewport.from, self.viewport.to) = (from, to);
        }
    }

    fn move_track(&mut self, person: &PersonId, by: isize) {
        let tracks = &mut self.choice.tracks;
        if let Some(at) = tracks.iter().position(|known| known == person) {
            let person = tracks.remove(at);
            let to = at.saturating_add_signed(by).min(tracks.len());
            tracks.insert(to, person);
            self.rescale(Arc::clone(self.index.roll()), false);
        }
    }

    /// A track that is pinned stands below those that are pinned already.
    fn toggle_pin(&mut self, person: &PersonId) {
        let is_pinned = self.choice.pinned.remove(person);
        if let Some(at) = self.choice.tracks.iter().position(|known| known == person) {
            let above = &self.choice.tracks[..at];
            let pinned = |one: &&PersonId| self.choice.pinned.contains(*one);
            let to = above.iter().filter(pinned).count();
            if !is_pinned {
                self.choice.pinned.insert(person.clone());
                self.move_track(person, to as isize - at as isize);
            }
        }
    }

    fn order_tracks(&mut self, chronology: &Chronology) {
        let order = layout::order_tracks(chronology, self.roll());
        let place = |person: &PersonId| order.iter().position(|known| known == person);
        let Choice { tracks, pinned, .. } = &mut self.choice;
        // Stable: pinned tracks keep their order.
        tracks.sort_by_key(|person| match pinned.contains(person) {
            true => (0, 0),
            false => (1, place(person).unwrap_or(usize::MAX)),
        });
        self.rescale(Arc::clone(self.index.roll()), false);
    }

    fn set_row_height(&mut self, factor: Option<f64>) {
        const HEIGHTS: (f64, f64) = (3.0, 240.0);
        let n = self.index.persons().count().max(1) as f64;
        let usual = (self.viewport.height_px - layout::sizes::AXIS_PX).max(n) / n;
        self.choice.row_px = factor.map(|factor| {
            let now = self.choice.row_px.unwrap_or(usual.clamp(HEIGHTS.0, 116.0));
            (now * factor).clamp(HEIGHTS.0, HEIGHTS.1)
        });
    }

    fn centre(&mut self, share: f64) {
        let half = (self.viewport.to - self.viewport.from) / 2.0;
        let at = share.clamp(0.0, 1.0) * self.scale.length();
        (self.viewport.from, self.viewport.to) = (at - half, at + half);
    }

    fn select(&mut self, event: Option<EventId>, chronology: &Chronology) {
        self.choice.selected = known(chronology, event);
        self.article = None;
        if let Some(event) = self
            .choice
            .selected
            .and_then(|event| chronology.event(event))
        {
            let on_track = |person: &&PersonId| self.choice.tracks.contains(person);
            let stays = self
                .track
                .as_ref()
                .is_some_and(|track| event.participants.contains(track));
            if !stays {
                self.track = event.participants.iter().find(on_track).cloned();
            }
        }
    }

    fn reveal(&mut self, id: EventId, chronology: &Chronology) {
        self.select(Some(id), chronology);
        let middle = chronology.event(id).and_then(|event| {
            event
                .when
                .interval
                .middle()
                .or(event.when.interval.start)
                .or(event.when.interval.end)
        });
        if let Some(middle) = middle {
            self.viewport.reveal(middle, &self.scale);
        }
    }

    /// Events that are shown, in the order of time.
    fn in_order<'c>(&self, chronology: &'c Chronology) -> Vec<&'c Event> {
        let mut events: Vec<&Event> = chronology
            .events()
            .filter(|event| !self.choice.hidden_kinds.contains(&event.kind))
            .collect();
        events.sort_by_key(|event| (event.when.interval.start, event.when.interval.end, event.id));
        events
    }

    fn step(&mut self, by: i64, chronology: &Chronology) {
        let events = self.in_order(chronology);
        let at = self
            .choice
            .selected
            .and_then(|id| events.iter().position(|event| event.id == id));
        let next = match at {
            Some(at) => at
                .saturating_add_signed(by as isize)
                .min(events.len().saturating_sub(1)),
            None if by < 0 => events.len().saturating_sub(1),
            None => 0,
        };
        if let Some(event) = events.get(next) {
            self.reveal(event.id, chronology);
        }
    }

    fn step_track(&mut self, by: i64, chronology: &Chronology) {
        let tracks = &self.choice.tracks;
        if tracks.is_empty() {
            return;
        }
        let at = self
            .track
            .as_ref()
            .and_then(|track| tracks.iter().position(|known| known == track));
        let next = match at {
            Some(at) => at.saturating_add_signed(by as isize).min(tracks.len() - 1),
            None => 0,
        };
        let track = tracks[next].clone();
        let now = self
            .choice
            .selected
            .and_then(|id| chronology.event(id))
            .and_then(|event| event.when.interval.middle());
        let away = |event: &&&Event| {
            let middle = event.when.interval.middle().unwrap_or(i64::MAX / 2);
            now.map_or(middle, |now| (middle - now).abs())
        };
        let events = self.in_order(chronology);
        let nearest = events
            .iter()
            .filter(|event| event.participants.contains(&track))
            .min_by_key(away);
        self.track = Some(track.clone());
        if let Some(event) = nearest {
            self.reveal(event.id, chronology);
            self.track = Some(track);
        }
    }

    fn next_participant(&mut self, chronology: &Chronology) {
        let Some(event) = self.choice.selected.and_then(|id| chronology.event(id)) else {
            return;
        };
        let on_track: Vec<&PersonId> = event
            .participants
            .iter()
            .filter(|person| self.choice.tracks.contains(person))
            .collect();
        let at = on_track
            .iter()
            .position(|person| Some(*person) == self.track.as_ref());
        if !on_track.is_empty() {
            self.track = Some(on_track[at.map_or(0, |at| at + 1) % on_track.len()].clone());
        }
    }

    fn toggle_track(&mut self, person: PersonId) {
        match self.choice.tracks.iter().position(|known| *known == person) {
            Some(at) => {
                self.choice.tracks.remove(at);
            }
            None => self.choice.tracks.push(person),
        }
        self.rescale(Arc::clone(self.index.roll()), false);
    }
}
