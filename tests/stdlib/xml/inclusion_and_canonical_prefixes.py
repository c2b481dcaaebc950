# ElementInclude; prefixes of canonical documents; attributes that are made of words; iterators of events that are closed.
import io
import xml.etree.ElementTree as ET
from xml.etree import ElementInclude

SPACE = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
documents = {
    "a": f'<a {SPACE}>one <xi:include href="b"/> two <xi:include href="t" parse="text"/> three</a>',
    "b": f'<b {SPACE}><xi:include href="t" parse="text"/> and <c/><xi:include href="t" parse="text" encoding="latin-1"/>!</b>',
    "t": "text",
    "first": f'<a {SPACE}><xi:include href="t" parse="text"/>.</a>',
    "self": f'<a {SPACE}><xi:include href="self"/></a>',
    "loose": f"<a {SPACE}><xi:fallback/></a>",
    "kind": f'<a {SPACE}><xi:include href="a" parse="image"/></a>',
    "none": f'<a {SPACE}><xi:include href="gone"/></a>',
    "no_text": f'<a {SPACE}><xi:include href="gone" parse="text"/></a>',
    "deep": f'<a {SPACE}><xi:include href="a"/></a>',
}


def load(href, parse, encoding=None):
    text = documents.get(href)
    return text if text is None or parse == "text" else ET.fromstring(text)


for name in documents:
    if name == "t":
        continue
    for depth in (6, None, 1):
        tree = ET.ElementTree(ET.fromstring(documents[name]))
        try:
            ElementInclude.include(tree, loader=load, max_depth=depth)
            print(name, depth, ET.tostring(tree.getroot()).decode())
        except ElementInclude.FatalIncludeError as error:
            print(name, depth, type(error).__name__, error)
for depth in (-1, -5):
    try:
        ElementInclude.include(ET.Element("a"), max_depth=depth)
    except ValueError as error:
        print(error)
print(ElementInclude.XINCLUDE_INCLUDE, ElementInclude.XINCLUDE_FALLBACK, ElementInclude.DEFAULT_MAX_INCLUSION_DEPTH)

for text in (
    "<doc><a x='1'/></doc>",
    '<a:foo xmlns:a="http://a" xmlns:b="http://b"><b:bar att="1" b:att2="3"/><b:bar/><baz/></a:foo>',
    '<foo xmlns:a="http://z3" a:att1="val1" xmlns="http://z0" ><a:bar xml:space="preserve"/></foo>',
):
    print(ET.canonicalize(text, rewrite_prefixes=True))
kinds = "<!DOCTYPE a [<!ATTLIST a i ID #IMPLIED n NMTOKENS #IMPLIED c CDATA #IMPLIED>]>"
print(ET.fromstring(kinds + "<a i='  x ' n=' p   q\n&#10; r ' c='  s   t '/>").attrib)

events = ET.iterparse(io.BytesIO(b"<a><b/></a>"))
print(events.root, next(events)[1].tag)
events.close()
print(next(events, "over"))
element = ET.fromstring("<r><bar/></r>")
element[0].text = 0
print(repr(element.findtext("bar")), repr(element.findtext("./bar")), repr(element.findtext("none", 5)))
