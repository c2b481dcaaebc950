# status: 1
# stderr: yes
import sys
print("out")
sys.exit("an error message")
