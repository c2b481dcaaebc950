//! `gc`: the collector.

use alloc::vec::Vec;
use ferropy_runtime::heap::Kind;
use ferropy_runtime::native::{ModuleSpec, Row, TypeId, function};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// `gc`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "gc",
    doc: "This module provides access to the garbage collector.",
    rows: ROWS,
    types: &[],
    initialize: Some(initialize),
    frozen: None,
};

const ROWS: &[Row] = &[
    function(
        "collect",
        "(generation=2)",
        "Run the garbage collector.\n\nThe number of unreachable objects is returned.",
        collect,
    ),
    function("enable", "()", "Enable automatic garbage collection.", enable),
    function("disable", "()", "Disable automatic garbage collection.", disable),
    function("isenabled", "()", "Returns true if automatic garbage collection is enabled.", enabled),
    function("mem_alloc", "()", "Return the number of bytes of heap that are in use.", mem_alloc),
    function("mem_free", "()", "Return the number of bytes of heap that are free.", mem_free),
    function("get_count", "()", "Return a three-tuple of the current collection counts.", get_count),
    function("threshold", "(amount=-1, /)", "Return or set the collection threshold.", threshold),
    function("get_threshold", "()", "Return the current collection thresholds.", get_threshold),
    function(
        "set_threshold",
        "(threshold0, threshold1=10, threshold2=0, /)",
        "Set the collection thresholds. They are remembered; when to collect is decided by the room that is left.",
        set_threshold,
    ),
    function("get_debug", "()", "Get the garbage collection debugging flags.", get_debug),
    function("set_debug", "(flags, /)", "Set the garbage collection debugging flags, which change nothing.", set_debug),
    function("is_tracked", "(obj, /)", "Returns true if the collector follows the object.", is_tracked),
    function("freeze", "()", "Does nothing: all objects are looked at in each collection.", nothing),
    function("unfreeze", "()", "Does nothing: all objects are looked at in each collection.", nothing),
    function(
        "get_objects",
        "(generation=None)",
        "Return a list of objects tracked by the collector (excluding the list returned).",
        get_objects,
    ),
    function(
        "get_referents",
        "(*objs)",
        "Return the list of objects that are directly referred to by 'objs'.",
        get_referents,
    ),
    function(
        "get_referrers",
        "(*objs)",
        "Return the list of objects that directly refer to any of 'objs'.",
        get_referrers,
    ),
    function("get_stats", "()", "Return a list of dictionaries containing per-generation statistics.", get_stats),
    function(
        "is_finalized",
        "(obj, /)",
        "Returns true if the object has been already finalized by the GC.",
        is_finalized,
    ),
    function("get_freeze_count", "()", "Return the number of objects that are left out of collections: 0.", zero),
];

/// What `set_threshold` and `set_debug` leave for their counterparts, among the module's names.
const THRESHOLDS: &str = "_thresholds";
const DEBUG: &str = "_debug";

fn initialize(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[module] = args else { return Err(raise::internal(iso)) };
    let dict = iso.module_dict(module);
    for name in ["garbage", "callbacks"] {
        let (name, list) = (iso.intern(name)?, iso.new_list(&[])?);
        iso.heap.dict_set_plain(dict, name, list)?;
    }
    let flags = [
        ("DEBUG_STATS", 1),
        ("DEBUG_COLLECTABLE", 2),
        ("DEBUG_UNCOLLECTABLE", 4),
        ("DEBUG_SAVEALL", 32),
        ("DEBUG_LEAK", 38),
        (DEBUG, 0),
    ];
    for (name, number) in flags {
        let name = iso.intern(name)?;
        iso.heap.dict_set_plain(dict, name, Value::small_int(number))?;
    }
    let thresholds = [2000, 10, 0].map(Value::small_int);
    let (name, thresholds) = (iso.intern(THRESHOLDS)?, iso.new_tuple(&thresholds)?);
    iso.heap.dict_set_plain(dict, name, thresholds)?;
    Ok(Value::NONE)
}

/// One of the module's names, None if the program has taken it away.
fn of_module(iso: &mut Isolate, name: &str) -> Completion {
    let module = iso.import_dotted("gc")?;
    let (dict, name) = (iso.module_dict(module), iso.intern(name)?);
    Ok(iso.heap.dict_get_name(dict, name).unwrap_or(Value::NONE))
}

