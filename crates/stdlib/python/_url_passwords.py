"""Names and passwords that servers and proxies ask for, in the two ways of RFC 7617 and RFC 7616."""

import os
import re
import time
from base64 import b64encode
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import BaseHandler

# How often the same answer is tried.
_MOST_TRIES = 5
_CHALLENGE = re.compile(r"""(?:^|,)[ \t]*([^ \t,]+)[ \t]+(?:realm=(["']?)([^"']*)\2)?""", re.I)


class HTTPPasswordMgr:
    """Names and passwords by realm and address."""

    def __init__(self):
        self.passwd = {}

    def add_password(self, realm, uri, user, passwd):
        """Keep a name and password for an address, or for several, and all below them."""
        uris = [uri] if isinstance(uri, str) else uri
        known = self.passwd.setdefault(realm, {})
        for with_port in True, False:
            known[tuple(self.reduce_uri(each, with_port) for each in uris)] = user, passwd

    def find_user_password(self, realm, authuri):
        """The name and password for an address, or two Nones."""
        known = self.passwd.get(realm, {})
        for with_port in True, False:
            wanted = self.reduce_uri(authuri, with_port)
            for uris, secret in known.items():
                if any(self.is_suburi(uri, wanted) for uri in uris):
                    return secret
        return None, None

    def reduce_uri(self, uri, default_port=True):
        """An address, or a host alone, as host and path."""
        scheme, authority, path, *_ = urlsplit(uri)
        if not authority:
            return uri, "/"
        port = {"http": 80, "https": 443}.get(scheme)
        if default_port and port and not re.search(r":\d*$", authority):
            authority = f"{authority}:{port}"
        return authority, path or "/"

    def is_suburi(self, base, test):
        """Whether what reduce_uri() gave for one address lies below another one."""
        if base == test:
            return True
        return base[0] == test[0] and test[1].startswith(base[1].removesuffix("/") + "/")


class HTTPPasswordMgrWithDefaultRealm(HTTPPasswordMgr):
    """The same, where the realm None stands for all others."""

    def find_user_password(self, realm, authuri):
        """The name and password for an address, or two Nones."""
        found = super().find_user_password(realm, authuri)
        return super().find_user_password(None, authuri) if found[0] is None else found


class HTTPPasswordMgrWithPriorAuth(HTTPPasswordMgrWithDefaultRealm):
    """The same, with addresses to which the password is sent before they ask."""

    def __init__(self):
        self.authenticated = {}
        super().__init__()

    def add_password(self, realm, uri, user, passwd, is_authenticated=False):
        """Keep a name and password, and whether to send them at once."""
        self.update_authenticated(uri, is_authenticated)
        if realm is not None:
            super().add_password(None, uri, user, passwd)
        super().add_password(realm, uri, user, passwd)

    def update_authenticated(self, uri, is_authenticated=False):
        """Say whether the password is sent to an address at once."""
        for each in [uri] if isinstance(uri, str) else uri:
            for with_port in True, False:
                self.authenticated[self.reduce_uri(each, with_port)] = is_authenticated

    def is_authenticated(self, authuri):
        """Whether the password is sent to an address at once; None if nobody said."""
        for with_port in True, False:
            wanted = self.reduce_uri(authuri, with_port)
            for uri, is_authenticated in self.authenticated.items():
                if self.is_suburi(uri, wanted):
                    return is_authenticated
        return None


