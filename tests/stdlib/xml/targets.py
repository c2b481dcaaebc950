import io
import xml.etree.ElementTree as ET

builder = ET.TreeBuilder()
builder.start("a", {"x": "1"})
builder.data("te")
builder.data("xt")
builder.start("b", {})
builder.end("b")
builder.end("a")
print(ET.tostring(builder.close()))
instruction = ET.ProcessingInstruction("target", "some text")
print(instruction.tag is ET.ProcessingInstruction, ET.PI is ET.ProcessingInstruction, ET.tostring(instruction))
print([child.tag for child in ET.parse(io.StringIO("<a><b/><c/></a>")).getroot()])
out = []
ET.XMLParser(target=ET.C14NWriterTarget(out.append)).feed("<b y='2' x='1'><!-- gone --><c/></b>")
print("".join(out))
parser = ET.XMLParser()
print(parser.version[:6], parser.entity, type(parser.target).__name__)
try:
    ET.Element("a").remove(ET.Element("b"))
except ValueError as error:
    print("ValueError")
