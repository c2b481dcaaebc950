//! What instructions do beyond the fast cases of the loop, by family. Functions here read and write the running
//! frame's registers through the isolate, may call Python, and may push a frame whose result arrives later.

mod attributes;
mod calls;
mod containers;
mod exceptions;
mod imports;
pub(super) mod iteration;
mod natives;
pub(super) mod operators;
mod patterns;
mod rare;
mod special_methods;
pub(super) mod variables;
