"""Large letters made of small ones."""

from pyfiglet import Figlet, FigletFont, figlet_format

print(
    figlet_format("Hello"),
    figlet_format("Ab 1", font="slant"),
    Figlet(font="banner", width=40, justify="center").renderText("wrap it"),
)
print("standard" in FigletFont.getFonts(), Figlet(font="small", direction="right-to-left").renderText("abc"))
