# status: 7
import sys
try:
    print("before")
    sys.exit(7)
finally:
    print("finally runs")
