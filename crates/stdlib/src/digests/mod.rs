//! Digests, and keys made of passwords: what the module `hashlib` leaves to Rust.
//!
//! [`hashes`] has the algorithms whose state a crate keeps. BLAKE2 ([`blake2`]) has parameters that its crate does not
//! offer, and a state that lies in the heap between calls; [`keys`] makes keys slowly, as is wanted of it.

mod blake2;
pub(crate) mod blake2_types;
pub(crate) mod hashes;
mod keys;
