# What `-m json` runs.
from json.tool import main

main()
