//! Calls as mpremote's board end sends them, byte by byte.

use super::{Answer, Call, Event, Metadata, SYNC, Server};
use alloc::string::ToString;
use alloc::vec::Vec;

fn events(server: &mut Server, bytes: &[u8]) -> Vec<Event> {
    let mut events = Vec::new();
    for &byte in bytes {
        if let Some(event) = server.feed(byte) {
            let begins = event == Event::Begin;
            events.push(event);
            events.extend(if begins { server.begun() } else { None });
        }
    }
    events
}

fn call(bytes: &[u8]) -> Call {
    match events(&mut Server::default(), bytes).as_slice() {
        [Event::Begin, Event::Call(call)] => call.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn calls_are_understood() {
    let name = || "/a.py".to_string();
    assert_eq!(call(b"\x18\x01\x05\0\0\0/a.py"), Call::Stat(name()));
    assert_eq!(call(b"\x18\x02\x01\0\0\0/"), Call::List("/".to_string()));
    assert_eq!(call(b"\x18\x03"), Call::Next);
    assert_eq!(call(b"\x18\x04\x05\0\0\0/a.py\x02\0\0\0rb"), Call::Open(name(), "rb".to_string()));
    assert_eq!(call(b"\x18\x05\x02"), Call::Close(2));
    assert_eq!(call(b"\x18\x06\x02\xff\xff\xff\xff"), Call::Read(2, -1));
    assert_eq!(call(b"\x18\x07\x02"), Call::ReadLine(2));
    assert_eq!(call(b"\x18\x08\x02\x03\0\0\0\x18\x01\0"), Call::Write(2, [0x18, 1, 0].into()));
    assert_eq!(call(b"\x18\x09\x02\xfd\xff\xff\xff\x02"), Call::Seek(2, -3, 2));
    assert_eq!(call(b"\x18\x0a\x05\0\0\0/a.py"), Call::Remove(name()));
    assert_eq!(call(b"\x18\x0b\x05\0\0\0/a.py\x02\0\0\0/b"), Call::Rename(name(), "/b".to_string()));
    assert_eq!(call(b"\x18\x0c\x02\0\0\0/b"), Call::MakeFolder("/b".to_string()));
    assert_eq!(call(b"\x18\x0d\x02\0\0\0/b"), Call::RemoveFolder("/b".to_string()));
}

#[test]
fn what_is_no_call_is_output() {
    let shown = |bytes: &[u8]| {
        let mut shown = Vec::new();
        for event in events(&mut Server::default(), bytes) {
            match event {
                Event::Output(bytes) => shown.extend(bytes),
                Event::Begin => shown.push(SYNC),
                Event::Call(call) => panic!("{call:?}"),
            }
        }
        shown
    };
    assert_eq!(shown(b"plain\r\n"), b"plain\r\n");
    assert_eq!(shown(b"a\x18\x00b\x18\xffc"), b"a\x18\x00b\x18\xffc");
    // A name of 4 GB is none.
    assert_eq!(shown(b"\x18\x01\xff\xff\xff\xffz"), b"\x18\xff\xff\xff\xffz");
}

#[test]
fn any_bytes_leave_it_usable() {
    let mut server = Server::default();
    let mut seed = 1_u32;
    for _ in 0..100_000 {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let byte = if seed >> 30 == 0 { SYNC } else { (seed >> 16) as u8 & 0x1f };
        if server.feed(byte) == Some(Event::Begin) {
            server.begun();
        }
    }
}

#[test]
fn answers_are_little_endian() {
    assert_eq!(Answer::Short(-2).encode(), [0xfe]);
    assert_eq!(Answer::Status(-2).encode(), [0xfe, 0xff, 0xff, 0xff]);
    assert_eq!(Answer::Bytes(b"ab").encode(), b"\x02\0\0\0ab");
    assert_eq!(Answer::Entry("ab", 0x8000).encode(), b"\x02\0\0\0ab\0\x80\0\0");
    assert_eq!(Answer::End.encode(), [0; 4]);
    let stat = Answer::Stat(Metadata { mode: 0x4000, size: 1, times: [2, 3, 0x100] });
    assert_eq!(stat.encode(), b"\0\0\x40\0\0\x01\0\0\0\x02\0\0\0\x03\0\0\0\0\x01\0\0");
}
