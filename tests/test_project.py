"""What the project as a whole promises: a light import, small modules, clean files, and papers that agree."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import township_analysis

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("pandas", "matplotlib", "jieba", "papermill", "pandera")
PAPERS = ("README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/architecture.md")
MACHINE = re.compile(r"(?:^|[^A-Za-z0-9_.~])/(?:root|work|home|Users)/")
ADDRESS = re.compile(r"--(?:extra-)?index[-]url|--find[-]links|:[/]/[^ /]*/simple\b")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """The text files that are or would be committed."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True
    )
    if listing.returncode:
        pytest.skip("this is no git checkout")
    found = {}
    for name in listing.stdout.decode("utf-8").split("\0"):
        if name and (ROOT / name).is_file() and b"\0" not in (raw := (ROOT / name).read_bytes())[:8000]:
            found[name] = raw.decode("utf-8", "replace")
    return found


@pytest.mark.parametrize(
    "code",
    [
        "import township_analysis",
        "import sys; sys.argv = ['township', '--help']\n"
        "from township_analysis.cli import main\n"
        "try: main()\n"
        "except SystemExit as end: assert not end.code, end.code",
    ],
    ids=["import", "help"],
)
def test_what_is_heavy_is_not_imported_before_it_is_used(code: str) -> None:
    asks = f"{code}\nimport sys\nprint('\\n' + repr([name for name in {HEAVY} if name in sys.modules]))"
    done = subprocess.run([sys.executable, "-c", asks], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"


def test_no_module_is_longer_than_400_lines(files: dict[str, str]) -> None:
    lengths = {name: code.count("\n") for name, code in files.items() if name.endswith(".py")}
    assert {name: lines for name, lines in lengths.items() if lines > 400} == {}


def test_notebooks_are_stripped(files: dict[str, str]) -> None:
    cells = {n: json.loads(t)["cells"] for n, t in files.items() if n.endswith(".ipynb")}
    assert [name for name, all_cells in cells.items() if any(cell.get("outputs") for cell in all_cells)] == []


def test_only_ci_knows_where_the_real_reports_lie(files: dict[str, str]) -> None:
    beside = "/".join(("..", "shared"))
    assert {name for name, content in files.items() if beside in content} == {".ci/run"}


@pytest.mark.parametrize("pattern", [MACHINE, ADDRESS], ids=["machine", "address"])
def test_no_file_names_a_machine_or_a_place_of_packages(pattern: re.Pattern[str], files: dict[str, str]) -> None:
    own = Path(__file__).relative_to(ROOT).as_posix()
    found = {name: hit.group() for name, content in files.items() if name != own and (hit := pattern.search(content))}
    assert found == {}


@pytest.mark.parametrize(
    ("line", "pattern"),
    [
        ("path = '/home/someone/reports'", MACHINE),
        ("--{}-url x".format("index"), ADDRESS),
        ("https://packages.example/{}".format("simple"), ADDRESS),
    ],
)
def test_a_foreign_path_or_address_is_found(line: str, pattern: re.Pattern[str]) -> None:
    assert pattern.search(line)


def test_versions_agree() -> None:
    assert str(yaml.safe_load(text("CITATION.cff"))["version"]) == township_analysis.__version__
    assert "## [Unreleased]" in text("CHANGELOG.md")


@pytest.mark.parametrize("paper", PAPERS)
def test_papers_name_what_there_is(paper: str) -> None:
    content = text(paper)
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), flags=re.MULTILINE))
    assert set(re.findall(r"(?:`|^)make ([a-z]+)", content, flags=re.MULTILINE)) <= targets
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", content) if "://" not in link]
    assert [link for link in links if not ((ROOT / paper).parent / link).exists()] == []


def blocks(paper: str) -> list[str]:
    """The code blocks of a paper without their comments, which are in the paper's language."""
    return [
        "\n".join(line.split("  #")[0].rstrip() for line in block.splitlines() if not line.startswith("#"))
        for block in re.findall(r"```\w+\n(.*?)```", text(paper), flags=re.DOTALL)
    ]


def test_both_readmes_show_the_same_commands() -> None:
    assert blocks("README.md") == blocks("README.zh-CN.md") != []


def test_architecture_names_every_folder_of_the_package() -> None:
    package = ROOT / "township_analysis"
    folders = {path.parent.relative_to(package).as_posix() for path in package.glob("*/__init__.py")}
    modules = {path.name for path in package.glob("*.py")} - {"__init__.py"}
    named = text("docs/architecture.md")
    assert {name for name in {f"{one}/" for one in folders} | modules if name not in named} == set()


@pytest.mark.parametrize("paper", ["README.md", "README.zh-CN.md"])
def test_readmes_name_every_command(paper: str) -> None:
    from township_analysis.cli.app import app

    commands = {command.name for command in app.registered_commands}
    assert set(re.findall(r"`township ([a-z]+)", text(paper))) == commands


@pytest.mark.parametrize("paper", [*PAPERS, "docs/structure.md", "docs/places.md"])
def test_papers_name_files_that_are_there(paper: str) -> None:
    package = ROOT / "township_analysis"
    named = re.findall(r"\b((?:[a-z_]+/)+[a-z_]+\.(?:py|csv|yml))\b", text(paper))
    made = ("data/raw/sources.csv", "data/raw/corrections.yml", "data/tables/codebook.csv")
    assert [
        name for name in named if name not in made and not any((at / name).exists() for at in (ROOT, package))
    ] == []
