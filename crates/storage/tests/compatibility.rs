//! Images written by the C littlefs, as MicroPython's firmware has it, are read here, and the other way round.
//!
//! Skipped where no Python with pip is, or no network.

mod chip;

use chip::{APPEND, Ram, WRITE, get, put};
use ferropy_platform::{FileKind, Files};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A Python that has `littlefs-python`, or why there is none.
fn python() -> Result<PathBuf, String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("littlefs");
    let python = folder.join("bin/python");
    let run = |program: &Path, arguments: &[&str]| -> Result<(), String> {
        let name = program.display();
        let output = Command::new(program).args(arguments).output().map_err(|error| format!("{name}: {error}"))?;
        let text = String::from_utf8_lossy(&output.stderr);
        if output.status.success() { Ok(()) } else { Err(text.lines().last().unwrap_or("it fails").to_owned()) }
    };
    if run(&python, &["-c", "import littlefs"]).is_err() {
        let folder = folder.to_string_lossy();
        run(Path::new("python3"), &["-m", "venv", &folder])?;
        run(&python, &["-m", "pip", "install", "--quiet", "littlefs-python==0.19.0"])?;
    }
    Ok(python)
}

/// Lets the C library write or read an image: what it found there, and the image.
fn by_the_c_library(python: &Path, action: &str, image: &[u8]) -> (String, Vec<u8>) {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{action}.img"));
    std::fs::write(&file, image).expect("the folder can be written");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/image.py");
    let output = Command::new(python).arg(script).arg(action).arg(&file).output().expect("Python was just run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (String::from_utf8_lossy(&output.stdout).into_owned(), std::fs::read(&file).expect("it was just written"))
}

/// What the script says about an image, said by us.
fn lines(files: &mut dyn Files, directory: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in files.list(directory.as_bytes()).expect("a directory can be listed") {
        let path = format!("{directory}/{}", String::from_utf8(entry.name).expect("a name of ours"));
        if entry.kind == FileKind::Directory {
            found.append(&mut lines(files, &path));
        } else {
            let content = get(files, &path).expect("it can be read");
            let time = files.stat(path.as_bytes()).expect("it is there").modified_ns;
            found.push(format!("{path} {} {} {time}", content.len(), crc(&content)));
        }
    }
    found.sort();
    found
}

/// The CRC of zlib.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc: u32, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

#[test]
fn each_reads_what_the_other_wrote() {
    let python = match python() {
        Ok(python) => python,
        Err(reason) => {
            eprintln!("skipped: {reason}");
            return;
        }
    };
    let (listing, image) = by_the_c_library(&python, "write", &vec![0xff; 64 * 4096]);
    let ram = Ram::with(image);
    let mut files = ram.mount();
    let found = lines(&mut files, "");
    assert_eq!(found, listing.lines().collect::<Vec<_>>());
    assert!(found.len() > 60);

    // What we change in it, and write into it, is read there.
    put(&mut files, "lib/large", APPEND, b"and more").expect("there is room");
    put(&mut files, "inline", WRITE, &[b'j'; 512]).expect("there is room");
    put(&mut files, "of ours", WRITE, &[b'o'; 20_000]).expect("there is room");
    files.make_directory(b"new").expect("there is room");
    files.rename(b"lib/deep", b"new/deep").expect("there is room");
    for number in 0..40 {
        put(&mut files, &format!("new/{number}"), WRITE, &[b'n'; 300]).expect("there is room");
    }
    files.remove(b"empty").expect("it is there");
    let found = lines(&mut files, "");
    drop(files);
    let image = ram.chip().bytes.clone();
    let (listing, _) = by_the_c_library(&python, "read", &image);
    assert_eq!(listing.lines().collect::<Vec<_>>(), found);
}
