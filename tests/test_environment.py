"""pyproject.toml, requirements.lock and environment.yml say the same, and every import is named; all of it offline."""

import ast
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions, requires
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from rattler import MatchSpec

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CONDA_NAMES = {  # conda-forge's name: the name in pyproject.toml
    "matplotlib-base": "matplotlib",
    "pandera-base": "pandera",
    "python-duckdb": "duckdb",
    "seaborn-base": "seaborn",
}
CONDA_ONLY = {"python", "pip"}
#: Imported, but left to the required package that requires it: who brings it (jupyter-server comes by jupyterlab).
BROUGHT = {
    "ipykernel": "jupyterlab",
    "jinja2": "jupyterlab",
    "jupyter-client": "jupyter-server",
    "jupyter-server": "jupyterlab",
    "nbclient": "papermill",
    "nbconvert": "jupyter-server",
    "nbformat": "jupyter-server",
    "numpy": "pandas",
    "pdfminer-six": "pdfplumber",
    "traitlets": "jupyterlab",
    "pyzmq": "jupyter-client",
    "websocket-client": "jupyter-server",
}
#: benchmarks/others.py runs in an environment that it makes for itself.
ELSEWHERE = {"jionlp", "recognizers_number", "recognizers_number_with_unit", "recognizers_text"}


def requirements(lines: list[str]) -> dict[str, Requirement]:
    """Name → requirement."""
    return {canonicalize_name(one.name): one for one in map(Requirement, lines)}


REQUIRED = requirements(PROJECT["dependencies"])
EXTRAS = {name: requirements(lines) for name, lines in PROJECT["optional-dependencies"].items()}


def conda_and_pip(text: str) -> tuple[list[str], list[str]]:
    """The lines for conda and those for pip of an environment.yml."""
    lines = yaml.safe_load(text)["dependencies"]
    return [one for one in lines if isinstance(one, str)], [
        one for d in lines if isinstance(d, dict) for one in d["pip"]
    ]


CONDA, PIP = conda_and_pip((ROOT / "environment.yml").read_text(encoding="utf-8"))


def conda_fault(line: str) -> str | None:
    """What is wrong with a conda line, or None."""
    if re.search(r"\s", line):
        return "inner space"
    try:
        spec = MatchSpec(line, strict=True)
    except Exception as error:
        return f"no MatchSpec: {error}"
    name = spec.name.normalized if spec.name else ""
    version = SpecifierSet(str(spec.version)) if spec.version else SpecifierSet()
    if name in CONDA_ONLY:
        wanted = SpecifierSet(PROJECT["requires-python"]) if name == "python" else SpecifierSet()
    elif (known := CONDA_NAMES.get(name, name)) in REQUIRED:
        wanted = REQUIRED[known].specifier
    else:
        return "not in pyproject.toml"
    return None if version == wanted else f"pyproject.toml says {wanted}"


def pip_fault(line: str) -> str | None:
    """What is wrong with a pip line, or None."""
    if line == "-e .":
        return None
    one = Requirement(line)
    wanted = REQUIRED.get(canonicalize_name(one.name))
    if wanted is None:
        return "not in pyproject.toml"
    return None if one.specifier == wanted.specifier else f"pyproject.toml says {wanted.specifier}"


@pytest.mark.parametrize("line", CONDA)
def test_conda_line(line: str) -> None:
    assert conda_fault(line) is None


@pytest.mark.parametrize("line", PIP)
def test_pip_line(line: str) -> None:
    assert pip_fault(line) is None


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("pandas >=3.0.0", "inner space"),
        ("pan das", "inner space"),
        ("pandas=>3.0.0", "no MatchSpec"),
        ("pandas>=2.0", "pyproject.toml says"),
        ("pandas", "pyproject.toml says"),
        ("matplotlib-bsae>=3.11.0", "not in pyproject.toml"),
        ("python>=3.9", "pyproject.toml says"),
    ],
)
def test_a_wrong_conda_line_is_found(line: str, fault: str) -> None:
    assert fault in (conda_fault(line) or "")


@pytest.mark.parametrize(
    ("line", "fault"), [("opencc>=9", "pyproject.toml says"), ("open-cc", "not in pyproject.toml")]
)
def test_a_wrong_pip_line_is_found(line: str, fault: str) -> None:
    assert fault in (pip_fault(line) or "")


