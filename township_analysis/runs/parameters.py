"""A notebook's parameters: what its cell tagged ``parameters`` declares, values checked against it, values put in."""

import ast
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from township_analysis.errors import DataError

if TYPE_CHECKING:
    import nbformat

TYPES: dict[str, type] = {kind.__name__: kind for kind in (str, int, float, bool, list, dict)}
TRUTH = {"true": True, "false": False}
DECLARED, INJECTED = "parameters", "injected-parameters"  # tags of cells, as papermill has them


@dataclass(frozen=True)
class Required:
    """Stands for the default of a parameter that has none: ``report_id: str``."""


def parameters_of(notebook: Path) -> dict[str, Any]:
    """The names and defaults in the notebook's cell tagged ``parameters``; `Required` where there is no default.

    Raises:
        DataError: If the file is no notebook of Python, or an assignment in the cell is no plain value.
    """
    return {name: default for name, (default, _) in _declared(notebook).items()}


def title_of(notebook: Path) -> str:
    """The notebook's title (``metadata.title``), else its file's name."""
    return str(_content(notebook)["metadata"].get("title") or notebook.stem)


def checked(
    notebook: Path, values: Mapping[str, Any], texts: Iterable[tuple[str, str]] = (), filled: Iterable[str] = ()
) -> dict[str, Any]:
    """The values for a notebook, each of the type that the notebook declares.

    Args:
        notebook: The file.
        values: By name, as runs.yml has them.
        texts: Names and values of the command line, as text; they beat the others.
        filled: Names that get their value later, for each report or place.

    Raises:
        DataError: For a name that the notebook does not have (the nearest is suggested), a value of another type, or a
            parameter without a default that got no value.
    """
    declared = _declared(notebook)
    for name in [*values, *(name for name, _ in texts), *filled]:
        if name not in declared:
            near = get_close_matches(name, declared, n=1, cutoff=0.4)
            raise DataError(
                f"{notebook.name} has no parameter {name!r}",
                expected=", ".join(declared) or "no parameter at all",
                remedy=f"did you mean {near[0]!r}?" if near else "",
            )
    given = {**values, **{name: _read(text, declared[name][1]) for name, text in texts}}
    for name, value in given.items():
        _expect(notebook, name, value, *declared[name])
    for name, (default, _) in declared.items():
        if isinstance(default, Required) and name not in given and name not in filled:
            raise DataError(
                f"{notebook.name}: the parameter {name!r} has no value", remedy="it has no default: give one"
            )
    return given


def inject(notebook: "nbformat.NotebookNode", parameters: Mapping[str, Any]) -> None:
    """Put the values into a cell after the declaring one, as papermill does, but as they are read: 石桥镇 as 石桥镇."""
    from nbformat.v4 import new_code_cell

    lines = ["# Parameters", *(f"{name} = {value!r}" for name, value in parameters.items())]
    cell = new_code_cell("\n".join(lines), metadata={"tags": [INJECTED]})  # type: ignore[no-untyped-call]
    notebook.cells = [cell for cell in notebook.cells if INJECTED not in cell.metadata.get("tags", [])]
    tagged = [n for n, cell in enumerate(notebook.cells, 1) if DECLARED in cell.metadata.get("tags", [])]
    notebook.cells.insert(tagged[0] if tagged else 0, cell)


def _content(notebook: Path) -> dict[str, Any]:
    try:
        content: dict[str, Any] = json.loads(notebook.read_text(encoding="utf-8"))
        content["cells"], content["metadata"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"{notebook} is no notebook that can be read: {error!r}", expected="an .ipynb file") from error
    return content


def _declared(notebook: Path) -> dict[str, tuple[Any, frozenset[type]]]:
    """The default of each parameter, and the types that its value may have; any where that is empty."""
    content = _content(notebook)
    language = content["metadata"].get("kernelspec", {}).get("language", "python")
    if language != "python":
        raise DataError(f"{notebook} is written in {language}", expected="a notebook of Python")
    cells = [cell for cell in content["cells"] if DECLARED in cell.get("metadata", {}).get("tags", [])]
    try:
        body = ast.parse("".join(cells[0]["source"]) if cells else "").body
        return dict(_assignment(node) for node in body if isinstance(node, ast.Assign | ast.AnnAssign))
    except (SyntaxError, ValueError, AttributeError) as error:
        raise DataError(
            f"{notebook}: the cell tagged `parameters` cannot be read: {error}",
            expected="one assignment of a text, a number, True, False or None a line",
        ) from error


def _assignment(node: ast.Assign | ast.AnnAssign) -> tuple[str, tuple[Any, frozenset[type]]]:
    target: Any = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
    default = Required() if node.value is None else ast.literal_eval(node.value)
    if isinstance(node, ast.AnnAssign):
        names = {part.id for part in ast.walk(node.annotation) if isinstance(part, ast.Name)}
        kinds = frozenset(TYPES[name] for name in names & TYPES.keys())
    else:
        kinds = frozenset[type]() if default is None else frozenset([type(default)])
    return target.id, (default, kinds)


def _read(text: str, kinds: frozenset[type]) -> Any:
    """A value of the command line in the declared type: a report_id 2019 stays a text."""
    if str in kinds:
        return text
    if text.lower() in TRUTH:
        return TRUTH[text.lower()]
    try:
        return ast.literal_eval(text)
    except (SyntaxError, ValueError):
        return text


def _expect(notebook: Path, name: str, value: Any, default: Any, kinds: frozenset[type]) -> None:
    allowed = kinds | ({int} if float in kinds else set()) | ({type(None)} if default is None else set())
    if _plain(value) and (not kinds or type(value) in allowed):
        return
    like = "" if isinstance(default, Required) else f", like {default!r}"
    names = " or ".join(sorted(kind.__name__ for kind in kinds)) or "text, number, True, False, list or dict"
    what = "without a value" if value is None else f"{value!r}, a {type(value).__name__}"
    raise DataError(f"{notebook.name}: the parameter {name} is {what}", expected=names + like)


def _plain(value: Any) -> bool:
    """Whether the value can be written as a literal that says it whole."""
    if isinstance(value, list):
        return all(map(_plain, value))
    if isinstance(value, dict):
        return all(isinstance(key, str) and _plain(cell) for key, cell in value.items())
    return value is None or type(value) in (str, int, bool) or (type(value) is float and math.isfinite(value))
