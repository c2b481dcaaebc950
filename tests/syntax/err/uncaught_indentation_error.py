# status: 1
# stderr: yes
if True:
print("x")
