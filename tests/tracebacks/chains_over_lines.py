# Chains of calls over several lines: the marks say which link is meant.
# stderr: yes
import collections
import sys


class Link:
    def step(self):
        return self

    def fail(self, *args):
        raise ValueError("fail")


link = Link()


def call():
    return (link
            .step()
            .fail(1,
                  2))


def attribute():
    return (link
            .step
            .nosuch)


def store():
    (link
        .step()
        .nosuch.more) = 3


def delete():
    del (link
         .step()
         .nosuch)


def add():
    (link
     .step()
     .nosuch) += 1


def behind_arguments():
    return link.step(
    ).nosuch


def function_in_brackets():
    return (link
            .fail)(1, 2)


def of_the_library():
    return collections.Conter()


for function in (call, attribute, store, delete, add, behind_arguments, function_in_brackets, of_the_library):
    try:
        function()
    except Exception as error:
        error.__traceback__ = error.__traceback__.tb_next
        sys.excepthook(type(error), error, error.__traceback__)
