//! The editor before a small terminal: what is drawn has to show what is there.

use super::{Action, Editor};
use crate::Candidates;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use ferropy_unicode::width::{text_width, width};

/// A terminal that wraps long lines: rows of cells; the second half of a wide character is an empty cell.
struct Screen {
    columns: usize,
    rows: Vec<Vec<char>>,
    column: usize,
}

impl Screen {
    fn new(columns: usize) -> Screen {
        Screen { columns, rows: alloc::vec![Vec::new()], column: 0 }
    }

    fn put(&mut self, letter: char) {
        let wide = width(letter.into());
        if wide == 0 {
            return;
        }
        if self.column + wide > self.columns {
            self.rows.push(Vec::new());
            self.column = 0;
        }
        let row = self.rows.last_mut().unwrap();
        while row.len() < self.column + wide {
            row.push(' ');
        }
        row[self.column] = letter;
        if wide == 2 {
            row[self.column + 1] = '\0';
        }
        self.column += wide;
    }

    fn draw(&mut self, bytes: &[u8]) {
        let mut letters = core::str::from_utf8(bytes).expect("whole characters").chars();
        while let Some(letter) = letters.next() {
            match letter {
                '\x08' => self.column = self.column.checked_sub(1).expect("no moves over the edge"),
                '\r' => self.column = 0,
                '\n' => self.rows.push(Vec::new()),
                '\x07' => {}
                '\x1b' => {
                    assert_eq!(letters.next(), Some('['));
                    let mut number = 0;
                    loop {
                        match letters.next() {
                            Some(digit @ '0'..='9') => number = number * 10 + digit as usize - '0' as usize,
                            Some('K') => break self.rows.last_mut().unwrap().truncate(self.column),
                            Some('C') => break self.column += number,
                            Some('D') => break self.column = self.column.checked_sub(number).expect("within the row"),
                            other => panic!("{other:?}"),
                        }
                    }
                }
                letter => self.put(letter),
            }
            assert!(self.column <= self.columns);
        }
    }

    /// The last row, as far as there is something in it.
    fn row(&self) -> String {
        let row: String = self.rows.last().unwrap().iter().filter(|&&cell| cell != '\0').collect();
        row.trim_end().to_string()
    }
}

/// An editor and its terminal.
struct Seat {
    editor: Editor,
    screen: Screen,
    /// How many bytes were drawn.
    drawn: usize,
}

impl Seat {
    fn new() -> Seat {
        let mut seat = Seat { editor: Editor::default(), screen: Screen::new(80), drawn: 0 };
        seat.start();
        seat
    }

    fn start(&mut self) {
        let mut out = Vec::new();
        self.editor.start(">>> ".into(), &mut out);
        self.screen.draw(&out);
    }

    fn go_on(&mut self, indentation: usize) {
        let mut out = Vec::new();
        self.editor.go_on("... ".into(), indentation, &mut out);
        self.screen.draw(&out);
    }

    /// Types bytes; the last action.
    fn type_in(&mut self, bytes: &[u8]) -> Action {
        let mut action = Action::Edit;
        for &byte in bytes {
            let mut out = Vec::new();
            action = self.editor.feed(byte, &mut out);
            self.drawn += out.len();
            self.screen.draw(&out);
        }
        action
    }

    /// What the screen shows around its cursor is what the line has there.
    #[track_caller]
    fn agree(&self) {
        let line = &self.editor.line;
        let after = &line.text()[line.cursor()..];
        let row = self.screen.rows.last().unwrap();
        // Marks are not drawn by this terminal.
        let expected = after.chars().find(|&letter| width(letter.into()) > 0).unwrap_or(' ');
        let at_edge = self.screen.column >= 78;
        let shown = row.get(self.screen.column).copied().unwrap_or(' ');
        assert!(shown == expected || at_edge && shown == ' ', "{shown:?} at the cursor, {:?}", line.text());
        let before: String = row[..self.screen.column.min(row.len())].iter().filter(|&&cell| cell != '\0').collect();
        let before = before.strip_prefix(">>> ").unwrap_or(&before);
        let text: String = line.before().chars().filter(|&letter| width(letter.into()) > 0).collect();
        assert!(text.ends_with(before), "{before:?} before the cursor of {text:?}");
    }
}

