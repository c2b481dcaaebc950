# Characters of long texts by their numbers, with characters of one to four bytes in all mixtures.
def mixed(length, alphabet, state=7):
    characters = []
    for _ in range(length):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        characters.append(alphabet[(state >> 16) % len(alphabet)])
    return characters


for alphabet in ["aé", "€", "a€😀é", "aaaaaaaaaaaaaaaaaaaaaaaaaaaé", "😀\ud800z", "éa"]:
    for length in [100, 255, 256, 257, 300, 511, 512, 513, 1000, 5000]:
        characters = mixed(length, alphabet)
        text = "".join(characters)
        assert len(text) == length
        for index in list(range(0, length, 37)) + [length - 1, length - 2, 0, 1]:
            assert text[index] == characters[index], (alphabet, length, index)
            assert text[index - length] == characters[index]
            assert text[index:] == "".join(characters[index:])
            assert text[:index] == "".join(characters[:index])
            assert text[index:index + 50] == "".join(characters[index:index + 50])
            assert text[index::-7] == "".join(characters[index::-7])
            assert text[index::3] == "".join(characters[index::3])
            assert text.find(characters[index], index) == index
        for index in [length, -length - 1, 10**30]:
            try:
                text[index]
            except IndexError as error:
                print(error)
        doubled = text + text[1:] + "x"
        assert doubled[length + 5] == characters[6] and doubled[-1] == "x"
        assert (text * 3)[2 * length + 7] == characters[7]
        assert text.replace("a", "bb").replace("bb", "a") == text
        assert "%.*s" % (length // 2, text) == text[:length // 2]
        assert f"{text:.{length // 3}}" == text[:length // 3]
        assert hash(text) == hash("".join(characters)) and text == "".join(characters)
        assert text.encode("utf-8", "surrogatepass").decode("utf-8", "surrogatepass")[length // 2] == characters[length // 2]
        assert {text: 1}["".join(characters)] == 1
print("done")
