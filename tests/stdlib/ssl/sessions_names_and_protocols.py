# slow: cryptography and loading of certificates at each step
import ssl
from fixtures.ends import attempt, client_context, ends, server_context, shake_hands, words

# Protocols on top.
for offered, known in (["h2", "http/1.1"], ["http/1.1"]), (["h2"], ["other"]), (["h2"], []), ([], ["h2"]):
    trusting, serving = client_context("ca"), server_context()
    trusting.set_alpn_protocols(offered)
    serving.set_alpn_protocols(known)
    client, server = ends(trusting, serving)
    print(shake_hands(client, server), client.selected_alpn_protocol(), server.selected_alpn_protocol())
attempt(trusting.set_alpn_protocols, [""])
attempt(trusting.set_alpn_protocols, ["x" * 256])

# Sessions that go on.
for version in ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3:
    trusting, serving = client_context("ca"), server_context()
    trusting.maximum_version = version
    client, server = ends(trusting, serving)
    print(shake_hands(client, server), client.session_reused)
    server.write(b"x")
    print(client.read())
    session = client.session
    print(type(session).__name__, session.timeout, session == client.session, session != 5)
    again, server = ends(trusting, serving, session=session)
    print(shake_hands(again, server), again.session_reused, server.session_reused)
    server.write(b"again")
    print(again.read(), again.getpeercert()["serialNumber"])
    attempt(ends, client_context("ca"), serving, session=session)
    attempt(ends, trusting, serving, session=5)
    attempt(setattr, again, "session", session)
    other, server = ends(trusting, serving)
    print(shake_hands(other, server), other.session_reused)
    print({name: count for name, count in trusting.session_stats().items() if count})
attempt(ssl.SSLSession)

# What a server does with names.
trusting = client_context("ca")
elsewhere = server_context("named")


def choose(end, name, context):
    print(type(end).__name__, name, context is serving, end.context is serving)
    if name == "only-a-name.example":
        end.context = elsewhere
    return {"refused.example.org": ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME, "denied.example.org": 49}.get(name)


serving.sni_callback = choose
print(serving.sni_callback is choose)
for name in "localhost", "127.0.0.1", "only-a-name.example", "refused.example.org", "denied.example.org":
    client, server = ends(trusting, serving, name)
    print([words(problem) for problem in shake_hands(client, server)])
    if client.version():
        print(client.getpeercert()["serialNumber"], server.context is serving)
attempt(setattr, serving, "sni_callback", 5)
serving.set_servername_callback(None)
print(serving.sni_callback)
