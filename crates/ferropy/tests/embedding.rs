//! What a program that embeds the interpreter relies on.

use ferropy_host::Host;
use ferropy_runtime::embed::Mode;
use ferropy_runtime::{Completion, Isolate, Limits, Raised, Value};

fn isolate() -> Isolate {
    Isolate::new(Box::new(Host::new()), Limits::default(), ferropy_stdlib::MODULES, Some(1)).expect("memory to start")
}

/// An isolate is plain data: it can go to another thread between two slices of a run.
#[test]
fn isolates_move_between_threads() {
    fn is_send<T: Send>() {}
    is_send::<Isolate>();
    let mut isolate = isolate();
    let namespace = isolate.new_namespace("__main__").expect("memory");
    isolate.root(namespace);
    let code = isolate.compile(b"n = sum(range(100000))", "test", Mode::Exec).expect("a program");
    isolate.start(code, namespace).expect("room for a frame");
    let mut moved = isolate;
    loop {
        let (back, done) = std::thread::spawn(move || {
            let done = matches!(moved.run(Some(1000)), ferropy_runtime::Outcome::Finished(_));
            (moved, done)
        })
        .join()
        .expect("the thread ends well");
        moved = back;
        if done {
            break;
        }
    }
    let sum = moved.run_source(b"n", "test", Mode::Eval, namespace).expect("the sum");
    assert_eq!(moved.as_i64(sum), Some(4_999_950_000));
}

/// The sizes that the loop's speed and a board's memory rest on.
#[test]
fn sizes_stay_as_they_are() {
    assert_eq!(size_of::<Value>(), size_of::<usize>());
    assert_eq!(size_of::<Raised>(), 0);
    assert_eq!(size_of::<Completion>(), 16);
}

#[test]
fn the_example_prints_what_its_page_says() {
    let target = std::env::current_exe().expect("this program");
    let folder = target.parent().and_then(|deps| deps.parent()).expect("the folder of the build").join("examples");
    let output =
        std::process::Command::new(folder.join("embed")).output().expect("the example is built with the tests");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let page = include_str!("../../../docs/embedding.md");
    assert!(page.contains(text.trim_end()), "{text}{}", String::from_utf8_lossy(&output.stderr));
}
