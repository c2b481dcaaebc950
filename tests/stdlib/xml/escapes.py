from xml.sax.saxutils import escape, quoteattr, unescape

for text in ("", "plain", "<a & b>", "&amp;", "it's", 'say "x"', "both ' and \"", "a\tb\nc\rd", "é"):
    print(repr(text), escape(text), repr(unescape(escape(text))), quoteattr(text), unescape(text))
print(escape("a'b\"c", {"'": "&apos;", '"': "&quot;"}), unescape("&apos;&lt;&quot;", {"&apos;": "'", "&quot;": '"'}))
