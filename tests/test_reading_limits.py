"""The worker process: ended when it passes a limit, and there again for the next file."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from write_pdf import set_paragraphs

from township_analysis.errors import TownshipError
from township_analysis.reading import Rejected, limits, read_document, read_safely

PAGE = "<html><body><p>全镇完成粮食播种面积1.2万亩，增长8.5%。</p></body></html>"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def fresh() -> Iterator[None]:
    limits.end_worker()
    yield
    limits.end_worker()


def test_one_worker_serves_many_files(page: Path) -> None:
    assert read_safely(page) == read_document(page)
    worker = limits._workers[0].process.pid
    for _ in range(5):
        read_safely(page)
    assert limits._workers[0].process.pid == worker


@pytest.mark.slow  # shaky beside other work
def test_a_worker_costs_little(page: Path) -> None:
    read_safely(page)
    start = time.perf_counter()
    for _ in range(50):
        read_safely(page)
    safely = time.perf_counter() - start
    start = time.perf_counter()
    for _ in range(50):
        read_document(page)
    alone = time.perf_counter() - start
    assert (safely - alone) / 50 < 0.005


def test_a_text_needs_no_worker(tmp_path: Path, fresh: None) -> None:
    path = tmp_path / "report.txt"
    path.write_text("全镇完成粮食播种面积1.2万亩。", encoding="utf-8")
    read_safely(path)
    assert not limits._workers


def test_time(tmp_path: Path, page: Path, fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    long = tmp_path / "long.pdf"
    long.write_bytes(set_paragraphs(["全镇完成粮食播种面积1.2万亩，增长百分之三。" * 40] * 300))
    monkeypatch.setattr(limits, "MAX_SECONDS", 0.3)
    with pytest.raises(Rejected) as caught:
        read_safely(long)
    assert caught.value.rule == "timeout"
    assert read_safely(page).format == "html"


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="memory is limited on Linux only")
def test_memory(tmp_path: Path, page: Path, fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    large = tmp_path / "large.html"
    large.write_text(PAGE * 100_000, encoding="utf-8")
    monkeypatch.setattr(limits, "MAX_MEMORY", 40)
    with pytest.raises(Rejected) as caught:
        read_safely(large)
    assert caught.value.rule == "memory"
    monkeypatch.undo()
    assert read_safely(page).format == "html"


def test_a_worker_that_dies(page: Path, fresh: None) -> None:
    read_safely(page)
    limits._workers[0].process.kill()
    time.sleep(0.1)
    assert read_safely(page).format == "html"


def test_an_interpreter_that_does_not_start(page: Path, fresh: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits.sys, "executable", os.devnull if os.name == "nt" else "/bin/false")
    with pytest.raises((TownshipError, OSError)):
        read_safely(page)


def test_threads_share_it(page: Path) -> None:
    texts: list[str] = []
    threads = [threading.Thread(target=lambda: texts.append(read_safely(page).text)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(texts) == 8 and len(set(texts)) == 1
