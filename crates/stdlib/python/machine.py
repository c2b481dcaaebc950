from _later import later as _later

__getattr__, __dir__ = _later(globals(), {"_i2s": ("I2S",), "_i2c_target": ("I2CTarget",)})
