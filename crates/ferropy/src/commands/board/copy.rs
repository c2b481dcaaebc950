//! `cp`: files and folders to the board, from it, and on it. Names that start with a colon are the board's.

use super::failure::{Done, Failure, with_file};
use super::files::{joined, quoted};
use super::remote::Board;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// How to copy.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Manner {
    /// Folders too.
    pub(super) recursive: bool,
    /// Also what is there already.
    pub(super) force: bool,
    /// Nothing is told.
    pub(super) quiet: bool,
}

/// Copies all sources to the destination: a folder, or a new name for the only source.
pub(super) fn copy(board: &mut Board, sources: &[String], destination: &str, manner: Manner) -> Done {
    if sources.len() > 1 && !is_folder(board, destination)? {
        return Err(Failure::Refused(format!("{destination}: there is no such folder for several files")));
    }
    for source in sources {
        match (source.strip_prefix(':'), destination.strip_prefix(':')) {
            (None, Some(remote)) => {
                let target = target(board, remote, source, true)?;
                upload(board, Path::new(source), &target, manner)?;
            }
            (Some(remote), None) => {
                let local = target(board, destination, remote, false)?;
                download(board, remote, Path::new(&local), manner)?;
            }
            (Some(from), Some(to)) => {
                let to = target(board, to, from, true)?;
                copy_there(board, from, &to, manner)?;
            }
            (None, None) => {
                return Err(Failure::Usage("files of the board have a colon before their names: cp main.py :".into()));
            }
        }
    }
    Ok(())
}

fn is_folder(board: &mut Board, path: &str) -> Done<bool> {
    Ok(match path.strip_prefix(':') {
        Some("") => true,
        Some(path) => board.stat(path.trim_end_matches('/'))?.is_some_and(|entry| entry.is_folder),
        None => Path::new(path).is_dir(),
    })
}

/// Where a source goes: into the destination if that is a folder, else it gets that name.
fn target(board: &mut Board, destination: &str, source: &str, is_remote: bool) -> Done<String> {
    let source = source.trim_end_matches(['/', std::path::MAIN_SEPARATOR]);
    let name = Path::new(source).file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let full = if is_remote { format!(":{destination}") } else { destination.to_string() };
    let is_inside = destination.ends_with('/') || is_folder(board, &full)?;
    let target = if is_inside { joined(destination, &name) } else { destination.to_string() };
    Ok(if target.len() > 1 { target.trim_end_matches('/').to_string() } else { target })
}

/// A file or folder of this computer to the board.
pub(super) fn upload(board: &mut Board, local: &Path, remote: &str, manner: Manner) -> Done {
    let found = fs::metadata(local).map_err(|error| with_file(local, &error))?;
    if !found.is_dir() {
        let data = fs::read(local).map_err(|error| with_file(local, &error))?;
        return put(board, &data, &local.to_string_lossy(), remote, manner);
    }
    if !manner.recursive {
        return Err(Failure::Refused(format!("{}: this is a folder; -r copies it", local.display())));
    }
    if !remote.is_empty() {
        board.make_folders(remote)?;
    }
    let entries = fs::read_dir(local).map_err(|error| with_file(local, &error))?;
    let mut entries: Vec<_> = entries.flatten().collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let Ok(name) = entry.file_name().into_string() else {
            return Err(Failure::Refused(format!("{}: the name is not UTF-8", entry.path().display())));
        };
        // What Python keeps beside programs is of no use to a board.
        if name != "__pycache__" {
            upload(board, &entry.path(), &joined(remote, &name), manner)?;
        }
    }
    Ok(())
}

/// Writes a file, if it is not there already, and checks that it has arrived.
pub(super) fn put(board: &mut Board, data: &[u8], source: &str, remote: &str, manner: Manner) -> Done {
    if !manner.force {
        let found = board.stat(remote)?;
        let has_size = found.is_some_and(|entry| !entry.is_folder && entry.size == Some(data.len() as u64));
        if has_size && holds(board, remote, data)? {
            tell(manner, &format!("{source} -> :{remote}: there already"));
            return Ok(());
        }
    }
    board.write(remote, data)?;
    if !holds(board, remote, data)? {
        return Err(Failure::Refused(format!("{remote}: what is on the board differs from what was sent")));
    }
    tell(manner, &format!("{source} -> :{remote}"));
    Ok(())
}

