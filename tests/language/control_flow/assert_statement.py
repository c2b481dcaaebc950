assert True
for text in ("assert False", "assert 0, 'message'", "assert [], [1, 2]", "assert None, None", "assert not 1, ('a', 'b')"):
    try:
        exec(text)
    except AssertionError as e:
        print(text, e.args, str(e))


def loud():
    print("evaluated")


assert 1, loud()
try:
    assert 0, loud()
except AssertionError as e:
    print(e.args)
