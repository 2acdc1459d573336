"""Every column of every table once: its name, type, unit, description and allowed values.

The empty and the typed frames, the pandera schemas (checked when tables are saved and loaded) and
docs/data-dictionary.md (``python -m township_analysis.fields``) are made from this module.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from township_analysis.errors import DataError

if TYPE_CHECKING:
    import pandas as pd
    import pandera.pandas as pa


@dataclass(frozen=True, slots=True)
class Field:
    """A column, the same in every table that has it.

    Attributes:
        name: Its name.
        dtype: ``string``, ``Int64``, ``Float64``, ``boolean`` (pandas types with nulls) or ``list`` of strings.
        en: What it holds, in English.
        zh: The same in Chinese.
        nullable: Whether it may be null. A table's key may not, whatever is said here.
        unit: The unit of a number.
        values: The values allowed, or empty where any is.
    """

    name: str
    dtype: str
    en: str
    zh: str
    nullable: bool = False
    unit: str = ""
    values: tuple[str, ...] = ()


# The notation of periods: a point or a span.
_POINT = r"\d{4}(?:-H[12]|-Q[1-4]|-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
PERIOD = re.compile(rf"{_POINT}(?:/{_POINT})?")
_PERIODS = ("period", "plan_period")


def _null(name: str, dtype: str, en: str, zh: str, unit: str = "", values: tuple[str, ...] = ()) -> Field:
    return Field(name, dtype, en, zh, True, unit, values)


_POINTS = "code points"
# fmt: off
_FIELDS = (
    Field("report_id", "string", "The report: its file's stem; the relative path with _ where stems collide",
          "报告编号：文件主名；重名时为相对路径（以 _ 连接）"),
    Field("path", "string", "The file, relative to the folder of raw reports", "文件，相对于原始报告文件夹的路径"),
    # reports
    Field("sha256", "string", "Checksum of the file's bytes", "文件字节的校验和"),
    Field("text_sha256", "string", "Checksum of the text that all offsets are into",
          "文本的校验和，所有位置均指该文本"),
    Field("engine", "string", "Version of township_analysis that extracted", "提取所用的 township_analysis 版本"),
    Field("format", "string", "Format told by the content", "按内容判定的格式", values=("txt", "html", "docx", "pdf")),
    _null("encoding", "string", "Encoding that the bytes were decoded with; null where the format carries its own",
          "解码所用的编码；格式自带编码时为空"),
    Field("script", "string", "Simplified or traditional characters", "简体或繁体", values=("hans", "hant")),
    _null("title", "string", "Title as printed", "标题（原文）"),
    _null("township", "string", "Township (乡, 镇, 街道)", "乡镇街道名称"),
    _null("township_code", "string", "Its nine-digit code (statistics bureau); null where the evidence is too little",
          "九位统计用区划代码；依据不足时为空"),
    _null("places_edition", "string", "Edition of the code table", "区划代码表版本"),
    _null("county", "string", "County", "县（市、区）"),
    _null("prefecture", "string", "Prefecture", "地级市（州）"),
    _null("province", "string", "Province", "省（区、市）"),
    _null("place_evidence", "string", "What the identity rests on, in a sentence", "判定所属乡镇的依据"),
    Field("doc_type", "string", "What sort of document it is", "文件类型",
          values=("annual", "half-year", "quarter", "plan", "profile", "other")),
    _null("period", "string", "Period (YYYY, YYYY-Hn, YYYY-Qn, YYYY-MM, YYYY-MM-DD or A/B) that the report is about, "
          "or that the figure holds for", "时期：报告所报告的时期，或数字所属的时期"),
    _null("plan_period", "string", "Period that the report plans for", "报告所计划的时期"),
    _null("published", "string", "Date of publication; never a period", "发布日期；不作为时期"),
    _null("url", "string", "Address that it was published at", "发布网址"),
    _null("retrieved", "string", "Date that it was retrieved on", "获取日期"),
    Field("characters", "Int64", "Length of the text", "文本长度", unit=_POINTS),
    Field("truncated", "boolean", "Whether the text breaks off", "文本是否中断"),
    # spans and sections
    Field("start", "Int64", "Where it begins in texts/{report_id}.txt", "在文本中的起点", unit=_POINTS),
    Field("end", "Int64", "Where it ends (exclusive)", "在文本中的终点（不含）", unit=_POINTS),
    Field("surface", "string", "text[start:end], as printed", "原文字面，即 text[start:end]"),
    _null("section_id", "string", "The section: {report_id}:s{index}", "所在章节"),
    _null("parent", "string", "section_id of the section around it", "上级章节"),
    Field("level", "Int64", "Depth of the section, 1 for the outermost", "章节层级，最外层为 1"),
    _null("number", "string", "Numbering of the heading as written", "标题编号（原文）"),
    _null("heading", "string", "Heading without its numbering", "标题（不含编号）"),
    Field("role", "string", "What the section does: looks back, names problems, plans",
          "章节作用：回顾、问题、计划、其他", values=("review", "problems", "plan", "other")),
    _null("domain", "string", "Field of work (lang/domains.csv)", "工作领域"),
    Field("furniture", "boolean", "Page furniture: marked, not deleted", "是否为页面附属文字（标出而不删除）"),
    # figures
    Field("figure_id", "string", "{report_id}:{start}, good for one text_sha256", "数字编号，对同一 text_sha256 有效"),
    Field("sentence", "string", "The sentence around it, as printed", "所在句子（原文）"),
    _null("indicator", "string", "What is measured: a self-standing noun phrase in simplified characters",
          "指标：独立成义的名词短语（简体）"),
    _null("code", "string", "The codebook's indicator that the row is about", "指标代码；指标表中没有的为空"),
    _null("value", "Float64", "The number with its multiplier applied (1.77万亩: 17700); null for an unfilled blank",
          "数值，已计入万、亿等倍数；未填的空白为空", unit="unit"),
    _null("value_max", "Float64", "Upper end of a range", "区间上限", unit="unit"),
    Field("unit", "string", "Unit as written, without multiplier, simplified; empty for a rank",
          "单位（不含倍数，简体）；位次为空串"),
    _null("quantity", "Float64", "The signed number in the base unit (下降4.1%: -4.1)", "换算为基本单位并带符号的数值",
          unit="base_unit"),
    _null("base_unit", "string", "Unit of the quantity", "基本单位"),
    Field("approx", "string", "How exact it is said to be", "精确程度", values=("exact", "more", "less", "about")),
    Field("kind", "string", "Level, absolute change, relative growth, share or rank",
          "类别：水平、增量、增速、占比、位次", values=("level", "change", "growth", "share", "rank")),
    Field("status", "string", "Result, promise or expectation for the current period", "状态：实际、计划、预计",
          values=("actual", "plan", "forecast")),
    Field("scope", "string", "Empty for the township as a whole; else the village, school, firm; 全县; per-capita …",
          "范围：空串为全乡镇；否则为村、学校、企业、全县、人均等"),
    Field("per", "string", "The denominator", "分母：空串、人、户、村、面积",
          values=("", "capita", "household", "village", "area")),
    _null("part_of", "string", "figure_id of the total that it is part of", "所属总数的 figure_id"),
    Field("core", "boolean", "False for a criterion or a size inside a name", "否：仅为标准或名称中的规模"),
    _null("confidence", "Float64", "Probability that the row is right", "整行正确的概率", unit="0 to 1"),
    _null("corrected", "string", "Reason of a correction", "更正理由"),
    _null("value_extracted", "Float64", "The value before the correction", "更正前的数值", unit="unit"),
    # skipped
    Field("reason", "string", "Why a run of digits is no figure", "不作为数字的原因",
          values=("date", "numbering", "slogan", "name", "identifier", "furniture")),
    # findings and rejects
    Field("finding_id", "string", "The finding", "检查结果编号"),
    Field("rule", "string", "The rule that it comes from", "规则"),
    Field("severity", "string", "How bad it is", "严重程度", values=("error", "warning", "info", "confirmed")),
    Field("figure_ids", "list", "The figures that it is about", "涉及的数字"),
    Field("stage", "string", "Where it was rejected", "在哪一步被拒", values=("reading", "report", "figures")),
    Field("details", "string", "What the message is made from, as JSON", "说明所需的内容（JSON）"),
)
# fmt: on

FIELDS: dict[str, Field] = {field.name: field for field in _FIELDS}

_COLUMNS = {
    "reports": "report_id path sha256 text_sha256 engine format encoding script title township township_code "
    "places_edition county prefecture province place_evidence doc_type period plan_period published url retrieved "
    "characters truncated",
    "figures": "figure_id report_id start end surface sentence section_id role domain indicator code value value_max "
    "unit quantity base_unit approx kind status period scope per part_of core confidence corrected value_extracted",
    "skipped": "report_id start end surface reason",
    "sections": "section_id report_id parent level number heading role domain start end",
    "sentences": "report_id start end section_id furniture",
    "findings": "finding_id report_id rule severity figure_ids details",
    "rejects": "path stage rule details",
}
TABLES: dict[str, tuple[Field, ...]] = {
    table: tuple(FIELDS[name] for name in names.split()) for table, names in _COLUMNS.items()
}
KEYS: dict[str, tuple[str, ...]] = {
    "reports": ("report_id",),
    "figures": ("figure_id",),
    "skipped": ("report_id", "start"),
    "sections": ("section_id",),
    "sentences": ("report_id", "start", "end"),
    "findings": ("finding_id",),
    "rejects": ("path",),
}
_ABOUT = {
    "reports": ("A row a report", "每份报告一行"),
    "figures": ("A row a number", "每个数字一行"),
    "skipped": ("A row a run of digits that is no figure", "每处不作为数字的数码一行"),
    "sections": ("A row a section", "每个章节一行"),
    "sentences": ("A row a sentence, heading or line", "每个句子(标题、行)一行"),
    "findings": ("A row a finding of the audit", "每条检查结果一行"),
    "rejects": ("A row a file that is in no other table", "每个未能收入的文件一行"),
}


def columns(table: str) -> tuple[str, ...]:
    """The names of a table's columns, in order.

    Raises:
        DataError: If there is no such table.
    """
    if table not in TABLES:
        raise DataError(f"There is no table {table!r}", expected=", ".join(TABLES))
    return tuple(field.name for field in TABLES[table])


def frame(table: str, rows: Iterable[Mapping[str, Any]] = ()) -> "pd.DataFrame":
    """The rows as a frame with the table's columns and types, in order; without rows the empty frame.

    Raises:
        DataError: If a row lacks a column or has one that the table does not.

    Example:
        >>> frame("rejects", [{"path": "a.txt", "stage": "reading", "rule": "empty-file", "details": "{}"}]).shape
        (1, 4)
    """
    import pandas as pd

    names, rows = set(columns(table)), list(rows)
    for row in rows:
        if row.keys() != names:
            raise DataError(f"A row of {table} has not the right columns: {sorted(row.keys() ^ names)}")
    cells = {field.name: _column([row[field.name] for row in rows], field) for field in TABLES[table]}
    return pd.DataFrame(cells, copy=False)


def typed(table: str, loose: "pd.DataFrame") -> "pd.DataFrame":
    """A frame with the table's types and order of columns, from one that was read from a file."""
    import pandas as pd

    if missing := [name for name in columns(table) if name not in loose]:
        raise DataError(f"The table {table} lacks {', '.join(missing)}", remedy="run `township build` again")
    return pd.DataFrame({field.name: _column(loose[field.name], field) for field in TABLES[table]}, copy=False)


