//! Parses dates as ISO 8601 writes them; `Day`'s `Display` prints them.

use super::{Day, Granularity, Interval};

/// A date that is not written `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or that the calendar does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseDateError;

/// Reads `2019`, `2019-04` or `2019-04-25`, with a minus sign before years BC.
pub fn parse_date(text: &str) -> Result<(Interval, Granularity), ParseDateError> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let mut parts = digits.split('-');
    let year = sign * number(parts.next(), 4)?;
    let month = parts.next().map(|part| number(Some(part), 2)).transpose()?;
    let day = parts.next().map(|part| number(Some(part), 2)).transpose()?;
    if parts.next().is_some() {
        return Err(ParseDateError);
    }
    let first = Day::from_ymd(year, month.unwrap_or(1) as u32, day.unwrap_or(1) as u32)
        .ok_or(ParseDateError)?;
    Ok(match (month, day) {
        (Some(_), Some(_)) => (Interval::day(first), Granularity::Day),
        (Some(_), None) => (Interval::months(first, 1), Granularity::Month),
        _ => (Interval::years(year, 1), Granularity::Year),
    })
}

impl std::str::FromStr for Day {
    type Err = ParseDateError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match parse_date(text)? {
            (interval, Granularity::Day) => interval.first_day().ok_or(ParseDateError),
            _ => Err(ParseDateError),
        }
    }
}

fn number(part: Option<&str>, digits: usize) -> Result<i32, ParseDateError> {
    let part = part.ok_or(ParseDateError)?;
    if part.len() != digits || !part.bytes().all(|b| b.is_ascii_digit()) {
        return Err(ParseDateError);
    }
    part.parse().map_err(|_| ParseDateError)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn print_then_parse_is_identity_over_four_centuries() {
        let last: Day = "2100-12-31".parse().expect("a date");
        let mut day: Day = "1700-01-01".parse().expect("a date");
        while day <= last {
            assert_eq!(day.to_string().parse(), Ok(day));
            day = day.add_days(1);
        }
        let ides: Day = "-0043-03-15".parse().expect("a date");
        assert_eq!(
            (ides.year(), ides.to_string().as_str()),
            (-43, "-0043-03-15")
        );
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "19",
            "2019-4-25",
            "2019-02-29",
            "2019-13",
            "2019-04-25-1",
            "25.04.2019",
            "２０１９",
        ] {
            assert_eq!(parse_date(text), Err(ParseDateError), "{text}");
        }
    }
}
