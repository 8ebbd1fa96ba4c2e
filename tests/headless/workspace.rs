//! The open project: no article is lost on the way in, and the view before is found again.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tidslinje::extract::Knowledge;
use tidslinje::words::Interface;
use tidslinje::workspace::{Command, ExportRequest, Move, Workspace};

const OSLO: &str = "Statsministrene møttes i Oslo\n\nOSLO 11. mai 2023: Jonas Gahr Støre tok imot Mette \
                    Frederiksen i Oslo onsdag.\n";
const HELSINKI: &str = "Niinistö møtte Støre\n\nHELSINKI 5. april 2023: Sauli Niinistö møtte Jonas Gahr \
                        Støre i Helsinki tirsdag.\n";

fn workspace() -> Workspace {
    let knowledge = Arc::new(Knowledge::bundled().expect("knowledge"));
    Workspace::new(knowledge, Interface::FALLBACK, Arc::new(|| {}))
}

fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("a file");
    path
}

/// Waits until no job is under way.
fn settle(workspace: &mut Workspace) {
    let start = Instant::now();
    while workspace.job().is_some() {
        assert!(start.elapsed() < Duration::from_secs(60), "the job ends");
        workspace.poll();
        std::thread::sleep(Duration::from_millis(2));
    }
}

fn titles(workspace: &Workspace) -> Vec<&str> {
    let articles = workspace.chronology().articles();
    articles.map(|article| article.title.as_str()).collect()
}

#[test]
fn files_opened_while_others_are_read_are_read_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut workspace = workspace();
    workspace.apply(Command::Open(
        vec![write(folder.path(), "oslo.txt", OSLO)],
        None,
    ));
    workspace.apply(Command::Open(
        vec![write(folder.path(), "helsinki.txt", HELSINKI)],
        None,
    ));
    settle(&mut workspace);
    assert_eq!(titles(&workspace).len(), 2, "{:?}", titles(&workspace));
}

#[test]
fn a_picture_written_while_files_are_read_stops_neither() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut workspace = workspace();
    workspace.apply(Command::Open(
        vec![write(folder.path(), "oslo.txt", OSLO)],
        None,
    ));
    settle(&mut workspace);
    workspace.apply(Command::Open(
        vec![write(folder.path(), "helsinki.txt", HELSINKI)],
        None,
    ));
    let path = folder.path().join("picture.svg");
    workspace.apply(Command::Export(ExportRequest {
        path: path.clone(),
        everything: true,
        width_px: 900,
        height_px: None,
        scale: 1.0,
        theme: "light",
    }));
    settle(&mut workspace);
    assert_eq!(titles(&workspace).len(), 2);
    assert!(path.exists());
}

#[test]
fn samples_opened_beside_own_articles_take_nothing_along_when_they_go() {
    let mut workspace = workspace();
    workspace.apply(Command::Paste(OSLO.to_owned()));
    let own = titles(&workspace)[0].to_owned();
    workspace.apply(Command::OpenSamples);
    assert!(titles(&workspace).len() > 5);
    workspace.apply(Command::Paste(HELSINKI.to_owned()));
    assert!(
        titles(&workspace).contains(&own.as_str()),
        "one's own article stays"
    );
}

#[test]
fn samples_opened_beside_own_articles_can_be_undone() {
    let mut workspace = workspace();
    workspace.apply(Command::Paste(OSLO.to_owned()));
    workspace.apply(Command::OpenSamples);
    workspace.apply(Command::Undo);
    assert_eq!(titles(&workspace).len(), 1);
}

#[test]
fn back_finds_the_view_before_a_run_of_the_wheel() {
    let mut workspace = workspace();
    workspace.apply(Command::OpenSamples);
    workspace.apply(Command::View(Move::Resize {
        width_px: 1200.0,
        height_px: 700.0,
    }));
    let seen = |workspace: &Workspace| {
        let viewport = workspace.view().viewport;
        (viewport.from, viewport.to)
    };
    let fitted = seen(&workspace);
    for _ in 0..6 {
        workspace.apply(Command::View(Move::Zoom {
            x: 700.0,
            factor: 1.3,
        }));
    }
    workspace.apply(Command::View(Move::Pan(-80.0)));
    assert_ne!(seen(&workspace), fitted);
    workspace.apply(Command::View(Move::Back));
    assert_eq!(seen(&workspace), fitted);
}

#[test]
fn a_person_who_is_only_named_keeps_no_track_from_the_samples() {
    let mut workspace = workspace();
    workspace.apply(Command::OpenSamples);
    let article = format!("{OSLO}Ulf Kristersson var ikke der.\n");
    workspace.apply(Command::Paste(article));
    let takes_part = |person| {
        let mut events = workspace.chronology().events();
        events.any(|event| event.participants.contains(person))
    };
    let tracks = &workspace.view().choice.tracks;
    assert!(!tracks.is_empty());
    assert!(tracks.iter().all(takes_part), "{tracks:?}");
}
