//! Generators as objects.

use super::RANDOM;
use super::generator::{WORDS, Words, temper};
use alloc::vec::Vec;
use ferropy_numeric::Integer;
use ferropy_runtime::heap::Kind;
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// The bytes of a state.
const BYTES: usize = WORDS * 4;

pub(super) fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, arguments, keywords] = args else { return Err(raise::internal(iso)) };
    let Some(id) = iso.find_type(&RANDOM) else { return Err(raise::internal(iso)) };
    let plain = class == id.value();
    if plain && iso.heap.table_len(keywords) > 0 {
        return Err(raise::type_error(iso, "Random() takes no keyword arguments"));
    }
    let state = iso.new_bytearray(&[0; BYTES])?;
    let generator = iso.new_record(id, WORDS as u32, &[state])?;
    // A subclass seeds in its `__init__`.
    if plain {
        seed_with(iso, generator, iso.heap.tuple_item(arguments, 0).unwrap_or(Value::NONE))?;
    } else {
        set_words(iso, generator, &Words::from_array(&[0]), WORDS);
    }
    iso.wrap_new(class, id, generator)
}

fn set_words(iso: &mut Isolate, generator: Value, words: &Words, index: usize) {
    let state = iso.heap.field(generator, 0);
    if let Some(bytes) = iso.heap.bytearray_mut(state) {
        for (place, word) in bytes.as_chunks_mut::<4>().0.iter_mut().zip(words.0) {
            *place = word.to_ne_bytes();
        }
    }
    iso.heap.set_number(generator, index as u32);
}

fn words(iso: &Isolate, generator: Value) -> Words {
    let mut words = Words([0; WORDS]);
    let bytes = iso.heap.bytearray(iso.heap.field(generator, 0)).unwrap_or(&[]);
    for (word, bytes) in words.0.iter_mut().zip(bytes.as_chunks::<4>().0) {
        *word = u32::from_ne_bytes(*bytes);
    }
    words
}

/// 32 random bits.
fn next(iso: &mut Isolate, generator: Value) -> u32 {
    let mut index = iso.heap.number(generator) as usize;
    if index >= WORDS {
        let mut words = words(iso, generator);
        words.twist();
        set_words(iso, generator, &words, 0);
        index = 0;
    }
    iso.heap.set_number(generator, index as u32 + 1);
    let bytes = iso.heap.bytearray(iso.heap.field(generator, 0)).unwrap_or(&[]);
    temper(bytes.as_chunks::<4>().0.get(index).map_or(0, |word| u32::from_ne_bytes(*word)))
}

/// 53 bits out of two words, as a fraction.
pub(super) fn random(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[generator] = args else { return Err(raise::internal(iso)) };
    let (high, low) = (next(iso, generator) >> 5, next(iso, generator) >> 6);
    iso.new_float((f64::from(high) * 67_108_864.0 + f64::from(low)) / 9_007_199_254_740_992.0)
}

pub(super) fn seed(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[generator, seed] = args else { return Err(raise::internal(iso)) };
    seed_with(iso, generator, seed.or(Value::NONE))?;
    Ok(Value::NONE)
}

/// None seeds with what the system has, an int with its size without the sign, anything else with its hash.
fn seed_with(iso: &mut Isolate, generator: Value, seed: Value) -> Completion<()> {
    let key: Vec<u32> = if seed.is_none() {
        fresh_seed(iso)
    } else if let Some(int) = iso.as_int(seed) {
        int.as_ref().limbs().to_vec()
    } else {
        let hash = iso.hash(seed)? as u64;
        [hash as u32, (hash >> 32) as u32].into_iter().take(if hash >> 32 == 0 { 1 } else { 2 }).collect()
    };
    let key = if key.is_empty() { &[0][..] } else { &key };
    let words = Words::from_array(key);
    set_words(iso, generator, &words, WORDS);
    Ok(())
}

/// Random words of the system; of the clock where it has none.
fn fresh_seed(iso: &mut Isolate) -> Vec<u32> {
    let mut bytes = [0; BYTES];
    if iso.platform.entropy().fill(&mut bytes).is_err() {
        let ticks = iso.platform.clock().monotonic_ns();
        return alloc::vec![ticks as u32, (ticks >> 32) as u32];
    }
    bytes.as_chunks::<4>().0.iter().map(|word| u32::from_ne_bytes(*word)).collect()
}

