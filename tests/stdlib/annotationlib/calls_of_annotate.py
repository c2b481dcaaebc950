# python: 3.14
# Functions that give annotations, called for each format.
from annotationlib import Format, call_annotate_function, call_evaluate_function


def function(a: int, b: "text", c: missing): ...


annotate = function.__annotate__
for form in (Format.FORWARDREF, Format.STRING):
    found = call_annotate_function(annotate, form)
    print(form.name, {name: type(value).__name__ if name == "c" else value for name, value in found.items()})
try:
    call_annotate_function(annotate, Format.VALUE)
except NameError as error:
    print(error)
type Alias = list[unknown]
print(call_evaluate_function(Alias.evaluate_value, Format.STRING))
