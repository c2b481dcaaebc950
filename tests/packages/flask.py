"""A small web application, asked by its test client."""

from werkzeug.test import Client, EnvironBuilder

from flask import (
    Blueprint,
    Flask,
    abort,
    flash,
    g,
    jsonify,
    redirect,
    render_template_string,
    request,
    session,
    url_for,
)

app = Flask("program")
app.secret_key = "key"
part = Blueprint("part", "program", url_prefix="/part")


@part.route("/<int:number>")
def show(number):
    return jsonify(number=number, double=number * 2, where=request.endpoint)


@app.before_request
def before():
    g.user = request.args.get("user", "nobody")


@app.route("/")
def index():
    session["count"] = session.get("count", 0) + 1
    return render_template_string(
        "Hello {{ name }}! {% for i in range(3) %}{{ i }},{% endfor %} {{ n }}", name=g.user, n=session["count"]
    )


@app.route("/form", methods=["GET", "POST"])
def form():
    if request.method == "POST":
        flash("saved")
        return redirect(url_for("index", user=request.form["user"]))
    abort(403)


@app.errorhandler(404)
def missing(error):
    return {"error": error.name}, 404


app.register_blueprint(part)
# Flask's own client needs pdb, by way of click's.
client = Client(app)
if client:
    for path in ("/", "/?user=<me>", "/part/21", "/part/x", "/form"):
        answer = client.get(path)
        print(path, answer.status, answer.get_data(as_text=True).strip()[:160])
    answer = client.post("/form", data={"user": "ü"})
    print(answer.status, answer.headers["Location"])
    print(client.post("/form", data={"user": "you"}, follow_redirects=True).text, client.get("/part/3").json)
with app.request_context(EnvironBuilder("/part/1?x=1").get_environ()):
    print(url_for("part.show", number=5, _external=True), request.path, request.args["x"])
print(sorted(rule.rule for rule in app.url_map.iter_rules()))
