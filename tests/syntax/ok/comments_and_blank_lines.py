# A comment first.

    # An indented comment.
x = 1  # trailing


def f():

    # inside

    return (  # in brackets
        1
        # between

        + 2
    )
    # after return

# at the left
    # and not


print(f(), x)
if x:
    pass
# comment at a lower level
    print("still inside")
"""string statement""" ; print("#not a comment") # comment
print(r"""# neither
# this""")
