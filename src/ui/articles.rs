//! The list of articles: title, date, number of events; the date can be typed.

use super::look;
use crate::chronology::{Article, ArticleId, Chronology, PublishedFrom};
use crate::words::{Interface, Message, Precise, say, say_day, word};
use crate::workspace::{Command, Move, Workspace};
use std::collections::{BTreeMap, BTreeSet};

/// What the list remembers: the date that is being typed.
#[derive(Default)]
pub(super) struct State {
    dating: Option<(ArticleId, String)>,
    asks_focus: bool,
    counts: Counts,
}

/// How many events each article tells of, in a state of the chronology.
#[derive(Default)]
struct Counts {
    revision: u64,
    by_article: BTreeMap<ArticleId, usize>,
}

impl Counts {
    fn follow(&mut self, chronology: &Chronology) {
        if self.revision == chronology.revision() {
            return;
        }
        self.revision = chronology.revision();
        self.by_article.clear();
        for event in chronology.events() {
            let sources = event.sources.iter().map(|source| source.article);
            for article in sources.collect::<BTreeSet<_>>() {
                *self.by_article.entry(article).or_default() += 1;
            }
        }
    }
}

/// Draws the list; gives whether "Open" was clicked.
pub(super) fn ui(
    ui: &mut egui::Ui,
    workspace: &Workspace,
    wishes: &mut Vec<Command>,
    state: &mut State,
) -> bool {
    let interface = workspace.interface();
    let mut opens = false;
    ui.horizontal(|ui| {
        look::section(ui, &word("articles", interface));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            opens = ui.link(format!("+ {}", word("open", interface))).clicked();
        });
    });
    state.counts.follow(workspace.chronology());
    let mut articles: Vec<&Article> = workspace.chronology().articles().collect();
    articles.sort_by_key(|article| (std::cmp::Reverse(article.published), article.title.as_str()));
    for article in articles {
        row(ui, article, workspace, wishes, state);
    }
    ui.add_space(10.0);
    opens
}

fn row(
    ui: &mut egui::Ui,
    article: &Article,
    workspace: &Workspace,
    wishes: &mut Vec<Command>,
    state: &mut State,
) {
    let interface = workspace.interface();
    let is_open = workspace.view().article == Some(article.id);
    let n_events = state
        .counts
        .by_article
        .get(&article.id)
        .copied()
        .unwrap_or(0);
    let date = date_words(article, interface);
    let details = format!(
        "{date} · {}",
        say(&Message::new("n-events").with("n", n_events), interface)
    );
    let fill = if is_open {
        ui.visuals().selection.bg_fill
    } else {
        egui::Color32::TRANSPARENT
    };
    let frame = egui::Frame::new()
        .fill(fill)
        .corner_radius(6)
        .inner_margin(egui::Margin::symmetric(6, 4));
    let response = frame
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 1.0;
            let title = look::one_line(
                ui,
                &article.title,
                &look::medium(13.5),
                ui.available_width(),
            );
            ui.add(
                egui::Label::new(egui::RichText::new(title).font(look::medium(13.5)))
                    .truncate()
                    .selectable(false),
            );
            if article.published.is_some() {
                let text = egui::RichText::new(details)
                    .small()
                    .color(ui.visuals().weak_text_color());
                ui.add(egui::Label::new(text).truncate().selectable(false));
            }
        })
        .response
        .interact(egui::Sense::click());
    let label = format!("{}, {date}", article.title);
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, is_open, &label));
    if response.clicked() {
        wishes.push(Command::View(Move::OpenArticle(if is_open {
            None
        } else {
            Some(article.id)
        })));
    }
    response
        .clone()
        .on_hover_text(&article.path)
        .context_menu(|ui| {
            if ui.button(word("article-set-date", interface)).clicked() {
                begin_dating(article, state);
                ui.close();
            }
            if ui.button(word("article-remove", interface)).clicked() {
                wishes.push(Command::Remove(article.id));
                ui.close();
            }
        });
    let is_dating = state
        .dating
        .as_ref()
        .is_some_and(|(id, _)| *id == article.id);
    if is_dating {
        date_box(ui, article, interface, wishes, state);
    } else if article.published.is_none() {
        ui.horizontal(|ui| {
            ui.add_space(6.0);
            let text = egui::RichText::new(word("article-no-date", interface)).size(12.5);
            if ui.add(egui::Button::new(text).corner_radius(12)).clicked() {
                begin_dating(article, state);
            }
        });
    } else if is_open {
        ui.horizontal(|ui| {
            ui.add_space(6.0);
            if ui
                .link(egui::RichText::new(word("article-set-date", interface)).small())
                .clicked()
            {
                begin_dating(article, state);
            }
        });
    }
    if is_open && !is_dating {
        reasons(ui, article, interface);
    }
}

/// Why a date was proposed, or why none is.
fn reasons(ui: &mut egui::Ui, article: &Article, interface: Interface) {
    let of_whole = article.notes.iter().filter(|note| note.start == note.end);
    let undated = of_whole.map(|note| &note.message);
    for step in article.published_why.iter().chain(undated) {
        let text = egui::RichText::new(say(step, interface))
            .small()
            .color(ui.visuals().weak_text_color());
        ui.add(egui::Label::new(text).wrap());
    }
}

fn begin_dating(article: &Article, state: &mut State) {
    let date = article
        .published
        .map(|day| day.to_string())
        .unwrap_or_default();
    state.dating = Some((article.id, date));
    state.asks_focus = true;
}

fn date_box(
    ui: &mut egui::Ui,
    article: &Article,
    interface: Interface,
    wishes: &mut Vec<Command>,
    state: &mut State,
) {
    let asks_focus = std::mem::take(&mut state.asks_focus);
    let Some((_, typed)) = &mut state.dating else {
        return;
    };
    let label = word("article-date-label", interface);
    let mut is_done = false;
    ui.horizontal(|ui| {
        let edit = egui::TextEdit::singleline(typed)
            .hint_text(word("article-date-hint", interface))
            .desired_width(118.0);
        let response = ui.add(edit);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, &label));
        if asks_focus {
            response.request_focus();
        }
        let entered =
            response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        if ui.button(word("article-date-set", interface)).clicked() || entered {
            wishes.push(Command::SetPublished(article.id, typed.clone()));
            is_done = true;
        }
        is_done |= ui.input(|input| input.key_pressed(egui::Key::Escape));
    });
    if is_done {
        state.dating = None;
    }
}

/// When an article was published, and that it was the user who said so, or nobody.
fn date_words(article: &Article, interface: Interface) -> String {
    let Some(day) = article.published else {
        return word("date-none", interface);
    };
    let date = say_day(day, Precise::Day, interface);
    match article.published_from {
        PublishedFrom::Inferred => say(
            &Message::new("article-inferred").with("date", date),
            interface,
        ),
        _ => date,
    }
}
