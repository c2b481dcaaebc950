//! `flash`: writes a firmware by the boot loader: over PICOBOOT where that may be used, else onto its drive.

use super::failure::{Done, Failure, with_file};
use super::kept::Kept;
use super::options::Options;
use super::progress::Progress;
use super::usb::BootRom;
use super::{actions, note, say};
use ferropy_protocol::picoboot::DEVICES;
use ferropy_protocol::uf2::{Image, Mistake};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What every such drive has.
const SIGN: &str = "INFO_UF2.TXT";
/// How long the drive may take to appear, once the boot loader was asked for.
const PATIENCE: Duration = Duration::from_secs(15);
/// Bytes that are written at once.
const PIECE: usize = 32 * 1024;

pub(super) fn run(options: &Options) -> Done {
    let path = PathBuf::from(options.words.first().map_or("", String::as_str));
    let file = fs::read(&path).map_err(|error| with_file(&path, &error))?;
    let image = Image::parse(&file).map_err(|mistake| wrong(&path, mistake))?;
    let family = image.family_name().unwrap_or("an unknown chip");
    note(&format!("{}: {} bytes for {family}\n", path.display(), image.size()));
    let drive = options.drive.as_deref().map(Path::new);
    if find(drive, &file, &image)?.is_some() {
        return Ok(());
    }
    // A board that runs Python can start its boot loader.
    let kept = if options.has("--leave-files") { None } else { Kept::from_board(options)? };
    match (start_and_write(options, &file, &image), kept) {
        (Ok(()), Some(kept)) => kept.give_back(options),
        (Err(failure), Some(kept)) => {
            kept.abandon();
            Err(failure)
        }
        (done, None) => done,
    }
}

/// Starts the boot loader of a board that runs, and writes.
fn start_and_write(options: &Options, file: &[u8], image: &Image) -> Done {
    match actions::start_boot_loader(options) {
        Ok(()) => {}
        Err(Failure::NoBoard(text)) => {
            return Err(Failure::NoBoard(format!(
                "there is no boot loader, and no board that could start it: {text}\n\
                 Plug the board in with its BOOTSEL button held."
            )));
        }
        Err(failure) => return Err(failure),
    }
    let drive = options.drive.as_deref().map(Path::new);
    let end = Instant::now() + PATIENCE;
    while Instant::now() < end {
        std::thread::sleep(Duration::from_millis(300));
        super::remote::check_interrupt()?;
        if find(drive, file, image)?.is_some() {
            return Ok(());
        }
    }
    Err(Failure::NoBoard("the boot loader's drive does not appear; --drive says where it is mounted".into()))
}

/// Writes to a boot loader, if there is one; where it is said which drive it has, to that one only.
fn find(drive: Option<&Path>, file: &[u8], image: &Image) -> Done<Option<()>> {
    if let Some(drive) = drive {
        return if drive.join(SIGN).is_file() { onto_drive(drive, file, image).map(Some) } else { Ok(None) };
    }
    let refused = match BootRom::open() {
        Some(Ok(mut rom)) => {
            check_family(image, rom.name(), rom.families())?;
            return rom.write(image).map(Some);
        }
        Some(Err(text)) => Some(text),
        None => None,
    };
    match drives().as_slice() {
        [] => match refused {
            // The drive may still be on its way.
            Some(text) if !cfg!(any(target_os = "windows", target_os = "macos")) && !has_automount() => {
                Err(Failure::NoBoard(text))
            }
            _ => Ok(None),
        },
        [drive] => onto_drive(drive, file, image).map(Some),
        several => {
            let names: Vec<String> = several.iter().map(|drive| format!("  {}", drive.display())).collect();
            let text =
                format!("there are {} boot loaders; choose one with --drive:\n{}", names.len(), names.join("\n"));
            Err(Failure::NoBoard(text))
        }
    }
}

/// Whether somebody mounts drives that are plugged in.
fn has_automount() -> bool {
    Path::new("/run/media").is_dir() || Path::new("/media").is_dir()
}