#[track_caller]
fn check(keys: &[u8], text: &str, cursor: usize) {
    let mut seat = Seat::new();
    assert_eq!(seat.type_in(keys), Action::Edit, "{:?}", seat.editor.line.text());
    assert_eq!((seat.editor.line.text(), seat.editor.line.cursor()), (text, cursor));
    assert_eq!(seat.screen.row(), alloc::format!(">>> {text}").trim_end());
    assert_eq!(seat.screen.column, 4 + text_width(&text[..cursor]));
}

#[test]
fn keys_move_the_cursor() {
    check(b"abc", "abc", 3);
    check(b"abc\x1b[D", "abc", 2);
    check(b"abc\x02\x02", "abc", 1);
    check(b"abc\x1b[D\x1b[D\x1b[C", "abc", 2);
    check(b"abc\x01\x06", "abc", 1);
    check(b"abc\x1b[H", "abc", 0);
    check(b"abc\x1bOH\x1bOF", "abc", 3);
    check(b"abc\x1b[1~", "abc", 0);
    check(b"abc\x1b[7~\x1b[8~", "abc", 3);
    check(b"abc\x01\x05", "abc", 3);
    check(b"abc\x1b[H\x1b[4~", "abc", 3);
    check(b"abc\x01\x1b[D\x1b[D", "abc", 0);
    check(b"abc\x1b[C", "abc", 3);
}

#[test]
fn keys_move_by_words() {
    check(b"one two.three\x1bb", "one two.three", 8);
    check(b"one two.three\x1b[1;5D\x1b[1;5D", "one two.three", 4);
    check(b"one two.three\x1b[1;3D\x1bb\x1bb\x1bb", "one two.three", 0);
    check(b"one two.three\x01\x1bf", "one two.three", 3);
    check(b"one two.three\x01\x1b[1;5C\x1b[5C", "one two.three", 7);
    check(b"one two.three\x1bf", "one two.three", 13);
}

#[test]
fn keys_remove() {
    check(b"abc\x7f", "ab", 2);
    check(b"abc\x08\x08", "a", 1);
    check(b"\x7f", "", 0);
    check(b"abc\x02\x7f", "ac", 1);
    check(b"abc\x02\x04", "ab", 2);
    check(b"abc\x01\x1b[3~", "bc", 0);
    check(b"abc\x04", "abc", 3);
    check(b"abc\x02\x0b", "ab", 2);
    check(b"abc\x02\x15", "c", 0);
    check(b"one two\x17", "one ", 4);
    check(b"one two\x1b\x7f", "one ", 4);
    check(b"one two\x01\x1bd", " two", 0);
    check(b"        x\x02\x7f", "    x", 4);
    check(b"      \x7f", "    ", 4);
}

#[test]
fn characters_are_inserted() {
    check(b"ac\x02b", "abc", 2);
    check("é漢z".as_bytes(), "é漢z", 6);
    check("漢字\x02a".as_bytes(), "漢a字", 4);
    check("漢字\x7f".as_bytes(), "漢", 3);
    check("e\u{301}x\x02\x7f".as_bytes(), "x", 0);
    check("a😀\x02b".as_bytes(), "ab😀", 2);
    // No UTF-8, controls beyond ASCII, overlong forms, surrogates: nothing.
    check(b"a\xff\x80\xc3(\xc0\x80\xc2\x85\xed\xa0\x80\xe0\x80\xafb", "a(b", 3);
    // Sequences that mean nothing here.
    check(b"a\x1b[5~\x1b[?25h\x1b[200~b\x1b[201~\x1bOQ\x1bxc\x1b[Zd", "abcd", 4);
    // A sequence that is never finished takes no line end with it.
    check(b"ab\x1b[1\x02", "ab", 1);
}

