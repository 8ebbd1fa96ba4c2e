//! The inspector: the selected event with its reason and its sources, or an article with its passages lit.

use super::look;
use crate::chronology::{Article, Certainty, Event, EventId, Evidence, Form, Status};
use crate::scene::Theme;
use crate::words::{Interface, Message, Precise, say, say_day, say_interval, word};
use crate::workspace::{Command, Move, Workspace};
use std::ops::Range;

/// What the inspector remembers: the event that was last scrolled to.
#[derive(Default)]
pub(super) struct State {
    scrolled_to: Option<EventId>,
}

/// Draws the inspector.
pub(super) fn ui(
    ui: &mut egui::Ui,
    workspace: &Workspace,
    wishes: &mut Vec<Command>,
    state: &mut State,
) {
    let view = workspace.view();
    let event = view
        .choice
        .selected
        .and_then(|id| workspace.chronology().event(id));
    let article = view
        .article
        .and_then(|id| workspace.chronology().article(id));
    let salt = (
        view.article,
        view.choice.selected.map(|id| (id.article, id.start)),
    );
    egui::ScrollArea::vertical()
        .id_salt(("inspector", salt))
        .auto_shrink(false)
        .show(ui, |ui| match (article, event) {
            (Some(article), _) => article_ui(ui, article, workspace, wishes, state),
            (None, Some(event)) => event_ui(ui, event, workspace, wishes),
            (None, None) => {
                ui.add_space(8.0);
                let hint = word("inspector-empty", workspace.interface());
                ui.label(egui::RichText::new(hint).color(ui.visuals().weak_text_color()));
            }
        });
}

fn event_ui(ui: &mut egui::Ui, event: &Event, workspace: &Workspace, wishes: &mut Vec<Command>) {
    let interface = workspace.interface();
    let weak = ui.visuals().weak_text_color();
    ui.label(egui::RichText::new(&event.title).font(look::strong(17.0)));
    ui.horizontal_wrapped(|ui| {
        ui.label(egui::RichText::new(date_words(event, interface)).font(look::medium(14.0)));
        ui.label(egui::RichText::new(certainty_words(event, interface)).color(weak));
    });
    chips(ui, event, workspace, wishes);
    ui.add_space(6.0);
    why(ui, event, interface);
    ui.add_space(6.0);
    ui.separator();
    look::section(
        ui,
        &say(
            &Message::new("sources").with("n", event.sources.len()),
            interface,
        ),
    );
    let mut told = None;
    for source in &event.sources {
        let Some(article) = workspace.chronology().article(source.article) else {
            continue;
        };
        if told != Some(article.id) {
            told = Some(article.id);
            source_head(ui, article, interface, wishes);
        }
        passage(ui, event, source, workspace);
        ui.add_space(4.0);
    }
}

/// The date as precisely as it is known, with how often and when on the day.
fn date_words(event: &Event, interface: Interface) -> String {
    let when = &event.when;
    let mut words = match (when.interval.first_day(), when.interval.last_day()) {
        (Some(first), Some(last)) if first == last => say_day(first, Precise::Weekday, interface),
        _ => say_interval(when.interval, when.granularity, when.modifier, interface),
    };
    if let Some((hour, minute)) = when.clock {
        words.push_str(&format!(", {hour:02}:{minute:02}"));
    }
    if event.count > 1 {
        words = format!("×{} · {words}", event.count);
    }
    words
}

fn certainty_words(event: &Event, interface: Interface) -> String {
    let known = match (event.when.form, event.when.certainty) {
        (Form::Count, _) => "certainty-count",
        (_, Certainty::Stated) => "certainty-stated",
        (_, Certainty::Derived) => "certainty-derived",
        (_, Certainty::Inferred) => "certainty-inferred",
    };
    let mut words = word(known, interface);
    let status = match event.status {
        Status::Happened => return words,
        Status::Planned => "status-planned",
        Status::Cancelled => "status-cancelled",
        Status::Denied => "status-denied",
    };
    words.push_str(&format!(" · {}", word(status, interface)));
    words
}

/// People, kind and place.
fn chips(ui: &mut egui::Ui, event: &Event, workspace: &Workspace, wishes: &mut Vec<Command>) {
    let theme = look::theme(ui.ctx());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
        for id in &event.participants {
            let name = workspace
                .chronology()
                .person(id)
                .map_or(id.as_str(), |person| person.name.as_str());
            let is_shown = workspace.view().choice.tracks.contains(id);
            let color = workspace.view().roll().color_of(id);
            let tint = color.map_or(theme.muted, |place| theme.track(place));
            let fill = look::color(tint.over(theme.background, 0.16));
            if chip(ui, name, fill)
                .on_hover_text(word(
                    if is_shown { "chip-hide" } else { "chip-show" },
                    workspace.interface(),
                ))
                .clicked()
            {
                wishes.push(Command::View(Move::ToggleTrack(id.clone())));
            }
        }
        chip(
            ui,
            &word(event.kind.key(), workspace.interface()),
            look::color(theme.background),
        );
        if let Some(place) = &event.place {
            chip(ui, &place.name, look::color(theme.background));
        }
    });
}

