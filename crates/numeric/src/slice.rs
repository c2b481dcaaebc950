//! Indices and slices: the one place where Python's rules for them are written down.
//!
//! Indices that are integers of any size arrive here clamped to the range of a machine integer
//! (`IntegerRef::to_i64_clamped`), which gives the same result as long as no sequence is that long.

/// A slice of a sequence of known length: `count` items from `start`, `step` apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SliceIndices {
    /// The first index, within the sequence if the count isn't zero; it may be -1 for an empty backward slice.
    pub start: i64,
    /// The end that the slice stops before, at most one step outside; it may be -1 for a backward slice.
    pub stop: i64,
    /// The distance, never zero; the caller refuses that with `slice step cannot be zero`.
    pub step: i64,
    /// How many items there are.
    pub count: usize,
}

/// The index from the start of the sequence, if it lies within; negative ones count from the end.
#[must_use]
#[inline]
pub fn normalize_index(index: i64, length: usize) -> Option<usize> {
    if let Ok(index) = usize::try_from(index) {
        return (index < length).then_some(index);
    }
    let back = usize::try_from(index.unsigned_abs()).ok()?;
    length.checked_sub(back)
}

/// The index clamped to the sequence, as `insert` and the bounds of `index` and `find` take it.
#[must_use]
#[inline]
pub fn clamp_index(index: i64, length: usize) -> usize {
    match usize::try_from(index) {
        Ok(index) => index.min(length),
        Err(_) if index > 0 => length,
        Err(_) => length.saturating_sub(usize::try_from(index.unsigned_abs()).unwrap_or(usize::MAX)),
    }
}

/// Applies `start:stop:step` to a sequence; nothing if the step is zero.
#[must_use]
pub fn slice_indices(start: Option<i64>, stop: Option<i64>, step: Option<i64>, length: usize) -> Option<SliceIndices> {
    // -i64::MAX, so that the step can be negated.
    let step = step.unwrap_or(1).max(i64::MIN.wrapping_add(1));
    if step == 0 {
        return None;
    }
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    let backward = step < 0;
    let (lowest, highest) = if backward { (-1, length.saturating_sub(1)) } else { (0, length) };
    let clamp = |index: i64| {
        let index = if index < 0 { index.saturating_add(length) } else { index };
        index.clamp(lowest, highest.max(lowest))
    };
    let start = start.map_or(if backward { highest } else { lowest }, clamp);
    let stop = stop.map_or(if backward { lowest } else { highest }, clamp);
    let (from, to) = if backward { (stop, start) } else { (start, stop) };
    let count = match to.saturating_sub(from) {
        distance @ 1.. => distance.wrapping_sub(1).checked_div(step.saturating_abs()).unwrap_or(0).saturating_add(1),
        _ => 0,
    };
    Some(SliceIndices { start, stop, step, count: usize::try_from(count).unwrap_or(usize::MAX) })
}

/// How many numbers a range has; nothing if the step is zero or the count doesn't fit.
#[must_use]
pub fn range_count(start: i64, stop: i64, step: i64) -> Option<u64> {
    let distance = if step < 0 { i128::from(start) - i128::from(stop) } else { i128::from(stop) - i128::from(start) };
    let step = step.unsigned_abs();
    if step == 0 {
        return None;
    }
    match u64::try_from(distance) {
        Ok(0) => Some(0),
        Ok(distance) => distance.wrapping_sub(1).checked_div(step)?.checked_add(1),
        Err(_) if distance < 0 => Some(0),
        Err(_) => None,
    }
}
