"""The package's errors: one base class, and messages that say what failed, where, and what to do."""


class TownshipError(Exception):
    """Base of every error that the package raises on purpose.

    Args:
        what: What failed, with the file and the place in it where there is one.
        expected: What was expected instead.
        remedy: What the reader of the message can do.
        rule: A short stable name of the cause (``empty-file``), used in ``rejects`` and to tell it in Chinese.
        facts: What the Chinese message fills in (cli/errors.csv).
    """

    rule = "error"

    def __init__(self, what: str, *, expected: str = "", remedy: str = "", rule: str = "", **facts: object) -> None:
        self.what, self.expected, self.remedy, self.facts = what, expected, remedy, facts
        self.rule = rule or type(self).rule
        parts = [what, expected and f"Expected: {expected}", remedy and f"What to do: {remedy}"]
        super().__init__(" ".join(part if part[-1:] in ".?!" else f"{part}." for part in parts if part))


class ReadingError(TownshipError):
    """A file cannot be read as a report."""

    rule = "unreadable"


class DataError(TownshipError):
    """A table or setting does not have the form that it should have."""

    rule = "bad-data"


class NotAQuantity(TownshipError, ValueError):
    """A text that should be a number, a quantity or a period is none."""

    rule = "not-a-quantity"
