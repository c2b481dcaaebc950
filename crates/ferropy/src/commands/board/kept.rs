//! The files of a board that gets another firmware. Firmwares don't agree on where in the flash files lie, and what one
//! overwrites may be what another had stored there; so the files wait on this computer, and go back when the board is up.

use super::actions;
use super::copy::{Manner, download, local_name, upload};
use super::failure::{Done, Failure, with_file};
use super::files::joined;
use super::options::Options;
use super::remote::{Board, check_interrupt};
use super::{note, say};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How long a new firmware may take until it answers: the first start may format its file system.
const PATIENCE: Duration = Duration::from_secs(30);
/// Everything, without a word about each file, whatever is there already.
const ALL: Manner = Manner { recursive: true, force: false, quiet: true };

/// Files that wait on this computer.
#[derive(Debug)]
pub(super) struct Kept {
    folder: PathBuf,
}

impl Kept {
    /// Copies the files of the board's flash; nothing if it has none, or no Python that could tell.
    pub(super) fn from_board(options: &Options) -> Done<Option<Kept>> {
        let mut kept = None;
        let done = actions::with_board(options, |board| {
            kept = copied(board)?;
            Ok(())
        });
        match done {
            Err(Failure::NoBoard(text)) => {
                // Without a board there is nothing to keep, and whoever looks for it next says so.
                if actions::port(options).is_ok() {
                    note(&format!("the board's files can't be kept: {text}\n"));
                }
                Ok(None)
            }
            done => done.map(|()| kept),
        }
    }

    /// Waits for the board, and writes to it what it has not got.
    pub(super) fn give_back(self, options: &Options) -> Done {
        let done = returned(options).and_then(|mut board| {
            upload(&mut board, &self.folder, "", ALL)?;
            board.leave()
        });
        match done {
            Ok(()) => {
                say("the board has its files again\n");
                // The copies are of no use any more; if they can't be removed, nothing is lost.
                let _ = std::fs::remove_dir_all(&self.folder);
                Ok(())
            }
            Err(failure) => {
                note(&format!("the board's files are in {}\n", self.folder.display()));
                Err(failure)
            }
        }
    }

    /// Says where the files are: the firmware could not be written.
    pub(super) fn abandon(self) {
        note(&format!("copies of the board's files are in {}\n", self.folder.display()));
    }
}

/// Copies what lies in the root and is not mounted there.
fn copied(board: &mut Board) -> Done<Option<Kept>> {
    let mounted: Vec<String> = board.file_systems()?.into_iter().map(|system| system.0).collect();
    let mut entries = board.entries("/")?;
    entries.retain(|entry| !mounted.contains(&joined("/", &entry.name)));
    if entries.is_empty() {
        return Ok(None);
    }
    let folder = new_folder()?;
    note(&format!("the board's files are kept in {} meanwhile\n", folder.display()));
    for entry in entries {
        download(board, &joined("/", &entry.name), &folder.join(local_name(&entry.name)?), ALL)?;
    }
    Ok(Some(Kept { folder }))
}

/// A folder that nobody else has.
fn new_folder() -> Done<PathBuf> {
    let mut number = std::process::id();
    loop {
        let folder = std::env::temp_dir().join(format!("ferropy-files-{number}"));
        match std::fs::create_dir(&folder) {
            Ok(()) => return Ok(folder),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => number = number.wrapping_add(1),
            Err(error) => return Err(with_file(&folder, &error)),
        }
    }
}

/// The board, once it answers again.
fn returned(options: &Options) -> Done<Board> {
    let end = Instant::now() + PATIENCE;
    loop {
        let answer = actions::line(options).and_then(|line| {
            let mut board = Board::new(line);
            board.enter().map(|()| board)
        });
        match answer {
            Err(Failure::NoBoard(_)) if Instant::now() < end => {
                check_interrupt()?;
                std::thread::sleep(Duration::from_millis(300));
            }
            answer => return answer,
        }
    }
}
