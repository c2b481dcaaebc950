//! What attribute instructions found, for sites that see objects of many kinds: an inline cache holds one answer and
//! forgets it at the next kind of object, this table holds those of all sites.

use super::Cache;
use crate::Value;
use alloc::vec::Vec;

/// Which instruction asks: what is right for one is not for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    /// `GetAttr`.
    Get,
    /// `GetMethod`.
    Method,
    /// `SetAttr`.
    Set,
}

/// One answer: what a cache of `cache.key` under the name holds.
#[derive(Clone, Copy, Debug)]
struct Known {
    name: Value,
    access: Access,
    cache: Cache,
}

const NOTHING: Known = Known { name: Value::UNBOUND, access: Access::Get, cache: Cache::EMPTY };

/// A direct-mapped table of answers.
#[derive(Debug)]
pub(crate) struct KnownAttributes(Vec<Known>);

const SIZE: usize = 128;

impl KnownAttributes {
    pub(crate) fn new() -> KnownAttributes {
        KnownAttributes(alloc::vec![NOTHING; SIZE])
    }

    pub(crate) fn clear(&mut self) {
        self.0.fill(NOTHING);
    }

    #[inline(always)]
    fn place(access: Access, key: u32, name: Value) -> usize {
        let mixed = key.wrapping_mul(31) ^ name.to_word() as u32 ^ (access as u32) << 5;
        mixed as usize & (SIZE - 1)
    }

    /// The answer for objects of that key.
    #[inline(always)]
    pub(crate) fn find(&self, access: Access, key: u32, name: Value) -> Option<Cache> {
        let known = self.0.get(KnownAttributes::place(access, key, name))?;
        let fits = known.cache.key == key && known.name == name && known.access == access && key != 0;
        fits.then_some(known.cache)
    }

    /// Remembers an answer.
    pub(crate) fn set(&mut self, access: Access, name: Value, cache: Cache) {
        if let Some(place) = self.0.get_mut(KnownAttributes::place(access, cache.key, name)) {
            *place = Known { name, access, cache };
        }
    }
}
