//! What can be typed on the command line.

use crate::error::{Error, Result};
use crate::time::Day;
use crate::words::Interface;
use crate::workspace;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Reads news articles, finds what happened, when, and who took part, and draws it as one timeline.
#[derive(Debug, Parser)]
#[command(version, about, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    /// What to do without a window
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Articles or folders to open in the window
    pub paths: Vec<PathBuf>,
    /// Day of publication of every article opened, as 2019-04-25
    #[arg(long, value_name = "DATE")]
    pub published: Option<String>,
    /// Language of the window: nb or en
    #[arg(long, value_name = "CODE")]
    pub interface: Option<String>,
    /// Colours of the window; the system's, if not given
    #[arg(long, value_enum)]
    pub look: Option<WindowLook>,
}

/// Colours of the window.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum WindowLook {
    /// Dark on white
    Light,
    /// Light on black
    Dark,
    /// Black on white, with strong lines and colours
    Contrast,
}

impl Arguments {
    /// The day of publication given for the window.
    pub fn published(&self) -> Result<Option<Day>> {
        self.published
            .as_deref()
            .map(super::input::date)
            .transpose()
    }

    /// The colours given for the window.
    pub fn look(&self) -> workspace::Look {
        match self.look {
            None => workspace::Look::System,
            Some(WindowLook::Light) => workspace::Look::Light,
            Some(WindowLook::Dark) => workspace::Look::Dark,
            Some(WindowLook::Contrast) => workspace::Look::Contrast,
        }
    }

    /// The language given for the window.
    pub fn interface(&self) -> Result<Option<Interface>> {
        let find = |code: &String| {
            Interface::find(code).ok_or_else(|| Error::UnknownLanguage { code: code.clone() })
        };
        self.interface.as_ref().map(find).transpose()
    }
}

/// A command without a window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the events of articles
    Extract(ExtractArguments),
    /// Print the time expressions of a text, as JSON
    Tag(TagArguments),
    /// Draw articles, or write their events, to a file
    Export(ExportArguments),
    /// Say which pattern took which words of a sentence, and how its date was reached
    Explain(ExplainArguments),
}

/// How articles are read.
#[derive(Debug, Default, Args)]
pub struct Reading {
    /// Day of publication of every file, as 2019-04-25
    #[arg(long, value_name = "DATE")]
    pub published: Option<String>,
    /// Language of every file: nb, nn, da, sv, en or de; found out if not given
    #[arg(long, value_name = "CODE")]
    pub language: Option<String>,
    /// Language of what is said: nb or en
    #[arg(long, value_name = "CODE", default_value = "en")]
    pub interface: String,
}

impl Reading {
    /// The interface's language.
    pub fn interface(&self) -> Result<Interface> {
        Interface::find(&self.interface).ok_or_else(|| Error::UnknownLanguage {
            code: self.interface.clone(),
        })
    }
}

/// `extract`
#[derive(Debug, Args)]
pub struct ExtractArguments {
    /// Articles or folders; `-` is standard input
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// Output; with jsonl, standard input is one article a line
    #[arg(long, value_enum, default_value_t = DataFormat::Json)]
    pub format: DataFormat,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub reading: Reading,
}

/// Output of `extract`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DataFormat {
    /// One document
    Json,
    /// One article's result a line
    Jsonl,
    /// One event a row
    Csv,
}

impl DataFormat {
    /// The ending of its export format.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
        }
    }
}

/// `tag`
#[derive(Debug, Args)]
pub struct TagArguments {
    /// A text; `-` is standard input
    pub file: PathBuf,
    /// Count relative dates from the date told last throughout, as in a story
    #[arg(long)]
    pub narrative: bool,
    /// Print the names of persons too
    #[arg(long)]
    pub people: bool,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub reading: Reading,
}

/// `explain`
#[derive(Debug, Args)]
pub struct ExplainArguments {
    /// The sentence
    pub sentence: String,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub reading: Reading,
}

/// `export`
#[derive(Debug, Args)]
pub struct ExportArguments {
    /// Articles or folders
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// File to write; its ending says the format
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// Width in pixels
    #[arg(long, value_name = "PX", default_value_t = 1600)]
    pub width: u32,
    /// Height in pixels; as high as the tracks need if not given
    #[arg(long, value_name = "PX")]
    pub height: Option<u32>,
    /// So many times as large, for PNG
    #[arg(long, value_name = "N", default_value_t = 1.0)]
    pub scale: f64,
    /// Colours
    #[arg(long, value_enum, default_value_t = Look::Light)]
    pub theme: Look,
    /// First day shown
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Last day shown
    #[arg(long, value_name = "DATE")]
    pub to: Option<String>,
    /// Persons with a track, by name, parted by commas
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    pub people: Vec<String>,
    /// Keep empty years at their length
    #[arg(long)]
    pub true_scale: bool,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub reading: Reading,
}

/// Colours of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Look {
    /// Dark on white, with colours
    Light,
    /// Light on black
    Dark,
    /// For paper
    Print,
    /// Black on white, with strong lines and colours
    Contrast,
}
