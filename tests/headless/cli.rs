//! The program from end to end, without a window.

use std::path::Path;
use std::process::{Command, Output, Stdio};

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_tidslinje"))
        .current_dir(folder)
        .args(arguments)
        .output()
        .expect("the program runs")
}

fn words(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

const ARTICLE: &str = "Statsministrene møttes i Oslo\n\
    Mette Frederiksen og Jonas Gahr Støre møttes i Oslo tirsdag. Dagen før landet Frederiksen i Bergen.\n\
    For to år siden besøkte Støre København.\n";

#[test]
fn an_inferred_date_comes_with_its_reasons() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "Toppmøte i Singapore\n\
        USAs president Donald Trump og Nord-Koreas leder Kim Jong-un møttes tirsdag i Singapore.\n";
    std::fs::write(folder.path().join("a.txt"), text).expect("a file");
    let out = run(folder.path(), &["extract", "a.txt"]);
    let document: serde_json::Value = serde_json::from_slice(&out.stdout).expect("JSON");
    let article = &document["articles"][0];
    assert_eq!(article["published"], "2018-06-12");
    assert_eq!(article["published_from"], "inferred");
    let why = article["published_why"].as_array().expect("reasons");
    let told = words(&out.stderr);
    for step in why.iter().filter_map(|step| step.as_str()) {
        assert!(told.contains(step), "{told}");
    }
    assert!(!why.is_empty() && document["events"][0]["when"]["certainty"] == "inferred");
}

#[test]
fn an_article_becomes_events() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("a.txt"), ARTICLE).expect("a file");
    let out = run(
        folder.path(),
        &["extract", "--published", "2023-05-11", "a.txt"],
    );
    assert!(out.status.success(), "{}", words(&out.stderr));
    let document: serde_json::Value = serde_json::from_slice(&out.stdout).expect("JSON");
    assert_eq!(document["schema"], "tidslinje/1");
    assert_eq!(document["articles"][0]["language"], "nb");
    assert_eq!(document["articles"][0]["published_from"], "given");
    let events = document["events"].as_array().expect("events");
    let told: Vec<String> = events
        .iter()
        .map(|event| {
            let who: Vec<&str> = event["participants"]
                .as_array()
                .expect("people")
                .iter()
                .filter_map(|w| w.as_str())
                .collect();
            format!(
                "{} {} {} {} {}",
                event["when"]["earliest"].as_str().unwrap_or("?"),
                event["when"]["latest"].as_str().unwrap_or("?"),
                event["kind"].as_str().unwrap_or("?"),
                who.join("+"),
                event["place"]["name"].as_str().unwrap_or("-"),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "2021-01-01 2021-12-31 visit jonas-gahr-store København",
            "2023-05-08 2023-05-08 travel mette-frederiksen Bergen",
            "2023-05-09 2023-05-09 meeting mette-frederiksen+jonas-gahr-store Oslo",
        ]
    );
    for event in events {
        for source in event["sources"].as_array().expect("sources") {
            let at = |key: &str| {
                usize::try_from(source[key].as_u64().expect("an offset")).expect("small")
            };
            let quote: String = ARTICLE
                .chars()
                .skip(at("start"))
                .take(at("end") - at("start"))
                .collect();
            assert_eq!(source["quote"], quote);
        }
        assert!(
            !event["when"]["why"]
                .as_array()
                .expect("a reckoning")
                .is_empty()
        );
    }
    let again = run(
        folder.path(),
        &["extract", "--published", "2023-05-11", "a.txt"],
    );
    assert_eq!(
        out.stdout, again.stdout,
        "the same input gives the same output"
    );
}

#[test]
fn bad_files_are_named_and_the_good_ones_read() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("wire")).expect("a folder");
    std::fs::create_dir(folder.path().join("nothing")).expect("a folder");
    std::fs::write(folder.path().join("wire/good.txt"), ARTICLE).expect("a file");
    std::fs::write(
        folder.path().join("wire/bad.txt"),
        b"\x89PNG\r\n\x1a\n\0\0\0\0",
    )
    .expect("a file");
    std::fs::write(folder.path().join("empty.txt"), "").expect("a file");
    let check = |path: &str, sentence: &str, events: bool| {
        let out = run(
            folder.path(),
            &["extract", "--published", "2023-05-11", path],
        );
        assert_eq!(out.status.code(), Some(1), "{path}");
        let said = words(&out.stderr);
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(said.contains(sentence), "{said}");
        assert_eq!(words(&out.stdout).contains("meeting"), events, "{path}");
    };
    check("wire", "“wire/bad.txt” is not a text file", true);
    check("empty.txt", "“empty.txt” holds no text", false);
    check("none.txt", "There is no file or folder “none.txt”", false);
    check("nothing", "The folder “nothing” holds no article", false);
    check("wire/bad.txt", "“wire/bad.txt” is not a text file", false);
}

