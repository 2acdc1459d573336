"""``township serve``: the site in a browser of this machine."""

import mimetypes
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import unquote, urlsplit

import typer

from township_analysis.cli import common
from township_analysis.cli.report import out_folder
from township_analysis.errors import DataError

LOOPBACK = "127.0.0.1"
HOSTS = (LOOPBACK, "localhost")  # other names lead here only by a page of someone else's
TYPES = {".html": "text/html", ".json": "application/json", ".ipynb": "application/json"}


def command(
    out: Annotated[str, typer.Option("--out", help=common.words("option.site"))] = "",
    port: Annotated[int, typer.Option("--port", help=common.words("option.port"), min=0, max=65535)] = 8000,
) -> None:
    """Serve the newest run until Ctrl-C."""
    from township_analysis.runs.publish import LATEST

    site = out_folder(out) / LATEST
    if not (site / "index.html").is_file():
        raise DataError(f"{site} has no pages", remedy="run `township report` first")
    try:
        server = server_of(site, port)
    except OSError as error:
        raise DataError(f"The port {port} cannot be used: {error}", remedy="--port 0 takes any") from error
    with server:
        common.say(common.words("serve.at", address=f"http://{LOOPBACK}:{server.server_port}/"))
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            common.complain(common.words("interrupted"))


def server_of(site: Path, port: int = 0) -> ThreadingHTTPServer:
    """A server on the loopback address for the files of a folder.

    Args:
        site: The folder; it may be a link that is changed while the server runs.
        port: 0 takes any that is free.
    """
    return ThreadingHTTPServer((LOOPBACK, port), partial(_Handler, site))


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD with files of the site; the base class refuses every other method."""

    server_version, sys_version = "township", ""

    def __init__(self, site: Path, *args: Any) -> None:
        self.site = site
        super().__init__(*args)

    def do_GET(self) -> None:
        if content := self._head():
            self.wfile.write(content)

    def do_HEAD(self) -> None:
        self._head()

    def _head(self) -> bytes:
        if not _is_here(self.headers.get("Host") or ""):
            self.send_error(HTTPStatus.FORBIDDEN)
            return b""
        path = _inside(self.site, self.path)
        if path is None:
            self.send_error(HTTPStatus.NOT_FOUND)
            return b""
        content = path.read_bytes()
        kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if path.suffix in TYPES else kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        return content

    def log_message(self, *_: Any) -> None:
        """Nothing: who reads which page is no one's business."""


def _is_here(host: str) -> bool:
    try:
        return urlsplit(f"//{host}").hostname in HOSTS
    except ValueError:
        return False


def _inside(site: Path, address: str) -> Path | None:
    """The file that an address names, if it lies in the site wherever links lead, and is none that is hidden."""
    name = unquote(urlsplit(address).path).lstrip("/") or "index.html"
    try:
        root = site.resolve()
        path = (root / name).resolve()
        if not path.is_relative_to(root) or any(part.startswith(".") for part in path.relative_to(root).parts):
            return None
        return path if path.is_file() else None
    except (OSError, ValueError):  # a name that no file can have
        return None
