//! The encoder as an object: its settings, and the calls that write with them.

use super::strings::{ASCII_NAME, PLAIN_NAME};
use super::writing::{Quoting, Writer};
use alloc::format;
use alloc::vec::Vec;
use ferropy_runtime::native::{Row, TypeFlags, TypeSpec, getter, method, static_method};
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// The settings of an encoder: the fields are in the order of [`SETTINGS`].
pub(super) static ENCODER: TypeSpec = TypeSpec::new(
    "Encoder",
    "Encoder(markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)",
    ROWS,
)
.in_module("_json")
.with_flags(TypeFlags::SUBCLASSABLE);

/// Their names and numbers.
const SETTINGS: usize = 9;

const ROWS: &[Row] = &[
    static_method(
        "__new__",
        "($type, markers, default, encoder, indent, key_separator, item_separator, sort_keys, skipkeys, allow_nan)",
        "Keep the settings.",
        new,
    ),
    method(
        "__call__",
        "($self, obj, _current_indent_level)",
        "Return a tuple of the texts that make the object.",
        call,
    ),
    getter("markers", "markers", |iso, args| setting(iso, args, 0)),
    getter("default", "default", |iso, args| setting(iso, args, 1)),
    getter("encoder", "encoder", |iso, args| setting(iso, args, 2)),
    getter("indent", "indent", |iso, args| setting(iso, args, 3)),
    getter("key_separator", "key_separator", |iso, args| setting(iso, args, 4)),
    getter("item_separator", "item_separator", |iso, args| setting(iso, args, 5)),
    getter("sort_keys", "sort_keys", |iso, args| setting(iso, args, 6)),
    getter("skipkeys", "skipkeys", |iso, args| setting(iso, args, 7)),
    getter("allow_nan", "allow_nan", |iso, args| setting(iso, args, 8)),
];

fn setting(iso: &mut Isolate, args: &[Value], index: usize) -> Completion {
    let &[encoder] = args else { return Err(raise::internal(iso)) };
    Ok(iso.heap.field(encoder, index))
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[class, markers, default, encoder, indent, key_separator, item_separator, sort, skip, nan] = args else {
        return Err(raise::internal(iso));
    };
    if !markers.is_none() && iso.heap.kind(iso.unwrap(markers)) != Some(ferropy_runtime::heap::Kind::Dict) {
        let kind = iso.type_name(markers);
        let message = format!("make_encoder() argument 1 must be dict or None, not {kind}");
        return Err(raise::type_error(iso, &message));
    }
    for (number, text) in [(4, indent), (5, key_separator), (6, item_separator)] {
        if iso.as_str(text).is_none() && !(number == 4 && text.is_none()) {
            let kind = iso.type_name(text);
            let message = format!("make_encoder() argument {number} must be str, not {kind}");
            return Err(raise::type_error(iso, &message));
        }
    }
    let flags = [iso.is_true(sort)?, iso.is_true(skip)?, iso.is_true(nan)?].map(Value::bool);
    let [sort, skip, nan] = flags;
    let fields: [Value; SETTINGS] = [markers, default, encoder, indent, key_separator, item_separator, sort, skip, nan];
    let Some(id) = iso.find_type(&ENCODER) else { return Err(raise::internal(iso)) };
    let encoder = iso.new_record(id, 0, &fields)?;
    iso.wrap_new(class, id, encoder)
}

fn call(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[encoder, object, level] = args else { return Err(raise::internal(iso)) };
    let level = iso.to_size(level)?;
    let field = |index: usize| iso.heap.field(encoder, index);
    let text = |index: usize| -> Vec<u8> {
        let text = iso.as_str(field(index)).and_then(|text| iso.heap.str_bytes(text));
        text.unwrap_or(&[]).to_vec()
    };
    let quoting = match iso.native_row(field(2)).map(|row| row.name) {
        Some(ASCII_NAME) => Quoting::Ascii,
        Some(PLAIN_NAME) => Quoting::Plain,
        _ => Quoting::Function(field(2)),
    };
    let mut writer = Writer {
        out: Vec::new(),
        open: Vec::new(),
        held: Value::NONE,
        check_circular: !field(0).is_none(),
        default: field(1),
        quoting,
        indent: if field(3).is_none() { None } else { Some(text(3)) },
        level,
        key_separator: text(4),
        item_separator: text(5),
        sort_keys: field(6) == Value::TRUE,
        skip_keys: field(7) == Value::TRUE,
        allow_nan: field(8) == Value::TRUE,
    };
    writer.held = iso.new_list(&[])?;
    if let Err(raised) = writer.write(iso, object) {
        return Err(writer.add_notes(iso, raised));
    }
    let text = iso.new_text(&writer.out)?;
    iso.new_tuple(&[text])
}
