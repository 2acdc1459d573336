"""What all tests share: the real reports, where this machine has them."""

import os
import signal
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("same", derandomize=True)  # `make fuzz SEED=n` is what tries something else each time
settings.load_profile("same")
os.environ.pop("MPLBACKEND", None)  # a kernel that inherits one shows no plots

if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:  # behind & or nohup; what is started here would ignore it, too
    signal.signal(signal.SIGINT, signal.default_int_handler)

FOLDER = "TOWNSHIP_REAL_REPORTS"
REQUIRED = "TOWNSHIP_REQUIRE_REAL"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whoever asks for the real reports carries the marker, so that nobody has to remember it."""
    for item in items:
        if "real_reports" in getattr(item, "fixturenames", ()):
            item.add_marker("real")


@pytest.fixture(scope="session")
def real_reports() -> Path:
    """The folder with reports/, gold/ and corpus/; the test is skipped where there is none."""
    folder = os.environ.get(FOLDER)
    if not folder:
        pytest.skip(f"the real reports are not here: {FOLDER} is not set")
    path = Path(folder)
    missing = [name for name in ("reports", "gold", "corpus") if not (path / name).is_dir()]
    assert not missing, f"{FOLDER}={folder}: expected the folders reports, gold and corpus in it, {missing} are missing"
    return path


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where the real reports are required, a test that skips for want of them, or any other reason, has failed."""
    report = yield
    skipped = report.skipped and not hasattr(report, "wasxfail")
    about_real = item.get_closest_marker("real") is not None or FOLDER in str(report.longrepr)
    if skipped and about_real and os.environ.get(REQUIRED) == "1":
        report.outcome = "failed"
        report.longrepr = f"{REQUIRED}=1, but this test was skipped: {report.longrepr}"
    return report
