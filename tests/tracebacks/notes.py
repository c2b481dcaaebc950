# status: 1
# stderr: yes
# python: 3.13
e = ValueError("message")
e.add_note("a note")
e.add_note("another\nwith two lines")
raise e
