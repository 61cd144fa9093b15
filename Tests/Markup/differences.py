"""Compares the results of Markdown in this program and in cmark-gfm, and sorts the differences by kind.

    differences.py MARKUP_PIPE COUNT [--seed N] [--all] [--content FOLDER] [FOLDER_OR_EXAMPLES...]

The named files are compared unchanged. Then COUNT texts are compared that random changes make from these files and from the constructs
below. The content is not changed in this way, so that an edit of it does not change what is compared. Each difference is reduced to the
smallest text that still shows one. It must be of a kind that kinds.py knows and docs/markdown.md names; otherwise the exit code is 1. Each
kind has an example that must differ, so that no kind is kept without a reason.
"""

import argparse
import collections
import json
import pathlib
import random
import re
import subprocess
import sys

from cmarkgfm import cmark

from kinds import KINDS
from tokens import tokens

OPTIONS = cmark.Options.CMARK_OPT_FOOTNOTES | cmark.Options.CMARK_OPT_UNSAFE
EXTENSIONS = ["table", "autolink", "strikethrough", "tasklist"]

DOCUMENTATION = pathlib.Path(__file__).parents[2] / "docs/markdown.md"

# What a random change inserts: the signs with a meaning, alone and in the combinations that people type.
PIECES = [
    "*", "**", "_", "__", "~", "~~", "`", "``", "[", "]", "(", ")", "](", "![", "<", ">", "\\", "|", "&", ":", ";", "#", "!",
    "- ", "* ", "+ ", "1. ", "1) ", "> ", "# ", "## ", "- [ ] ", "- [x] ", "[^1]", "[^1]: ", "[^a]", "\n", "\n\n", "  \n", "\t", "    ",
    "   ", "```\n", "~~~\n", "---\n", "===\n", "|-|-|\n", "| a | b |\n|:-|-:|\n", "| c |\n", "<br>", "<b>", "</b>", "<div>\n", "<!-- c -->",
    "https://a.example/b", "http://", "www.a.example", "kim@a.example", "mailto:", "xmpp:", "<https://a.example>", "&amp;", "&lt;", "&#42;",
    "[a]: /b 'c'\n", "[a]", "[a](/b)", "![a](/b \"c\")", "[a][b]", "a", "1", ".", ",", "\"", "'", "é", "中", "。", "😀", "\u00a0", "\r\n",
]

# The texts to change, besides those named and the examples of kinds.py.
CONSTRUCTS = [
    "# Line 4\n\nThe *first* hour, **before** `check`.\n\n## Gate\n\ntext  \nbreak\\\nbreak\n",
    "- one\n- two\n\n  more\n  - three\n\n1. four\n2) five\n", "> quoted *text*\n> - item\n\n> > twice\n",
    "| Line | OEE |\n|:-----|----:|\n| 1 | 78 % |\n| `a\\|b` | [c](d) |\n\nAfter.\n", "a | b\n--|--\n**c** | ~~d~~\n",
    "- [x] Ask for the KPI\n- [ ] Agree on *the* target\n  - [X] deeper\n", "~~every week~~ every month, ~2000 parts (~1.5 months)\n",
    "See https://helios.example/upgrade?a=b_c_d, (www.helios.example) and voice@helios.example.\n",
    "<https://a.example/x> <kim@a.example> [a](https://b.example 'c') ![d](e.png)\n",
    "A claim[^oee], *another*[^2] and again[^oee].\n\n[^oee]: Nakajima, 1988.\n    More.\n\n    - a block\n\n[^2]: See [a].\n\n[a]: /b\n",
    "```yaml\na: b\n```\n\n    code\n\n~~~\n[x](y)\n~~~\n", "Title\n=====\n\nSecond\n------\n\n***\n",
    "[full][a] [collapsed][] [shortcut]\n\n[a]: /a 'A'\n[collapsed]: <b c>\n[shortcut]: /d\n  \"D\"\n",
    "<div>\n*a*\n</div>\n\na <b>c</b> <br> d <!-- e --> &amp; &copy; \\* \\[x]\n", "***a** b* __c _d_ e__ f_g_h *i **j** k*\n",
]


