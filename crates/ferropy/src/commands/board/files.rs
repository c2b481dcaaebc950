//! Files of the board, by small programs that it runs. They are written so that MicroPython understands them as well.

use super::failure::{Done, Failure};
use super::progress::Progress;
use super::remote::Board;
use ferropy_protocol::base64;

/// Bytes of a file in one piece, and letters of that in Base64. Two pieces are under way at once: together they are what
/// the smallest buffer of a board's line holds.
const PIECE: usize = 96;
const PIECES_UNDER_WAY: usize = 2;

/// What a board without the module raises.
const LACKS: [&str; 3] = ["ImportError", "ModuleNotFoundError", "AttributeError"];

/// The kind of a file in its mode, and that of a folder.
const KIND: u64 = 0xf000;
const FOLDER: u64 = 0x4000;

/// Reads what was described in [`PIECE`], and answers each piece with a byte.
const RECEIVE: &str = "
import sys, binascii
def _receive(name, size):
    line, out = sys.stdin.buffer, sys.stdout
    with open(name, 'wb') as file:
        while size:
            n = min(size, 96)
            data = binascii.a2b_base64(line.read((n + 2) // 3 * 4))
            file.write(data)
            size -= n
            out.write('.')
";
const SEND: &str = "
import sys, binascii
def _send(name):
    data = bytearray(768)
    view = memoryview(data)
    out = sys.stdout.buffer
    with open(name, 'rb') as file:
        while True:
            n = file.readinto(data)
            if not n:
                break
            out.write(binascii.b2a_base64(view[:n]))
";
const DIGEST: &str = "
import hashlib
def _digest(name):
    hash = hashlib.sha256()
    data = bytearray(512)
    view = memoryview(data)
    with open(name, 'rb') as file:
        while True:
            n = file.readinto(data)
            if not n:
                break
            hash.update(view[:n])
    print(hash.digest().hex())
";

/// A file or folder of the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) is_folder: bool,
    /// Of a file, where the board's file system tells it.
    pub(super) size: Option<u64>,
}

impl Board {
    /// What is in a folder, by name.
    pub(super) fn entries(&mut self, path: &str) -> Done<Vec<Entry>> {
        let program = format!(
            "import os\nfor e in os.ilistdir({}):\n    print(e[1], e[3] if len(e) > 3 else '-', e[0].encode().hex())",
            if path.is_empty() { String::new() } else { quoted(path) }
        );
        let text = self.ask(&program).map_err(|failure| about(path, failure))?;
        let mut entries = text.lines().map(entry).collect::<Option<Vec<Entry>>>().ok_or_else(|| strange(&text))?;
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(entries)
    }

    /// What there is by a name, if anything.
    pub(super) fn stat(&mut self, path: &str) -> Done<Option<Entry>> {
        let program = format!("import os\ns = os.stat({})\nprint(s[0], s[6])", quoted(path));
        let text = match self.ask(&program) {
            Ok(text) => text,
            Err(failure) if error_number(&failure) == Some(2) => return Ok(None),
            Err(failure) => return Err(about(path, failure)),
        };
        let numbers: Vec<u64> = text.split_whitespace().flat_map(str::parse).collect();
        let &[mode, size] = numbers.as_slice() else { return Err(strange(&text)) };
        Ok(Some(Entry { name: path.to_string(), is_folder: mode & KIND == FOLDER, size: Some(size) }))
    }

    /// Calls a function of `os` with a path.
    pub(super) fn call_os(&mut self, function: &str, path: &str) -> Done {
        let program = format!("import os\nos.{function}({})", quoted(path));
        self.ask(&program).map(drop).map_err(|failure| about(path, failure))
    }

    /// Makes a folder and those above it, where they are missing.
    pub(super) fn make_folders(&mut self, path: &str) -> Done {
        let ends: Vec<usize> =
            path.match_indices('/').map(|(at, _)| at).chain([path.len()]).filter(|&end| end > 0).collect();
        for end in ends {
            let folder = path.get(..end).unwrap_or(path);
            match self.stat(folder)? {
                Some(entry) if entry.is_folder => {}
                Some(_) => return Err(Failure::Refused(format!("{folder}: on the board this is a file"))),
                None => self.call_os("mkdir", folder)?,
            }
        }
        Ok(())
    }

    /// Removes a file, or a folder with all that is in it.
    pub(super) fn remove_all(&mut self, path: &str, is_folder: bool) -> Done {
        if !is_folder {
            return self.call_os("remove", path);
        }
        for entry in self.entries(path)? {
            self.remove_all(&joined(path, &entry.name), entry.is_folder)?;
        }
        // What is mounted, and the root itself, stay.
        if path.trim_matches('/').is_empty() { Ok(()) } else { self.call_os("rmdir", path) }
    }

    /// SHA-256 of a file, in hexadecimal; nothing where the board can't tell.
    pub(super) fn digest(&mut self, path: &str) -> Done<Option<String>> {
        match self.ask(&format!("{DIGEST}_digest({})", quoted(path))) {
            Ok(text) => Ok(Some(text.trim().to_string())),
            Err(Failure::Raised(text)) if LACKS.iter().any(|error| text.contains(error)) => Ok(None),
            Err(failure) => Err(about(path, failure)),
        }
    }

    /// Writes a file.
    pub(super) fn write(&mut self, path: &str, data: &[u8]) -> Done {
        let program = format!("{RECEIVE}_receive({}, {})", quoted(path), data.len());
        self.transfer(program.as_bytes(), path, data).map_err(|failure| about(path, failure))
    }

    fn transfer(&mut self, program: &[u8], path: &str, data: &[u8]) -> Done {
        let mut progress = Progress::new(path, data.len());
        self.begin(program)?;
        self.until_running()?;
        let (mut sent, mut received) = (0, 0);
        let mut pieces = data.chunks(PIECE);
        loop {
            while sent - received < PIECES_UNDER_WAY {
                let Some(piece) = pieces.next() else { break };
                self.type_in(base64::encode(piece).as_bytes())?;
                sent += 1;
            }
            let Some(answer) = self.printed()? else { break };
            received += answer.len();
            if received > sent {
                return Err(Failure::NoBoard(
                    "the board prints while it receives a file: does a program of its own run?".into(),
                ));
            }
            progress.show((received * PIECE).min(data.len()));
        }
        if received == sent && pieces.next().is_none() {
            Ok(())
        } else {
            Err(Failure::NoBoard(format!("{path}: the board has stopped in the middle")))
        }
    }

    /// Reads a file, whose size is only for those who watch.
    pub(super) fn read(&mut self, path: &str, size: Option<u64>) -> Done<Vec<u8>> {
        let mut progress = Progress::new(path, size.and_then(|size| usize::try_from(size).ok()).unwrap_or(0));
        let mut text = Vec::new();
        let mut data = Vec::new();
        self.begin(format!("{SEND}_send({})", quoted(path)).as_bytes())?;
        loop {
            let printed = self.printed().map_err(|failure| about(path, failure))?;
            let is_end = printed.is_none();
            text.extend(printed.unwrap_or_default());
            let whole = text.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
            let rest = text.split_off(whole);
            for line in text.split(|&byte| byte == b'\n') {
                data.extend(base64::decode(line).ok_or_else(|| strange(&String::from_utf8_lossy(line)))?);
            }
            text = rest;
            progress.show(data.len());
            if is_end {
                return if text.is_empty() { Ok(data) } else { Err(strange(&String::from_utf8_lossy(&text))) };
            }
        }
    }

    /// The file systems: where they are mounted, and the bytes of each, all and free.
    pub(super) fn file_systems(&mut self) -> Done<Vec<(String, u64, u64)>> {
        let program = "import os
def _s(path):
    s = os.statvfs(path)
    return s[0] * s[2], s[0] * s[3]
root = _s('/')
print('2f', *root)
for e in os.ilistdir('/'):
    if e[1] == 0x4000:
        try:
            s = _s('/' + e[0])
            if s != root:
                print(('/' + e[0]).encode().hex(), *s)
        except OSError:
            pass
";
        let text = self.ask(program)?;
        let line = |line: &str| {
            let mut words = line.split(' ');
            let path = from_hex(words.next()?)?;
            Some((path, words.next()?.parse().ok()?, words.next()?.parse().ok()?))
        };
        text.lines().map(line).collect::<Option<Vec<_>>>().ok_or_else(|| strange(&text))
    }
}

/// A line of what [`Board::entries`] asks for.
fn entry(line: &str) -> Option<Entry> {
    let mut words = line.split(' ');
    let kind: u64 = words.next()?.parse().ok()?;
    let size = words.next()?.parse().ok();
    let name = from_hex(words.next()?)?;
    let is_folder = kind & KIND == FOLDER;
    Some(Entry { name, is_folder, size: if is_folder { None } else { size } })
}

/// The text of hexadecimal digits, two for each byte.
fn from_hex(text: &str) -> Option<String> {
    let (pairs, []) = text.as_bytes().as_chunks::<2>() else { return None };
    let digit = |letter: u8| char::from(letter).to_digit(16);
    let bytes: Option<Vec<u8>> =
        pairs.iter().map(|&[high, low]| u8::try_from(digit(high)? << 4 | digit(low)?).ok()).collect();
    String::from_utf8(bytes?).ok()
}

/// A text as Python source.
pub(super) fn quoted(text: &str) -> String {
    let mut source = String::from("'");
    for letter in text.chars() {
        match letter {
            '\\' | '\'' => source.extend(['\\', letter]),
            letter if u32::from(letter) < 32 => source += &format!("\\x{:02x}", u32::from(letter)),
            letter => source.push(letter),
        }
    }
    source.push('\'');
    source
}

/// A name in a folder of the board.
pub(super) fn joined(folder: &str, name: &str) -> String {
    match folder {
        "" => name.to_string(),
        folder if folder.ends_with('/') => format!("{folder}{name}"),
        folder => format!("{folder}/{name}"),
    }
}

/// The number of an error of the board's system.
fn error_number(failure: &Failure) -> Option<u32> {
    let Failure::Raised(text) = failure else { return None };
    let (_, rest) = text.rsplit_once("[Errno ").or_else(|| text.rsplit_once("OSError: "))?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// Says what is wrong with a path, where the board gave an error of its system.
fn about(path: &str, failure: Failure) -> Failure {
    let reason = match error_number(&failure) {
        Some(1) => "not permitted",
        Some(2) => "no such file or folder",
        Some(13) => "no permission",
        Some(17) => "exists already",
        Some(20) => "this is no folder",
        Some(21) => "this is a folder",
        Some(28) => "no space is left on the board",
        Some(30) => "the board's file system is read-only",
        Some(39 | 66) => "the folder is not empty",
        Some(number) => return Failure::Refused(format!("{path}: error {number} on the board")),
        None => return failure,
    };
    Failure::Refused(format!("{path}: {reason}"))
}

fn strange(text: &str) -> Failure {
    let start: String = text.trim().chars().take(200).collect();
    Failure::NoBoard(format!("the board gives a strange answer: {start:?}"))
}

#[cfg(test)]
mod tests {
    use super::{Entry, about, entry, joined, quoted};
    use crate::commands::board::failure::Failure;

    #[test]
    fn listings_are_read() {
        let file = Entry { name: "é".into(), is_folder: false, size: Some(7) };
        assert_eq!(entry("32768 7 c3a9"), Some(file));
        let folder = Entry { name: "a".into(), is_folder: true, size: None };
        assert_eq!(entry("16384 0 61"), Some(folder));
        for wrong in ["", "1", "1 2", "x 2 61", "1 2 6", "1 2 +6", "1 2 ff", "1 2 zz"] {
            assert_eq!(entry(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn paths_are_python() {
        assert_eq!(quoted("it's\\\n"), r"'it\'s\\\x0a'");
        assert_eq!([joined("", "a"), joined("/", "a"), joined("/b", "a")], ["a", "/a", "/b/a"]);
    }

    #[test]
    fn errors_have_words() {
        for text in ["OSError: [Errno 2] ENOENT\n", "OSError: 2\n", "FileNotFoundError: [Errno 2] No such file\n"] {
            let Failure::Refused(message) = about("x", Failure::Raised(text.into())) else { panic!("{text}") };
            assert_eq!(message, "x: no such file or folder");
        }
        assert!(matches!(about("x", Failure::Raised("ValueError: 2".into())), Failure::Raised(_)));
    }
}
