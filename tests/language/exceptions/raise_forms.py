class E(Exception):
    def __init__(self, a=1, b=2):
        super().__init__(a, b)


for text in ("raise E", "raise E()", "raise E(5)", "raise E(a=7)", "raise ValueError", "raise ValueError('m')", "raise ValueError('a', 'b')",
             "raise 5", "raise 'text'", "raise None", "raise int", "raise E from 5", "raise", "raise E from ValueError", "raise E from None"):
    try:
        exec(text)
    except BaseException as e:
        print(text, "|", type(e).__name__, e, "|", repr(e.__cause__), e.__suppress_context__)


class Bad(Exception):
    def __new__(cls):
        return 5


try:
    raise Bad
except TypeError as e:
    print(e)
