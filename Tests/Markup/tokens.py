"""HTML as a list of tokens, for comparing two programs."""

import re
from html.parser import HTMLParser

BLOCKS = {
    "address", "blockquote", "body", "caption", "center", "col", "colgroup", "dd", "details", "div", "dl", "dt", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "li", "nav", "ol", "p", "pre", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}
# Ids and links of footnotes are made from labels by one program and from numbers by the other.
OF_FOOTNOTES = re.compile(r"#?fn(ref)?-")


class Tokens(HTMLParser):
    """Tags with their attributes in order, and texts without white space that readers do not see."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tokens = []
        self.preformatted = 0
        self.strong = 0

    def handle_starttag(self, tag, attributes):
        # GFM's renderer drops strong emphasis inside strong emphasis.
        if tag == "strong":
            self.strong += 1
            if self.strong > 1:
                return
        if tag == "pre":
            self.preformatted += 1
        kept = sorted(
            (name, value) for name, value in dict(attributes).items()
            if not name.startswith("data-footnote") and name != "aria-label" and not OF_FOOTNOTES.match(value or ""))
        self.tokens.append(("<", tag, tuple(kept)))

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        if tag == "strong" and self.strong:
            self.strong -= 1
            if self.strong:
                return
        if tag == "pre" and self.preformatted:
            self.preformatted -= 1
        self.tokens.append(("</", tag, ()))

    def handle_data(self, text):
        if self.tokens and self.tokens[-1][0] == "text":
            text = self.tokens.pop()[1] + text
        self.tokens.append(("text", text if self.preformatted else re.sub(r"[ \t\n\r\f]+", " ", text), ()))

    def handle_comment(self, text):
        self.tokens.append(("comment", text, ()))

    def handle_decl(self, text):
        self.tokens.append(("declaration", text, ()))

    def unknown_decl(self, text):
        self.tokens.append(("declaration", text, ()))

    def handle_pi(self, text):
        self.tokens.append(("instruction", text, ()))


def is_block(token):
    return token[0] in ("<", "</") and token[1] in BLOCKS


def tokens(html):
    """The tokens of a fragment of HTML."""
    parser = Tokens()
    parser.feed(html)
    parser.close()
    found = parser.tokens
    result = []
    for index, token in enumerate(found):
        if token[0] == "text":
            text = token[1]
            before = found[index - 1] if index else None
            after = found[index + 1] if index + 1 < len(found) else None
            inside = before and before[0] == "<" and before[1] in ("pre", "code")
            if not inside and (before is None or is_block(before) or before[:2] == ("<", "br") or before[:2] == ("<", "input")):
                text = text.lstrip(" \n")
            if not inside and (after is None or is_block(after)):
                text = text.rstrip(" \n")
            if text:
                result.append(("text", text, ()))
        else:
            result.append(token)
    return result
