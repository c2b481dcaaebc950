import ctypes

for kind in (
    ctypes.c_int32, ctypes.c_int64, ctypes.c_uint8, ctypes.c_uint16, ctypes.c_uint32, ctypes.c_time_t,
):  # fmt: skip
    print(ctypes.sizeof(kind), [kind(value).value for value in (0, 1, -1, 300, 1 << 33)])
print(ctypes.sizeof(ctypes.c_longdouble) >= 8, ctypes.c_longdouble(1.5).value)
print(issubclass(ctypes.ArgumentError, Exception), ctypes.ArgumentError.__name__)
