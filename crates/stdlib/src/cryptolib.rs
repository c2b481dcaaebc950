//! `cryptolib`: AES in the modes ECB, CBC and CTR, as MicroPython has it. The cipher of a block is the crate's; how blocks
//! hang together is here, because a cipher's state lies in the heap between calls.

use aes::cipher::{BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use aes::{Aes128, Aes256, Block};
use alloc::vec::Vec;
use ferropy_runtime::native::{ModuleSpec, Row, TypeFlags, TypeSpec, constant, method, static_method};
use ferropy_runtime::{Completion, Isolate, Value, buffers, raise};

/// `cryptolib`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "cryptolib",
    doc: "Ciphers.",
    rows: &[
        constant("MODE_ECB", "Each block by itself.", |_, _| Ok(Value::small_int(ECB.into()))),
        constant("MODE_CBC", "Each block depends on those before.", |_, _| Ok(Value::small_int(CBC.into()))),
        constant("MODE_CTR", "A stream of encrypted numbers.", |_, _| Ok(Value::small_int(CTR.into()))),
    ],
    types: &[&AES],
    initialize: None,
    frozen: None,
};

/// A record: field 0 is the key; 1 a bytearray with the vector or counter, and with the last encrypted counter behind it. The
/// number is the mode, in its next bits which way the cipher is used, and how much of the encrypted counter was.
static AES: TypeSpec = TypeSpec::new("aes", "aes(key, mode[, IV])\n--\n\nThe cipher AES.", ROWS)
    .in_module("cryptolib")
    .with_flags(TypeFlags(0));

const ROWS: &[Row] = &[
    static_method("__new__", "($type, key, mode, IV=None, /)", "A cipher with a key.", new),
    method("encrypt", "($self, in_buf, out_buf=<unrepresentable>, /)", "Encrypt bytes.", |iso, args| {
        process(iso, args, ENCRYPTS)
    }),
    method("decrypt", "($self, in_buf, out_buf=<unrepresentable>, /)", "Decrypt bytes.", |iso, args| {
        process(iso, args, DECRYPTS)
    }),
];

// The modes have the numbers of PEP 272.
const ECB: u32 = 1;
const CBC: u32 = 2;
const CTR: u32 = 6;
const MODE: u32 = 0xff;
const ENCRYPTS: u32 = 1 << 8;
const DECRYPTS: u32 = 1 << 9;
const USED: u32 = 16;

/// The bytes of a block.
const SIZE: usize = 16;

/// The cipher of a block.
enum Cipher {
    Short(Aes128),
    Long(Aes256),
}

impl Cipher {
    fn with_key(key: &[u8]) -> Option<Cipher> {
        match Aes128::new_from_slice(key) {
            Ok(cipher) => Some(Cipher::Short(cipher)),
            Err(_) => Aes256::new_from_slice(key).ok().map(Cipher::Long),
        }
    }

    fn encrypt(&self, block: &mut [u8; SIZE]) {
        let block: &mut Block = block.into();
        match self {
            Cipher::Short(cipher) => cipher.encrypt_block(block),
            Cipher::Long(cipher) => cipher.encrypt_block(block),
        }
    }

    fn decrypt(&self, block: &mut [u8; SIZE]) {
        let block: &mut Block = block.into();
        match self {
            Cipher::Short(cipher) => cipher.decrypt_block(block),
            Cipher::Long(cipher) => cipher.decrypt_block(block),
        }
    }
}

fn data(iso: &mut Isolate, value: Value) -> Completion<Vec<u8>> {
    let buffer = iso.to_buffer(value)?;
    match iso.bytes_like(buffer) {
        Some(bytes) => Ok(buffers::owned(bytes)?),
        None => Err(raise::internal(iso)),
    }
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[_, key, mode, vector] = args else { return Err(raise::internal(iso)) };
    let mode = match iso.to_isize(mode)? {
        mode @ (1 | 2 | 6) => mode as u32,
        _ => return Err(raise::value_error(iso, "mode")),
    };
    let key = data(iso, key)?;
    if !matches!(key.len(), 16 | 32) {
        return Err(raise::value_error(iso, "key"));
    }
    let mut state = [0; 2 * SIZE];
    let vector = match vector.given().filter(|vector| !vector.is_none()) {
        Some(vector) => Some(data(iso, vector)?),
        None => None,
    };
    let fits = match (&vector, state.first_chunk_mut::<SIZE>()) {
        (Some(vector), Some(place)) => <[u8; SIZE]>::try_from(vector.as_slice()).map(|vector| *place = vector).is_ok(),
        _ => mode == ECB,
    };
    if !fits {
        return Err(raise::value_error(iso, "IV"));
    }
    let Some(id) = iso.find_type(&AES) else { return Err(raise::internal(iso)) };
    let key = iso.new_bytes(&key)?;
    let state = iso.new_bytearray(&state)?;
    iso.new_record(id, mode, &[key, state])
}

