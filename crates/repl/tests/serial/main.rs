//! What a board says over its serial line, byte by byte.

mod board;

use board::{Board, GREETING};
use ferropy_repl::Outcome;

const MOST: usize = 1 << 16;

/// A board at its prompt, and what it answers.
#[track_caller]
fn check(say: &str, answer: &str) {
    let mut board = Board::new(&[], MOST);
    assert_eq!(board.heard(), GREETING);
    assert_eq!(board.say(say.as_bytes()), answer);
}

/// A board in its raw REPL, and what it answers.
#[track_caller]
fn check_raw(say: &str, answer: &str) {
    let mut board = Board::new(&[], MOST);
    board.say(b"\x01");
    assert_eq!(board.say(say.as_bytes()), answer);
}

#[test]
fn statements_run_and_values_are_shown() {
    check("1+1\r", "1+1\r\n2\r\n>>> ");
    check("print('a\\nb')\r", "print('a\\nb')\r\na\r\nb\r\n>>> ");
    check("\r", "\r\n>>> ");
    check("6*7\r_+1\r", "6*7\r\n42\r\n>>> _+1\r\n43\r\n>>> ");
    check("if 1:\rprint(2)\r\r", "if 1:\r\n...     print(2)\r\n...     \r\n2\r\n>>> ");
    check("x = (\r1)\r", "x = (\r\n...     1)\r\n>>> ");
}

#[test]
fn errors_are_shown() {
    check(
        "1/0\r",
        "1/0\r\nTraceback (most recent call last):\r\n  File \"<stdin-0>\", line 1, in <module>\r\n    1/0\r\n    ~^~\r\nZeroDivisionError: division by zero\r\n>>> ",
    );
    let mut board = Board::new(&[], MOST);
    board.heard();
    let text = board.say(b"1 +\r");
    assert!(text.ends_with("SyntaxError: invalid syntax\r\n>>> "), "{text}");
}

#[test]
fn prompts_can_be_changed() {
    check(
        "import sys; sys.ps1 = '$ '; sys.ps2 = '> '\r(\r",
        "import sys; sys.ps1 = '$ '; sys.ps2 = '> '\r\n$ (\r\n>     ",
    );
    check("import sys; sys.ps1 = 'a\\nb'\r", "import sys; sys.ps1 = 'a\\nb'\r\na\r\nb");
}

#[test]
fn control_characters_are_wishes() {
    check("abc\x03", "abc\r\n>>> ");
    check("if 1:\r\x03", "if 1:\r\n...     \r\n>>> ");
    check("\x02", &format!("\r\n{GREETING}"));
    check("\x01", "\r\nraw REPL; CTRL-B to exit\r\n>");
    check("\x01\x02", &format!("\r\nraw REPL; CTRL-B to exit\r\n>\r\n{GREETING}"));
    check("\x04", &format!("\r\nMPY: soft reboot\r\n{GREETING}"));
    // A statement that is begun is run.
    check("if 1:\rprint(2)\r\x04", "if 1:\r\n...     print(2)\r\n...     \r\n2\r\n>>> ");
}

#[test]
fn tab_completes() {
    check("prin\t1)\r", "print(1)\r\n1\r\n>>> ");
    check("import sys\rsys.vers\t", "import sys\r\n>>> sys.version");
    check("\t1", "    1");
}

#[test]
fn text_can_be_pasted() {
    check(
        "\x05for i in 1, 2:\r    print(i)\r\r3\x04",
        "\r\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n=== for i in 1, 2:\r\n===     print(i)\r\n=== \r\n=== 3\r\n1\r\n2\r\n>>> ",
    );
    check("\x05a\r\nb\n\x03", "\r\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n=== a\r\n=== b\r\n=== \r\n>>> ");
    check(
        "\x05if 1:\r\n  print(1)\r\n  print(2)\x04",
        "\r\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n=== if 1:\r\n===   print(1)\r\n===   print(2)\r\n1\r\n2\r\n>>> ",
    );
}

#[test]
fn tools_run_programs() {
    check_raw("print(1)\x04", "OK1\r\n\x04\x04>");
    check_raw("1\x04", "OK\x04\x04>");
    check_raw("a = 1\x04print(a)\x04", "OK\x04\x04>OK1\r\n\x04\x04>");
    check_raw(
        "print(1)\n1/0\x04",
        "OK1\r\n\x04Traceback (most recent call last):\r\n  File \"<stdin>\", line 2, in <module>\r\nZeroDivisionError: division by zero\r\n\x04>",
    );
    check_raw("junk\x03print(1)\x04", "OK1\r\n\x04\x04>");
    check_raw("\x01", "raw REPL; CTRL-B to exit\r\n>");
    check_raw("\x05A\x01print(1)\x04", "R\x01\u{fffd}\0\x01\x041\r\n\x04\x04>");
    check_raw("\x05B\x01", "R\0>");
    let mut board = Board::new(&[], MOST);
    board.say(b"\x01");
    let text = board.say(b"1 +\x04");
    assert!(text.starts_with("OK\x04  File \"<stdin>\", line 1\r\n"), "{text}");
    assert!(text.ends_with("SyntaxError: invalid syntax\r\n\x04>"), "{text}");
}

