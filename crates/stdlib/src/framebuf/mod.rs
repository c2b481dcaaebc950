//! `framebuf`: images in buffers of programs, and drawing in them, as MicroPython has it.

mod blit;
mod font;
mod pixels;
mod shapes;

use alloc::vec::Vec;
use blit::{blit, scroll};
use core::ops::ControlFlow;
use ferropy_runtime::buffers;
use ferropy_runtime::native::{ModuleSpec, Row, TypeSpec, constant, function, method, raw_method, static_method};
use ferropy_runtime::{Completion, Isolate, Value, raise};
use pixels::{Canvas, Format, Layout};
use shapes::{LIMIT, RADIUS_LIMIT};

/// `framebuf`.
pub(crate) static MODULE: ModuleSpec = ModuleSpec {
    name: "framebuf",
    doc: "Images in buffers, and drawing in them.",
    rows: &[
        function(
            "FrameBuffer1",
            "(buffer, width, height, stride=<unrepresentable>, /)",
            "A FrameBuffer with the format MONO_VLSB.",
            new_mono,
        ),
        constant("MVLSB", "Another name of MONO_VLSB.", number::<{ Format::MonoVertical as i64 }>),
        constant("MONO_VLSB", "One bit a pixel, in columns of 8.", number::<{ Format::MonoVertical as i64 }>),
        constant("MONO_HLSB", "One bit a pixel, left pixels highest.", number::<{ Format::MonoLeftHigh as i64 }>),
        constant("MONO_HMSB", "One bit a pixel, left pixels lowest.", number::<{ Format::MonoLeftLow as i64 }>),
        constant("RGB565", "16 bits a pixel.", number::<{ Format::Rgb565 as i64 }>),
        constant("GS2_HMSB", "Two bits a pixel.", number::<{ Format::Gray2 as i64 }>),
        constant("GS4_HMSB", "Four bits a pixel.", number::<{ Format::Gray4 as i64 }>),
        constant("GS8", "Eight bits a pixel.", number::<{ Format::Gray8 as i64 }>),
    ],
    types: &[&FRAME_BUFFER],
    initialize: None,
    frozen: None,
};

/// A record: field 0 is a memoryview of the pixels, which keeps their size; 1 the bytearray that they lie in; 2 where they begin;
/// 3 the format and the stride. The number is the width and the height, 0 until `__init__` was called.
static FRAME_BUFFER: TypeSpec = TypeSpec::new(
    "FrameBuffer",
    "FrameBuffer(buffer, width, height, format, stride=width, /)\n--\n\nAn image in a buffer.",
    ROWS,
)
.in_module("framebuf");

const ROWS: &[Row] = &[
    static_method("__new__", "($type, *args, **kwargs)", "An image that has no pixels yet.", new),
    method(
        "__init__",
        "($self, buffer, width, height, format, stride=<unrepresentable>, /)",
        "Take the pixels in a buffer.",
        initialize,
    ),
    raw_method("__buffer__", "($self, flags, /)", "The pixels.", |iso, args| {
        let image = iso.unwrap(argument(args, 0));
        let view = iso.heap.field(image, 0);
        iso.new_memoryview(view)
    }),
    method("fill", "($self, c, /)", "Give all pixels a colour.", |iso, args| {
        let [color] = numbers(iso, args)?;
        draw(iso, args, |canvas| canvas.fill(0, 0, i32::MAX, i32::MAX, color as u32))
    }),
    method("fill_rect", "($self, x, y, w, h, c, /)", "Fill a rectangle.", fill_rect),
    method("pixel", "($self, x, y, c=<unrepresentable>, /)", "The colour of a pixel; or set it.", pixel),
    method("hline", "($self, x, y, w, c, /)", "Draw a level line.", |iso, args| {
        let [x, y, width, color] = numbers(iso, args)?;
        draw(iso, args, |canvas| canvas.fill(x, y, width, 1, color as u32))
    }),
    method("vline", "($self, x, y, h, c, /)", "Draw an upright line.", |iso, args| {
        let [x, y, height, color] = numbers(iso, args)?;
        draw(iso, args, |canvas| canvas.fill(x, y, 1, height, color as u32))
    }),
    method("line", "($self, x1, y1, x2, y2, c, /)", "Draw a line from a pixel to another one.", |iso, args| {
        let [x1, y1, x2, y2, color] = numbers(iso, args)?;
        draw(iso, args, |canvas| canvas.line((x1, y1), (x2, y2), color as u32))
    }),
    method("rect", "($self, x, y, w, h, c, f=False, /)", "Draw a rectangle, or fill it.", rect),
    method(
        "ellipse",
        "($self, x, y, xr, yr, c, f=False, m=15, /)",
        "Draw an ellipse, or fill it; the bits of m are its quadrants.",
        ellipse,
    ),
    method("poly", "($self, x, y, coords, c, f=False, /)", "Draw a polygon, or fill it.", poly),
    method("text", "($self, s, x, y, c=1, /)", "Write in letters of 8 by 8 pixels.", text),
    method("scroll", "($self, xstep, ystep, /)", "Shift the pixels; those that come in stay as they were.", scroll),
    method(
        "blit",
        "($self, fbuf, x, y, key=-1, palette=None, /)",
        "Draw another image, but for pixels of the colour key; a palette gives the colours for its pixels.",
        blit,
    ),
];

