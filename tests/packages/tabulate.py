"""Tables in many formats."""

from tabulate import simple_separated_format, tabulate, tabulate_formats

rows = [["Sun", 696000, 1989100000.0], ["Earth", 6371, 5973.6], ["Moon", 1737, None], ["Mars", "3390", 641.85]]
for style in ("plain", "simple", "github", "grid", "fancy_grid", "pipe", "orgtbl", "rst", "html", "latex", "psql", "mediawiki", "tsv"):
    print(style)
    print(tabulate(rows, headers=["Planet", "R (km)", "mass"], tablefmt=style))
print(tabulate(rows, showindex="always", floatfmt=".1f", missingval="?", numalign="center", stralign="right"))
print(tabulate({"a": [1, 2], "b": ["x\ny", "z"]}, headers="keys", tablefmt="grid", maxcolwidths=[None, 3]))
print(tabulate([{"k": 1.123456, "l": True}, {"k": 2, "m": "-"}], headers="keys"))
print(tabulate([["1.5"], ["1e3"], ["0x1f"]], disable_numparse=True), len(tabulate_formats) > 20)
print(tabulate([["a", "1"], ["bb", "2"]], tablefmt=simple_separated_format("||"), colalign=("right", "left")))
print(tabulate([], headers=["x"]), repr(tabulate([])), tabulate([["漢字", 1], ["x", 22]], tablefmt="grid"))
