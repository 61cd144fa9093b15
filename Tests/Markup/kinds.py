"""The kinds of differences from cmark-gfm, named as in docs/markdown.md and in the same order. A kind is found for a text that was
reduced to the smallest one that still differs."""

import re
from dataclasses import dataclass


@dataclass
class Kind:
    name: str
    #: The form of the smallest text.
    pattern: str
    #: Texts that must differ.
    examples: list

    def applies(self, text):
        return re.search(self.pattern, text, re.DOTALL | re.MULTILINE) is not None


# A line of hyphens with a row below it that is not a row for cmark-gfm, or in a quotation in which a line lacks its mark.
LAZY_TABLE = (
    r"^[^\n]*\n[^\n]*-[^\n]*\n(    |\t|[-+*>|]|\d+[.)])|^[-+*\d][^\n]*\n[^\n]*-[^\n]*\n\S"
    r"|>[^\n]*\n>?[^\n]*-|>[^\n]*\n[^>][^\n]*\n>[^\n]*-")
ADDRESS = r"(https?://|ftp://|www\.)"

KINDS = [
    Kind("Alerts", r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]", ["> [!NOTE]\n> text\n"]),
    Kind("own ids", r"\{#", ["# One {#two}\n"]),
    Kind("image widths", r"\{width=", ["![a](/b){width=300}\n"]),
    Kind("Line breaks in pictures", r"!\[.*<br", ["![<br>](/b)\n"]),
    Kind("Escaped pipes", r"\\\\\|", ["| a |\n|---|\n| b\\\\| c |\n"]),
    Kind("xmpp", r"xmpp:", ["xmpp:kim@a.example\n"]),
    Kind("Addresses in brackets", r"\[.*(://|www\.|@)", ["[https://a.example\n"]),
    Kind("Ends of addresses", ADDRESS + r"\S*([\]>\"'\u00a0\u3000、。〉》」』】），！？]|&\w+;)",
         ["https://a.example]\n", "https://a.example>\n", "https://a.example。\n", "https://a.example\u00a0b\n"]),
    Kind("Escapes in addresses", r"(:/|www\.)\S*[\\&`]|&#\d+;www", ["https://a.example/b\\_c\n", "https://a.example`b`\n"]),
    Kind("Hosts", r"www\.(\W|_|$)|" + ADDRESS + r"[^\s/]*(_|[^\w\s./-])", ["www.:\n", "http://м_b/c\n", "http://😀\n"]),
    Kind("Mail hosts", r"@", ["gateway@4.3.1-rc\n", "kim@.e\n"]),
    Kind("Footnotes in quotations", r">[^\n]*\[\^.*\]:|^>.*\n\[\^[^\n]*\]:", ["> a[^1]\n>\n> [^1]: b\n"]),
    Kind("Labels", r"\[\^[^\]]*[\s*`<>\\&~\[][^\]]*\]", ["[^*]: a b\n"]),
    Kind("Empty first lines", r"\[\^[^\]]+\]:[ \t]*\n", ["[^1]:\nz\n"]),
    Kind("References in links", r"\[[^\n]*\[\^[^\n]*\][^\n]*\]\(", ["[a[^1]](/b)\n\n[^1]: c\n"]),
    Kind("Lost footnotes", r"\[\S*\^[^\]]*\]", ["[\\^1]\n"]),
    Kind("Depth", r"(> ?|[-+*] |\d[.)] ){90}", ["> " * 101 + "a\n"]),
    Kind("Ends of tables", LAZY_TABLE,
         ["> a | b\n> --|--\nc | d\n", "a | b\n--|--\n    c\n", "a | b\n--|--\n- \n"]),
    Kind("Tables or headings", r"^[^\n]*\n[^\n]*-[^\n]*\n[-=]|\]:.*\n.*-|\n[^\n]*-.*\]:", ["[R]:||\n-|-\n"]),
    Kind("Tildes beside asterisks", r"~.*[*_]|[*_].*~", ["*~ r*\n", "~*~*\n"]),
    Kind("Comments", r"<!--", ["a <!-- b -- c -->\n"]),
    Kind("Long character references", r"&#\d{8}", ["&#87654321;\n"]),
    Kind("Unclosed parentheses", r"\](:\s*|\()\(", ["[a]:(\n", "[](( )\n"]),
    Kind("Links in links", r"\[.*\[.*\].*\].*[(\[]", ["[[]()[]]()\n"]),
    Kind("HTML in paragraphs", r"^\s*(>|[-+*]|\d+[.)])[^\n]*\n<", ["> a\n<b>\n"]),
    Kind("Tasks in items", r"\[[ xX]\]", ["- - [x] a\n", "> - [x] a\n", "- [ ] [x] a\n", "- [x] \n"]),
    Kind("Runs of emphasis", r"[*_].*[*_]", ["_)__._\n", "**o*b****\n"]),
]