class AbstractBasicAuthHandler:
    """Sends name and password as they are."""

    def __init__(self, password_mgr=None):
        self.passwd = HTTPPasswordMgr() if password_mgr is None else password_mgr
        self.add_password = self.passwd.add_password

    def http_error_auth_reqed(self, authreq, host, req, headers):
        """Ask again with the password, if the answer's header wants one in this way."""
        unknown = None
        for header in headers.get_all(authreq) or ():
            for scheme, _, realm in _CHALLENGE.findall(header):
                if scheme.lower() != "basic":
                    unknown = scheme
                elif realm:
                    return self.retry_http_basic_auth(host, req, realm)
        if unknown is not None:
            raise ValueError(f"AbstractBasicAuthHandler does not support the following scheme: {unknown!r}")
        return None

    def _header_for(self, realm, host):
        user, password = self.passwd.find_user_password(realm, host)
        if password is None:
            return None
        return "Basic " + b64encode(f"{user}:{password}".encode()).decode("ascii")

    def retry_http_basic_auth(self, host, req, realm):
        """Ask again, unless the password was wrong before."""
        value = self._header_for(realm, host)
        if value is None or req.get_header(self.auth_header, None) == value:
            return None
        req.add_unredirected_header(self.auth_header, value)
        return self.parent.open(req, timeout=req.timeout)

    def http_request(self, req):
        """Add the password where it is sent at once."""
        asked = getattr(self.passwd, "is_authenticated", None)
        if asked is not None and asked(req.full_url) and not req.has_header("Authorization"):
            value = self._header_for(None, req.full_url)
            if value is not None:
                req.add_unredirected_header("Authorization", value)
        return req

    def http_response(self, req, response):
        """Note whether the password was right."""
        if hasattr(self.passwd, "is_authenticated"):
            self.passwd.update_authenticated(req.full_url, 200 <= response.code < 300)
        return response

    https_request, https_response = http_request, http_response


class HTTPBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
    """Tells servers a name and password."""

    auth_header = "Authorization"

    def http_error_401(self, req, fp, code, msg, headers):
        """Ask again."""
        return self.http_error_auth_reqed("www-authenticate", req.full_url, req, headers)


class ProxyBasicAuthHandler(AbstractBasicAuthHandler, BaseHandler):
    """Tells proxies a name and password."""

    auth_header = "Proxy-authorization"

    def http_error_407(self, req, fp, code, msg, headers):
        """Ask again."""
        return self.http_error_auth_reqed("proxy-authenticate", req.host, req, headers)