fn set_of_module(iso: &mut Isolate, name: &str, value: Value) -> Completion {
    let module = iso.import_dotted("gc")?;
    let (dict, name) = (iso.module_dict(module), iso.intern(name)?);
    iso.heap.dict_set_plain(dict, name, value)?;
    Ok(Value::NONE)
}

fn collect(iso: &mut Isolate, args: &[Value]) -> Completion {
    let generation = match args.first().and_then(|value| value.given()) {
        Some(generation) => iso.to_isize(generation)?,
        None => 2,
    };
    if !(0..=2).contains(&generation) {
        return Err(raise::exception(iso, TypeId::VALUE_ERROR, "invalid generation"));
    }
    tell_callbacks(iso, "start", generation, 0)?;
    let freed = i64::try_from(iso.collect_for(Some(collect))).unwrap_or(i64::MAX);
    tell_callbacks(iso, "stop", generation, freed)?;
    iso.new_int(freed)
}

/// Calls what stands in `gc.callbacks`. What they raise is shown by `sys.unraisablehook`.
fn tell_callbacks(iso: &mut Isolate, phase: &str, generation: i64, collected: i64) -> Completion<()> {
    let callbacks = of_module(iso, "callbacks")?;
    let mut index = 0;
    while let Some(callback) = iso.heap.list_item(callbacks, index) {
        iso.keep(callback);
        let details = iso.new_dict()?;
        for (name, number) in [("generation", generation), ("collected", collected), ("uncollectable", 0)] {
            let (name, number) = (iso.intern(name)?, iso.new_int(number)?);
            iso.heap.dict_set_plain(details, name, number)?;
        }
        let phase = iso.new_str(phase)?;
        if iso.call(callback, &[phase, details]).is_err() {
            iso.tell_unraisable("Exception ignored while calling GC callback");
        }
        index += 1;
    }
    Ok(())
}

fn get_threshold(iso: &mut Isolate, _: &[Value]) -> Completion {
    of_module(iso, THRESHOLDS)
}

fn set_threshold(iso: &mut Isolate, args: &[Value]) -> Completion {
    let mut thresholds = [0, 10, 0].map(Value::small_int);
    for (place, &value) in thresholds.iter_mut().zip(args) {
        if let Some(value) = value.given() {
            let number = iso.to_isize(value)?;
            *place = iso.new_int(number)?;
        }
    }
    let thresholds = iso.new_tuple(&thresholds)?;
    set_of_module(iso, THRESHOLDS, thresholds)
}

fn get_debug(iso: &mut Isolate, _: &[Value]) -> Completion {
    of_module(iso, DEBUG)
}

fn set_debug(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[flags] = args else { return Err(raise::internal(iso)) };
    let number = iso.to_isize(flags)?;
    let number = iso.new_int(number)?;
    set_of_module(iso, DEBUG, number)
}

fn is_tracked(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[object] = args else { return Err(raise::internal(iso)) };
    Ok(Value::bool(is_followed(iso, object)))
}

/// Whether CPython's collector would follow an object: all but numbers, texts and the like, which refer to nothing.
fn is_followed(iso: &Isolate, object: Value) -> bool {
    let class = iso.type_of(object);
    let plain = [
        TypeId::NONE_TYPE,
        TypeId::BOOL,
        TypeId::INT,
        TypeId::FLOAT,
        TypeId::COMPLEX,
        TypeId::STR,
        TypeId::BYTES,
        TypeId::BYTEARRAY,
        TypeId::ELLIPSIS_TYPE,
        TypeId::NOT_IMPLEMENTED_TYPE,
        TypeId::OBJECT,
        TypeId::CODE,
        TypeId::RANGE,
    ];
    !plain.iter().any(|id| id.value() == class)
}

/// The objects that are alive and that a program may see.
fn living(iso: &mut Isolate) -> Vec<Value> {
    iso.collect();
    iso.heap.objects().filter(|&object| is_followed(iso, object)).collect()
}

fn get_objects(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[generation] = args else { return Err(raise::internal(iso)) };
    if let Some(generation) = generation.given().filter(|generation| !generation.is_none()) {
        let number = iso.to_isize(generation)?;
        if number < -1 {
            return Err(raise::value_error(iso, "generation parameter cannot be negative"));
        }
        if number > 2 {
            return Err(raise::value_error(
                iso,
                "generation parameter must be less than the number of available generations (3)",
            ));
        }
        // All objects are in one generation, the oldest.
        if matches!(number, 0 | 1) {
            return iso.new_list(&[]);
        }
    }
    let objects = living(iso);
    iso.new_list(&objects)
}

