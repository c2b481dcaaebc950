for text in ("-'a'", "+[]", "~1.5", "-None", "~'x'", "not 'x'", "-{}", "+()"):
    try:
        print(eval(text))
    except TypeError as e:
        print(text, "|", e)
