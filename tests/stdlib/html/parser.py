# python: 3.14
# slow: parses each document letter by letter
from html.parser import HTMLParser


class P(HTMLParser):
    def __getattribute__(s, n):
        if n.startswith("handle_") or n == "unknown_decl":
            return lambda *a: print("  ", n, a, s.getpos(), s.get_starttag_text() if "start" in n else "")
        return super().__getattribute__(n)


docs = [
    "<p>hi</p>",
    "<a href='x' b=c d e='&lt;&amp;q' F=\"1>2\">t</a>",
    "<br/><img src=x/>",
    "a&lt;b&amp;c&#65;&#x41;&foo;&notit;&copy",
    "<!-- c --><!DOCTYPE html><?pi x?><![CDATA[x]]><!foo>",
    "<script>a<b>'</script><style>x</b></style>",
    "<p <b>x",
    "</p x='1'>",
    "</>",
    "</ x>",
    "<",
    "a<b",
    "a < b",
    "&",
    "a&b",
    "&#",
    "&#x",
    "<a",
    "<a b",
    "<a b='",
    "<!--",
    "<!-- x",
    "<!-- x --",
    "<!-->",
    "<!--->",
    "<!--a--!>",
    "<?",
    "<? x",
    "<!",
    "<!x",
    "</",
    "</a",
    "<a/b/c>",
    "<a b=1 b=2>",
    "<a =x>",
    "<A B=C>",
    "<textarea><b></textarea>",
    "<title>a&amp;b<i></title>",
    "<script/>x</script>",
    "<a\nb\n=\n'c'\n>\nd",
    "<é>",
    "<1>",
    "<a'b>",
    "<a b='1'c='2'>",
    "<a b=`x`>",
    "<![if x]>",
    "<!>",
    "<!-->x-->",
    "&amp",
    "&ampx",
    "&#65x",
    "<script>&amp;</SCRIPT >y",
    "<script>x</scriptx></script",
    "<plaintext>a<b>",
    "<![CDATA[a>b]]>c",
    "<a href=/x/>",
    "<a/>",
    "<a / >",
    "<p>&nbsp;&notanentity;</p>",
]
for c in (True, False):
    for d in docs:
        print(c, repr(d))
        p = P(convert_charrefs=c)
        p.feed(d)
        print("  --")
        p.close()
        print(c, repr(d), "by one")
        p = P(convert_charrefs=c)
        for ch in d:
            p.feed(ch)
        p.close()
p = HTMLParser()
print(p.rawdata, p.lasttag, p.CDATA_CONTENT_ELEMENTS, p.cdata_elem, p.convert_charrefs)
p.feed("<a>")
print(p.getpos(), p.get_starttag_text())
p.reset()
print(p.getpos(), p.get_starttag_text())
