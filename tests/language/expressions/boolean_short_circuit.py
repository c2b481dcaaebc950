def t(x):
    print("eval", x)
    return x


print(t(0) or t("") or t([]) or t(4) or t(5))
print(t(1) and t("a") and t(()) and t(6))
print(t(0) and t(1) or t(2))
print(not t(0), not t([1]), not not t(""))
print(t(1) if t(0) else t(2))
if t(0) or t(1):
    print("taken")
while not (t(1) and t(1)):
    print("never")
