# slow: loads much
from email.message import Message
from http.client import HTTPMessage

message = Message()
message["Content-Type"] = 'text/plain; charset="utf-8"; x=y; name*=utf-8\'\'a%20b'
print(message.get_content_type(), message.get_params(), message.get_content_charset(), message.get_charsets())
message.del_param("x")
print(message["content-type"])
message.del_param("missing")
message.del_param("charset", "No-Such")
message.set_type("text/html")
print(message["content-type"], message["mime-version"], message.get_content_maintype(), message.get_content_subtype())
message.set_param("format", "flowed")
print(message.get_param("format"), message.get_param("none"), message.get_filename())
try:
    message.set_type("nonsense")
except ValueError as error:
    print("ValueError", error)
outer = Message()
outer.set_type("multipart/mixed")
outer.attach(message)
outer.attach(Message())
print(outer.get_charsets("none"), outer.is_multipart(), [part.get_content_type() for part in outer.walk()])
answer = HTTPMessage()
answer["A"] = "1"
answer.add_header("A", "2", q="3")
print(answer.get_all("a"), isinstance(answer, Message), answer.keys(), len(answer))
