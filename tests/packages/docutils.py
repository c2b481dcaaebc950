"""reStructuredText as HTML and as a tree, with tables, directives, roles and messages."""

from docutils.core import publish_doctree, publish_parts, publish_string

TEXT = """\
=====
Title
=====

:Author: A
:Version: 1

A *paragraph* with **strong**, ``code``, a link_ and a note [1]_, |sub|.

.. _link: https://example.org
.. |sub| replace:: substituted
.. [1] The footnote.

Section
-------

1. one
2. two

   - inner

term
  definition

.. note:: Be *careful*.

.. code:: python

   x = 1

.. image:: a.png
   :alt: picture

+---+-------+
| a | b     |
+===+=======+
| 1 | - x   |
+---+-------+

===  ===
 c    d
===  ===
 1    2
===  ===

:math:`x^2` and :sub:`2`. ::

    literal

>>> doctest
"""
settings = {"report_level": 5, "syntax_highlight": "none", "embed_stylesheet": False, "_disable_config": True, "datestamp": None}
parts = publish_parts(TEXT, writer="html5", settings_overrides=settings)
print(parts["title"])
print(parts["body"])
print(publish_doctree(TEXT, settings_overrides=settings).pformat()[:1500])
tree = publish_doctree("a `broken\n\n.. nope:: x\n", settings_overrides=settings)
print(publish_string("*hi*", writer="pseudoxml", settings_overrides=settings).decode())
print(tree.pformat())
