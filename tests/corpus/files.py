"""evidence: files that are broken, that run something, or that tell where a picture was taken."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping

PDF_END = b"\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n"
LEAK = b"13.7563"


def pdf(*objects: bytes, start: bytes = b"%PDF-1.7\n", end: bytes = PDF_END) -> bytes:
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % pair for pair in enumerate(objects, 1))
    return start + body + end


def packed(
    content: bytes, extra: bytes = b"/Filter /FlateDecode", data: bytes | None = None
) -> bytes:
    """An object stream."""
    data = zlib.compress(content) if data is None else data
    head = b"<< /Type /ObjStm /N 1 /First 4 %s /Length %d >>" % (extra, len(data))
    return head + b"\nstream\r\n" + data + b"\nendstream"


def office(*names: str, locked: bool = False) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    data = bytearray(file.getvalue())
    if locked:
        for mark, offset in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
            data[data.find(mark) + offset] |= 1
    return bytes(data)


def exif(order: str = "<", *, gps: bool = True) -> bytes:
    """A TIFF directory with a model and, if asked, a place with a value that stands apart."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    entries = [(0x0110, 2, 4, b"cam\0")]
    place = 8 + 2 + 12 * (1 + gps) + 4
    if gps:
        entries.append((0x8825, 4, 1, struct.pack(f"{order}I", place)))
    data = mark + struct.pack(f"{order}IH", 8, len(entries))
    for tag, kind, count, value in entries:
        data += struct.pack(f"{order}HHI", tag, kind, count) + value
    data += bytes(4)
    if gps:
        inside = struct.pack(f"{order}HHHII", 1, 0x0002, 2, len(LEAK) + 1, place + 18)
        data += inside + bytes(4) + LEAK + b"\0"
    return data


