# The dialect of a text by the text itself, and whether its first line is a header.
import csv

samples = [
    "a,b,c\n1,2,3\n4,5,6\n",
    "a;b;c\n1;2;3\n",
    "a\tb\n1\t2\n3\t4\n",
    "name|size\nbox|1\nbag|2\n",
    "a b c\n1 2 3\n",
    "a, b, c\n1, 2, 3\n",
    "'a';'b'\n'1';'2'\n",
    '"a","b,c"\n"d","e"\n',
    '"x" ; "y"\n"1" ; "2"\n',
    "a:b\nc:d\n",
    "Harry's, Arlington Heights, IL, 2/1/03, Kimi Hayes\nShark City, Glendale Heights, IL, 12/28/02, Prezence\n",
    '"say ""hi""",b\n"c","d"\n',
    "x\n",
    "",
    "abc\ndef\n",
    "'Harry''s':'Arlington'\n'Shark':'Glendale'\n",
    "a,b\n",
    "1,2\n3,4",
    "α;β\nγ;δ\n",
]
for sample in samples:
    try:
        dialect = csv.Sniffer().sniff(sample)
        print(
            repr(dialect.delimiter),
            repr(dialect.quotechar),
            dialect.doublequote,
            dialect.skipinitialspace,
            list(csv.reader(sample.splitlines(True), dialect))[:1],
        )
    except csv.Error as error:
        print(repr(sample), error)
print(
    csv.Sniffer().sniff("a;b,c\nd;e,f\n", ";").delimiter,
    csv.Sniffer().sniff("a;b,c\nd;e,f\n", ",").delimiter,
    csv.Sniffer().preferred,
)
for sample in (
    "name,size\nbox,1\nbag,22\n",
    "1,2\n3,4\n",
    "name,town\nabc,defg\nhij,klmn\nopq,rstu\n",
    "a,b\nc,d\ne,f\n",
    "x;y\n1.5;2\n3;4e5\n",
):
    print(csv.Sniffer().has_header(sample))
