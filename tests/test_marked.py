"""Of whom the figures of marked texts are: shares of right scopes, which may not fall."""

import pytest
from marked import bare, right_scopes, texts

#: Folder and kind of text: the least shares of right scopes among figures of named bodies and of the township.
FLOORS = {
    ("tune", "passages"): (0.77, 0.94),
    ("tune", "reports"): (0.84, 0.98),
    ("hold", "passages"): (0.62, 0.94),
    ("hold", "reports"): (0.78, 0.965),
}


@pytest.mark.parametrize(("folder", "kind"), FLOORS)
def test_scopes_of_marked_texts(folder: str, kind: str) -> None:
    shares = right_scopes(texts(folder)[kind])
    named, township = FLOORS[folder, kind]
    assert shares["named"] >= named and shares["township"] >= township, shares


def test_every_mark_is_whole() -> None:
    for folder in ("tune", "hold"):
        for text in (text for kind in texts(folder).values() for text in kind):
            plain, marks = bare(text)
            assert marks and all(mark.name for mark in marks), text
            assert not set("⟦⟧|") & set(plain), text
            assert all(part in plain.replace("“", "").replace("”", "") for m in marks for part in _parts(m.scope)), text


def _parts(scope: str) -> list[str]:
    return [] if scope.startswith("per-") else [part for part in scope.split("、") if part]
