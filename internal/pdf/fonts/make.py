#!/usr/bin/env python3
"""Cut the Wog faces out of the Liberation fonts.

    make.py DIR     DIR holds the Liberation 2.1 TrueType files

Each face keeps the glyphs of one single-byte encoding, without hints and
without layout tables, under another family name ("Liberation" is a reserved
font name). Written beside this file: FACE.z (the font, compressed as a PDF
embeds it), faces.txt (what a PDF says of each face) and metrics.bin (the encoding,
and each face's widths and kerns in units of the font; read by fonts.go).
"""
import os, struct, sys, zlib
from io import BytesIO

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

FACES = [  # in the order of the constants of fonts.go
    ("Serif", "Regular"), ("Serif", "Bold"), ("Serif", "Italic"), ("Serif", "BoldItalic"),
    ("Sans", "Regular"), ("Sans", "Bold"), ("Sans", "Italic"), ("Sans", "BoldItalic"),
    ("Mono", "Regular"),
]

# Places of Windows-1252 that are free or hold a character no report needs,
# and what stands there instead.
SPARE = [0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D, 0xA0] + [
    c.encode("cp1252")[0] for c in "ƒˆ˜‚¤¦¨¯´¸ÐðÞþ¬ªº¢¥Ÿÿ‹›‡"]
EXTRA = "−≤≥≠≈αβλωχΔρσηκπτφ√→←∑∞′ışğćčł□"


def encoding():
    """The rune of each code from 32 to 255."""
    enc = {}
    for code in range(32, 256):
        try:
            enc[code] = ord(bytes([code]).decode("cp1252"))
        except UnicodeDecodeError:
            pass
    for code, char in zip(SPARE, EXTRA, strict=True):
        enc[code] = ord(char)
    enc[0xB5] = 0x3BC  # Greek mu; the micro sign is drawn with it
    assert sorted(enc) == list(range(32, 256)) and len(set(enc.values())) == 224
    return enc


def rename(font, family, style):
    spaced = style.replace("BoldItalic", "Bold Italic")
    full = f"Wog {family} {spaced}"
    ps = f"Wog{family}" + ("" if style == "Regular" else "-" + style)
    names = {1: f"Wog {family}", 2: spaced, 3: full, 4: full, 5: "Version 2.1", 6: ps}
    table = font["name"]
    keep = {0, 13, 14}  # copyright and licence
    table.names = [n for n in table.names if n.nameID in keep]
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)
    return ps


def symbolic(font, names):
    """Leave one table from codes to glyphs, that of a symbolic font: the encoding is
    the font's own, and a PDF needs none (ISO 32000-1, 9.6.6.4)."""
    table = CmapSubtable.newSubtable(4)
    table.platformID, table.platEncID, table.language = 3, 0, 0
    table.cmap = {0xF000 + code: name for code, name in names.items()}
    font["cmap"].tables = [table]


def cut(path, enc, family, style):
    font = TTFont(path, recalcTimestamp=False)
    upem = font["head"].unitsPerEm
    k = lambda v: int(v * 1000 / upem + (0.5 if v >= 0 else -0.5))
    cmap = font.getBestCmap()
    names = {code: cmap[rune] for code, rune in enc.items()}
    assert upem == 2048  # fonts.go counts on it
    widths = [font["hmtx"][names[c]][0] for c in range(32, 256)]
    codes = {}
    for code, name in names.items():
        codes.setdefault(name, []).append(code)
    pairs = {}
    if "kern" in font:
        for (a, b), v in font["kern"].kernTables[0].kernTable.items():
            for ca in codes.get(a, []):
                for cb in codes.get(b, []):
                    if v:
                        pairs[ca, cb] = v
    os2, hhea, head, post = font["OS/2"], font["hhea"], font["head"], font["post"]
    bold, italic = "Bold" in style, "Italic" in style
    flags = 4 | (64 if italic else 0) | (1 if family == "Mono" else 0) | (2 if family == "Serif" else 0)
    desc = (f"/Ascent {k(hhea.ascent)} /Descent {k(hhea.descent)} /CapHeight {k(os2.sCapHeight)} /Flags {flags}"
            f" /FontBBox [{k(head.xMin)} {k(head.yMin)} {k(head.xMax)} {k(head.yMax)}]"
            f" /ItalicAngle {int(post.italicAngle)} /StemV {120 if bold else 80}"
            f" /MissingWidth {k(font['hmtx']['.notdef'][0])}")
    metrics = struct.pack(">4h", hhea.ascent, hhea.descent, os2.sCapHeight, os2.sxHeight)
    metrics += struct.pack(">224H", *widths)
    metrics += struct.pack(">H", len(pairs))
    metrics += b"".join(struct.pack(">BBh", a, b, v) for (a, b), v in sorted(pairs.items()))

    opt = subset.Options(hinting=False, layout_features=[], notdef_outline=True, glyph_names=False,
                         name_IDs=["*"], drop_tables=["FFTM", "GDEF", "GPOS", "GSUB", "kern", "gasp", "GlyphOrder", "DSIG"])
    sub = subset.Subsetter(opt)
    sub.populate(unicodes=enc.values())
    sub.subset(font)
    ps = rename(font, family, style)
    symbolic(font, names)
    data = BytesIO()
    font.save(data, reorderTables=False)
    data = data.getvalue()
    return ps, desc, metrics, data


def main(source):
    here = os.path.dirname(os.path.abspath(__file__))
    enc = encoding()
    blob = struct.pack(">224H", *(enc[c] for c in range(32, 256)))
    lines = []
    for family, style in FACES:
        ps, desc, metrics, data = cut(
            os.path.join(source, f"Liberation{family}-{style}.ttf"), enc, family, style)
        blob += metrics
        base = f"wog-{family}-{style}".lower()
        with open(os.path.join(here, base + ".z"), "wb") as out:
            out.write(zlib.compress(data, 9))
        lines.append(f"{ps} {len(data)} /FontName /{ps} {desc}")
        print(f"{base}: {len(data)} bytes")
    with open(os.path.join(here, "metrics.bin"), "wb") as out:
        out.write(blob)
    with open(os.path.join(here, "faces.txt"), "w") as out:
        out.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
