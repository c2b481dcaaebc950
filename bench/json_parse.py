# A JSON reader and writer in plain Python: characters, recursion, dicts and lists.
class Reader:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def skip(self):
        text = self.text
        while self.at < len(text) and text[self.at] in " \n\t":
            self.at += 1

    def expect(self, character):
        self.skip()
        if self.text[self.at] != character:
            raise ValueError("expected " + character)
        self.at += 1

    def value(self):
        self.skip()
        c = self.text[self.at]
        if c == "{":
            return self.object()
        if c == "[":
            return self.array()
        if c == '"':
            return self.string()
        for word, value in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        return self.number()

    def object(self):
        result = {}
        self.at += 1
        self.skip()
        while self.text[self.at] != "}":
            key = self.string()
            self.expect(":")
            result[key] = self.value()
            self.skip()
            if self.text[self.at] == ",":
                self.at += 1
                self.skip()
        self.at += 1
        return result

    def array(self):
        result = []
        self.at += 1
        self.skip()
        while self.text[self.at] != "]":
            result.append(self.value())
            self.skip()
            if self.text[self.at] == ",":
                self.at += 1
                self.skip()
        self.at += 1
        return result

    def string(self):
        self.at += 1
        start = self.at
        while self.text[self.at] != '"':
            self.at += 1
        result = self.text[start : self.at]
        self.at += 1
        return result

    def number(self):
        start = self.at
        while self.at < len(self.text) and self.text[self.at] in "+-.0123456789eE":
            self.at += 1
        text = self.text[start : self.at]
        return float(text) if "." in text else int(text)


def write(value):
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, str):
        return '"' + value + '"'
    if isinstance(value, dict):
        return "{" + ", ".join([write(k) + ": " + write(v) for k, v in value.items()]) + "}"
    if isinstance(value, list):
        return "[" + ", ".join([write(v) for v in value]) + "]"
    return str(value)


record = '{"id": 17, "name": "a longer name", "tags": ["x", "y", "zz"], "size": 2.5, "ok": true, "next": null}'
text = "[" + ", ".join([record] * 60) + "]"
total = 0
for _ in range(200):
    data = Reader(text).value()
    total += len(data) + len(write(data))
print(total, data[5]["tags"], data[0]["size"])
