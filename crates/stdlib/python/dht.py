"""Sensors for humidity and temperature: DHT11 and DHT22."""
from machine import dht_readinto as _read_into


class DHTBase:
    """A sensor on a pin."""

    def __init__(self, pin):
        self.pin = pin
        self.buf = bytearray(5)

    def measure(self):
        """Ask the sensor."""
        _read_into(self.pin, self.buf)
        if sum(self.buf[:4]) & 255 != self.buf[4]:
            raise Exception("checksum error")


class DHT11(DHTBase):
    """Whole degrees and percents."""

    def humidity(self):
        """Percent."""
        return self.buf[0]

    def temperature(self):
        """Degrees Celsius."""
        return self.buf[2]


class DHT22(DHTBase):
    """Tenths of degrees and percents."""

    def humidity(self):
        """Percent."""
        return (self.buf[0] << 8 | self.buf[1]) * 0.1

    def temperature(self):
        """Degrees Celsius."""
        tenths = ((self.buf[2] & 127) << 8 | self.buf[3]) * 0.1
        return -tenths if self.buf[2] & 128 else tenths
