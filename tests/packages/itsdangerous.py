"""Values signed so that nobody can change them."""

import itsdangerous
from itsdangerous import BadSignature, Signer, TimestampSigner, URLSafeSerializer, URLSafeTimedSerializer

signer = Signer("secret", salt="salt")
signed = signer.sign("value")
print(signed, signer.unsign(signed), signer.validate("value.x"))
serializer = URLSafeSerializer("key", salt="auth")
text = serializer.dumps({"id": 5, "name": "itsdangerous", "tags": ["a", "ü"]})
print(text, serializer.loads(text))
for wrong in (text[:-1] + "x", "nothing", text.replace(".", "..")):
    try:
        serializer.loads(wrong)
    except BadSignature as error:
        print(type(error).__name__, error)
print(len(serializer.dumps(list(range(500)))) < 900, serializer.loads_unsafe(text + "y"))


class Clock(TimestampSigner):
    def get_timestamp(self):
        return 1_600_000_000


timed = Clock("k").sign(b"data")
print(timed, Clock("k").unsign(timed, max_age=5, return_timestamp=True))
print(
    itsdangerous.base64_encode(b"\xff\xfe\xfd"), itsdangerous.base64_decode("__79"), URLSafeTimedSerializer.__name__
)
