//! Commands without a window: `extract`, `tag`, `export`, `explain`.

mod arguments;
mod input;
mod tag;

pub use arguments::{Arguments, Command};

use crate::chronology::{Chronology, PersonId};
use crate::error::{Error, Result};
use crate::export::{self, FORMATS, Format, Picture, Writer};
use crate::extract::{self, Extraction, Knowledge};
use crate::scene::Theme;
use crate::time::{Day, Interval};
use crate::words::Interface;
use arguments::{ExplainArguments, ExportArguments, ExtractArguments, Look};
use std::io::Write;
use std::process::ExitCode;

/// Runs a command; gives the exit status: 0, or 1 where some input could not be read.
pub fn run(command: &Command) -> Result<ExitCode> {
    // It lives as long as the program: taking it apart at the end would be time spent for nothing.
    let knowledge: &Knowledge = Box::leak(Box::new(Knowledge::bundled()?));
    match command {
        Command::Extract(arguments) => extract(arguments, knowledge),
        Command::Tag(arguments) => tag::tag(arguments, knowledge),
        Command::Export(arguments) => export(arguments, knowledge),
        Command::Explain(arguments) => explain(arguments, knowledge),
    }
}

fn extract(arguments: &ExtractArguments, knowledge: &Knowledge) -> Result<ExitCode> {
    let read = input::read(
        &arguments.paths,
        &arguments.reading,
        arguments.format.extension(),
        knowledge,
    )?;
    let interface = arguments.reading.interface()?;
    let format = FORMATS
        .iter()
        .find(|format| format.extension == arguments.format.extension());
    if let Some(Format {
        writer: Writer::Data(write),
        ..
    }) = format
        && !read.found.is_empty()
    {
        let chronologies: Vec<Chronology> = match arguments.format {
            // In a pipe an article's result must not wait for the others, nor depend on them.
            arguments::DataFormat::Jsonl => read
                .found
                .iter()
                .map(|one| extract::merge(std::slice::from_ref(one)))
                .collect(),
            _ => vec![extract::merge(&read.found)],
        };
        for chronology in &chronologies {
            print(&write(chronology, interface)?)?;
        }
    }
    Ok(read.status())
}

fn export(arguments: &ExportArguments, knowledge: &Knowledge) -> Result<ExitCode> {
    let format = Format::of(&arguments.output)?;
    let read = input::read(&arguments.paths, &arguments.reading, "", knowledge)?;
    let chronology = extract::merge(&read.found);
    let interface = arguments.reading.interface()?;
    let bytes = match format.writer {
        Writer::Data(write) => write(&chronology, interface)?,
        Writer::Picture(write) => {
            let theme = match arguments.theme {
                Look::Light => Theme::LIGHT,
                Look::Dark => Theme::DARK,
                Look::Print => Theme::PRINT,
                Look::Contrast => Theme::CONTRAST,
            };
            let picture = Picture {
                width_px: arguments.width,
                height_px: arguments.height,
                theme: &theme,
                people: people(&arguments.people, &chronology)?,
                time: Interval {
                    start: arguments
                        .from
                        .as_deref()
                        .map(input::date)
                        .transpose()?
                        .map(Day::start),
                    end: arguments
                        .to
                        .as_deref()
                        .map(input::date)
                        .transpose()?
                        .map(Day::end),
                },
                true_scale: arguments.true_scale,
                interface,
            };
            write(&export::picture(&chronology, &picture)?, arguments.scale)?
        }
    };
    export::save(&arguments.output, &bytes)?;
    Ok(read.status())
}

/// The persons asked for by name, id or surname.
fn people(names: &[String], chronology: &Chronology) -> Result<Option<Vec<PersonId>>> {
    if names.is_empty() {
        return Ok(None);
    }
    let find = |name: &String| {
        let wanted = crate::text::slug(name);
        let is = |id: &str, full: &str| {
            let full = crate::text::slug(full);
            id == wanted
                || full == wanted
                || full.ends_with(&format!("-{wanted}"))
                || full.starts_with(&format!("{wanted}-"))
        };
        let mut fitting = chronology
            .persons()
            .filter(|person| is(person.id.as_str(), &person.name));
        fitting
            .next()
            .map(|person| person.id.clone())
            .ok_or_else(|| Error::UnknownPerson { name: name.clone() })
    };
    names.iter().map(find).collect::<Result<Vec<_>>>().map(Some)
}

fn explain(arguments: &ExplainArguments, knowledge: &Knowledge) -> Result<ExitCode> {
    let interface = arguments.reading.interface()?;
    let lines = tag::explain(
        &arguments.sentence,
        &arguments.reading,
        knowledge,
        interface,
    )?;
    print(lines.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// Writes to standard output. Who reads no further, as `head` does, has had enough: no error.
fn print(bytes: &[u8]) -> Result<()> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(cause) if cause.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        Err(cause) => Err(Error::Unwritable {
            path: "standard output".to_owned(),
            cause: Box::new(cause),
        }),
        Ok(()) => Ok(()),
    }
}

/// Says an error on standard error, in the interface's language.
pub fn complain(error: &Error, interface: Interface) {
    // Nowhere is left to tell of a standard error that cannot be written.
    let _ = writeln!(
        std::io::stderr(),
        "tidslinje: {}",
        crate::words::say(&error.message(), interface)
    );
}

/// Tells something on standard error that is no error.
fn tell(line: &str) {
    // What cannot be told there is in the output too.
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// What was read of the inputs, and whether any could not be.
struct Read {
    found: Vec<Extraction>,
    failed: bool,
}

impl Read {
    fn status(&self) -> ExitCode {
        if self.failed {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        }
    }
}