def jpeg(*segments: bytes) -> bytes:
    body = b"".join(b"\xff\xe1" + struct.pack(">H", len(each) + 2) + each for each in segments)
    return b"\xff\xd8" + body + b"\xff\xda\0\x02" + b"\xff\xd9"


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    parts = [(b"IHDR", bytes(13)), *chunks, (b"IEND", b"")]
    return PNG + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"WEBP" + b"".join(
        n + struct.pack("<I", len(d)) + d + b"\0" * (len(d) % 2) for n, d in chunks
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body


def heic(exif_item: bytes) -> bytes:
    return b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0\0\0\x10mdat" + exif_item


def svg(inside: str = "", attributes: str = "") -> bytes:
    top = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {attributes}>'
    return f"{top}{inside}</svg>".encode()


XMP = b'<x:xmpmeta><rdf:Description exif:GPSLatitude="13,45.378N" exif:Model="cam"/></x:xmpmeta>'
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
WORD = ("[Content_Types].xml", "word/document.xml")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
GOOD: Mapping[str, bytes] = {
    "plain.pdf": pdf(CATALOG),
    "old.pdf": pdf(CATALOG, end=b"\n%%EOF\r\n"),
    "tail.pdf": pdf(CATALOG) + b"\0" * 900,
    "packed.pdf": pdf(packed(b"5 0 << /Type /Page /Title (ok) >>")),
    "uri.pdf": pdf(b"<< /S /URI /URI (https://example.go.th/) >>"),
    "words.pdf": pdf(b"<< /Title (JavaScript and Launch) >>"),
    "plain.docx": office(*WORD),
    "plain.xlsx": office("[Content_Types].xml", "xl/workbook.xml"),
    "plain.pptx": office("[Content_Types].xml", "ppt/presentation.xml"),
    "plain.odt": office("mimetype", "content.xml"),
    "plain.doc": OLE,
    "plain.jpg": jpeg(b"Exif\0\0" + exif(gps=False)),
    "plain.jpeg": jpeg(),
    "plain.png": png((b"IDAT", b"x")),
    "plain.webp": webp((b"VP8 ", b"x")),
    "plain.gif": b"GIF89a" + bytes(10) + b";",
    "plain.heic": heic(b"Exif\0\0" + exif(gps=False)),
    "plain.svg": svg(
        '<title>ก</title><path d="M0 0" fill="url(#a)"/><image href="data:image/png;base64,AA"/>'
    ),
    "plain.csv": "ลำดับ,รายการ\n1,0-1055-55000-01-5\n".encode(),
    "thai.csv": "ลำดับ,รายการ\n".encode("cp874"),
    "plain.txt": "ข้อความ".encode(),
    "plain.json": b"{}",
    "plain.mp4": b"\0\0\0\x18ftypmp42" + bytes(8),
    "plain.mp3": b"ID3\x04" + bytes(8),
}
LOCATED: Mapping[str, bytes] = {
    "place.jpg": jpeg(b"Exif\0\0" + exif()),
    "place-mac.jpg": jpeg(b"Exif\0\0" + exif(">")),
    "place-xmp.jpg": jpeg(b"http://ns.adobe.com/xap/1.0/\0" + XMP),
    "place-both.jpeg": jpeg(b"Exif\0\0" + exif(), XMP),
    "place.png": png((b"eXIf", exif()), (b"IDAT", b"x")),
    "place-text.png": png((b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP)),
    "place.webp": webp((b"VP8X", bytes(10)), (b"EXIF", exif())),
    "place-long.webp": webp((b"EXIF", b"Exif\0\0" + exif(">")), (b"XMP ", XMP)),
    "place.heic": heic(b"\0\0\0\x06Exif\0\0" + exif(">")),
}
SCRIPT = b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
BAD: Mapping[str, Mapping[str, bytes]] = {
    "EVIDENCE-EMPTY": {"empty.pdf": b"", "empty.docx": b"", "empty.csv": b"", "empty.exe": b""},
    "EVIDENCE-TYPE": dict.fromkeys(
        (
            *(
                "a.exe",
                "a.html",
                "a.htm",
                "a.js",
                "a.zip",
                "a.rar",
                "a.7z",
                "a.php",
                "a.bat",
                "a.lnk",
            ),
            *(
                "a.docm",
                "a.xlsm",
                "a.pptm",
                "a.xml",
                "a.xhtml",
                "a.md",
                "a.yaml",
                "a.svgz",
                "a.swf",
            ),
            *(
                "a.pdf.html",
                "noending",
                "a.mht",
                "a.hta",
                "a.vbs",
                "a.ps1",
                "a.url",
                "a.ics",
                "a.db",
            ),
        ),
        b"x",
    ),
    "EVIDENCE-TYPE-DIFFERS": {
        "page.pdf": b"<html><script>alert(1)</script>",
        "late.pdf": pdf(CATALOG, start=b"<html>%PDF-1.7\n"),
        "word.pdf": office(*WORD),
        "picture.png": jpeg(),
        "picture.jpg": png(),
        "picture.webp": b"RIFF\x10\0\0\0AVI LIST" + bytes(8),
        "picture.heic": b"\0\0\0\x18ftypmp42" + bytes(8),
        "program.docx": office("AndroidManifest.xml"),
        "sheet.docx": office("[Content_Types].xml", "xl/workbook.xml"),
        "text.doc": b"hello",
        "binary.csv": b"a,b\0c",
        "wide.txt": "กa".encode("utf-16"),
        "broken.svg": b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>",
        "movie.mp4": b"MZ" + bytes(20),
        "picture.gif": b"MZ;",
    },
    "EVIDENCE-CUT": {
        "cut.pdf": pdf(CATALOG)[:-8],
        "early-end.pdf": pdf(CATALOG) + bytes(5000),
        "cut.jpg": jpeg()[:-2],
        "cut.png": png((b"IDAT", b"x"))[:-12],
        "cut.webp": webp((b"VP8 ", b"xxxx"))[:-3],
        "cut.docx": office(*WORD)[:-20],
        "html.docx": b"<html>",
        "cut.gif": b"GIF89a" + bytes(10),
    },
    "EVIDENCE-LOCKED": {
        "locked.pdf": pdf(CATALOG, end=b"\ntrailer << /Encrypt 5 0 R >>\n%%EOF"),
        "locked-name.pdf": pdf(CATALOG, end=b"\ntrailer << /#45ncrypt 5 0 R >>\n%%EOF"),
        "locked.docx": OLE,
        "locked.xlsx": office("[Content_Types].xml", "xl/workbook.xml", locked=True),
    },
    "EVIDENCE-ACTIVE": {
        "js.pdf": pdf(CATALOG, SCRIPT),
        "js-name.pdf": pdf(CATALOG, b"<< /S /J#61vaScript /J#53 (x) >>"),
        "js-all.pdf": pdf(b"<</S/#4a#61#76#61#53#63#72#69#70#74/JS(x)>>"),
        "js-packed.pdf": pdf(CATALOG, packed(b"9 0 " + SCRIPT)),
        "js-packed-plain.pdf": pdf(CATALOG, packed(SCRIPT, extra=b"", data=SCRIPT)),
        "js-second-stream.pdf": pdf(packed(b"5 0 <<>>"), packed(b"9 0 " + SCRIPT)),
        "js-tree.pdf": pdf(b"<< /Names << /JavaScript 3 0 R >> >>"),
        "launch.pdf": pdf(b"<< /S /Launch /F (cmd.exe) >>"),
        "embedded.pdf": pdf(b"<< /Type /EmbeddedFile >>"),
        "embedded-tree.pdf": pdf(b"<< /Names << /EmbeddedFiles 3 0 R >> >>"),
        "film.pdf": pdf(b"<< /Subtype /RichMedia >>"),
        "appended.pdf": pdf(CATALOG) + b"9 0 obj " + SCRIPT + b" endobj\n%%EOF",
        "macro.docx": office(*WORD, "word/vbaProject.bin"),
        "macro.xlsx": office("xl/workbook.xml", "xl/VBAPROJECT.BIN"),
        "macro.pptx": office("ppt/presentation.xml", "ppt/activeX/a.bin"),
        "macro.odt": office("content.xml", "Basic/Standard/m.xml"),
        "macro.doc": OLE + "_VBA_PROJECT".encode("utf-16-le"),
        "script.svg": svg("<script>alert(1)</script>"),
        "handler.svg": svg(attributes='onload="alert(1)"'),
        "handler-inside.svg": svg('<g ONCLICK="x"/>'),
        "link.svg": svg('<a href="javascript:alert(1)"><text>x</text></a>'),
        "use.svg": svg('<use href="https://evil.example/a.svg#b"/>'),
        "foreign.svg": svg("<foreignObject><p>x</p></foreignObject>"),
        "html.svg": svg('<p xmlns="http://www.w3.org/1999/xhtml">x</p>'),
        "html-script.svg": svg('<x:script xmlns:x="http://www.w3.org/1999/xhtml">x</x:script>'),
        "picture.svg": svg('<image href="https://evil.example/a.png"/>'),
        "picture-old.svg": svg('<image xlink:href="https://evil.example/a.png"/>'),
        "data.svg": svg('<image href="data:image/svg+xml,x"/>'),
        "style.svg": svg("<style>@import url(https://evil.example/a.css)</style>"),
        "style-url.svg": svg('<rect style="fill:url(https://evil.example/#a)"/>'),
        "style-escape.svg": svg(r'<rect style="fill:u\72l(https://evil.example/)"/>'),
        "animate.svg": svg('<animate attributeName="href" to="javascript:x"/>'),
        "entity.svg": b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        "sheet.svg": b'<?xml-stylesheet href="a.xsl"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    },
    "EVIDENCE-OPAQUE": {
        "lzw.pdf": pdf(packed(b"", b"/Filter /LZWDecode", b"\x80\x0b\x60")),
        "hex.pdf": pdf(packed(b"", b"/Filter [/ASCIIHexDecode /FlateDecode]", b"789c")),
        "predicted.pdf": pdf(
            packed(b"x", b"/Filter /FlateDecode /DecodeParms << /Predictor 12 >>")
        ),
        "cut-stream.pdf": pdf(packed(b"", data=zlib.compress(b"x" * 99)[:-6])),
        "bomb.pdf": pdf(packed(b"", data=zlib.compress(bytes(80 * 1024 * 1024)))),
        "hidden-stream.pdf": pdf(b"<< /Type /Obj#53tm >>"),
    },
    "EVIDENCE-LOCATION": LOCATED,
    "PRIVATE-CARD": {
        "people.csv": "ชื่อ,เลข\nก,1-2345-67890-12-1\n".encode(),
        "people-thai.csv": "ก,๑๒๓๔๕๖๗๘๙๐๑๒๑\n".encode(),
        "people-874.txt": "เลข 1234567890121".encode("cp874"),
    },
    "SECRET-IN-TEXT": {"key.txt": b"-----BEGIN RSA PRIVATE KEY-----\n"},
}


def bad_files() -> Iterator[tuple[str, bytes, str]]:
    for code, files in BAD.items():
        for name, data in files.items():
            yield name, data, code
