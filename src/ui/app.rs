//! The eframe app: `logic` takes in what jobs and keys bring, `ui` lays out the panels.

use super::keymap::{self, Wish};
use super::{
    Opening, articles, canvas, dialogs, help, inspector, look, menu, notices, overview, people,
    search, statistics, table,
};
use crate::chronology::EventId;
use crate::words::{Interface, Message, say, word};
use crate::workspace::{Command, Knowledge, Move, Workspace};
use std::sync::Arc;

/// The window's app: the workspace, and what single panels remember.
pub struct App {
    workspace: Workspace,
    wishes: Vec<Command>,
    canvas: canvas::State,
    articles: articles::State,
    dialogs: dialogs::State,
    inspector: inspector::State,
    overview: overview::State,
    search: search::State,
    table: table::State,
    statistics: statistics::State,
    is_help_open: bool,
    panels: Panels,
}

/// The panels around the canvas that are shown.
#[derive(Clone, Copy)]
struct Panels {
    lists: bool,
    inspector: bool,
    overview: bool,
}

/// Below this width the side panels give way to the canvas, in points.
const NARROW: f32 = 1180.0;

impl App {
    /// An app on a context of egui, with a window or without.
    pub fn new(
        context: &egui::Context,
        knowledge: Arc<Knowledge>,
        interface: Interface,
        opening: Opening,
    ) -> Self {
        look::install_fonts(context);
        look::install_style(context);
        // Where the system does not say, paper is white.
        context.options_mut(|options| options.fallback_theme = egui::Theme::Light);
        let waker = context.clone();
        let mut workspace = Workspace::new(
            knowledge,
            interface,
            Arc::new(move || waker.request_repaint()),
        );
        let dialogs = dialogs::State::new(opening.files);
        workspace.apply(Command::View(Move::SetLook(opening.look)));
        match opening.made {
            Some(chronology) => workspace.put(chronology),
            None if opening.paths.is_empty() => workspace.apply(Command::OpenSamples),
            None => workspace.apply(Command::Open(opening.paths, opening.published)),
        }
        Self {
            workspace,
            wishes: Vec::new(),
            canvas: canvas::State::default(),
            articles: articles::State::default(),
            dialogs,
            inspector: inspector::State::default(),
            overview: overview::State::default(),
            search: search::State::default(),
            table: table::State::default(),
            statistics: statistics::State::default(),
            is_help_open: false,
            panels: Panels {
                lists: true,
                inspector: true,
                overview: true,
            },
        }
    }

    /// The workspace, for tests.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// Asks for something, as a panel would.
    pub fn wish(&mut self, command: Command) {
        self.wishes.push(command);
    }

