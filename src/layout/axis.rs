//! The axis: two tiers of units, weekends, publication dates and the tears of closed gaps.

use super::sizes::{LOWER, UPPER};
use super::view::View;
use super::{Axis, Piece, Published, Tear, Tick};
use crate::chronology::{Article, ArticleId};
use crate::time::Granularity;
use crate::time::{DAY, Day, Interval, Minutes, Rung};
use crate::words::{Message, Precise, say, say_day, say_interval, say_length, say_months};
use std::collections::BTreeMap;

/// Free room at either side of a closed gap's length.
pub(crate) const PILL_PAD_PX: f64 = 8.0;
/// Free room between two names of a tier.
const BETWEEN_PX: f64 = 14.0;
/// A day this wide shows its weekends.
const WEEKEND_FROM_PX: f64 = 10.0;
/// A piece of the axis this narrow is not divided.
const LEAST_PIECE_PX: f64 = 24.0;

/// Lays out the axis.
pub(super) fn axis(view: &View) -> Axis {
    let mut axis = Axis {
        tears: tears(view),
        ..Axis::default()
    };
    let pieces = view.scale.pieces();
    for (index, piece) in pieces.iter().enumerate() {
        // Time goes on evenly before the first piece and after the last.
        let x0 = if index == 0 {
            f64::NEG_INFINITY
        } else {
            at(piece.from, view)
        };
        let x1 = if index + 1 == pieces.len() {
            f64::INFINITY
        } else {
            at(piece.to, view)
        };
        let (x0, x1) = (x0.max(view.left()), x1.min(view.right()));
        if x1 <= x0 || piece.closed {
            continue;
        }
        divide(&mut axis, piece, x0, x1, view);
    }
    axis.published = published(view);
    axis
}

fn at(position: f64, view: &View) -> f64 {
    view.viewport.x_from_position(position)
}

/// Divides a piece of the axis between two edges.
fn divide(axis: &mut Axis, piece: &Piece, x0: f64, x1: f64, view: &View) {
    let px = view.px * (piece.to - piece.from) / (piece.end - piece.start) as f64;
    let (upper, lower) = tiers(px, view);
    let (from, to) = between_pills(&axis.tears, x0, x1);
    axis.upper
        .extend(upper_ticks(upper, x0, x1, (from, to), view));
    if x1 - x0 < LEAST_PIECE_PX {
        return;
    }
    if let Some(lower) = lower {
        let named = lower_ticks(lower, upper, x0, x1, view);
        axis.lower.extend(named);
    }
    if px * DAY as f64 >= WEEKEND_FROM_PX {
        axis.weekends.extend(weekends(x0, x1, view));
    }
}

/// The units of both tiers: the finest lower one whose names have room, and above it the unit that tells
/// which of them is meant: the day of an hour, the month and year of a day, the year of a month.
fn tiers(px: f64, view: &View) -> (Rung, Option<Rung>) {
    let has_room = |rung: &Rung| rung.typical() * px * 0.9 >= name_room(*rung, view);
    let day_room = UPPER.width(&say_day(
        Day::from_number(0),
        Precise::Short,
        view.interface,
    ));
    let lower = Rung::ALL
        .into_iter()
        .filter(has_room)
        .find(|rung| *rung >= Rung::Day || px * DAY as f64 >= day_room + BETWEEN_PX);
    let upper = match lower {
        Some(Rung::Minutes(_) | Rung::Hours(_)) => Rung::Day,
        Some(Rung::Day | Rung::Week) => Rung::Months(1),
        _ => Rung::ALL
            .into_iter()
            .filter(|rung| matches!(rung, Rung::Years(_)))
            .find(|rung| rung.typical() * px >= UPPER.width("2000") + BETWEEN_PX)
            .unwrap_or(Rung::Years(1000)),
    };
    (upper, lower.filter(|lower| *lower < upper))
}

/// Room that the longest name of a unit needs.
fn name_room(rung: Rung, view: &View) -> f64 {
    let widest = |names: &mut dyn Iterator<Item = String>| {
        names.map(|name| LOWER.width(&name)).fold(0.0, f64::max)
    };
    let width = match rung {
        Rung::Minutes(_) | Rung::Hours(_) => LOWER.width("00:00"),
        Rung::Day => LOWER.width("30"),
        Rung::Week => LOWER.width("30") + 8.0,
        Rung::Months(_) => widest(&mut say_months(view.interface).into_iter().map(|month| month.1)),
        Rung::Years(_) => LOWER.width("2000"),
    };
    width + BETWEEN_PX - 4.0
}

/// The room that the lengths of closed gaps leave on the upper tier.
fn between_pills(tears: &[Tear], x0: f64, x1: f64) -> (f64, f64) {
    let (mut from, mut to) = (x0, x1);
    for tear in tears {
        let middle = f64::midpoint(tear.x0, tear.x1);
        let half = LOWER.width(&tear.text) / 2.0 + PILL_PAD_PX + 6.0;
        if tear.x1 <= x0 + 0.5 {
            from = from.max(middle + half);
        }
        if tear.x0 >= x1 - 0.5 {
            to = to.min(middle - half);
        }
    }
    (from, to)
}

fn upper_ticks(rung: Rung, x0: f64, x1: f64, free: (f64, f64), view: &View) -> Vec<Tick> {
    const INDENT_PX: f64 = 5.0;
    let starts = starts(rung, x0, x1, view);
    let mut ticks: Vec<Tick> = Vec::new();
    for (i, &start) in starts.iter().enumerate() {
        let x = view.x(start);
        let text_x = (x.max(x0) + INDENT_PX).max(free.0);
        let end = starts
            .get(i + 1)
            .map_or(x1, |&next| view.x(next))
            .min(free.1);
        let whole = upper_name(rung, start, view);
        let fits = |text: &String| text_x + UPPER.width(text) + 4.0 <= end;
        let short = upper_short(rung, start, view);
        let text = [whole, short].into_iter().find(fits).unwrap_or_default();
        ticks.push(Tick { x, text_x, text });
    }
    ticks
}

