//! What native modules keep outside of the heap: Rust objects by numbers, which records of the heap carry.
//!
//! Whoever works with one takes it out and puts it back, so that it can hand the isolate to others meanwhile; who asks for
//! it in between finds that it is in use.

use crate::Isolate;
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::any::Any;

/// A place of the table.
enum Place {
    Free,
    InUse,
    Kept(Box<dyn Any + Send>),
}

/// The table.
#[derive(Default)]
pub(crate) struct Resources(Vec<Place>);

impl Isolate {
    /// Keeps an object: its number; nothing if memory is short.
    pub fn keep_resource(&mut self, object: Box<dyn Any + Send>) -> Option<u32> {
        let places = &mut self.resources.0;
        let number = places.iter().position(|place| matches!(place, Place::Free)).unwrap_or(places.len());
        if number == places.len() {
            places.try_reserve(1).ok()?;
            places.push(Place::Free);
        }
        *places.get_mut(number)? = Place::Kept(object);
        u32::try_from(number).ok()
    }

    /// Takes an object to work with it; nothing if it is in use, or gone.
    pub fn take_resource(&mut self, number: u32) -> Option<Box<dyn Any + Send>> {
        let place = self.resources.0.get_mut(number as usize)?;
        match core::mem::replace(place, Place::InUse) {
            Place::Kept(object) => Some(object),
            other => {
                *place = other;
                None
            }
        }
    }

    /// Puts back what was taken.
    pub fn put_resource(&mut self, number: u32, object: Box<dyn Any + Send>) {
        if let Some(place @ Place::InUse) = self.resources.0.get_mut(number as usize) {
            *place = Place::Kept(object);
        }
    }

    /// Drops an object. One that is in use is dropped by who uses it, who can't put it back any more.
    pub fn drop_resource(&mut self, number: u32) {
        if let Some(place) = self.resources.0.get_mut(number as usize) {
            *place = Place::Free;
        }
    }
}