fn process(iso: &mut Isolate, args: &[Value], way: u32) -> Completion {
    let &[this, input, output] = args else { return Err(raise::internal(iso)) };
    let mut bytes = data(iso, input)?;
    let number = iso.heap.number(this);
    let mode = number & MODE;
    if mode != CTR && !bytes.len().is_multiple_of(SIZE) {
        return Err(raise::value_error(iso, "blksize % 16"));
    }
    let output = match output.given() {
        Some(output) => {
            let (storage, range) = iso.writable_buffer(output, "argument 2")?;
            if range.len() < bytes.len() {
                return Err(raise::value_error(iso, "output too small"));
            }
            Some((storage, range.start))
        }
        None => None,
    };
    if number & (ENCRYPTS | DECRYPTS) & !way != 0 {
        return Err(raise::value_error(iso, "can't encrypt & decrypt"));
    }
    let cipher = iso.heap.bytes(iso.heap.field(this, 0)).and_then(Cipher::with_key);
    let Some(cipher) = cipher else { return Err(raise::internal(iso)) };
    let mut used = (number >> USED) as usize;
    let state = iso.heap.field(this, 1);
    if let Some(state) = iso.heap.bytearray_mut(state)
        && let ([vector, stream], _) = state.as_chunks_mut::<SIZE>()
    {
        match mode {
            CTR => stream_cipher(&cipher, vector, stream, &mut used, &mut bytes),
            _ => blocks(&cipher, (mode == CBC).then_some(vector), way == ENCRYPTS, &mut bytes),
        }
    }
    iso.heap.set_number(this, mode | way | (used as u32) << USED);
    let Some((storage, start)) = output else { return iso.new_bytes(&bytes) };
    if let Some(place) = iso.heap.bytearray_mut(storage).and_then(|all| all.get_mut(start..start + bytes.len())) {
        place.copy_from_slice(&bytes);
    }
    Ok(Value::NONE)
}

/// Block after block; with a vector, what is encrypted is mixed with the encrypted block before.
fn blocks(cipher: &Cipher, mut vector: Option<&mut [u8; SIZE]>, encrypts: bool, bytes: &mut [u8]) {
    for block in bytes.as_chunks_mut::<SIZE>().0 {
        let before = *block;
        match (&mut vector, encrypts) {
            (None, true) => cipher.encrypt(block),
            (None, false) => cipher.decrypt(block),
            (Some(vector), true) => {
                mix(block, vector);
                cipher.encrypt(block);
                **vector = *block;
            }
            (Some(vector), false) => {
                cipher.decrypt(block);
                mix(block, vector);
                **vector = before;
            }
        }
    }
}

fn mix(block: &mut [u8; SIZE], with: &[u8; SIZE]) {
    for (byte, &with) in block.iter_mut().zip(with) {
        *byte ^= with;
    }
}

/// Mixes bytes with encrypted numbers that count up. What is left of the last one is used first.
fn stream_cipher(
    cipher: &Cipher,
    counter: &mut [u8; SIZE],
    stream: &mut [u8; SIZE],
    used: &mut usize,
    bytes: &mut [u8],
) {
    for byte in bytes {
        if *used == 0 {
            *stream = *counter;
            cipher.encrypt(stream);
            *counter = u128::from_be_bytes(*counter).wrapping_add(1).to_be_bytes();
        }
        *byte ^= stream.get(*used).copied().unwrap_or(0);
        *used = (*used + 1) % SIZE;
    }
}
