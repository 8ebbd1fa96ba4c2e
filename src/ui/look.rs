//! Fonts, colours and measures of the window, after the picture's own theme.

use crate::font::FILES;
use crate::scene::{Color, Theme};
use crate::workspace::Look;
use std::sync::Arc;

/// Gap between a panel's edge and its contents, in points.
pub(super) const MARGIN: i8 = 14;
/// Smallest side of something to click, in points.
pub(super) const TARGET: f32 = 24.0;

/// The bundled font under its three names, before the fonts that egui and the system have.
pub fn install_fonts(context: &egui::Context) {
    let mut fonts = egui::FontDefinitions::default();
    let usual = fonts
        .families
        .get(&egui::FontFamily::Proportional)
        .cloned()
        .unwrap_or_default();
    for file in FILES {
        fonts.font_data.insert(
            file.name.to_owned(),
            Arc::new(egui::FontData::from_static(file.bytes)),
        );
        let family = std::iter::once(file.name.to_owned())
            .chain(usual.iter().cloned())
            .collect();
        fonts
            .families
            .insert(egui::FontFamily::Name(file.name.into()), family);
    }
    let proportional = std::iter::once(FILES[0].name.to_owned())
        .chain(usual)
        .collect();
    fonts
        .families
        .insert(egui::FontFamily::Proportional, proportional);
    context.set_fonts(fonts);
}

/// The semibold family, for headings.
pub(super) fn strong(size: f32) -> egui::FontId {
    egui::FontId::new(size, egui::FontFamily::Name(FILES[2].name.into()))
}

/// The medium family, for names.
pub(super) fn medium(size: f32) -> egui::FontId {
    egui::FontId::new(size, egui::FontFamily::Name(FILES[1].name.into()))
}

/// The picture's theme that goes with the window.
pub(super) fn theme(context: &egui::Context) -> &'static Theme {
    let is_contrast = context.data(|data| data.get_temp(contrast_id()).unwrap_or(false));
    match context.theme() {
        egui::Theme::Dark => &Theme::DARK,
        egui::Theme::Light if is_contrast => &Theme::CONTRAST,
        egui::Theme::Light => &Theme::LIGHT,
    }
}

/// Hands the user's wish for light or dark to egui.
pub(super) fn choose(context: &egui::Context, look: Look) {
    let preference = match look {
        Look::System => egui::ThemePreference::System,
        Look::Light | Look::Contrast => egui::ThemePreference::Light,
        Look::Dark => egui::ThemePreference::Dark,
    };
    context.set_theme(preference);
    let is_contrast = look == Look::Contrast;
    let was = context.data_mut(|data| {
        let kept = data.get_temp_mut_or(contrast_id(), false);
        std::mem::replace(kept, is_contrast)
    });
    if was != is_contrast {
        let theme = if is_contrast {
            &Theme::CONTRAST
        } else {
            &Theme::LIGHT
        };
        install(context, egui::Theme::Light, theme);
    }
}

/// Where the context keeps whether its light theme is the one of high contrast.
fn contrast_id() -> egui::Id {
    egui::Id::unique("contrast")
}

/// Gives egui's own widgets the picture's colours.
pub(super) fn install_style(context: &egui::Context) {
    for (egui_theme, theme) in [
        (egui::Theme::Light, &Theme::LIGHT),
        (egui::Theme::Dark, &Theme::DARK),
    ] {
        install(context, egui_theme, theme);
    }
}

fn install(context: &egui::Context, egui_theme: egui::Theme, theme: &Theme) {
    context.style_mut_of(egui_theme, |style| {
        style.spacing.item_spacing = egui::vec2(8.0, 6.0);
        style.spacing.button_padding = egui::vec2(10.0, 4.0);
        style.spacing.interact_size.y = TARGET;
        style
            .text_styles
            .insert(egui::TextStyle::Body, egui::FontId::proportional(13.5));
        style
            .text_styles
            .insert(egui::TextStyle::Button, egui::FontId::proportional(13.5));
        style
            .text_styles
            .insert(egui::TextStyle::Small, egui::FontId::proportional(12.0));
        style
            .text_styles
            .insert(egui::TextStyle::Heading, strong(17.0));
        let visuals = &mut style.visuals;
        visuals.override_text_color = Some(color(theme.ink));
        visuals.weak_text_color = Some(color(theme.muted));
        visuals.panel_fill = side(theme);
        visuals.window_fill = color(theme.background);
        visuals.extreme_bg_color = color(theme.background);
        visuals.hyperlink_color = color(theme.accent);
        visuals.selection.bg_fill = color(theme.accent.over(theme.background, 0.25));
        visuals.selection.stroke = egui::Stroke::new(1.0, color(theme.ink));
        visuals.window_stroke = egui::Stroke::new(1.0, color(theme.rule));
        visuals.widgets.noninteractive.bg_stroke = egui::Stroke::new(1.0, color(theme.rule));
        for widget in [
            &mut visuals.widgets.inactive,
            &mut visuals.widgets.hovered,
            &mut visuals.widgets.active,
        ] {
            widget.corner_radius = egui::CornerRadius::same(6);
        }
        visuals.widgets.inactive.weak_bg_fill = color(theme.background);
        visuals.widgets.inactive.bg_fill = color(theme.background);
        visuals.widgets.inactive.bg_stroke = egui::Stroke::new(1.0, color(theme.rule));
    });
}

/// Behind the side panels: a touch off the canvas; in high contrast nothing is.
pub(super) fn side(theme: &Theme) -> egui::Color32 {
    match theme.name == Theme::CONTRAST.name {
        true => color(theme.background),
        false => color(theme.rule.over(theme.background, 0.28)),
    }
}

/// A colour as egui has it.
pub(super) fn color(color: Color) -> egui::Color32 {
    egui::Color32::from_rgba_unmultiplied(color.r, color.g, color.b, color.a)
}

/// A box that stands over the window until it is answered.
pub(super) fn modal(context: &egui::Context, name: &str) -> egui::Modal {
    let frame = egui::Frame::popup(&context.global_style()).inner_margin(18);
    egui::Modal::new(egui::Id::unique(name)).frame(frame)
}

/// A text in one line, cut to a width in points, right-to-left words in their places.
pub(super) fn one_line(ui: &egui::Ui, text: &str, font: &egui::FontId, room: f32) -> String {
    let whole = crate::font::line(text);
    let width = |text: &str| {
        let galley =
            ui.painter()
                .layout_no_wrap(text.to_owned(), font.clone(), egui::Color32::BLACK);
        galley.size().x
    };
    // What egui cuts itself it cuts at the right, where a text read from right to left begins.
    if whole == text || width(&whole) <= room {
        return whole;
    }
    let mut cut = text.to_owned();
    while cut.pop().is_some() && width(&crate::font::line(&cut)) > room - font.size {}
    crate::font::line(&format!("{cut}…"))
}

/// A small heading over a list, in capitals.
pub(super) fn section(ui: &mut egui::Ui, words: &str) {
    let text = egui::RichText::new(words.to_uppercase())
        .font(medium(11.5))
        .color(ui.visuals().weak_text_color());
    ui.label(text);
}
