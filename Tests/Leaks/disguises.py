"""Disguises: ways of writing a name, or the marker of an internal block, that a reader still recognises.

    disguises.py FIRST LAST      prints a name in all of them

Each disguise is a function that makes Markdown from the two words of a name. Those in TEXT can also be in front matter.
"""

import sys
import urllib.parse

# A letter that looks like another one, from four alphabets and the phonetic one.
CYRILLIC = dict(zip("aceopsxyijqwhkmtb", "асеорѕхуіјԛԝһкмтв"))
GREEK = dict(zip("aovikxtupynw", "αονικχτυργηω"))
GREEK |= {"A": "Α", "B": "Β", "E": "Ε", "Z": "Ζ", "H": "Η", "I": "Ι", "K": "Κ", "M": "Μ", "N": "Ν", "O": "Ο", "P": "Ρ", "T": "Τ", "X": "Χ"}
PHONETIC = dict(zip("abeghilmnryzw", "ɑʙᴇɡʜɪʟᴍɴʀʏᴢᴡ"))
CHEROKEE = dict(zip("ABCDEGHIJKLMPRSTVWYZ", "ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᎩᏃ"))

DIGITS = {"o": "0", "O": "0", "l": "1"}


def like(word, letters, case=None):
    """A word in which each letter that has a look-alike is replaced by it."""
    cased = case(word) if case else word
    return "".join(letters.get(letter, letter) for letter in cased)


def inside(sign):
    """A disguise that inserts a sign into each word."""
    return lambda first, last: f"{first[:2]}{sign}{first[2:]} {last[:3]}{sign}{last[3:]}"


def shifted(word, capital, small, digit):
    """A word in one of the alphabets for formulas or for wide columns."""
    def letter(sign):
        if "A" <= sign <= "Z":
            return chr(capital + ord(sign) - 65)
        if "a" <= sign <= "z":
            return chr(small + ord(sign) - 97)
        return chr(digit + ord(sign) - 48) if "0" <= sign <= "9" else sign
    return "".join(map(letter, word))


def encoded(text):
    """Each second byte percent-encoded, and everything that an address cannot contain."""
    return "".join(f"%{byte:02X}" if index % 2 or byte > 127 or byte == 32 else chr(byte) for index, byte in enumerate(text.encode()))