    /// Everything but drawing: jobs, keys, dropped files, and the wishes of the last frame.
    pub fn logic(&mut self, context: &egui::Context) {
        self.workspace.poll();
        self.dialogs.poll(&mut self.wishes);
        self.take_drops(context);
        let is_covered = self.is_help_open
            || self.search.is_open
            || self.table.is_open
            || self.statistics.is_open;
        if !self.dialogs.is_open() && !is_covered {
            for wish in keymap::pressed(context) {
                self.carry_out(wish, context);
            }
        } else if context
            .input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape))
        {
            self.dialogs.close();
            self.is_help_open = false;
            self.search.is_open = false;
            self.table.is_open = false;
            self.statistics.is_open = false;
        }
        for wish in self.wishes.drain(..) {
            self.workspace.apply(wish);
        }
        look::choose(context, self.workspace.view().look);
    }

    fn carry_out(&mut self, wish: Wish, context: &egui::Context) {
        let selected = self.workspace.view().choice.selected;
        match wish {
            Wish::Open => self.dialogs.open_files(context, &self.workspace),
            Wish::Export => self.dialogs.open_export(&self.workspace),
            Wish::Help => self.is_help_open = true,
            Wish::Search => self.search.is_open = true,
            Wish::Table => self.table.open(None),
            Wish::Lists => self.panels.lists = !self.panels.lists,
            Wish::Inspector => self.panels.inspector = !self.panels.inspector,
            Wish::Overview => self.panels.overview = !self.panels.overview,
            Wish::Statistics => self.statistics.is_open = true,
            Wish::Source => {
                let event = selected.and_then(|id| self.workspace.chronology().event(id));
                let article = event.map(|event| event.sources[0].article);
                self.wishes.push(Command::View(Move::OpenArticle(article)));
            }
            Wish::Escape if self.workspace.view().article.is_some() => {
                self.wishes.push(Command::View(Move::OpenArticle(None)));
            }
            Wish::Escape => self.wishes.push(Command::View(Move::Select(None))),
            other => self
                .wishes
                .extend(keymap::command(other, self.canvas.focus(&self.workspace))),
        }
    }

    /// Dropped files and pasted text.
    fn take_drops(&mut self, context: &egui::Context) {
        let typing = context.text_edit_focused() || self.dialogs.is_open();
        context.input(|input| {
            let paths: Vec<_> = input
                .raw
                .dropped_files
                .iter()
                .map(|file| file.path().to_owned())
                .collect();
            if !paths.is_empty() {
                self.wishes.push(Command::Open(paths, None));
            }
            for event in &input.events {
                if let egui::Event::Paste(text) = event
                    && !typing
                {
                    self.wishes.push(Command::Paste(text.clone()));
                }
            }
        });
    }

    /// Draws the window.
    pub fn ui(&mut self, ui: &mut egui::Ui) {
        let width = ui.available_width();
        let theme = look::theme(ui.ctx());
        let side = egui::Frame::new()
            .fill(look::side(theme))
            .inner_margin(look::MARGIN);
        egui::Panel::top("menu")
            .frame(egui::Frame::new().fill(look::side(theme)).inner_margin(6))
            .show(ui, |ui| {
                let asked = menu::ui(ui, &self.workspace, &mut self.wishes);
                self.carry_out_all(asked, ui.ctx());
            });
        egui::Panel::bottom("status")
            .frame(egui::Frame::new().fill(look::side(theme)).inner_margin(6))
            .show(ui, |ui| {
                notices::status(ui, &self.workspace, &mut self.wishes, &self.dialogs);
            });
        let is_narrow = width < NARROW;
        let (left, right) = if is_narrow {
            (190.0, 250.0)
        } else {
            (228.0, 310.0)
        };
        // A panel begins with its usual width again where the window has become narrow or wide.
        let lists = egui::Panel::left(if is_narrow { "lists-narrow" } else { "lists" })
            .frame(side)
            .resizable(true)
            .default_size(left)
            .min_size(150.0);
        if self.panels.lists {
            lists.show(ui, |ui| {
                egui::ScrollArea::vertical()
                    .id_salt("lists")
                    .auto_shrink(false)
                    .show(ui, |ui| {
                        // Room for the scroll bar, so that it covers no number.
                        ui.set_max_width(ui.available_width() - 10.0);
                        if articles::ui(ui, &self.workspace, &mut self.wishes, &mut self.articles) {
                            self.dialogs.open_files(&ui.ctx().clone(), &self.workspace);
                        }
                        people::ui(ui, &self.workspace, &mut self.wishes);
                    });
            });
        }
        let inspector = egui::Panel::right(if is_narrow {
            "inspector-narrow"
        } else {
            "inspector"
        })
        .frame(side)
        .resizable(true)
        .default_size(right)
        .min_size(200.0);
        // In a narrow window the inspector comes when there is something to inspect.
        let view = self.workspace.view();
        let inspects = view.choice.selected.is_some() || view.article.is_some();
        if self.panels.inspector && (inspects || !is_narrow) {
            inspector.show(ui, |ui| {
                inspector::ui(ui, &self.workspace, &mut self.wishes, &mut self.inspector);
            });
        }
        let bare = egui::Frame::new().fill(look::color(theme.background));
        if self.panels.overview && self.workspace.chronology().events().len() > 0 {
            let height = (ui.available_height() * 0.13).clamp(64.0, 104.0);
            egui::Panel::bottom("overview")
                .frame(egui::Frame::new().fill(look::side(theme)))
                .exact_size(height)
                .show(ui, |ui| {
                    overview::ui(ui, &self.workspace, &mut self.wishes, &mut self.overview);
                });
        }
        egui::CentralPanel::default().frame(bare).show(ui, |ui| {
            if self.workspace.chronology().events().len() == 0 {
                if empty(ui, &self.workspace) {
                    self.dialogs.open_files(&ui.ctx().clone(), &self.workspace);
                }
                return;
            }
            let listed = canvas::ui(ui, &self.workspace, &mut self.wishes, &mut self.canvas);
            if listed.is_some() {
                self.table.open(listed);
            }
        });
        notices::ui(ui.ctx(), &self.workspace, &mut self.wishes);
        self.dialogs.ui(ui.ctx(), &self.workspace, &mut self.wishes);
        search::ui(
            ui.ctx(),
            &self.workspace,
            &mut self.wishes,
            &mut self.search,
        );
        table::ui(ui.ctx(), &self.workspace, &mut self.wishes, &mut self.table);
        statistics::ui(
            ui.ctx(),
            &self.workspace,
            &mut self.wishes,
            &mut self.statistics,
        );
        help::ui(ui.ctx(), self.workspace.interface(), &mut self.is_help_open);
    }

    fn carry_out_all(&mut self, wishes: Vec<Wish>, context: &egui::Context) {
        for wish in wishes {
            self.carry_out(wish, context);
        }
    }

    /// The event selected, for tests.
    pub fn selected(&self) -> Option<EventId> {
        self.workspace.view().choice.selected
    }
}

/// What to do where there is nothing to see yet; gives whether the button was clicked.
fn empty(ui: &mut egui::Ui, workspace: &Workspace) -> bool {
    let interface = workspace.interface();
    let mut clicked = false;
    ui.vertical_centered(|ui| {
        ui.add_space(ui.available_height() * 0.35);
        let undated = workspace
            .chronology()
            .articles()
            .filter(|article| article.published.is_none())
            .count();
        let (title, hint) = match workspace.chronology().articles().len() {
            0 => (
                word("empty-title", interface),
                word("empty-hint", interface),
            ),
            n if undated > 0 => (
                say(&Message::new("empty-undated-title").with("n", n), interface),
                word("empty-undated-hint", interface),
            ),
            n => (
                say(&Message::new("empty-events-title").with("n", n), interface),
                word("empty-events-hint", interface),
            ),
        };
        ui.label(egui::RichText::new(title).font(look::strong(20.0)));
        ui.label(egui::RichText::new(hint).color(ui.visuals().weak_text_color()));
        ui.add_space(12.0);
        clicked = ui.button(word("empty-open", interface)).clicked();
    });
    clicked
}

impl eframe::App for App {
    fn logic(&mut self, context: &egui::Context, _: &mut eframe::Frame) {
        Self::logic(self, context);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _: &mut eframe::Frame) {
        Self::ui(self, ui);
    }

    fn on_exit(&mut self) {
        self.workspace.remember();
    }
}
