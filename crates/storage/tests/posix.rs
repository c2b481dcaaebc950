//! What programs may rely on: positions, errors, several who have the same file open, the current directory, times.

mod chip;

use chip::{APPEND, READ, Ram, WRITE, get, put};
use ferropy_platform::{Error, FileKind, Files, OpenOptions, SeekFrom};

const UPDATE: OpenOptions = OpenOptions { write: true, ..READ };

#[test]
fn writes_and_reads_back() {
    let ram = Ram::new(32);
    let large: Vec<u8> = (0..40_000_u32).map(|number| ((number * 7) >> 3) as u8).collect();
    let mut files = ram.mount();
    put(&mut files, "large", WRITE, &large).expect("there is room");
    put(&mut files, "small", WRITE, b"one\n").expect("there is room");
    put(&mut files, "small", APPEND, b"two\n").expect("there is room");
    drop(files);
    let mut files = ram.mount();
    assert_eq!(get(&mut files, "/large"), Ok(large));
    assert_eq!(get(&mut files, "small"), Ok(b"one\ntwo\n".to_vec()));
    assert_eq!(files.stat(b"small").map(|stat| (stat.kind, stat.size)), Ok((FileKind::File, 8)));
    assert_eq!(files.stat(b"small").map(|stat| stat.modified_ns), Ok(1_700_000_000_123_456_789));
    assert_eq!(files.set_times(b"small", 1, 2_000_000_000, true), Ok(()));
    assert_eq!(files.stat(b"small").map(|stat| stat.modified_ns), Ok(2_000_000_000));
}

#[test]
fn moves_cuts_and_extends() {
    let mut files = Ram::new(16).mount();
    put(&mut files, "a", WRITE, b"0123456789").expect("there is room");
    let file = files.open(b"a", UPDATE).expect("it is there");
    assert_eq!(files.seek(file, SeekFrom::End(-4)), Ok(6));
    assert_eq!(files.write(file, b"xy"), Ok(2));
    assert_eq!(files.seek(file, SeekFrom::Current(-3)), Ok(5));
    let mut buffer = [0; 8];
    assert_eq!(files.read(file, &mut buffer), Ok(5));
    assert_eq!(&buffer[..5], b"5xy89");
    assert_eq!(files.seek(file, SeekFrom::Current(-100)), Err(Error::INVALID));
    assert_eq!(files.truncate(file, 3), Ok(()));
    assert_eq!(files.stat_open(file).map(|stat| stat.size), Ok(3));
    assert_eq!(files.seek(file, SeekFrom::Start(5)), Ok(5));
    assert_eq!(files.write(file, b"z"), Ok(1));
    assert_eq!(files.close(file), Ok(()));
    assert_eq!(files.close(file), Err(Error::BAD_FILE));
    assert_eq!(get(&mut files, "a"), Ok(b"012\0\0z".to_vec()));
}

#[test]
fn errors_are_those_of_posix() {
    let mut files = Ram::new(16).mount();
    put(&mut files, "file", WRITE, b"x").expect("there is room");
    files.make_directory(b"full").expect("there is room");
    files.make_directory(b"full/empty").expect("there is room");
    let long = [b'n'; 256];
    for (path, error) in [
        (&b"none"[..], Error::NOT_FOUND),
        (b"", Error::NOT_FOUND),
        (b"full", Error::IS_A_DIRECTORY),
        (b"full/", Error::IS_A_DIRECTORY),
        (b"/", Error::IS_A_DIRECTORY),
        (b"file/", Error::NOT_A_DIRECTORY),
        (b"file/below", Error::NOT_A_DIRECTORY),
        (&long, Error::NAME_TOO_LONG),
    ] {
        assert_eq!(files.open(path, READ), Err(error), "{}", String::from_utf8_lossy(path));
    }
    assert_eq!(files.open(b"file", OpenOptions { create_new: true, ..WRITE }), Err(Error::EXISTS));
    assert_eq!(files.open(b"none/file", WRITE), Err(Error::NOT_FOUND));
    assert_eq!(files.stat(b"file/"), Err(Error::NOT_A_DIRECTORY));
    assert_eq!(files.list(b"none"), Err(Error::NOT_FOUND));
    assert_eq!(files.list(b"file"), Err(Error::NOT_A_DIRECTORY));
    assert_eq!(files.make_directory(b"full"), Err(Error::EXISTS));
    assert_eq!(files.make_directory(b"file"), Err(Error::EXISTS));
    assert_eq!(files.make_directory(b"/"), Err(Error::EXISTS));
    assert_eq!(files.make_directory(b"none/below"), Err(Error::NOT_FOUND));
    assert_eq!(files.remove(b"none"), Err(Error::NOT_FOUND));
    assert_eq!(files.remove(b"full"), Err(Error::IS_A_DIRECTORY));
    assert_eq!(files.remove_directory(b"full"), Err(Error::NOT_EMPTY));
    assert_eq!(files.remove_directory(b"file"), Err(Error::NOT_A_DIRECTORY));
    assert_eq!(files.remove_directory(b"/"), Err(Error::BUSY));
    assert_eq!(files.rename(b"none", b"file"), Err(Error::NOT_FOUND));
    assert_eq!(files.rename(b"file", b"full"), Err(Error::IS_A_DIRECTORY));
    assert_eq!(files.rename(b"full", b"file"), Err(Error::NOT_A_DIRECTORY));
    assert_eq!(files.rename(b"full", b"full/empty/below"), Err(Error::INVALID));
    assert_eq!(files.rename(b"full/empty", b"full"), Err(Error::NOT_EMPTY));
    assert_eq!(files.change_directory(b"file"), Err(Error::NOT_A_DIRECTORY));
    let file = files.open(b"file", READ).expect("it is there");
    assert_eq!(files.write(file, b"x"), Err(Error::BAD_FILE));
    let other = files.open(b"other", WRITE).expect("there is room");
    assert_eq!(files.read(other, &mut [0; 4]), Err(Error::BAD_FILE));
}

