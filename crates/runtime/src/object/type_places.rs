//! The numbers of builtin types by where their declarations lie: modules ask for them whenever they make an object. Boards
//! look through all types instead, as every byte of this would lie in their RAM.

use crate::native::{TypeId, TypeSpec};
use crate::value::IS_SMALL;
use alloc::vec::Vec;

/// A table with free places: the number of a type, plus one, stands at the place that its declaration's address says, or
/// behind it. 0 is a free place.
#[derive(Debug, Default)]
pub(crate) struct TypePlaces(Vec<u16>);

/// The least length of the table, which is a power of two.
const LEAST: usize = 1024;

impl TypePlaces {
    /// The places of all types.
    pub(crate) fn of(types: &[&'static TypeSpec]) -> TypePlaces {
        let mut places = TypePlaces::default();
        places.extend(types, 0);
        places
    }

    /// The types from number `from` on are new.
    pub(crate) fn extend(&mut self, types: &[&'static TypeSpec], from: usize) {
        if IS_SMALL {
            return;
        }
        let wanted = (2 * types.len()).next_power_of_two().max(LEAST);
        let from = if wanted > self.0.len() {
            self.0.clear();
            self.0.resize(wanted, 0);
            0
        } else {
            from
        };
        for (number, spec) in types.iter().enumerate().skip(from) {
            let free = self.order(spec).find(|&at| self.0.get(at) == Some(&0));
            if let Some(place) = free.and_then(|at| self.0.get_mut(at)) {
                *place = number as u16 + 1;
            }
        }
    }

    /// The number of a type.
    #[inline]
    pub(crate) fn find(&self, types: &[&'static TypeSpec], spec: &'static TypeSpec) -> Option<TypeId> {
        let is_it = |number: usize| types.get(number).is_some_and(|known| core::ptr::eq(*known, spec));
        if IS_SMALL {
            return (0..types.len()).find(|&number| is_it(number)).map(|number| TypeId(number as u16));
        }
        for at in self.order(spec) {
            match self.0.get(at).copied().unwrap_or(0) {
                0 => break,
                number if is_it(usize::from(number) - 1) => return Some(TypeId(number - 1)),
                _ => {}
            }
        }
        None
    }

    /// The places where a type is looked for.
    #[inline]
    fn order(&self, spec: &'static TypeSpec) -> impl Iterator<Item = usize> + use<> {
        let mask = self.0.len().wrapping_sub(1);
        // Declarations lie side by side: what divides them is their size.
        let first = core::ptr::from_ref(spec).addr() / size_of::<TypeSpec>();
        (first..first + self.0.len()).map(move |at| at & mask)
    }
}
