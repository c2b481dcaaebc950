import os, io, sys, select, micropython

class _Remote:
    # A call: the line to the computer, which nobody else may use meanwhile. Ctrl-C is data then.
    def __init__(self, number):
        micropython.kbd_intr(-1)
        self.out = sys.stdout.buffer
        self.line = sys.stdin.buffer
        self.poll = select.poll()
        self.poll.register(self.line, select.POLLIN)
        self.out.write(bytes((24, number)))
        # What was typed before the computer's answer is dropped, but not for ever: it may be there no more.
        one, left = bytearray(1), 30
        while one[0] != 24:
            left -= 1
            if not left:
                self.end()
                raise OSError(110)
            self.into(one)

    def into(self, buffer):
        view, at = memoryview(buffer), 0
        while at < len(buffer):
            if not self.poll.poll(10000):
                self.end()
                raise OSError(110)
            at += self.line.readinto(view[at:])
        return buffer

    def end(self):
        micropython.kbd_intr(3)

    def send(self, *arguments):
        for each in arguments:
            if isinstance(each, int):
                self.out.write(bytes((each & 255,)))
            elif isinstance(each, tuple):
                self.out.write((each[0] & 0xffffffff).to_bytes(4, 'little'))
            else:
                if isinstance(each, str):
                    each = each.encode()
                self.out.write(len(each).to_bytes(4, 'little'))
                self.out.write(each)
        return self

    def short(self):
        number = self.into(bytearray(1))[0]
        return number - 256 if number > 127 else number

    def word(self):
        return int.from_bytes(self.into(bytearray(4)), 'little')

    def status(self):
        number = self.word()
        return self.done(number - (1 << 32) if number >> 31 else number)

    def done(self, number):
        self.end()
        if number < 0:
            raise OSError(-number)
        return number

    def bytes(self):
        return self.into(bytearray(self.word()))


class _RemoteFile(io.IOBase):
    def __init__(self, number, text):
        self.number, self.text = number, text

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def ioctl(self, request, argument):
        if request == 4:
            self.close()
        elif request == 2:
            import machine
            machine.mem32[argument] = self.seek(machine.mem32[argument], machine.mem32[argument + 4])
        # 240 bytes are what fits into the buffer of any board's line.
        return 240 if request == 11 else 0 if request in (1, 2, 4) else -1

    def flush(self):
        pass

    def close(self):
        if self.number is not None:
            _Remote(5).send(self.number).end()
            self.number = None

    def some(self, count):
        call = _Remote(6).send(self.number, (count,))
        data = call.bytes()
        call.end()
        return data

    def kept(self, data):
        return str(data, 'utf8') if self.text else bytes(data)

    def read(self, count=-1):
        if count is None:
            count = -1
        parts = []
        while count:
            part = self.some(240 if count < 0 else min(count, 240))
            if not part:
                break
            parts.append(part)
            if count > 0:
                count -= len(part)
        return self.kept(b''.join(parts))

    def readinto(self, buffer):
        data = self.some(min(len(buffer), 240))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, _=-1):
        call = _Remote(7).send(self.number)
        data = call.bytes()
        call.end()
        return self.kept(data)

    def readlines(self):
        return list(self)

    def write(self, data):
        if isinstance(data, str):
            view = data.encode()
            count = len(data)
        else:
            view = bytes(data)
            count = len(view)
        for at in range(0, len(view), 240):
            _Remote(8).send(self.number, view[at:at + 240]).status()
        return count

    def seek(self, offset, whence=0):
        return _Remote(9).send(self.number, (offset,), whence).status()

    def tell(self):
        return self.seek(0, 1)


class _RemoteFiles:
    def __init__(self):
        self.here = '/'

    def mount(self, readonly, mkfs):
        pass

    def umount(self):
        pass

    def full(self, path):
        return path if path.startswith('/') else self.here + path

    def chdir(self, path):
        path = self.full(path)
        if path != '/':
            self.stat(path)
        self.here = path if path.endswith('/') else path + '/'

    def getcwd(self):
        return self.here

    def remove(self, path):
        _Remote(10).send(self.full(path)).status()

    def rename(self, old, new):
        _Remote(11).send(self.full(old), self.full(new)).status()

    def mkdir(self, path):
        _Remote(12).send(self.full(path)).status()

    def rmdir(self, path):
        _Remote(13).send(self.full(path)).status()

    def stat(self, path):
        call = _Remote(1).send(self.full(path))
        found = call.short()
        if found < 0:
            call.done(found)
        mode, size, accessed, changed, created = [call.word() for _ in range(5)]
        call.end()
        return mode, 0, 0, 0, 0, 0, size, accessed, changed, created

    def ilistdir(self, path):
        call = _Remote(2).send(self.full(path))
        call.done(call.short())
        entries = []
        while True:
            call = _Remote(3)
            name = call.bytes()
            mode = call.word() if name else 0
            call.end()
            if not name:
                return iter(entries)
            entries.append((str(name, 'utf8'), mode, 0))

    def open(self, path, mode):
        call = _Remote(4).send(self.full(path), mode)
        return _RemoteFile(call.done(call.short()), 'b' not in mode)


def _mount_remote():
    os.mount(_RemoteFiles(), '/remote')
    os.chdir('/remote')
