"""Names and numbers of colours."""

import webcolors

print(
    webcolors.name_to_hex("Navy"),
    webcolors.hex_to_name("#daa520"),
    webcolors.hex_to_rgb("#fff"),
    webcolors.rgb_to_hex((255, 0, 128)),
)
print(
    webcolors.name_to_rgb_percent("orange"),
    webcolors.rgb_percent_to_rgb(("50%", "0%", "100%")),
    webcolors.normalize_hex("#AbC"),
    webcolors.html5_parse_legacy_color("chucknorris"),
)
for action in (
    lambda: webcolors.name_to_hex("nothing"),
    lambda: webcolors.hex_to_rgb("#12"),
    lambda: webcolors.hex_to_name("#123456"),
):
    try:
        print(action())
    except ValueError as error:
        print(error)
print(
    len(webcolors.names("css3")),
    webcolors.html5_parse_simple_color("#ff0080"),
    webcolors.html5_serialize_simple_color((1, 2, 3)),
)
