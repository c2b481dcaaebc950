"""Reading a format specification from left to right: what those of decimal numbers and fractions share."""


class Reader:
    """A text, and how far it is read."""

    def __init__(self, text):
        self._text, self._at = text, 0

    def _one_of(self, characters):
        """The next character, if it is one of these."""
        found = self._text[self._at : self._at + 1]
        if found and found in characters:
            self._at += 1
            return found
        return ""

    def _number(self):
        """The digits that come next."""
        start = self._at
        while "0" <= self._text[self._at : self._at + 1] <= "9":
            self._at += 1
        return self._text[start : self._at]
