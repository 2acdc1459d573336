"""What JioNLP and Recognizers-Text find in texts; compare.py runs it in an environment that has them and nothing else.

Reads a JSON list of texts; the last line that it writes is a JSON object.
"""

import json
import sys
from typing import Any

import jionlp
from recognizers_number import recognize_number, recognize_percentage
from recognizers_number_with_unit import recognize_currency, recognize_dimension, recognize_temperature
from recognizers_text import Culture

Row = dict[str, Any]

#: Names of units in Recognizers-Text and the words of the reports.
UNITS = {
    "Chinese yuan": "元",
    "United States dollar": "美元",
    "Hong Kong dollar": "港元",
    "Euro": "欧元",
    "Japanese yen": "日元",
    "Mu": "亩",
    "Hectare": "公顷",
    "Square meter": "平方米",
    "Square kilometer": "平方公里",
    "Kilometer": "公里",
    "Meter": "米",
    "Centimeter": "厘米",
    "Millimeter": "毫米",
    "Li": "里",
    "Ton": "吨",
    "Metric ton": "吨",
    "Kilogram": "公斤",
    "Jin": "斤",
    "Gram": "克",
    "Dan": "担",
    "Cubic meter": "立方米",
    "Liter": "升",
    "Milliliter": "毫升",
    "Kilometer per hour": "公里/小时",
    "C": "℃",
}


def money(text: str) -> list[Row]:
    """JioNLP: amounts of money; of a blurred one (300余万元) the lower end, as it is annotated."""
    rows: list[Row] = []
    for found in jionlp.ner.extract_money(text):
        amount = found["detail"]["num"]
        value = float(amount[0] if isinstance(amount, list) else amount)
        rows.append(
            {"start": found["offset"][0], "end": found["offset"][1], "value": value, "unit": found["detail"]["case"]}
        )
    return rows


def recognized(text: str) -> list[Row]:
    """Recognizers-Text: of entities that overlap the longest."""
    models = (recognize_currency, recognize_dimension, recognize_temperature, recognize_percentage, recognize_number)
    rows = [row for model in models for row in map(entity, model(text, Culture.Chinese)) if row]
    kept: list[Row] = []
    for row in sorted(rows, key=lambda row: row["start"] - row["end"]):
        if all(row["end"] <= other["start"] or row["start"] >= other["end"] for other in kept):
            kept.append(row)
    return kept


def entity(found: Any) -> Row | None:
    """An entity as a row; its ``end`` is the last character, and a value may be missing."""
    value = (found.resolution or {}).get("value")
    if not value:
        return None
    unit = "%" if value.endswith("%") else found.resolution.get("unit", "")
    number = float(value.rstrip("%"))
    return {"start": found.start, "end": found.end + 1, "value": number, "unit": UNITS.get(unit, unit)}


if __name__ == "__main__":
    texts = json.load(sys.stdin)
    tools = {"JioNLP": money, "Recognizers-Text": recognized}
    print("\n" + json.dumps({tool: [find(text) for text in texts] for tool, find in tools.items()}))
