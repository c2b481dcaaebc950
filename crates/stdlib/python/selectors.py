"""Waiting for several files at once, with something of one's own kept beside each."""

import select
from abc import ABCMeta, abstractmethod
from collections import namedtuple
from collections.abc import Mapping

EVENT_READ = 1
EVENT_WRITE = 2


def _number(fileobj):
    """The number of an open file."""
    if isinstance(fileobj, int):
        number = fileobj
    else:
        try:
            number = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f"Invalid file object: {fileobj!r}") from None
    if number < 0:
        raise ValueError(f"Invalid file descriptor: {number}")
    return number


SelectorKey = namedtuple("SelectorKey", ["fileobj", "fd", "events", "data"])
SelectorKey.__doc__ = "A file object, its number, the events it is watched for, and what was kept beside it."


class _Keys(Mapping):
    """The keys of a selector by their file objects."""

    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._keys)

    def get(self, fileobj, default=None):
        return self._selector._keys.get(self._selector._find(fileobj), default)

    def __getitem__(self, fileobj):
        key = self._selector._keys.get(self._selector._find(fileobj))
        if key is None:
            raise KeyError(f"{fileobj!r} is not registered")
        return key

    def __iter__(self):
        # As CPython: the numbers, though files are what is looked up.
        return iter(self._selector._keys)


class BaseSelector(metaclass=ABCMeta):
    """What all selectors do."""

    @abstractmethod
    def register(self, fileobj, events, data=None):
        """Watch a file for events: its key."""
        raise NotImplementedError

    @abstractmethod
    def unregister(self, fileobj):
        """Watch a file no longer: the key that it had."""
        raise NotImplementedError

    def modify(self, fileobj, events, data=None):
        """Watch a file for other events, or keep something else beside it: its new key."""
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    @abstractmethod
    def select(self, timeout=None):
        """Wait for at most so many seconds: the keys of the files that are ready, and for what."""
        raise NotImplementedError

    def close(self):
        """Watch nothing any more."""

    def get_key(self, fileobj):
        """The key of a file."""
        mapping = self.get_map()
        if mapping is None:
            raise RuntimeError("Selector is closed")
        try:
            return mapping[fileobj]
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None

    @abstractmethod
    def get_map(self):
        """The keys by their file objects."""
        raise NotImplementedError

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()


class _Selector(BaseSelector):
    """A selector that keeps its keys by the numbers of files; select() is to be written."""

    def __init__(self):
        self._keys = {}
        self._map = _Keys(self)

    def _find(self, fileobj):
        """The number of a file, also of one that is closed but still registered."""
        try:
            return _number(fileobj)
        except ValueError:
            for key in self._keys.values():
                if key.fileobj is fileobj:
                    return key.fd
            raise

    def register(self, fileobj, events, data=None):
        """Watch a file for events: its key."""
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError(f"Invalid events: {events!r}")
        key = SelectorKey(fileobj, self._find(fileobj), events, data)
        if key.fd in self._keys:
            raise KeyError(f"{fileobj!r} (FD {key.fd}) is already registered")
        self._keys[key.fd] = key
        return key

    def unregister(self, fileobj):
        """Watch a file no longer: the key that it had."""
        try:
            return self._keys.pop(self._find(fileobj))
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None

    def modify(self, fileobj, events, data=None):
        """Watch a file for other events, or keep something else beside it: its new key."""
        try:
            key = self._keys[self._find(fileobj)]
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None
        if events != key.events:
            self.unregister(fileobj)
            return self.register(fileobj, events, data)
        if data != key.data:
            key = key._replace(data=data)
            self._keys[key.fd] = key
        return key

    def close(self):
        """Watch nothing any more."""
        self._keys.clear()
        self._map = None

    def get_map(self):
        """The keys by their file objects."""
        return self._map


class SelectSelector(_Selector):
    """Over select.select()."""

    def select(self, timeout=None):
        """Wait for at most so many seconds: the keys of the files that are ready, and for what."""
        if timeout is not None:
            timeout = max(timeout, 0)
        keys = self._keys.values()
        reading = [key.fd for key in keys if key.events & EVENT_READ]
        writing = [key.fd for key in keys if key.events & EVENT_WRITE]
        readable, writable, _ = map(set, select.select(reading, writing, [], timeout))
        ready = []
        for fd in readable | writable:
            key = self._keys[fd]
            events = (EVENT_READ if fd in readable else 0) | (EVENT_WRITE if fd in writable else 0)
            ready.append((key, events & key.events))
        return ready


class PollSelector(_Selector):
    """Over select.poll()."""

    def __init__(self):
        super().__init__()
        self._selector = select.poll()

    def register(self, fileobj, events, data=None):
        """Watch a file for events: its key."""
        key = _Selector.register(self, fileobj, events, data)
        reading = select.POLLIN if events & EVENT_READ else 0
        try:
            self._selector.register(key.fd, reading | (select.POLLOUT if events & EVENT_WRITE else 0))
        except:
            _Selector.unregister(self, fileobj)
            raise
        return key

    def unregister(self, fileobj):
        """Watch a file no longer: the key that it had."""
        key = _Selector.unregister(self, fileobj)
        try:
            self._selector.unregister(key.fd)
        except (KeyError, OSError):
            # Linux has forgotten a file when it was closed.
            pass
        return key

    def _poll(self, timeout):
        # Rather a little longer than not long enough.
        return self._selector.poll(None if timeout is None else -(-timeout * 1000 // 1))

    def select(self, timeout=None):
        """Wait for at most so many seconds: the keys of the files that are ready, and for what."""
        if timeout is not None:
            timeout = max(timeout, 0)
        ready = []
        for fd, found in self._poll(timeout):
            key = self._keys.get(fd)
            if key is not None:
                events = (EVENT_WRITE if found & ~select.POLLIN else 0) | (EVENT_READ if found & ~select.POLLOUT else 0)
                ready.append((key, events & key.events))
        return ready


class EpollSelector(PollSelector):
    """Over select.epoll(): as quick as with few files, however many are watched."""

    def __init__(self):
        _Selector.__init__(self)
        self._selector = select.epoll()

    def fileno(self):
        """The number of its own file."""
        return self._selector.fileno()

    def _poll(self, timeout):
        return self._selector.poll(timeout, max(len(self._keys), 1))

    def close(self):
        """Watch nothing any more."""
        self._selector.close()
        super().close()


try:
    select.epoll().close()
    DefaultSelector = EpollSelector
except (AttributeError, OSError):
    del EpollSelector
    DefaultSelector = PollSelector
