//! Sorting in little code: one heap sort for lists of all kinds, for what is seldom sorted. The standard library's sorts are
//! faster, and each kind of items costs three kilobytes of flash with them.

/// What can be sorted by places.
trait Places {
    /// Whether the item at one place comes before that at another.
    fn is_less(&self, one: usize, other: usize) -> bool;
    fn swap(&mut self, one: usize, other: usize);
}

struct Items<'a, T, F>(&'a mut [T], F);

impl<T, F: Fn(&T, &T) -> bool> Places for Items<'_, T, F> {
    fn is_less(&self, one: usize, other: usize) -> bool {
        match (self.0.get(one), self.0.get(other)) {
            (Some(one), Some(other)) => (self.1)(one, other),
            _ => false,
        }
    }

    fn swap(&mut self, one: usize, other: usize) {
        self.0.swap(one, other);
    }
}

/// Sorts by an order that says whether an item comes before another. Items of which neither does come in any order.
pub fn sort_by<T>(items: &mut [T], is_less: impl Fn(&T, &T) -> bool) {
    let count = items.len();
    heap_sort(&mut Items(items, is_less), count);
}

/// J. W. J. Williams' heap sort.
fn heap_sort(places: &mut dyn Places, count: usize) {
    // First the heap is made, from its last inner node to its root; then the greatest item goes to the end each time.
    for step in (0..count.saturating_add(count / 2)).rev() {
        let (root, end) = match step.checked_sub(count) {
            Some(root) => (root, count),
            None => {
                places.swap(0, step);
                (0, step)
            }
        };
        sift_down(places, root, end);
    }
}

/// Lets the item at a place of the heap sink to where it belongs.
fn sift_down(places: &mut dyn Places, mut node: usize, end: usize) {
    loop {
        let mut child = 2 * node + 1;
        if child >= end {
            return;
        }
        if child + 1 < end && places.is_less(child, child + 1) {
            child += 1;
        }
        if !places.is_less(node, child) {
            return;
        }
        places.swap(node, child);
        node = child;
    }
}

#[cfg(test)]
mod tests {
    use super::sort_by;
    use alloc::vec::Vec;

    #[test]
    fn sorts_as_the_standard_library_does() {
        let mut state = 1u32;
        for count in 0..70 {
            let mut items: Vec<u32> = Vec::new();
            for _ in 0..count {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                items.push(state >> 26);
            }
            let mut expected = items.clone();
            expected.sort_unstable();
            sort_by(&mut items, |a, b| a < b);
            assert_eq!(items, expected);
        }
    }
}
