//! `cargo xtask bench`: ferropy and its peers on the programs in `bench/`.
//!
//! `measure` runs one program once, `table` prints what came out. Runs are interleaved (A B C A B C …), so that a
//! machine that gets busier disturbs all alike, and medians are compared.

mod measure;
mod operations;
mod plot;
mod table;

use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::release;
use crate::tally::Tally;
use crate::workspace;
use measure::{Sample, measure};
use table::Table;

pub(crate) const HELP: &str = "\
  bench [program…] [--runs N] [--peer NAME=PATH]… [--no-peers] [--binary PATH | --release] [--json FILE] [--plot]
      Runs the programs in bench/ (those whose name contains a word given) N times (5) on ferropy and on the peers
      found (cpython, micropython, pypy) or given, in turn; prints medians of processor time, ratios, peak memory.
      With --release, ferropy is what `cargo xtask release` builds. --plot draws the ratios into docs/bench.svg.
  bench --plot --from FILE
      Draws what an earlier run wrote with --json.
  bench operations [family…] [--runs N] [--peer NAME=PATH] [--binary PATH]
      Times each builtin operation of the families in bench/operations/ on ferropy and on the first peer (cpython),
      in turn; prints the operations, slowest by ratio first.";

/// A program that runs Python programs, under the name that the table shows.
struct Peer {
    name: String,
    path: PathBuf,
}

/// MicroPython's heap has a fixed size, and a larger one makes it slower: each program gets the first that suffices.
const MICROPYTHON_HEAPS: &[&[&str]] = &[&[], &["-X", "heapsize=32m"], &["-X", "heapsize=256m"]];

struct Options {
    filters: Vec<String>,
    runs: usize,
    peers: Vec<Peer>,
    json: Option<PathBuf>,
    /// Whether the ratios are drawn.
    plot: bool,
}

pub(crate) fn run(arguments: &[String]) -> Outcome {
    if let Some((first, rest)) = arguments.split_first()
        && first == "operations"
    {
        let options = parse(rest)?;
        let [ours, theirs, ..] = options.peers.as_slice() else { return Err("no CPython to compare with".to_owned()) };
        return operations::run(ours, theirs, &options.filters, options.runs).map(|()| None);
    }
    if let [plot, from, file] = arguments
        && plot == "--plot"
        && from == "--from"
    {
        return draw(&Table::from_json(&workspace::read(Path::new(file))?)?).map(|()| None);
    }
    let options = parse(arguments)?;
    let folder = workspace::root().join("bench");
    let programs: Vec<PathBuf> = workspace::files_below(&folder, &[".py"])
        .into_iter()
        .filter(|path| path.parent() == Some(&folder))
        .filter(|path| options.filters.is_empty() || options.filters.iter().any(|word| stem(path).contains(word)))
        .collect();
    if programs.is_empty() {
        return Err("no such program in bench/".to_owned());
    }

    let mut table = Table::new(options.peers.iter().map(|peer| peer.name.clone()).collect());
    let mut tally = Tally::default();
    for program in &programs {
        let samples = run_in_turn(program, &options);
        tally += Tally::of(agree(program, &options.peers, &samples));
        table.add(&stem(program), samples);
    }
    table.print_summary();
    if options.plot {
        draw(&table)?;
    }
    if let Some(path) = options.json {
        std::fs::write(&path, table.to_json()).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(Some(tally))
}

/// Draws the ratios for the README.
fn draw(table: &Table) -> Result<(), String> {
    let path = workspace::root().join("docs/bench.svg");
    std::fs::write(&path, table.to_svg()).map_err(|error| format!("{}: {error}", path.display()))
}

fn parse(arguments: &[String]) -> Result<Options, String> {
    let mut options = Options { filters: Vec::new(), runs: 5, peers: Vec::new(), json: None, plot: false };
    let (mut binary, mut with_peers) = (None, true);
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        match argument.as_str() {
            "--runs" => options.runs = value()?.parse().map_err(|_| "--runs needs a number")?,
            "--json" => options.json = Some(value()?.into()),
            "--binary" => binary = Some(PathBuf::from(value()?)),
            "--release" => binary = Some(release::build()?),
            "--no-peers" => with_peers = false,
            "--plot" => options.plot = true,
            "--peer" => {
                let (name, path) = value()?.split_once('=').ok_or("--peer needs NAME=PATH")?;
                options.peers.push(Peer { name: name.to_owned(), path: path.into() });
            }
            option if option.starts_with('-') => return Err(format!("unknown option {option}\n{HELP}")),
            word => options.filters.push(word.to_owned()),
        }
    }
    let path = binary.map_or_else(workspace::build_ferropy, Ok)?;
    options.peers.insert(0, Peer { name: "ferropy".to_owned(), path });
    if with_peers {
        let known: Vec<String> = options.peers.iter().map(|peer| peer.name.clone()).collect();
        options.peers.extend(found_peers().into_iter().filter(|peer| !known.contains(&peer.name)));
    }
    options.runs = options.runs.max(1);
    Ok(options)
}

