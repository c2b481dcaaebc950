# slow: reads and writes many documents
# python: 3.14
import xml.etree.ElementTree as ET, io, copy, pickle


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, getattr(e, "code", ""), getattr(e, "position", ""))


r = ET.fromstring(
    "<?xml version='1.0'?>\n<!-- c --><a x='1' y='&lt;&#65;\n'><b>te&amp;xt<c/></b>tail<d z=''>&#x41;<![CDATA[<raw>]]></d><?pi da ta?></a>\n"
)
print(ET.tostring(r), r.attrib, [e.tag for e in r.iter()], list(r.itertext()))
for bad in [
    "",
    " ",
    "<a>",
    "<a></b>",
    "<a><b></a>",
    "<a",
    "<a b>",
    "<a b=>",
    "<a b=c>",
    "<a b='1' b='2'/>",
    "<a/><b/>",
    "x",
    "<a>&foo;</a>",
    "<a>&foo</a>",
    "<a>& b</a>",
    "<a>]]></a>",
    "<a>\x01</a>",
    "<a><!-- -- --></a>",
    "<a><![CDATA[x</a>",
    "<a b='<'/>",
    "<a x:y='1'/>",
    "<x:a/>",
    "<a><?xml version='1.0'?></a>",
    " <?xml version='1.0'?><a/>",
    "<?xml?><a/>",
    "<a>&#0;</a>",
    "<a>&#x110000;</a>",
    "<1/>",
    "<a/>x",
    "<a",
    "<a x='1",
    "<a></a",
    "<a><",
    "<a>&",
    "<!DOCTYPE a><a/>",
    "<!DOCTYPE a [<!ENTITY e 'v'>]><a b='&e;'>&e;<b/></a>",
    "<!DOCTYPE a [<!ENTITY e '&e;'>]><a>&e;</a>",
    "<!DOCTYPE a SYSTEM 'x'><a>&u;</a>",
    "<a xmlns:p=''/>",
    "<a xmlns:xml='x'/>",
    "<a b = '1'   c=\"2\" />",
    "<a b='1'c='2'/>",
    "<a\n\n>\n</b>",
    "<é/>",
    "<!DOCTYPE a [<!ATTLIST a d CDATA 'v'>]><a/>",
    "<!ELEMENT a>",
    "</a>",
    "<a></a></a>",
    "<a/ >",
    "<a>\r\nb\rc\n</a>",
    "<a b='x\r\ny\tz'/>",
]:
    t(lambda: (bad, ET.tostring(ET.fromstring(bad))))
for b in [
    b"\xef\xbb\xbf<a>\xc3\xa9</a>",
    "<a>é</a>".encode("utf-16"),
    b"<?xml version='1.0' encoding='latin-1'?><a>\xe9</a>",
    b"<a>\xe9</a>",
    b"<?xml version='1.0' encoding='nope'?><a/>",
    "<?xml version='1.0' encoding='utf-16'?><a>é</a>".encode("utf-16-le"),
]:
    t(lambda: ET.tostring(ET.fromstring(b)))
n = ET.fromstring(
    "<p:a xmlns:p='http://p' xmlns='http://d' p:x='1' y='2'><b/><p:c xmlns:p='http://q'/></p:a>"
)
print([e.tag for e in n.iter()], n.attrib)
print(ET.tostring(n))
t(lambda: ET.tostring(n, default_namespace="http://d"))
ET.register_namespace("pp", "http://p")
print(ET.tostring(n, "unicode"))
t(lambda: ET.register_namespace("ns1", "u"))
x = ET.fromstring("<r><a i='1'><b>x</b></a><a i='2'><b>y</b><c/></a><d><a i='3'/></d></r>")
for p in [
    "a",
    "*",
    ".//a",
    ".//*",
    "a/b",
    "a[1]",
    "a[last()]",
    "a[last()-1]",
    "a[@i]",
    "a[@i='2']",
    "a[@i!='2']",
    "a[b]",
    "a[b='x']",
    "a[b!='x']",
    ".//b[.='y']",
    ".//a/..",
    "./a/./b",
    "a[0]",
    "/a",
    "a[@i=1]",
    "//a",
    "a//",
    "d/",
    "{*}a",
    "{}a",
    "{u}a",
    "p:a",
    ".",
    "..",
    "a[c][b='y']",
    "a[2]/b",
    "a[foo()]",
    "a[last()-0]",
    "a[@i='2' ]",
    "a[ b = 'x' ]",
    "@a",
    "a[1][2]",
    "",
]:
    t(lambda: (p, [(e.tag, e.attrib) for e in x.findall(p)]))
