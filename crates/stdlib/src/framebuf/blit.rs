//! Images that are drawn on others or moved in themselves.

use super::pixels::Layout;
use super::{FRAME_BUFFER, argument, canvas, check_size, coordinate, draw, layout, layout_of};
use ferropy_runtime::heap::Kind;
use ferropy_runtime::{Completion, Isolate, Value, raise};

/// How many colours are taken from an image at a time.
const AT_ONCE: usize = 32;

/// An image that is only looked at.
struct Source {
    layout: Layout,
    /// A buffer that begins with its pixels.
    buffer: Value,
    /// What they lie in, where it can be written to.
    storage: Value,
}

/// What an argument is an image of: a FrameBuffer, or a tuple or list of the constructor's arguments.
fn source(iso: &mut Isolate, value: Value) -> Completion<Source> {
    let inner = iso.unwrap(value);
    if iso.find_type(&FRAME_BUFFER).is_some_and(|id| iso.type_of(inner) == id.value()) {
        let layout = layout_of(iso, inner)?;
        return Ok(Source { layout, buffer: iso.heap.field(inner, 0), storage: iso.heap.field(inner, 1) });
    }
    if !matches!(iso.heap.kind(inner), Some(Kind::Tuple | Kind::List)) {
        let kind = iso.type_name(value);
        return Err(raise::type_error(iso, &alloc::format!("a FrameBuffer or a tuple is required, not '{kind}'")));
    }
    let mut items = [Value::UNBOUND; 5];
    let count = iso.heap.items(inner).len();
    if !(4..=5).contains(&count) {
        return Err(raise::value_error(iso, "an image is (buffer, width, height, format[, stride])"));
    }
    for (place, item) in items.iter_mut().zip(iso.heap.items(inner)) {
        *place = item;
    }
    let [buffer, numbers @ ..] = items;
    let layout = layout(iso, &numbers)?;
    let buffer = iso.to_buffer(buffer)?;
    iso.keep(buffer);
    let bytes = iso.bytes_like(buffer).map_or(0, |bytes| bytes.len());
    check_size(iso, &layout, bytes)?;
    Ok(Source { layout, buffer, storage: buffer })
}

impl Source {
    /// Takes colours from a row, from a pixel on.
    fn read(&self, iso: &Isolate, colors: &mut [u32], x: usize, y: usize) {
        let bytes = iso.bytes_like(self.buffer).unwrap_or_default();
        for (color, x) in colors.iter_mut().zip(x..) {
            *color = self.layout.pixel(&bytes, x, y);
        }
    }

    /// Replaces numbers of colours by the colours in the first row.
    fn translate(&self, iso: &Isolate, colors: &mut [u32]) {
        let bytes = iso.bytes_like(self.buffer).unwrap_or_default();
        for color in colors {
            *color = self.layout.pixel(&bytes, *color as usize, 0);
        }
    }
}

pub(super) fn blit(iso: &mut Isolate, args: &[Value]) -> Completion {
    let source = source(iso, argument(args, 1))?;
    let x = coordinate(iso, argument(args, 2))?;
    let y = coordinate(iso, argument(args, 3))?;
    let key = match argument(args, 4).given() {
        Some(key) => iso.to_isize(key)? as u32,
        None => u32::MAX,
    };
    let palette = match argument(args, 5).given().filter(|palette| !palette.is_none()) {
        Some(palette) => Some(self::source(iso, palette)?),
        None => None,
    };
    let image = argument(args, 0);
    let layout = layout_of(iso, image)?;
    // Where an image is drawn on itself, each pixel that is drawn may be one that is looked at later.
    let at_once = if iso.heap.field(image, 1) == source.storage { 1 } else { AT_ONCE };
    let (left, top) = (x.max(0) as usize, y.max(0) as usize);
    let (skip_left, skip_top) = (x.min(0).unsigned_abs() as usize, y.min(0).unsigned_abs() as usize);
    let width = layout.width.saturating_sub(left).min(source.layout.width.saturating_sub(skip_left));
    let height = layout.height.saturating_sub(top).min(source.layout.height.saturating_sub(skip_top));
    let mut colors = [0; AT_ONCE];
    for row in 0..height {
        let mut done = 0;
        while done < width {
            let colors = colors.get_mut(..at_once.min(width - done)).unwrap_or_default();
            source.read(iso, colors, skip_left + done, skip_top + row);
            if let Some(palette) = &palette {
                palette.translate(iso, colors);
            }
            let mut canvas = canvas(iso, args)?;
            for (&color, x) in colors.iter().zip(left + done..) {
                if color != key {
                    canvas.put(x, top + row, color);
                }
            }
            done += colors.len();
        }
    }
    Ok(Value::NONE)
}

pub(super) fn scroll(iso: &mut Isolate, args: &[Value]) -> Completion {
    let (right, down) = (iso.to_isize(argument(args, 1))?, iso.to_isize(argument(args, 2))?);
    draw(iso, args, |canvas| {
        let layout = canvas.layout;
        let (across, along) = (right.unsigned_abs() as usize, down.unsigned_abs() as usize);
        // From the end that pixels move to, so that none is overwritten before it has moved.
        for row in 0..layout.height.saturating_sub(along) {
            let (to, from) =
                if down < 0 { (row, row + along) } else { (layout.height - 1 - row, layout.height - 1 - row - along) };
            for column in 0..layout.width.saturating_sub(across) {
                let mirrored = layout.width - 1 - column;
                let (x, source) = if right < 0 { (column, column + across) } else { (mirrored, mirrored - across) };
                let color = layout.pixel(canvas.bytes, source, from);
                canvas.put(x, to, color);
            }
        }
    })
}
