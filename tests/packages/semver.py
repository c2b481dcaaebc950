"""Versions of programs, compared and counted up."""

from semver import Version

version = Version.parse("3.4.5-pre.2+build.4")
print(
    version,
    version.to_dict(),
    version.bump_major(),
    version.bump_minor(),
    version.bump_patch(),
    version.bump_prerelease(),
    version.bump_build(),
)
names = ["1.0.0", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-beta.11", "1.0.0-beta.2", "1.0.0-rc.1", "0.9.9+x"]
print(
    [str(each) for each in sorted(map(Version.parse, names))],
    version.match(">=3.0.0"),
    version.compare("3.4.5"),
    version[0:2],
)
for wrong in ("1.2", "01.2.3", "1.2.3-", "x"):
    try:
        Version.parse(wrong)
    except ValueError as error:
        print(error)
print(
    Version(1, 2, 3).replace(minor=9),
    Version.is_valid("1.0.0"),
    version.next_version("minor"),
    version.finalize_version(),
    hash(version) == hash(Version.parse(str(version))),
)
