# python: 3.14
# Keys that could not be read again aren't written.
import configparser
import io

for key in "[a]", "x=y", "a:b":
    parser = configparser.RawConfigParser()
    parser.read_dict({"s": {key: "v"}})
    try:
        parser.write(io.StringIO())
    except configparser.InvalidWriteError as error:
        print(error)
try:
    configparser.ConfigParser().add_section(configparser.UNNAMED_SECTION)
except configparser.Error as error:
    print(type(error).__name__, error)
print(sorted(configparser.__all__))
