# status: 1
# stderr: yes
print("never printed")
value = (1 +
         2 3)
