"""Tables drawn with letters."""

from prettytable import MARKDOWN, HRuleStyle, PrettyTable, from_csv, from_json

import io

table = PrettyTable(["City", "Area", "Rain"])
table.add_rows([["Adelaide", 1295, 600.5], ["Brisbane", 5905, 1146.4], ["Darwin", 112, 1714.7]])
print(table)
table.align["City"] = "l"
table.float_format = ".2"
table.sortby, table.reversesort = "Area", True
print(table.get_string(fields=["City", "Area"], start=0, end=2))
table.set_style(MARKDOWN)
print(table)
print(table.get_html_string(), table.get_csv_string(), table.get_json_string(), sep="\n")
second = from_csv(io.StringIO("a,b\n1,two\n3,日本"))
second.hrules = HRuleStyle.ALL
second.title = "Title"
second.add_column("c", ["x\ny", "z"])
print(second, from_json('[["f"], {"f": 5}]'))
