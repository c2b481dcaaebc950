"""What belongs to the loop in which it is first used."""

from asyncio import events

__all__ = ()


class LoopBound:
    """Remembers the first loop, and refuses others."""

    _loop = None

    def _get_loop(self):
        loop = events.get_running_loop()
        if self._loop is None:
            self._loop = loop
        if loop is not self._loop:
            raise RuntimeError(f"{self!r} is bound to a different event loop")
        return loop
