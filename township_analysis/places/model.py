"""Who a report is about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A township as far as a report tells it.

    Attributes:
        township: Its name as the gazetteer writes it, or as the report does where there is no code.
        township_code: Nine digits of the statistics bureau, or None where the evidence is too little.
        county: Name of the county, or None.
        prefecture: Name of the prefecture, or None (municipalities have none).
        province: Name of the province, or None.
        evidence: A sentence that says what the answer rests on, and which alternative is within reach.
        edition: The edition of the code table, or None without a code.
    """

    township: str | None
    township_code: str | None = None
    county: str | None = None
    prefecture: str | None = None
    province: str | None = None
    evidence: str = ""
    edition: str | None = None
