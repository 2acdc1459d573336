"""The examples in the docstrings of all that needs nothing but a text come out as they say."""

import doctest
import importlib
import pkgutil

import pytest

import township_analysis

#: Packages whose examples stand alone; those of the others go on from a corpus that has been built.
ALONE = ("cli", "evaluation", "figures", "lang", "places", "reading", "report")
MODULES = [
    module.name
    for module in pkgutil.walk_packages(township_analysis.__path__, "township_analysis.")
    if module.name.split(".")[1] in ALONE
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_come_out_as_they_say(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_examples() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    found = [test for name in MODULES for test in finder.find(importlib.import_module(name))]
    assert sum(len(test.examples) for test in found) > 100
