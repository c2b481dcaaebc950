//! Lines, ellipses, polygons and text.
//!
//! Coordinates are within twice [`LIMIT`], so that no product overflows; how long a shape takes depends on what is inside of the
//! image, and on the radii of an ellipse.

use super::font;
use super::pixels::Canvas;
use alloc::vec::Vec;
use core::cmp::Ordering;

/// What programs give as a coordinate is taken as at most that far from 0.
pub(super) const LIMIT: i64 = 1 << 27;
/// The same for radii, whose third powers are needed.
pub(super) const RADIUS_LIMIT: i64 = 1 << 19;

/// Which quadrants of an ellipse are drawn, counted from the upper right one against the clock.
const QUADRANTS: [(u8, bool, bool); 4] = [(1, true, true), (2, false, true), (4, false, false), (8, true, false)];

impl Canvas<'_> {
    /// A line from one point to another one, both included.
    ///
    /// Bresenham's: `step` pixels along the longer side it is `(2 * short * step + long) / (2 * long)` pixels along the shorter
    /// one. So it can begin where it comes into the image.
    pub(super) fn line(&mut self, from: (i32, i32), to: (i32, i32), color: u32) {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let is_steep = dy.abs() > dx.abs();
        // Along the longer side: where it begins, its length, its direction and the image's end.
        let (start, across, delta, side, limit) = if is_steep {
            (from.1, from.0, dy, dx, self.layout.height)
        } else {
            (from.0, from.1, dx, dy, self.layout.width)
        };
        let (long, short) = (i64::from(delta.abs()), i64::from(side.abs()));
        let (forward, aside) = (if delta > 0 { 1 } else { -1 }, if side > 0 { 1 } else { -1 });
        let last = limit as i64 - 1;
        let start = i64::from(start);
        let (enter, leave) = if forward > 0 { (-start, last - start) } else { (start - last, start) };
        let mut step = enter.max(0);
        if long > 0 && step < long {
            let reached = 2 * short * step + long;
            let mut beside = reached / (2 * long);
            let mut error = reached % (2 * long);
            while step < long.min(leave + 1) {
                let (along, across) = ((start + forward * step) as i32, across + aside * beside as i32);
                let (x, y) = if is_steep { (across, along) } else { (along, across) };
                self.point(x, y, color);
                error += 2 * short;
                if error >= 2 * long {
                    error -= 2 * long;
                    beside += 1;
                }
                step += 1;
            }
        }
        self.point(to.0, to.1, color);
    }

    /// An ellipse around a point, or those of its quadrants whose bits are set; with `fill` to its vertical axis.
    ///
    /// The algorithm is John Kennedy's ("A Fast Bresenham Type Algorithm For Drawing Ellipses"): from the ends of the axes, up
    /// to where the tangent has 45 degrees.
    pub(super) fn ellipse(&mut self, center: (i32, i32), radii: (i64, i64), color: u32, fill: bool, quadrants: u8) {
        if radii == (0, 0) {
            if quadrants != 0 {
                self.point(center.0, center.1, color);
            }
            return;
        }
        self.flank(radii, &mut |canvas, x, y| canvas.mirrored(center, (x, y), color, fill, quadrants));
        // The flatter part is the flank of the ellipse with its axes exchanged. There the two parts meet, too.
        self.flank((radii.1, radii.0), &mut |canvas, y, x| canvas.mirrored(center, (x, y), color, fill, quadrants));
    }

    /// The points of the first quadrant where an ellipse is steep, from its horizontal axis on.
    fn flank(&mut self, (a, b): (i64, i64), draw: &mut dyn FnMut(&mut Self, i64, i64)) {
        let (double_a, double_b) = (2 * a * a, 2 * b * b);
        let (mut x, mut y) = (a, 0);
        let (mut x_change, mut y_change) = (b * b * (1 - 2 * a), a * a);
        let mut error = 0;
        let (mut x_stop, mut y_stop) = (double_b * a, 0);
        while x_stop >= y_stop {
            draw(self, x, y);
            y += 1;
            y_stop += double_a;
            error += y_change;
            y_change += double_a;
            if 2 * error + x_change > 0 {
                x -= 1;
                x_stop -= double_b;
                error += x_change;
                x_change += double_b;
            }
        }
    }

    /// A point of an ellipse in the quadrants that are wanted, or the rows between it and the axis.
    fn mirrored(&mut self, center: (i32, i32), point: (i64, i64), color: u32, fill: bool, quadrants: u8) {
        let (x, y) = (point.0 as i32, point.1 as i32);
        for (bit, is_right, is_upper) in QUADRANTS {
            if quadrants & bit == 0 {
                continue;
            }
            let row = if is_upper { center.1 - y } else { center.1 + y };
            let side = if is_right { center.0 + x } else { center.0 - x };
            if fill {
                self.fill(if is_right { center.0 } else { side }, row, x + 1, 1, color);
            } else {
                self.point(side, row, color);
            }
        }
    }

    /// A closed polygon whose corners are counted from an origin: its outline.
    pub(super) fn outline(&mut self, origin: (i32, i32), corners: &[(i32, i32)], color: u32) {
        for (from, to) in edges(corners) {
            self.line((origin.0 + from.0, origin.1 + from.1), (origin.0 + to.0, origin.1 + to.1), color);
        }
    }

    /// A closed polygon with what is inside: in each row from each edge to the next one (Darel Rex Finley's algorithm, see
    /// <https://alienryderflex.com/polygon_fill/>). An edge ends above its lower corner, so that corners don't count twice; lowest
    /// corners and level edges are drawn by themselves. False if there is no memory.
    pub(super) fn polygon(&mut self, (left, top): (i32, i32), corners: &[(i32, i32)], color: u32) -> bool {
        let mut crossings: Vec<i32> = Vec::new();
        if crossings.try_reserve_exact(corners.len()).is_err() {
            return false;
        }
        let first = corners.iter().map(|corner| corner.1).min().unwrap_or(0).max(-top);
        let last = corners.iter().map(|corner| corner.1).max().unwrap_or(-1).min(self.layout.height as i32 - 1 - top);
        for row in first..=last {
            crossings.clear();
            for (from, to) in edges(corners) {
                if (from.1 > row) != (to.1 > row) {
                    let x = crossing(from, to, row);
                    let place = crossings.partition_point(|&other| other < x);
                    crossings.insert(place, x);
                } else if row == from.1.max(to.1) {
                    match from.1.cmp(&to.1) {
                        Ordering::Less => self.point(left + to.0, top + to.1, color),
                        Ordering::Greater => self.point(left + from.0, top + from.1, color),
                        Ordering::Equal => self.line((left + from.0, top + row), (left + to.0, top + row), color),
                    }
                }
            }
            for &[enter, leave] in crossings.as_chunks::<2>().0 {
                self.fill(left + enter, top + row, leave - enter + 1, 1, color);
            }
        }
        true
    }

    /// Characters side by side, from the upper left corner of the first one on.
    pub(super) fn text(&mut self, characters: &mut dyn Iterator<Item = u32>, x: i32, y: i32, color: u32) {
        let mut left = x;
        for character in characters {
            if left >= self.layout.width as i32 {
                break;
            }
            for (column, &pixels) in (left..).zip(font::glyph(character)) {
                for row in (0..font::SIZE as i32).filter(|row| pixels >> row & 1 != 0) {
                    self.point(column, y + row, color);
                }
            }
            left = left.saturating_add(font::SIZE as i32);
        }
    }
}

/// The edges of a polygon, from its first corner to its last one and back.
fn edges(corners: &[(i32, i32)]) -> impl Iterator<Item = ((i32, i32), (i32, i32))> {
    let first = corners.first().copied();
    first.into_iter().chain(corners.iter().rev().copied()).zip(corners.iter().rev().copied())
}

/// Where an edge crosses a row: the next pixel to it, in steps of 1/32.
fn crossing(from: (i32, i32), to: (i32, i32), row: i32) -> i32 {
    let (width, height) = (i64::from(to.0 - from.0), i64::from(to.1 - from.1));
    let offset = (32 * width * i64::from(row - from.1)).checked_div(height).unwrap_or(0);
    ((32 * i64::from(from.0) + offset + 16) / 32) as i32
}
