//! A program that runs Python in itself: with limits, a module and a type of its own, a budget, and exceptions as
//! errors. `docs/embedding.md` explains it step by step.

use ferropy_host::Host;
use ferropy_runtime::embed::Mode;
use ferropy_runtime::native::{ModuleSpec, Row, TypeSpec, function, getter, method, static_method};
use ferropy_runtime::{Completion, Isolate, Limits, Outcome, Value, raise};

/// The module `garden`: a function and a type written in Rust.
static GARDEN: ModuleSpec = ModuleSpec {
    name: "garden",
    doc: "What grows here.",
    rows: &[function("area", "(width, height=1, /)", "Return the area of a bed.", area)],
    types: &[&PLANT],
    initialize: None,
    frozen: None,
};

/// `garden.Plant`: a record of a name and a height.
static PLANT: TypeSpec = TypeSpec::new("Plant", "Plant(name): something that grows.", PLANT_ROWS).in_module("garden");

const PLANT_ROWS: &[Row] = &[
    static_method("__new__", "($type, name, /)", "Plant something.", new_plant),
    method("grow", "($self, by=1, /)", "Grow by some centimetres; return the new height.", grow),
    getter("name", "what it is", |iso, args| Ok(iso.heap.field(args[0], NAME))),
];

const NAME: usize = 0;
const HEIGHT: usize = 1;

fn area(iso: &mut Isolate, args: &[Value]) -> Completion {
    // One value for each parameter of the signature; what was not given is Unbound.
    let width = iso.to_f64(args[0])?;
    let height = match args[1].given() {
        Some(height) => iso.to_f64(height)?,
        None => 1.0,
    };
    if width < 0.0 || height < 0.0 {
        return Err(raise::value_error(iso, "a bed can't be smaller than nothing"));
    }
    iso.new_float(width * height)
}

fn new_plant(iso: &mut Isolate, args: &[Value]) -> Completion {
    let Some(id) = iso.find_type(&PLANT) else { return Err(raise::internal(iso)) };
    let plant = iso.new_record(id, 0, &[args[1], Value::small_int(0)])?;
    iso.wrap_new(args[0], id, plant)
}

fn grow(iso: &mut Isolate, args: &[Value]) -> Completion {
    let by = match args[1].given() {
        Some(by) => iso.to_isize(by)?,
        None => 1,
    };
    let height = iso.heap.field(args[0], HEIGHT).as_small_int().unwrap_or(0);
    let height = iso.new_int(height.saturating_add(by))?;
    iso.heap.set_field(args[0], HEIGHT, height);
    Ok(height)
}

/// An exception that nobody caught, as an error of Rust.
#[derive(Debug)]
struct PythonError {
    /// As Python prints it, with the traceback.
    text: String,
}

impl PythonError {
    fn take(isolate: &mut Isolate) -> PythonError {
        let exception = isolate.take_exception();
        PythonError { text: isolate.format_exception(exception) }
    }
}

impl std::fmt::Display for PythonError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.text.trim_end())
    }
}

impl std::error::Error for PythonError {}

/// An interpreter with 4 MiB of heap and 200 calls of depth, the standard library and the garden.
fn interpreter() -> Result<(Isolate, Value), PythonError> {
    let limits = Limits { heap_bytes: 4 << 20, recursion: 200, ..Limits::default() };
    let modules: Vec<&ModuleSpec> = ferropy_stdlib::MODULES.iter().copied().chain([&GARDEN]).collect();
    let no_memory = |_| PythonError { text: "no memory to start".to_owned() };
    let mut isolate = Isolate::new(Box::new(Host::new()), limits, &modules, None).map_err(no_memory)?;
    let namespace = isolate.new_namespace("__main__").map_err(|_| PythonError::take(&mut isolate))?;
    // The collector must know what Rust holds.
    isolate.root(namespace);
    Ok((isolate, namespace))
}

/// Runs a program in slices of 10 000 jumps and calls; gives up after a million.
fn run(isolate: &mut Isolate, namespace: Value, source: &str) -> Result<(), PythonError> {
    let code = isolate.compile(source.as_bytes(), "<embedded>", Mode::Exec);
    let started = code.and_then(|code| isolate.start(code, namespace));
    started.map_err(|_| PythonError::take(isolate))?;
    for _ in 0..100 {
        match isolate.run(Some(10_000)) {
            Outcome::Finished(_) => return Ok(()),
            Outcome::Raised(_) => return Err(PythonError::take(isolate)),
            // Here a program could look after its other work.
            Outcome::OutOfBudget => {}
            Outcome::Waiting { nanoseconds, for_input } => isolate.wait_with_threads(nanoseconds, for_input),
        }
    }
    Err(PythonError { text: "the program took too long".to_owned() })
}

/// Evaluates an expression to a number.
fn number(isolate: &mut Isolate, namespace: Value, expression: &str) -> Result<f64, PythonError> {
    let value = isolate.run_source(expression.as_bytes(), "<expression>", Mode::Eval, namespace);
    value.and_then(|value| isolate.to_f64(value)).map_err(|_| PythonError::take(isolate))
}

fn main() -> Result<(), PythonError> {
    let (mut isolate, namespace) = interpreter()?;
    run(
        &mut isolate,
        namespace,
        "import garden\nrose = garden.Plant('rose')\nfor _ in range(3):\n    rose.grow(10)\nbed = garden.area(2, 1.5)\n",
    )?;
    println!(
        "{} cm on {} m²",
        number(&mut isolate, namespace, "rose.grow(0)")?,
        number(&mut isolate, namespace, "bed")?
    );

    // A function of the program, called from Rust.
    run(&mut isolate, namespace, "def double(n):\n    return 2 * n\n")?;
    let double = isolate.run_source(b"double", "<expression>", Mode::Eval, namespace);
    let result = double.and_then(|double| isolate.call(double, &[Value::small_int(21)]));
    println!("{:?}", result.ok().and_then(Value::as_small_int));

    for wrong in ["garden.area(-1)", "while True: pass", "x = []\nwhile True: x.append(x)", "def f(): f()\nf()"] {
        match run(&mut isolate, namespace, wrong) {
            Ok(()) => println!("fine"),
            Err(error) => println!("{}", error.to_string().lines().last().unwrap_or_default()),
        }
    }
    Ok(())
}
