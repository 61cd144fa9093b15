"""Random small libraries full of secrets. Each secret is a word that occurs nowhere else.

    libraries.py COUNT [SEED [refused]] > LIBRARIES

Each line is one library as JSON: `seed`; `files`, the content folder; `secrets`, each with its `word`, its `kind` (the rows of the table in
search.py) and the `account` or `page` that it belongs to; and, if requested, `refused`: files that would each publish a secret and must each
be refused by one of the rules given with them. They contain a customer's name, a person's name and the marker of an internal block, each in
all the disguises of disguises.py. The same seed gives the same bytes.
"""

import json
import random
import re
import sys

from disguises import MARKDOWN, MARKERS, PERSON, TEXT

ACCOUNTS = ["qorvex", "xantippe", "zelatrix-süd"]
# A text with certain invisible characters is refused because of them, before its names are examined.
UNSEEN = "control-character"
# A secret in a block for colleagues, in every place where such a block can be. S is the secret, % a number.
INTERNAL = {
    "block": "> [!INTERNAL]\n> S.",
    "lazy": "> [!INTERNAL]\n> Ours alone,\nS.",
    "quote": "> They said so.\n>\n> > [!INTERNAL]\n> > S.",
    "alert": "> [!NOTE]\n> Good to know.\n>\n> > [!INTERNAL]\n> > S.",
    "twice": "> [!INTERNAL]\n> Ours.\n>\n> > [!INTERNAL]\n> > S.",
    "after-inner": "> [!INTERNAL]\n> Ours.\n>\n> > [!INTERNAL]\n> > Ours too.\n>\n> S.",
    "list": "- One\n\n  > [!INTERNAL]\n  > S.\n\n- Two",
    "deep-list": "1. One\n   - Inner\n\n     > [!INTERNAL]\n     > S.\n\n2. Two",
    "in-table": "> [!INTERNAL]\n>\n> | a | b |\n> | - | - |\n> | S | 2 |",
    "in-code": "> [!INTERNAL]\n>\n> ```text\n> S\n> ```",
    "in-list": "> [!INTERNAL]\n> - one\n> - S\n>   1. S",
    "in-link": "> [!INTERNAL]\n> [here](https://helios.example/S \"S\")",
    "in-image": "> [!INTERNAL]\n> ![S](https://helios.example/S.png)",
    "in-emphasis": "> [!INTERNAL]\n> **S** and *S* and ~~S~~",
    "heading": "> [!INTERNAL]\n> ## S",
    "footnote-block": "You see more[^f%].\n\n[^f%]: A note.\n\n    > [!INTERNAL]\n    > S.",
    "footnote-inside": "> [!INTERNAL]\n> Ours[^i%].\n\n[^i%]: S.",
    "footnote-of-footnote": "> [!INTERNAL]\n> Ours[^j%].\n\n[^j%]: More[^k%].\n\n[^k%]: S.",
    "reference": "> [!INTERNAL]\n> [here][ref%]\n\n[ref%]: https://helios.example/S \"S\"",
    "included-block": "<!-- include: shared/with-block-%.md -->",
    "include-inside": "> [!INTERNAL]\n>\n> <!-- include: shared/secret-%.md -->",
}
HARMLESS = ["- You get less of it.\n- And more of that.", "| Line | Stops |\n| --- | ---: |\n| 3 | 7 |",
            "You read on[^h%].\n\n[^h%]: On the next page.", "> Somebody said so.", "```text\nstart\n```",
            "A [link](https://helios.example/more) for *you*."]


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.seed = seed
        self.secrets = []
        self.number = 0

    def secret(self, kind, account=None, plain=False, length=None, page=None):
        """A word of 12 to 120 letters. Long ones, and those outside ASCII, are cut and encoded in transmission."""
        self.number += 1
        letters = "abcdefghkmnprstuvwxyz" if plain else "abcdefghkmnprstuvwxyzäöüßéñøłжцяλω漢字"
        length = length or self.random.choice([14, 14, 20, 40, 75, 120])
        word = f"qz{self.seed % 1000}x{self.number}" + "".join(self.random.choice(letters) for _ in range(length - 8))
        self.secrets.append({"word": word, "kind": kind, "account": account, "page": page})
        return word

    def internal(self, kind, page, files):
        parts = []
        for form in self.random.sample(list(INTERNAL), 3):
            self.number += 1
            text = INTERNAL[form].replace("%", str(self.number))
            number = self.number
            secret = self.secret(kind + " " + form, page=page)
            if form == "included-block":
                files[f"shared/with-block-{number}.md"] = f"Known to all.\n\n> [!INTERNAL]\n> {secret}.\n"
            if form == "include-inside":
                files[f"shared/secret-{number}.md"] = f"{secret}.\n"
            parts.append(re.sub(r"\bS\b", secret, text))
        return parts

    def library(self, with_refused=False):
        files = {}
        accounts = self.random.sample(ACCOUNTS, self.random.randint(2, 3))
        files["playbook.yml"] = json.dumps({
            "format": 1, "site": {"language": "en", "base_url": "https://playbook.helios.example/"},
            "company": {"name": "Helios Controls", "postal_address": "Stuttgart", "reply_to": "voice@helios.example",
                        "from": {"name": "Helios Controls", "email": "digest@helios.example"},
                        "message_id_domain": "helios.example", "unsubscribe": {"mailto": "stop@helios.example"}},
            "people": {"priya": {"name": "Priya Raman", "email": "priya@helios.example"}},
            "roles": {"maintenance": "Maintenance", "operator": "Operator"}, "stages": ["adopt"],
            "kpis": {"oee": {"title": "OEE", "unit": "%", "better": "higher"}},
            "digest": {"gate": {"items": 1, "kpi_items": 0, "points": 0}, "max_items": 8, "per_kind": 8}})
        self.chapters(files)
        for number, account in enumerate(accounts):
            self.account(account, number, files)
        voices = {account: self.voice(account, files) for account in accounts}
        for number in range(self.random.randint(2, 4)):
            self.snippet(f"s{number}", None, None, files)
        for number, account in enumerate(accounts):
            self.snippet(f"own{number}", account, voices[account], files)
        library = {"seed": self.seed, "files": files, "secrets": self.secrets}
        if with_refused:
            library["refused"] = self.refused(json.loads(files[f"accounts/{accounts[0]}.yml"].split("\n", 1)[1]), accounts[1])
        return library

    def refused(self, account, other):
        """Files by name, each with the rules of which one must refuse it."""
        refused = {}
        first, last = account["name"].split()
        person = account["contacts"][0]["name"].split()

        def add(part, rules, text):
            refused[f"{part}/refused-{len(refused)}.md"] = {"rules": rules.split(), "text": text}

        def snippet(title, body):
            place = self.random.choice(["title", "summary", "place", "evidence", "label"])
            front = {"title": "A title", "summary": "A sentence.", "kind": "event", "kpis": ["oee"], "roles": ["maintenance"],
                     "publish": "2026-10-01", "owner": "priya", "action": {"label": "Read", "url": "https://helios.example/a"},
                     "event": {"date": "2026-11-25", "place": "Online"}, "evidence": {"source": "October"}}
            if title:
                inner = {"place": ("event", "place"), "evidence": ("evidence", "source"), "label": ("action", "label")}
                if place in inner:
                    front[inner[place][0]][inner[place][1]] = title
                else:
                    front[place] = title
            lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
            return f"---\n{lines}---\n\nYour OEE gains.\n\n{body}\n"

        for disguise in (TEXT | MARKDOWN).values():
            add("snippets", f"names-other-customer {UNSEEN}", snippet(None, f"As at {disguise(first, last)} in October."))
        for disguise in PERSON.values():
            add("snippets", "names-other-customer", snippet(None, f"Ask {disguise(*person)} about it."))
        for disguise in TEXT.values():
            title = f"As at {disguise(first, last)} in October"
            add("snippets", f"names-other-customer invalid-value {UNSEEN}", snippet(title, "And more."))
        for marked in MARKERS.values():
            text = re.sub(r"\bS\b", self.secret("behind a marker", plain=True), marked)
            add("chapters", "stray-marker", f"# A title\n\n{text}\n")
            add("snippets", "stray-marker", snippet(None, text))
            add("voice", "stray-marker", f"---\naccount: {other}\ndate: 2026-10-05\nkind: request\nstate: open\n"
                f"owner: priya\n---\n\n{text}\n")
        add("voice", "names-other-customer", f"---\naccount: {other}\ndate: 2026-10-05\nkind: request\nstate: open\n"
            f"owner: priya\n---\n\nAs at {first} {last}.\n")
        quoted = list(refused)[-1].removeprefix("voice/").removesuffix(".md")
        quoting = snippet(None, "You asked.").replace("kind: ", f"accounts: [{other}]\nanswers: [{quoted}]\nkind: ", 1)
        refused[f"snippets/quoting.md"] = {"rules": [], "text": quoting}
        return refused

    def chapters(self, files):
        files["chapters/index.md"] = "# Top\n\nRead [on](one.md).\n"
        parts = ["For all."] + self.internal("internal chapter", "one/", files)
        text = "\n\n".join(parts).replace("include: shared/", "include: ../shared/")
        files["chapters/one.md"] = f"---\ntitle: One\n---\n\n# One\n\n{text}\n\nThe end.\n"
        files["chapters/draft.md"] = f"---\ndraft: true\n---\n\n# {self.secret('draft chapter')}\n\n{self.secret('draft chapter')}\n"

    def account(self, account, number, files):
        note, name = self.secret("hold note", account), self.secret("account name", account, True).capitalize()
        contacts = [{"name": self.secret("contact name", account).capitalize() + " Meierling", "kpis": ["oee"], "roles": ["maintenance"],
                     "email": f"{self.secret('contact address', account, True, 14)}@k{number}.example"}
                    for _ in range(self.random.randint(1, 2))]
        hold = {"kind": "pause", "from": self.random.choice(["2026-01-01", "2026-11-05"]), "note": note, "owner": "priya"}
        if hold["from"] == "2026-01-01":
            hold["until"] = "2026-02-01"
        files[f"accounts/{account}.yml"] = f"# {self.secret('comment')}\n" + json.dumps(
            {"name": name + " Werke", "owner": "priya", "contacts": contacts, "holds": [hold], "kpis": {"oee": {"target": 85}}},
            ensure_ascii=False)
        value = f"{self.random.randint(10**7, 10**8)}.{self.random.randint(10, 99)}1"
        self.secrets.append({"word": value, "kind": "reading", "account": account, "page": None})
        files[f"readings/{number}.csv"] = f"account,kpi,month,value\n{account},oee,2026-10,{value}\n"
        files[f"touches/{number}.csv"] = (
            f"date,account,contact,channel,note\n2026-05-01,{account},,call,{self.secret('touch note', account)}\n")

    def voice(self, account, files):
        id = f"v-{len(files)}"
        body = f"Could you show {self.secret('voice', account)}?\n\n> [!INTERNAL]\n> {self.secret('internal voice', account)}.\n"
        state = self.random.choice(["open", "answered"])
        files[f"voice/{id}.md"] = (f"---\naccount: {account}\ndate: 2026-10-05\nkind: request\nstate: {state}\n"
                                   f"owner: priya\n---\n\n{body}")
        return id

    def snippet(self, id, account, voice, files):
        def word(part, plain=False):
            return self.secret(f"scoped {part}", account, plain, page=f"snippets/{id}/") if account else "A word"
        front = {"title": f"{word('title')} for you", "summary": f"{word('summary')} in one sentence.", "kind": "update",
                 "kpis": ["oee"], "roles": ["maintenance"], "publish": "2026-10-01", "owner": "priya",
                 "action": {"label": f"{word('label')}", "url": f"https://helios.example/{word('url', True).replace(' ', '-')}"},
                 "evidence": {"source": f"{word('evidence')} of October"}}
        if self.random.random() < 0.4:
            front |= {"kind": "event", "event": {"date": "2026-11-25", "place": word("place")}}
        if account:
            front |= {"accounts": [account], "answers": [voice]}
        if not account and self.random.random() < 0.2:
            front["draft"] = True
            front["title"] = self.secret("draft snippet", page=f"snippets/{id}/")
        parts = [f"{word('body')} is what you get."] + self.internal("internal snippet", f"snippets/{id}/", files)
        parts += [self.random.choice(HARMLESS).replace("%", str(len(files))), f"<!-- {self.secret('comment in a body', page=f'snippets/{id}/')} -->"]
        self.random.shuffle(parts)
        body = "\n\n".join(parts).replace("include: shared/", "include: ../shared/")
        lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
        files[f"snippets/{id}.md"] = f"---\n# {self.secret('comment')}\n{lines}---\n\n{body}\n\nYou read this last.\n"


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    for number in range(seed, seed + count):
        print(json.dumps(Generator(number).library("refused" in sys.argv[3:]), ensure_ascii=False))


if __name__ == "__main__":
    main()
