# python: 3.13
# A keyword that a builtin function does not know may be meant to be another one.
def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except TypeError as error:
        print(error)


attempt(sorted, [1], ky=1)
attempt(int, "1", bas=2)
attempt([].sort, revers=1)
attempt(open, "x", mod="r")
attempt(max, [1], ke=1)
attempt("a".split, se=1)
attempt(sum, [], star=1)
attempt("x".encode, encodin="a")
attempt(enumerate, [], strt=1)
attempt(zip, stric=1)
attempt(str, objet=1)
attempt(bytes, sourc=1)
attempt(complex, rel=1)
attempt(property, fgt=1)
attempt(compile, "", "", "exec", flag=1)
attempt(eval, "1", global_=1)
attempt(round, 1.5, ndigit=1)
attempt((1).to_bytes, lenth=1)
attempt(b"".decode, encodng=1)
attempt(print, 1, nothing_like_it=1)
attempt(len, obj=[])
