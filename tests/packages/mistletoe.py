"""Markdown as HTML and as a tree."""

import mistletoe
from mistletoe import Document
from mistletoe.ast_renderer import AstRenderer
from mistletoe.latex_renderer import LaTeXRenderer

TEXT = """# Title

Some *text*, **strong**, `code`, [link](http://x "t"), ![image](a.png) & <b>html</b>.

1. one
2. two
   - inner

> quote

```python
print("<x>")
```

| a | b |
|---|--:|
| 1 | 2 |

[ref]: /url
[ref] ~~gone~~
"""
print(mistletoe.markdown(TEXT))
with LaTeXRenderer() as renderer:
    print(renderer.render(Document(TEXT.splitlines(keepends=True)[:12])))
with AstRenderer() as renderer:
    print(renderer.render(Document(["# T *e*\n"])))
