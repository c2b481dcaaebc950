# python: 3.13
# locals() has parameters first, then variables in the order of the code, then those that inner functions capture.
def function(parameter, captured_parameter, default=2):
    zeta = 1
    captured = 2

    def inner():
        return captured, captured_parameter

    last = 3
    print(list(locals()))
    del last
    print(list(locals()), list(vars()) == list(locals()), dir() == sorted(locals()))

    def sees():
        print(list(locals()), captured, zeta)

    sees()
    locals()["added"] = 1
    print("added" in locals())


function(1, 2)
