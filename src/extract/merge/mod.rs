//! Recognises the same event told twice, in one article or in several.

mod across;
mod face;
mod one;
mod rules;
mod within;

pub(super) use across::{Ties, across};
pub(super) use one::one_of;
pub(super) use within::within;

use super::Extraction;
use super::correct::corrected;
use crate::chronology::Chronology;

/// One chronology from what was found in several articles; events told in several become one.
pub fn merge(extractions: &[Extraction]) -> Chronology {
    corrected(extractions, &[])
}
