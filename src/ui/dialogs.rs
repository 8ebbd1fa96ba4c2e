//! Opening and saving: the system's file dialog, and a box for a path where there is none.

use super::{Files, look};
use crate::scene::Theme;
use crate::words::word;
use crate::workspace::{Command, ExportRequest, Workspace};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// A dialog that ends sooner than this without a file was never shown: no portal and no zenity.
const NOBODY_IS_SO_QUICK: Duration = Duration::from_millis(400);

/// What the dialogs remember.
pub(super) struct State {
    files: Files,
    /// The system's dialog that is out.
    waiting: Option<Waiting>,
    /// The box for a path, with what was typed and why it is there.
    path_box: Option<PathBox>,
    export: Option<ExportForm>,
}

struct Waiting {
    answer: Receiver<Option<Vec<PathBuf>>>,
    since: Instant,
    purpose: Purpose,
}

#[derive(Clone, Debug)]
enum Purpose {
    Open,
    Save(ExportRequest),
}

struct PathBox {
    typed: String,
    purpose: Purpose,
    /// The key of the sentence that says why the box is there.
    reason: &'static str,
    asks_focus: bool,
}

struct ExportForm {
    everything: bool,
    width: String,
    /// Empty: as high as needed.
    height: String,
    scale: f64,
    theme: &'static str,
    extension: &'static str,
}

/// Sides that a picture may have, in pixels.
const SIDES: std::ops::RangeInclusive<u32> = 300..=16_000;

impl ExportForm {
    /// Width and height as typed, if a picture may have them.
    fn size(&self) -> Option<(u32, Option<u32>)> {
        let side = |typed: &str| typed.parse().ok().filter(|side| SIDES.contains(side));
        let width = side(self.width.trim())?;
        match self.height.trim() {
            "" => Some((width, None)),
            typed => Some((width, Some(side(typed)?))),
        }
    }
}

impl State {
    /// No dialog is open.
    pub(super) fn new(files: Files) -> Self {
        Self {
            files,
            waiting: None,
            path_box: None,
            export: None,
        }
    }

    /// Whether something stands over the window.
    pub(super) fn is_open(&self) -> bool {
        self.path_box.is_some() || self.export.is_some()
    }

    /// Whether the system's dialog is out.
    pub(super) fn is_waiting(&self) -> bool {
        self.waiting.is_some()
    }

    /// Puts away what stands over the window.
    pub(super) fn close(&mut self) {
        self.path_box = None;
        self.export = None;
    }

    /// Asks for files; while a dialog is out already, offers the box instead.
    pub(super) fn open_files(&mut self, context: &egui::Context, workspace: &Workspace) {
        if self.waiting.is_some() {
            return self.ask_path(Purpose::Open, "path-while-waiting");
        }
        if self.files == Files::Typed {
            return self.ask_path(Purpose::Open, "path-no-dialog");
        }
        let interface = workspace.interface();
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(word("dialog-open", interface))
            .add_filter(
                word("dialog-articles", interface),
                &Workspace::readable_extensions(),
            );
        let picked = dialog.pick_files();
        self.wait(context, Purpose::Open, async move {
            let files = picked.await?;
            Some(
                files
                    .into_iter()
                    .map(|file| file.path().to_owned())
                    .collect(),
            )
        });
    }

    fn save(&mut self, context: &egui::Context, workspace: &Workspace, request: ExportRequest) {
        if self.files == Files::Typed {
            return self.ask_path(Purpose::Save(request), "path-no-dialog");
        }
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(word("dialog-save", workspace.interface()))
            .set_file_name(request.path.display().to_string());
        let picked = dialog.save_file();
        self.wait(context, Purpose::Save(request), async move {
            Some(vec![picked.await?.path().to_owned()])
        });
    }

