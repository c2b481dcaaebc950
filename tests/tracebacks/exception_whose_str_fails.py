# status: 1
# stderr: yes
# python: 3.13
class Bad(Exception):
    def __str__(self):
        raise RuntimeError("no text")


raise Bad("x")
