# Long ints times factors of half a machine word, of a word, and of more.
for factor in (2, 10, 0xFFFF, 0x10000, 0x10001, 0xFFFFFFFF, 1 << 32, (1 << 33) - 1, -3, -0xFFFF):
    for long in ((1 << 160) - 1, (1 << 128) + 1, 0xFFFF_0000_FFFF_0000_FFFF_0000_FFFF, -(1 << 96) + 1):
        product = long * factor
        print(hex(product), product == factor * long, product // factor == long, product % factor)

number = 1
for i in range(1, 120):
    number *= i
print(number)
print(number & 0xFFFF_FFFF_FFFF, number >> 300, number - (number >> 1), number // 97, number % 97)
