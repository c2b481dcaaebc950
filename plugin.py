value = 5
name = __name__
where = __spec__.origin