#[test]
fn directories_and_relative_paths() {
    let mut files = Ram::new(16).mount();
    files.make_directory(b"a").expect("there is room");
    files.make_directory(b"/a/b").expect("there is room");
    assert_eq!(files.change_directory(b"a/b/"), Ok(()));
    assert_eq!(files.current_directory(), Ok(b"/a/b".to_vec()));
    put(&mut files, "../c", WRITE, b"c").expect("there is room");
    assert_eq!(get(&mut files, "/a/./b//../c"), Ok(b"c".to_vec()));
    assert_eq!(files.change_directory(b".."), Ok(()));
    let mut names: Vec<_> =
        files.list(b"").expect("a directory").into_iter().map(|entry| (entry.name, entry.kind)).collect();
    names.sort_by(|one, other| one.0.cmp(&other.0));
    assert_eq!(names, [(b"b".to_vec(), FileKind::Directory), (b"c".to_vec(), FileKind::File)]);
    assert_eq!(files.rename(b"/a", b"/z"), Ok(()));
    assert_eq!(get(&mut files, "/z/c"), Ok(b"c".to_vec()));
    assert_eq!(files.remove_directory(b"/z/b"), Ok(()));
}

#[test]
fn those_who_share_a_file_see_what_the_others_wrote() {
    let ram = Ram::new(16);
    let mut files = ram.mount();
    put(&mut files, "a", WRITE, &[b'o'; 5000]).expect("there is room");
    let reader = files.open(b"a", READ).expect("it is there");
    let mut buffer = [0; 3];
    assert_eq!(files.read(reader, &mut buffer), Ok(3));
    let writer = files.open(b"a", WRITE).expect("it is there");
    assert_eq!(files.write(writer, b"newer"), Ok(5));
    // A third one comes: what was written is to be seen, by the first as well.
    assert_eq!(get(&mut files, "a"), Ok(b"newer".to_vec()));
    assert_eq!(files.read(reader, &mut buffer), Ok(2));
    assert_eq!(&buffer[..2], b"er");
    // A file that is renamed while it is open goes on under its name.
    assert_eq!(files.write(writer, b" still"), Ok(6));
    assert_eq!(files.rename(b"a", b"b"), Ok(()));
    assert_eq!(files.write(writer, b"."), Ok(1));
    assert_eq!(files.close(writer), Ok(()));
    assert_eq!(get(&mut files, "b"), Ok(b"newer still.".to_vec()));
    // One that is removed is not written any more.
    let writer = files.open(b"b", APPEND).expect("it is there");
    assert_eq!(files.write(writer, b"lost"), Ok(4));
    assert_eq!(files.remove(b"b"), Ok(()));
    assert_eq!(files.read(reader, &mut buffer), Err(Error::NOT_FOUND));
    assert_eq!(files.close(writer), Ok(()));
    assert_eq!(files.list(b"/").map(|entries| entries.len()), Ok(0));
}

#[test]
fn a_full_volume_says_so_and_stays_well() {
    let ram = Ram::new(16);
    let mut files = ram.mount();
    put(&mut files, "kept", WRITE, b"kept").expect("there is room");
    let error = put(&mut files, "large", WRITE, &vec![1; 70_000]);
    assert_eq!(error, Err(Error::NO_SPACE));
    drop(files);
    let mut files = ram.mount();
    assert_eq!(get(&mut files, "kept"), Ok(b"kept".to_vec()));
    files.remove(b"large").expect("the name was made");
    put(&mut files, "large", WRITE, &vec![1; 30_000]).expect("there is room again");
    let volume = files.file_system(b"/").expect("it can be asked");
    assert_eq!((volume.blocks, volume.block_size), (16, 4096));
    assert!((4..8).contains(&volume.free_blocks), "{} free", volume.free_blocks);
}

#[test]
fn many_files_in_a_directory() {
    let ram = Ram::new(64);
    let mut files = ram.mount();
    for number in 0..150 {
        put(&mut files, &format!("file number {number}"), WRITE, format!("{number}").repeat(20).as_bytes())
            .expect("there is room");
    }
    for number in (0..150).step_by(2) {
        files.remove(format!("file number {number}").as_bytes()).expect("it is there");
    }
    drop(files);
    let mut files = ram.mount();
    assert_eq!(files.list(b"").map(|entries| entries.len()), Ok(75));
    for number in (1..150).step_by(2) {
        assert_eq!(get(&mut files, &format!("file number {number}")), Ok(format!("{number}").repeat(20).into_bytes()));
    }
}

#[test]
fn not_too_many_files_are_open_at_once() {
    let mut files = Ram::new(16).mount();
    put(&mut files, "a", WRITE, b"a").expect("there is room");
    let mut open = Vec::new();
    let error = loop {
        match files.open(b"a", READ) {
            Ok(file) => open.push(file),
            Err(error) => break error,
        }
    };
    assert_eq!((open.len(), error), (10, Error::TOO_MANY_FILES));
    assert_eq!(files.close(open[3]), Ok(()));
    assert_eq!(files.open(b"a", READ), Ok(open[3]));
}