fn argument(args: &[Value], place: usize) -> Value {
    args.get(place).copied().unwrap_or(Value::UNBOUND)
}

fn number<const NUMBER: i64>(_: &mut Isolate, _: &[Value]) -> Completion {
    Ok(Value::small_int(NUMBER))
}

fn new(iso: &mut Isolate, args: &[Value]) -> Completion {
    let Some(id) = iso.find_type(&FRAME_BUFFER) else { return Err(raise::internal(iso)) };
    let image = iso.new_record(id, 0, &[Value::UNBOUND, Value::NONE, Value::small_int(0), Value::small_int(0)])?;
    iso.wrap_new(argument(args, 0), id, image)
}

fn new_mono(iso: &mut Isolate, args: &[Value]) -> Completion {
    let Some(id) = iso.find_type(&FRAME_BUFFER) else { return Err(raise::internal(iso)) };
    let stride = argument(args, 3).given().unwrap_or(argument(args, 1));
    let format = Value::small_int(Format::MonoVertical as i64);
    iso.call(id.value(), &[argument(args, 0), argument(args, 1), argument(args, 2), format, stride])
}

fn initialize(iso: &mut Isolate, args: &[Value]) -> Completion {
    let &[image, buffer, ref numbers @ ..] = args else { return Err(raise::internal(iso)) };
    let layout = layout(iso, numbers)?;
    let (storage, range) = iso.writable_buffer(buffer, "FrameBuffer() argument 1")?;
    check_size(iso, &layout, range.len())?;
    let view = iso.new_memoryview(buffer)?;
    let shape = layout.stride as i64 | (layout.format as i64) << 20;
    let fields = [view, storage, Value::small_int(range.start as i64), Value::small_int(shape)];
    for (place, field) in fields.into_iter().enumerate() {
        iso.heap.set_field(image, place, field);
    }
    iso.heap.set_number(image, (layout.width as u32) << 16 | layout.height as u32);
    Ok(Value::NONE)
}

/// The layout that `(width, height, format[, stride])` describe.
fn layout(iso: &mut Isolate, args: &[Value]) -> Completion<Layout> {
    let width = iso.to_isize(argument(args, 0))?;
    let height = iso.to_isize(argument(args, 1))?;
    let format = iso.to_isize(argument(args, 2))?;
    let stride = match argument(args, 3).given() {
        Some(stride) => iso.to_isize(stride)?,
        None => width,
    };
    let sizes = 1..=0xffff;
    if !(sizes.contains(&width) && sizes.contains(&height) && (width..=0xffff).contains(&stride)) {
        return Err(raise::value_error(
            iso,
            "width, height and stride must be from 1 to 65535, the stride not below the width",
        ));
    }
    let Some(format) = Format::from_number(format) else { return Err(raise::value_error(iso, "invalid format")) };
    let stride = (stride as usize).next_multiple_of(format.pixels_in_byte());
    Ok(Layout { format, width: width as usize, height: height as usize, stride })
}

fn check_size(iso: &mut Isolate, layout: &Layout, bytes: usize) -> Completion<()> {
    if layout.bytes() > bytes {
        return Err(raise::value_error(iso, "the buffer is too small for the image"));
    }
    Ok(())
}

/// The layout of an image.
fn layout_of(iso: &mut Isolate, image: Value) -> Completion<Layout> {
    let size = iso.heap.number(image);
    let shape = iso.heap.field(image, 3).as_small_int().unwrap_or(0);
    match Format::from_number(shape >> 20) {
        Some(format) if size != 0 => Ok(Layout {
            format,
            width: (size >> 16) as usize,
            height: (size & 0xffff) as usize,
            stride: (shape & 0xf_ffff) as usize,
        }),
        _ => Err(raise::value_error(iso, "FrameBuffer.__init__() was not called")),
    }
}

/// The image `args[0]`, to be drawn on.
fn canvas<'a>(iso: &'a mut Isolate, args: &[Value]) -> Completion<Canvas<'a>> {
    let image = argument(args, 0);
    let layout = layout_of(iso, image)?;
    let storage = iso.heap.field(image, 1);
    let start = iso.heap.field(image, 2).as_small_int().unwrap_or(0) as usize;
    let bytes = iso.heap.bytearray_mut(storage).and_then(|bytes| bytes.get_mut(start..start + layout.bytes()));
    Ok(Canvas { layout, bytes: bytes.unwrap_or_default() })
}

