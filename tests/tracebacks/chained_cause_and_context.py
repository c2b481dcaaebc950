# status: 1
# stderr: yes
# python: 3.13
def load():
    raise KeyError("missing")


def convert():
    try:
        load()
    except KeyError as e:
        raise ValueError("bad value") from e


try:
    convert()
except ValueError:
    undefined_name
