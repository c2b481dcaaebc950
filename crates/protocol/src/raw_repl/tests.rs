//! The two ends, apart and with each other.

use super::{Client, Device, Event, Step, WINDOW};
use alloc::vec::Vec;

/// What a device sends for some bytes, and what it does at last.
fn fed(device: &mut Device, bytes: &[u8]) -> (Vec<u8>, Step) {
    let mut sent = Vec::new();
    let mut step = Step::More;
    for &byte in bytes {
        let answer = device.feed(byte);
        sent.extend_from_slice(answer.send);
        step = answer.then;
    }
    (sent, step)
}

#[track_caller]
fn check(bytes: &[u8], sent: &[u8], step: Step) {
    let mut device = Device::new(1 << 16);
    assert_eq!(fed(&mut device, bytes), (sent.to_vec(), step));
}

#[test]
fn bytes_are_answered() {
    check(b"\x01", b"raw REPL; CTRL-B to exit\r\n>", Step::More);
    check(b"print(1)\x04", b"OK", Step::Run);
    check(b"\x04", b"OK\r\n", Step::SoftReset);
    check(b"junk\x03\x04", b"OK\r\n", Step::SoftReset);
    check(b"junk\x01\x04", b"raw REPL; CTRL-B to exit\r\n>OK\r\n", Step::SoftReset);
    check(b"\x02", b"", Step::Leave);
    check(b"\x05B\x01", b"R\0>", Step::More);
    check(b"\x05A\x01", b"R\x01\x80\x00\x01", Step::More);
    check(b"\x05A\x01print()\x04", b"R\x01\x80\x00\x01\x04", Step::Run);
    check(b"\x05A\x01pri\x03", b"R\x01\x80\x00\x01\x04", Step::Interrupted);
    check(b"\x05AB\x01", b"raw REPL; CTRL-B to exit\r\n>", Step::More);
}

#[test]
fn a_window_that_is_used_up_is_renewed() {
    let mut device = Device::new(1 << 16);
    fed(&mut device, b"\x05A\x01");
    let window = usize::from(WINDOW);
    assert_eq!(fed(&mut device, &alloc::vec![b'x'; window - 1]).0, b"");
    assert_eq!(fed(&mut device, b"x").0, b"\x01");
    assert_eq!(fed(&mut device, &alloc::vec![b'x'; 2 * window]).0, b"\x01\x01");
    assert_eq!(fed(&mut device, b"\x04").1, Step::Run);
    assert_eq!(device.take_program().len(), 3 * window);
}

#[test]
fn what_is_too_long_is_refused() {
    let mut device = Device::new(10);
    assert_eq!(fed(&mut device, b"01234567890123\x04"), (b"OK".to_vec(), Step::TooLong));
    assert_eq!(fed(&mut device, b"0123456789\x04"), (b"OK".to_vec(), Step::Run));
    assert_eq!(device.take_program(), b"0123456789");
    let (sent, step) = fed(&mut device, b"\x05A\x0101234567890123\x04");
    assert_eq!((sent.as_slice(), step), (&b"R\x01\x80\x00\x01\x04"[..], Step::TooLong));
    assert_eq!(fed(&mut device, b"1\x04").1, Step::Run);
}

/// Runs programs through both ends; a program "prints" itself, and fails if it starts with `!`.
fn talk(most: usize, programs: &[&[u8]]) -> Vec<(Vec<u8>, Vec<u8>)> {
    let mut client = Client::new();
    let mut device = Device::new(most);
    let mut programs = programs.iter();
    let mut results = Vec::new();
    let mut result = (Vec::new(), Vec::new());
    client.enter();
    loop {
        let mut replies = Vec::new();
        for byte in client.take_outgoing() {
            // Before the raw REPL there is a prompt, which does nothing with these.
            if results.is_empty() && matches!(byte, b'\r' | 3) {
                continue;
            }
            let answer = device.feed(byte);
            replies.extend_from_slice(answer.send);
            match answer.then {
                Step::Run => {
                    let program = device.take_program();
                    replies.extend_from_slice(&program);
                    replies.push(4);
                    if program.starts_with(b"!") {
                        replies.extend_from_slice(b"error");
                    }
                    replies.extend_from_slice(b"\x04>");
                }
                Step::TooLong => replies.extend_from_slice(b"\x04MemoryError\x04>"),
                _ => {}
            }
        }
        for byte in replies {
            match client.feed(byte) {
                Some(Event::Output(byte)) => result.0.push(byte),
                Some(Event::Error(byte)) => result.1.push(byte),
                Some(event @ (Event::Ready | Event::Done)) => {
                    if event == Event::Done {
                        results.push(core::mem::take(&mut result));
                    }
                    let Some(program) = programs.next() else { return results };
                    client.run(program.to_vec());
                }
                Some(Event::Confused) => panic!("confused"),
                None => {}
            }
        }
    }
}

#[test]
fn the_ends_understand_each_other() {
    let long = alloc::vec![b'x'; 1000];
    let exact = alloc::vec![b'y'; 2 * usize::from(WINDOW)];
    let results = talk(1000, &[b"a", b"!b", &long, &exact, b"c"]);
    let lengths: Vec<_> = results.iter().map(|(output, error)| (output.len(), error.len())).collect();
    assert_eq!(lengths, [(1, 0), (2, 5), (1000, 0), (256, 0), (1, 0)]);
}

#[test]
fn a_refused_program_ends_in_an_error() {
    let long = alloc::vec![b'x'; 1000];
    let results = talk(200, &[&long, b"a"]);
    assert_eq!(results, [(b"".to_vec(), b"MemoryError".to_vec()), (b"a".to_vec(), b"".to_vec())]);
}

#[test]
fn boards_that_cannot_paste_get_the_program_as_it_is() {
    for refusal in [&b"R\0>"[..], b"raw REPL; CTRL-B to exit\r\n>"] {
        let mut client = Client::new();
        client.run(b"print(1)".to_vec());
        assert_eq!(client.take_outgoing(), b"\x05A\x01");
        for &byte in refusal {
            assert_eq!(client.feed(byte), None);
        }
        assert_eq!(client.take_outgoing(), b"print(1)\x04");
        let events: Vec<_> = b"OK1\r\n\x04\x04>".iter().filter_map(|&byte| client.feed(byte)).collect();
        assert_eq!(events, [Event::Output(b'1'), Event::Output(13), Event::Output(10), Event::Done]);
    }
}

#[test]
fn random_bytes_confuse_but_never_hang() {
    let mut state = 0x2545_F491_4F6C_DD1Du64;
    let mut client = Client::new();
    let mut device = Device::new(300);
    for round in 0..200_000u32 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        let byte = if state & 0x300 == 0 { (state >> 20) as u8 } else { (state >> 20) as u8 % 7 };
        let answer = device.feed(byte);
        if answer.then == Step::Run {
            assert!(device.take_program().len() <= 300);
        }
        if client.feed(byte) == Some(Event::Confused) || round % 97 == 0 {
            client.enter();
            client.run(b"program".to_vec());
        }
        assert!(client.take_outgoing().len() <= 20);
    }
}
