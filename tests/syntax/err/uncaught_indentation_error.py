# status: 1
# stderr: yes
# python: 3.13
if True:
print("x")
