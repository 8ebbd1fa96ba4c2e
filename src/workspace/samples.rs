//! The articles that come with the program, so that the first start shows something.

/// File name and contents; see `assets/samples`.
pub(super) const SAMPLES: &[(&str, &str)] = &[];