class AbstractDigestAuthHandler:
    """Proves that it knows the password, which isn't sent."""

    def __init__(self, passwd=None):
        self.passwd = HTTPPasswordMgr() if passwd is None else passwd
        self.add_password = self.passwd.add_password
        self.retried = self.nonce_count = 0
        self.last_nonce = None

    def reset_retry_count(self):
        """Let it be tried again."""
        self.retried = 0

    def http_error_auth_reqed(self, auth_header, host, req, headers):
        """Ask again with the proof, if the answer's header wants one in this way."""
        challenge = headers.get(auth_header)
        if self.retried > _MOST_TRIES:
            raise HTTPError(req.full_url, 401, "digest auth failed", headers, None)
        self.retried += 1
        if not challenge:
            return None
        scheme = challenge.split()[0]
        if scheme.lower() == "digest":
            return self.retry_http_digest_auth(req, challenge)
        if scheme.lower() != "basic":
            raise ValueError(f"AbstractDigestAuthHandler does not support the following scheme: {scheme!r}")
        return None

    def retry_http_digest_auth(self, req, auth):
        """Ask again, unless the proof was wrong before."""
        fields = parse_keqv_list(filter(None, parse_http_list(auth.split(" ", 1)[1])))
        proof = self.get_authorization(req, fields)
        if not proof:
            return None
        value = f"Digest {proof}"
        if req.headers.get(self.auth_header) == value:
            return None
        req.add_unredirected_header(self.auth_header, value)
        return self.parent.open(req, timeout=req.timeout)

    def get_cnonce(self, nonce):
        """A text that nobody can guess."""
        from hashlib import sha1

        text = f"{self.nonce_count}:{nonce}:{time.ctime()}:".encode("ascii")
        return sha1(text + os.urandom(8)).hexdigest()[:16]

    def get_authorization(self, req, chal):
        """The header with the proof, or None where it can't be made."""
        realm, nonce = chal.get("realm"), chal.get("nonce")
        if realm is None or nonce is None:
            return None
        quality, algorithm, opaque = chal.get("qop"), chal.get("algorithm", "MD5"), chal.get("opaque")
        digest, prove = self.get_algorithm_impls(algorithm)
        user, password = self.passwd.find_user_password(realm, req.full_url)
        if digest is None or user is None:
            return None
        secret = digest(f"{user}:{realm}:{password}")
        wanted = digest(f"{req.get_method()}:{req.selector}")
        extra = ""
        if quality is None:
            response = prove(secret, f"{nonce}:{wanted}")
        elif "auth" in quality.split(","):
            self.nonce_count = self.nonce_count + 1 if nonce == self.last_nonce else 1
            self.last_nonce = nonce
            count, own = f"{self.nonce_count:08x}", self.get_cnonce(nonce)
            response = prove(secret, f"{nonce}:{count}:{own}:auth:{wanted}")
            extra = f', qop=auth, nc={count}, cnonce="{own}"'
        else:
            from urllib.error import URLError

            raise URLError(f"qop '{quality}' is not supported.")
        value = f'username="{user}", realm="{realm}", nonce="{nonce}", uri="{req.selector}", response="{response}"'
        if opaque:
            value += f', opaque="{opaque}"'
        return f'{value}, algorithm="{algorithm}"{extra}'

    def get_algorithm_impls(self, algorithm):
        """Two functions: the digest of a text, and that of a secret with a text."""
        import hashlib

        name = {"MD5": "md5", "SHA": "sha1", "SHA-256": "sha256"}.get(algorithm)
        if name is None:
            raise ValueError(f"Unsupported digest authentication algorithm {algorithm!r}")

        def digest(text):
            return hashlib.new(name, text.encode("ascii"), usedforsecurity=False).hexdigest()

        return digest, lambda secret, text: digest(f"{secret}:{text}")

    def get_entity_digest(self, data, chal):
        """Nothing: bodies aren't part of the proof."""
        return None


class HTTPDigestAuthHandler(BaseHandler, AbstractDigestAuthHandler):
    """Proves to servers that it knows a password."""

    auth_header = "Authorization"
    handler_order = 490

    def http_error_401(self, req, fp, code, msg, headers):
        """Ask again."""
        answer = self.http_error_auth_reqed("www-authenticate", urlsplit(req.full_url)[1], req, headers)
        self.reset_retry_count()
        return answer


class ProxyDigestAuthHandler(BaseHandler, AbstractDigestAuthHandler):
    """Proves to proxies that it knows a password."""

    auth_header = "Proxy-Authorization"
    handler_order = 490

    def http_error_407(self, req, fp, code, msg, headers):
        """Ask again."""
        answer = self.http_error_auth_reqed("proxy-authenticate", req.host, req, headers)
        self.reset_retry_count()
        return answer


def parse_http_list(s):
    """The parts of a header between commas, where quoted ones may have commas themselves."""
    parts, part = [], ""
    in_quotes = is_escaped = False
    for letter in s:
        if letter == "," and not in_quotes:
            parts.append(part)
            part = ""
            continue
        part += "" if in_quotes and letter == "\\" and not is_escaped else letter
        if letter == '"' and not is_escaped:
            in_quotes = not in_quotes
        is_escaped = in_quotes and letter == "\\" and not is_escaped
    if part:
        parts.append(part)
    return [part.strip() for part in parts]


def parse_keqv_list(l):
    """A dict of parts `name=value`, where values may be quoted."""
    found = {}
    for part in l:
        name, value = part.split("=", 1)
        found[name] = value[1:-1] if value[:1] == '"' and value[-1:] == '"' else value
    return found


for _kind in list(globals().values()):
    if isinstance(_kind, type) and _kind.__module__ == __name__:
        _kind.__module__ = "urllib.request"
