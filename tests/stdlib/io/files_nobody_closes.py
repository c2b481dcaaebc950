# requires: files
# What is written to a file that nobody holds any more is there for the next who looks.
import os


def save(text, mode="w"):
    file = open("text", mode)
    file.write(text)


open("text", "w").write("hello")
print(open("text").read(), os.path.getsize("text"))
save("one\n")
save("two\n", "a")
print(open("text").readlines())
for number in range(3):
    open("text", "ab").write(b"%d\n" % number)
print(os.stat("text").st_size, open("text", "rb").read())