def test_conda_has_every_required_package_once() -> None:
    conda = [name for line in CONDA if (name := MatchSpec(line, strict=True).name.normalized) not in CONDA_ONLY]
    pip = [canonicalize_name(Requirement(line).name) for line in PIP if line != "-e ."]
    assert sorted([CONDA_NAMES.get(name, name) for name in conda] + pip) == sorted(REQUIRED)
    assert "-e ." in PIP


def locked() -> dict[str, list[Requirement]]:
    """Name → the lines of the lock for it (several where the version depends on the Python)."""
    lines: dict[str, list[Requirement]] = {}
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            lines.setdefault(canonicalize_name(Requirement(line).name), []).append(Requirement(line))
    return lines


def test_lock_names_versions_and_markers_only() -> None:
    for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()[1:]:
        assert re.fullmatch(r"[a-z0-9._-]+==[0-9][a-z0-9.]*( ; [^/@]+)?", line)


@pytest.mark.parametrize("python", ["3.11.7", "3.12.1", "3.13.0", "3.14.0"])
@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_lock_has_one_fitting_version_of_every_package(python: str, system: str) -> None:
    machine = {
        "python_full_version": python,
        "python_version": python.rpartition(".")[0],
        "sys_platform": system,
        "os_name": "nt" if system == "win32" else "posix",
        "platform_python_implementation": "CPython",
        "implementation_name": "cpython",
    }
    lock = locked()
    for name, wanted in (REQUIRED | EXTRAS["dev"]).items():
        fitting = [one for one in lock.get(name, []) if one.marker is None or one.marker.evaluate(machine)]
        assert len(fitting) == 1, f"{name}: make lock"
        (version,) = fitting[0].specifier
        assert wanted.specifier.contains(version.version), f"{name}: make lock"


def imports(source: str) -> set[str]:
    """The top-level packages that a source imports, the standard library and this project left out."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names) - {"township_analysis"}


def sources(*folders: str) -> Iterator[tuple[Path, str]]:
    """Every module and notebook below the folders, with its code."""
    for path in sorted(path for folder in folders for path in (ROOT / folder).rglob("*")):
        if path.suffix == ".py":
            yield path, path.read_text(encoding="utf-8")
        elif path.suffix == ".ipynb" and ".ipynb_checkpoints" not in path.parts:
            cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
            lines = "".join("".join(cell["source"]) + "\n" for cell in cells if cell["cell_type"] == "code")
            yield path, re.sub(r"^\s*[%!].*$", "", lines, flags=re.MULTILINE)


def unnamed(folders: tuple[str, ...], allowed: set[str], local: set[str]) -> list[str]:
    """Imports below the folders that no allowed distribution provides."""
    provided = packages_distributions()
    return [
        f"{path.relative_to(ROOT)}: {name}"
        for path, source in sources(*folders)
        for name in sorted(imports(source) - local)
        if not allowed & {canonicalize_name(one) for one in provided.get(name, [name])}
    ]


def test_every_import_of_the_package_and_the_notebooks_is_named() -> None:
    optional = {name for extra, lines in EXTRAS.items() if extra != "dev" for name in lines}
    assert unnamed(("township_analysis", "notebooks"), set(REQUIRED) | set(BROUGHT) | optional, set()) == []


@pytest.mark.parametrize(("name", "by"), BROUGHT.items())
def test_a_package_is_brought_by_one_that_requires_it(name: str, by: str) -> None:
    assert by in REQUIRED or by in BROUGHT
    assert name in requirements([line for line in requires(by) or [] if "extra ==" not in line])


def test_every_import_of_tests_scripts_and_benchmarks_is_named() -> None:
    folders = ("tests", "scripts", "benchmarks")
    local = {path.stem for folder in folders for path in (ROOT / folder).rglob("*.py")}
    everything = set(REQUIRED) | set(BROUGHT) | {name for lines in EXTRAS.values() for name in lines}
    assert unnamed(folders, everything, local | ELSEWHERE) == []


def test_an_unnamed_import_is_found() -> None:
    assert imports("import numpy.linalg\nfrom docx import Document\nimport json\nfrom . import x") == {"numpy", "docx"}
    assert unnamed(("tests",), {"pytest"}, set()) != []


def test_at_most_twenty_required_packages() -> None:
    assert len(REQUIRED) <= 20
