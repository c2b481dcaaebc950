# Small value objects written by hand: __init__ with defaults, __eq__, __lt__, __hash__, __repr__, copies.
class Version:
    def __init__(self, major, minor=0, patch=0, *, label=""):
        self.major = major
        self.minor = minor
        self.patch = patch
        self.label = label

    def fields(self):
        return (self.major, self.minor, self.patch, self.label)

    def __eq__(self, other):
        return isinstance(other, Version) and self.fields() == other.fields()

    def __lt__(self, other):
        return self.fields() < other.fields()

    def __hash__(self):
        return hash((self.major, self.minor, self.patch))

    def __repr__(self):
        return "Version(%d, %d, %d, label=%r)" % self.fields()

    def replace(self, **changes):
        values = {"major": self.major, "minor": self.minor, "patch": self.patch, "label": self.label}
        values.update(changes)
        return Version(**values)


versions = [Version(i % 7, i % 11, i % 13, label="rc" if i % 3 else "") for i in range(35_000)]
versions.sort()
print(versions[0], versions[-1])
print(len(set(versions)))
total = 0
seen = {}
for version in versions:
    changed = version.replace(patch=version.patch + 1)
    if version < changed:
        total += len(repr(changed))
    seen[changed] = seen.get(changed, 0) + 1
print(total, len(seen), max(seen.values()))
