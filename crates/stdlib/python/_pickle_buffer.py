"""PickleBuffer: bytes that a pickle may leave outside."""

import _pickle_writing  # noqa: F401: before what it imports
from _pickle_savers import save_buffer, savers


class PickleBuffer:
    """Wrapper for potentially out-of-band buffers"""

    __module__ = "pickle"
    __slots__ = ("_view", "__weakref__")

    def __init__(self, object):
        try:
            self._view = memoryview(object)
        except TypeError:
            raise TypeError(f"a bytes-like object is required, not '{type(object).__name__}'") from None

    def _held(self):
        if self._view is None:
            raise ValueError("operation forbidden on released PickleBuffer object")
        return self._view

    def __buffer__(self, flags):
        return memoryview(self._held())

    def __release_buffer__(self, view):
        view.release()

    def raw(self):
        """Return a memoryview of the raw memory underlying this buffer.

        Will raise BufferError is the buffer isn't contiguous."""
        view = self._held()
        if not view.contiguous:
            raise BufferError("cannot extract raw buffer from non-contiguous buffer")
        if view.f_contiguous and not view.c_contiguous:
            view = memoryview(view.tobytes("A"))
        return view.cast("B") if view.format != "B" or view.ndim != 1 else memoryview(view)

    def release(self):
        """Release the underlying buffer exposed by the PickleBuffer object."""
        if self._view is not None:
            self._view.release()
            self._view = None


savers[PickleBuffer] = save_buffer
