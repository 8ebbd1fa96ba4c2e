//! The main job by accessible names: open an article, see why, set its date, export.

use crate::harness::{click, click_first, press, sees, settle, type_into, window};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use tidslinje::ui::App;
use tidslinje::workspace::{Command, Move};

const ARTICLE: &str = "Statsministrene møttes i Oslo\n\
    Mette Frederiksen og Jonas Gahr Støre møttes i Oslo tirsdag. Dagen før landet Frederiksen i Bergen.\n\
    For to år siden besøkte Støre København.\n";

#[test]
fn an_article_is_opened_explored_and_exported() {
    let folder = tempfile::tempdir().expect("a folder");
    let article = folder.path().join("oslo.txt");
    std::fs::write(&article, ARTICLE).expect("a file");
    let mut window = window(Vec::new(), "en", (1440.0, 900.0));
    let n_samples = window.state().workspace().chronology().articles().len();
    assert!(n_samples >= 6, "the samples are open");

    press(&mut window, Modifiers::COMMAND, Key::O);
    type_into(&mut window, "Path", &article.display().to_string());
    click(&mut window, "Open");
    assert_eq!(
        window.state().workspace().chronology().articles().len(),
        1,
        "the samples give way"
    );
    assert!(sees(&window, "Statsministrene møttes i Oslo"));

    click(&mut window, "No date – set it…");
    type_into(&mut window, "Date of publication", "11. mai 2023");
    click(&mut window, "Set");
    let dated = window
        .state()
        .workspace()
        .chronology()
        .articles()
        .find(|article| article.title.starts_with("Statsmin"));
    assert_eq!(
        dated
            .and_then(|article| article.published)
            .map(|day| day.to_string())
            .as_deref(),
        Some("2023-05-11")
    );

    click_first(&mut window, "Støre besøkte København");
    assert!(window.state().selected().is_some());
    assert!(sees(&window, "Why this date?"));
    assert!(sees(
        &window,
        "counted from the article's date, 11 May 2023"
    ));
    assert!(sees(&window, "2021"));

    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(sees(&window, "Back to the event"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(sees(&window, "Why this date?"));

    let picture = folder.path().join("picture.svg");
    press(&mut window, Modifiers::COMMAND, Key::E);
    click(&mut window, "Everything");
    click(&mut window, "Save…");
    type_into(&mut window, "Path", &picture.display().to_string());
    click(&mut window, "Save");
    let svg = std::fs::read_to_string(&picture).expect("the picture was written");
    assert!(
        svg.contains("besøkte København"),
        "the picture shows the event"
    );

    press(&mut window, Modifiers::COMMAND, Key::Z);
    let undated = window
        .state()
        .workspace()
        .chronology()
        .articles()
        .find(|article| article.title.starts_with("Statsmin"));
    assert_eq!(
        undated.and_then(|article| article.published),
        None,
        "undo takes the date back"
    );
}

#[test]
fn keys_move_along_the_events() {
    let mut window = window(Vec::new(), "nb", (1440.0, 900.0));
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    let first = window.state().selected();
    assert!(first.is_some());
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert_ne!(window.state().selected(), first);
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(window.state().selected(), first);
    let before = window.state().workspace().view().viewport;
    press(&mut window, Modifiers::NONE, Key::Plus);
    let closer = window.state().workspace().view().viewport;
    assert!(closer.to - closer.from < before.to - before.from);
    press(&mut window, Modifiers::NONE, Key::F);
    press(&mut window, Modifiers::NONE, Key::G);
    assert!(window.state().workspace().view().is_true_scale);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(window.state().selected(), None);
    press(&mut window, Modifiers::NONE, Key::F1);
    assert!(sees(&window, "Dette kortet"));
}

#[test]
fn bad_files_are_told_of_and_ticks_hide_tracks() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("good.txt"), ARTICLE).expect("a file");
    std::fs::write(folder.path().join("bad.txt"), b"\x89PNG\r\n\x1a\n\0\0").expect("a file");
    let mut window = window(vec![folder.path().to_owned()], "en", (1024.0, 640.0));
    assert!(sees(&window, "is not a text file"));
    assert!(sees(&window, "Statsministrene møttes i Oslo"));
    let tracks = window.state().workspace().view().choice.tracks.len();
    click(&mut window, "Mette Frederiksen");
    assert_eq!(
        window.state().workspace().view().choice.tracks.len(),
        tracks - 1
    );
}

