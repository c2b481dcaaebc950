//! The power goes in the middle of random work, again and again on the same chip: each time the volume mounts, the file
//! that was written is the old one or the new one, and all others are as they were.

mod chip;

use chip::{APPEND, Ram, Random, WRITE, get, put};
use ferropy_platform::{FileKind, Files};
use std::collections::BTreeMap;

/// What should be there: files by path.
type Tree = BTreeMap<String, Vec<u8>>;

/// Everything that is there.
fn tree(files: &mut dyn Files, directory: &str) -> Tree {
    let mut found = Tree::new();
    for entry in files.list(directory.as_bytes()).expect("a directory can be listed") {
        let path = format!("{directory}/{}", String::from_utf8(entry.name).expect("a name of ours"));
        if entry.kind == FileKind::Directory {
            found.append(&mut tree(files, &path));
        } else {
            let content = get(files, &path).unwrap_or_else(|error| panic!("{path} can be read: {error:?}"));
            found.insert(path, content);
        }
    }
    found
}

/// A piece of work: what may be found if it is interrupted, the last of which is what it leads to; and whether it was
/// done.
fn work(files: &mut dyn Files, random: &mut Random, now: &Tree) -> (Vec<Tree>, bool) {
    let mut name = || format!("/{}{}", ["", "a/", "a/b/"][random.below(3) as usize], random.below(4));
    let (path, other) = (name(), name());
    let size = [40, 400, 3000, 9000][random.below(4) as usize];
    let (mut between, mut after) = (now.clone(), now.clone());
    let done = match random.below(8) {
        0..3 => {
            let content = random.bytes(size);
            between.entry(path.clone()).or_default();
            after.insert(path.clone(), content.clone());
            put(files, &path, WRITE, &content)
        }
        3..5 => {
            let content = random.bytes(size / 4);
            between.entry(path.clone()).or_default();
            after.entry(path.clone()).or_default().extend_from_slice(&content);
            put(files, &path, APPEND, &content)
        }
        5..7 => match after.remove(&path) {
            Some(content) => {
                after.insert(other.clone(), content);
                files.rename(path.as_bytes(), other.as_bytes())
            }
            None => Ok(()),
        },
        _ => match after.remove(&path) {
            Some(_) => files.remove(path.as_bytes()),
            None => Ok(()),
        },
    };
    (vec![now.clone(), between, after], done.is_ok())
}

/// Removes files until there is room: a full volume is another test's.
fn make_room(files: &mut dyn Files, now: &mut Tree) {
    while files.file_system(b"/").expect("it can be asked").free_blocks < 12 {
        let Some((path, _)) = now.pop_first() else { break };
        files.remove(path.as_bytes()).expect("it can be removed");
    }
}

fn cut_again_and_again(seed: u64, cuts: u32, blocks: u32) {
    let ram = Ram::new(blocks);
    let mut random = Random(seed);
    let mut now = Tree::new();
    let mut files = ram.mount();
    files.make_directory(b"/a").expect("there is room");
    files.make_directory(b"/a/b").expect("there is room");
    for cut in 0..cuts {
        make_room(&mut files, &mut now);
        ram.cut_in(Some(1 + random.below(40)));
        let allowed = loop {
            let (allowed, done) = work(&mut files, &mut random, &now);
            if ram.is_dead() {
                break allowed;
            }
            assert!(done, "cut {cut} of {seed:x}: nothing fails but for lack of power");
            now = allowed.into_iter().next_back().unwrap_or_default();
            if random.below(4) == 0 {
                make_room(&mut files, &mut now);
                if ram.is_dead() {
                    break vec![now.clone()];
                }
            }
        };
        drop(files);
        // Sometimes the power goes again while the first change after the cut puts things in order.
        ram.cut_in(None);
        if random.below(3) == 0 {
            let mut files = ram.mount();
            ram.cut_in(Some(1 + random.below(3)));
            let _ = put(&mut files, "/again", WRITE, b"again");
            ram.cut_in(if ram.is_dead() { Some(0) } else { None });
            drop(files);
            ram.cut_in(None);
        }
        files = ram.mount();
        let mut found = tree(&mut files, "");
        if found.remove("/again").is_some() {
            files.remove(b"/again").expect("it can be removed");
        }
        assert!(allowed.contains(&found), "cut {cut} of {seed:x}: {}", difference(&allowed, &found));
        now = found;
    }
}

/// What differs, in few words.
fn difference(allowed: &[Tree], found: &Tree) -> String {
    let sizes =
        |tree: &Tree| tree.iter().map(|(path, content)| format!("{path}:{}", content.len())).collect::<Vec<_>>();
    format!("found {:?}, not one of {:?}", sizes(found), allowed.iter().map(sizes).collect::<Vec<_>>())
}

#[test]
fn five_hundred_cuts_lose_nothing() {
    for seed in 1..=5 {
        cut_again_and_again(seed * 0x1234_5679, 100, 40);
    }
}

#[test]
fn as_many_on_a_large_volume() {
    cut_again_and_again(0xfe44_0707, 100, 352);
}

#[test]
fn a_cut_while_formatting_is_formatted_again() {
    for operations in 1..12 {
        let ram = Ram::new(16);
        ram.cut_in(Some(operations));
        let mounted = ferropy_storage::FlashFiles::mount(ram.clone(), || 0);
        assert!(mounted.is_ok() || ram.is_dead());
        drop(mounted);
        ram.cut_in(None);
        put(&mut ram.mount(), "/a", WRITE, b"kept").expect("there is room");
        assert_eq!(get(&mut ram.mount(), "/a"), Ok(b"kept".to_vec()));
    }
}
