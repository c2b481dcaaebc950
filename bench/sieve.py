# The primes below two million, crossed out in a bytearray one by one.
def sieve(limit):
    flags = bytearray(limit)
    count = 0
    n = 2
    while n < limit:
        if not flags[n]:
            count += 1
            multiple = n * n
            while multiple < limit:
                flags[multiple] = 1
                multiple += n
        n += 1
    return count


print(sieve(2_000_000))