t(lambda: x.findtext("a/b"))
t(lambda: x.findtext("q", "def"))
t(lambda: x.findtext("d"))
t(lambda: [e.tag for e in n.findall("q:c", {"q": "http://q"})])
t(lambda: [e.tag for e in n.findall("b", {"": "http://d"})])
e = ET.Element("e", {"k": "v"}, z="&<>\"'\n\t\r")
e.text = '<&>"\r'
s = ET.SubElement(e, "s")
s.tail = "t"
e.append(ET.Comment("co--m"))
e.append(ET.PI("t", "x"))
s2 = ET.SubElement(e, "br")
print(
    ET.tostring(e),
    ET.tostring(e, "utf-8"),
    ET.tostring(e, "unicode", method="html"),
    ET.tostring(e, "latin-1", method="text"),
    ET.tostring(e, short_empty_elements=False),
    ET.tostring(e, encoding="us-ascii", xml_declaration=True),
)
t(lambda: ET.tostring(ET.Element(5)))
t(lambda: ET.tostring(ET.Element("a", {"b": 5})))
q = ET.Element(ET.QName("u", "t"))
q.set(ET.QName("u", "k"), ET.QName("v", "w"))
print(ET.tostring(q), repr(ET.QName("u", "t")), ET.QName("a") == "a", ET.QName("a") < ET.QName("b"))
f = io.BytesIO()
ET.ElementTree(x).write(f, encoding="utf-16")
print(f.getvalue()[:60])
f = io.StringIO()
ET.ElementTree(x).write(f, encoding="unicode", xml_declaration=True)
print(f.getvalue())
ET.indent(x)
print(ET.tostring(x, "unicode"))
ET.dump(x)
for op in [
    lambda: x[0],
    lambda: x[9],
    lambda: x.remove(e),
    lambda: x.append(5),
    lambda: x.insert(0, 5),
    lambda: x.extend([5]),
    lambda: x.__setitem__(0, 5),
    lambda: x[0:1],
    lambda: len(x),
    lambda: ET.SubElement(5, "a"),
    lambda: ET.Element("a", 5),
    lambda: ET.ElementTree(5),
    lambda: ET.tostring(x, method="nope"),
    lambda: copy.deepcopy(x) == x,
    lambda: ET.tostring(pickle.loads(pickle.dumps(x))) == ET.tostring(x),
    lambda: ET.iselement(5),
    lambda: list(x.iter("b"))[0].text,
    lambda: x.get("q", 3),
    lambda: ET.indent(x, level=-1),
]:
    t(lambda: str(op()).split(" at ")[0])
for ev in ET.iterparse(
    io.BytesIO(b"<a xmlns:q='u'><b>1</b><!--c--><?p i?></a>"),
    ("start", "end", "start-ns", "end-ns", "comment", "pi"),
):
    print(
        ev[0],
        (
            getattr(ev[1], "tag", ev[1])
            if ev[0] in ("start", "end")
            else (ev[1] if "ns" in ev[0] else ev[1].text)
        ),
    )
p = ET.XMLPullParser(("start", "end"))
for piece in "<a><b x='1", "'>te", "xt</", "b></a>":
    p.feed(piece)
    print([(k, v.tag) for k, v in p.read_events()])
p.close()
t(lambda: p.feed("x"))


class T:
    def start(s, *a):
        print("start", a)

    def end(s, *a):
        print("end", a)

    def data(s, *a):
        print("data", a)

    def comment(s, *a):
        print("comment", a)

    def doctype(s, *a):
        print("doctype", a)

    def close(s):
        return "closed"


q = ET.XMLParser(target=T())
q.feed("<!DOCTYPE a PUBLIC 'p' 's'><a i='1'>x<!--c-->y&#10;z<b/></a>")
print(q.close())
print(
    ET.XMLID("<a id='1'><b id='2'/></a>")[1].keys(),
    ET.tostringlist(x)[0][:2],
    ET.fromstringlist(["<a>", "</a>"]).tag,
)
for doc in [
    "<a  b='2' a='1'/>",
    "<a><b/>\n<!--x--></a>",
    "<p:a xmlns:p='u' xmlns='d'><b c='1'/><q xmlns=''/></p:a>",
    "<?x y?><a/><!--c-->",
]:
    t(lambda: ET.canonicalize(doc))
    t(lambda: ET.canonicalize(doc, with_comments=True, strip_text=True))
