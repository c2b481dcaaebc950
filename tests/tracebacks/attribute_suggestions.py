# status: 1
# stderr: yes
# python: 3.13
class Shape:
    colour = "red"

    def area(self):
        return 1


Shape().colur