TEXT = {
    "as it is": lambda a, b: f"{a} {b}",
    "capitals": lambda a, b: f"{a} {b}".upper(),
    "small letters": lambda a, b: f"{a} {b}".lower(),
    "no-break space": lambda a, b: f"{a}\u00a0{b}",
    "soft hyphen": inside("\u00ad"),
    "zero width space": inside("\u200b"),
    "zero width joiner": inside("\u200d"),
    "zero width non-joiner": inside("\u200c"),
    "word joiner": inside("\u2060"),
    "byte order mark": inside("\ufeff"),
    "grapheme joiner": inside("\u034f"),
    "variation selector": inside("\ufe0f"),
    "left-to-right mark": inside("\u200e"),
    "isolates": lambda a, b: f"\u2066{a[:2]}\u2069{a[2:]} \u2067{b}\u2069",
    "tag character": inside("\U000e0041"),
    "turned round": lambda a, b: f"\u202e{f'{a} {b}'[::-1]}\u202c",
    "wide": lambda a, b: shifted(f"{a} {b}", 0xFF21, 0xFF41, 0xFF10),
    "bold formula": lambda a, b: shifted(f"{a} {b}", 0x1D400, 0x1D41A, 0x1D7CE),
    "circled": lambda a, b: shifted(f"{a} {b}", 0x24B6, 0x24D0, 0x30),
    "Cyrillic": lambda a, b: f"{like(a, CYRILLIC)} {like(b, CYRILLIC)}",
    "Greek": lambda a, b: f"{like(a, GREEK)} {like(b, GREEK)}",
    "phonetic": lambda a, b: f"{like(a, PHONETIC)} {like(b, PHONETIC)}",
    "Cherokee": lambda a, b: f"{like(a, CHEROKEE, str.upper)} {like(b, CHEROKEE, str.upper)}",
    "digits": lambda a, b: f"{like(a, DIGITS)} {like(b, DIGITS)}",
    "accents": lambda a, b: "".join({"a": "á", "e": "ë", "o": "ø", "n": "ñ", "c": "ç"}.get(x, x) for x in f"{a} {b}"),
    "combining accents": lambda a, b: f"{a[:2]}\u0323{a[2:]} {b}\u0301",
    "joined": lambda a, b: f"{a}{b}",
    "hyphen": lambda a, b: f"{a}-{b}",
    "underscore": lambda a, b: f"{a}_{b}",
    "plural": lambda a, b: f"{a} {b}s",
    "plural of the first word": lambda a, b: f"{a}s {b}",
    "genitive": lambda a, b: f"{a} {b}’s line",
    "number behind": lambda a, b: f"{a} {b}2",
    "letters apart": lambda a, b: " ".join(a) + "  " + " ".join(b),
    "trade mark": lambda a, b: f"{a}™ {b}®",
}
MARKDOWN = {
    "entity": lambda a, b: f"{a[:2]}&shy;{a[2:]} {b}",
    "number of a letter": lambda a, b: f"&#{ord(a[0])};{a[1:]} {b}",
    "line break between": lambda a, b: f"{a}<br>{b}",
    "line break inside": lambda a, b: f"{a[:3]}<br>{a[3:]} {b}",
    "hard break": lambda a, b: f"{a}\\\n{b}",
    "soft break": lambda a, b: f"{a}\n{b}",
    "strong inside": lambda a, b: f"{a[:2]}**{a[2:]}** {b}",
    "comment inside": lambda a, b: f"{a[:2]}<!-- x -->{a[2:]} {b}",
    "tag inside": lambda a, b: f"{a[:2]}<wbr>{a[2:]} {b}",
    "code": lambda a, b: f"`{a} {b}`",
    "part of a link": lambda a, b: f"[{a}](https://helios.example/a) {b}",
    "title of a link": lambda a, b: f'[here](https://helios.example/a "{a} {b}")',
    "picture": lambda a, b: f"![{a} {b}](https://helios.example/a.png)",
    "address": lambda a, b: f"[here](https://helios.example/{urllib.parse.quote((a + b).lower())})",
    "encoded address": lambda a, b: f"[here](https://helios.example/{encoded(a + ' ' + b)})",
    "cells of a row": lambda a, b: f"\n\n| {a} | {b} |\n| --- | --- |\n| 1 | 2 |\n",
}
# Ways of naming a person.
PERSON = {
    "both names": lambda a, b: f"{a} {b}",
    "last name first": lambda a, b: f"{b}, {a}",
    "initial": lambda a, b: f"{a[0]}. {b}",
    "initial behind": lambda a, b: f"{b}, {a[0]}.",
    "form of address": lambda a, b: f"Ms {b}",
    "title": lambda a, b: f"Frau Dr. {b}",
    "soft hyphen": lambda a, b: f"{a} {b[:2]}\u00ad{b[2:]}",
    "genitive": lambda a, b: f"{a} {b}'s",
}
# Texts that look like markers but have no effect, each followed by a secret S. Nothing of it may be published.
MARKERS = {
    "no quotation": "[!INTERNAL]\nS",
    "behind another": "> [!NOTE] [!INTERNAL]\n> S",
    "second paragraph": "> text\n>\n> [!INTERNAL]\n> S",
    "empty block": "> [!INTERNAL]\n\n> S",
    "empty block and text": "> [!INTERNAL]\n\nS",
    "letter missing": "> [!INTERAL]\n> S",
    "letters missing": "> [!INTERN]\n> S",
    "letters swapped": "> [!INTENRAL]\n> S",
    "without its sign": "> [INTERNAL]\n> S",
    "Cyrillic": "> [!INTERN\u0410L]\n> S",
    "zero width space": "> [!INTER\u200bNAL] S",
    "soft hyphen": "> text\n>\n> [!INTER\u00adNAL]\n> S",
    "wide": "> ［！ＩＮＴＥＲＮＡＬ］\n> S",
    "picture": "![!INTERNAL](https://helios.example/a.png) S",
    "after a comment": "> <!-- c -->\n> text [!INTERNAL]\n> S",
    "in a list": "- [!INTERNAL] S",
    "heading": "## [!INTERNAL] S",
    "blanks": "> text\n>\n> [ ! INTERNAL ]\n> S",
    "open": "text [!INTERNAL S",
    "strong": "text **[!INTERNAL]** S",
    "table": "| [!INTERNAL] S |\n| --- |\n| 1 |",
}

if __name__ == "__main__":
    for title, disguise in (TEXT | MARKDOWN | PERSON).items():
        print(f"{title}: {disguise(*sys.argv[1:3])}")