class Pipe:
    """The program, rendering one text after another."""

    def __init__(self, path):
        self.process = subprocess.Popen([path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def html(self, markdown):
        self.process.stdin.write(json.dumps(markdown) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"the program ended at {markdown!r}")
        return json.loads(line)


def expected(markdown):
    """The result of cmark-gfm; None if it is not UTF-8, because cmark-gfm has cut a character in two."""
    try:
        return cmark.markdown_to_html_with_extensions(markdown, options=OPTIONS, extensions=EXTENSIONS)
    except UnicodeDecodeError:
        return None


def differs(pipe, markdown):
    ours, theirs = pipe.html(markdown), expected(markdown)
    return theirs is not None and ours != theirs and tokens(ours) != tokens(theirs)


def show(pipe, markdown):
    print(f" ours   {pipe.html(markdown)!r}\n theirs {expected(markdown)!r}")


def shrunk(pipe, markdown):
    """The smallest text found that still differs: smaller and smaller parts are left out, first of lines, then of characters."""
    for parts in (markdown.splitlines(keepends=True), None):
        parts = list(markdown) if parts is None else parts
        size = max(1, len(parts) // 2)
        while True:
            start, changed = 0, False
            while start < len(parts):
                less = parts[:start] + parts[start + size:]
                if differs(pipe, "".join(less)):
                    parts, changed = less, True
                else:
                    start += size
            if size == 1 and not changed:
                break
            size = max(1, size // 2)
        markdown = "".join(parts)
    return markdown


def texts(sources):
    for source in sources:
        path = pathlib.Path(source)
        if path.suffix == ".json":
            for example in json.loads(path.read_text()):
                yield f"{path.name} {example['example']}", example["markdown"]
        else:
            for file in sorted(path.rglob("*.md")):
                yield str(file), file.read_text(errors="replace")


def changed(random, seeds):
    """Part of one of the texts, with up to eight changes."""
    text = random.choice(seeds)
    if len(text) > 600:
        start = random.randrange(len(text))
        start = text.rfind("\n", 0, start) + 1
        text = text[start:start + random.randrange(50, 600)]
    for _ in range(random.randrange(1, 9)):
        place = random.randrange(len(text) + 1)
        end = min(len(text), place + random.randrange(1, 20))
        match random.randrange(8):
            case 0:
                text = text[:place] + text[end:]
            case 1:
                other = random.randrange(len(text) + 1)
                text = text[:other] + text[place:end] + text[other:]
            case 2:
                other = random.choice(seeds)
                start = random.randrange(len(other) + 1)
                text = text[:place] + other[start:start + random.randrange(60)] + text[place:]
            case _:
                text = text[:place] + random.choice(PIECES) + text[place:]
    return text.replace("\0", "")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pipe")
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--all", action="store_true", help="show known differences as well")
    parser.add_argument("--content", help="a folder to compare as it is")
    parser.add_argument("sources", nargs="*", help="folders with Markdown, and lists of examples of a specification (JSON)")
    options = parser.parse_intermixed_args()
    pipe = Pipe(options.pipe)
    found, unknown, failures = collections.Counter(), {}, 0
    documented = re.findall(r"\*\*([^*\n]+)\*\*(?=:|,| and)", DOCUMENTATION.read_text().split("## Differences")[1])
    if documented != [kind.name for kind in KINDS]:
        failures += 1
        print(f"docs/markdown.md names other kinds than kinds.py, or in another order: {documented}")
    for kind in KINDS:
        for example in kind.examples:
            if not differs(pipe, example) or not kind.applies(example):
                failures += 1
                print(f"{kind.name}: {example!r} is no difference of this kind")
                show(pipe, example)

    def compare(name, markdown):
        if not differs(pipe, markdown):
            return
        least = shrunk(pipe, markdown)
        kinds = [kind.name for kind in KINDS if kind.applies(least)]
        found[kinds[0] if kinds else "unknown"] += 1
        if not kinds or options.all:
            unknown.setdefault(least, (kinds, name))

    seeds = CONSTRUCTS + [example for kind in KINDS for example in kind.examples]
    for name, markdown in texts([options.content] if options.content else []):
        compare(name, markdown)
    for name, markdown in texts(options.sources):
        seeds.append(markdown)
        compare(name, markdown)
    source = random.Random(options.seed)
    for number in range(options.count):
        compare(f"change {number}", changed(source, seeds))
    for least, (kinds, name) in sorted(unknown.items(), key=lambda item: len(item[0])):
        print(f"{kinds or 'unknown'}, {name}: {least!r}")
        show(pipe, least)
    print(f"{len(seeds)} texts and {options.count} changed ones compared; differences: {dict(found.most_common())}")
    sys.exit(1 if failures or found["unknown"] else 0)


main()
