"""XML as dicts and back."""

import xmltodict

TEXT = """<?xml version="1.0"?>
<root xmlns:x="http://x" id="1"><!-- note --><item n="1">a &amp; b</item><item>c</item><x:empty/><deep><y><z>5</z></y></deep>text</root>"""
found = xmltodict.parse(TEXT)
print(found)
print(xmltodict.parse(TEXT, process_namespaces=True, namespaces={"http://x": "short"}))
print(
    xmltodict.parse(TEXT, force_list=("z",), attr_prefix="!", cdata_key="text", dict_constructor=dict)["root"]["deep"]
)
print(xmltodict.unparse({"a": {"@k": "v<", "b": ["1", None, {"#text": "t", "@x": "y"}], "c": True}}, pretty=True))
xmltodict.parse(
    "<a><b i='1'>x</b><b i='2'>y</b></a>", item_depth=2, item_callback=lambda path, item: print(path, item) or True
)
print(xmltodict.parse("<a>1</a>", postprocessor=lambda path, key, value: (key, int(value))))
for wrong in ("<a><b></a>", "", "<a>&x;</a>"):
    try:
        print(xmltodict.parse(wrong))
    except Exception as error:
        print(type(error).__name__, error)