fn lower_ticks(rung: Rung, upper: Rung, x0: f64, x1: f64, view: &View) -> Vec<Tick> {
    const INDENT_PX: f64 = 5.0;
    let mut ticks = Vec::new();
    for start in starts(rung, x0, x1, view) {
        let x = view.x(start);
        if x < x0 {
            continue;
        }
        let text_x = x + INDENT_PX;
        let doubled = matches!(rung, Rung::Years(_)) && upper.floor(start) == start;
        let mut text = if doubled {
            String::new()
        } else {
            lower_name(rung, start, view)
        };
        if text_x + LOWER.width(&text) > x1 {
            text.clear();
        }
        ticks.push(Tick { x, text_x, text });
    }
    ticks
}

/// The moments between two edges at which a unit begins, and the one before them.
fn starts(rung: Rung, x0: f64, x1: f64, view: &View) -> Vec<Minutes> {
    let mut start = rung.floor(view.viewport.time_from_x(x0 + 0.01, view.scale).floor() as Minutes);
    // More units than pixels there cannot be.
    let most = (x1 - x0).max(1.0) as usize + 2;
    let mut starts = Vec::new();
    while starts.len() < most && view.x(start) < x1 {
        starts.push(start);
        let next = rung.next(start);
        if next <= start {
            break;
        }
        start = next;
    }
    starts
}

fn upper_name(rung: Rung, start: Minutes, view: &View) -> String {
    let day = Day::of(start);
    match rung {
        Rung::Years(_) => say_interval(
            Interval::years(day.year(), 1),
            Granularity::Year,
            None,
            view.interface,
        ),
        Rung::Months(_) => say_interval(
            Interval::months(day, 1),
            Granularity::Month,
            None,
            view.interface,
        ),
        _ => say_day(day, Precise::Weekday, view.interface),
    }
}

fn upper_short(rung: Rung, start: Minutes, view: &View) -> String {
    let day = Day::of(start);
    match rung {
        Rung::Years(_) => String::new(),
        Rung::Months(_) => {
            let months = say_months(view.interface);
            let month = &months[day.month() as usize - 1].1;
            format!("{month} {}", day.year())
        }
        _ => say_day(day, Precise::Short, view.interface),
    }
}

fn lower_name(rung: Rung, start: Minutes, view: &View) -> String {
    let day = Day::of(start);
    match rung {
        Rung::Minutes(_) | Rung::Hours(_) => {
            let minute = start.rem_euclid(DAY);
            format!("{:02}:{:02}", minute / 60, minute % 60)
        }
        Rung::Day | Rung::Week => day.day().to_string(),
        Rung::Months(_) => say_months(view.interface)[day.month() as usize - 1]
            .1
            .clone(),
        Rung::Years(_) => upper_name(rung, start, view),
    }
}

fn weekends(x0: f64, x1: f64, view: &View) -> Vec<(f64, f64)> {
    starts(Rung::Week, x0, x1, view)
        .into_iter()
        .map(|monday| {
            (
                view.x(monday + 5 * DAY).max(x0),
                view.x(monday + 7 * DAY).min(x1),
            )
        })
        .filter(|(from, to)| from < to)
        .collect()
}

fn tears(view: &View) -> Vec<Tear> {
    let mut tears = Vec::new();
    for (index, gap) in view.scale.gaps().iter().enumerate() {
        let (x0, x1) = (at(gap.from, view), at(gap.to, view));
        if x1 <= view.left() || x0 >= view.right() {
            continue;
        }
        let days = gap.interval.len().unwrap_or_default() / DAY;
        let length = say_length(days, view.interface);
        let dates = say_interval(gap.interval, Granularity::Day, None, view.interface);
        let words = Message::new("picture-left-out")
            .with("length", length.as_str())
            .with("dates", dates);
        tears.push(Tear {
            x0,
            x1,
            gap: index,
            text: length,
            words: say(&words, view.interface),
        });
    }
    tears
}

/// Publication dates in view; those of one day are one.
fn published(view: &View) -> Vec<Published> {
    let mut days: BTreeMap<Day, Vec<&Article>> = BTreeMap::new();
    for article in view.chronology.articles() {
        if let Some(day) = article.published {
            days.entry(day).or_default().push(article);
        }
    }
    let mut marks: Vec<Published> = Vec::new();
    for (day, articles) in days {
        let x = view.x(day.start() + DAY / 2);
        let closed = |gap: &super::Gap| gap.interval.contains(Interval::day(day));
        if x < view.left() || x > view.right() || view.scale.gaps().iter().any(closed) {
            continue;
        }
        let ids: Vec<ArticleId> = articles.iter().map(|article| article.id).collect();
        let titles: Vec<&str> = articles
            .iter()
            .map(|article| article.title.as_str())
            .collect();
        let words = Message::new("picture-published")
            .with("date", day)
            .with("titles", titles.join("; "));
        let words = say(&words, view.interface);
        match marks.last_mut() {
            // Closer than this, two triangles are one to the eye and to the hand.
            Some(last) if x - last.x < 5.0 => {
                last.articles.extend(ids);
                last.words = format!("{}; {words}", last.words);
            }
            _ => marks.push(Published {
                x,
                articles: ids,
                words,
            }),
        }
    }
    marks
}
