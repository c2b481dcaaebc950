//! A stable, adaptive merge sort whose comparison may fail.
//!
//! Runs that are in order already are found and extended to a minimum by binary insertion; which neighbours are
//! merged first follows Munro and Wild, "Nearly-Optimal Mergesorts" (powersort). When a comparison fails, the slice
//! holds all its items in some order.

use alloc::vec::Vec;
use core::cmp::Ordering;

/// Up to this length runs are made by insertion.
const MIN_MERGE: usize = 64;

/// A run of sorted items.
#[derive(Clone, Copy)]
struct Run {
    start: usize,
    length: usize,
    /// The depth of the boundary before the run in the tree of merges.
    power: u32,
}

/// Sorts by `less`, which answers whether its first argument has to come before its second.
pub(super) fn sort<T: Copy, E>(items: &mut [T], less: &mut impl FnMut(T, T) -> Result<bool, E>) -> Result<(), E> {
    let total = items.len();
    if total < 2 {
        return Ok(());
    }
    let minimum = minimum_run(total);
    let mut runs: Vec<Run> = Vec::new();
    let mut start = 0;
    while start < total {
        let Some(rest) = items.get_mut(start..) else { break };
        let mut length = natural_run(rest, less)?;
        if length < minimum {
            let wanted = minimum.min(rest.len());
            if let Some(run) = rest.get_mut(..wanted) {
                insert_sorted(run, length, less)?;
            }
            length = wanted;
        }
        let mut run = Run { start, length, power: 0 };
        if let Some(&before) = runs.last() {
            run.power = boundary_power(before, run, total);
            while let [.., first, second] = runs.as_mut_slice()
                && second.power > run.power
            {
                merge_runs(items, *first, *second, less)?;
                first.length += second.length;
                runs.pop();
            }
        }
        runs.push(run);
        start += length;
    }
    while let [.., first, second] = runs.as_mut_slice() {
        merge_runs(items, *first, *second, less)?;
        first.length += second.length;
        runs.pop();
    }
    Ok(())
}

/// A length between 32 and 64 that divides the total into nearly a power of two of runs.
fn minimum_run(mut total: usize) -> usize {
    let mut odd = 0;
    while total >= MIN_MERGE {
        odd |= total & 1;
        total >>= 1;
    }
    total + odd
}

/// The depth at which the boundary between two neighbours lies in the ideal tree of merges: the first bit in which
/// the runs' midpoints, as fractions of the whole, differ.
fn boundary_power(before: Run, run: Run, total: usize) -> u32 {
    let total = (total as u128) << 1;
    let mut left = ((before.start as u128) << 1) + before.length as u128;
    let mut right = ((run.start as u128) << 1) + run.length as u128;
    let mut power = 0;
    loop {
        power += 1;
        left <<= 1;
        right <<= 1;
        let (left_bit, right_bit) = (left >= total, right >= total);
        if left_bit != right_bit || power >= 64 {
            return power;
        }
        if left_bit {
            left -= total;
            right -= total;
        }
    }
}

/// The length of the run that the items start with; a strictly falling one is reversed.
fn natural_run<T: Copy, E>(items: &mut [T], less: &mut impl FnMut(T, T) -> Result<bool, E>) -> Result<usize, E> {
    let &mut [first, second, ..] = items else { return Ok(items.len()) };
    let falling = less(second, first)?;
    let mut length = 2;
    let mut last = second;
    for &item in items.iter().skip(2) {
        if less(item, last)? != falling {
            break;
        }
        last = item;
        length += 1;
    }
    if falling && let Some(run) = items.get_mut(..length) {
        run.reverse();
    }
    Ok(length)
}

/// Sorts the items, of which the first `sorted` are in order.
fn insert_sorted<T: Copy, E>(
    items: &mut [T],
    sorted: usize,
    less: &mut impl FnMut(T, T) -> Result<bool, E>,
) -> Result<(), E> {
    for end in sorted..items.len() {
        let Some(&item) = items.get(end) else { break };
        let place = upper_bound(items.get(..end).unwrap_or(&[]), item, less)?;
        if let Some(part) = items.get_mut(place..=end) {
            part.rotate_right(1);
        }
    }
    Ok(())
}

