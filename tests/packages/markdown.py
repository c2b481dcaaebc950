"""Markdown as HTML with its extensions."""

import markdown

TEXT = """\
Title {#top}
=====

[TOC]

Some *text*, **strong** and `code` & more <b>html</b>. A [link][ref] and ![image](a.png "T").

[ref]: https://example.org "Example"

## Second *heading*

* one
* two

    para in two

1. first
1. second

> quote

```python
print("<x>")
```

    indented

| a | b |
|---|:-:|
| 1 | 2 |

Term
:   Definition

HTML[^1] abbreviation.

[^1]: A footnote.
*[HTML]: Hyper Text

!!! note "Careful"
    Body.

<div markdown="1">
*inside*
</div>
"""
print(markdown.markdown(TEXT))
converter = markdown.Markdown(extensions=["extra", "toc", "admonition", "sane_lists", "smarty", "nl2br", "meta"])
print(converter.convert("author: A\n        B\n\n" + TEXT))
print(converter.Meta, converter.toc, converter.toc_tokens)


class Upper(markdown.treeprocessors.Treeprocessor):
    def run(self, root):
        for heading in root.iter("h1"):
            heading.text = heading.text.upper()


converter = markdown.Markdown()
converter.treeprocessors.register(Upper(converter), "upper", 5)
print(converter.convert("# hi"), markdown.markdown("a <script>alert(1)</script> &copy; \\*x\\*"))
