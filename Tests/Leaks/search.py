"""Looks for secrets in places where they must not be, in everything that was built from the libraries of libraries.py.

    search.py LIBRARIES BUILT

BUILT contains, for each file, a line `seed length path` and then that many bytes. Python's email package reads the messages. Their decoded
headers and parts are searched, HTML both as it is written and as a reader sees it. Blanks, upper case and percent-encoding hide nothing,
and the beginning of a secret counts as the secret.
"""

import collections
import email
import email.policy
import html
import json
import re
import sys
import unicodedata
import urllib.parse

from disguises import CHEROKEE, CYRILLIC, GREEK, PHONETIC

# The kinds of places: own-message and own-account belong to the account that the secret is about; own-page is the page of the
# snippet or chapter that contains it.
PLACES = {
    "own-message", "other-message", "manifest", "own-page", "snippet-reader", "own-account", "other-account", "snippet-list",
    "account-list", "other-page", "home", "twin", "search", "for-programs",
}

# Where a secret may be. Everything that is not listed is forbidden. A secret of the kind inside may be on the page of the snippet, on
# those of its chapter and its account, below which the account's messages are shown as they will look, on the lists of these, and in the
# manifest beside the messages. Twins, pages for printing, feeds and other files for programs may not contain it. Accounts can be searched
# for by name.
ALLOWED = {
    "internal chapter": {"own-page"},
    "internal snippet": {"own-page"},
    "internal voice": {"own-account"},
    "scoped title": {"own-message", "manifest", "own-page", "own-account", "snippet-list"},
    "scoped summary": {"own-message", "own-page", "own-account", "snippet-list"},
    "scoped body": {"own-message", "own-page", "own-account"},
    "scoped label": {"own-message", "own-page", "own-account"},
    "scoped url": {"own-message", "own-page", "own-account"},
    "scoped evidence": {"own-message", "own-page", "own-account"},
    "scoped place": {"own-message", "own-page", "own-account"},
    "hold note": {"own-account"},
    "touch note": {"own-account"},
    "voice": {"own-message", "own-account"},
    # The reason why somebody gets a snippet says how far their KPI is from its target.
    "reading": {"own-message", "own-account", "snippet-reader"},
    # A snippet's page names the readers who get it.
    "contact name": {"own-message", "manifest", "own-account", "snippet-reader", "search"},
    "contact address": {"own-message", "manifest", "own-account"},
    # A snippet's page names the accounts that it is for.
    "account name": {
        "own-message", "manifest", "own-account", "account-list", "own-page", "snippet-list", "snippet-reader", "home", "search",
    },
    "draft snippet": {"own-page", "snippet-list"},
    "draft chapter": set(),
    "comment": set(),
    "comment in a body": set(),
}

# Where it must be found in at least one library. Otherwise the search could be blind.
EXPECTED = {
    ("scoped title", "own-message"), ("scoped summary", "own-page"), ("scoped body", "own-message"),
    ("scoped label", "own-message"), ("scoped url", "own-message"), ("scoped evidence", "own-message"),
    ("scoped place", "own-message"), ("voice", "own-message"), ("reading", "own-message"),
    ("contact name", "own-message"), ("contact address", "own-message"), ("account name", "own-message"),
    ("internal chapter", "own-page"), ("hold note", "own-account"),
}


LOOK_ALIKES = str.maketrans({there: here for letters in (CYRILLIC, GREEK, PHONETIC, CHEROKEE) for here, there in letters.items()})


def folded(text):
    """A text without everything that hides a word: blanks, invisible characters, case, accents, wide and bold letters, and the letters of
    other alphabets in disguises.py."""
    text = unicodedata.normalize("NFKD", text.translate(LOOK_ALIKES)).casefold()
    return re.sub(r"[\s\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]+", "", text)


def forms(text):
    """A text of HTML or plain text in all the forms in which it may be read."""
    stripped = re.sub(r"<[^>]*>", "", text)
    return [folded(form) for form in (
        text, html.unescape(text), stripped, html.unescape(stripped), urllib.parse.unquote(html.unescape(text)))]


def read(path, data):
    """All texts of a file, and the address that a message goes to."""
    if not path.endswith(".eml"):
        # The parts of a message, for viewing, are named after its contact.
        parts = path.split("/")
        to = parts[3].rpartition(".")[0] if parts[0] == "_digests" and len(parts) == 4 else None
        return forms(data.decode("utf-8", "replace")), to
    message = email.message_from_bytes(data, policy=email.policy.default)
    texts = forms(data.decode("latin-1"))
    for name, value in message.items():
        texts += forms(f"{name}: {value}")
    for part in message.walk():
        if part.get_content_maintype() == "text":
            texts += forms(part.get_content())
    return texts, message["To"].addresses[0].addr_spec