#[test]
fn keys_belong_to_a_text_box_while_it_has_the_focus() {
    let mut window = window(Vec::new(), "en", (1440.0, 900.0));
    let n_articles = |window: &egui_kittest::Harness<tidslinje::ui::App>| {
        window.state().workspace().chronology().articles().len()
    };
    let samples = n_articles(&window);
    window
        .state_mut()
        .wish(tidslinje::workspace::Command::Paste(ARTICLE.to_owned()));
    crate::harness::settle(&mut window);
    assert_eq!(n_articles(&window), 1);

    click(&mut window, "No date – set it…");
    type_into(&mut window, "Date of publication", "2023");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(n_articles(&window), 1, "undo is the text's");
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(n_articles(&window), samples, "undo is the window's again");
}

#[test]
fn many_notices_are_put_away_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["a", "b", "c", "d", "e", "f", "g"] {
        let file = folder.path().join(format!("{name}.txt"));
        std::fs::write(file, b"\x89PNG\r\n\x1a\n\0\0").expect("a file");
    }
    let mut window = window(vec![folder.path().to_owned()], "en", (1024.0, 640.0));
    click(&mut window, "Put all away (and 2 more)");
    assert!(window.state().workspace().notices().is_empty());
}

#[test]
fn an_event_chosen_by_key_is_scrolled_to() {
    let mut window = window(Vec::new(), "en", (1024.0, 640.0));
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    let event = window.state().selected().expect("an event");
    let chronology = window.state().workspace().chronology();
    let title = chronology.event(event).expect("it").title.clone();
    assert!(window.state().workspace().view().viewport.scroll_px > 0.0);
    assert!(
        sees(&window, &format!("{title}, ")),
        "its mark is in view, by its title and date"
    );
}

#[test]
fn the_keyboard_alone_leads_from_start_to_export() {
    const HISTORY: &str = "Støre møtte Frederiksen i Oslo\n\
        Mette Frederiksen og Jonas Gahr Støre møttes i Oslo tirsdag.\n\
        I 2011 møtte Dmitrij Medvedev Kim Jong-il i Ulan-Ude.\n";
    let folder = tempfile::tempdir().expect("a folder");
    let article = folder.path().join("historie.txt");
    std::fs::write(&article, HISTORY).expect("a file");
    let mut window = window(Vec::new(), "en", (1440.0, 900.0));
    let type_text = |window: &mut egui_kittest::Harness<tidslinje::ui::App>, text: &str| {
        window.event(egui::Event::Text(text.to_owned()));
        crate::harness::settle(window);
    };

    press(&mut window, Modifiers::COMMAND, Key::O);
    type_text(&mut window, &article.display().to_string());
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(sees(&window, "Støre møtte Frederiksen i Oslo"));

    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    let event = window.state().selected().expect("the first event");
    let chronology = window.state().workspace().chronology();
    let event = chronology.event(event).expect("it is there").clone();
    let names: Vec<&str> = event.participants.iter().map(|id| id.as_str()).collect();
    assert_eq!(
        names,
        ["dmitry-medvedev", "kim-jong-il"],
        "2011 comes first"
    );
    assert!(sees(&window, "Why this date?"));

    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(
        sees(&window, "I 2011 møtte Dmitrij Medvedev"),
        "the source is open"
    );
    press(&mut window, Modifiers::NONE, Key::Escape);

    let picture = folder.path().join("bilde.svg");
    press(&mut window, Modifiers::COMMAND, Key::E);
    press(&mut window, Modifiers::NONE, Key::Enter);
    press(&mut window, Modifiers::COMMAND, Key::A);
    type_text(&mut window, &picture.display().to_string());
    press(&mut window, Modifiers::NONE, Key::Enter);
    let svg = std::fs::read_to_string(&picture).expect("the picture was written");
    assert!(svg.contains("Medvedev"), "the picture shows the event");
}

#[test]
fn a_screen_reader_finds_every_mark_and_every_count() {
    let mut window = window(Vec::new(), "en", (1440.0, 900.0));
    finds_all(&window);
    let list = window.get_by_role_and_label(Role::List, "Events of Donald Trump");
    let items = list.query_all_by_label_contains("Donald Trump and Kim");
    assert!(items.count() > 0, "meetings are items of the list");
    // Rows so low that all is counted.
    for _ in 0..10 {
        press(&mut window, Modifiers::SHIFT, Key::ArrowUp);
    }
    assert!(sees(&window, " more events with Kim Jong-un"));
    finds_all(&window);
}

