import io

import sysconfig as s

print(
    s.__all__,
    s.get_scheme_names(),
    s.get_default_scheme(),
    s.get_preferred_scheme("user"),
    s.get_preferred_scheme("home"),
    s.get_platform(),
)
for n in s.get_scheme_names():
    print(n, dict(sorted(s.get_paths(n, expand=False).items())))
print(s.get_path("purelib", vars={"base": "/x"}).replace("3.14", "3.13"), s.get_path_names())
for f in [
    lambda: s.get_path("x"),
    lambda: s.get_path("stdlib", "x"),
    lambda: s.get_preferred_scheme("x"),
    lambda: s.get_config_var("nope"),
    lambda: s.get_config_vars("py_version_nodot_plat", "zz"),
    s.is_python_build,
]:
    try:
        print(f())
    except Exception as e:
        print(repr(e))
print(s.parse_config_h(io.StringIO('#define AB 1\n/* #undef CD */\n#define Ef "x"\nnothing\n#define ab 2\n')))
