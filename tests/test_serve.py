"""`township serve`: the site on the loopback address, and nothing else."""

import http.client
import os
import re
import socket
import subprocess
import sys
import threading

import pytest
from town import ROOT, township

from township_analysis.cli.serve import LOOPBACK, server_of


@pytest.fixture
def site(tmp_path):
    """Two runs with latest leading to the second, a secret beside them, and links out of the site."""
    (tmp_path / "secret.html").write_text("秘密", encoding="utf-8")
    for name in ("old", "new"):
        (tmp_path / "reports" / name / "sub").mkdir(parents=True)
        (tmp_path / "reports" / name / "index.html").write_text(f"首页 {name}", encoding="utf-8")
    new = tmp_path / "reports" / "new"
    (new / "石桥镇 2021.html").write_text("石桥镇", encoding="utf-8")
    (new / "run.json").write_text("{}", encoding="utf-8")
    (new / ".hidden.html").write_text("秘密", encoding="utf-8")
    (new / "sub" / "a.html").write_text("a", encoding="utf-8")
    (new / "out.html").symlink_to(tmp_path / "secret.html")
    (new / "up").symlink_to(tmp_path)
    (tmp_path / "reports" / "latest").symlink_to("new")
    return tmp_path / "reports" / "latest"


@pytest.fixture
def server(site):
    made = server_of(site)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


def ask(server, address, method="GET", **headers):
    connection = http.client.HTTPConnection(LOOPBACK, server.server_port, timeout=10)
    connection.putrequest(method, address, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    return answer.status, answer.read().decode("utf-8", "replace"), dict(answer.getheaders())


@pytest.mark.parametrize(
    ("address", "body", "kind"),
    [
        ("/", "首页 new", "text/html; charset=utf-8"),
        ("/index.html?a=1", "首页 new", "text/html; charset=utf-8"),
        ("/%E7%9F%B3%E6%A1%A5%E9%95%87%202021.html", "石桥镇", "text/html; charset=utf-8"),
        ("/run.json", "{}", "application/json; charset=utf-8"),
        ("/sub/a.html", "a", "text/html; charset=utf-8"),
        ("/sub/../index.html", "首页 new", "text/html; charset=utf-8"),
    ],
)
def test_what_is_in_the_site_is_shown(server, address, body, kind):
    status, said, headers = ask(server, address)
    assert (status, said, headers["Content-Type"]) == (200, body, kind)
    assert headers["Content-Length"] == str(len(body.encode())) and headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "address",
    [
        "/../../secret.html",
        "/..%2f..%2fsecret.html",
        "/%2e%2e/%2e%2e/secret.html",
        "/%252e%252e/secret.html",
        "/sub/../../../secret.html",
        "/..\\..\\secret.html",
        "//etc/passwd",
        "/%2fetc%2fpasswd",
        "/up/secret.html",
        "/out.html",
        "/../old/index.html",
        "/.hidden.html",
        "/sub/../.hidden.html",
        "/sub",
        "/sub/",
        "/none.html",
        "/index.html%00.html",
        "/%ff%fe",
        "/" + "a" * 5000,
        "http://127.0.0.1/../../secret.html",
        "file:///etc/passwd",
    ],
)
def test_what_is_outside_is_not(server, address):
    for method in ("GET", "HEAD"):
        status, said, _ = ask(server, address, method)
        assert status in (400, 404) and "秘密" not in said and "root:" not in said


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "CONNECT"])
def test_only_get_and_head(server, method):
    assert ask(server, "/", method)[0] in (405, 501)


def test_head_has_no_body(server):
    status, said, headers = ask(server, "/", "HEAD")
    assert (status, said) == (200, "") and headers["Content-Length"] == str(len("首页 new".encode()))


@pytest.mark.parametrize(("host", "status"), [("localhost:80", 200), ("127.0.0.1:80", 200), ("localhost", 200), ("evil.example:80", 403), ("127.0.0.1.evil.example", 403), ("[", 403), ("", 403)])  # fmt: skip
def test_only_who_asks_for_this_machine(server, host, status):
    """A page of someone else's whose name leads to 127.0.0.1 gets nothing."""
    assert ask(server, "/", Host=host)[0] == status


def test_the_next_run_is_seen_at_once(server, site):
    site.unlink()
    site.symlink_to("old")
    assert ask(server, "/")[1] == "首页 old"


def test_it_listens_on_the_loopback_only(server):
    assert server.server_address[0] == "127.0.0.1"
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1"}
    for other in others:
        with pytest.raises(OSError):
            socket.create_connection((other, server.server_port), timeout=2).close()


def test_the_command_says_where_and_ends_with_ctrl_c(site):
    code = "import sys; sys.argv[0] = 'township'; from township_analysis.cli import main; main()"
    run = subprocess.Popen(
        [sys.executable, "-uc", code, "serve", "--out", str(site.parent), "--port", "0"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        encoding="utf-8",
    )  # fmt: skip
    port = int(re.search(r":(\d+)/", run.stdout.readline())[1])
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=10)
    connection.request("GET", "/")
    assert connection.getresponse().read().decode() == "首页 new"
    run.send_signal(2)
    assert run.wait(timeout=10) == 0


def test_without_pages_it_says_what_to_do(tmp_path):
    done = township("serve", "--out", tmp_path, cwd=tmp_path)
    assert done.returncode == 2 and "township report" in done.stderr
