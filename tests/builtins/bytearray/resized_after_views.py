# A bytearray can change its length as soon as no memoryview is in use any more: where the function that had one has
# returned, where a temporary is over, where a generator was left.
def hold(data):
    view = memoryview(data)
    return len(view)


def fail(data):
    view = memoryview(data)
    raise ValueError(len(view))


def give(data):
    view = memoryview(data)
    for item in view:
        yield item


data = bytearray(b"abc")
hold(data)
data += b"1"
try:
    fail(data)
except ValueError as error:
    print(error)
data += b"2"
print(data)


class Resizes:
    """Makes the bytearray longer from within an operator."""

    def __add__(self, other):
        hold(other)
        other += b"+"
        return other

    def __getitem__(self, index):
        hold(data)
        data.append(index)
        return len(data)


def every_way():
    data = bytearray(b"abc")
    for step in range(2):
        hold(data)
        data += b"1"
        hold(data)
        data.append(50)
        hold(data)
        data[1:2] = b"xyz"
        hold(data)
        del data[0]
        hold(data)
        data *= 2
        hold(memoryview(data)[1:])
        data.extend(b"3")
        [hold(data) for _ in range(2)]
        data.insert(0, 52)
        with memoryview(data) as view:
            pass
        data.pop()
        for item in memoryview(data):
            pass
        data += b"5"
        for item in give(data):
            break
        data += b"6"
        next(give(data))
        data += b"7"
        print(Resizes() + data)
        data.clear()
    return data


print(every_way())
print(Resizes()[65], Resizes()[66], data)


def in_use():
    """A view in a variable, in a container, in a loop or in a generator is in use."""
    data = bytearray(b"abc")
    view = memoryview(data)
    try:
        data += b"x"
    except BufferError as error:
        print(error, data)
    view = [{"view": view}]
    try:
        data.append(1)
    except BufferError as error:
        print(error, data)
    del view
    for item in memoryview(data):
        try:
            data.append(item)
        except BufferError as error:
            print(error, data)
    generator = give(data)
    next(generator)
    try:
        data.clear()
    except BufferError as error:
        print(error, data)
    generator.close()
    try:
        data += data
    except BufferError as error:
        print(error)
    data.extend(data)
    print(data, len(memoryview(data)) + len(data))
    try:
        data[:] = memoryview(data)[1:]
    except BufferError as error:
        print(error)
    return data


print(in_use())
print(data.join([b"1", b"2"]))


def growing():
    data.append(1)
    yield b""


try:
    data.join(growing())
except BufferError as error:
    print(error)