fn chip(ui: &mut egui::Ui, words: &str, fill: egui::Color32) -> egui::Response {
    let text = egui::RichText::new(words).size(12.5);
    ui.add(
        egui::Button::new(text)
            .fill(fill)
            .corner_radius(12)
            .min_size(egui::vec2(0.0, look::TARGET)),
    )
}

/// The reckoning in steps.
fn why(ui: &mut egui::Ui, event: &Event, interface: Interface) {
    let theme = look::theme(ui.ctx());
    let frame = egui::Frame::new()
        .fill(look::color(theme.background))
        .stroke(egui::Stroke::new(1.0, look::color(theme.rule)))
        .corner_radius(8)
        .inner_margin(10);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.label(egui::RichText::new(word("why-title", interface)).font(look::strong(13.0)));
        for step in &event.why {
            let words = say(step, interface);
            let (mark, ink) = match step.key {
                "why-words" => ("", theme.accent),
                "why-day" | "why-within" => ("→ ", theme.ink),
                "why-lived" => ("✓ ", theme.muted),
                "why-not-lived" | "why-lived-partly" | "why-disagreement" => ("! ", theme.warning),
                _ => ("", theme.ink),
            };
            ui.label(
                egui::RichText::new(format!("{mark}{words}"))
                    .size(13.0)
                    .color(look::color(ink)),
            );
        }
    });
}

fn source_head(
    ui: &mut egui::Ui,
    article: &Article,
    interface: Interface,
    wishes: &mut Vec<Command>,
) {
    ui.horizontal(|ui| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.link(word("article-open", interface)).clicked() {
                wishes.push(Command::View(Move::OpenArticle(Some(article.id))));
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                let title = egui::RichText::new(&article.title).font(look::medium(13.0));
                ui.add(egui::Label::new(title).truncate())
                    .on_hover_text(&article.path);
            });
        });
    });
    if let Some(day) = article.published {
        let date = say_day(day, Precise::Day, interface);
        ui.label(
            egui::RichText::new(date)
                .small()
                .color(ui.visuals().weak_text_color()),
        );
    }
}

/// The paragraph that tells of the event, with its words lit.
fn passage(ui: &mut egui::Ui, event: &Event, source: &Evidence, workspace: &Workspace) {
    let Some(text) = workspace.text(source.article) else {
        return;
    };
    let marks = Marks::new(&text);
    let lit = marks.bytes(source.start, source.end);
    let line = text[..lit.start].rfind('\n').map_or(0, |at| at + 1)
        ..text[lit.end..]
            .find('\n')
            .map_or(text.len(), |at| lit.end + at);
    let theme = look::theme(ui.ctx());
    let mut paint = vec![(lit, Lit::Passage)];
    paint.extend(
        source
            .when_span
            .map(|(start, end)| (marks.bytes(start, end), Lit::Date)),
    );
    for (person, start, end) in &source.people_spans {
        if event.participants.contains(person) {
            paint.push((
                marks.bytes(*start, *end),
                Lit::Person(workspace.view().roll().color_of(person)),
            ));
        }
    }
    let job = lit_text(&text, line, &paint, theme, ui.available_width());
    ui.add(egui::Label::new(job).wrap());
}