/// How many items don't have to come after `item`: where it goes, behind its equals.
fn upper_bound<T: Copy, E>(items: &[T], item: T, less: &mut impl FnMut(T, T) -> Result<bool, E>) -> Result<usize, E> {
    let (mut low, mut high) = (0, items.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let Some(&other) = items.get(middle) else { break };
        if less(item, other)? {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok(low)
}

/// How many items have to come before `item`: where it goes, before its equals.
fn lower_bound<T: Copy, E>(items: &[T], item: T, less: &mut impl FnMut(T, T) -> Result<bool, E>) -> Result<usize, E> {
    let (mut low, mut high) = (0, items.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let Some(&other) = items.get(middle) else { break };
        if less(other, item)? {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    Ok(low)
}

/// Merges two neighbouring runs.
fn merge_runs<T: Copy, E>(
    items: &mut [T],
    first: Run,
    second: Run,
    less: &mut impl FnMut(T, T) -> Result<bool, E>,
) -> Result<(), E> {
    let end = second.start + second.length;
    let Some(items) = items.get_mut(first.start..end) else { return Ok(()) };
    let Some((left, right)) = items.split_at_checked(first.length) else { return Ok(()) };
    // What is in place already on either side stays: much, when the input is nearly sorted.
    let (Some(&head), Some(&tail)) = (right.first(), left.last()) else { return Ok(()) };
    let skip = upper_bound(left, head, less)?;
    if skip == left.len() {
        return Ok(());
    }
    let keep = lower_bound(right, tail, less)?;
    let (left_length, right_length) = (left.len() - skip, keep);
    let Some(items) = items.get_mut(skip..first.length + keep) else { return Ok(()) };
    match left_length.cmp(&right_length) {
        Ordering::Less | Ordering::Equal => merge_forward(items, left_length, less),
        Ordering::Greater => merge_backward(items, left_length, less),
    }
}

/// Merges from the front with a copy of the left part.
fn merge_forward<T: Copy, E>(
    items: &mut [T],
    middle: usize,
    less: &mut impl FnMut(T, T) -> Result<bool, E>,
) -> Result<(), E> {
    let left: Vec<T> = items.iter().take(middle).copied().collect();
    let (mut from_left, mut from_right, mut to) = (0, middle, 0);
    let mut outcome = Ok(());
    while let (Some(&a), Some(&b)) = (left.get(from_left), items.get(from_right)) {
        let take_right = match less(b, a) {
            Ok(answer) => answer,
            Err(error) => {
                outcome = Err(error);
                break;
            }
        };
        if let Some(place) = items.get_mut(to) {
            *place = if take_right { b } else { a };
        }
        from_right += usize::from(take_right);
        from_left += usize::from(!take_right);
        to += 1;
    }
    // The rest of the copy fills the gap exactly, whether all is merged or a comparison failed.
    let rest = left.get(from_left..).unwrap_or(&[]);
    if let Some(gap) = items.get_mut(to..to + rest.len()) {
        gap.copy_from_slice(rest);
    }
    outcome
}

/// Merges from the back with a copy of the right part.
fn merge_backward<T: Copy, E>(
    items: &mut [T],
    middle: usize,
    less: &mut impl FnMut(T, T) -> Result<bool, E>,
) -> Result<(), E> {
    let right: Vec<T> = items.iter().skip(middle).copied().collect();
    let (mut left_end, mut right_end, mut to) = (middle, right.len(), items.len());
    let mut outcome = Ok(());
    while let (Some(a), Some(b)) = (
        left_end.checked_sub(1).and_then(|index| items.get(index).copied()),
        right_end.checked_sub(1).and_then(|index| right.get(index).copied()),
    ) {
        let take_left = match less(b, a) {
            Ok(answer) => answer,
            Err(error) => {
                outcome = Err(error);
                break;
            }
        };
        to -= 1;
        if let Some(place) = items.get_mut(to) {
            *place = if take_left { a } else { b };
        }
        left_end -= usize::from(take_left);
        right_end -= usize::from(!take_left);
    }
    let rest = right.get(..right_end).unwrap_or(&[]);
    if let Some(gap) = items.get_mut(to - rest.len()..to) {
        gap.copy_from_slice(rest);
    }
    outcome
}

#[cfg(test)]
mod tests {
    use super::sort;
    use alloc::vec::Vec;
    use core::convert::Infallible;

    fn random(state: &mut u64) -> u64 {
        *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        *state >> 33
    }

    #[test]
    fn sorts_stably_as_the_standard_library_does() {
        let mut state = 7;
        for length in (0..200).chain([1000, 5000]) {
            for keys in [2, 10, 1 << 20] {
                let mut items: Vec<(u64, usize)> = (0..length).map(|at| (random(&mut state) % keys, at)).collect();
                let mut expected = items.clone();
                expected.sort_by_key(|item| item.0);
                let mut less = |a: (u64, usize), b: (u64, usize)| Ok::<_, Infallible>(a.0 < b.0);
                assert_eq!(sort(&mut items, &mut less), Ok(()));
                assert_eq!(items, expected);
            }
        }
    }

    #[test]
    fn keeps_all_items_when_a_comparison_fails() {
        let mut state = 3;
        for limit in 0..2000 {
            let mut items: Vec<u64> = (0..300).map(|_| random(&mut state) % 1000).collect();
            let mut expected = items.clone();
            let mut calls = 0;
            let mut less = |a: u64, b: u64| {
                calls += 1;
                if calls > limit { Err(()) } else { Ok(a < b) }
            };
            let _ = sort(&mut items, &mut less);
            items.sort_unstable();
            expected.sort_unstable();
            assert_eq!(items, expected);
        }
    }

    #[test]
    fn sorted_input_needs_one_comparison_for_each_item() {
        let mut items: Vec<u32> = (0..10_000).collect();
        let mut calls = 0;
        let mut less = |a: u32, b: u32| {
            calls += 1;
            Ok::<_, Infallible>(a < b)
        };
        assert_eq!(sort(&mut items, &mut less), Ok(()));
        assert_eq!(calls, 9_999);
    }
}
