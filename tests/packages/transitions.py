"""State machines, flat and nested."""

from transitions import Machine, MachineError
from transitions.extensions import HierarchicalMachine


class Matter:
    def is_hot(self):
        return True

    def on_enter_gas(self):
        print("now a gas")


matter = Matter()
boil = {"trigger": "boil", "source": "*", "dest": "gas", "conditions": "is_hot"}
Machine(matter, states=["solid", "liquid", "gas"], transitions=[["melt", "solid", "liquid"], boil], initial="solid")
print(matter.state, matter.melt(), matter.is_liquid(), matter.boil(), matter.state)
try:
    matter.melt()
except MachineError as error:
    print(error)
nested = HierarchicalMachine(states=["A", {"name": "B", "children": ["x", "y"], "initial": "x"}], initial="A")
nested.add_transition("go", "A", "B")
nested.go()
print(nested.state)
nested.to_B_y()
print(nested.state, nested.is_B(allow_substates=True))
