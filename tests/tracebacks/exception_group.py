# status: 1
# stderr: yes
# python: 3.13
def fail(kind, text):
    raise kind(text)


errors = []
for kind in (ValueError, TypeError):
    try:
        fail(kind, kind.__name__.lower())
    except Exception as e:
        errors.append(e)
raise ExceptionGroup("several", errors + [ExceptionGroup("nested", [KeyError("k")])])
