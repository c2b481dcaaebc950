"""Lines of uuencoded data: how much of them is read, and what may stand behind."""

import binascii

for line in (
    b"", b" ", b"`", b"!", b"!!!", b"!!!!", b"!!!!!", b"!!!`", b"!!!  ", b"!!! \n", b"!!!~", b'"!!!', b'"!! !', b"#!!!!", b"#!!!!!",
    b"#86)C\n", b"#86)C!", b"#86)C`\r\n", b"#86", b"#8~)C", b"\x7f",
):  # fmt: skip
    try:
        print(line, binascii.a2b_uu(line))
    except binascii.Error as error:
        print(line, error)
