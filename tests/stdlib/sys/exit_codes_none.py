# status: 0
import sys
try:
    sys.exit()
except SystemExit as e:
    print(repr(e), e.code)
try:
    sys.exit("message")
except SystemExit as e:
    print(repr(e), e.code)
sys.exit(None)
