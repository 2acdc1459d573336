"""Reports that try to act, as pages in Chromium: no dialog, no request, no node that a report has made."""

import re

import pytest
from chromium import chromium
from hostile import NAMES, raw_hostile
from town import ROOT, township

import township_analysis as ta
from township_analysis.corpus import build

# What a report's markup would have become, and handlers or addresses that would run.
MADE = """[...document.querySelectorAll('*')].filter(node =>
  ['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'FORM', 'FRAME'].includes(node.tagName)
  || [...node.attributes].some(a => a.name.startsWith('on') || /^\\s*javascript:/i.test(a.value))
  || (node.src || '').toString().includes('evil')
  || (node.tagName === 'SCRIPT' && /alert\\(/.test(node.textContent))
  || (node.tagName === 'A' && node.hostname.includes('evil') && node.href !== 'https://evil.example/')
).map(node => node.outerHTML.slice(0, 120))"""
DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069\x1b\x9b]")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    build(raw_hostile(folder / "raw"), folder / "processed")
    done = township("report", "--processed", folder / "processed", "--out", folder / "reports", cwd=ROOT)
    assert done.returncode == 0 and not DIRECTION.search(done.stdout + done.stderr), done.stderr
    return folder


def test_nothing_of_a_report_acts_in_a_page(site):
    pages = sorted((site / "reports" / "latest").glob("*.html"))
    assert len(pages) >= 3 + len(NAMES)  # index, overview, comparison, and a profile of each
    ids = ta.load(site / "processed").reports["report_id"].tolist()
    assert all(any(report_id in page.name for page in pages) for report_id in ids)
    with chromium() as tab:
        for page in pages:
            tab.open(page.as_uri())
            tab.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
            dialogs = [event for event in tab.events if event["method"] == "Page.javascriptDialogOpening"]
            assert (dialogs, tab.requests(), tab.complaints()) == ([], [], []), page.name
            assert tab.evaluate(MADE) == [], page.name
            assert "evil" not in tab.evaluate("document.title").replace("evil'", "")
            assert not DIRECTION.search(tab.evaluate("document.documentElement.outerHTML")), page.name
            if page.name.startswith("township-profile"):
                shown = tab.evaluate("document.body.textContent")
                assert "<script>document.title='evil';alert(1)</script>" in shown and "=cmd|' /C calc'!A0" in shown


@pytest.mark.parametrize("markup", ["<svg onload=void(0)>", "<a href='javascript:void(0)'>a</a>", "<iframe></iframe>"])
def test_what_a_report_might_have_made_is_found(tmp_path, markup):
    (tmp_path / "a.html").write_text(f"<meta charset=utf-8><body>竹林镇{markup}", encoding="utf-8")
    with chromium() as tab:
        tab.open((tmp_path / "a.html").as_uri())
        assert len(tab.evaluate(MADE)) == 1
