//! Rules about crates: who may name whom, and who may contain no `unsafe`.

use super::Complaint;
use crate::workspace::{self, LAYERS, root};

/// Each crate's manifest names only crates that its layer may use.
pub(super) fn direction() -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for entry in std::fs::read_dir(root().join("crates")).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let place = format!("crates/{name}/Cargo.toml");
        let Ok(manifest) = workspace::read(&entry.path().join("Cargo.toml")) else { continue };
        let Some(layer) = LAYERS.iter().find(|layer| layer.name == name) else {
            complaints.push(Complaint { place, text: "is in no layer of xtask/src/workspace.rs".to_owned() });
            continue;
        };
        for used in dependencies(&manifest) {
            if !layer.may_use.contains(&used.as_str()) {
                complaints.push(Complaint { place: place.clone(), text: format!("may not use ferropy-{used}") });
            }
        }
    }
    complaints
}

/// The workspace's own crates among the dependencies, without their prefix. Development dependencies are free.
fn dependencies(manifest: &str) -> Vec<String> {
    let mut own = Vec::new();
    let mut counts = false;
    for line in manifest.lines() {
        if let Some(section) = line.trim().strip_prefix('[') {
            counts = section.contains("dependencies") && !section.contains("dev-dependencies");
        } else if counts && let Some(rest) = line.trim().strip_prefix("ferropy-") {
            own.push(rest.chars().take_while(char::is_ascii_alphanumeric).collect());
        }
    }
    own
}

/// Language crates forbid `unsafe` in their own text, where a reader looks for it.
pub(super) fn forbid_unsafe() -> Vec<Complaint> {
    let lacks = |name: &&str| {
        let place = format!("crates/{name}/src/lib.rs");
        let text = workspace::read(&root().join(&place)).unwrap_or_default();
        let complete = text.contains("#![forbid(unsafe_code)]") && text.contains("#![no_std]");
        (!complete).then(|| Complaint { place, text: "lacks #![no_std] or #![forbid(unsafe_code)]".to_owned() })
    };
    workspace::language_crates().iter().filter_map(lacks).collect()
}

#[cfg(test)]
mod tests {
    use super::dependencies;

    #[test]
    fn development_dependencies_do_not_count() {
        let manifest = "[dependencies]\nferropy-syntax.workspace = true\n[dev-dependencies]\nferropy-host = {}\n";
        assert_eq!(dependencies(manifest), ["syntax"]);
    }
}