/// The peers on this machine. A distribution's CPython is preferred: it is optimised, one built by hand often is not.
fn found_peers() -> Vec<Peer> {
    const CANDIDATES: &[(&str, &[&str])] = &[
        (
            "cpython",
            &["/usr/bin/python3.14", "/usr/bin/python3.13", "/usr/bin/python3.12", "/usr/bin/python3.11", "python3"],
        ),
        ("micropython", &["micropython"]),
        ("pypy", &["pypy3"]),
    ];
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    let locate = |name: &&str| {
        let candidate = Path::new(name);
        if candidate.is_absolute() {
            return candidate.is_file().then(|| candidate.to_path_buf());
        }
        folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file())
    };
    CANDIDATES
        .iter()
        .filter_map(|(name, places)| Some(Peer { name: (*name).to_owned(), path: places.iter().find_map(locate)? }))
        .collect()
}

/// Seconds beyond which a program is run only once: the difference is clear then.
const TOO_SLOW: f64 = 4.0;

/// For each peer its samples, or nothing if it can't run the program.
fn run_in_turn(program: &Path, options: &Options) -> Vec<Result<Vec<Sample>, String>> {
    let mut samples: Vec<Result<Vec<Sample>, String>> = options.peers.iter().map(|_| Ok(Vec::new())).collect();
    let options_of: Vec<&[&str]> = options.peers.iter().map(|peer| options_for(peer, program)).collect();
    for _ in 0..options.runs {
        for ((peer, arguments), samples) in options.peers.iter().zip(&options_of).zip(&mut samples) {
            if let Ok(list) = samples
                && list.first().is_none_or(|first| first.seconds < TOO_SLOW)
            {
                match measure(&peer.path, arguments, program, &[]) {
                    Ok(sample) => list.push(sample),
                    Err(problem) => *samples = Err(problem),
                }
            }
        }
    }
    samples
}

/// The options with which a peer can run the program.
fn options_for(peer: &Peer, program: &Path) -> &'static [&'static str] {
    if peer.name != "micropython" {
        return &[];
    }
    let suffices = |heap: &&&[&str]| measure(&peer.path, heap, program, &[]).is_ok();
    MICROPYTHON_HEAPS.iter().find(suffices).copied().unwrap_or_default()
}

/// Whether ferropy ran the program, and all who ran it printed the same.
fn agree(program: &Path, peers: &[Peer], samples: &[Result<Vec<Sample>, String>]) -> bool {
    let mut agreed = true;
    let mut first: Option<(&str, &str)> = None;
    for (peer, samples) in peers.iter().zip(samples) {
        match samples {
            Err(problem) => {
                println!("  {}: {} fails: {problem}", stem(program), peer.name);
                agreed &= peer.name != "ferropy";
            }
            Ok(samples) => {
                let Some(output) = samples.first().map(|sample| sample.output.as_str()) else { continue };
                match first {
                    None => first = Some((&peer.name, output)),
                    Some((other, expected)) if expected != output => {
                        let name = stem(program);
                        println!("  {name}: {other} prints {expected:?}, {} prints {output:?}", peer.name);
                        agreed = false;
                    }
                    Some(_) => {}
                }
            }
        }
    }
    agreed
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
