"""A web application called as WSGI servers call it: routes, forms, templates, cookies, errors."""

import io

import bottle
from bottle import Bottle, HTTPError, request, response, template

application = Bottle()


@application.get("/hello/<name>")
def hello(name):
    response.set_header("X-Name", name)
    return template("Hello {{name}}!\n% for i in range(int(n)):\n<{{i}}>\n% end\n", name=name, n=request.query.get("n", 1))


@application.post("/sum/<first:int>")
def add(first):
    response.content_type = "text/plain"
    return str(first + int(request.forms.get("second")))


@application.route("/json", method=["GET", "PUT"])
def json():
    return {"method": request.method, "agent": request.get_header("User-Agent"), "path": request.path}


@application.get("/secret")
def secret():
    response.set_cookie("seen", "yes", path="/")
    if request.get_cookie("user") != "ann":
        raise HTTPError(403, "Not you")
    bottle.redirect("/hello/ann")


@application.error(404)
def missing(error):
    return f"nothing at {request.path}: {error.status_line}"


def call(method, path, body=b"", **headers):
    path, _, query = path.partition("?")
    environment = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "SERVER_NAME": "localhost", "SERVER_PORT": "80",
                   "SERVER_PROTOCOL": "HTTP/1.1", "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(body), "wsgi.errors": io.StringIO(),
                   "CONTENT_LENGTH": str(len(body)), **headers}
    answer = []
    parts = application(environment, lambda status, headers, exc_info=None: answer.extend((status, sorted(headers))))
    print(method, path, *answer, b"".join(parts).decode())


call("GET", "/hello/w%C3%B6rld?n=2")
call("POST", "/sum/40", b"second=2&x=%20", CONTENT_TYPE="application/x-www-form-urlencoded")
call("PUT", "/json", HTTP_USER_AGENT="test")
call("GET", "/nope")
call("POST", "/json")
call("GET", "/secret")
call("GET", "/secret", HTTP_COOKIE="user=ann")
print(template("{{!html}} {{html}}", html="<b>"), bottle.html_escape("<>"), [route.rule for route in application.routes])
