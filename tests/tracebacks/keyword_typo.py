# status: 1
# stderr: yes
# python: 3.14
whille True:
    pass
