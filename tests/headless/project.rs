//! The project file: what is done is in it, whatever comes between.

use crate::fixture::Dice;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};
use tidslinje::chronology::{ArticleId, What};
use tidslinje::error::Error;
use tidslinje::extract::Knowledge;
use tidslinje::store::Project;
use tidslinje::words::Interface;
use tidslinje::workspace::{Command, Workspace};

static KNOWLEDGE: LazyLock<Arc<Knowledge>> =
    LazyLock::new(|| Arc::new(Knowledge::bundled().expect("knowledge")));

fn workspace() -> Workspace {
    Workspace::new(Arc::clone(&KNOWLEDGE), Interface::FALLBACK, Arc::new(|| {}))
}

fn open(path: &Path) -> Workspace {
    let mut workspace = workspace();
    workspace.apply(Command::Open(vec![path.to_owned()], None));
    workspace
}

fn article(n: usize) -> String {
    let day = n % 28 + 1;
    format!(
        "Møte nummer {n}\n\nOSLO {day}. mars 2018: Jonas Gahr Støre møtte Mette Frederiksen i Tromsø i går. \
         Nummer {n}.\n"
    )
}

fn first(workspace: &Workspace) -> ArticleId {
    let mut articles = workspace.chronology().articles();
    articles.next().expect("an article is open").id
}

/// Memory and file say the same, and undo and redo would too.
fn check(workspace: &Workspace, path: &Path, step: usize) {
    assert!(
        workspace.notices().iter().all(|notice| !notice.is_error),
        "{step}: {:?}",
        workspace.notices()
    );
    let again = open(path);
    assert!(
        again.chronology() == workspace.chronology(),
        "step {step}: the file says otherwise"
    );
    let next = |workspace: &Workspace| {
        let history = workspace.history();
        (history.next_undo().cloned(), history.next_redo().cloned())
    };
    assert!(
        next(&again) == next(workspace),
        "step {step}: the history is another"
    );
}

#[test]
fn the_file_equals_memory_through_edits_undo_redo_and_reopening() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.tidslinje");
    let mut dice = Dice(11);
    let mut window = open(&path);
    for step in 0..120 {
        let has_articles = window.chronology().articles().len() > 0;
        let command = match dice.roll(9) {
            0 | 1 => Command::Undo,
            2 => Command::Redo,
            3 if has_articles => {
                Command::SetPublished(first(&window), format!("2019-04-{:02}", step % 28 + 1))
            }
            4 if has_articles => Command::Remove(first(&window)),
            5 if window.chronology().persons().len() > 0 => {
                let person = window
                    .chronology()
                    .persons()
                    .next()
                    .expect("a person")
                    .id
                    .clone();
                Command::Correct(vec![What::Rename(person, format!("Navn {step}"))])
            }
            _ => Command::Paste(article(step)),
        };
        window.apply(command);
        check(&window, &path, step);
        if step % 10 == 9 {
            // A lock is held by one window: the other only reads.
            drop(window);
            window = open(&path);
        }
    }
    let held = window.chronology().clone();
    drop(window);
    let mut window = open(&path);
    assert!(window.chronology() == &held);
    // Back to the beginning and forth again, as far as the history goes.
    let mut n = 0;
    while window.history().next_undo().is_some() {
        window.apply(Command::Undo);
        n += 1;
    }
    for _ in 0..n {
        window.apply(Command::Redo);
    }
    assert!(
        n > 10 && window.chronology() == &held,
        "{n} steps back and forth"
    );
}

#[test]
fn each_change_is_in_the_file_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.tidslinje");
    let mut window = open(&path);
    for step in 0..6 {
        window.apply(Command::Paste(article(step)));
        let file = Project::open(&path)
            .expect("it opens")
            .chronology()
            .expect("it reads");
        assert!(&file == window.chronology(), "step {step}");
    }
}

