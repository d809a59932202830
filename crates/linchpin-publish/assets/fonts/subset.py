"""Cuts the typeface of figures out of Liberation Sans 2 (SIL Open Font License 1.1) and gives it a name of its own,
since "Liberation" is a reserved font name.

    pip install fonttools
    python3 subset.py /path/to/LiberationSans-Regular.ttf /path/to/LiberationSans-Bold.ttf

Writes LinchpinSans-Regular.ttf and LinchpinSans-Bold.ttf beside this file.
"""
import pathlib
import sys

from fontTools import subset, ttLib

RANGES = [(0x20, 0x7E), (0xA0, 0x17F), (0x1E00, 0x1EFF), (0x2010, 0x2027), (0x2030, 0x203A)]
MORE = "₀₁₂₃⁰¹²³⁴⁵⁶⁷⁸⁹€₩¥←↑→↓↔≈≠≤≥−±×·•■□▪▫▲△▶▼▽◆◇○●◦½¼¾✓"

for path, style in zip(sys.argv[1:], ["Regular", "Bold"]):
    options = subset.Options(layout_features=["kern"], hinting=False, notdef_outline=True, name_IDs=["*"])
    font = subset.load_font(path, options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[c for low, high in RANGES for c in range(low, high + 1)] + [ord(c) for c in MORE])
    cutter.subset(font)
    for record in font["name"].names:
        text = record.toUnicode()
        if record.nameID in (1, 3, 4, 6, 16):
            family = "LinchpinSans" if record.nameID == 6 else "Linchpin Sans"
            joint = "-" if record.nameID == 6 else " "
            text = family if record.nameID in (1, 16) else f"{family}{joint}{style}"
        record.string = text
    out = pathlib.Path(__file__).with_name(f"LinchpinSans-{style}.ttf")
    ttLib.TTFont.save(font, out)
    print(out, out.stat().st_size)
