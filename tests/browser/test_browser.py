"""The pages as a reader gets them: in Chromium, at three widths, in both languages."""

import os
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from chromium import chromium
from county import built_county
from town import ROOT, township

WIDTHS = (1280, 768, 390)
LANGUAGES = ("zh", "en")
REPORT = "522627112-2021"
PAGES = (
    "index",
    "corpus-overview",
    "codebook",
    "comparison",
    f"township-history-{REPORT[:9]}",
    f"township-profile-{REPORT}",
)
LARGEST = 2_000_000  # bytes of a page
AXE, SCREENSHOTS = "TOWNSHIP_AXE", "TOWNSHIP_SCREENSHOTS"

# A character that no font of the page has is drawn as the box that a private character is drawn as.
MISSING = r"""(() => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 32;
  const pen = canvas.getContext("2d", {willReadFrequently: true});
  const drawn = (character) => {
    pen.clearRect(0, 0, 32, 32);
    pen.font = "20px " + getComputedStyle(document.body).fontFamily;
    pen.textBaseline = "top";
    pen.fillText(character, 3, 3);
    return canvas.toDataURL();
  };
  const box = drawn("\u{10FFFD}");
  return [...new Set(document.body.innerText)].filter((character) => character.trim() && drawn(character) === box);
})()"""
SIDEWAYS = "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.ta-scroll')).map(e => e.outerHTML.slice(0, 80))"
IMAGES = "[...document.images].map(image => [image.alt.length, image.naturalWidth])"
FAULTS = "axe.run().then(found => found.violations.filter(fault => ['serious', 'critical'].includes(fault.impact)).map(fault => [fault.id, fault.nodes.map(node => node.html).slice(0, 3)]))"


@pytest.fixture(scope="session")
def tab():
    with chromium() as opened:
        yield opened


@pytest.fixture(scope="session")
def sites(tmp_path_factory):
    """The site of an invented county in each language, as `township report` makes it, with one profile and one history."""
    folder = tmp_path_factory.mktemp("county")
    processed, only = built_county(folder), [part for name in PAGES[1:] for part in ("--only", name)]
    for language in LANGUAGES:
        run = township(
            "report", "--processed", processed, "--out", folder / language, "--language", language, *only, cwd=ROOT
        )
        assert run.returncode == 0, run.stderr
    return {language: folder / language / "latest" for language in LANGUAGES}


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture(params=PAGES)
def page(request, sites, language):
    return sites[language] / f"{request.param}.html"


@pytest.mark.parametrize("width", WIDTHS)
def test_a_page_is_whole_at_every_width(tab, page, language, width, tmp_path_factory):
    tab.open(page.as_uri(), width)
    kept = Path(os.environ.get(SCREENSHOTS) or tmp_path_factory.getbasetemp() / "screenshots")
    tab.screenshot(kept / f"{page.stem}-{language}-{width}.png")
    assert tab.complaints() == [] and tab.requests() == []
    assert tab.evaluate("document.documentElement.scrollWidth") <= width, tab.evaluate(SIDEWAYS)
    assert tab.evaluate(SIDEWAYS) == []
    assert tab.evaluate(MISSING) == []
    assert all(alt and natural for alt, natural in tab.evaluate(IMAGES))
    assert page.stat().st_size < LARGEST


def test_a_missing_glyph_is_found(tab, tmp_path):
    (tmp_path / "a.html").write_text("<meta charset=utf-8><body>竹林镇\ue123</body>", encoding="utf-8")
    tab.open((tmp_path / "a.html").as_uri())
    assert tab.evaluate(MISSING) == ["\ue123"]


def faults(tab):
    """What axe-core finds serious or worse on the page that is open."""
    axe = os.environ.get(AXE)
    if not axe:
        pytest.skip(f"{AXE} does not name axe-core's axe.min.js (npm install axe-core)")
    tab.evaluate(Path(axe).read_text(encoding="utf-8") + "\n;true")
    return tab.evaluate(FAULTS)


