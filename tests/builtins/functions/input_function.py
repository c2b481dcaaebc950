# stdin: first line\nsecond\n\nlast without newline
print(repr(input()))
print(repr(input("prompt> ")))
print(repr(input()))
print(repr(input()))
try:
    input("again? ")
except EOFError as e:
    print(repr(e))
