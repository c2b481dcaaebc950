print("a\tb\\n\x41\u00e9\U0001F600\101\0end".encode("utf-8"))
print('it''s', "don't", 'say "x"', """tri"ple'""", '''a
b''')
print(r"\n\x", R'\'', rb"\x", b"\x00\xff\n", Rb"a\b", br'x' b"y")
print("con" "cat" 'ena' """ted""", ("over "
      "lines"))
print("line \
continued", len("\
"))
print("\N{LATIN SMALL LETTER E WITH ACUTE}", "\N{bullet}", u"uni")
print(repr("\a\b\f\v\r\x7f\xa0\u200b\ud800"), ascii("é☃😀"))
