"""Tables, trees, markup, panels and highlighted code as a terminal of fixed size shows them."""

import io

from rich.columns import Columns
from rich.console import Console
from rich.markdown import Markdown
from rich.panel import Panel
from rich.pretty import Pretty
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

output = io.StringIO()
console = Console(file=output, width=60, force_terminal=True, color_system="truecolor", legacy_windows=False, _environ={})
console.print("[bold red]alert[/] plain [u]under[/u] :smiley: [not markup")
table = Table(title="Stock", show_lines=True)
table.add_column("Name", style="cyan", no_wrap=True)
table.add_column("Price", justify="right")
table.add_row("Apple", "1.20")
table.add_row("漢字 wide", "[b]12.00[/b]")
console.print(table)
tree = Tree("root")
tree.add("first").add("leaf")
tree.add(Panel("in a panel", expand=False))
console.print(tree)
console.print(Pretty({"list": list(range(30)), "text": "x" * 30, "nested": {"a": (1, None, True)}}))
console.print(Markdown("# Title\n\nSome *text* with `code`.\n\n- one\n- two\n\n> quote\n\n1. a\n2. b\n"))
console.print(Syntax('def f(x):\n    """Doc."""\n    return x + 1  # sum\n', "python", line_numbers=True))
console.print(Columns(["one", "two", "three"] * 3))
text = Text("Hello, world")
text.stylize("bold magenta", 0, 5)
text.highlight_words(["world"], "green")
console.print(text, justify="center")
console.rule("[i]rule")
print(output.getvalue())
plain = Console(file=io.StringIO(), width=40, record=True, _environ={})
plain.print("wrapped text that is longer than forty columns wide is folded", {"a": 1})
print(plain.export_text())
