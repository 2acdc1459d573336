"""A headless Chromium, driven over its DevTools protocol: what a page does, shows and asks for."""

import base64
import itertools
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--no-default-browser-check",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions",
    "--disable-dev-shm-usage", "--hide-scrollbars", "--remote-debugging-port=0",
)  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
SECONDS = 60  # a page that takes longer has failed


def executable() -> str:
    """Chromium; the test is skipped where there is none."""
    found = os.environ.get("TOWNSHIP_CHROMIUM") or next((path for name in NAMES if (path := shutil.which(name))), None)
    if not found:
        pytest.skip(f"there is no Chromium here: none of {', '.join(NAMES)} is on the path")
    return found


class Tab:
    """One tab: commands go in, answers and events come out."""

    def __init__(self, address: str) -> None:
        import websocket

        self._socket = websocket.create_connection(
            address, suppress_origin=True, timeout=SECONDS, enable_multithread=False
        )
        self._numbers = itertools.count(1)
        self.events: list[dict[str, Any]] = []
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.send(f"{domain}.enable")

    def _call(self, method: str, session: str | None = None, **parameters: Any) -> dict[str, Any]:
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": parameters}
        self._socket.send(json.dumps(message | ({"sessionId": session} if session else {})))
        while True:
            answer = self._receive()
            if answer.get("id") == number:
                assert "error" not in answer, (method, answer["error"])
                return answer["result"]

    def _receive(self) -> dict[str, Any]:
        answer = json.loads(self._socket.recv())
        if "method" in answer:
            self.events.append(answer)
        return answer

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        return self._call(method, self._session, **parameters)

    def wait_for(self, event: str) -> None:
        while not any(seen["method"] == event for seen in self.events):
            self._receive()

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression; a promise is awaited."""
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def until(self, expression: str, seconds: float = SECONDS) -> None:
        """Wait until a JavaScript expression is true."""
        end = time.monotonic() + seconds
        while not self.evaluate(f"Boolean({expression})"):
            assert time.monotonic() < end, f"still not true after {seconds} s: {expression}"
            time.sleep(0.3)

    def open(self, address: str, width: int = 1280, height: int = 900) -> None:
        self.events.clear()
        self.send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        self.send("Page.navigate", url=address)
        self.wait_for("Page.loadEventFired")

    def screenshot(self, path: Path, *, whole: bool = True) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        data = self.send(
            "Page.captureScreenshot", captureBeyondViewport=whole, **({"clip": self._whole()} if whole else {})
        )
        path.write_bytes(base64.b64decode(data["data"]))

    def _whole(self) -> dict[str, float]:
        size = self.send("Page.getLayoutMetrics")["cssContentSize"]
        return {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 16000), "scale": 1}

    def complaints(self) -> list[str]:
        """What the console said at the level of a warning or worse, and exceptions that nobody caught."""
        logged = [event["params"]["entry"]["text"] for event in self.events if event["method"] == "Log.entryAdded"]
        thrown = [
            str(event["params"]["exceptionDetails"])
            for event in self.events
            if event["method"] == "Runtime.exceptionThrown"
        ]
        called = [
            str(event["params"]["args"])
            for event in self.events
            if event["method"] == "Runtime.consoleAPICalled"
            and event["params"]["type"] in ("error", "warning", "assert")
        ]
        return logged + thrown + called

    def requests(self) -> list[str]:
        """The addresses that the page asked for, other than files and data of its own."""
        asked = [
            event["params"]["request"]["url"] for event in self.events if event["method"] == "Network.requestWillBeSent"
        ]
        return [address for address in asked if not address.startswith(("file:", "data:", "about:"))]

    def close(self) -> None:
        self._socket.close()


@contextmanager
def chromium() -> Iterator[Tab]:
    """A tab of a browser of its own, which ends with the block."""
    with tempfile.TemporaryDirectory(prefix="township-chromium-", ignore_cleanup_errors=True) as folder:
        process = subprocess.Popen(
            [executable(), *FLAGS, f"--user-data-dir={folder}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            tab = Tab(_address(Path(folder) / "DevToolsActivePort", process))
            yield tab
            tab.close()
        finally:
            process.terminate()
            process.wait(SECONDS)


def _address(written: Path, process: subprocess.Popen[bytes]) -> str:
    """The browser's own address: it writes its port and path into a file once it listens."""
    end = time.monotonic() + SECONDS
    while not (written.exists() and len(lines := written.read_text().splitlines()) == 2):
        assert process.poll() is None, f"Chromium ended with {process.returncode}"
        assert time.monotonic() < end, "Chromium did not start"
        time.sleep(0.1)
    return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
