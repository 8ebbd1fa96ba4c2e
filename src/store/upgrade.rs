//! The ladder of schemas: one step from each version to the next, each in the transaction of the opening.

use super::rows::Outcome;
use rusqlite::{Connection, Transaction};

/// Marks a file as one of ours; "TIDL" in ASCII.
pub(super) const APPLICATION: i64 = 0x5449_444C;

/// The steps; the first makes version 1 of an empty file.
const STEPS: &[&str] = &[include_str!("schema.sql")];

/// The version that this program writes.
pub(super) const VERSION: i64 = STEPS.len() as i64;

/// Whose file it is, and of which version.
pub(super) fn marks(connection: &Connection) -> Outcome<(i64, i64)> {
    let ask = |name: &str| connection.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0));
    Ok((ask("application_id")?, ask("user_version")?))
}

/// Takes the steps that are missing.
pub(super) fn upgrade(from: i64, to: &Transaction) -> Outcome<()> {
    for step in STEPS.iter().skip(usize::try_from(from)?) {
        to.execute_batch(step)?;
    }
    to.pragma_update(None, "application_id", APPLICATION)?;
    to.pragma_update(None, "user_version", VERSION)?;
    Ok(())
}
