//! What `functools.lru_cache` makes: a function whose results are remembered by its arguments. The function itself is
//! called from Python, so that functions that call themselves through the cache may do so as deep as others.
//!
//! The results lie in a dict in the order of their last use: a result that is asked for again is taken out and put in
//! at the end. Where room has to be made, the first one goes.

use alloc::vec::Vec;
use ferropy_runtime::heap::Kind;
use ferropy_runtime::native::{Reach, Row, TypeId, TypeSpec, getter, method, static_method};
use ferropy_runtime::{Completion, Isolate, Raised, Value, raise};

/// A record, see [`field`]. The number is 1 if arguments of different types are different.
pub(super) static CACHE: TypeSpec =
    TypeSpec::new("_Cache", "A function whose results are remembered.", ROWS).in_module("_functools");

/// The fields of a cache.
mod field {
    pub(super) const FUNCTION: usize = 0;
    pub(super) const RESULTS: usize = 1;
    /// How many results are kept: None for all.
    pub(super) const SIZE: usize = 2;
    pub(super) const HITS: usize = 3;
    pub(super) const MISSES: usize = 4;
    /// An object that stands between positional and keyword arguments in keys.
    pub(super) const MARK: usize = 5;
    /// The number of the dict's entry that was the first one when somebody looked last.
    pub(super) const FIRST: usize = 6;
    /// How many entries the dict had then: with fewer, its entries have other numbers.
    pub(super) const ENTRIES: usize = 7;
    /// True while keys are compared.
    pub(super) const LOOKING: usize = 8;
}

const ROWS: &[Row] = &[
    static_method("__new__", "($type, function, maxsize, typed, mark, /)", "Remember results of a function.", new),
    method("_keep", "($self, args, kwargs, result, /)", "Remember the result for arguments.", keep),
    getter("_function", "the function", |iso, args| match args {
        &[cache] => Ok(iso.heap.field(cache, field::FUNCTION)),
        _ => Err(raise::internal(iso)),
    }),
    method("_counts", "($self, /)", "Hits, misses, the size and how many results there are.", counts),
    method("cache_clear", "($self, /)", "Clear the cache and its counts.", clear),
];

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, function, size, typed, mark] = args else { return Err(raise::internal(iso)) };
    let Some(id) = iso.find_type(&CACHE) else { return Err(raise::internal(iso)) };
    let typed = iso.is_true(typed)?;
    let results = iso.new_dict()?;
    let zero = Value::small_int(0);
    let cache = iso.new_record(id, u32::from(typed), &[function, results, size, zero, zero, mark, zero, zero, zero])?;
    iso.wrap_new(class, id, cache)
}

fn number(iso: &Isolate, cache: Value, index: usize) -> i64 {
    iso.as_i64(iso.heap.field(cache, index)).unwrap_or(0)
}

fn set_number(iso: &mut Isolate, cache: Value, index: usize, number: i64) -> Completion<()> {
    let number = iso.heap.new_int(number)?;
    iso.heap.set_field(cache, index, number);
    Ok(())
}

fn count(iso: &mut Isolate, cache: Value, index: usize) -> Completion<()> {
    let before = number(iso, cache, index);
    set_number(iso, cache, index, before.saturating_add(1))
}

/// What the arguments are remembered by.
fn key(iso: &mut Isolate, cache: Value, positional: Value, keywords: Value) -> Completion {
    let typed = iso.heap.number(cache) == 1;
    let named = iso.heap.table_len(keywords) > 0;
    if !typed && !named {
        // Ints and strings are told from tuples, and from each other.
        let first = iso.heap.tuple_item(positional, 0).filter(|_| iso.heap.sequence_len(positional) == 1);
        if let Some(first) = first
            && (first.is_small_int() || iso.heap.is_str(first) || iso.heap.kind(first) == Some(Kind::Int))
        {
            return Ok(first);
        }
        return Ok(positional);
    }
    let values: Vec<Value> = iso.heap.items(positional).collect();
    let mut parts = values.clone();
    let entries: Vec<(Value, Value)> = iso.heap.entries(keywords).collect();
    if named {
        parts.push(iso.heap.field(cache, field::MARK));
        parts.extend(entries.iter().flat_map(|&(name, value)| [name, value]));
    }
    if typed {
        let all = values.into_iter().chain(entries.into_iter().map(|(_, value)| value));
        parts.extend(all.map(|value| iso.type_of(value)));
    }
    iso.new_tuple(&parts)
}

/// How many results are kept; nothing for all.
fn size(iso: &Isolate, cache: Value) -> Option<i64> {
    let size = iso.heap.field(cache, field::SIZE);
    if size.is_none() { None } else { iso.as_i64(size) }
}

/// `_find(cache, args, kwargs)`: the result for arguments, or the mark if there is none. A function and no method: the
/// cache has attributes of its own, among which a method would be looked for each time.
pub(super) fn find(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[cache, positional, keywords] = args else { return Err(raise::internal(iso)) };
    let cache = iso.unwrap(cache);
    let (results, size) = (iso.heap.field(cache, field::RESULTS), size(iso, cache));
    if size != Some(0) {
        let key = key(iso, cache, positional, keywords)?;
        let found = match while_looking(iso, cache, |iso, _| iso.dict_get(results, key)) {
            Ok(found) => found,
            Err(raised) => return Err(unhashable(iso, key, raised)),
        };
        if let Some(result) = found {
            iso.keep(result);
            count(iso, cache, field::HITS)?;
            if size.is_some() {
                while_looking(
                    iso,
                    cache,
                    |iso, is_first| {
                        if is_first { use_again(iso, results, key, result) } else { Ok(()) }
                    },
                )?;
            }
            return Ok(result);
        }
    }
    count(iso, cache, field::MISSES)?;
    Ok(iso.heap.field(cache, field::MARK))
}