def place(path, secret, to, library):
    if path.startswith("_digests/"):
        if to is None:
            return "manifest"
        return "own-message" if library["domains"].get(secret["account"]) == to.split("@")[1] else "other-message"
    if path.startswith("search/") or "search" in path.split("/")[0]:
        return "search"
    if path.endswith(".md"):
        return "twin"
    if not path.endswith(".html"):
        return "for-programs"
    if secret["page"] and path == secret["page"] + "index.html":
        return "own-page"
    if re.fullmatch(r"snippets/[^/]+/index.html", path):
        own = any(other["page"] == path.removesuffix("index.html") for other in library["secrets"]
                  if secret["account"] and other["account"] == secret["account"])
        if own and secret["kind"] == "account name":
            return "own-page"
        return "snippet-reader" if secret["kind"] in ("account name", "contact name", "reading") else "other-page"
    # Lists for a role, a KPI, a stage, a product or a person show snippets by title and summary.
    if re.match(r"(snippets|roles|kpis|owners|stages|products|tags|kinds)/", path):
        return "snippet-list"
    if path == "index.html":
        return "home"
    if path == "accounts/index.html":
        return "account-list"
    if path.startswith("accounts/"):
        name = folded(library["names"].get(secret["account"], "\0"))
        return "own-account" if name in library["page-titles"][path] else "other-account"
    return "other-page"


def main():
    libraries, found, leaks = {}, collections.Counter(), 0
    for line in open(sys.argv[1], encoding="utf-8"):
        library = json.loads(line)
        library["domains"], library["names"], library["page-titles"] = {}, {}, {}
        for name, text in library["files"].items():
            if name.startswith("accounts/"):
                values = json.loads(text.split("\n", 1)[1])
                id = name.removeprefix("accounts/").removesuffix(".yml")
                library["names"][id] = values["name"]
                library["domains"][id] = values["contacts"][0]["email"].split("@")[1]
        for secret in library["secrets"]:
            word = folded(secret["word"])
            # The value of a KPI has few digits; a word is recognised by its beginning.
            secret["beginning"] = word if secret["kind"] == "reading" else word[:13]
            secret["rule"] = next(kind for kind in sorted(ALLOWED, key=len, reverse=True) if secret["kind"].startswith(kind))
        libraries[library["seed"]] = library
    files = collections.Counter()
    with open(sys.argv[2], "rb") as built:
        while head := built.readline():
            seed, length, path = head.decode("utf-8").rstrip("\n").split(" ", 2)
            data, library = built.read(int(length)), libraries[int(seed)]
            texts, to = read(path, data)
            files["messages" if path.endswith(".eml") else "pages" if path.endswith(".html") else "other files"] += 1
            title = re.search(r"<title>(.*?)</title>", data.decode("utf-8", "replace"), re.S)
            library["page-titles"][path] = folded(html.unescape(title[1])) if title else ""
            everything = "\0".join(texts)
            for secret in library["secrets"]:
                if secret["beginning"] not in everything:
                    continue
                where = place(path, secret, to, library)
                found[secret["rule"], where] += 1
                if where not in ALLOWED[secret["rule"]]:
                    leaks += 1
                    if leaks <= 20:
                        print(f"library {seed}: {path} ({where}) has the {secret['kind']} of "
                              f"{secret['account'] or secret['page']}: {secret['word'][:16]}")
    assert {place for _, place in EXPECTED} | set().union(*ALLOWED.values()) <= PLACES
    for (kind, where), count in sorted(found.items()):
        print(f"{count:8} {kind}: {where}{'' if where in ALLOWED[kind] else '   LEAK'}")
    missing = sorted(f"{kind}: {where}" for kind, where in EXPECTED if not found[kind, where])
    if missing:
        print("never found where it belongs: " + ", ".join(missing))
    secrets = sum(len(library["secrets"]) for library in libraries.values())
    built = ", ".join(f"{count} {name}" for name, count in sorted(files.items()))
    print(f"{len(libraries)} libraries, {secrets} secrets, {built}, {leaks} leaks")
    return 1 if leaks or missing or not files["messages"] or not files["pages"] else 0


if __name__ == "__main__":
    sys.exit(main())
