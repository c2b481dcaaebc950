"""Words in singular and plural, and names in other styles."""

import inflection

for word in ("post", "octopus", "sheep", "person", "CamelOctopus", "status", "matrix", "day", "baby", "Ägypter"):
    print(
        word,
        inflection.pluralize(word),
        inflection.singularize(inflection.pluralize(word)),
        inflection.tableize(word),
    )
for name in ("device_type", "DeviceType", "HTMLParser", "some-words here", "employee_id"):
    print(
        inflection.camelize(name),
        inflection.underscore(name),
        inflection.humanize(name),
        inflection.titleize(name),
        inflection.dasherize(name),
    )
print(
    inflection.parameterize("Donald E. Knuth ü"),
    inflection.transliterate("älämölö"),
    [inflection.ordinalize(n) for n in (1, 2, 3, 11, 112, -21)],
)