/// Whether a file of the board holds that.
fn holds(board: &mut Board, remote: &str, data: &[u8]) -> Done<bool> {
    Ok(match board.digest(remote)? {
        Some(digest) => digest == hex(&Sha256::digest(data)),
        None => board.read(remote, Some(data.len() as u64))? == data,
    })
}

/// A file or folder of the board to this computer.
pub(super) fn download(board: &mut Board, remote: &str, local: &Path, manner: Manner) -> Done {
    let root = remote.trim_end_matches('/');
    let path = if root.is_empty() && !remote.is_empty() { "/" } else { root };
    let is_folder = path.is_empty() || path == "/";
    let found = if is_folder { None } else { board.stat(path)? };
    match found {
        Some(entry) if !entry.is_folder => get(board, path, entry.size, local, manner),
        None if !is_folder => Err(Failure::Refused(format!("{path}: no such file or folder"))),
        _ => {
            if !manner.recursive {
                return Err(Failure::Refused(format!(":{path}: this is a folder; -r copies it")));
            }
            fs::create_dir_all(local).map_err(|error| with_file(local, &error))?;
            for entry in board.entries(path)? {
                let (from, to) = (joined(path, &entry.name), local.join(local_name(&entry.name)?));
                if entry.is_folder {
                    download(board, &from, &to, manner)?;
                } else {
                    get(board, &from, entry.size, &to, manner)?;
                }
            }
            Ok(())
        }
    }
}

/// The name of a file of the board, if this computer may have it: it may not lead elsewhere.
pub(super) fn local_name(name: &str) -> Done<&str> {
    if name.contains(['/', '\\']) || name == ".." || name == "." {
        return Err(Failure::Refused(format!("{name:?}: this computer can't have such a name")));
    }
    Ok(name)
}

fn get(board: &mut Board, remote: &str, size: Option<u64>, local: &Path, manner: Manner) -> Done {
    let digest = board.digest(remote)?;
    let is_there = !manner.force
        && digest.is_some()
        && fs::read(local).is_ok_and(|data| digest.as_deref() == Some(&hex(&Sha256::digest(&data))));
    if is_there {
        tell(manner, &format!(":{remote} -> {}: there already", local.display()));
        return Ok(());
    }
    let data = board.read(remote, size)?;
    if digest.is_some_and(|digest| digest != hex(&Sha256::digest(&data))) {
        return Err(Failure::Refused(format!("{remote}: what came differs from what is on the board")));
    }
    fs::write(local, data).map_err(|error| with_file(local, &error))?;
    tell(manner, &format!(":{remote} -> {}", local.display()));
    Ok(())
}

fn copy_there(board: &mut Board, from: &str, to: &str, manner: Manner) -> Done {
    let Some(entry) = board.stat(from.trim_end_matches('/'))? else {
        return Err(Failure::Refused(format!("{from}: no such file or folder")));
    };
    if entry.is_folder {
        if !manner.recursive {
            return Err(Failure::Refused(format!(":{from}: this is a folder; -r copies it")));
        }
        if to == from || to.starts_with(&joined(from, "")) {
            return Err(Failure::Refused(format!(":{from}: a folder can't be copied into itself")));
        }
        board.make_folders(to)?;
        for entry in board.entries(from)? {
            copy_there(board, &joined(from, &entry.name), &joined(to, &entry.name), manner)?;
        }
        return Ok(());
    }
    let program = format!(
        "d = bytearray(512)
v = memoryview(d)
with open({}, 'rb') as a, open({}, 'wb') as b:
    while True:
        n = a.readinto(d)
        if not n:
            break
        b.write(v[:n])
",
        quoted(from),
        quoted(to)
    );
    board.ask(&program)?;
    tell(manner, &format!(":{from} -> :{to}"));
    Ok(())
}

fn tell(manner: Manner, text: &str) {
    if !manner.quiet {
        super::say(&format!("{text}\n"));
    }
}

/// Bytes in hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