pub(super) fn get_state(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[generator] = args else { return Err(raise::internal(iso)) };
    let mut items = Vec::with_capacity(WORDS + 1);
    for word in words(iso, generator).0.into_iter().chain([iso.heap.number(generator)]) {
        items.push(iso.new_int(i64::from(word))?);
    }
    iso.new_tuple(&items)
}

pub(super) fn set_state(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[generator, state] = args else { return Err(raise::internal(iso)) };
    let state = iso.unwrap(state);
    if iso.heap.kind(state) != Some(Kind::Tuple) {
        return Err(raise::type_error(iso, "state vector must be a tuple"));
    }
    if iso.heap.sequence_len(state) != WORDS + 1 {
        return Err(raise::value_error(iso, "state vector is the wrong size"));
    }
    let mut words = Words([0; WORDS]);
    let items: Vec<Value> = iso.heap.items(state).collect();
    for (word, &item) in words.0.iter_mut().zip(&items) {
        *word = word_of(iso, item)?;
    }
    let index = match items.last() {
        Some(&index) => iso.to_isize(index)?,
        None => 0,
    };
    let Some(index) = usize::try_from(index).ok().filter(|&index| index <= WORDS) else {
        return Err(raise::value_error(iso, "invalid state"));
    };
    set_words(iso, generator, &words, index);
    Ok(Value::NONE)
}

fn word_of(iso: &mut Isolate, item: Value) -> Completion<u32> {
    let Some(int) = iso.as_int(item) else { return Err(raise::type_error(iso, "an integer is required")) };
    if int.as_ref().is_negative() {
        return Err(raise::overflow_error(iso, "can't convert negative value to unsigned int"));
    }
    Ok(int.as_ref().limbs().first().copied().unwrap_or(0))
}

/// So many random bits: whole words first, the lowest ones in front.
fn bits(iso: &mut Isolate, generator: Value, count: u64) -> Completion {
    if count <= 32 {
        let word = next(iso, generator);
        return iso.new_int(i64::from(word >> (32 - count)));
    }
    let length = count.div_ceil(32);
    if length > iso.integer_limit() as u64 {
        return Err(raise::memory_error(iso));
    }
    let mut limbs = Vec::with_capacity(length as usize);
    for _ in 0..count / 32 {
        limbs.push(next(iso, generator));
    }
    if !count.is_multiple_of(32) {
        limbs.push(next(iso, generator) >> (32 - count % 32));
    }
    iso.new_integer(&Integer::new(false, limbs))
}

pub(super) fn random_bits(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[generator, count] = args else { return Err(raise::internal(iso)) };
    let int = iso.index(count)?;
    if iso.as_int(int).is_some_and(|int| int.as_ref().is_negative()) {
        return Err(raise::value_error(iso, "number of bits must be non-negative"));
    }
    match iso.as_i64(int) {
        Some(0) => Ok(Value::small_int(0)),
        Some(count) => bits(iso, generator, count as u64),
        None => Err(raise::overflow_error(iso, "Python int too large to convert to C uint64_t")),
    }
}

/// The first number below `n` among numbers of as many bits as `n` has.
pub(super) fn below(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[generator, limit] = args else { return Err(raise::internal(iso)) };
    let limit = iso.index(limit)?;
    if let Some(small) = iso.as_i64(limit)
        && small > 0
    {
        let count = 64 - u64::from(small.leading_zeros());
        loop {
            let mut number = i64::from(next(iso, generator) >> 32u64.saturating_sub(count));
            if count > 32 {
                number |= i64::from(next(iso, generator) >> (64 - count)) << 32;
            }
            if number < small {
                return iso.new_int(number);
            }
        }
    }
    let Some(view) = iso.as_int(limit) else { return Err(raise::internal(iso)) };
    if view.as_ref().is_negative() || view.as_ref().limbs().is_empty() {
        return Ok(Value::small_int(0));
    }
    let count = view.as_ref().bit_length();
    loop {
        let number = iso.scope(|iso| {
            let number = bits(iso, generator, count)?;
            let is_less = match (iso.as_int(number), iso.as_int(limit)) {
                (Some(number), Some(limit)) => number.as_ref() < limit.as_ref(),
                _ => true,
            };
            Completion::Ok(if is_less { Some(number) } else { None })
        })?;
        if let Some(number) = number {
            return Ok(iso.keep(number));
        }
    }
}
