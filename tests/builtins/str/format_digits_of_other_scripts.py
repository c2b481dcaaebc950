# Widths and precisions may be written in the digits of any script; a fill character stays what it is.
print(format(7, "\u0665d"), format(2.5, "\u0668.\u0663f"), format("ab", "\u0665s"), format("ab", "\u0661<\u0664"))
print(ascii(format(7, "\u0661>3")), f"{3:\uff15}", "{:\u0967\u0968}".format("x") + "|")