/// An article as a whole: every passage that tells of an event is marked, and a click selects it.
fn article_ui(
    ui: &mut egui::Ui,
    article: &Article,
    workspace: &Workspace,
    wishes: &mut Vec<Command>,
    state: &mut State,
) {
    let interface = workspace.interface();
    let theme = look::theme(ui.ctx());
    ui.horizontal(|ui| {
        if ui
            .link(format!("← {}", word("article-close", interface)))
            .clicked()
        {
            wishes.push(Command::View(Move::OpenArticle(None)));
        }
    });
    ui.label(egui::RichText::new(&article.title).font(look::strong(16.0)));
    ui.label(
        egui::RichText::new(&article.path)
            .small()
            .color(ui.visuals().weak_text_color()),
    );
    ui.add_space(6.0);
    let Some(text) = workspace.text(article.id) else {
        return;
    };
    let marks = Marks::new(&text);
    let selected = workspace.view().choice.selected;
    let passages: Vec<(EventId, Range<usize>)> = workspace
        .passages(article.id)
        .into_iter()
        .map(|(event, source)| (event.id, marks.bytes(source.start, source.end)))
        .collect();
    let mut paint = Vec::new();
    for (event, source) in workspace.passages(article.id) {
        let lit = if selected == Some(event.id) {
            Lit::Passage
        } else {
            Lit::Other
        };
        paint.push((marks.bytes(source.start, source.end), lit));
        paint.extend(
            source
                .when_span
                .map(|(start, end)| (marks.bytes(start, end), Lit::Date)),
        );
    }
    for note in &article.notes {
        paint.push((marks.bytes(note.start, note.end), Lit::Missed));
    }
    let job = lit_text(&text, 0..text.len(), &paint, theme, ui.available_width());
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let (area, response) = ui.allocate_exact_size(galley.size(), egui::Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &*text));
    ui.painter()
        .galley(area.min, galley.clone(), look::color(theme.ink));
    if state.scrolled_to != selected {
        state.scrolled_to = selected;
        if let Some((_, lit)) = passages.iter().find(|(event, _)| Some(*event) == selected) {
            let cursor = egui::text::CCursor::new(text[..lit.start].chars().count());
            let at = galley.pos_from_cursor(cursor).translate(area.min.to_vec2());
            ui.scroll_to_rect(at, Some(egui::Align::Center));
        }
    }
    let passage_at = |at: egui::Pos2| {
        let cursor = galley.cursor_from_pos(at - area.min);
        let byte = text
            .char_indices()
            .nth(cursor.index.into())
            .map_or(text.len(), |(byte, _)| byte);
        passages
            .iter()
            .filter(|(_, lit)| lit.contains(&byte))
            .min_by_key(|(_, lit)| lit.len())
            .map(|(event, _)| *event)
    };
    if let Some(event) = response.hover_pos().and_then(passage_at) {
        ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
        if response.clicked() {
            state.scrolled_to = Some(event);
            let article = article.id;
            wishes.push(Command::View(Move::Reveal(event)));
            wishes.push(Command::View(Move::OpenArticle(Some(article))));
        }
    }
}

/// How words are lit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lit {
    /// Another event's passage.
    Other,
    /// The event's own.
    Passage,
    /// A participant, in the colour of the track.
    Person(Option<usize>),
    /// The words for the date.
    Date,
    /// A date that gave no event.
    Missed,
}

/// A part of a text with some of its words lit; the later of two marks on one word wins.
fn lit_text(
    text: &str,
    part: Range<usize>,
    paint: &[(Range<usize>, Lit)],
    theme: &Theme,
    width: f32,
) -> egui::text::LayoutJob {
    let mut edges: Vec<usize> = paint
        .iter()
        .flat_map(|(range, _)| [range.start, range.end])
        .collect();
    edges.extend([part.start, part.end]);
    edges.retain(|edge| (part.start..=part.end).contains(edge));
    edges.sort_unstable();
    edges.dedup();
    let mut job = egui::text::LayoutJob::default();
    job.wrap.max_width = width;
    for pair in edges.windows(2) {
        let over = paint
            .iter()
            .filter(|(range, _)| range.start <= pair[0] && pair[1] <= range.end);
        let mut format = egui::TextFormat {
            font_id: egui::FontId::proportional(13.5),
            color: look::color(theme.ink),
            line_height: Some(20.0),
            ..Default::default()
        };
        for (_, lit) in over {
            let tint = match lit {
                Lit::Other => Some((theme.accent, 0.08)),
                Lit::Passage => Some((theme.accent, 0.18)),
                Lit::Person(place) => {
                    Some((place.map_or(theme.muted, |place| theme.track(place)), 0.30))
                }
                Lit::Date => Some((theme.tracks[2], 0.32)),
                Lit::Missed => None,
            };
            match tint {
                Some((tint, share)) => {
                    format.background = look::color(tint.over(theme.background, share))
                }
                None => format.underline = egui::Stroke::new(1.0, look::color(theme.warning)),
            }
        }
        job.append(&text[pair[0]..pair[1]], 0.0, format);
    }
    job
}

/// Code points to bytes, for one text.
struct Marks(Vec<usize>);

impl Marks {
    fn new(text: &str) -> Self {
        Self(
            text.char_indices()
                .map(|(at, _)| at)
                .chain([text.len()])
                .collect(),
        )
    }

    fn bytes(&self, start: u32, end: u32) -> Range<usize> {
        let at = |point: u32| self.0[(point as usize).min(self.0.len() - 1)];
        at(start)..at(end.max(start))
    }
}
