# requires: files
# Line ends that were seen, positions while iterating, and a buffer that was taken away.
with open("text", "wb") as file:
    file.write(b"one\ntwo\r\nthree\r")


def show(function):
    try:
        print(function())
    except (OSError, ValueError) as error:
        print(type(error).__name__, error)


for newline in (None, "", "\n", "\r", "\r\n"):
    with open("text", newline=newline) as file:
        print(repr(newline), file.newlines, file.readline(), file.readlines(), file.newlines)
with open("text") as file:
    print(repr(file.read(5)), repr(file.read()), file.newlines)
with open("text") as file:
    next(file)
    show(file.tell)
    file.readline()
    show(file.tell)
    list(file)
    show(file.tell)
with open("text") as file:
    next(file)
    file.seek(4)
    print(repr(file.readline()))

file = open("text")
buffer = file.detach()
show(file.close)
show(file.read)
print(buffer.read(3))
buffer.close()
show(lambda: open("text", newline="q"))
