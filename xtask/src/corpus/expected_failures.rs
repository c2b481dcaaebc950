//! The list of cases that are known to fail, each with its reason. It may only shrink: a listed case that passes,
//! or that does not exist, is a failure.

use std::collections::BTreeMap;

use super::case;
use crate::workspace;

/// `tests/expected_failures.txt`: a case's name, spaces, and why it fails.
#[derive(Default)]
pub(crate) struct ExpectedFailures {
    reasons: BTreeMap<String, String>,
}

impl ExpectedFailures {
    pub(crate) fn load() -> Result<ExpectedFailures, String> {
        let path = case::folder().join("expected_failures.txt");
        let mut reasons = BTreeMap::new();
        for line in workspace::read(&path)?.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (name, reason) = line.split_once(' ').unwrap_or((line, ""));
            if reason.trim().is_empty() {
                return Err(format!("{}: {name} is listed without a reason", workspace::display(&path)));
            }
            reasons.insert(name.to_owned(), reason.trim().to_owned());
        }
        Ok(ExpectedFailures { reasons })
    }

    pub(crate) fn reason(&self, name: &str) -> Option<&str> {
        self.reasons.get(name).map(String::as_str)
    }

    /// Listed names of which there is no case.
    pub(crate) fn without_case(&self) -> impl Iterator<Item = &str> {
        self.reasons.keys().map(String::as_str).filter(|name| !case::folder().join(name).exists())
    }
}
