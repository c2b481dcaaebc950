import ssl
from fixtures.ends import attempt, client_context, ends, server_context, shake_hands, words

server = server_context("localhost", "ca")


def meet(title, client):
    both = ends(client, server)
    problems = shake_hands(*both)
    print(title, [words(problem) for problem in problems])
    return both


for mode in ssl.CERT_OPTIONAL, ssl.CERT_REQUIRED:
    server.verify_mode = mode
    print(server.verify_mode)
    client, end = meet("known", client_context("ca", shown="client"))
    print(end.getpeercert())
    print(len(end.get_verified_chain()), client.getpeercert()["serialNumber"])
    client, end = meet("unknown", client_context("ca", shown="other"))
    attempt(client.read)
    client, end = meet("none", client_context("ca"))
    if mode == ssl.CERT_OPTIONAL:
        print(end.getpeercert(), end.getpeercert(True))
    else:
        attempt(client.read)
