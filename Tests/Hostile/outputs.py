"""The structure of an output, as independent strict parsers read it: elements, attributes, header fields, properties, members.

The structure does not include texts. Two builds of the same library with different texts have the same structure.
"""

import email
import email.policy
import json
import re
import xml.etree.ElementTree
from collections import Counter

import html5lib
import icalendar

STRICT = email.policy.default.clone(raise_on_defect=True)
# A control character, a noncharacter, or a character that changes the direction of the text after it.
INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def html_structure(data):
    """Elements with the names of their attributes, and how often each occurs. html5lib's strict mode raises at the first error."""
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(data.decode("utf-8"))
    policy = tree.find(".//meta[@http-equiv='Content-Security-Policy']")
    if policy is None:
        raise ValueError("there is no Content-Security-Policy")
    return elements(tree)


def elements(tree):
    return frozenset(Counter((str(node.tag), tuple(sorted(str(key) for key in node.attrib))) for node in tree.iter()).items())


def xml_structure(data):
    tree = xml.etree.ElementTree.fromstring(data)
    return frozenset(Counter((node.tag, tuple(sorted(node.attrib))) for node in tree.iter()).items())


def ics_structure(text):
    calendar = icalendar.Calendar.from_ical(text)
    found = Counter()
    for part in calendar.walk():
        found[(part.name, tuple(part.errors))] += 1
        for name, value in part.property_items(recursive=False):
            parameters = tuple(sorted(getattr(value, "params", {})))
            found[(part.name, name, parameters)] += 1
    return frozenset(found.items())


def mail_structure(data):
    message = email.message_from_bytes(data, policy=STRICT)
    head = data.split(b"\r\n\r\n", 1)[0].decode("ascii")
    lines = head.split("\r\n")
    names = [line.split(":")[0] for line in lines if not line.startswith((" ", "\t"))]
    for line in lines:
        if len(line) > 998 or re.fullmatch(r"[A-Za-z-]+:", line):
            raise ValueError(f"a field whose first line is empty: {line!r}")
    parts = []
    for part in message.walk():
        parts.append((part.get_content_type(), tuple(sorted(key.lower() for key in part.keys()))))
        if part.is_multipart():
            continue
        text = part.get_content()
        if INVISIBLE.search(text.replace("\r\n", "\n")):
            raise ValueError(f"{part.get_content_type()} has {INVISIBLE.search(text).group()!r}")
        if part.get_content_type() == "text/html":
            parts.append(elements(html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)))
        if part.get_content_type() == "text/calendar":
            parts.append(ics_structure(text))
    addresses = tuple(len(message[name].addresses) for name in ("From", "To", "Reply-To"))
    return (tuple(names), tuple(parts), addresses)


def json_shape(value):
    if isinstance(value, dict):
        return ("object", tuple((key, json_shape(inner)) for key, inner in value.items()))
    if isinstance(value, list):
        return ("array", tuple(json_shape(inner) for inner in value))
    return type(value).__name__


def read_script(text):
    """Reads a search script: one call, whose arguments are JSON except for the escape of `<` and the names in the first file."""
    match = re.fullmatch(r"playbookSearch\.(\w+)\((.*)\);\n", text, re.S)
    if not match or "<" in text:
        raise ValueError("a search script is not one call")
    arguments = match[2].replace("\\x3C", "\\u003C")
    if match[1] == "start":
        arguments = re.sub(r"([{,])(\w+):", r'\1"\2":', arguments)
    json.loads("[" + arguments + "]")


def structure(path, data):
    """The structure of a file; None for a file in which there is nothing to compare."""
    text = data.decode("utf-8")
    if INVISIBLE.search(text) and not path.endswith((".md", ".eml")):
        raise ValueError(f"{INVISIBLE.search(text).group()!r} in it")
    if path.endswith(".html"):
        return ("html", html_structure(data))
    if path.endswith(".xml"):
        return ("xml", xml_structure(data))
    if path.endswith(".json"):
        return ("json", json_shape(json.loads(text)))
    if path.endswith(".eml"):
        return ("mail", mail_structure(data))
    if path.endswith("llms.txt"):
        return ("llms", tuple(re.match(r"(# |## |> |- \[|)", line)[0] for line in text.split("\n")))
    if path.endswith(("_headers", "robots.txt")):
        return ("text", text)
    if "search/" in path and path.endswith(".js"):
        read_script(text)
    return None


def structures(folder):
    """How often each structure occurs below a folder, and what is wrong with files there."""
    found, wrong = Counter(), []
    for file in sorted(path for path in folder.rglob("*") if ".playbook" not in path.parts):
        if not file.is_file():
            continue
        path = str(file.relative_to(folder))
        if "/assets/" in "/" + path:
            continue
        try:
            shape = structure(path, file.read_bytes())
        except Exception as problem:
            wrong.append(f"{path}: {type(problem).__name__}: {problem}")
            continue
        if shape is not None:
            found[shape] += 1
    return found, wrong
