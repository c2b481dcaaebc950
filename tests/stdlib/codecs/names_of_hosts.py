# Punycode and IDNA.
def attempt(function, *args):
    try:
        return function(*args)
    except UnicodeError as error:
        return type(error).__name__, str(error)


for text in "bücher", "", "a", "ü", "他们为什么不说中文", "3年B組金八先生", "ab-ü-":
    data = text.encode("punycode")
    print(data, data.decode("punycode") == text)
for data in b"a-b", b"-", b"bcher-!", b"a-99999999", b"bcher-kva":
    print(attempt(data.decode, "punycode"), attempt(data.decode, "punycode", "ignore"), attempt(data.decode, "punycode", "other"))
for text in "bücher.example", "Faß.de", "www.python.org", "", ".", "a..b", "x" * 64, "ü" * 64, "ex。ü.", "ÀÉ.com":
    print(attempt(text.encode, "idna"), attempt(text.encode, "idna", "ignore"))
for data in b"xn--bcher-kva.example", b"", b"a.", b"xn--a", b"www.python.org":
    print(attempt(data.decode, "idna"))