fn finds_all(window: &Harness<App>) {
    let workspace = window.state().workspace();
    let view = workspace.view();
    let layout = tidslinje::layout::lay_out(
        workspace.chronology(),
        view.index(),
        &view.choice,
        view.scale(),
        &view.viewport,
        workspace.interface(),
        None,
    );
    let scene = tidslinje::scene::draw(&layout, &tidslinje::scene::Theme::LIGHT);
    let n_events = scene
        .hits
        .iter()
        .filter(|hit| matches!(hit.target, tidslinje::scene::Target::Event(_)));
    let n_counts = scene
        .hits
        .iter()
        .filter(|hit| matches!(hit.target, tidslinje::scene::Target::More { .. }));
    assert!(
        n_events.count() + n_counts.count() > 10,
        "something is in view"
    );
    for hit in &scene.hits {
        let words = hit.words(workspace.chronology(), workspace.interface());
        assert!(
            !words.is_empty() && sees(window, &words),
            "“{words}” is not in the tree"
        );
    }
}

#[test]
fn the_table_sorts_and_leads_to_events_and_the_matrix_filters() {
    let mut window = window(Vec::new(), "en", (1440.0, 900.0));
    press(&mut window, Modifiers::NONE, Key::T);
    assert!(sees(&window, "Copy for a spreadsheet"));
    click(&mut window, "Event");
    click_first(&mut window, "Finland");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!sees(&window, "Copy for a spreadsheet"));

    let all = window.state().workspace().view().index().n_shown();
    press(&mut window, Modifiers::NONE, Key::S);
    click_first(&mut window, "Donald Trump and Kim Jong-un: ");
    let view = window.state().workspace().view();
    let together: Vec<&str> = view.choice.together.iter().map(|id| id.as_str()).collect();
    assert_eq!(together, ["donald-trump", "kim-jong-un"]);
    assert!(
        view.index().n_shown() < all,
        "only what the two share is left"
    );
    click(&mut window, "× No longer only with Kim Jong-un");
    click(&mut window, "× No longer only with Donald Trump");
    assert_eq!(window.state().workspace().view().index().n_shown(), all);
}

#[test]
fn a_search_leads_to_its_event() {
    let mut window = window(Vec::new(), "en", (1440.0, 900.0));
    press(&mut window, Modifiers::COMMAND, Key::F);
    type_into(&mut window, "Search", "medvedev ulan");
    assert!(sees(&window, "Dmitrij Medvedev traff Kim Jong-il"));
    press(&mut window, Modifiers::NONE, Key::Enter);
    let event = window.state().selected().expect("an event is chosen");
    let chronology = window.state().workspace().chronology();
    let title = &chronology.event(event).expect("it is there").title;
    assert!(title.contains("Medvedev"), "{title}");
}

#[test]
fn a_number_lists_its_events_and_a_track_is_dragged_and_pinned() {
    let mut window = window(Vec::new(), "en", (1440.0, 700.0));
    click_first(&mut window, " more events with Kim Jong-un");
    // Until then it could be a double click.
    window.run_steps(12);
    assert!(sees(&window, "Copy for a spreadsheet"), "the list is open");
    assert!(sees(&window, "Zoom here"));
    press(&mut window, Modifiers::NONE, Key::Escape);

    let tracks = |window: &Harness<App>| window.state().workspace().view().choice.tracks.clone();
    let before = tracks(&window);
    let head = |window: &Harness<App>, n: usize| {
        let view = window.state().workspace().view();
        let person = window
            .state()
            .workspace()
            .chronology()
            .person(&view.choice.tracks[n]);
        let name = person.expect("it is known").name.clone();
        let words = format!("{name}, ");
        let nodes = window.get_all_by_label_contains(&words);
        let on_canvas = nodes
            .map(|node| node.rect())
            .find(|area| (150.0..190.0).contains(&area.width()));
        on_canvas.expect("the head is in view").center()
    };
    let (from, to) = (head(&window, 2), head(&window, 0));
    window.drag_at(from);
    window.run_steps(2);
    window.hover_at(from.lerp(to, 0.5));
    window.run_steps(2);
    window.hover_at(to);
    window.run_steps(2);
    window.drop_at(to);
    settle(&mut window);
    let after = tracks(&window);
    assert_eq!(after[0], before[2], "the third track is the first");
    assert_eq!(after[1..3], before[0..2]);

    let pinned = after[2].clone();
    window
        .state_mut()
        .wish(Command::View(Move::TogglePin(pinned.clone())));
    window.state_mut().wish(Command::View(Move::OrderTracks));
    settle(&mut window);
    assert_eq!(tracks(&window)[0], pinned, "what is pinned stays first");
}
