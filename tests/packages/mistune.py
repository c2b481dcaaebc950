"""Markdown as HTML, with tables, footnotes and other extensions, and as a tree."""

import mistune

TEXT = """\
Title
=====

Some *emphasis*, **strong**, `code`, ~~gone~~ and a [link](https://example.org "title") <b>html</b>.
A line with a break\\
and https://example.org/x?y=1&z=2.

1. one
2. two
   - inner
   - [x] done

> quote
> more

```python
print("<a>")
```

| a | b |
|---|--:|
| 1 | 2 |

Note[^1] and ![image](a.png).

[^1]: The *note*.

***
[ref]: http://example.com/ 'T'
[ref] &copy; &amp; <https://auto.link>
"""
print(mistune.html(TEXT))
markdown = mistune.create_markdown(plugins=["strikethrough", "footnotes", "table", "url", "task_lists", "def_list", "abbr"])
print(markdown(TEXT))
for token in mistune.create_markdown(renderer="ast")("# A\n\ntext *em* `c`\n\n- x\n"):
    print(token)


class Shouting(mistune.HTMLRenderer):
    def heading(self, text, level, **attributes):
        return f"<h{level}>{text.upper()}!</h{level}>\n"


print(mistune.create_markdown(renderer=Shouting())("## hi *you*"))
