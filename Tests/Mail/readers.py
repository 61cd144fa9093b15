"""Has three independent mail readers read messages, and prints where they differ.

    /usr/bin/python3 readers.py FOLDER

Reads every .eml file below FOLDER with Python's `email` (strict policy), GMime and mblaze, and compares the tree of parts, the headers and
the texts. Prints how many messages all three read in the same way; exits with 1 if they differ in one.
"""

import email
import email.header
import email.policy
import email.utils
import pathlib
import subprocess
import sys

import gi

gi.require_version("GMime", "3.0")
from gi.repository import GMime  # noqa: E402

HEADERS = ["Subject", "Date", "Message-ID", "List-Unsubscribe", "Auto-Submitted", "Content-Language"]


def plain(text):
    return text.replace("\r\n", "\n").rstrip("\n")


def by_python(path):
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.strict)
    defects = [str(defect) for part in message.walk() for defect in part.defects]
    assert not defects, defects
    headers = {name: str(message[name]).strip() for name in HEADERS}
    # Python 3.11 keeps the blanks between the encoded words of a name; its older reader follows RFC 2047.
    lenient = email.message_from_bytes(path.read_bytes())
    for name in ["From", "To", "Reply-To"]:
        shown, address = email.utils.parseaddr(lenient[name])
        headers[name] = (str(email.header.make_header(email.header.decode_header(shown))), address)
    leaves = [part for part in message.walk() if not part.is_multipart()]
    return {
        "tree": [part.get_content_type() for part in message.walk()],
        "headers": headers,
        "texts": [plain(part.get_content()) for part in leaves],
    }


def by_gmime(path):
    stream = GMime.StreamMem.new_with_buffer(path.read_bytes())
    message = GMime.Parser.new_with_stream(stream).construct_message(None)
    headers = {}
    for name in HEADERS:
        # Fields about the content belong to the first part in GMime's view.
        value = (message.get_mime_part() if name.startswith("Content-") else message).get_header(name)
        headers[name] = GMime.utils_header_decode_text(GMime.ParserOptions.new(), value).strip()
    headers["Subject"] = message.get_subject()
    lists = {"From": message.get_from(), "To": message.get_to(), "Reply-To": message.get_reply_to()}
    for name, addresses in lists.items():
        assert addresses.length() == 1, (name, addresses.length())
        mailbox = addresses.get_address(0)
        headers[name] = (mailbox.get_name() or "", mailbox.get_addr())
    tree, texts = [], []

    def visit(part):
        kind = part.get_content_type()
        tree.append(f"{kind.get_media_type()}/{kind.get_media_subtype()}".lower())
        if isinstance(part, GMime.Multipart):
            for index in range(part.get_count()):
                visit(part.get_part(index))
        else:
            texts.append(plain(part.get_text()))

    visit(message.get_mime_part())
    return {"tree": tree, "headers": headers, "texts": texts}


def run(*command):
    environment = {"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
    return subprocess.run(command, capture_output=True, check=True, env=environment).stdout.decode()


def by_mblaze(path):
    headers = {name: run("mhdr", "-d", "-h", name, path).strip() for name in HEADERS}
    for name in ["From", "To", "Reply-To"]:
        headers[name] = (run("mhdr", "-d", "-h", name, path).strip(), run("maddr", "-a", "-h", name, path).split()[-1])
    lines = [line for line in run("mshow", "-t", path).splitlines()[1:] if ": " in line]
    # `  1: text/plain size=…`: a number, a type, more.
    tree = [line.split(": ", 1)[1].split()[0] for line in lines]
    parts = [number for number, kind in enumerate(tree, 1) if not kind.startswith("multipart/")]
    return {"tree": tree, "headers": headers, "texts": [plain(run("mshow", "-O", path, str(n))) for n in parts]}


def shown_name(raw):
    """The text before the address in a decoded mailbox, without quoting."""
    name = raw.rpartition("<")[0].strip() if "<" in raw else ""
    if name.startswith('"') and name.endswith('"'):
        name = name[1:-1].replace('\\"', '"').replace("\\\\", "\\")
    return name


def differences(path):
    try:
        python, gmime, mblaze = by_python(path), by_gmime(path), by_mblaze(path)
    except Exception as error:  # Whatever a reader cannot read is a finding.
        return [repr(error)]
    found = []
    for other, name in [(gmime, "GMime"), (mblaze, "mblaze")]:
        for key in ["tree", "texts"]:
            if other[key] != python[key]:
                found.append(f"{name}: {key}: {other[key]!r} and not {python[key]!r}")
        for header, expected in python["headers"].items():
            value = other["headers"][header]
            if name == "mblaze" and isinstance(expected, tuple):
                # mblaze decodes a name before it looks for addresses and comments, so it misreads text that looks like one.
                if any(sign in expected[0] for sign in "<(@") or "=?" in expected[0]:
                    continue
                # It prints a mailbox as one text, and collapses blanks in it.
                value = (" ".join(shown_name(value[0]).split()), value[1])
                expected = (" ".join(expected[0].split()), expected[1])
            if value != expected:
                found.append(f"{name}: {header}: {value!r} and not {expected!r}")
    return found


def main():
    GMime.init()
    paths = sorted(pathlib.Path(sys.argv[1]).rglob("*.eml"))
    failed = 0
    for path in paths:
        found = differences(path)
        failed += bool(found)
        for difference in found:
            print(f"{path}: {difference}", file=sys.stderr)
    print(f"{len(paths) - failed} of {len(paths)}")
    sys.exit(1 if failed else 0)


main()
