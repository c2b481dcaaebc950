# The words that are no names, and those that mean something in some places only.
import keyword

print(keyword.kwlist)
print(keyword.softkwlist)
for word in ("if", "None", "none", "match", "case", "type", "_", "", "print"):
    print(repr(word), keyword.iskeyword(word), keyword.issoftkeyword(word))