    /// Awaits a dialog on a thread of its own: one that hangs must not hang the window.
    fn wait(
        &mut self,
        context: &egui::Context,
        purpose: Purpose,
        picked: impl Future<Output = Option<Vec<PathBuf>>> + Send + 'static,
    ) {
        let (sender, answer) = channel();
        let context = context.clone();
        std::thread::spawn(move || {
            // A window closed meanwhile waits for no answer.
            let _ = sender.send(pollster::block_on(picked));
            context.request_repaint();
        });
        self.waiting = Some(Waiting {
            answer,
            since: Instant::now(),
            purpose,
        });
    }

    /// Takes in what a dialog has answered.
    pub(super) fn poll(&mut self, wishes: &mut Vec<Command>) {
        let Some(answer) = self
            .waiting
            .as_ref()
            .and_then(|waiting| waiting.answer.try_recv().ok())
        else {
            return;
        };
        let Some(waiting) = self.waiting.take() else {
            return;
        };
        match answer {
            Some(paths) => finish(waiting.purpose, paths, wishes),
            None if waiting.since.elapsed() < NOBODY_IS_SO_QUICK => {
                self.ask_path(waiting.purpose, "path-no-dialog")
            }
            None => {}
        }
    }

    fn ask_path(&mut self, purpose: Purpose, reason: &'static str) {
        let typed = match &purpose {
            Purpose::Open => String::new(),
            Purpose::Save(request) => request.path.display().to_string(),
        };
        self.path_box = Some(PathBox {
            typed,
            purpose,
            reason,
            asks_focus: true,
        });
    }

    /// Shows the export form.
    pub(super) fn open_export(&mut self, workspace: &Workspace) {
        if workspace.chronology().events().len() == 0 {
            return;
        }
        self.export = Some(ExportForm {
            everything: false,
            width: format!("{}", workspace.view().viewport.width_px.round().max(800.0)),
            height: String::new(),
            scale: 2.0,
            theme: Theme::LIGHT.name,
            extension: "svg",
        });
    }

    /// Draws what stands over the window.
    pub(super) fn ui(
        &mut self,
        context: &egui::Context,
        workspace: &Workspace,
        wishes: &mut Vec<Command>,
    ) {
        self.path_box_ui(context, workspace, wishes);
        self.export_ui(context, workspace);
    }

