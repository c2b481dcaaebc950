"""Text split into words as a shell does, and words quoted for a shell."""

import sys

from collections import deque

__all__ = ["shlex", "split", "quote", "join"]


class shlex:
    """A reader of words: attributes say which characters belong to words, quote, escape and separate.

    punctuation_chars makes runs of these characters words of their own; True stands for '();<>|&'.
    """

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if isinstance(instream, str):
            from io import StringIO

            instream = StringIO(instream)
        self.instream = sys.stdin if instream is None else instream
        self.infile = None if instream is None else infile
        self.posix = posix
        self.eof = None if posix else ""
        self.commenters = "#"
        self.wordchars = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
        if posix:
            self.wordchars += "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"
        self.whitespace = " \t\r\n"
        self.whitespace_split = False
        self.quotes = "'\""
        self.escape = "\\"
        self.escapedquotes = '"'
        # ' ' between words, 'a' in a word, 'c' in a run of punctuation, a quote or an escape; None at the end.
        self.state = " "
        self.pushback = deque()
        self.lineno = 1
        self.debug = 0
        self.token = ""
        self.filestack = deque()
        self.source = None
        if not punctuation_chars:
            punctuation_chars = ""
        elif punctuation_chars is True:
            punctuation_chars = "();<>|&"
        self._punctuation_chars = punctuation_chars
        if punctuation_chars:
            self._read_ahead = deque()
            # What a shell has in words beside letters.
            self.wordchars += "~-./*?="
            self.wordchars = "".join([c for c in self.wordchars if c not in punctuation_chars])

    @property
    def punctuation_chars(self):
        """The characters whose runs are words of their own."""
        return self._punctuation_chars

    def push_token(self, tok):
        """Put a word back, to be the next."""
        if self.debug >= 1:
            print("shlex: pushing token " + repr(tok))
        self.pushback.appendleft(tok)

    def push_source(self, newstream, newfile=None):
        """Read from another stream, and then go on with this one."""
        if isinstance(newstream, str):
            from io import StringIO

            newstream = StringIO(newstream)
        self.filestack.appendleft((self.infile, self.instream, self.lineno))
        self.infile, self.instream, self.lineno = newfile, newstream, 1
        if self.debug:
            print(f"shlex: pushing to stream {newstream}" if newfile is None else f"shlex: pushing to file {newfile}")

    def pop_source(self):
        """Go on with the stream before."""
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.popleft()
        if self.debug:
            print(f"shlex: popping to {self.instream}, line {self.lineno}")
        self.state = " "

    def get_token(self):
        """The next word, or eof."""
        if self.pushback:
            token = self.pushback.popleft()
            if self.debug >= 1:
                print("shlex: popping token " + repr(token))
            return token
        raw = self.read_token()
        if self.source is not None:
            while raw == self.source:
                source = self.sourcehook(self.read_token())
                if source:
                    newfile, newstream = source
                    self.push_source(newstream, newfile)
                raw = self.get_token()
        while raw == self.eof:
            if not self.filestack:
                return self.eof
            self.pop_source()
            raw = self.get_token()
        if self.debug >= 1:
            print("shlex: token=" + repr(raw) if raw != self.eof else "shlex: token=EOF")
        return raw

    def _next_character(self):
        if self._punctuation_chars and self._read_ahead:
            return self._read_ahead.pop()
        return self.instream.read(1)

    def _put_back(self, character):
        """Keep what ends a word: to be read again, or as a word."""
        (self._read_ahead if self._punctuation_chars else self.pushback).append(character)

    def _skip_comment(self):
        self.instream.readline()
        self.lineno += 1

    def read_token(self):
        """The next word of the stream, without those that were put back."""
        is_quoted = False
        # What an escape belongs to: a quote or a word.
        around = " "
        while True:
            character = self._next_character()
            if character == "\n":
                self.lineno += 1
            if self.debug >= 3:
                print(f"shlex: in state {self.state!r} I see character: {character!r}")
            if self.state is None:
                self.token = ""
                break
            if self.state == " ":
                if not self._starts(character):
                    if self.state is None or self.token or (self.posix and is_quoted):
                        break
                    continue
                around = "a" if self.posix and character in self.escape else around
                is_quoted = is_quoted or self.state in self.quotes and self.posix
            elif self.state in self.quotes:
                is_quoted = True
                if not character:
                    raise ValueError("No closing quotation")
                if character == self.state:
                    if not self.posix:
                        self.token += character
                        self.state = " "
                        break
                    self.state = "a"
                elif self.posix and character in self.escape and self.state in self.escapedquotes:
                    around, self.state = self.state, character
                else:
                    self.token += character
            elif self.state in self.escape:
                if not character:
                    raise ValueError("No escaped character")
                # In quotes, only quotes and escapes are escaped.
                if around in self.quotes and character != self.state and character != around:
                    self.token += self.state
                self.token += character
                self.state = around
            elif self._goes_on(character):
                if self.posix and character in self.escape and self.state == character:
                    around = "a"
            elif self.token or (self.posix and is_quoted):
                break
        result, self.token = self.token, ""
        if self.posix and not is_quoted and result == "":
            result = None
        if self.debug > 1:
            print("shlex: raw token=" + repr(result) if result else "shlex: raw token=EOF")
        return result

    def _starts(self, character):
        """Between words: whether a word begins that goes on. Otherwise it is complete, or there is nothing."""
        if not character:
            self.state = None
        elif character in self.whitespace:
            return False
        elif character in self.commenters:
            self._skip_comment()
        elif self.posix and character in self.escape:
            self.state = character
            return True
        elif character in self.wordchars:
            self.token, self.state = character, "a"
            return True
        elif character in self._punctuation_chars:
            self.token, self.state = character, "c"
            return True
        elif character in self.quotes:
            if not self.posix:
                self.token = character
            self.state = character
            return True
        elif self.whitespace_split:
            self.token, self.state = character, "a"
            return True
        else:
            self.token = character
        return False

    def _goes_on(self, character):
        """In a word or a run of punctuation: whether the character belongs to it. Otherwise the word may be complete."""
        if not character:
            self.state = None
            return False
        if character in self.whitespace:
            self.state = " "
            return False
        if character in self.commenters:
            self._skip_comment()
            if self.posix:
                self.state = " "
                return False
            return True
        if self.state == "c":
            if character in self._punctuation_chars:
                self.token += character
                return True
            self._put_back(character)
            self.state = " "
            return False
        if self.posix and character in self.quotes:
            self.state = character
        elif self.posix and character in self.escape:
            self.state = character
        elif (
            character in self.wordchars
            or character in self.quotes
            or self.whitespace_split and character not in self._punctuation_chars
        ):
            self.token += character
        else:
            self._put_back(character)
            self.state = " "
            return False
        return True

    def sourcehook(self, newfile):
        """The name and the stream of a file that the text includes."""
        import os

        if newfile[0] == '"':
            newfile = newfile[1:-1]
        if isinstance(self.infile, str) and not os.path.isabs(newfile):
            newfile = os.path.join(os.path.dirname(self.infile), newfile)
        return newfile, open(newfile, "r")

    def error_leader(self, infile=None, lineno=None):
        """What a message about this place starts with."""
        if infile is None:
            infile = self.infile
        if lineno is None:
            lineno = self.lineno
        return f'"{infile}", line {lineno}: '

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token


def split(s, comments=False, posix=True):
    """The words of a text as a shell reads them."""
    if s is None:
        raise ValueError("s argument must not be None")
    words = shlex(s, posix=posix)
    words.whitespace_split = True
    if not comments:
        words.commenters = ""
    return list(words)


def join(split_command):
    """The words as a text that a shell splits into them."""
    return " ".join(map(quote, split_command))


_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-")


def quote(s):
    """The text as one word for a shell."""
    if not s:
        return "''"
    if not isinstance(s, str):
        raise TypeError(f"expected string object, got {type(s).__name__!r}")
    if _SAFE.issuperset(s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"
