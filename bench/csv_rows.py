# Rows of a table, written and read.
import csv
import io

rows = [
    [number, f"name {number}", number / 3, 'says "hello", twice' if number % 3 else "", "line\nbreak"]
    for number in range(40_000)
]
file = io.StringIO()
csv.writer(file).writerows(rows)
text = file.getvalue()
print(len(text))
print(sum(len(row) for row in csv.reader(io.StringIO(text))))
names = ["id", "name", "third", "words", "lines"]
print(sum(len(row["name"]) for row in csv.DictReader(io.StringIO(text), names)))
