"""Texts sorted as people sort them."""

from natsort import humansorted, natsort_keygen, natsorted, ns, order_by_index, index_natsorted

names = ["a10", "a2", "A1", "b-3.5", "b-3.15", "b 2", "ä1", "10", "9", "1.10", "1.9", "x/y10.txt", "x/y9.txt"]
print(
    natsorted(names),
    natsorted(names, alg=ns.IGNORECASE),
    natsorted(names, alg=ns.REAL),
    natsorted(names, reverse=True),
    sep="\n",
)
print(
    natsorted(["f/10", "f (1)/5", "f/9"], alg=ns.PATH),
    natsorted([5, "3", 4.5, "x"]),
    natsorted([["a10", "b"], ["a9", "c"]]),
)
print(
    sorted(names, key=natsort_keygen(key=str.lower)),
    order_by_index(names, index_natsorted(names))[:3],
    humansorted(["b", "a10", "a9"]),
)
