//! Local time: what the platform's zone makes of moments, the way back, and the zone's constants.
//!
//! Nothing here runs before local time or a constant is asked for: most programs that import `time` want a clock only.

use super::calendar::{Fields, fields_from_seconds, seconds_from_fields};
use super::{format, tuples};
use alloc::string::String;
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// The names of the module that the zone gives.
pub(super) const CONSTANTS: [&str; 4] = ["timezone", "altzone", "daylight", "tzname"];

/// Half of an average year.
const HALF_YEAR: i64 = (365 * 24 + 6) * 3600 / 2;

/// Local time of a moment; nothing if its year fits no C struct.
pub(super) fn local_fields(iso: &mut Isolate, seconds: i64) -> Option<Fields> {
    let (offset, dst, zone) = iso.platform.clock().local_offset(seconds);
    let offset = i64::from(offset);
    let fields = fields_from_seconds(seconds.checked_add(offset)?)?;
    Some(Fields { dst: i64::from(dst), zone: Some(zone), offset: Some(offset), ..fields })
}

/// The moment of local fields; nothing if it is out of range.
///
/// As the GNU C library does it: a guess is corrected by the difference between what was wanted and the local time it
/// has, until they agree. In the hour that clocks skip it swings between two moments, and the one whose daylight
/// flag is other than the wanted one counts. A flag that does not hold at the moment found is looked for around it.
pub(super) fn moment(iso: &mut Isolate, wanted: &Fields) -> Option<i64> {
    let wall = seconds_from_fields(wanted);
    let differs = |dst: bool| wanted.dst >= 0 && (wanted.dst != 0) != dst;
    let (mut before, mut last, mut guess) = (wall, wall, wall);
    let mut last_dst = false;
    let mut dst = false;
    // Offsets change so seldom that more rounds are never needed.
    for _ in 0..8 {
        let (offset, here) = offset_at(iso, guess);
        dst = here;
        let next = wall - offset;
        if next == guess {
            break;
        }
        let skipped = guess == before && guess != last;
        if skipped && (if wanted.dst < 0 { last_dst <= dst } else { (wanted.dst != 0) != dst }) {
            return in_range(iso, guess);
        }
        (before, last, guess, last_dst) = (last, guess, next, dst);
    }
    if differs(dst) {
        guess = with_flag(iso, wall, guess, dst);
    }
    in_range(iso, guess)
}

/// The moment of a wall clock's time if the daylight flag were other than `dst`, which holds at `found`.
fn with_flag(iso: &mut Isolate, wall: i64, found: i64, dst: bool) -> i64 {
    // A bit less than the shortest time a zone ever had daylight saving, and half the longest without a change.
    const STRIDE: i64 = 601_200;
    const FARTHEST: i64 = 536_454_000 / 2 + STRIDE;
    for distance in (STRIDE..FARTHEST).step_by(STRIDE as usize) {
        for moment in [found - distance, found + distance] {
            let (offset, here) = offset_at(iso, moment);
            if here != dst {
                return wall - offset;
            }
        }
    }
    // The zone knows no daylight saving: it is taken for an hour.
    if dst { found + 3600 } else { found - 3600 }
}

fn offset_at(iso: &mut Isolate, seconds: i64) -> (i64, bool) {
    let (offset, dst, _) = iso.platform.clock().local_offset(seconds);
    (i64::from(offset), dst)
}

fn in_range(iso: &mut Isolate, seconds: i64) -> Option<i64> {
    local_fields(iso, seconds).map(|_| seconds)
}

/// What the zone is like in winter and in summer of this year: seconds west of UTC and names, and whether the two
/// differ. South of the equator winter is in July.
struct Year {
    standard: (i64, String),
    daylight: (i64, String),
}

fn this_year(iso: &mut Isolate) -> Year {
    let now = iso.platform.clock().wall_ns() / 1_000_000_000;
    let january = now as i64 / (2 * HALF_YEAR) * (2 * HALF_YEAR);
    let [january, july] = [january, january + HALF_YEAR].map(|moment| {
        let (offset, _, name) = iso.platform.clock().local_offset(moment);
        (-i64::from(offset), name)
    });
    if january.0 < july.0 {
        Year { standard: july, daylight: january }
    } else {
        Year { standard: january, daylight: july }
    }
}

/// Puts the zone's constants into the module.
pub(super) fn set_constants(iso: &mut Isolate, dict: Value) -> Completion<()> {
    let Year { standard, daylight } = this_year(iso);
    let names = [iso.new_str(&standard.1)?, iso.new_str(&daylight.1)?];
    let values = [
        iso.new_int(standard.0)?,
        iso.new_int(daylight.0)?,
        Value::small_int(i64::from(standard.0 != daylight.0)),
        iso.new_tuple(&names)?,
    ];
    for (name, value) in CONSTANTS.into_iter().zip(values) {
        let name = iso.intern(name)?;
        iso.heap.dict_set_plain(dict, name, value)?;
    }
    Ok(())
}

/// `tzset()`: the zone is the environment's `TZ` as the program has set it.
pub(super) fn tzset(iso: &mut Isolate, _: &[Value]) -> Completion {
    let environment = iso.platform.process().environment();
    let zone = environment.iter().find(|(name, _)| name == b"TZ").map(|(_, value)| value.as_slice());
    iso.platform.clock().set_zone(zone);
    let dict = tuples::module_dict(iso)?;
    set_constants(iso, dict)?;
    Ok(Value::NONE)
}

pub(super) fn mktime(iso: &mut Isolate, args: &[Value]) -> Completion {
    let fields = tuples::fields_argument(iso, super::argument(args, 0), "mktime")?;
    match moment(iso, &fields) {
        Some(seconds) => iso.new_float(seconds as f64),
        None => Err(raise::overflow_error(iso, "mktime argument out of range")),
    }
}

/// The zone as `strftime` asks for it.
pub(super) struct LocalZone<'a>(pub(super) &'a mut Isolate);

impl format::Zone for LocalZone<'_> {
    fn name(&mut self, fields: &Fields) -> String {
        match &fields.zone {
            Some(name) => name.clone(),
            None if fields.dst < 0 => String::new(),
            None => {
                let Year { standard, daylight } = this_year(self.0);
                if fields.dst == 0 { standard.1 } else { daylight.1 }
            }
        }
    }

    fn seconds(&mut self, fields: &Fields) -> i64 {
        moment(self.0, fields).unwrap_or(-1)
    }
}
