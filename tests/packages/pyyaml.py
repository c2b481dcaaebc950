"""YAML read and written by the classes in Python: scalars, anchors, tags, own types, errors."""

import datetime

import yaml

DOCUMENT = """\
%YAML 1.1
---
plain: text with 'quotes'
numbers: [1, 0x1F, 0o17, 017, 1_000, 3.14, 1e3, .inf, -.NaN, 1:30]
truth: {yes: no, on: off, "null": ~}
folded: >-
  one
  two

  three
literal: |+
  keeps
    lines

base: &base {a: 1, b: [x, y]}
merged:
  <<: *base
  b: own
date: 2001-12-14
time: 2001-12-14t21:59:43.10-05:00
binary: !!binary R0lGODlh
set: !!set {a, b}
pairs: !!pairs [a: 1, a: 2]
? [complex, key]
: "esc\\u00e4\\x41\\tx"
"""
for key, value in yaml.safe_load(DOCUMENT.replace("? [complex, key]\n", "other: 1\nkey\n".replace("key\n", "key\n").replace("\nkey\n", "\nkey"))).items():
    print(repr(key), repr(value))
print(list(yaml.safe_load_all("--- 1\n--- [a]\n...\n---\n")), yaml.safe_load(""))
value = {"b": [1, 2.5, None, True], "a": "ä: # x", "t": datetime.date(2001, 1, 2), "long": "word " * 30, "lines": "a\nb\n", "e": "", "n": "123"}
print(yaml.safe_dump(value), yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=40, sort_keys=False))
shared = [1]
print(yaml.dump([shared, shared, (1, 2), {3}, 1j, len]), yaml.dump({"x": {"y": [{"z": 1}]}}, indent=4, explicit_start=True))


class Point(yaml.YAMLObject):
    yaml_tag = "!point"
    yaml_loader = yaml.SafeLoader

    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return f"Point({self.x})"


print(yaml.safe_load("- !point {x: 3}"), yaml.dump(Point(4)), [str(type(t).__name__) for t in yaml.scan("a: [1]")])
yaml.add_constructor("!sum", lambda loader, node: sum(loader.construct_sequence(node)), Loader=yaml.SafeLoader)
print(yaml.safe_load("!sum [1, 2, 3]"), yaml.compose("a: 1").value[0][1].tag, [str(e) for e in yaml.parse("[a]")][:3])
for wrong in ("a: [1", "a: b: c", "*nope", "!!python/object:os.system x", "\t- a", "'open", "a: @x", "- 1\nb: 2"):
    try:
        print(yaml.safe_load(wrong))
    except yaml.YAMLError as error:
        print(type(error).__name__, error)
