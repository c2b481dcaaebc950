import http.client
from http.client import (
    BadStatusLine, CannotSendHeader, CannotSendRequest, HTTPException, ImproperConnectionState, IncompleteRead, InvalidURL,
    LineTooLong, NotConnected, RemoteDisconnected, ResponseNotReady, UnimplementedFileMode, UnknownProtocol,
    UnknownTransferEncoding, error,
)  # fmt: skip


def named(*kinds):
    return [kind.__name__ for kind in kinds]


for kind in (
    BadStatusLine, CannotSendHeader, CannotSendRequest, ImproperConnectionState, IncompleteRead, InvalidURL, LineTooLong,
    NotConnected, RemoteDisconnected, ResponseNotReady, UnimplementedFileMode, UnknownProtocol, UnknownTransferEncoding,
):  # fmt: skip
    print(kind.__name__, named(*kind.__mro__[1:-2]), kind.__module__)
print(error is HTTPException)
for made in IncompleteRead(b"abc"), IncompleteRead(b"abc", 5), BadStatusLine("x"), BadStatusLine(""), UnknownProtocol("S"), LineTooLong("header"):
    print(repr(made), "|", made, "|", made.args)
print(IncompleteRead(b"abc", 5).partial, IncompleteRead(b"abc", 5).expected, RemoteDisconnected("gone").args)
connection = http.client.HTTPConnection("localhost:1")
print(connection.host, connection.port, connection.default_port, http.client.HTTPSConnection.default_port)
for action in (
    lambda: http.client.HTTPConnection("host:port"),
    lambda: connection.getresponse(),
    lambda: connection.putheader("a", "b"),
    lambda: connection.endheaders(),
    lambda: (connection.putrequest("GET", "/"), connection.putrequest("GET", "/")),
    lambda: http.client.HTTPConnection("localhost").putrequest("GET", "/a b"),
    lambda: http.client.HTTPConnection("localhost").putrequest("G\nET", "/"),
    lambda: connection.putheader("a:b", "c"),
    lambda: connection.putheader("a", "b\nc"),
):
    try:
        print(action())
    except Exception as fault:
        print(type(fault).__name__, fault)
print(http.client.responses[404], http.client.HTTPResponse.__mro__[1].__name__, connection.get_proxy_response_headers())
