import ctypes

for kind in (
    ctypes.c_byte, ctypes.c_ubyte, ctypes.c_short, ctypes.c_ushort, ctypes.c_int, ctypes.c_uint, ctypes.c_longlong,
    ctypes.c_ulonglong, ctypes.c_int8, ctypes.c_uint64, ctypes.c_size_t, ctypes.c_ssize_t,
):  # fmt: skip
    values = [kind(value).value for value in (5, -1, 200, 70000, 1 << 40, -(1 << 63), 1 << 64)]
    print(kind.__name__, ctypes.sizeof(kind), ctypes.sizeof(kind()), ctypes.alignment(kind), values, bool(kind()))
print(ctypes.c_float(0.1).value, ctypes.c_double(1), ctypes.c_bool([1]), ctypes.c_char(b"x"), ctypes.c_char(65).value)
print(ctypes.c_wchar("ä").value, ctypes.sizeof(ctypes.c_wchar), ctypes.sizeof(ctypes.c_bool), ctypes.c_int())
number = ctypes.c_int16(3)
number.value = 40000
print(number, number.value)
for action in (
    lambda: ctypes.c_int("x"),
    lambda: ctypes.c_int(1.5),
    lambda: ctypes.c_double("x"),
    lambda: ctypes.c_char(b"xy"),
    lambda: ctypes.sizeof(5),
    lambda: ctypes.sizeof(int),
):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__)
