# truncate() of a text file: without a size, where the stream of bytes below stands.
# requires: files


def content():
    with open("file", "rb") as file:
        return file.read()


def fill():
    with open("file", "w") as file:
        file.write("one\ntwo\nthrée\nfour\n")


fill()
with open("file", "r+") as file:
    print(file.readline(), file.truncate())
    print(file.read())
print(content())

fill()
with open("file", "r+") as file:
    file.readline()
    print(file.truncate(6), file.tell(), file.read())
print(content())

fill()
with open("file", "r+") as file:
    file.write("ONE")
    print(file.truncate(), file.tell())
print(content())

fill()
with open("file", "r+") as file:
    text = file.read()
    file.seek(0)
    file.write(text.upper()[:9])
    print(file.truncate())
print(content())

fill()
with open("file", "r+") as file:
    file.seek(4)
    print(file.truncate(), file.read())
    print(file.truncate(10), file.seek(0, 2))
print(content())

fill()
with open("file", "a+") as file:
    file.seek(0)
    print(file.read(2), file.truncate(5), file.tell())
    file.write("x")
print(content())

fill()
with open("file", "r+b") as file:
    print(file.readline(), file.truncate(), file.tell(), file.read())
print(content())