/// The drives of boot loaders.
fn drives() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = Vec::new();
    // Linux tells what is mounted; spaces in names are written as \040.
    let mounts = fs::read_to_string("/proc/mounts").unwrap_or_default();
    folders
        .extend(mounts.lines().filter_map(|line| line.split(' ').nth(1)).map(|path| path.replace("\\040", " ").into()));
    folders.extend(fs::read_dir("/Volumes").into_iter().flatten().flatten().map(|entry| entry.path()));
    if cfg!(windows) {
        folders.extend(('D'..='Z').map(|letter| PathBuf::from(format!("{letter}:\\"))));
    }
    folders.retain(|folder| folder.join(SIGN).is_file());
    folders.sort();
    folders.dedup();
    folders
}

fn onto_drive(drive: &Path, file: &[u8], image: &Image) -> Done {
    let sign = drive.join(SIGN);
    let text = fs::read_to_string(&sign).map_err(|error| with_file(&sign, &error))?;
    let name = text.lines().find_map(|line| line.strip_prefix("Board-ID:")).map_or("", str::trim);
    if let Some((_, _, families)) = DEVICES.iter().find(|(_, known, _)| *known == name) {
        check_family(image, name, families)?;
    }
    let target = drive.join("FIRMWARE.UF2");
    let failed = |error: &std::io::Error| with_file(&target, error);
    let mut out =
        OpenOptions::new().write(true).create(true).truncate(true).open(&target).map_err(|error| failed(&error))?;
    let mut progress = Progress::new(name, file.len());
    let mut done = 0;
    for piece in file.chunks(PIECE) {
        super::remote::check_interrupt()?;
        let is_last = done + piece.len() == file.len();
        // The system would keep it all in memory, and the bar would tell nothing.
        let written = out.write_all(piece).and_then(|()| out.sync_data());
        match written {
            Ok(()) => {}
            // With its last block the board restarts, and the drive is gone.
            Err(_) if is_last => {}
            Err(error) => return Err(failed(&error)),
        }
        done += piece.len();
        progress.show(done);
    }
    drop(progress);
    say(&format!("{} bytes are written; the board restarts\n", image.size()));
    Ok(())
}

fn check_family(image: &Image, board: &str, families: &[u32]) -> Done {
    if families.contains(&image.family) {
        return Ok(());
    }
    let family = image.family_name().unwrap_or("an unknown chip");
    Err(Failure::Refused(format!("this firmware is for {family}, and the board is {board}")))
}

fn wrong(path: &Path, mistake: Mistake) -> Failure {
    let reason = match mistake {
        Mistake::Length => "this is no UF2 file".to_string(),
        Mistake::Block(number) => format!("block {number} is no UF2 block"),
        Mistake::Family(number) => format!("block {number} does not say for which chip it is, or for another one"),
        Mistake::Address(number) => format!("block {number} goes where another one goes"),
        Mistake::Missing => "blocks are missing".to_string(),
    };
    Failure::Refused(format!("{}: {reason}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::{SIGN, onto_drive};
    use ferropy_protocol::uf2::Image;
    use std::collections::BTreeMap;
    use std::fs;

    #[test]
    fn firmware_goes_onto_the_drive_of_its_chip_only() {
        let drive = std::env::temp_dir().join(format!("ferropy-drive-{}", std::process::id()));
        fs::create_dir_all(&drive).expect("a folder");
        fs::write(drive.join(SIGN), "UF2 Bootloader v3.0\r\nModel: Raspberry Pi RP2\r\nBoard-ID: RPI-RP2\r\n")
            .expect("a file");
        let mut image = Image { family: 0xe48b_ff56, pieces: BTreeMap::from([(0x1000_0000, vec![1; 256])]) };
        onto_drive(&drive, b"file", &image).expect("the right chip");
        assert_eq!(fs::read(drive.join("FIRMWARE.UF2")).expect("it was written"), b"file");
        image.family = 0xe48b_ff59;
        let message = onto_drive(&drive, b"file", &image).expect_err("another chip").message();
        assert!(message.contains("for RP2350 (Arm, secure), and the board is RPI-RP2"), "{message}");
        fs::remove_dir_all(&drive).expect("it was ours");
    }
}
