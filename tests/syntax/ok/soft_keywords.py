match = [1, 2]
case = {"a": 1}
type = lambda x: x
_ = 5
print(match[0], case["a"], type(3), _)
match.append(3)
match[0] = 9
print(match, -match[1], match == case)
def match(x): return "called " + x
print(match("m"))
match (1, 2)[0]:
    case 1: print("one")
class type: case = 1
print(type.case)
for match in [1]: pass
print(match, [case for case in range(2)], (match := 3))
lambda match: match
print({"match": match}["match"], match if match else case, not match)
