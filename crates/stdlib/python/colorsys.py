"""Colours in other coordinates than red, green and blue. All coordinates are floats between 0 and 1, but for I and Q of YIQ.

    >>> from colorsys import rgb_to_hsv
    >>> rgb_to_hsv(0.2, 0.4, 0.4)
    (0.5, 0.5, 0.4)
"""

__all__ = ["rgb_to_yiq", "yiq_to_rgb", "rgb_to_hls", "hls_to_rgb", "rgb_to_hsv", "hsv_to_rgb"]

ONE_THIRD = 1.0 / 3.0
ONE_SIXTH = 1.0 / 6.0
TWO_THIRD = 2.0 / 3.0


def rgb_to_yiq(r, g, b):
    """The luminance, and two differences of colours, as television had them (FCC NTSC)."""
    y = 0.30 * r + 0.59 * g + 0.11 * b
    i = 0.74 * (r - y) - 0.27 * (b - y)
    q = 0.48 * (r - y) + 0.41 * (b - y)
    return y, i, q


def yiq_to_rgb(y, i, q):
    """The inverse of rgb_to_yiq(), with what is out of range cut off."""
    r = y + 0.9468822170900693 * i + 0.6235565819861433 * q
    g = y - 0.27478764629897834 * i - 0.6356910791873801 * q
    b = y - 1.1085450346420322 * i + 1.7090069284064666 * q
    return tuple([min(max(part, 0.0), 1.0) for part in (r, g, b)])


def _hue(r, g, b, most, spread):
    """The place on the circle of colours, from 0 for red."""
    if r == most:
        hue = (most - b) / spread - (most - g) / spread
    elif g == most:
        hue = 2.0 + (most - r) / spread - (most - b) / spread
    else:
        hue = 4.0 + (most - g) / spread - (most - r) / spread
    return hue / 6.0 % 1.0


def rgb_to_hls(r, g, b):
    """Hue, lightness and saturation."""
    most, least = max(r, g, b), min(r, g, b)
    total, spread = most + least, most - least
    lightness = total / 2.0
    if most == least:
        return 0.0, lightness, 0.0
    saturation = spread / (total if lightness <= 0.5 else 2.0 - most - least)
    return _hue(r, g, b, most, spread), lightness, saturation


def hls_to_rgb(h, l, s):
    """The inverse of rgb_to_hls()."""
    if s == 0.0:
        return l, l, l
    high = l * (1.0 + s) if l <= 0.5 else l + s - l * s
    low = 2.0 * l - high
    return _part(low, high, h + ONE_THIRD), _part(low, high, h), _part(low, high, h - ONE_THIRD)


def _part(low, high, hue):
    """How much of a primary colour there is at a distance from it."""
    hue %= 1.0
    if hue < ONE_SIXTH:
        return low + (high - low) * hue * 6.0
    if hue < 0.5:
        return high
    if hue < TWO_THIRD:
        return low + (high - low) * (TWO_THIRD - hue) * 6.0
    return low


def rgb_to_hsv(r, g, b):
    """Hue, saturation and value, which is the brightness of the strongest colour."""
    most, least = max(r, g, b), min(r, g, b)
    if most == least:
        return 0.0, 0.0, most
    spread = most - least
    return _hue(r, g, b, most, spread), spread / most, most


def hsv_to_rgb(h, s, v):
    """The inverse of rgb_to_hsv()."""
    if s == 0.0:
        return v, v, v
    sector = int(h * 6.0)
    rest = h * 6.0 - sector
    low = v * (1.0 - s)
    falling = v * (1.0 - s * rest)
    rising = v * (1.0 - s * (1.0 - rest))
    return (
        (v, rising, low), (falling, v, low), (low, v, rising), (low, falling, v), (rising, low, v), (v, low, falling),
    )[sector % 6]  # fmt: skip