fn draw(iso: &mut Isolate, args: &[Value], work: impl FnOnce(&mut Canvas<'_>)) -> Completion {
    work(&mut canvas(iso, args)?);
    Ok(Value::NONE)
}

/// The arguments behind `self` as coordinates and colours.
fn numbers<const COUNT: usize>(iso: &mut Isolate, args: &[Value]) -> Completion<[i32; COUNT]> {
    let mut numbers = [0; COUNT];
    read_numbers(iso, args, &mut numbers)?;
    Ok(numbers)
}

/// The part of [`numbers`] that is the same for all counts.
#[inline(never)]
fn read_numbers(iso: &mut Isolate, args: &[Value], numbers: &mut [i32]) -> Completion<()> {
    for (number, &value) in numbers.iter_mut().zip(args.iter().skip(1)) {
        *number = coordinate(iso, value)?;
    }
    Ok(())
}

fn coordinate(iso: &mut Isolate, value: Value) -> Completion<i32> {
    Ok(iso.to_isize(value)?.clamp(-LIMIT, LIMIT) as i32)
}

/// Whether an optional argument is true.
fn flag(iso: &mut Isolate, args: &[Value], place: usize) -> Completion<bool> {
    match argument(args, place).given() {
        Some(value) => iso.is_true(value),
        None => Ok(false),
    }
}

fn fill_rect(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [x, y, width, height, color] = numbers(iso, args)?;
    draw(iso, args, |canvas| canvas.fill(x, y, width, height, color as u32))
}

fn pixel(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [x, y] = numbers(iso, args)?;
    if let Some(color) = argument(args, 3).given() {
        let color = coordinate(iso, color)? as u32;
        return draw(iso, args, |canvas| canvas.point(x, y, color));
    }
    let canvas = canvas(iso, args)?;
    let (x, y) = (usize::try_from(x).unwrap_or(usize::MAX), usize::try_from(y).unwrap_or(usize::MAX));
    if x < canvas.layout.width && y < canvas.layout.height {
        return Ok(Value::small_int(canvas.layout.pixel(canvas.bytes, x, y).into()));
    }
    Ok(Value::NONE)
}

fn rect(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [x, y, width, height, color] = numbers(iso, args)?;
    if flag(iso, args, 6)? {
        return fill_rect(iso, args);
    }
    let color = color as u32;
    draw(iso, args, |canvas| {
        canvas.fill(x, y, width, 1, color);
        canvas.fill(x, y + height - 1, width, 1, color);
        canvas.fill(x, y, 1, height, color);
        canvas.fill(x + width - 1, y, 1, height, color);
    })
}

fn ellipse(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [x, y, across, down, color] = numbers(iso, args)?;
    let fill = flag(iso, args, 6)?;
    let quadrants = match argument(args, 7).given() {
        Some(mask) => iso.to_isize(mask)? as u8 & 15,
        None => 15,
    };
    let radius = |radius: i32| i64::from(radius).clamp(-RADIUS_LIMIT, RADIUS_LIMIT);
    draw(iso, args, |canvas| {
        canvas.ellipse((x, y), (radius(across), radius(down)), color as u32, fill, quadrants);
    })
}

fn poly(iso: &mut Isolate, args: &[Value]) -> Completion {
    let [x, y] = numbers(iso, args)?;
    let view = iso.new_memoryview(argument(args, 3))?;
    let mut flat = Vec::new();
    iso.for_each(view, |iso, item| {
        if flat.try_reserve(1).is_err() {
            return Err(raise::memory_error(iso));
        }
        flat.push(coordinate(iso, item)?);
        Ok(ControlFlow::Continue(()))
    })?;
    let color = coordinate(iso, argument(args, 4))? as u32;
    let fill = flag(iso, args, 5)?;
    let mut corners = buffers::with_room(flat.len() / 2)?;
    corners.extend(flat.as_chunks::<2>().0.iter().map(|&[x, y]| (x, y)));
    let mut canvas = canvas(iso, args)?;
    if !fill {
        canvas.outline((x, y), &corners, color);
    } else if !canvas.polygon((x, y), &corners, color) {
        return Err(raise::memory_error(iso));
    }
    Ok(Value::NONE)
}

fn text(iso: &mut Isolate, args: &[Value]) -> Completion {
    let string = iso.unwrap(argument(args, 1));
    let x = coordinate(iso, argument(args, 2))?;
    let y = coordinate(iso, argument(args, 3))?;
    let color = match argument(args, 4).given() {
        Some(color) => coordinate(iso, color)? as u32,
        None => 1,
    };
    if let Some(text) = iso.heap.text(string) {
        let text = buffers::copied(text.bytes)?;
        return draw(iso, args, |canvas| canvas.text(&mut ferropy_unicode::wtf8::code_points(&text), x, y, color));
    }
    let Some(bytes) = iso.heap.bytes(string) else {
        let kind = iso.type_name(string);
        return Err(raise::type_error(iso, &alloc::format!("text() argument 1 must be str, not {kind}")));
    };
    let bytes = buffers::copied(bytes)?;
    draw(iso, args, |canvas| canvas.text(&mut bytes.iter().map(|&byte| byte.into()), x, y, color))
}
