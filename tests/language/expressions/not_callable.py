class C:
    pass


for thing in (5, None, "s", [], C(), ..., 1.5, (), {}, NotImplemented):
    try:
        thing()
    except TypeError as e:
        print(e)
