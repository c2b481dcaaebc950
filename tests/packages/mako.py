"""Templates that are compiled to Python."""

from mako.exceptions import MakoException, text_error_template
from mako.lookup import TemplateLookup
from mako.template import Template

text = """<%! import math %>\\
<%def name="row(items)">
% for item in items:
${item | h},\\
% endfor
</%def>\\
Hello ${name | u}! ${math.floor(2.7)}
% for i in range(3):
  ${loop.index}: ${"even" if i % 2 == 0 else "odd"} ${loop.last}
% endfor
<%
    total = sum(range(5))
%>\\
${row(["<a>", "b"])} ${total}
## a comment
<%text>${raw}</%text>
% if name == "x":
no
% elif len(name) > 2:
yes \\
joined
% endif
"""
print(Template(text).render(name="a b"))
lookup = TemplateLookup()
lookup.put_string("base", "<<${self.title()}>> ${next.body()} <%def name='title()'>base</%def>")
lookup.put_string(
    "page", "<%inherit file='base'/><%def name='title()'>page</%def>content ${x}<%include file='part' args='y=5'/>"
)
lookup.put_string("part", "<%page args='y'/>[${y}]")
print(lookup.get_template("page").render(x=1))
for wrong in ("${", "% for x in y:\n", "<%def>", "<%nothing/>"):
    try:
        Template(wrong)
    except MakoException as error:
        print(type(error).__name__, str(error)[:60])
try:
    Template("${missing + 1}", strict_undefined=True).render()
except NameError as error:
    print(error, bool(text_error_template()))
print(Template("<%block name='b'>in ${x}</%block>", default_filters=["str", "trim"]).render_unicode(x=" y "))
