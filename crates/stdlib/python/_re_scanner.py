"""Text cut into tokens by regular expressions."""

import re


class Scanner:
    """Cuts a string into tokens: lexicon has pairs of a pattern, and what its matches become.

    That is a function, which gets the scanner and the text, or any other object; None drops the token.
    """

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self.scanner = [re.compile(phrase, flags) for phrase, action in lexicon]
        self.match = None

    def scan(self, string):
        """The tokens at the start of a string, and the rest of it."""
        tokens = []
        at = 0
        while True:
            for pattern, (_, action) in zip(self.scanner, self.lexicon):
                if (found := pattern.match(string, at)) is not None:
                    break
            else:
                break
            if found.end() == at:
                break
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                tokens.append(action)
            at = found.end()
        return tokens, string[at:]
