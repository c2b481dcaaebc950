# stdin: a b\nc\n
import sys
text = sys.stdin.read()
print(text.split(), len(text))
