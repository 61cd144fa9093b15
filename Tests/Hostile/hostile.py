"""Tests `playbook` with hostile texts in every field of every kind of file.

    hostile.py PLAYBOOK TEMPLATES COUNT [START]

For each payload, a library is made that has it in all fields. `check` reports some fields. These become plain, and the library must then
build. Strict parsers must be able to read the result, and it must have no element, attribute, header field or line that the same library
with plain texts does not have. COUNT payloads are tried, from number START on; 1000 are all of them.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import libraries
import outputs

SPECIALS = "<>&\"'\\/;:,=(){}[]|%#@!*~`$+-.?^_"
WRAPS = {"bare": "{}", "prepended": "\u0d4e{}", "struck": "{}\u0301", "joined": "{}\u200d", "styled": "{}\ufe0f"}
CONTROLS = ["\r", "\n", "\r\n", "\x07", "\x1b[2J", "\x7f", "\x85", "\x9b", "\u2028", "\u2029", "\u202e", "\u2066",
            "\ufffe", "\uffff", "\x00", "\x0b", "\x0c", "\U0001fffe"]
HONEST = [" Zoë Nguyễn", " Αθήνα", " Жанна", " 山田太郎", " 한글", " ไทย", " हिन्दी", " العربية", " עברית",
          " می\u200cخواهم", " \U0001f469\u200d\U0001f527 \u2699\ufe0f 1\ufe0f\u20e3", " O’Brien & Söhne, “No. 1” – 5 €…"]


def payloads():
    """Each payload with its name. Those that find the most come first."""
    yield "tag", " \u0d4e<img src=x onerror=y \u0d4e>\u0d4e</title\u0d4e>"
    yield "attribute", " \"\u0301 onfocus=1 autofocus \"\u0301"
    for name, wrap in WRAPS.items():
        yield "all " + name, " " + " ".join(wrap.format(mark) for mark in SPECIALS)
    yield "commands", "\r\n::error file=a::b\r\nBcc: eve@evil.example\r\n"
    yield "honest", "".join(HONEST)
    yield "control \x07", " a\x07b"
    yield "control \u202e", " a\u202eb"
    yield "scheme", " javascript:alert(1) <!-- --> ]]> &lt; &#0; {{account.name}} =?utf-8?q?x?= %0d%0a"
    for text in HONEST:
        yield "honest" + text, text
    for text in CONTROLS:
        yield f"control {text!r}", f" a{text}b"
    for name, wrap in WRAPS.items():
        for mark in SPECIALS:
            yield f"{name} {mark}", " a" + wrap.format(mark) + "b onx=1 " + wrap.format(mark)
    for mark in SPECIALS:
        yield f"start {mark}", "\u0d4e" + mark + " " + mark + "\u0301"


# Fields that cannot hold the letters of all scripts.
NARROW = {"site.language", "german.language", "company.from.email", "company.unsubscribe", "person.email", "contact.email"}
COMMAND = re.compile(r"::(error|warning) file=[^,:]*(,(line|col|endLine|endColumn)=\d+)*,title=[a-z0-9-]+::")


class Library:
    """A library on disk with a payload in all fields that are not plain."""

    def __init__(self, program, templates, folder, payload):
        self.program, self.templates, self.folder, self.payload = program, templates, folder, payload

    def write(self, plain):
        content = self.folder / "content"
        subprocess.run(["rm", "-rf", content, self.folder / "out"], check=True)
        self.made = libraries.files(self.payload, plain)
        for path, text in self.made.items():
            file = content / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode("utf-8"))
        author = libraries.field_value("author", self.payload, plain).replace("\0", "")
        environment = {"GIT_AUTHOR_NAME": author, "GIT_AUTHOR_EMAIL": "kim@helios.example", "PATH": os.environ["PATH"],
                       "GIT_COMMITTER_NAME": "Kim", "GIT_COMMITTER_EMAIL": "kim@helios.example", "HOME": str(self.folder),
                       "GIT_AUTHOR_DATE": "2026-11-02T10:00:00Z", "GIT_COMMITTER_DATE": "2026-11-02T10:00:00Z"}
        for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "Write"]):
            subprocess.run(["git", *command], cwd=content, env=environment, check=True, capture_output=True)

    def run(self, *arguments):
        return subprocess.run([self.program, *arguments, "--content", "content", "--as-of", "2026-11-10"],
                              cwd=self.folder, capture_output=True)

    def refused(self, plain):
        """The fields that `check` reports."""
        outcome = self.run("check", "--format", "json")
        if outcome.returncode not in (0, 1):
            raise ValueError(f"check ended with {outcome.returncode}: {outcome.stderr[-300:]!r}")
        by_line, by_file = libraries.fields_at(self.made, plain)
        refused = set()
        for finding in json.loads(outcome.stdout or outcome.stderr):
            if finding["severity"] != "error":
                continue
            file = finding["file"].removeprefix("content/")
            fields = by_line.get((file, finding.get("line"))) or by_file.get(file)
            if not fields:
                raise ValueError(f"a finding where nothing is hostile: {finding}")
            refused |= fields
        return refused

    def printed(self):
        """All formats of `check`. None shows a control character, or a command that a value started."""
        for form in ("text", "github", "sarif", "json"):
            outcome = self.run("check", "--format", form)
            text = (outcome.stdout + outcome.stderr).decode("utf-8")
            if outputs.INVISIBLE.search(text):
                raise ValueError(f"--format {form} prints {outputs.INVISIBLE.search(text).group()!r}")
            for line in text.split("\n") if form == "github" else []:
                if line.startswith("::") and not COMMAND.match(line):
                    raise ValueError(f"--format github prints {line!r}")

    def build(self):
        outcome = self.run("build", "--templates", self.templates, "--output", "out")
        if outcome.returncode != 0:
            raise ValueError(f"check has no finding, but build ends with {outcome.returncode}: "
                             f"{outcome.stderr.decode('utf-8', 'replace')[-600:]}")
        return outputs.structures(self.folder / "out")


def difference(hostile, plain):
    """What one of two counts has in excess, in words."""
    said = []
    for shape, count in (hostile - plain).items():
        kind = shape[0]
        near = [other for other in (plain - hostile) if other[0] == kind]
        extra = ""
        if near and isinstance(shape[1], frozenset):
            best = min(near, key=lambda other: len(shape[1] ^ other[1]))
            extra = f": more {sorted(map(str, shape[1] - best[1]))[:6]}, less {sorted(map(str, best[1] - shape[1]))[:6]}"
        elif near:
            extra = f": {str(shape[1])[:700]} instead of {str(near[0][1])[:700]}"
        said.append(f"{count} {kind} of another structure{extra}")
    return said


def tried(library):
    """Tries the payload of a library: the fields that were refused, and what is wrong with the outputs."""
    refused = set()
    while True:
        library.write(refused)
        more = library.refused(refused)
        if not more:
            break
        if not refused:
            library.printed()
        refused |= more
    return refused, *library.build()


def main():
    program, templates = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    count = int(sys.argv[3])
    start = int(sys.argv[4]) if len(sys.argv) > 4 else 0
    everything, failures, built = set(libraries.PLAIN), [], 0
    chosen = list(payloads())[start:start + count]
    with tempfile.TemporaryDirectory() as place:
        plain = Library(program, templates, Path(place), "")
        plain.write(everything)
        expected, wrong = plain.build()
        failures += ["plain: " + text for text in wrong]
        for name, payload in chosen:
            try:
                refused, found, wrong = tried(Library(program, templates, Path(place), payload))
            except ValueError as problem:
                failures.append(f"{name}: {problem}")
                continue
            if name.startswith("honest") and refused - NARROW:
                failures.append(f"{name}: refused in {sorted(refused)}")
            built += len(everything - refused)
            failures += [f"{name}: {text}" for text in wrong + difference(found, expected)]
            if os.environ.get("HOSTILE_VERBOSE"):
                print(f"{name}: refused in {sorted(refused)}", flush=True)
    print(f"{len(chosen)} payloads in {len(everything)} fields; {built} values were built, the others refused")
    print("\n".join(failures))
    sys.exit(1 if failures else 0)


main()
