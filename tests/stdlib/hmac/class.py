# The class by its name.
import hmac

made = hmac.HMAC(b"key", b"message", "sha256")
print(isinstance(hmac.new(b"key", digestmod="md5"), hmac.HMAC), made.name, made.digest_size, made.block_size, made.hexdigest()[:16])
