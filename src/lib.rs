//! Tidslinje reads news articles, finds what happened, when, and who took part, and draws it as one
//! timeline with a track for each leader.
//!
//! Text comes in at one end, pictures leave at the other, and the chronology stands between them.
//! Nothing upstream knows it will be drawn; nothing downstream knows it was read.
//!
//! ```text
//! files -> article -> extract -> chronology -> layout -> scene -> window | svg png
//!    lang, world -> tagger, people     |          font, words
//!                                  workspace holds it all and applies commands;
//!                                  ui speaks only to workspace
//! ```
//!
//! # The map
//!
//! Each room of `src/` may import the rooms left of `|` and name the outside crates right of it;
//! `fs` marks the rooms that may touch files. A test reads this block and holds the code to it.
//!
//! ```map
//! text        :                                     | unicode_segmentation unicode_normalization rustc_hash
//! time        :                                     | chrono serde
//! words       : time                                | fluent_bundle serde
//! error       : words                               | thiserror
//! font        :                                     | rustybuzz unicode_bidi rustc_hash
//! lang        : error text time                     | serde toml rustc_hash
//! article     : error text time                     | chardetng encoding_rs dom_smoothie pulldown_cmark saphyr toml serde_json fs
//! tagger      : words text time lang                | rustc_hash
//! world       : error text time lang                | rustc_hash
//! people      : error text time lang world          | rustc_hash
//! chronology  : words text time                     | serde
//! store       : error words text time chronology    | rusqlite serde serde_json fs
//! extract     : error words text time lang article tagger world people chronology |
//! layout      : words time font chronology          | rustc_hash
//! scene       : words time font chronology layout   |
//! export      : error words time font chronology layout scene | resvg serde serde_json csv fs
//! workspace   : error words text time font lang article tagger world people chronology extract layout scene export store | rayon serde serde_json fs
//! cli         : error words text time font lang article tagger world people chronology extract layout scene export store workspace | clap indicatif serde serde_json rayon fs
//! ui          : error words time font chronology layout scene workspace | eframe egui egui_plot rfd pollster sys_locale
//! ```
//!
//! Data flows left to right; wishes (commands) go from `ui` and `cli` to `workspace` and nowhere else.
//!
//! # What is not there
//!
//! - `chronology` and everything after it do not know that text exists beyond a quoted span.
//! - `tagger`, `people`, `extract`, `layout`, `scene` do no input or output, ask no clock, use no randomness, and
//!   cannot fail. "Today" is the article's day of publication.
//! - Only `workspace` changes a chronology that is shown, and only by an `Edit`.
//! - No code names a language: `lang` and `words` list files, that is all.
//! - The window and every picture format draw the same `Scene`.
//! - What `lay_out` returns is bounded by pixels and tracks, not by events.
//! - Nothing is stored in words: reckonings and errors are `words::Message`s, said when they are shown.
//! - Anything shown is in a fixed order.
//!
//! # Words
//!
//! | Word | Meaning |
//! | --- | --- |
//! | article | a text with its day of publication |
//! | sentence, token | parts of a text; a [`text::Span`] of bytes says where |
//! | expression | words for a time (TIMEX3), with value, interval and granularity |
//! | anchor | the date that an expression is counted from |
//! | mention | words for a person |
//! | part | what a mention does in its clause: subject, object, owner |
//! | tie | what one person is to another: parent, spouse, predecessor |
//! | landmark | a well-known event with its day, by which vague times and undated articles are placed |
//! | person, leader | somebody who takes part; a leader has an office that earns a track |
//! | office, term | what a leader holds, and when |
//! | event | something that happened or is to happen, with its evidence |
//! | evidence | the passage that tells of an event |
//! | reckoning | how a date was reached, in steps |
//! | correction | what the user knows better; it stands above what is read, and finds its event by the passage |
//! | track, lane | a line of the picture; a row within it |
//! | roll, index | every event in a few bytes, by time; which of them stand on which track |
//! | stretch, cell | 2^k minutes of the scale, 64 to 128 pixels wide; a thirty-second of it |
//! | strip | a stretch with too many events for marks, drawn cell by cell |
//! | viewport, scale | the stretch of time in view; where times fall, with gaps closed |
//! | rung | a unit an axis is divided by |
//! | scene, shape | the resolved picture and its parts |
//! | edit, command | a change of the chronology; a wish of the user |

pub mod article;
pub mod chronology;
pub mod cli;
pub mod error;
pub mod export;
pub mod extract;
pub mod font;
pub mod lang;
pub mod layout;
pub mod people;
pub mod scene;
pub mod store;
pub mod tagger;
pub mod text;
pub mod time;
#[cfg(feature = "gui")]
pub mod ui;
pub mod words;
pub mod workspace;
pub mod world;
