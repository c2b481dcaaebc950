"""Templates: inheritance, loops, macros, filters, tests, whitespace, escapes, errors."""

import jinja2
from jinja2 import meta
from markupsafe import Markup, escape

sources = {
    "base.html": "<title>{% block title %}Base{% endblock %}</title>{% block body %}{% endblock %}",
    "page.html": """{% extends "base.html" %}{% from "macros.html" import item %}
{% block title %}{{ super() }} of {{ name|title }}{% endblock %}
{% block body %}<ul>
{%- for person in people if person.age > 20 recursive %}
  {{ loop.index }}/{{ loop.length }} {{ item(person.name, odd=loop.index is odd) }}
{%- else %}nobody{% endfor %}</ul>
{% set total = people|sum(attribute="age") %}{{ total }} {{ "%.2f"|format(total / 3) }}{% endblock %}""",
    "macros.html": '{% macro item(text, odd=false) %}<li{% if odd %} class="odd"{% endif %}>{{ text|e }}</li>{% endmacro %}',
}
environment = jinja2.Environment(loader=jinja2.DictLoader(sources), autoescape=True)
people = [{"name": "Ann <a>", "age": 30}, {"name": "Bob", "age": 12}, {"name": "Čeněk & co", "age": 41}]
print(environment.get_template("page.html").render(name="the shop", people=people))


def run(source, **values):
    try:
        print(repr(environment.from_string(source).render(**values)))
    except jinja2.TemplateError as error:
        print(type(error).__name__, error, getattr(error, "lineno", "-"))


run("{{ [3, 1, 2]|sort|join(', ') }} {{ 'abc'|upper|reverse }} {{ {'b': 1, 'a': 2}|dictsort }}")
run("{% for a, b in x|groupby('k') %}{{ a }}:{{ b|map(attribute='v')|list }} {% endfor %}", x=[{"k": 1, "v": 2}, {"k": 1, "v": 3}, {"k": 0, "v": 4}])
run("{{ missing }}|{{ missing|default('none') }}|{{ missing is defined }}|{{ 5 is divisibleby 5 }}")
run("{% set ns = namespace(n=0) %}{% for i in range(5) %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }}")
run("{{ '<b>' }} {{ '<b>'|safe }} {{ html }}", html=Markup("<i>%s</i>") % "&")
run("{% filter upper %}x{{ 1 if no else 'y' }}{% endfilter %}{# gone #}{% raw %}{{ raw }}{% endraw %}")
run("{{ 'a b c'.split()|batch(2, '-')|list }} {{ text|wordwrap(7) }} {{ text|truncate(8) }}", text="some longer text")
run("{{ missing.attribute }}")
run("{% for x in %}")
run("line\n{% if a %}")
run("{{ 1 // 0 if false else 2 ** 10 }} {{ 'x' ~ 1 ~ none }} {{ x[1:] }}", x="cut")
print(escape("<'\">"), Markup("<p>a &amp; b</p>").striptags(), Markup("a").join(["<", Markup("<")]))
template = environment.from_string("{% for i in items %}{{ i }};{% endfor %}")
tree = environment.parse("{{ a }}{% set b = c %}")
print(list(template.generate(items=range(3))), sorted(meta.find_undeclared_variables(tree)))
strict = jinja2.Environment(undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, line_statement_prefix="#")
print(strict.from_string("# for i in range(2)\n  row {{ i }}\n# endfor\n").render())
try:
    strict.from_string("{{ nope }}").render()
except jinja2.UndefinedError as error:
    print("UndefinedError", error)