def _column(cells: Any, field: Field) -> "pd.Series | pd.api.extensions.ExtensionArray":
    """A column that is the frame's own: an array costs half of what a series does."""
    import pandas as pd

    if field.dtype == "list":
        return pd.Series([list(cell) for cell in cells], dtype="object")
    return pd.array(cells, dtype=field.dtype)


def check(table: str, checked: "pd.DataFrame") -> "pd.DataFrame":
    """The frame itself if it agrees with the table's schema.

    Raises:
        DataError: With the first five disagreements: column, check, value.
    """
    from pandera.errors import SchemaErrors

    try:
        return schema(table).validate(checked, lazy=True)
    except SchemaErrors as error:
        cases = error.failure_cases[["column", "check", "failure_case"]].drop_duplicates().head(5).to_dict("records")
        raise DataError(
            f"The table {table} does not agree with its schema: "
            + "; ".join(f"{case['column']}: {case['check']}, found {case['failure_case']!r}" for case in cases),
            remedy="run `township build` again; if it stays, the extraction is at fault",
        ) from error


@cache
def schema(table: str) -> "pa.DataFrameSchema":
    """The pandera schema of a table: these columns in this order, their types, values and key."""
    import pandera.pandas as pa

    key = list(KEYS[table]) if columns(table) else []
    made = {
        field.name: pa.Column(
            "object" if field.dtype == "list" else field.dtype,
            checks=_checks(field),
            nullable=field.nullable and field.name not in key,
        )
        for field in TABLES[table]
    }
    return pa.DataFrameSchema(made, strict=True, ordered=True, unique=key, name=table)