fn get_referents(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[objects] = args else { return Err(raise::internal(iso)) };
    let mut found = Vec::new();
    for object in iso.heap.items(objects).collect::<Vec<_>>() {
        let has_names =
            iso.heap.kind(object) == Some(Kind::Dict) && iso.heap.entries(object).all(|(key, _)| iso.heap.is_str(key));
        if has_names {
            // CPython's collector leaves keys alone that refer to nothing.
            found.extend(iso.heap.entries(object).map(|(_, value)| value));
            continue;
        }
        found.extend(iso.heap.referents(object));
        // The fields of an instance stand for its class as well.
        if !matches!(iso.heap.kind(object), None | Some(Kind::List | Kind::Tuple | Kind::Dict | Kind::Set | Kind::Cell))
        {
            let class = iso.type_of(object);
            if iso.is_class(class) && iso.heap.kind(class).is_some() && !found.contains(&class) {
                found.push(class);
            }
        }
    }
    iso.new_list(&found)
}

fn get_referrers(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[objects] = args else { return Err(raise::internal(iso)) };
    let wanted: Vec<Value> = iso.heap.items(objects).collect();
    let mut found = living(iso);
    // The arguments themselves came in a tuple.
    found.retain(|&object| object != objects && iso.heap.referents(object).iter().any(|part| wanted.contains(part)));
    iso.new_list(&found)
}

fn get_stats(iso: &mut Isolate, _: &[Value]) -> Completion {
    let statistics = iso.heap.statistics();
    let list = iso.new_list(&[])?;
    for generation in 0..3 {
        let (collections, collected) =
            if generation == 2 { (statistics.collections, statistics.freed_objects) } else { (0, 0) };
        let entry = iso.new_dict()?;
        for (name, number) in [("collections", collections), ("collected", collected), ("uncollectable", 0)] {
            let (name, number) = (iso.intern(name)?, iso.new_int(i64::try_from(number).unwrap_or(i64::MAX))?);
            iso.heap.dict_set_plain(entry, name, number)?;
        }
        iso.heap.list_append(list, entry)?;
    }
    Ok(list)
}

fn is_finalized(_: &mut Isolate, _: &[Value]) -> Completion {
    Ok(Value::FALSE)
}

fn nothing(_: &mut Isolate, _: &[Value]) -> Completion {
    Ok(Value::NONE)
}

fn zero(_: &mut Isolate, _: &[Value]) -> Completion {
    Ok(Value::small_int(0))
}

fn enable(iso: &mut Isolate, _: &[Value]) -> Completion {
    iso.heap.set_collects_automatically(true);
    Ok(Value::NONE)
}

fn disable(iso: &mut Isolate, _: &[Value]) -> Completion {
    iso.heap.set_collects_automatically(false);
    Ok(Value::NONE)
}

fn enabled(iso: &mut Isolate, _: &[Value]) -> Completion {
    Ok(Value::bool(iso.heap.collects_automatically()))
}

fn mem_alloc(iso: &mut Isolate, _: &[Value]) -> Completion {
    let used = iso.heap.statistics().used_bytes;
    iso.new_int(used as i64)
}

fn mem_free(iso: &mut Isolate, _: &[Value]) -> Completion {
    let statistics = iso.heap.statistics();
    let limit = if statistics.limit_bytes == usize::MAX { usize::MAX / 2 } else { statistics.limit_bytes };
    iso.new_int(limit.saturating_sub(statistics.used_bytes) as i64)
}

fn get_count(iso: &mut Isolate, _: &[Value]) -> Completion {
    let zero = Value::small_int(0);
    iso.new_tuple(&[zero, zero, zero])
}

fn threshold(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[amount] = args else { return Err(raise::internal(iso)) };
    if amount.is_unbound() {
        return match iso.heap.most_debt() {
            Some(bytes) => iso.new_int(bytes as i64),
            None => Ok(Value::small_int(-1)),
        };
    }
    let amount = iso.to_isize(amount)?;
    iso.heap.set_most_debt(usize::try_from(amount).ok());
    Ok(Value::NONE)
}
