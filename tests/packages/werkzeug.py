"""Requests, answers, routes and headers of web applications."""

from werkzeug.datastructures import Headers, ImmutableMultiDict, MultiDict
from werkzeug.exceptions import HTTPException, NotFound
from werkzeug.http import dump_cookie, parse_accept_header, parse_cookie, parse_options_header, quote_etag
from werkzeug.routing import Map, Rule
from werkzeug.security import check_password_hash, generate_password_hash
from werkzeug.test import Client, EnvironBuilder
from werkzeug.utils import secure_filename
from werkzeug.wrappers import Request, Response

routes = Map(
    [
        Rule("/", endpoint="index"),
        Rule("/user/<name>/<int:number>", endpoint="user"),
        Rule("/all/<path:rest>", endpoint="all"),
    ]
)


@Request.application
def application(request):
    adapter = routes.bind_to_environ(request.environ)
    try:
        endpoint, values = adapter.match()
    except HTTPException as error:
        return error
    text = f"{request.method} {endpoint} {values} {sorted(request.args.items(multi=True))} {sorted(request.form.items())}"
    response = Response(text, mimetype="text/plain")
    response.set_cookie("seen", "yes", httponly=True)
    return response


client = Client(application)
for path in ("/", "/user/me/5?a=1&a=2&b=%C3%A4", "/user/me/x", "/all/a/b/c", "/none"):
    answer = client.get(path)
    print(answer.status, answer.get_data(as_text=True)[:200], answer.headers.get("Set-Cookie"))
answer = client.post("/", data={"x": "1", "y": "ü"})
print(answer.status_code, answer.text, answer.content_type)
print(parse_cookie('a=1; b="two; x"'), dump_cookie("k", "v w", path="/p", secure=True, samesite="Lax"))
print(parse_options_header('form-data; name="file"; filename="a b.txt"'), quote_etag("tag"))
print(parse_accept_header("text/html;q=0.5, text/plain").best, secure_filename("../../etc/My file ü.txt"))
print(
    MultiDict([("a", 1), ("a", 2)]).getlist("a"), ImmutableMultiDict({"x": 1}), Headers([("A", "b")]).to_wsgi_list()
)
hashed = generate_password_hash("secret", "pbkdf2:sha256:100")
print(check_password_hash(hashed, "secret"), check_password_hash(hashed, "other"), NotFound().description[:40])
print(
    routes.bind("example.org").build("user", {"name": "a b", "number": 3}),
    EnvironBuilder("/p?q=1").get_request().args["q"],
)
