# requires: files
# strptime() warns of days without a year: the 29th of February is not in each.
import time
import warnings
from datetime import datetime


def ask(parse, text, format):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        parse(text, format)
    for warning in seen:
        print(format, warning.category.__name__, warning.filename == __file__)
        print(str(warning.message).splitlines()[0])
    if not seen:
        print(format, "-")


ask(time.strptime, "1 2", "%d %m")
ask(time.strptime, "29 2", "%d.%m".replace(".", " "))
ask(datetime.strptime, "Nov 16", "%b %d")
ask(time.strptime, "1 2 20", "%d %m %y")
ask(time.strptime, "1 2 2020", "%d %m %Y")
ask(time.strptime, "2", "%m")
ask(time.strptime, "60", "%j")
for text, format in (("", "%Q"), ("5", "%"), ("x", "%d %Y")):
    try:
        time.strptime(text, format)
    except ValueError as error:
        print(error, error.__suppress_context__)
