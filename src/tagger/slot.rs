//! The slots of a pattern's form, by their names in the language files.

/// What a slot of a pattern takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Slot {
    /// A day of a month in digits.
    Day,
    Month,
    /// A month in digits.
    MonthNumber,
    /// A year in four digits, or in words.
    Year,
    /// A year of one to three digits, before Christ or after.
    AncientYear,
    /// A year in two digits.
    ShortYear,
    BeforeChrist,
    Weekday,
    Amount,
    /// A number of one or two digits.
    Number,
    Ordinal,
    OrdinalEnding,
    Unit,
    /// A unit in the plural.
    Units,
    Season,
    Part,
    Hour,
    Minute,
    HalfOfDay,
    Zone,
    Holiday,
    Which,
    WhichYear,
    WhichWeek,
    YearsLater,
    About,
    /// An hour and its minutes in four digits: "0800".
    HourMinute,
    /// "Titiden".
    AroundHour,
    /// An hour in words.
    HourWord,
    /// "Åttitallet".
    Decade,
    /// The tens of a decade of the last century in digits: "90".
    DecadeNumber,
    /// "Dreitägig".
    Length,
}

impl Slot {
    /// All slots.
    pub const ALL: [Self; 32] = [
        Self::Day,
        Self::Month,
        Self::MonthNumber,
        Self::Year,
        Self::AncientYear,
        Self::ShortYear,
        Self::BeforeChrist,
        Self::Weekday,
        Self::Amount,
        Self::Number,
        Self::Ordinal,
        Self::OrdinalEnding,
        Self::Unit,
        Self::Units,
        Self::Season,
        Self::Part,
        Self::Hour,
        Self::Minute,
        Self::HalfOfDay,
        Self::Zone,
        Self::Holiday,
        Self::Which,
        Self::WhichYear,
        Self::WhichWeek,
        Self::YearsLater,
        Self::About,
        Self::HourMinute,
        Self::AroundHour,
        Self::HourWord,
        Self::Decade,
        Self::DecadeNumber,
        Self::Length,
    ];

    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "day" => Self::Day,
            "month" => Self::Month,
            "month#" => Self::MonthNumber,
            "year" => Self::Year,
            "year#" => Self::AncientYear,
            "yy" => Self::ShortYear,
            "bc" => Self::BeforeChrist,
            "weekday" => Self::Weekday,
            "n" => Self::Amount,
            "number" => Self::Number,
            "ordinal" => Self::Ordinal,
            "th" => Self::OrdinalEnding,
            "unit" => Self::Unit,
            "units" => Self::Units,
            "season" => Self::Season,
            "part" => Self::Part,
            "hour" => Self::Hour,
            "minute" => Self::Minute,
            "am/pm" => Self::HalfOfDay,
            "zone" => Self::Zone,
            "holiday" => Self::Holiday,
            "which" => Self::Which,
            "which-year" => Self::WhichYear,
            "which-week" => Self::WhichWeek,
            "years-later" => Self::YearsLater,
            "about" => Self::About,
            "hhmm" => Self::HourMinute,
            "around-hour" => Self::AroundHour,
            "hour-word" => Self::HourWord,
            "decade" => Self::Decade,
            "decade#" => Self::DecadeNumber,
            "length" => Self::Length,
            _ => return None,
        })
    }

    /// Whether it takes digits.
    pub fn takes_digits(self) -> bool {
        matches!(
            self,
            Self::Day
                | Self::MonthNumber
                | Self::Year
                | Self::AncientYear
                | Self::ShortYear
                | Self::DecadeNumber
                | Self::Amount
                | Self::Number
                | Self::Hour
                | Self::Minute
                | Self::HourMinute
        )
    }
}

/// A set of slots, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct SlotSet(u64);

impl SlotSet {
    pub fn insert(&mut self, slot: Slot) {
        self.0 |= 1 << slot as u8;
    }

    pub fn has(self, slot: Slot) -> bool {
        self.0 & (1 << slot as u8) != 0
    }
}