    fn path_box_ui(
        &mut self,
        context: &egui::Context,
        workspace: &Workspace,
        wishes: &mut Vec<Command>,
    ) {
        let Some(path_box) = &mut self.path_box else {
            return;
        };
        let interface = workspace.interface();
        let mut is_done = false;
        let mut is_closed = false;
        let modal = look::modal(context, "path").show(context, |ui| {
            ui.set_width(480.0);
            let title = match path_box.purpose {
                Purpose::Open => "path-open-title",
                Purpose::Save(_) => "path-save-title",
            };
            ui.label(egui::RichText::new(word(title, interface)).font(look::strong(16.0)));
            ui.label(
                egui::RichText::new(word(path_box.reason, interface))
                    .color(ui.visuals().weak_text_color()),
            );
            let edit = egui::TextEdit::singleline(&mut path_box.typed).desired_width(f32::INFINITY);
            let response = ui.add(edit);
            let label = word("path-label", interface);
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, &label));
            if std::mem::take(&mut path_box.asks_focus) {
                response.request_focus();
            }
            let entered =
                response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            ui.horizontal(|ui| {
                let accept = match path_box.purpose {
                    Purpose::Open => "path-open",
                    Purpose::Save(_) => "path-save",
                };
                is_done = ui.button(word(accept, interface)).clicked() || entered;
                is_closed = ui.button(word("path-cancel", interface)).clicked();
            });
        });
        if is_done && !path_box.typed.trim().is_empty() {
            let path = PathBuf::from(path_box.typed.trim());
            finish(path_box.purpose.clone(), vec![path], wishes);
            self.path_box = None;
        } else if is_closed || modal.should_close() {
            self.path_box = None;
        }
    }

    fn export_ui(&mut self, context: &egui::Context, workspace: &Workspace) {
        let Some(form) = &mut self.export else { return };
        let interface = workspace.interface();
        let mut is_done = false;
        let mut is_closed = false;
        let modal = look::modal(context, "export").show(context, |ui| {
            ui.set_width(420.0);
            ui.label(egui::RichText::new(word("export-title", interface)).font(look::strong(16.0)));
            egui::Grid::new("export")
                .num_columns(2)
                .spacing([18.0, 10.0])
                .show(ui, |ui| {
                    ui.label(word("export-what", interface));
                    ui.horizontal(|ui| {
                        ui.radio_value(&mut form.everything, false, word("export-view", interface));
                        ui.radio_value(
                            &mut form.everything,
                            true,
                            word("export-everything", interface),
                        );
                    });
                    ui.end_row();
                    ui.label(word("export-format", interface));
                    ui.horizontal(|ui| {
                        for (name, extension) in Workspace::picture_formats() {
                            ui.radio_value(&mut form.extension, extension, name);
                        }
                    });
                    ui.end_row();
                    ui.label(word("export-colours", interface));
                    ui.horizontal(|ui| {
                        for theme in Theme::ALL {
                            ui.radio_value(
                                &mut form.theme,
                                theme.name,
                                word(theme_key(theme.name), interface),
                            );
                        }
                    });
                    ui.end_row();
                    let label = ui.label(word("export-width", interface));
                    ui.add(egui::TextEdit::singleline(&mut form.width).desired_width(80.0))
                        .labelled_by(label.id);
                    ui.end_row();
                    let label = ui.label(word("export-height", interface));
                    ui.add(
                        egui::TextEdit::singleline(&mut form.height)
                            .hint_text(word("export-height-needed", interface))
                            .desired_width(120.0),
                    )
                    .labelled_by(label.id);
                    ui.end_row();
                    if form.extension == "png" {
                        ui.label(word("export-scale", interface));
                        ui.horizontal(|ui| {
                            for scale in [1.0, 2.0, 3.0, 4.0] {
                                ui.radio_value(&mut form.scale, scale, format!("{scale}×"));
                            }
                        });
                        ui.end_row();
                    }
                });
            ui.add_space(6.0);
            ui.horizontal(|ui| {
                let is_sound = form.size().is_some();
                is_done = ui
                    .add_enabled(is_sound, egui::Button::new(word("export-save", interface)))
                    .clicked()
                    || is_sound && ui.input(|input| input.key_pressed(egui::Key::Enter));
                is_closed = ui.button(word("path-cancel", interface)).clicked();
                if !is_sound {
                    ui.label(egui::RichText::new(word("export-width-hint", interface)).small());
                }
            });
        });
        if let Some((width_px, height_px)) = form.size().filter(|_| is_done) {
            let request = ExportRequest {
                path: PathBuf::from(format!("tidslinje.{}", form.extension)),
                everything: form.everything,
                width_px,
                height_px,
                scale: form.scale,
                theme: form.theme,
            };
            self.export = None;
            self.save(context, workspace, request);
        } else if is_closed || modal.should_close() {
            self.export = None;
        }
    }
}

fn theme_key(name: &str) -> &'static str {
    match name {
        "dark" => "look-dark",
        "print" => "look-print",
        "contrast" => "look-contrast",
        _ => "look-light",
    }
}

/// What a chosen path is for.
fn finish(purpose: Purpose, mut paths: Vec<PathBuf>, wishes: &mut Vec<Command>) {
    match purpose {
        Purpose::Open => wishes.push(Command::Open(paths, None)),
        Purpose::Save(request) => {
            let Some(mut path) = (!paths.is_empty()).then(|| paths.remove(0)) else {
                return;
            };
            if path.extension().is_none()
                && let Some(extension) = request.path.extension()
            {
                path.set_extension(extension);
            }
            wishes.push(Command::Export(ExportRequest { path, ..request }));
        }
    }
}
