"""The zip archive and the XML inside a .docx, with limits."""

import io
import zipfile
from typing import TYPE_CHECKING

from township_analysis.reading.rejects import Rejected

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_UNPACKED = 200  # MB of all the parts that are read; a report of 5 million characters needs 60
MAX_RATIO_FREE = 20  # MB that a part may unpack to whatever its ratio
MAX_RATIO = 300  # text packs 10 to 30 times, zeros 1,000 times
CHUNK = 1 << 20
DOCTYPE = (b"<!DOCTYPE", b"<!ENTITY")


class Package:
    """The parts of a .docx, unpacked one by one and never more than the limits allow."""

    def __init__(self, data: bytes) -> None:
        try:
            self.archive = zipfile.ZipFile(io.BytesIO(data))
            self.names = set(self.archive.namelist())
        except Exception as error:  # zipfile raises a dozen kinds of errors on hostile archives
            raise Rejected("broken-zip", detail=type(error).__name__) from error
        self.left = MAX_UNPACKED << 20

    def part(self, name: str) -> "_Element | None":
        """The root element of a part, or None where there is no such part.

        Raises:
            Rejected: ``broken-zip``, ``zip-bomb``, ``xml-entities``, ``broken-xml``, ``too-nested``.
        """
        return parse_xml(self._unpacked(name)) if name in self.names else None

    def _unpacked(self, name: str) -> bytes:
        """Unpack piece by piece: the sizes that an archive states may be lies."""
        pieces, size = [], 0
        try:
            info = self.archive.getinfo(name)
            if info.flag_bits & 1:
                raise Rejected("encrypted-docx")
            allowed = min(self.left, max(MAX_RATIO_FREE << 20, info.compress_size * MAX_RATIO))
            with self.archive.open(info) as stream:
                while piece := stream.read(CHUNK):
                    size += len(piece)
                    if size > allowed:
                        raise Rejected("zip-bomb", limit=allowed >> 20)
                    pieces.append(piece)
        except Rejected:
            raise
        except Exception as error:  # zlib.error, BadZipFile, struct.error, NotImplementedError, EOFError, ...
            raise Rejected("broken-zip", detail=type(error).__name__) from error
        self.left -= size
        return b"".join(pieces)


def parse_xml(data: bytes) -> "_Element":
    """Parse XML that declares neither a document type nor entities.

    Raises:
        Rejected: ``xml-entities``, ``broken-xml`` or ``too-nested``.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        text = str(error)
        if "depth" in text or "huge" in text.lower():
            raise Rejected("too-nested") from error
        if "entit" in text.lower() and any(mark in data for mark in DOCTYPE):
            raise Rejected("xml-entities") from error
        raise Rejected("broken-xml", detail=text.split("(", 1)[0].strip()[:120]) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Rejected("xml-entities")
    return root
