#!/usr/bin/env python3
"""Writes Sources/Words/Tables/*.swift from the Unicode Character Database.

    apt install unicode-data          # Unicode 15.0 in Debian 12
    Scripts/generate-unicode-tables.py [--data /usr/share/unicode]

The output is sorted and holds no date, so running it twice changes nothing.
"""
import argparse
import pathlib

WORD_BREAK_CLASSES = [
    "Other", "CR", "LF", "Newline", "Extend", "ZWJ", "Format", "Regional_Indicator", "Katakana", "Hebrew_Letter",
    "ALetter", "Single_Quote", "Double_Quote", "MidNumLet", "MidLetter", "MidNum", "Numeric", "ExtendNumLet", "WSegSpace",
]
PICTOGRAPHIC = 0x20
LETTER_OR_DIGIT = 0x40
CODE_SPACE = 0x110000
# A mark alone makes no word, though some marks are Alphabetic.
MARK_CLASSES = {"Extend", "Format", "ZWJ"}


def records(path):
    """Yields the fields of each data line of a UCD file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = [field.strip() for field in line.split("#")[0].split(";")]
        if fields[0]:
            yield fields


def code_points(field):
    first, _, last = field.partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)


def word_properties(data):
    """One byte for each code point: the Word_Break class and two flags."""
    properties = bytearray(CODE_SPACE)
    for codes, name in records(data / "auxiliary/WordBreakProperty.txt"):
        for code in code_points(codes):
            properties[code] |= WORD_BREAK_CLASSES.index(name)
    for codes, name in records(data / "emoji/emoji-data.txt"):
        if name == "Extended_Pictographic":
            for code in code_points(codes):
                properties[code] |= PICTOGRAPHIC
    marks = {WORD_BREAK_CLASSES.index(name) for name in MARK_CLASSES}
    for code in letters_and_digits(data):
        if properties[code] & 0x1F not in marks:
            properties[code] |= LETTER_OR_DIGIT
    return properties


def letters_and_digits(data):
    for codes, name in records(data / "DerivedCoreProperties.txt"):
        if name == "Alphabetic":
            yield from code_points(codes)
    for codes, name in records(data / "extracted/DerivedGeneralCategory.txt"):
        if name in ("Nd", "Nl", "No"):
            yield from code_points(codes)


def runs(properties):
    """(first code point, value) of each run of equal values."""
    previous = None
    for code, value in enumerate(properties):
        if value != previous:
            yield code, value
            previous = value


def sentence_stops(data):
    """Ranges of the characters that end sentences: Sentence_Break STerm and ATerm."""
    codes = sorted(
        code
        for field, name in records(data / "auxiliary/SentenceBreakProperty.txt")
        if name in ("STerm", "ATerm")
        for code in code_points(field)
    )
    ranges = []
    for code in codes:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return [bound for pair in ranges for bound in pair]


def case_foldings(data):
    """Source, first, second and third code point of each full folding (status C and F), 0 where there is none."""
    rows = []
    for fields in records(data / "CaseFolding.txt"):
        code, status, mapping = fields[:3]
        if status in ("C", "F"):
            targets = [int(target, 16) for target in mapping.split()]
            rows.append([int(code, 16)] + targets + [0] * (3 - len(targets)))
    return [value for row in sorted(rows) for value in row]


def swift_array(name, kind, comment, values):
    lines, line = [], "       "
    for value in values:
        item = f" {value},"
        if len(line) + len(item) > 138:
            lines.append(line)
            line = "       "
        line += item
    lines.append(line)
    return f"    /// {comment}\n    static let {name}: [{kind}] = [\n" + "\n".join(lines) + "\n    ]\n"


def write(folder, name, summary, members):
    text = "// Written by Scripts/generate-unicode-tables.py from the Unicode Character Database 15.0; not edited by hand.\n\n"
    text += f"/// {summary}\nenum {name} {{\n" + "\n".join(members) + "}\n"
    (folder / f"{name}.swift").write_text(text, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=pathlib.Path, default=pathlib.Path("/usr/share/unicode"))
    data = parser.parse_args().data
    folder = pathlib.Path(__file__).resolve().parent.parent / "Sources/Words/Tables"
    folder.mkdir(exist_ok=True)
    starts, values = zip(*runs(word_properties(data)))
    write(folder, "WordPropertyRuns", "Word_Break classes, Extended_Pictographic and \"is a letter or digit\" as runs over all code points.", [
        swift_array("starts", "UInt32", "First code point of each run, ascending.", starts),
        swift_array("values", "UInt8", "Value of each run: the class in the low five bits, then the two flags of `WordProperty`.", values),
    ])
    write(folder, "SentenceStopRanges", "Sentence_Break STerm and ATerm (UAX #29, table 4).", [
        swift_array("bounds", "UInt32", "First and last code point of each range, ascending.", sentence_stops(data)),
    ])
    write(folder, "CaseFoldingRows", "Full case foldings: CaseFolding.txt, status C and F.", [
        swift_array("rows", "UInt32", "Four numbers a row: a code point and the up to three that replace it, 0 for none; ascending.", case_foldings(data)),
    ])


if __name__ == "__main__":
    main()
