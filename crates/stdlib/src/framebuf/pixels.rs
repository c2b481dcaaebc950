//! Pixels: how each format keeps them in bytes, and rectangles of one colour, which all drawing comes down to.
//!
//! Nothing here trusts that the bytes suffice: what would lie outside is not there.

/// How colours lie in bytes. The numbers are those of the module's constants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// One bit a pixel, eight pixels of a column in a byte, the top one lowest.
    MonoVertical = 0,
    /// Two bytes a pixel, the lower one first.
    Rgb565 = 1,
    /// Four bits a pixel, the left one of two highest.
    Gray4 = 2,
    /// One bit a pixel, eight pixels of a row in a byte, the left one highest.
    MonoLeftHigh = 3,
    /// The same, the left one lowest.
    MonoLeftLow = 4,
    /// Two bits a pixel, the left one of four lowest.
    Gray2 = 5,
    /// A byte a pixel.
    Gray8 = 6,
}

impl Format {
    /// The format with a number.
    pub(super) const fn from_number(number: i64) -> Option<Format> {
        Some(match number {
            0 => Format::MonoVertical,
            1 => Format::Rgb565,
            2 => Format::Gray4,
            3 => Format::MonoLeftHigh,
            4 => Format::MonoLeftLow,
            5 => Format::Gray2,
            6 => Format::Gray8,
            _ => return None,
        })
    }

    /// The bits of a pixel.
    const fn bits(self) -> usize {
        match self {
            Format::MonoVertical | Format::MonoLeftHigh | Format::MonoLeftLow => 1,
            Format::Gray2 => 2,
            Format::Gray4 => 4,
            Format::Gray8 => 8,
            Format::Rgb565 => 16,
        }
    }

    /// How many pixels of a row share a byte.
    pub(super) const fn pixels_in_byte(self) -> usize {
        match self {
            Format::MonoVertical | Format::Gray8 | Format::Rgb565 => 1,
            other => 8 / other.bits(),
        }
    }

    /// Whether the left pixels of a byte are its high bits.
    const fn is_left_high(self) -> bool {
        matches!(self, Format::MonoLeftHigh | Format::Gray4)
    }
}

/// The layout of an image.
#[derive(Clone, Copy, Debug)]
pub(super) struct Layout {
    pub(super) format: Format,
    pub(super) width: usize,
    pub(super) height: usize,
    /// Pixels from one row to the next one, in whole bytes.
    pub(super) stride: usize,
}

impl Layout {
    /// How many bytes the image needs: the last row may end with its last pixel.
    pub(super) const fn bytes(&self) -> usize {
        let per_byte = self.format.pixels_in_byte();
        let row = self.width.div_ceil(per_byte) * per_byte;
        match self.format {
            Format::MonoVertical => (self.height.div_ceil(8) - 1) * self.stride + row,
            format => ((self.height - 1) * self.stride + row) * format.bits() / 8,
        }
    }

    /// The byte that a pixel lies in, or begins with.
    const fn byte_of(&self, x: usize, y: usize) -> usize {
        match self.format {
            Format::MonoVertical => (y >> 3) * self.stride + x,
            format => (y * self.stride + x) * format.bits() / 8,
        }
    }

    /// How far a pixel is shifted in its byte.
    const fn shift_of(&self, x: usize, y: usize) -> usize {
        let per_byte = self.format.pixels_in_byte();
        match self.format {
            Format::MonoVertical => y & 7,
            format if format.is_left_high() => (per_byte - 1 - (x & (per_byte - 1))) * format.bits(),
            format => (x & (per_byte - 1)) * format.bits(),
        }
    }

    /// The bits that a colour leaves in a pixel: of colours with one bit, whether there is any.
    const fn ink(&self, color: u32) -> u8 {
        match self.format.bits() {
            1 => (color != 0) as u8,
            bits @ (2 | 4) => color as u8 & ((1 << bits) - 1),
            _ => color as u8,
        }
    }

