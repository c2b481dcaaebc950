//! How the tool is linked: on Linux at a fixed address, as distributions link CPython.
//!
//! Types, functions and frozen modules are tables of addresses, a megabyte of them. In a program that may lie anywhere the
//! loader writes each of them, so every process has a copy of its own of those pages: they took more than half of the time
//! and of the memory of a start.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let target = |name: &str| std::env::var(name).unwrap_or_default();
    let is_usual = ["x86_64", "aarch64"].contains(&target("CARGO_CFG_TARGET_ARCH").as_str());
    if is_usual && target("CARGO_CFG_TARGET_OS") == "linux" && target("CARGO_CFG_TARGET_ENV") == "gnu" {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
}
