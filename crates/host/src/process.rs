//! The process: environment and identity.

use ferropy_platform::{Error, Process};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;

/// The process. Changes to the environment stay in here: the process's own environment can't be changed safely.
#[derive(Debug, Default)]
pub(crate) struct HostProcess {
    changed: BTreeMap<Vec<u8>, Option<Vec<u8>>>,
}

impl Process for HostProcess {
    fn environment(&mut self) -> Vec<(Vec<u8>, Vec<u8>)> {
        let bytes = |text: OsString| text.into_vec();
        let mut all: BTreeMap<Vec<u8>, Vec<u8>> =
            std::env::vars_os().map(|(name, value)| (bytes(name), bytes(value))).collect();
        for (name, value) in &self.changed {
            match value {
                Some(value) => all.insert(name.clone(), value.clone()),
                None => all.remove(name),
            };
        }
        all.into_iter().collect()
    }

    fn set_environment(&mut self, name: &[u8], value: Option<&[u8]>) -> Result<(), Error> {
        self.changed.insert(name.to_vec(), value.map(<[u8]>::to_vec));
        Ok(())
    }

    fn executable(&mut self) -> Vec<u8> {
        std::env::current_exe().map(|path| path.into_os_string().into_vec()).unwrap_or_default()
    }

    fn id(&mut self) -> u32 {
        std::process::id()
    }

    fn processors(&mut self) -> usize {
        std::thread::available_parallelism().map_or(1, usize::from)
    }
}
