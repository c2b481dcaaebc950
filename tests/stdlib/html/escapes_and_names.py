import html, html.entities as e

print(
    html.escape("<a href='x'>&\"</a>"),
    html.escape("'\"<", quote=False),
    html.escape("", False),
    html.__all__,
    e.__all__,
)
for t in [
    "plain",
    "&amp;&lt;",
    "&notit;",
    "&notin;",
    "&notin",
    "&amp",
    "&ampx",
    "&#65;&#x42;&#X43",
    "&#128;&#x81;&#0;&#xD800;&#x110000;&#1;&#xfdd0;&#xffff;&#x1fffe;",
    "&#13;&#12;&#127;&#9;&#11;",
    "&",
    "& ",
    "&;",
    "&#;",
    "&#x;",
    "&nosuch;",
    "&NotEqualTilde;",
    "&copy2",
    "&eacute&Eacute;",
    "&&amp;&",
    "&#99999999999999999999;",
    "&a\nb",
    "&" + "a" * 40 + ";",
    "&lang;&rang;",
    "&CounterClockwiseContourIntegral;",
    "&#38;amp;",
    "&#1234",
    "&ThickSpace;x",
]:
    print(ascii(html.unescape(t)))
print(len(e.html5), len(e.name2codepoint), len(e.codepoint2name), len(e.entitydefs))
print(
    hash(tuple(sum(map(ord, k + v)) for k, v in sorted(e.html5.items()))),
    sum(e.name2codepoint.values()),
    list(e.entitydefs.items())[:3],
)
print(
    e.html5["amp"],
    e.html5["amp;"],
    "lang" in e.html5,
    ascii(e.html5["lang;"]),
    e.name2codepoint["lang"],
    e.codepoint2name[233],
)
