"""An executed notebook, or the overview of a run, as one HTML page that needs nothing else."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from township_analysis import __version__
from township_analysis.pages import html

if TYPE_CHECKING:
    import nbformat

TEMPLATES = Path(__file__).parent / "templates"
HTML_LANGUAGES = {"zh": "zh-Hans", "en": "en"}


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
    """The prose and the outputs of an executed notebook, without its code; the notebook stays as it is."""
    from nbconvert.exporters import HTMLExporter
    from nbformat import from_dict

    exporter = HTMLExporter(template_name="township", extra_template_basedirs=[str(TEMPLATES)])  # type: ignore[no-untyped-call]
    exporter.exclude_input = True
    exporter.exclude_input_prompt = exporter.exclude_output_prompt = True
    copy = from_dict({**notebook, "metadata": {**notebook.metadata, "township": _page(frame)}})  # type: ignore[no-untyped-call]
    page: str = exporter.from_notebook_node(copy)[0]
    return page


def overview_page(body: str, frame: Frame) -> str:
    """A page around HTML that is ready."""
    from jinja2 import Environment, FileSystemLoader

    # Only the frame's own texts go through the template, each with its escape; the body is HTML already.
    environment = Environment(loader=FileSystemLoader(TEMPLATES / "township"), autoescape=False)
    return environment.get_template("overview.html.j2").render(body=body, page=_page(frame))


def _page(frame: Frame) -> dict[str, object]:
    return {
        **asdict(frame),
        "html_language": HTML_LANGUAGES.get(frame.language, "zh-Hans"),
        "css": html.stylesheet("page.css") + html.stylesheet("blocks.css"),
        "package": __version__,
    }
