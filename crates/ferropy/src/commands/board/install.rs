//! `install`: packages from files, folders, and an index in a folder, as MicroPython's `mip` lays them out:
//!
//! ```text
//! package.json   {"urls": [["target", "source"], …], "hashes": [["target", "start of a SHA-256"], …],
//!                 "deps": [["name", "version"], …], "version": "…"}
//! index          package/py/NAME/VERSION.json, file/AB/ABCDEF…
//! ```

use super::copy::{Manner, hex, put, upload};
use super::failure::{Done, Failure, with_file};
use super::files::joined;
use super::json::Json;
use super::remote::Board;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// From where and to where packages go.
pub(super) struct Installer<'a> {
    pub(super) board: &'a mut Board,
    /// The folder of the board.
    pub(super) target: String,
    pub(super) index: Option<PathBuf>,
    /// What was installed, so that packages that need each other end.
    pub(super) done: BTreeSet<String>,
}

impl Installer<'_> {
    /// Installs a package: a file, a folder, a description, or a name in the index, `name@version` for a certain one.
    pub(super) fn install(&mut self, package: &str) -> Done {
        if !self.done.insert(package.to_string()) {
            return Ok(());
        }
        let path = Path::new(package);
        if path.is_dir() {
            let description = path.join("package.json");
            if description.is_file() {
                return self.described(&description, path);
            }
            let name = path.canonicalize().ok().and_then(|path| path.file_name().map(|name| name.to_owned()));
            let name = name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            self.board.make_folders(&self.target)?;
            let manner = Manner { recursive: true, ..Manner::default() };
            return upload(self.board, path, &joined(&self.target, &name), manner);
        }
        if path.extension().is_some_and(|ending| ending == "json") && path.is_file() {
            return self.described(path, path.parent().unwrap_or(Path::new(".")));
        }
        if path.is_file() {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            self.board.make_folders(&self.target)?;
            return upload(self.board, path, &joined(&self.target, &name), Manner::default());
        }
        self.indexed(package)
    }

    fn indexed(&mut self, package: &str) -> Done {
        let Some(index) = self.index.clone() else {
            return Err(Failure::Refused(format!(
                "{package}: there is no such file or folder; --index names the folder of an index to look in"
            )));
        };
        let (name, version) = package.split_once('@').unwrap_or((package, "latest"));
        let candidates = ["py", "6"].map(|kind| index.join(format!("package/{kind}/{name}/{version}.json")));
        match candidates.iter().find(|file| file.is_file()) {
            Some(file) => self.described(file, &index),
            None => Err(Failure::Refused(format!("{package}: the index {} has no such package", index.display()))),
        }
    }

    /// Installs what a description tells; sources are relative to a folder.
    fn described(&mut self, description: &Path, folder: &Path) -> Done {
        let text = std::fs::read_to_string(description).map_err(|error| with_file(description, &error))?;
        let broken = || Failure::Refused(format!("{}: this describes no package", description.display()));
        let json = Json::parse(&text).ok_or_else(broken)?;
        let pairs = |name: &str| json.get(name).map_or(Some(Vec::new()), Json::pairs).ok_or_else(broken);
        for (target, source) in pairs("urls")? {
            if source.contains("://")
                || source.split_once(':').is_some_and(|(host, _)| host == "github" || host == "gitlab")
            {
                return Err(Failure::Refused(format!("{source}: only packages on this computer can be installed")));
            }
            self.file(&target, &folder.join(source), None)?;
        }
        for (target, digest) in pairs("hashes")? {
            let start = digest.get(..2).filter(|_| digest.bytes().all(|byte| byte.is_ascii_hexdigit()));
            let start = start.ok_or_else(broken)?;
            // An index has files by their digests; without one they lie beside the description.
            let indexed = folder.join("file").join(start).join(&digest);
            self.file(&target, &indexed, Some(&digest))?;
        }
        for (name, version) in pairs("deps")? {
            let is_path = name.starts_with('.') || name.contains('/');
            let local = folder.join(&name);
            let package = match (is_path, version.as_str()) {
                (true, _) => local.to_string_lossy().into_owned(),
                (false, "") => name,
                (false, version) => format!("{name}@{version}"),
            };
            self.install(&package)?;
        }
        Ok(())
    }

    fn file(&mut self, target: &str, source: &Path, digest: Option<&str>) -> Done {
        if target.split('/').any(|part| part == "..") {
            return Err(Failure::Refused(format!("{target}: outside of {}", self.target)));
        }
        let data = std::fs::read(source).map_err(|error| with_file(source, &error))?;
        if digest.is_some_and(|start| !hex(&Sha256::digest(&data)).starts_with(start)) {
            return Err(Failure::Refused(format!("{}: the content is not what the package says", source.display())));
        }
        let path = joined(&self.target, target.trim_start_matches('/'));
        if let Some((folder, _)) = path.rsplit_once('/') {
            self.board.make_folders(folder)?;
        }
        put(self.board, &data, &source.to_string_lossy(), &path, Manner::default())
    }
}
