"""Versions, specifiers, markers, requirements, tags and file names of packages."""

from packaging.markers import Marker
from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import SpecifierSet
from packaging.tags import parse_tag
from packaging.utils import canonicalize_name, parse_sdist_filename, parse_wheel_filename
from packaging.version import InvalidVersion, Version

names = ["1.0.post1", "1.0", "1!0.1", "1.0rc1", "1.0.dev3", "2.0a1+local.7", "1.0a1"]
print([str(version) for version in sorted(map(Version, names))])
version = Version("v1.2.3-beta.4")
print(version, version.release, version.pre, version.is_prerelease, version.base_version, version.public, repr(version))
print(hash(Version("1.0")) == hash(Version("1.0.0")), Version("1.0") == Version("1"))
specifiers = SpecifierSet(">=1.0,!=1.3.*,<2") & SpecifierSet("~=1.1")
print("1.2" in specifiers, "1.3.1" in specifiers, list(specifiers.filter(["1.0", "1.1", "1.9", "2.0", "1.5rc1"])))
print(specifiers.contains("1.5rc1", prereleases=True), sorted(map(str, specifiers)), SpecifierSet("==1.0") == SpecifierSet("==1.0"))
requirement = Requirement('Requests[security,socks] >=2.8.1, ==2.8.* ; python_version < "2.7" and os_name == "nt"')
print(requirement.name, sorted(requirement.extras), requirement.specifier, requirement.marker, requirement.url)
marker = Marker("python_version > '3.2' or extra == 'x'")
print(marker.evaluate({"python_version": "3.14", "extra": ""}), marker.evaluate({"python_version": "3.1", "extra": "x"}), repr(marker))
name, version, build, tags = parse_wheel_filename("foo_bar-1.0-1-py3-none-any.whl")
print(canonicalize_name("A.B_c--D"), name, version, build, [str(tag) for tag in tags], parse_sdist_filename("x-2.tar.gz"))
print(sorted(map(str, parse_tag("py2.py3-none-any"))))
for make, text in ((Version, "1.x"), (Requirement, "name @"), (Requirement, "a >= 1 ; bad"), (SpecifierSet, "=>1")):
    try:
        make(text)
    except (InvalidVersion, InvalidRequirement, ValueError) as error:
        print(type(error).__name__, error)