#[test]
fn history_is_walked() {
    let mut seat = Seat::new();
    for line in [&b"first\r"[..], b"second one\r", b"second one\r", b"   \r"] {
        assert_eq!(seat.type_in(line), Action::Line);
        seat.editor.take_line();
        seat.start();
    }
    let mut shows = |keys: &[u8], text: &str| {
        seat.type_in(keys);
        assert_eq!(seat.editor.line.text(), text);
        assert_eq!(seat.screen.row(), alloc::format!(">>> {text}").trim_end());
        seat.agree();
    };
    shows(b"sec\x10", "second one");
    shows(b"\x1b[A", "first");
    shows(b"\x1b[A", "first");
    shows(b"\x0e", "second one");
    shows(b"\x1b[B", "sec");
    shows(b"\x1b[B", "sec");
}

#[test]
fn history_is_bounded() {
    let mut seat = Seat::new();
    for number in 0..40 {
        seat.type_in(alloc::format!("line {number}\r").as_bytes());
        seat.editor.take_line();
        seat.start();
    }
    seat.type_in(&b"\x10".repeat(100));
    assert_eq!(seat.editor.line.text(), "line 28");
}

#[test]
fn keys_on_an_empty_line_are_wishes() {
    for (key, action) in [
        (1, Action::Raw),
        (2, Action::Banner),
        (3, Action::Interrupt),
        (4, Action::End),
        (5, Action::Paste),
        (9, Action::Complete),
        (10, Action::Line),
        (13, Action::Line),
    ] {
        assert_eq!(Seat::new().type_in(&[key]), action);
    }
    assert_eq!(Seat::new().type_in(b"abc\x03"), Action::Interrupt);
}

#[test]
fn pairs_of_line_ends_are_one() {
    let mut seat = Seat::new();
    let lines = b"a\r\nb\r\nc\n\nd\r\r".iter().filter(|&&byte| seat.type_in(&[byte]) == Action::Line).count();
    assert_eq!(lines, 6);
}

#[test]
fn indentation_can_be_taken_back() {
    let indented = |keys: &[u8], next: &str| {
        let mut seat = Seat::new();
        seat.screen.draw(b"\r\n");
        seat.go_on(8);
        seat.type_in(keys);
        assert_eq!(seat.screen.column, 4 + seat.editor.line.cursor(), "{keys:?}");
        assert_eq!(seat.editor.take_line(), next, "{keys:?}");
        seat.go_on(8);
        seat.editor.take_line()
    };
    assert_eq!(indented(b"", "        "), "        ");
    assert_eq!(indented(b"x", "        x"), "        ");
    assert_eq!(indented(b"\x7f", "    "), "        ");
    assert_eq!(indented(b"\x7f\x7f\x7f", ""), "        ");
    // Pasted text has its own.
    assert_eq!(indented(b"    x", "    x"), "");
    let mut seat = Seat::new();
    seat.go_on(4);
    assert_eq!(seat.type_in(b"\x04"), Action::End);
}

