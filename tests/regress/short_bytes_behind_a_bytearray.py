# What is appended to a bytearray must not reach into what lies behind it.
first = bytearray(b"0123456789abcdef")
second = bytearray(b"unchanged, all of it")
third = "unchanged as well, and not short"
for turn in range(20):
    del first[10:]
    first.extend(b"xyz")
    first += b"w"
    assert first == b"0123456789xyzw", first
print(first, second, third, len(first))
made = bytearray(b"abc")
behind = [str(number) * 9 for number in range(3)]
made.extend(b"d")
made.extend(made)
print(made, behind)
