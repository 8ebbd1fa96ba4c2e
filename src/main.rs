//! Chooses between the window and the command line, and prints the final error.

use clap::Parser;
use std::process::ExitCode;
use tidslinje::cli::{self, Arguments};
use tidslinje::error::Result;
use tidslinje::words::Interface;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let interface = arguments.interface.as_deref().and_then(Interface::find);
    run(&arguments).unwrap_or_else(|error| {
        cli::complain(&error, interface.unwrap_or(Interface::FALLBACK));
        ExitCode::FAILURE
    })
}

fn run(arguments: &Arguments) -> Result<ExitCode> {
    match &arguments.command {
        Some(command) => cli::run(command),
        None => open_window(arguments),
    }
}

#[cfg(feature = "gui")]
fn open_window(arguments: &Arguments) -> Result<ExitCode> {
    let opening = tidslinje::ui::Opening {
        paths: arguments.paths.clone(),
        published: arguments.published()?,
        interface: arguments.interface()?,
        look: arguments.look(),
        ..Default::default()
    };
    tidslinje::ui::run(opening).map(|()| ExitCode::SUCCESS)
}

#[cfg(not(feature = "gui"))]
fn open_window(_: &Arguments) -> Result<ExitCode> {
    Err(tidslinje::error::Error::NoWindow)
}
