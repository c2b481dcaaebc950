"""Python programs as trees that keep every character, with the errors they have."""

import parso

SOURCE = '''\
import os, sys as system

@decorator
def f(a, *args, b: int = 1, **rest) -> "x":
    """Doc."""
    if (n := len(args)) > 1:
        return [x for x in args if x]   # comment
    return f"{a!r:>{b}}"


class C(Base, metaclass=M):
    async def g(self):
        await self.h()
'''
module = parso.parse(SOURCE, version="3.12")
print(module.get_code() == SOURCE, [child.type for child in module.children])
function = next(module.iter_funcdefs())
print(function.name.value, [parameter.name.value for parameter in function.get_params()], function.annotation.get_code())
print([node.get_code(include_prefix=False) for node in function.iter_return_stmts()], function.get_doc_node().value)
print([(name, len(uses)) for name, uses in sorted(module.get_used_names().items())][:8])
leaf = module.get_leaf_for_position((7, 20))
print(leaf, leaf.start_pos, leaf.get_previous_leaf(), repr(leaf.get_next_leaf().prefix))
print([str(path) for path in next(module.iter_imports()).get_paths()])
print(next(module.iter_classdefs()).get_super_arglist().dump(indent=None)[:200])
grammar = parso.load_grammar(version="3.12")
for wrong in ("def f(:\n    pass\n", "x = \nreturn 1\n", "for x in y\n  z\n", "a = 'open\n", "f(a=1, a=2)\nbreak\n"):
    tree = grammar.parse(wrong)
    print([(error.message, error.start_pos) for error in grammar.iter_errors(tree)], tree.get_code() == wrong)
for token in parso.python.tokenize.tokenize("x = 1.5e3 # c\n", version_info=parso.utils.parse_version_string("3.12")):
    print(token)
