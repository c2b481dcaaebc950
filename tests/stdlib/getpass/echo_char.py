# python: 3.14
# What may be shown for each character.
import getpass

for wrong in 5, "ab", "", "é", "\n":
    try:
        getpass.getpass(echo_char=wrong)
    except Exception as error:
        print(type(error).__name__, error)
