# Reversing prefixes of all permutations of nine numbers: small lists, slices.
def next_permutation(items):
    i = len(items) - 2
    while i >= 0 and items[i] > items[i + 1]:
        i -= 1
    if i < 0:
        return False
    j = len(items) - 1
    while items[j] < items[i]:
        j -= 1
    items[i], items[j] = items[j], items[i]
    items[i + 1 :] = items[: i : -1] if i >= 0 else items[::-1]
    return True


def flips(permutation):
    items = permutation[:]
    count = 0
    first = items[0]
    while first:
        items[: first + 1] = list(reversed(items[: first + 1]))
        count += 1
        first = items[0]
    return count


def fannkuch(n):
    items = list(range(n))
    most = checksum = 0
    sign = 1
    while True:
        count = flips(items)
        if count > most:
            most = count
        checksum += sign * count
        sign = -sign
        if not next_permutation(items):
            return checksum, most


print(*fannkuch(9))
