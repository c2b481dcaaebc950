# python: 3.14
# Templates and their parts, made by hand.
from string.templatelib import Interpolation, Template, convert

name = "world"
template = t"hello {name!r:>10} and {1 + 1}!"
print(type(template) is Template, template.strings, [part.value for part in template.interpolations])
part = template.interpolations[0]
print(isinstance(part, Interpolation), part.expression, part.conversion, part.format_spec, convert(part.value, part.conversion))
print(convert("\xe9", "a"), convert(5, "s"), convert(5, None))
made = Template("a", Interpolation(5, "x", None, ".2f"), "b", "c")
print(made.strings, made.values, [*made], made)
print((made + t"end").strings)
for wrong in (lambda: Template(5), lambda: Interpolation(1, "x", "q"), lambda: made + "text"):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__)
