class Field:
    def __set_name__(self, owner, name):
        self.name = name
        owner.fields = getattr(owner, "fields", ()) + (name,)


class Model:
    a = Field()
    b = Field()
    c = 5


print(Model.fields, Model.a.name)
Model.late = Field()
print(hasattr(Model.late, "name"))


class Bad:
    def __set_name__(self, owner, name):
        raise ValueError("bad name")


try:
    class X:
        bad = Bad()
except (ValueError, RuntimeError) as e:
    print("raised", isinstance(e, (ValueError, RuntimeError)))
f = Field()


class Two:
    p = q = f


print(f.name, Two.fields)
