"""The opposite of str.format()."""

import parse

print(
    parse.parse("It's {}, I love it!", "It's spam, I love it!"), parse.parse("{name:w} is {age:d}", "Bob is 42").named
)
for pattern, text in (
    ("{:d}", "0x1F"),
    ("{:f}", "-3.5e2"),
    ("{:ti}", "2011-02-03T10:20:30Z"),
    ("{:tg}", "20/1/1972 10:21:36 PM"),
    ("{:%}", "12%"),
    ("{:>}{:d}", "  x5"),
    ("{:.2}{}", "abc"),
    ("{a}{a}", "xx"),
    ("{:tt}", "10:21 AM"),
):
    print(pattern, parse.parse(pattern, text))
print(
    parse.search("age: {:d}\n", "name: Rufus\nage: 42\ncolor: red\n").fixed,
    [r[0] for r in parse.findall(">{}<", "<p>the <b>bold</b> text</p>")],
)
yes = parse.with_pattern(r"yes|no")(lambda text: text == "yes")
print(parse.parse("Answer: {:yes}", "Answer: yes", {"yes": yes}), parse.compile("{x:w}.{y:d}").parse("a.5")["y"])
