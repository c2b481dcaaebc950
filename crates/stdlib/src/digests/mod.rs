//! Digests, and keys made of passwords: what the module `hashlib` leaves to Rust.
//!
//! [`hashes`] has the algorithms whose state a crate keeps. BLAKE2 ([`blake2`]) has parameters that its crate does not
//! offer, and a state that lies in the heap between calls; [`keys`] makes keys slowly, as is wanted of it. Boards leave
//! these two and the SHA-3 family out.

#[cfg(feature = "digests-more")]
mod blake2;
#[cfg(feature = "digests-more")]
pub(crate) mod blake2_types;
#[cfg(feature = "digests-more")]
pub(crate) mod derive;
pub(crate) mod hashes;
#[cfg(feature = "digests-more")]
mod keys;
