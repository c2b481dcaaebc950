//! Rules about Markdown files.

use super::Complaint;
use crate::workspace::{self, display, files_below, root};

/// What links in Markdown files point at exists.
pub(super) fn links() -> Vec<Complaint> {
    let mut complaints = Vec::new();
    for path in files_below(root(), &[".md"]) {
        let folder = path.parent().unwrap_or(root());
        for target in targets(&workspace::read(&path).unwrap_or_default()) {
            let file = target.split('#').next().unwrap_or_default();
            let elsewhere = target.contains("://") || target.starts_with("mailto:");
            if !elsewhere && !file.is_empty() && !folder.join(file).exists() {
                complaints
                    .push(Complaint { place: display(&path), text: format!("links to {file}, which is not there") });
            }
        }
    }
    complaints
}

/// The targets of `[text](target)` outside code.
fn targets(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut in_code = false;
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            in_code = !in_code;
        }
        if in_code {
            continue;
        }
        let prose: String = line.split('`').step_by(2).collect();
        for after in prose.split("](").skip(1) {
            if let Some((target, _)) = after.split_once(')') {
                found.push(target.split(' ').next().unwrap_or_default().to_owned());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::targets;

    #[test]
    fn links_in_code_are_text() {
        assert_eq!(targets("see [a](b.md#c), `[x](y)`\n```\n[p](q)\n```\n[d](e \"t\")\n"), ["b.md#c", "e"]);
    }
}
