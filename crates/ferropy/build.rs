//! How the tool is linked: on Linux at a fixed address, as distributions link CPython, and with what a start needs side by side.
//!
//! Types, functions and frozen modules are tables of addresses, a megabyte of them. In a program that may lie anywhere the
//! loader writes each of them, so every process has a copy of its own of those pages: they took more than half of the time
//! and of the memory of a start.
//!
//! Where a page of the file is touched, the system maps sixteen. What a start runs is 600 KB of 9 MB; scattered over the file
//! it took 4 MB of memory, and three times as many faults.

use std::env;

/// What the linker puts side by side; `cargo xtask start --update` writes it.
const ORDER: &str = "start.ld";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={ORDER}");
    let target = |name: &str| env::var(name).unwrap_or_default();
    let is_usual = ["x86_64", "aarch64"].contains(&target("CARGO_CFG_TARGET_ARCH").as_str());
    if !is_usual || target("CARGO_CFG_TARGET_OS") != "linux" || target("CARGO_CFG_TARGET_ENV") != "gnu" {
        return;
    }
    println!("cargo::rustc-link-arg-bins=-no-pie");
    // Rust's own linker and GNU's know such scripts, others that somebody may have chosen don't.
    if target("PROFILE") == "release" && !target("CARGO_ENCODED_RUSTFLAGS").contains("fuse-ld") {
        println!("cargo::rustc-link-arg-bins=-T{}/{ORDER}", target("CARGO_MANIFEST_DIR"));
    }
}