#[test]
fn a_date_set_after_reopening_moves_the_events() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.tidslinje");
    let mut window = open(&path);
    window.apply(Command::Paste(
        "Møte\n\nJonas Gahr Støre møtte Mette Frederiksen i Oslo i går.\n".to_owned(),
    ));
    drop(window);
    let mut window = open(&path);
    let article = first(&window);
    window.apply(Command::SetPublished(article, "25. april 2019".to_owned()));
    let published = window
        .chronology()
        .article(article)
        .and_then(|article| article.published);
    assert_eq!(
        published.map(|day| day.to_string()).as_deref(),
        Some("2019-04-25")
    );
    let days: Vec<_> = window
        .chronology()
        .events()
        .map(|event| event.when.interval.first_day())
        .collect();
    assert_eq!(days, [Some("2019-04-24".parse().expect("a day"))]);
    drop(window);
    check(&open(&path), &path, 0);
}

#[test]
fn a_second_window_only_reads_and_says_so() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.tidslinje");
    let mut writer = open(&path);
    writer.apply(Command::Paste(article(1)));
    let mut reader = open(&path);
    assert!(
        reader
            .notices()
            .iter()
            .any(|notice| notice.message.key == "error-read-only")
    );
    let before = reader.chronology().clone();
    reader.apply(Command::Paste(article(2)));
    assert!(
        reader.chronology() == &before,
        "what cannot be written is not done"
    );
    drop(reader);
    writer.apply(Command::Paste(article(3)));
    assert!(writer.notices().is_empty());
    drop(writer);
    assert_eq!(open(&path).chronology().articles().len(), 2);
}

#[test]
fn what_is_no_project_is_refused_and_left_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, bytes: &[u8]| -> PathBuf {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).expect("a file");
        path
    };
    let text = write(
        "text.tidslinje",
        &b"An article about a meeting in Oslo. ".repeat(100),
    );
    let foreign = folder.path().join("foreign.tidslinje");
    let made = rusqlite::Connection::open(&foreign).expect("a database");
    made.execute_batch("CREATE TABLE thing (a)")
        .expect("a table");
    drop(made);
    for path in [text, foreign] {
        let before = std::fs::read(&path).expect("bytes");
        let refused = Project::open(&path).expect_err("it is none");
        assert!(matches!(refused, Error::NoProject { .. }), "{refused}");
        assert!(
            std::fs::read(&path).expect("bytes") == before,
            "{} was touched",
            path.display()
        );
    }
    let later = folder.path().join("later.tidslinje");
    drop(Project::open(&later).expect("a project"));
    let made = rusqlite::Connection::open(&later).expect("a database");
    made.pragma_update(None, "user_version", 999)
        .expect("a version");
    drop(made);
    let refused = Project::open(&later).expect_err("it is of another time");
    assert!(matches!(refused, Error::LaterProject { .. }), "{refused}");
}

#[test]
fn the_search_meets_all_ways_to_write_a_name() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.tidslinje");
    let mut kept = open(&path);
    let mut loose = workspace();
    for window in [&mut kept, &mut loose] {
        window.apply(Command::Paste(article(4)));
        let other =
            "Toppmøte\n\nOSLO 9. juni 2018: Sauli Niinistö møtte Ulf Kristersson i Tromsø i går.\n";
        window.apply(Command::Paste(other.to_owned()));
        for (typed, n) in [
            ("tromsø", 2),
            ("TROMSO", 2),
            ("Tromsö støre", 1),
            ("stør frederik", 1),
        ] {
            assert_eq!(window.find(typed, 10).len(), n, "{typed}");
        }
        assert!(window.find("stockholm", 10).is_empty());
        assert!(window.find("\"'*)(", 10).is_empty());
        assert!(window.find("  ", 10).is_empty());
        assert_eq!(
            window.find("oslo tromsø", 1).len(),
            window.find("oslo tromsø", 10).len().min(1)
        );
    }
    kept.apply(Command::Undo);
    assert_eq!(
        kept.find("tromsø", 10).len(),
        1,
        "what is gone is not found"
    );
}
