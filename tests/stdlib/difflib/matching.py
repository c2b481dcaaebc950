# Runs that two sequences share, opcodes, ratios and close matches, with junk and without.
import difflib
import random
from difflib import SequenceMatcher


def attempt(function, *args, **options):
    try:
        return repr(function(*args, **options))
    except Exception as error:
        return f"{type(error).__name__} {error}"


def about(matcher):
    return (
        matcher.get_matching_blocks(),
        list(matcher.get_opcodes()),
        list(matcher.get_grouped_opcodes(1)),
        matcher.ratio(),
        matcher.quick_ratio(),
        matcher.real_quick_ratio(),
    )


pairs = [
    ("", ""),
    ("a", ""),
    ("", "a"),
    ("abc", "abc"),
    ("qabxcd", "abycdf"),
    (" abcd", "abcd abcd"),
    ("private Thread currentThread;", "private volatile Thread currentThread;"),
    ("aaaa", "aa"),
    ("abcabc", "cba"),
    ([1, 2, 3], (2, 3, 4)),
    ("a" * 50 + "b", "b" + "a" * 50),
]
for a, b in pairs:
    for junk in None, lambda item: item == " ", str.isalpha if isinstance(a, str) else None:
        matcher = SequenceMatcher(junk, a, b)
        print(
            about(matcher),
            sorted(map(str, matcher.bjunk)),
            {key: value[:5] for key, value in matcher.b2j.items()},
        )
chance = random.Random(7)
for _ in range(60):
    a = "".join(chance.choices("abcd ", k=chance.randrange(30)))
    b = "".join(chance.choices("abcd ", k=chance.randrange(30)))
    matcher = SequenceMatcher(difflib.IS_CHARACTER_JUNK, a, b)
    print(
        matcher.get_opcodes(),
        round(matcher.ratio(), 6),
        matcher.find_longest_match(1, len(a) // 2 + 1, 0, len(b)) if a else "",
    )
a, b = [chance.choice("ab") + str(chance.randrange(40)) for _ in range(300)], [
    chance.choice("ab") + str(chance.randrange(40)) for _ in range(300)
]
for autojunk in True, False:
    matcher = SequenceMatcher(None, a, b, autojunk)
    print(sorted(matcher.bpopular), matcher.get_matching_blocks()[:20], matcher.ratio())
matcher = SequenceMatcher(b="abcd")
for word in "abce", "", "abcd":
    matcher.set_seq1(word)
    print(matcher.ratio(), matcher.find_longest_match())
matcher.set_seq2("xyz")
print(matcher.ratio(), matcher.get_opcodes(), matcher.find_longest_match())
words = ["ape", "apple", "peach", "puppy", "appel", "applet", "APPLE"]
print(
    difflib.get_close_matches("appel", words),
    difflib.get_close_matches("appel", words, 1),
    difflib.get_close_matches("appel", words, 10, 0),
    difflib.get_close_matches("x", words),
    difflib.get_close_matches("apple", iter(words), n=2, cutoff=0.9),
    difflib.get_close_matches([1, 2], [[1, 2], [2]]),
)
print(
    attempt(difflib.get_close_matches, "a", words, 0),
    attempt(difflib.get_close_matches, "a", words, 1, 2),
    attempt(difflib.get_close_matches, "a", words, 1, -0.1),
)
print(
    [difflib.IS_LINE_JUNK(line) for line in ("", " \n", "#", " # \n", "##", "a", "# a")],
    [difflib.IS_CHARACTER_JUNK(each) for each in " \t\nx"],
    difflib.IS_CHARACTER_JUNK("x", "xy"),
    difflib.Match(1, 2, 3),
    SequenceMatcher[str],
    sorted(difflib.__all__),
)
