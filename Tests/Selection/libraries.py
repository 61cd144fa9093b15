"""Random small libraries that reach every rule of selection.

    libraries.py COUNT [SEED] > LIBRARIES

Each line is one library as JSON: `seed`; `files`, the content folder; `shuffled`, the same content with everything that has no fixed order
in a different order; `ineligible`, files to add of which no contact gets anything; `facts`, the same content again for oracle.py, so that
it need not read YAML, Markdown or CSV; `ledger`, with what was sent, whose address is suppressed, and what readers answered; `months`, the
months to explain, and `days`, the day that counts as today for each. The same seed gives the same bytes.
"""

import datetime
import json
import random
import sys

import base

ROLES = ["operator", "maintenance", "it-ot"]
INDUSTRIES = ["food", "metals"]
REGIONS = ["DE", "AT", "Île-de-France"]
STAGES = ["onboard", "adopt", "renew"]
PRODUCTS = ["gateway", "monitor", "drive"]
VERSIONS = ["1", "1.0", "1.2", "1.10", "1.2.0.0", "2.0", "2.0.1", "10"]
KPIS = {"oee": "higher", "downtime": "lower", "first.pass_yield": "higher", "scrap": "lower"}
KINDS = ["upgrade", "update", "event", "content", "conversation", "service"]
INCIDENTS = ["INC-1", "INC-2", "inc-1"]
# The order of these by bytes differs from that of UTF-16, from the alphabet, and from the order without case.
SNIPPET_IDS = ["a", "a-b", "a.b", "a/b", "a b", "aa", "Ab", "B", "b10", "b9", "_x", "z", "Zz", "ärger", "Öl", "éclair",
               "ﬁlter", "ｚ", "😀", "𝒜", "字", "ж/ы", "~", "new/é", "new/z", "new/😀"]
OLD_IDS = ["was/a", "Was-b", "früher", "old 😀"]
ACCOUNT_IDS = ["qorvex", "Qorvia", "zélatrix", "ｑuandt", "𝒬uellmar", "gruppe/xanto", "gruppe-yvex"]
VALUES = ["-3", "0", "5.5", "5.500001", "6", "80", "80.25"]
DAY = datetime.timedelta(days=1)


class Number(str):
    """A number that is written unchanged."""


