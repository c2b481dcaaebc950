"""CommonMark as tokens and HTML, with tables and rules of one's own."""

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

TEXT = """\
# Title

Some *text* **strong** `code` ~~gone~~ [link](<a b> "t") ![i](x.png) &copy; \\* <b>x</b>
hard  
break https://example.org

- a
- b
  1. c

> quote

| a | b |
|--:|---|
| 1 | 2 |

```py
x < 1
```
***
"""
commonmark = MarkdownIt()
print(commonmark.render(TEXT))
markdown = MarkdownIt("js-default", {"html": False, "typographer": True}).enable(["replacements", "smartquotes"])
print(markdown.render(TEXT + '\n"quotes" (c) -- x...\n'))
tokens = commonmark.enable("table").parse("a *b*\n\n- c")
print([(token.type, token.tag, token.nesting, token.level, token.map) for token in tokens])
print(SyntaxTreeNode(tokens).pretty(indent=2))
markdown.add_render_rule("heading_open", lambda self, tokens, index, options, env: "<H>")
print(markdown.render("# x"), markdown.renderInline("*y*"), commonmark.get_active_rules()["inline"])
