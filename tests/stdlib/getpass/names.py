# The user's name from the environment and the system.
import getpass
import os
import pwd

for name in "LOGNAME", "USER", "LNAME", "USERNAME":
    os.environ.pop(name, None)
print(getpass.getuser() == pwd.getpwuid(os.getuid()).pw_name)
for name in "USERNAME", "LNAME", "USER", "LOGNAME":
    os.environ[name] = "by " + name
    print(getpass.getuser())
os.environ["LOGNAME"] = ""
print(getpass.getuser(), issubclass(getpass.GetPassWarning, UserWarning), sorted(getpass.__all__))
