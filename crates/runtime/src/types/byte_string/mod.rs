//! What `bytes`, `bytearray` and `memoryview` share.
//!
//! [`search`], [`cut`] and [`case`] work on borrowed bytes and know nothing of Python; `str` uses them too.
//! [`buffer`] is how bytes-like objects are looked into and written to, [`arguments`] reads bounds and counts.
//! [`methods`] are the methods that `bytes` and `bytearray` have in common, written once: they give back an object
//! of the type they are called on. [`rows`] declares them for both types.

pub(crate) mod arguments;
pub(crate) mod buffer;
pub(crate) mod case;
pub(crate) mod construct;
pub(crate) mod cut;
pub(crate) mod hex;
pub(crate) mod iterator;
pub(crate) mod methods;
pub(crate) mod rows;
pub(crate) mod search;
