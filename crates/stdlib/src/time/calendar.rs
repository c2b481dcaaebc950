//! The calendar: moments in seconds since 1970 as fields, and back. Proleptic Gregorian, without leap seconds; nothing
//! here knows of zones or of Python.
//!
//! Days are counted from a first of March, so that the leap day is the last of its year (Howard Hinnant,
//! "chrono-compatible low-level date algorithms").

use alloc::string::String;

/// Days of 400 years: after so many the calendar repeats.
const DAYS_OF_ERA: i64 = 146_097;
/// Days from 0000-03-01 to 1970-01-01.
const DAYS_TO_EPOCH: i64 = 719_468;
const SECONDS_OF_DAY: i64 = 86_400;

/// The years that C's `struct tm` can hold: an int, counted from 1900.
pub(super) const YEARS: core::ops::RangeInclusive<i64> = i32::MIN as i64 + 1900..=i32::MAX as i64 + 1900;

/// A moment in its parts. From arguments they may be any numbers of 32 bits.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fields {
    pub(crate) year: i64,
    /// 1 to 12.
    pub(crate) month: i64,
    pub(crate) day: i64,
    pub(crate) hour: i64,
    pub(crate) minute: i64,
    pub(crate) second: i64,
    /// Monday is 0.
    pub(crate) weekday: i64,
    /// 1 to 366.
    pub(crate) yearday: i64,
    /// Whether it is daylight saving time; below 0 that is not known.
    pub(crate) dst: i64,
    /// Name of the zone and seconds east of UTC, where known.
    pub(crate) zone: Option<String>,
    pub(crate) offset: Option<i64>,
}

/// Whether the year has 366 days.
pub(super) fn is_leap(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Days from 1970-01-01 to a day of a month from 1 to 12; the day may lie outside the month.
pub(crate) fn days_from_date(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * DAYS_OF_ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - DAYS_TO_EPOCH
}

/// Year, month and day of a number of days from 1970-01-01.
fn date_from_days(days: i64) -> (i64, i64, i64) {
    let days = days + DAYS_TO_EPOCH;
    let (era, day_of_era) = (days.div_euclid(DAYS_OF_ERA), days.rem_euclid(DAYS_OF_ERA));
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    (era * 400 + year_of_era + i64::from(month <= 2), month, day)
}

/// The fields of so many seconds since 1970, read as if they were UTC; nothing if the year is outside [`YEARS`].
pub(crate) fn fields_from_seconds(seconds: i64) -> Option<Fields> {
    let (days, rest) = (seconds.div_euclid(SECONDS_OF_DAY), seconds.rem_euclid(SECONDS_OF_DAY));
    let (year, month, day) = date_from_days(days);
    YEARS.contains(&year).then(|| Fields {
        year,
        month,
        day,
        hour: rest / 3600,
        minute: rest / 60 % 60,
        second: rest % 60,
        // 1970 began on a Thursday.
        weekday: (days + 3).rem_euclid(7),
        yearday: days - days_from_date(year, 1, 1) + 1,
        ..Fields::default()
    })
}

/// The seconds since 1970 of fields read as UTC. Each may lie outside its range: the 32nd is the first of the next
/// month.
pub(super) fn seconds_from_fields(fields: &Fields) -> i64 {
    let months = fields.month - 1;
    let year = fields.year + months.div_euclid(12);
    let days = days_from_date(year, months.rem_euclid(12) + 1, fields.day);
    days * SECONDS_OF_DAY + fields.hour * 3600 + fields.minute * 60 + fields.second
}

impl Fields {
    /// Year and week of ISO 8601: weeks begin on Monday, and the first one has the year's first Thursday. Only the
    /// year, its day and the weekday are looked at.
    pub(super) fn iso_week(&self) -> (i64, i64) {
        let length = |year| if is_leap(year) { 366 } else { 365 };
        // The day of the year, from 0, of the Thursday in this week: its year is the week's.
        let thursday = self.yearday - 1 - self.weekday + 3;
        if thursday < 0 {
            (self.year - 1, (thursday + length(self.year - 1)) / 7 + 1)
        } else if thursday >= length(self.year) {
            (self.year + 1, (thursday - length(self.year)) / 7 + 1)
        } else {
            (self.year, thursday / 7 + 1)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_come_back() {
        for seconds in (-70_000_000_000..70_000_000_000).step_by(86_399_123) {
            let fields = fields_from_seconds(seconds).unwrap();
            assert_eq!(seconds_from_fields(&fields), seconds, "{fields:?}");
        }
    }

    #[test]
    fn the_last_years_that_fit_are_known() {
        let last = Fields { year: *YEARS.end(), month: 12, day: 31, ..Fields::default() };
        let seconds = seconds_from_fields(&last) + 86_399;
        assert!(fields_from_seconds(seconds).is_some());
        assert!(fields_from_seconds(seconds + 1).is_none());
        assert!(fields_from_seconds(i64::MIN).is_none() && fields_from_seconds(i64::MAX).is_none());
    }
}
