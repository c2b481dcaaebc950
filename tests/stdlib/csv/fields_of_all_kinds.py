# Fields that are plain, quoted, empty, spaced, not ASCII; other delimiters, limits and conversions.
import csv
import io

rows = [["a", "", "two words", 'q"uote', "x,y", "line\nbreak", "ä,é", "", "end"], ["", ""], [""], ["1.5", "n\r", "€"]]
for options in {}, {"delimiter": ";"}, {"delimiter": "€"}, {"quoting": csv.QUOTE_ALL}, {"quotechar": "'"}, {
    "escapechar": "\\", "doublequote": False}, {"lineterminator": "!é"}, {"delimiter": "\t", "lineterminator": "\n"}:
    file = io.StringIO(newline="")
    csv.writer(file, **options).writerows(rows)
    print(ascii(file.getvalue()))
    if "lineterminator" not in options or options["lineterminator"] == "\n":
        back = list(csv.reader(io.StringIO(file.getvalue(), newline=""), **options))
        print(back == rows, ascii(back) if back != rows else "")
for text in "a,b,c", "a,b,", ",,", "a b , c ", 'x"y,z', '"a"b,c', '"a""b",c', '"a', "ä,ö,ü", "a,\"b\nc\",d", "1,2\r\n":
    print(ascii(list(csv.reader(text.splitlines(True)))), ascii(list(csv.reader([text], skipinitialspace=True))))
print(list(csv.reader(["1,x,2.5"], quoting=csv.QUOTE_NONNUMERIC)) if False else list(csv.reader(['1,"x",2.5'], quoting=csv.QUOTE_NONNUMERIC)))
before = csv.field_size_limit(5)
for text in "12345,1", "123456,1", "1,äöüäö,2", "1,äöüäöü,2", '"123456"':
    try:
        print(ascii(list(csv.reader([text]))))
    except csv.Error as error:
        print(error)
csv.field_size_limit(before)
print(list(csv.DictReader(["1,2,3", "4", "5,6,7,8"], ["a", "b", "c"], restkey="more", restval="-")))