/// The same for arguments that are compared without running Python, if their result is remembered.
pub(super) fn find_quickly(reach: &mut Reach<'_>, args: &[Value]) -> Option<Value> {
    let &[cache, positional, keywords] = args else { return None };
    let heap = &mut *reach.heap;
    let cache = if heap.kind(cache) == Some(Kind::Instance) { heap.field(cache, 0) } else { cache };
    if heap.kind(cache) != Some(Kind::Record) || heap.number(cache) != 0 || heap.table_len(keywords) > 0 {
        return None;
    }
    let hits = heap.field(cache, field::HITS).as_small_int()?;
    let hits = Value::try_small_int(hits + 1)?;
    let key = heap.tuple_item(positional, 0).filter(|_| heap.sequence_len(positional) == 1);
    let key = key.filter(|&first| first.is_small_int() || heap.is_str(first)).unwrap_or(positional);
    let results = heap.field(cache, field::RESULTS);
    let result = heap.dict_get_plain(results, key)?;
    let is_last = heap.entry_to_pop(results).is_some_and(|(_, last, _)| last == key);
    if !heap.field(cache, field::SIZE).is_none() && !is_last {
        if heap.field(cache, field::LOOKING) == Value::TRUE || !heap.dict_remove_plain(results, key) {
            return None;
        }
        heap.dict_set_plain(results, key, result).ok()?;
    }
    heap.set_field(cache, field::HITS, hits);
    Some(result)
}

fn keep(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[cache, positional, keywords, result] = args else { return Err(raise::internal(iso)) };
    let (results, size) = (iso.heap.field(cache, field::RESULTS), size(iso, cache));
    if size == Some(0) {
        return Ok(Value::NONE);
    }
    let key = key(iso, cache, positional, keywords)?;
    while_looking(iso, cache, |iso, _| {
        // The function may have called itself with the same arguments.
        if size.is_some() && iso.dict_contains(results, key)? {
            return Ok(());
        }
        while size.is_some_and(|size| iso.heap.table_len(results) as i64 >= size) {
            drop_oldest(iso, cache, results)?;
        }
        iso.dict_set(results, key, result)
    })?;
    Ok(Value::NONE)
}

/// Does something that compares keys, and tells it whether it is the first: comparing may call the function again. Only
/// the first one moves results to the end, since the others' look-ups would begin anew each time.
fn while_looking<T>(
    iso: &mut Isolate,
    cache: Value,
    work: impl FnOnce(&mut Isolate, bool) -> Completion<T>,
) -> Completion<T> {
    let before = iso.heap.field(cache, field::LOOKING);
    iso.heap.set_field(cache, field::LOOKING, Value::TRUE);
    let done = work(iso, before != Value::TRUE);
    iso.heap.set_field(cache, field::LOOKING, before);
    done
}

/// What the hash of the arguments raises, without the words of dicts for it.
#[cold]
fn unhashable(iso: &mut Isolate, key: Value, raised: Raised) -> Raised {
    if !iso.raised_is(TypeId::TYPE_ERROR) {
        return raised;
    }
    let exception = iso.take_exception();
    iso.keep(exception);
    match iso.hash(key) {
        Ok(_) => iso.raise_exception(exception),
        Err(raised) => raised,
    }
}

/// Puts a result at the end, unless it is there.
fn use_again(iso: &mut Isolate, results: Value, key: Value, result: Value) -> Completion<()> {
    let last = iso.heap.entry_to_pop(results);
    if last.is_some_and(|(_, last, _)| last == key) {
        return Ok(());
    }
    if iso.dict_remove(results, key)?.is_some() {
        iso.dict_set(results, key, result)?;
    }
    Ok(())
}

fn drop_oldest(iso: &mut Isolate, cache: Value, results: Value) -> Completion<()> {
    let entries = iso.heap.table_entries(results) as i64;
    let from = if entries < number(iso, cache, field::ENTRIES) { 0 } else { number(iso, cache, field::FIRST) };
    let mut found = iso.heap.next_entry(results, usize::try_from(from).unwrap_or(0));
    if found.is_none() {
        found = iso.heap.next_entry(results, 0);
    }
    let Some((entry, key, _)) = found else { return Ok(()) };
    set_number(iso, cache, field::FIRST, entry as i64)?;
    set_number(iso, cache, field::ENTRIES, entries)?;
    iso.keep(key);
    if iso.dict_remove(results, key)?.is_none() {
        // Keys that are not equal to themselves can only go together.
        iso.heap.clear_table(results);
    }
    Ok(())
}

fn counts(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[cache] = args else { return Err(raise::internal(iso)) };
    let [results, size, hits, misses] =
        [field::RESULTS, field::SIZE, field::HITS, field::MISSES].map(|index| iso.heap.field(cache, index));
    let length = iso.new_int(iso.heap.table_len(results) as i64)?;
    iso.new_tuple(&[hits, misses, size, length])
}

fn clear(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[cache] = args else { return Err(raise::internal(iso)) };
    for index in [field::HITS, field::MISSES, field::FIRST, field::ENTRIES] {
        iso.heap.set_field(cache, index, Value::small_int(0));
    }
    let results = iso.heap.field(cache, field::RESULTS);
    iso.heap.clear_table(results);
    Ok(Value::NONE)
}