@pytest.mark.parametrize("width", [1280, 390])
def test_a_page_can_be_used_by_everyone(tab, page, width):
    tab.open(page.as_uri(), width)
    tab.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert faults(tab) == []


def test_a_fault_is_found(tab, tmp_path):
    (tmp_path / "a.html").write_text(
        "<!doctype html><html lang=zh><title>a</title><img src='data:,'><p style='color:#ccc'>看不清的文字</p>",
        encoding="utf-8",
    )
    tab.open((tmp_path / "a.html").as_uri())
    assert {fault for fault, _ in faults(tab)} == {"image-alt", "color-contrast"}


def test_links_lead_somewhere(page):
    content = page.read_text(encoding="utf-8")
    anchors = set(re.findall(r'\bid="([^"]+)"', content))
    for address in map(unescape, re.findall(r'href="([^"]+)"', content)):
        file, _, anchor = address.partition("#")
        if address.startswith("data:") or re.match("township-profile-", file):
            continue  # of the profiles this site holds one
        assert not file or (page.parent / unquote(file)).is_file(), address
        assert not anchor or file or anchor in anchors, address


def test_tables_sort_and_filter(tab, sites):
    tab.open((sites["zh"] / f"township-profile-{REPORT}.html").as_uri())
    tab.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    tab.evaluate("window.table = [...document.querySelectorAll('.ta table')].at(-2); window.column = 1")
    cells = "[...table.tBodies[0].rows].filter(row => !row.hidden).map(row => Number(row.cells[column].dataset.key))"
    click = "table.tHead.rows[0].cells[column].querySelector('button').click()"
    tab.evaluate(click)
    values = tab.evaluate(cells)
    assert values == sorted(values) and len(set(values)) > 3
    tab.evaluate(click)
    assert tab.evaluate(cells) == sorted(values, reverse=True)
    tab.evaluate(
        "{const box = table.closest('.ta-scroll').previousElementSibling.querySelector('input');"
        "box.value = '粮食　产量'; box.dispatchEvent(new Event('input'))}"
    )
    shown = tab.evaluate("[...table.tBodies[0].rows].filter(row => !row.hidden).map(row => row.cells[0].textContent)")
    assert shown and all("粮食" in name and "产量" in name for name in shown)
    assert tab.evaluate("table.closest('.ta-scroll').previousElementSibling.querySelector('output').value").startswith(
        f"{len(shown)} / "
    )


def test_the_code_is_behind_a_switch(tab, sites):
    tab.open((sites["en"] / "corpus-overview.html").as_uri())
    shown = "[...document.querySelectorAll('.ta-code')].map(code => code.offsetHeight > 0)"
    assert not any(tab.evaluate(shown))
    tab.evaluate("document.querySelector('button.code').click()")
    assert all(tab.evaluate(shown)) and tab.evaluate("document.querySelector('button.code').textContent") == "Hide code"


def test_the_index_finds_a_township(tab, sites):
    tab.open((sites["zh"] / "index.html").as_uri())
    shown = "[...document.querySelectorAll('.card')].filter(card => card.offsetHeight).map(card => card.textContent)"
    assert len(tab.evaluate(shown)) > 3
    tab.evaluate(
        "{const box = document.querySelector('.search input'); box.value = '竹林'; box.dispatchEvent(new Event('input'))}"
    )
    assert tab.evaluate(shown) and all("竹林镇" in card for card in tab.evaluate(shown))


def test_print_leaves_out_what_is_for_the_screen(tab, sites):
    tab.open((sites["zh"] / f"township-profile-{REPORT}.html").as_uri())
    tab.send("Emulation.setEmulatedMedia", media="print")
    hidden = "['header.bar', 'nav.contents', '.ta-filter'].map(name => document.querySelector(name).offsetHeight)"
    assert tab.evaluate(hidden) == [0, 0, 0]
    tab.send("Emulation.setEmulatedMedia", media="")