    /// The colour of a pixel.
    pub(super) fn pixel(&self, bytes: &[u8], x: usize, y: usize) -> u32 {
        let at = self.byte_of(x, y);
        let Some(&byte) = bytes.get(at) else { return 0 };
        match self.format {
            Format::Gray8 => byte.into(),
            Format::Rgb565 => u16::from_le_bytes([byte, bytes.get(at + 1).copied().unwrap_or(0)]).into(),
            format => u32::from(byte >> self.shift_of(x, y)) & ((1 << format.bits()) - 1),
        }
    }
}

/// An image that is drawn on.
pub(super) struct Canvas<'a> {
    pub(super) layout: Layout,
    pub(super) bytes: &'a mut [u8],
}

impl Canvas<'_> {
    /// Sets a pixel that is inside.
    pub(super) fn put(&mut self, x: usize, y: usize, color: u32) {
        let at = self.layout.byte_of(x, y);
        let format = self.layout.format;
        if format == Format::Rgb565 {
            if let Some(place) = self.bytes.get_mut(at..at + 2) {
                place.copy_from_slice(&(color as u16).to_le_bytes());
            }
        } else if let Some(place) = self.bytes.get_mut(at) {
            let ink = self.layout.ink(color);
            let shift = self.layout.shift_of(x, y);
            let mask = if format == Format::Gray8 { 0xff } else { ((1u8 << format.bits()) - 1) << shift };
            *place = *place & !mask | ink << shift;
        }
    }

    /// Sets a pixel if it is inside.
    pub(super) fn point(&mut self, x: i32, y: i32, color: u32) {
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else { return };
        if x < self.layout.width && y < self.layout.height {
            self.put(x, y, color);
        }
    }

    /// Fills what is inside of a rectangle.
    pub(super) fn fill(&mut self, x: i32, y: i32, width: i32, height: i32, color: u32) {
        let clip = |from: i32, length: i32, limit: usize| {
            let end = usize::try_from(from.saturating_add(length)).unwrap_or(0).min(limit);
            usize::try_from(from).unwrap_or(0)..end
        };
        let (columns, rows) = (clip(x, width, self.layout.width), clip(y, height, self.layout.height));
        if columns.is_empty() {
            return;
        }
        let mut row = rows.start;
        while row < rows.end {
            if self.layout.format == Format::MonoVertical {
                let end = rows.end.min((row | 7) + 1);
                self.fill_bands(columns.start, columns.end, row, end, color);
                row = end;
            } else {
                self.fill_row(columns.start, columns.end, row, color);
                row += 1;
            }
        }
    }

    /// Fills rows that share their bytes.
    fn fill_bands(&mut self, left: usize, right: usize, top: usize, bottom: usize, color: u32) {
        let mask = (0xffu8 >> (8 - (bottom - top))) << (top & 7);
        let ink = if color == 0 { 0 } else { mask };
        let start = self.layout.byte_of(left, top);
        for place in self.bytes.get_mut(start..start + (right - left)).unwrap_or_default() {
            *place = *place & !mask | ink;
        }
    }

    /// Fills pixels of a row: those that share a byte with others one by one, the others as bytes.
    fn fill_row(&mut self, mut left: usize, right: usize, y: usize, color: u32) {
        let format = self.layout.format;
        let per_byte = format.pixels_in_byte();
        while left < right && left & (per_byte - 1) != 0 {
            self.put(left, y, color);
            left += 1;
        }
        let whole = (right - left) / per_byte;
        let start = self.layout.byte_of(left, y);
        if format == Format::Rgb565 {
            let place = self.bytes.get_mut(start..start + 2 * whole).unwrap_or_default();
            for pixel in place.as_chunks_mut::<2>().0 {
                *pixel = (color as u16).to_le_bytes();
            }
            return;
        }
        // The same ink in each pixel of the byte.
        let repeated = match format.bits() {
            1 => 0xff,
            2 => 0x55,
            4 => 0x11,
            _ => 1,
        };
        let byte = self.layout.ink(color).wrapping_mul(repeated);
        self.bytes.get_mut(start..start + whole).unwrap_or_default().fill(byte);
        left += whole * per_byte;
        while left < right {
            self.put(left, y, color);
            left += 1;
        }
    }
}