def _checks(field: Field) -> "pa.Check | None":
    import pandera.pandas as pa

    if field.values:
        return pa.Check.isin(field.values)
    return pa.Check.str_matches(rf"^{PERIOD.pattern}$") if field.name in _PERIODS else None


def data_dictionary() -> str:
    """docs/data-dictionary.md: every table and column, in English and Chinese."""
    lines = [
        "# Data dictionary · 数据字典",
        "",
        "Made from `township_analysis/fields.py` by "
        "`python -m township_analysis.fields > docs/data-dictionary.md`; change it there.",
    ]
    for table, fields in TABLES.items():
        about_en, about_zh = _ABOUT[table]
        lines += [
            "",
            f"## {table}",
            "",
            f"{about_en}. {about_zh}。 Key: {', '.join(f'`{key}`' for key in KEYS[table])}.",
            "",
            "| column | type | null | description | 说明 | unit, values |",
            "| --- | --- | --- | --- | --- | --- |",
        ]
        lines += [_entry(field, field.name in KEYS[table]) for field in fields]
    return "\n".join(lines) + "\n"


def _entry(field: Field, key: bool) -> str:
    allowed = ", ".join(f"`{value}`" if value else "empty" for value in field.values) or field.unit
    null = "yes" if field.nullable and not key else ""
    return f"| `{field.name}` | {field.dtype} | {null} | {field.en} | {field.zh} | {allowed} |"


if __name__ == "__main__":
    print(data_dictionary(), end="")