#[test]
fn wrong_usage_is_told_apart() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("a.txt"), ARTICLE).expect("a file");
    assert_eq!(run(folder.path(), &["extract"]).status.code(), Some(2));
    let out = run(
        folder.path(),
        &["extract", "--published", "11.05.2023", "a.txt"],
    );
    assert!(
        words(&out.stderr).contains("“11.05.2023” is not a date"),
        "{}",
        words(&out.stderr)
    );
    let out = run(folder.path(), &["export", "a.txt", "-o", "a.docx"]);
    assert!(
        words(&out.stderr).contains(".svg, .png"),
        "{}",
        words(&out.stderr)
    );
}

#[test]
fn a_picture_is_written_in_two_formats() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("a.txt"), ARTICLE).expect("a file");
    for name in ["a.svg", "a.png"] {
        let out = run(
            folder.path(),
            &[
                "export",
                "--published",
                "2023-05-11",
                "--interface",
                "nb",
                "a.txt",
                "-o",
                name,
            ],
        );
        assert!(out.status.success(), "{}", words(&out.stderr));
    }
    let svg = std::fs::read_to_string(folder.path().join("a.svg")).expect("an SVG");
    assert!(
        svg.contains("Mette Frederiksen") && svg.contains("2021"),
        "{svg}"
    );
    assert!(
        std::fs::read(folder.path().join("a.png"))
            .expect("a PNG")
            .starts_with(b"\x89PNG")
    );
}

#[test]
fn a_pipe_carries_one_article_a_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let line =
        serde_json::json!({"id": "n1", "text": ARTICLE, "published": "2023-05-11"}).to_string();
    let mut child = Command::new(env!("CARGO_BIN_EXE_tidslinje"))
        .current_dir(folder.path())
        .args(["extract", "--format", "jsonl", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    std::io::Write::write_all(
        child.stdin.as_mut().expect("a pipe"),
        format!("{line}\nnonsense\n").as_bytes(),
    )
    .expect("written");
    let out = child.wait_with_output().expect("an end");
    assert_eq!(out.status.code(), Some(1));
    assert!(
        words(&out.stderr).contains("line 2"),
        "{}",
        words(&out.stderr)
    );
    let lines: Vec<serde_json::Value> = words(&out.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0]["articles"][0]["path"], "n1");
}

#[test]
fn tags_and_reasons_are_printed() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("a.txt"), ARTICLE).expect("a file");
    let out = run(
        folder.path(),
        &["tag", "--published", "2023-05-11", "a.txt"],
    );
    let document: serde_json::Value = serde_json::from_slice(&out.stdout).expect("JSON");
    let values: Vec<&str> = document["timexes"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|t| t["value"].as_str())
        .collect();
    assert_eq!(values, ["2023-05-09", "2023-05-08", "2021"]);
    let out = run(
        folder.path(),
        &[
            "explain",
            "Han kom for to år siden.",
            "--published",
            "2023-05-11",
            "--interface",
            "nb",
        ],
    );
    let said = words(&out.stdout);
    assert!(
        said.contains("so long ago") && said.contains("11. mai 2023") && said.contains("2021"),
        "{said}"
    );
}

#[test]
fn names_of_persons_are_printed_with_their_places() {
    let folder = tempfile::tempdir().expect("a folder");
    let text =
        "Ordfører Åse Lunde kom. – Bra, sier Lunde. Hun møtte Ola (7) og Vladimir Putin i Førde.";
    std::fs::write(folder.path().join("a.txt"), text).expect("a file");
    let out = run(
        folder.path(),
        &[
            "tag",
            "--people",
            "--language",
            "nb",
            "--published",
            "2013-05-11",
            "a.txt",
        ],
    );
    let document: serde_json::Value = serde_json::from_slice(&out.stdout).expect("JSON");
    let rows: Vec<String> = document["people"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|row| {
            let place = |key: &str| row[key].as_u64().expect("a place") as usize;
            let there: String = text
                .chars()
                .skip(place("start"))
                .take(place("end") - place("start"))
                .collect();
            assert_eq!(row["text"], there);
            format!("{there} {} {}", row["form"], row["id"]).replace('"', "")
        })
        .collect();
    assert_eq!(
        rows,
        [
            "Åse Lunde full ase-lunde",
            "Lunde short ase-lunde",
            "Ola short ola",
            "Vladimir Putin full vladimir-putin",
        ]
    );
    let out = run(folder.path(), &["tag", "a.txt"]);
    assert!(!words(&out.stdout).contains("people"));
}
