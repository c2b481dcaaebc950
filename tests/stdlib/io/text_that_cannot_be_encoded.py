# Text that the encoding of a file has nothing for: write() says so, and nothing of it is written.
# requires: files

for encoding, errors in ("ascii", "strict"), ("latin-1", None), ("ascii", "replace"), ("utf-8", None):
    with open("file", "w", encoding=encoding, errors=errors) as file:
        for text in "one ", "é ", "€ ", "\ud800 ", "two":
            try:
                print(file.write(text), end=" ")
            except UnicodeEncodeError as error:
                print(error)
    with open("file", "rb") as file:
        print(file.read())
