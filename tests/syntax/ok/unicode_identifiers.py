é = 1
变量 = 2
Ω_ω = 3
def función(ñ): return ñ * 2
class Größe: größe = 5
print(é, 变量, Ω_ω, función(4), Größe.größe)
ﬁ = "ligature"
print(fi)
ª = 1
print(a if False else globals().get("a"))
print("x\u0301".isidentifier(), "\u2118".isidentifier())