def written(value):
    """A value as YAML. JSON is YAML, but numbers keep their digits."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(key, ensure_ascii=False)}: {written(item)}" for key, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(written, value)) + "]"
    return str(value) if isinstance(value, Number) else json.dumps(value, ensure_ascii=False)


def block(values):
    return "".join(f"{key}: {written(value)}\n" for key, value in values.items())


def quoted(text):
    return '"' + text.replace('"', '""') + '"' if "," in text or '"' in text else text


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.seed = seed

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def some(self, values, least=1, most=3):
        return self.random.sample(values, min(len(values), self.random.randint(least, most)))

    def near(self, day, *distances):
        """A day at one of some distances, or a day more or less, or any day."""
        distance = self.random.choice(distances) + self.random.choice([-1, 0, 0, 0, 1])
        if self.chance(15):
            distance = self.random.randint(-400, 400)
        return (day + distance * DAY).isoformat()

    def later(self, day, distance, than):
        """A day at a distance from another one, but not before a third one."""
        return max(self.near(day, *distance), than)

    def library(self):
        year, number = self.random.choice([2025, 2026, 2027]), self.random.randint(1, 12)
        months = [f"{year}-{number:02}"]
        if self.chance(60):
            later = year * 12 + number - 1 + self.random.choice([-2, -1, 1, 1, 2, 12])
            months.append(f"{later // 12}-{later % 12 + 1:02}")
        self.month, first = months[0], datetime.date(year, number, 1)
        self.facts = {"language": self.random.choice(["en", "en", "de"]), "kpis": KPIS, "digest": self.digest()}
        self.facts["holidays"] = sorted({(first + self.random.randint(-12, 20) * DAY).isoformat()
                                         for _ in range(self.random.choice([0, 0, 2, 5]))})
        self.rules = base.rules_of(self.facts)
        self.worthy = self.random.choice([10, 20, 70])
        # A day in the middle of the others. Accounts with a business day of their own have another slot.
        self.slot = base.slot_of(self.month, {"cadence": {}}, self.facts, self.rules)
        accounts = [self.account(id, number) for number, id in enumerate(self.some(ACCOUNT_IDS, 1, 4))]
        self.facts["accounts"] = accounts
        self.facts["voices"] = {id: self.voice() for id in self.some(["v/é", "v-1", "2026-é", "Z"], 0, 4)}
        ids = self.some(SNIPPET_IDS, 3, 14)
        self.facts["snippets"] = {}
        for index, id in enumerate(ids):
            self.facts["snippets"][id] = self.snippet(id, ids[:index])
        self.facts["readings"] = [
            {"account": account["id"], "kpi": kpi, "month": month, "value": self.random.choice(VALUES)}
            for account in accounts for kpi in KPIS for month in self.reading_months()]
        self.facts["touches"] = [touch for account in accounts for _ in range(self.random.choice([0, 0, 1, 2, 3, 4]))
                                 for touch in self.touches(account)]
        self.facts["suppressions"] = [
            {"address": self.address(), "reason": self.random.choice(base.SUPPRESSIONS), "date": "2026-01-05"}
            for _ in range(self.random.choice([0, 0, 0, 0, 1]))]
        entries = [entry for _ in range(self.random.choice([0, 3, 8, 14])) for entry in self.message()]
        suppressed = [{"address": self.address(), "reason": self.random.choice(["unsubscribed", "bounced", "complained"])}
                      for _ in range(self.random.choice([0, 0, 0, 0, 0, 0, 1]))]
        answers = [self.answer() for _ in range(self.random.choice([0, 4, 10]))]
        self.ledger = {"entries": entries, "suppressed": suppressed, "answers": answers}
        days = {month: self.as_of(month) for month in months}
        return {"seed": self.seed, "months": months, "days": days, "files": self.files(False), "shuffled": self.files(True),
                "ineligible": self.ineligible(), "facts": self.facts, "ledger": self.ledger}

    def digest(self):
        digest = {}
        if self.chance(40):
            digest["points"] = {name: self.random.choice([0, -5, 1, 7, 10, 10, 40, 100])
                                for name in self.some(list(base.DEFAULTS["points"]), 1, 9)}
        if self.chance(40):
            digest["gate"] = {"items": self.random.randint(1, 4), "kpi_items": self.random.randint(0, 3),
                              "points": self.random.choice([0, 1, 40, 80, 81, 120, 200])}
        if self.chance(40):
            digest["caps"] = {"contact_days": self.random.choice([0, 1, 21, 40]),
                              "account_touches": self.random.choice([1, 2, 3]),
                              "account_days": self.random.choice([0, 1, 30, 60])}
        for key, values in (("max_items", [1, 2, 3, 8]), ("per_kind", [1, 1, 3, 8]), ("event_soon_days", [0, 10, 60]),
                            ("cooling_business_days", [0, 1, 3, 10]), ("business_day", [1, 2, 10, 21, 23]),
                            ("catch_up_days", [0, 1, 14]), ("stale_months", [1, 2, 6])):
            if self.chance(30):
                digest[key] = self.random.choice(values)
        return digest

    def spelled(self, region):
        """A region, sometimes in different case."""
        return self.random.choice([region, region, region.lower(), region.upper()])

    def account(self, id, number):
        account = {"id": id, "products": {}, "kpis": {}, "cadence": {}, "holds": []}
        for key, values in (("industry", INDUSTRIES), ("region", REGIONS), ("stage", STAGES), ("language", ["en", "de"])):
            if self.chance(80):
                account[key] = self.random.choice(values)
        if "region" in account:
            account["region"] = self.spelled(account["region"])
        for product in self.some(PRODUCTS, 0, 3):
            account["products"][product] = self.random.choice(VERSIONS)
        for kpi in self.some(list(KPIS), 0, 4):
            account["kpis"][kpi] = {"target": Number(self.random.choice(VALUES))} if self.chance(75) else None
        if self.chance(50):
            cadence = {"every_months": self.random.choice([1, 1, 2, 3, 12]), "business_day": self.random.randint(1, 23)}
            distance = self.random.choice([-24, -12, -6, -3, -2, -1, 0, 0, 1, 3])
            first = int(self.month[:4]) * 12 + int(self.month[5:]) - 1 + distance
            cadence["first_month"] = f"{first // 12}-{first % 12 + 1:02}"
            account["cadence"] = {key: cadence[key] for key in self.some(list(cadence), 1, 3)}
        slot = base.slot_of(self.month, account, self.facts, self.rules)
        for _ in range(self.random.choice([0, 0, 0, 1, 1, 2, 3])):
            account["holds"].append(self.hold(slot))
        account["contacts"] = [self.contact(number, place) for place in range(self.random.randint(1, 3))]
        return account

    def hold(self, slot):
        hold = {"kind": self.random.choice(["legal", "escalation", "escalation", "escalation", "commercial", "pause"]),
                "from": self.near(slot, -60, -20, -5, 0, 3)}
        if hold["kind"] == "escalation":
            hold["incident"] = self.random.choice(INCIDENTS)
            closed = self.later(slot, (-1, -3, -7, -8, -14, -16, 0, 4), hold["from"])
            hold["closed"] = closed if self.chance(65) else None
        elif self.chance(70):
            hold["until"] = self.later(slot, (-10, -1, 0, 0, 5), hold["from"])
        return hold

    def contact(self, account, place):
        # Two accounts can have a contact with the same address, in any case.
        email = f"p{place}@k{account}.example"
        if place == 2 or place == 1 and self.chance(60):
            email = self.cased(["pair@both.example", "shared@both.example"][place - 1])
        contact = {"email": email, "roles": self.some(ROLES, 1 if self.chance(92) else 0, 2),
                   "kpis": self.some(list(KPIS), 0, 2)}
        if self.chance(10):
            contact["status"] = self.random.choice(["active", "unsubscribed", "bounced", "left"])
        if self.chance(25):
            # A former address can belong to somebody at another account.
            others = [f"p0@k{other}.example" for other in range(3) if other != account]
            contact["was"] = self.some([f"old{place}@k{account}.example", "old@both.example"] + others, 1, 2)
        return contact

    def cased(self, text):
        return self.random.choice([text, text, text.upper(), text.title()])

    def address(self):
        """The address of a contact, present or former, or an address of nobody."""
        contact = self.random.choice(self.random.choice(self.facts["accounts"])["contacts"])
        return self.cased(self.random.choice([contact["email"]] * 3 + contact.get("was", []) + ["nobody@gone.example"]))

    def voice(self):
        return {"account": self.random.choice(self.facts["accounts"])["id"],
                "state": self.random.choice(["open", "answered", "declined"])}

    def snippet(self, id, earlier):
        kind = self.random.choice(KINDS + ["content", "content"])
        worth = self.chance(self.worthy)
        snippet = {"id": id, "kind": kind, "roles": self.some(ROLES, 1, 3),
                   "publish": self.near(self.slot, 0, -1, -7, -13, -14, -40, -69, -70, -80)}
        publish = snippet["publish"]
        if worth:
            snippet["worth"] = self.random.choice(["date", "duty", "safety"])
        else:
            snippet["kpis"] = self.some(list(KPIS), 1, 2)
        if self.chance(20):
            snippet["was"] = self.some(OLD_IDS, 1, 2)
        if self.chance(25):
            snippet["expires"] = self.later(self.slot, (0, 0, 1, 20, 20, 50), publish)
        if self.chance(5):
            snippet["draft"] = True
        if self.chance(12):
            snippet["evidence"] = {"source": "Measured on a line", "valid_until": self.later(self.slot, (0, 0, 90), publish)}
        if kind == "event":
            days = self.rules["event_soon_days"]
            snippet["event"] = {"date": self.later(self.slot, (0, 5, days, days, 90), publish), "place": "Online"}
        if self.chance(15):
            snippet["accounts"] = self.some([account["id"] for account in self.facts["accounts"]], 1, 2)
        for key, values, most in (("industries", INDUSTRIES, 2), ("regions", REGIONS, 2), ("stages", STAGES, 2),
                                  ("products", PRODUCTS, 2)):
            if self.chance(14):
                snippet[key] = self.some(values, 1, most)
        if "regions" in snippet:
            snippet["regions"] = [self.spelled(region) for region in snippet["regions"]]
        if self.chance(14):
            snippet["product_version"] = {product: self.random.choice(VERSIONS) for product in self.some(PRODUCTS, 1, 2)}
        if self.chance(10):
            snippet["language"] = self.random.choice(["en", "de", "fr"])
        if self.chance(22):
            snippet["incident"] = self.random.choice(INCIDENTS)
        if self.chance(30) and earlier:
            snippet["supersedes"] = self.some(earlier, 1, 2)
        if self.chance(30):
            snippet["revision"] = self.random.choice([1, 2, 3])
        if self.chance(40):
            answers = [voice for voice, record in self.facts["voices"].items()
                       if "accounts" not in snippet or record["account"] in snippet["accounts"]]
            if answers:
                snippet["answers"] = self.some(answers, 1, 2)
        snippet["fields"] = []
        if self.chance(25):
            fields = ["account.name", "contact.name"] + [f"kpi.{kpi}.{end}" for kpi in KPIS for end in ("latest", "target")]
            snippet["fields"] = self.some(fields, 1, 3)
        return snippet

    def reading_months(self):
        first = int(self.month[:4]) * 12 + int(self.month[5:]) - 1
        months = sorted({first + self.random.randint(-7, 1) for _ in range(self.random.choice([0, 1, 3]))})
        return [f"{month // 12}-{month % 12 + 1:02}" for month in months]

    def touches(self, account):
        """A touch, or several on one day."""
        caps = self.rules["caps"]
        slot = base.slot_of(self.month, account, self.facts, self.rules)
        days = [-caps["contact_days"], -caps["account_days"], -caps["account_days"], 0, -5, -5, -100, -200, 2, 10]
        day = self.near(slot, *days)
        channels = ["digest", "survey", "email", "call", "visit", "event"]
        contacts = [contact["email"] for contact in account["contacts"]] + [""]
        return [{"date": day, "account": account["id"], "contact": self.random.choice(contacts),
                 "channel": self.random.choice(channels[:2] if several else channels)}
                for several in self.random.choice([[False], [False], [True, True], [True, True, False]])]

    def message(self):
        """The items of a message in the ledger. They differ only in the snippet and its revision."""
        account = self.random.choice(self.facts["accounts"])
        month = int(self.month[:4]) * 12 + int(self.month[5:]) - 1 + self.random.choice([-12, -3, -2, -1, -1, -1, 0, 0, 1])
        month = f"{month // 12}-{month % 12 + 1:02}"
        contact = self.random.choice(account["contacts"])
        both = [contact for contact in account["contacts"] if "both" in contact["email"].lower()]
        if both and self.chance(25):
            # Messages that one of their accounts sent in the month to somebody whom another account has too.
            contact, month = self.random.choice(both), self.month
        slot = base.slot_of(month, account, self.facts, self.rules)
        message = {"account": "gone" if self.chance(6) else account["id"], "month": month,
                   "contact": self.cased(self.random.choice([contact["email"]] * 3 + contact.get("was", []))),
                   "date": (slot + self.random.choice([0, 0, 1, 5, 16, 30]) * DAY).isoformat(),
                   "state": self.random.choice(["claimed", "accepted", "accepted", "accepted", "unknown", "unknown",
                                                "queued", "refused", "bounced", "skipped", "dropped"])}
        return [message | self.item() for _ in range(self.random.randint(1, 4))]

    def item(self):
        snippet = self.random.choice(list(self.facts["snippets"].values()))
        revision = snippet.get("revision", 1) + self.random.choice([0, 0, 0, -1, 1])
        return {"snippet": self.random.choice([snippet["id"]] * 3 + snippet.get("was", []) + ["long-gone"]),
                "revision": revision}

    def answer(self):
        return {"account": self.random.choice(self.facts["accounts"])["id"], "contact": self.address(),
                "date": self.near(self.slot, -1, -30, -180, -181, 3),
                "answer": self.random.choice(["useful", "not_for_us", "not_for_us"])} | self.item()

    def as_of(self, month):
        slot = base.slot_of(month, self.random.choice(self.facts["accounts"]), self.facts, self.rules)
        return (slot + self.random.choice([-20, -1, 0, 1, 1, 7, 8, 20, 200]) * DAY).isoformat()

    # Files

    def files(self, shuffled):
        """The content folder. If shuffled, keys, lists without an order and rows of tables are in a different order."""
        def mixed(values):
            values = list(values.items()) if isinstance(values, dict) else list(values)
            return self.random.sample(values, len(values)) if shuffled else values

        def mapping(values):
            return block(dict(mixed(values)))

        files = {"chapters/index.md": "# Top\n"}
        files["playbook.yml"] = mapping({
            "format": 1, "site": {"language": self.facts["language"]},
            "company": {"name": "Helios Controls", "postal_address": "Stuttgart", "reply_to": "voice@helios.example",
                        "from": {"name": "Helios Controls", "email": "digest@helios.example"},
                        "message_id_domain": "helios.example", "unsubscribe": {"mailto": "stop@helios.example"}},
            "time_zone": "Europe/Berlin", "holidays": mixed(self.facts["holidays"]),
            "roles": {role: role.title() for role in ROLES}, "industries": {name: name.title() for name in INDUSTRIES},
            "products": {name: name.title() for name in PRODUCTS}, "stages": STAGES, "digest": self.facts["digest"],
            "kpis": {kpi: {"title": kpi.title(), "unit": "h", "better": better} for kpi, better in KPIS.items()}})
        for account in mixed(self.facts["accounts"]):
            values = {key: value for key, value in account.items() if key not in ("id", "contacts", "kpis", "holds")}
            # The order of the contacts is that of the explanation; a contact's first role is the primary one.
            contacts = [{"name": f"Person {number}"} | contact for number, contact in enumerate(account["contacts"])]
            files[f"accounts/{account['id']}.yml"] = mapping(values | {
                "name": "Firma " + account["id"].split("/")[-1], "contacts": contacts, "kpis": dict(mixed(account["kpis"])),
                "holds": mixed(account["holds"])})
        for id, voice in mixed(self.facts["voices"]):
            front = mapping(voice | {"date": "2026-01-05", "kind": "request"})
            files[f"voice/{id}.md"] = f"---\n{front}---\n\nCould you?\n"
        for id, snippet in mixed(self.facts["snippets"]):
            files[f"snippets/{id}.md"] = self.snippet_file(snippet, mixed, mapping)
        for name, columns, rows in (("suppressions.csv", ["address", "reason", "date"], self.facts["suppressions"]),
                                    ("readings", ["account", "kpi", "month", "value"], self.facts["readings"]),
                                    ("touches", ["date", "account", "contact", "channel", "note"], self.facts["touches"])):
            rows, columns = mixed(rows), mixed(columns)
            parts = [rows[::2], rows[1::2]] if shuffled and not name.endswith(".csv") else [rows]
            for number, part in enumerate(parts):
                lines = [columns] + [[row.get(column, "") for column in columns] for row in part]
                files[name if name.endswith(".csv") else f"{name}/{number}.csv"] = "".join(",".join(map(quoted, line)) + "\n" for line in lines)
        return dict(mixed(files))

    def snippet_file(self, snippet, mixed, mapping):
        lists = {key: mixed(value) for key, value in snippet.items() if isinstance(value, list) and key != "fields"}
        values = {key: value for key, value in snippet.items() if key not in ("id", "fields")} | lists
        values |= {"title": "A headline", "summary": "One sentence.",
                   "action": {"label": "Book it", "url": "https://helios.example/book"}}
        body = ["You lose less time."]
        # Each place that can contain a field has one in at least one library.
        for field, place in zip(snippet["fields"], [self.seed % 5, (self.seed + 2) % 5, 4]):
            text = "{{" + field + "}}"
            if place == 0:
                values["title"] += " " + text
            elif place == 1:
                values["summary"] += " " + text
            elif place == 2:
                values["action"]["label"] += " " + text
            elif place == 3:
                values["action"]["url"] += "?v=" + text
            else:
                body.append(f"Yours: [{text}](https://helios.example/{text}).")
        return f"---\n{mapping(values)}---\n\n" + "\n".join(body) + "\n"

    def ineligible(self):
        """Snippets that nobody gets. They name others in `supersedes`, and yet nothing changes for those."""
        base = {"title": "A headline", "summary": "One sentence.", "kind": "update", "kpis": list(KPIS), "roles": ROLES,
                "action": {"label": "Book it", "url": "https://helios.example/book"}, "publish": "2024-01-01",
                "supersedes": list(self.facts["snippets"])}
        reasons = {"draft": {"draft": True}, "not-yet": {"publish": "2031-01-01"}, "expired": {"expires": "2024-01-02"},
                   "claim": {"evidence": {"source": "A trial", "valid_until": "2024-01-02"}},
                   "language": {"language": "xx"}, "region": {"regions": ["Nowhere"]}, "incident": {"incident": "INC-0"}}
        return {f"snippets/ineligible-{name}.md": f"---\n{block(base | more)}---\n\nYou lose less time.\n"
                for name, more in reasons.items()}


def main():
    count, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    for number in range(seed, seed + count):
        print(json.dumps(Generator(number).library(), ensure_ascii=False))


if __name__ == "__main__":
    main()
