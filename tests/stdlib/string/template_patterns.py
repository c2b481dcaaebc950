# Templates with patterns of their own, and the patterns of those without.
import re
from string import Template


def attempt(function, *args, **options):
    try:
        return repr(function(*args, **options))
    except Exception as error:
        return f"{type(error).__name__} {error}"


class Percent(Template):
    delimiter = "%"


class Dotted(Template):
    idpattern = r"[a-z][a-z.]*"


class Braced(Template):
    braceidpattern = r"[0-9]+"


class Sensitive(Template):
    flags = 0


class Own(Template):
    pattern = r"""
    <(?:(?P<escaped><) | (?P<named>[a-z]+)> | \((?P<braced>[a-z]+)\)> | (?P<invalid>))
    """
    delimiter = "<"


class Below(Own):
    pass


class Long(Template):
    delimiter = "&&"


text = "$x ${x} $$ %x %{x} %% $a.b ${5} $X <x> <(x)> << &&x &&{x} &&&& $"
names = {"x": "X", "a": "A", "a.b": "AB", "5": "five", "X": "big"}
for cls in Template, Percent, Dotted, Braced, Sensitive, Own, Below, Long:
    template = cls(text)
    print(
        cls.__name__,
        template.safe_substitute(names),
        attempt(template.substitute, names),
        template.is_valid(),
        attempt(template.get_identifiers),
    )
    pattern = cls.pattern
    print(
        "  ",
        isinstance(pattern, re.Pattern),
        sorted(pattern.groupindex),
        [match.group() for match in pattern.finditer(text)],
        bool(pattern.flags & re.VERBOSE),
        bool(pattern.flags & re.IGNORECASE),
    )
print(
    attempt(type, "Bad", (Template,), {"pattern": "("})[:12],
    Template("a$b").substitute(b=1),
    Percent("a%b").substitute({"b": 1}),
    attempt(Template("$b").substitute),
    attempt(Template("\n $").substitute),
)