#[test]
fn programs_read_what_is_typed() {
    let reads = |program: &str, input: &[u8]| {
        let mut board = Board::new(&[], MOST);
        board.say(b"\x01");
        board.keep_for_program(input);
        board.say(format!("{program}\x04").as_bytes())
    };
    assert_eq!(reads("print(repr(input('? ')))", b"abc\rd"), "OK? abc\r\n'abc'\r\n\x04\x04>");
    let (input, answer) = ("é漢\x7f\x7f\x7fa\x1b[D\x1b[1~b\r", "é漢\x08 \x08\x08 \x08\x08 \x08ab\r\n");
    assert_eq!(reads("print(input())", input.as_bytes()), format!("OK{answer}ab\r\n\x04\x04>"));
    let text = reads("input()", b"\x04");
    assert!(text.ends_with("EOFError: EOF when reading a line\r\n\x04>"), "{text}");
    let text = reads("input()", b"abc\x03");
    assert!(text.ends_with("KeyboardInterrupt\r\n\x04>"), "{text}");
    let program = "import sys\nprint(repr(sys.stdin.readline()), sys.stdin.read(2), sys.stdin.buffer.read(2))";
    assert_eq!(reads(program, b"ab\rcde\r"), "OK'ab\\n' cd b'e\\r'\r\n\x04\x04>");
}

/// Tools find out what is wrong by MicroPython's text.
#[test]
fn errors_of_the_system_have_a_line_for_tools() {
    let mut board = Board::new(&[], MOST);
    board.say(b"\x01");
    let text = board.say(b"open('no')\x04");
    let end = "FileNotFoundError: [Errno 2] No such file or directory: 'no'\r\nOSError: [Errno 2] ENOENT\r\n\x04>";
    assert!(text.ends_with(end), "{text}");
    let text = board.say(b"raise OSError('what')\x04");
    assert!(text.ends_with("OSError: what\r\n\x04>"), "{text}");
    board.say(b"\x02");
    let text = board.say(b"open('no')\r");
    assert!(text.ends_with("directory: 'no'\r\n>>> "), "{text}");
}

#[test]
fn tools_can_interrupt_what_they_send() {
    let mut board = Board::new(&[], MOST);
    board.say(b"\x01\x05A\x01");
    assert_eq!(board.say(b"while\x03"), "\x04\x04KeyboardInterrupt\r\n\x04>");
    assert_eq!(board.say(b"print(1)\x04"), "OK1\r\n\x04\x04>");
}

#[test]
fn bytes_of_streams_stay_as_they_are() {
    check_raw("import sys\nsys.stdout.buffer.write(b'a\\n\\x18b', 3)\x04", "OKa\n\x18\x04\x04>");
    check_raw("import sys\nsys.stdout.write(b'ab\\n')\x04", "OKab\n\x04\x04>");
    check_raw("import sys\nsys.stdout.write('a\\n')\nsys.stderr.write('b\\n')\x04", "OKa\r\nb\r\n\x04\x04>");
}

#[test]
fn a_wish_to_leave_is_a_soft_reset() {
    check_raw("\x04", "OK\r\nMPY: soft reboot\r\nraw REPL; CTRL-B to exit\r\n>");
    check_raw("import sys\nsys.exit()\x04", "OK\x04\x04MPY: soft reboot\r\nraw REPL; CTRL-B to exit\r\n>");
    check_raw("raise SystemExit('why')\x04", "OK\x04why\r\n\x04MPY: soft reboot\r\nraw REPL; CTRL-B to exit\r\n>");
    check("raise SystemExit\r", &format!("raise SystemExit\r\nMPY: soft reboot\r\n{GREETING}"));
    // Nothing is left of the names.
    let mut board = Board::new(&[], MOST);
    board.say(b"a = 1\r\x04");
    assert!(board.say(b"a\r").contains("NameError"));
}

#[test]
fn a_board_starts_its_programs() {
    let mut board = Board::new(&[("boot.py", "print('boot')\nx = 1"), ("main.py", "print('main', x, __name__)")], MOST);
    assert_eq!(board.heard(), format!("boot\r\nmain 1 __main__\r\n{GREETING}"));
    assert_eq!(board.say(b"\x04"), format!("\r\nMPY: soft reboot\r\nboot\r\nmain 1 __main__\r\n{GREETING}"));
    board.say(b"\x01");
    assert_eq!(board.say(b"\x04"), "OK\r\nMPY: soft reboot\r\nboot\r\nraw REPL; CTRL-B to exit\r\n>");
    assert_eq!(board.say(b"print(x)\x04"), "OK1\r\n\x04\x04>");
}

