"""An executed notebook, or the overview of a run, as one HTML page that needs nothing else."""

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from township_analysis import __version__
from township_analysis.lang.labels import label, label_or
from township_analysis.pages import html, words

if TYPE_CHECKING:
    import nbformat

TEMPLATES = Path(__file__).parent / "templates"
HTML_LANGUAGES = {"zh": "zh-Hans", "en": "en"}
SAID = ("show", "hide", "sort", "filter", "search")  # by the page's script
CONTENTS = "<!-- contents -->"  # where the contents list goes; a report's own text comes escaped and cannot hold it
HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.S)
TAGS = re.compile(r'<a class="anchor-link".*?</a>|<[^>]+>')


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the content of a page.

    Attributes:
        title: The page's title in the browser.
        subtitle: Right in the bar at the top.
        site: Left in the bar, leads to the overview.
        notes: The footer: version of the data, run time, …
        language: ``zh`` or ``en``.
        failure: HTML on top of a page whose notebook failed, or empty.
    """

    title: str
    subtitle: str
    site: str
    notes: tuple[str, ...]
    language: str = "zh"
    failure: str = ""


def notebook_page(notebook: "nbformat.NotebookNode", frame: Frame) -> str:
    """The prose and the outputs of an executed notebook, its code behind a switch; the notebook stays as it is."""
    from nbconvert.exporters import HTMLExporter
    from nbformat import from_dict

    exporter = HTMLExporter(template_name="township", extra_template_basedirs=[str(TEMPLATES)])  # type: ignore[no-untyped-call]
    exporter.exclude_input_prompt = exporter.exclude_output_prompt = True
    page = _page(frame, notebook.metadata.get("papermill", {}).get("parameters", {}))
    copy = from_dict({**notebook, "metadata": {**notebook.metadata, "township": page}})  # type: ignore[no-untyped-call]
    return _with_contents(exporter.from_notebook_node(copy)[0], frame.language)


def prepare() -> None:
    """Import and compile what the first page would have to wait for."""
    from nbformat.v4 import new_notebook

    notebook_page(new_notebook(), Frame("", "", "", ("", "")))  # type: ignore[no-untyped-call]


def overview_page(body: str, frame: Frame) -> str:
    """A page around HTML that is ready."""
    from jinja2 import Environment, FileSystemLoader

    # Only the frame's own texts go through the template, each with its escape; the body is HTML already.
    environment = Environment(loader=FileSystemLoader(TEMPLATES / "township"), autoescape=False)
    page = environment.get_template("overview.html.j2").render(body=body, page=_page(frame, {}))
    return page.replace(CONTENTS, "", 1)


def _page(frame: Frame, parameters: Mapping[str, Any]) -> dict[str, object]:
    language = "en" if frame.language == "en" else "zh"
    script, title = html.template("page.js"), in_language(frame.title, language)
    notes = "，".join(frame.notes[:2]) if language == "zh" else ", ".join(frame.notes[:2])
    return {
        **asdict(frame),
        "title": title,
        "subtitle": in_language(frame.subtitle, language),
        "html_language": HTML_LANGUAGES[language],
        "css": html.template("page.css") + html.template("blocks.css"),
        "script": script,
        "script_hash": base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        "words": {name: label(f"page.{name}", language) for name in SAID},
        "skip": label("page.skip", language),
        "contents_mark": CONTENTS,
        "parameters": _parameters(parameters, language),
        "cite": label("page.cite", language, title=title, site=frame.site, notes=notes, package=__version__),
        "package": __version__,
    }  # fmt: skip


def in_language(title: str, language: str) -> str:
    """A notebook's title, which may be given in both languages, in the page's.

    Example:
        >>> in_language("报告总览 · Corpus overview", "en"), in_language("竹林镇 2019", "en")
        ('Corpus overview', '竹林镇 2019')
    """
    chinese, _, english = title.partition(" · ")
    return english if english and language == "en" else chinese


def _parameters(parameters: Mapping[str, Any], language: str) -> list[tuple[str, str]]:
    """Those that say something to a reader: not the folder of the tables, and nothing that was left empty."""
    return [
        (label_or(f"parameter.{name}", language, name), words.value_label(name, str(value), language))
        for name, value in parameters.items()
        if name != "processed" and value not in ("", None)
    ]


def _with_contents(page: str, language: str) -> str:
    """The page with a list of its headings, if it has enough of them to get lost in."""
    headings = HEADING.findall(page)
    items = "".join(f'<li><a href="#{anchor}">{TAGS.sub("", heading).strip()}</a></li>' for anchor, heading in headings)
    name = html.text(label("page.contents", language))
    nav = f'<nav class="contents" aria-label="{name}"><b>{name}</b><ol>{items}</ol></nav>' if len(headings) > 1 else ""
    return page.replace(CONTENTS, nav, 1)
