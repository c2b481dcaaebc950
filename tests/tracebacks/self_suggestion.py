# python: 3.13
# stderr: yes
# status: 1
# A name that self has as an attribute is suggested.
class Class:
    def __init__(self):
        self.value = 1

    def method(self):
        return value


Class().method()