#[test]
fn programs_that_fail_at_the_start_are_shown() {
    let mut board = Board::new(&[("boot.py", "1/0"), ("main.py", "print('main')")], MOST);
    let text = board.heard();
    assert!(
        text.contains("File \"boot.py\", line 1, in <module>\r\n    1/0\r\n    ~^~\r\nZeroDivisionError"),
        "{text}"
    );
    assert!(!text.contains("main") && text.ends_with(GREETING), "{text}");
    let mut board = Board::new(&[("main.py", "x =")], MOST);
    let text = board.heard();
    assert!(text.contains("SyntaxError") && text.ends_with(GREETING), "{text}");
}

#[test]
fn endless_programs_are_interrupted() {
    let mut board = Board::new(&[("main.py", "while True: pass")], MOST);
    assert!(board.heard().ends_with(&format!("KeyboardInterrupt\r\n{GREETING}")));
    let text = board.say(b"while True: pass\r\r");
    assert!(text.ends_with("KeyboardInterrupt\r\n>>> "), "{text}");
    board.say(b"\x01");
    let text = board.say(b"while True: pass\x04");
    assert!(text.starts_with("OK\x04Traceback") && text.ends_with("KeyboardInterrupt\r\n\x04>"), "{text}");
}

/// What runs to show something may not come to an end either.
#[test]
fn endless_ways_to_show_are_interrupted() {
    let mut board = Board::new(&[], MOST);
    board.heard();
    board.say(b"import sys\rclass C:\r def __str__(self):\r  while True: pass\r\r");
    assert!(board.say(b"sys.ps1 = C()\r").ends_with("sys.ps1 = C()\r\n"));
    assert!(board.say(b"sys.ps1 = '$ '\r").ends_with("\r\n$ "));
    board.say(b"def f(*a):\r while True: pass\r\rsys.excepthook = f\r");
    let text = board.say(b"1/0\r");
    assert!(text.contains("Error in sys.excepthook") && text.ends_with("\r\n$ "), "{text}");
    assert!(board.say(b"raise SystemExit(C())\r").ends_with(GREETING));
}

#[test]
fn bytes_that_come_while_something_runs_change_nothing() {
    let mut board = Board::new(&[], MOST);
    board.heard();
    board.feed(b"print(1)\rabc\x01\x03\x04");
    assert_eq!(board.outcome, Outcome::Running);
    assert_eq!(board.heard(), "print(1)\r\n");
}

#[test]
fn what_is_too_long_is_a_memory_error() {
    let most = 200;
    let long = "x".repeat(300);
    let mut board = Board::new(&[], most);
    board.heard();
    let text = board.say(format!("{long}\r").as_bytes());
    assert!(text.ends_with("\r\nMemoryError\r\n>>> "), "{text}");
    let text = board.say(format!("(\r{}", "1,\r".repeat(100)).as_bytes());
    assert!(text.contains("\r\nMemoryError\r\n>>> "), "{text}");
    board.say(b"\x03\x05");
    let text = board.say(format!("{long}\x04").as_bytes());
    assert!(text.contains("\r\nMemoryError\r\n>>> "), "{text}");
    board = Board::new(&[], most);
    board.say(b"\x01");
    assert_eq!(board.say(format!("{long}\x04").as_bytes()), "OK\x04MemoryError\r\n\x04>");
    assert_eq!(
        board.say(format!("\x05A\x01{long}\x04").as_bytes()),
        "R\x01\u{fffd}\0\x01\x01\x04\x04MemoryError\r\n\x04>"
    );
    assert_eq!(board.say(b"print(1)\x04"), "OK1\r\n\x04\x04>");
}

/// A generator of numbers: xorshift64*.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % limit
    }
}

/// Whatever comes, the board answers to the end, and then still knows its manners.
#[test]
fn random_bytes_leave_a_board_that_answers() {
    const PIECES: &[&str] = &[
        "print(",
        ")",
        "1",
        "x = ",
        "for i in range(3):",
        "while 1: pass",
        "def f():",
        "\"\"\"",
        "'",
        "\\",
        "import sys",
        "sys.exit()",
        "1/0",
        "raise SystemExit",
        "input()",
        "\r",
        "\r",
        "\r\n",
        "\t",
        "    ",
        "\x05A\x01",
        "\x05",
        "\x01",
        "\x02",
        "\x03",
        "\x04",
        "\x7f",
        "\x1b[A",
        "\x1b[D",
        "é",
        "漢",
    ];
    for seed in 1..=12u64 {
        let mut numbers = Numbers(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let mut board = Board::new(&[("boot.py", "x = 1"), ("main.py", "y = 2")], 500);
        for _ in 0..600 {
            if numbers.below(4) == 0 {
                board.say(&[numbers.below(256) as u8]);
            } else {
                board.say(PIECES[numbers.below(PIECES.len())].as_bytes());
            }
        }
        // As tools come in: whatever it was, interrupt it, leave it, and start anew.
        board.say(b"\x04\r\x03\r\x02\r\x03\r\x01\r\x03");
        board.heard();
        assert_eq!(board.say(b"print(6*7)\x04"), "OK42\r\n\x04\x04>", "seed {seed}");
    }
}
