# status: 1
# stderr: yes
# python: 3.13
class Outer:
    class Inner(Exception):
        def __str__(self):
            return "line one\nline two"


raise Outer.Inner("ignored")