#[test]
fn candidates_are_completed_or_listed() {
    let offer = |typed: &str, start: usize, texts: &[&str]| {
        let mut seat = Seat::new();
        assert_eq!(seat.type_in(typed.as_bytes()), Action::Edit);
        let texts = texts.iter().map(ToString::to_string).collect();
        let mut out = Vec::new();
        seat.editor.offer(&Candidates { start, texts }, &mut out);
        seat.screen.draw(&out);
        seat.agree();
        assert_eq!(seat.screen.row(), alloc::format!(">>> {}", seat.editor.line.text()).trim_end());
        (seat.editor.line.text().to_string(), seat.screen.rows.len())
    };
    assert_eq!(offer("pri", 0, &[]), ("pri".into(), 1));
    assert_eq!(offer("pri", 0, &["print("]), ("print(".into(), 1));
    assert_eq!(offer("x = os.pa", 4, &["os.path", "os.pathsep"]), ("x = os.path".into(), 1));
    assert_eq!(offer("os.path", 0, &["os.path", "os.pathsep"]), ("os.path".into(), 3));
    assert_eq!(offer("f(pri)\x02", 2, &["print("]), ("f(print()".into(), 1));
    assert_eq!(offer("a + b\x02\x02\x02\x02", 0, &["aa", "ab"]), ("a + b".into(), 3));
    let many: Vec<String> = (0..300).map(|number| alloc::format!("n{number}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    assert!(offer("n", 0, &many).1 < 15);
}

#[test]
fn little_is_drawn() {
    let drawn = |before: &[u8], keys: &[u8]| {
        let mut seat = Seat::new();
        seat.type_in(before);
        seat.drawn = 0;
        seat.type_in(keys);
        seat.drawn
    };
    assert_eq!(drawn(b"print(1)", b"x"), 1);
    assert_eq!(drawn(b"print(1)", b"\x1b[D"), 1);
    assert_eq!(drawn(b"print(1)", b"\x7f"), 4);
    assert_eq!(drawn(b"print(1)", b"\x01"), 4);
    assert_eq!(drawn(b"print(1)\x01", b"\x05"), 4);
    assert_eq!(drawn(b"print(1)\x02", b"2"), 3);
    // Only what differs from the line before.
    let mut seat = Seat::new();
    seat.type_in(b"print(1)\r");
    seat.editor.take_line();
    seat.start();
    seat.type_in(b"print(2)");
    seat.drawn = 0;
    seat.type_in(b"\x10");
    assert_eq!(seat.drawn, 4);
}

#[test]
fn long_lines_are_shown_in_part() {
    let long: String = (0..40).map(|number| alloc::format!("{number:03} ")).collect();
    let mut seat = Seat::new();
    seat.type_in(long.as_bytes());
    // Typed, it wraps as the terminal does it; each byte is drawn once.
    assert_eq!((seat.screen.rows.len(), seat.drawn), (3, long.len()));
    for keys in ["\x7f", "\x01", "x", "\x06\x06y", "\x05", "\x1bb\x1bb", "\x17", "\x0b", "\x01\x0b", "short"] {
        seat.type_in(keys.as_bytes());
        seat.agree();
    }
    assert_eq!(seat.screen.row(), ">>> short");
}

/// A generator of numbers: xorshift64*.
struct Numbers(u64);

impl Numbers {
    fn new(seed: u64) -> Numbers {
        Numbers(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % limit
    }
}

#[test]
fn the_screen_shows_the_line_whatever_is_typed() {
    const KEYS: &[&str] = &[
        "a",
        "b ",
        "_c(",
        "漢",
        "é",
        "e\u{301}",
        "word word ",
        "\x1b[D",
        "\x1b[D",
        "\x1b[C",
        "\x01",
        "\x05",
        "\x7f",
        "\x7f",
        "\x04",
        "\x0b",
        "\x15",
        "\x17",
        "\x1bb",
        "\x1bf",
        "\x1bd",
        "\x1b\x7f",
        "\x1b[A",
        "\x1b[B",
        "\r",
        "something long that soon fills a row ",
    ];
    for seed in 1..=200 {
        let mut numbers = Numbers::new(seed);
        let mut seat = Seat::new();
        for _ in 0..300 {
            let key = KEYS[numbers.below(KEYS.len())];
            if matches!(key, "\x01" | "\x05" | "\x04") && seat.editor.line.text().is_empty() {
                continue;
            }
            if seat.type_in(key.as_bytes()) == Action::Line {
                seat.editor.take_line();
                seat.start();
            }
            seat.agree();
        }
    }
}

#[test]
fn random_bytes_do_no_harm() {
    for seed in 1..=50 {
        let mut numbers = Numbers::new(seed);
        let mut editor = Editor::default();
        let mut out = Vec::new();
        for _ in 0..20_000 {
            let byte = if numbers.below(3) == 0 { numbers.below(32) } else { numbers.below(256) } as u8;
            match editor.feed(byte, &mut out) {
                Action::Line | Action::Interrupt => {
                    editor.take_line();
                    editor.go_on("... ".into(), numbers.below(9), &mut out);
                }
                Action::Complete => {
                    let texts = alloc::vec!["abc".into(), "abd".into()];
                    let start = editor.before_cursor().len().saturating_sub(numbers.below(3));
                    editor.offer(&Candidates { start, texts }, &mut out);
                }
                _ => {}
            }
            out.clear();
        }
    }
}
