# status: 1
# stderr: yes
# python: 3.13
# Groups are boxes within boxes: at most fifteen parts of a group and ten groups within groups are shown, notes stand
# in the box, and what a part is chained to as well.
def chained():
    try:
        try:
            raise KeyError("first")
        except KeyError as e:
            raise ValueError("second\nline") from e
    except ValueError as e:
        kept = e
    return kept


def in_context():
    try:
        try:
            raise OSError("lost")
        except OSError:
            raise ExceptionGroup("on the way", [TypeError("inner")])
    except ExceptionGroup as e:
        kept = e
    return kept


many = ExceptionGroup("many", [IndexError(i) for i in range(18)])
one_more = ExceptionGroup("one more", [IndexError(i) for i in range(16)])
deep = RuntimeError("bottom")
for level in range(12):
    deep = ExceptionGroup(f"level {level}", [deep, ValueError(level)])
noted = ValueError("with notes")
noted.add_note("a note")
noted.add_note("two\nlines")
group = BaseExceptionGroup("everything", [chained(), in_context(), many, one_more, noted, deep, KeyboardInterrupt()])
group.add_note("a note of the group")
try:
    raise group
except BaseExceptionGroup as e:
    raise SystemError("after all") from e
