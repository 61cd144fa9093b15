"""Who gets what, a second time: the rules of selection, read one sentence after the other, as slow and as plain as can be.

    oracle.py LIBRARIES EXPLANATIONS      holds the program's explanations against these rules
    oracle.py LIBRARIES                   prints what the explanations should be

LIBRARIES is what libraries.py wrote. EXPLANATIONS has a line of `explain --format json` for each library, month and
account, in that order. Nothing here is shared with the program, not even the reading of files. The standard library
is all it needs.
"""

import collections
import datetime
import json
import sys
from decimal import Decimal

DEFAULTS = {
    "business_day": 3, "max_items": 5, "per_kind": 2,
    "gate": {"items": 2, "kpi_items": 1, "points": 80},
    "points": {"names_account": 30, "answers_request": 50, "kpi_match": 40, "kpi_off_target": 20, "product_match": 20,
               "event_soon": 15, "primary_role": 10, "freshness": 10, "recent_topic": -15},
    "event_soon_days": 30,
    "caps": {"contact_days": 21, "account_touches": 4, "account_days": 30},
    "cooling_business_days": 5,
}
GRAVEST_FIRST = ["legal", "escalation", "commercial", "pause"]
FILTERS = ["DRAFT", "NOT_YET", "EXPIRED", "CLAIM_EXPIRED", "OTHER_ACCOUNT", "INDUSTRY", "REGION", "STAGE", "LANGUAGE",
           "PRODUCT", "ALREADY_INSTALLED", "ROLE", "INCIDENT", "MISSING_FIELD", "SEEN", "SUPERSEDED"]
ACCOUNT_STATUSES = ["not_due", "recovery", "held", "due"]
CONTACT_STATUSES = ["suppressed", "no_role", "contact_capped", "account_capped", "not_due", "held", "withheld", "ready"]


def date(text):
    return datetime.date.fromisoformat(text)


def by_bytes(text):
    return text.encode("utf-8")


def rules_of(facts):
    rules = json.loads(json.dumps(DEFAULTS))
    for key, value in facts["digest"].items():
        if isinstance(value, dict):
            rules[key].update(value)
        else:
            rules[key] = value
    return rules


# 1 Slot

def is_business_day(day, holidays):
    return day.weekday() < 5 and day.isoformat() not in holidays


def business_days(month, holidays):
    year, number = map(int, month.split("-"))
    day, days = datetime.date(year, number, 1), []
    while day.month == number:
        if is_business_day(day, holidays):
            days.append(day)
        day += datetime.timedelta(days=1)
    return days


def slot_of(month, account, facts, rules):
    days = business_days(month, facts["holidays"])
    wanted = account["cadence"].get("business_day", rules["business_day"])
    return days[wanted - 1] if wanted <= len(days) else days[-1]


def is_due(month, account):
    first = account["cadence"].get("first_month", month[:4] + "-01")
    months = [int(part[:4]) * 12 + int(part[5:]) for part in (first, month)]
    count = months[1] - months[0]
    return count >= 0 and count % account["cadence"].get("every_months", 1) == 0


# 2 The account's status

def is_active(hold, slot, facts, rules):
    if date(hold["from"]) > slot:
        return False
    if hold["kind"] != "escalation":
        return hold.get("until") is None or slot <= date(hold["until"])
    if hold.get("closed") is None or slot <= date(hold["closed"]):
        return True
    day, passed = date(hold["closed"]), 0
    while day < slot:
        day += datetime.timedelta(days=1)
        if is_business_day(day, facts["holidays"]):
            passed += 1
    return passed <= rules["cooling_business_days"]


def status_of(month, account, slot, active, facts):
    if not is_due(month, account):
        return "not_due"
    if active and all(hold["kind"] == "escalation" for hold in active):
        incidents = {hold["incident"] for hold in active}
        for snippet in facts["snippets"].values():
            if first_five(snippet, account, slot) is None and snippet.get("incident") in incidents:
                return "recovery"
    if active:
        return "held"
    return "due"


# 3 The contact's status

def contact_status(contact, account, status, slot, facts, rules):
    caps = rules["caps"]
    if contact.get("status") in ("unsubscribed", "bounced", "left"):
        return "suppressed"
    if not contact.get("roles"):
        return "no_role"
    touches = [touch for touch in facts["touches"] if touch["account"] == account["id"]]
    for touch in touches:
        days = (slot - date(touch["date"])).days
        if (touch["contact"] == contact["email"] and touch["channel"] in ("digest", "survey")
                and 0 <= days < caps["contact_days"]):
            return "contact_capped"
    if sum(0 <= (slot - date(touch["date"])).days < caps["account_days"] for touch in touches) >= caps["account_touches"]:
        return "account_capped"
    return status if status in ("not_due", "held") else None


# 4 Candidates

def first_five(snippet, account, slot):
    if snippet.get("draft"):
        return "DRAFT"
    if date(snippet["publish"]) > slot:
        return "NOT_YET"
    if "expires" in snippet and date(snippet["expires"]) < slot:
        return "EXPIRED"
    if "event" in snippet and date(snippet["event"]["date"]) < slot:
        return "EXPIRED"
    if "valid_until" in snippet.get("evidence", {}) and date(snippet["evidence"]["valid_until"]) < slot:
        return "CLAIM_EXPIRED"
    if "accounts" in snippet and account["id"] not in snippet["accounts"]:
        return "OTHER_ACCOUNT"
    return None


def version(text):
    numbers = [int(part) for part in text.split(".")]
    return numbers + [0] * (20 - len(numbers))


def latest_reading(account, kpi, month, facts):
    readings = [reading for reading in facts["readings"]
                if reading["account"] == account["id"] and reading["kpi"] == kpi and reading["month"] <= month]
    return max(readings, key=lambda reading: reading["month"])["value"] if readings else None


def has_value(field, account, month, facts):
    if field in ("account.name", "contact.name"):
        return True
    # A KPI's id can have dots itself.
    kpi, property = field.removeprefix("kpi.").rsplit(".", 1)
    if property == "latest":
        return latest_reading(account, kpi, month, facts) is not None
    return (account["kpis"].get(kpi) or {}).get("target") is not None


def first_fifteen(snippet, contact, account, month, slot, status, active, facts, ledger):
    reason = first_five(snippet, account, slot)
    if reason:
        return reason
    for name, key, own in (("INDUSTRY", "industries", "industry"), ("REGION", "regions", "region"),
                           ("STAGE", "stages", "stage")):
        if key in snippet and account.get(own) not in snippet[key]:
            return name
    if "language" in snippet and account.get("language", facts["language"]) != snippet["language"]:
        return "LANGUAGE"
    if "products" in snippet and not any(product in account["products"] for product in snippet["products"]):
        return "PRODUCT"
    if "product_version" in snippet:
        had = [product for product in snippet["product_version"] if product in account["products"]]
        if had and all(version(account["products"][product]) >= version(snippet["product_version"][product])
                       for product in had):
            return "ALREADY_INSTALLED"
    if not set(snippet["roles"]) & set(contact["roles"]):
        return "ROLE"
    if status == "recovery":
        if snippet.get("incident") not in [hold["incident"] for hold in active]:
            return "INCIDENT"
    elif "incident" in snippet:
        if not any(hold.get("incident") == snippet["incident"] and date(hold["from"]) <= slot
                   for hold in account["holds"]):
            return "INCIDENT"
    if not all(has_value(field, account, month, facts) for field in snippet["fields"]):
        return "MISSING_FIELD"
    for entry in ledger:
        if (entry["account"] == account["id"] and entry["contact"] == contact["email"]
                and entry["snippet"] == snippet["id"] and entry["revision"] == snippet.get("revision", 1)
                and entry["state"] in ("claimed", "accepted", "unknown")):
            return "SEEN"
    return None


# 5 Points

def points_of(snippet, contact, account, month, slot, facts, ledger, rules):
    worth, points = rules["points"], {}
    sent = [entry for entry in ledger if entry["account"] == account["id"] and entry["state"] != "failed"
            and entry["month"] < month]
    if account["id"] in snippet.get("accounts", []):
        points["names_account"] = worth["names_account"]
    for voice in snippet.get("answers", []):
        record = facts["voices"][voice]
        if record["account"] == account["id"] and record["state"] in ("open", "answered"):
            carried = any(voice in facts["snippets"].get(entry["snippet"], {}).get("answers", []) for entry in sent)
            if not carried:
                points["answers_request"] = worth["answers_request"]
    steering = contact.get("kpis") or list(account["kpis"])
    matched = [kpi for kpi in snippet["kpis"] if kpi in steering]
    if matched:
        points["kpi_match"] = worth["kpi_match"]
    for kpi in matched:
        target = (account["kpis"].get(kpi) or {}).get("target")
        reading = latest_reading(account, kpi, month, facts)
        if target is None or reading is None:
            continue
        better = facts["kpis"][kpi]
        if better == "higher" and Decimal(reading) < Decimal(target) or better == "lower" and Decimal(reading) > Decimal(target):
            points["kpi_off_target"] = worth["kpi_off_target"]
    if "products" in snippet:
        points["product_match"] = worth["product_match"]
    if snippet["kind"] == "event" and 0 <= (date(snippet["event"]["date"]) - slot).days <= rules["event_soon_days"]:
        points["event_soon"] = worth["event_soon"]
    if contact["roles"][0] in snippet["roles"]:
        points["primary_role"] = worth["primary_role"]
    points["freshness"] = max(0, worth["freshness"] - (slot - date(snippet["publish"])).days // 7)
    own = [entry for entry in sent if entry["contact"] == contact["email"]]
    last_two = sorted({entry["month"] for entry in own})[-2:]
    for entry in own:
        if entry["month"] in last_two:
            if set(facts["snippets"].get(entry["snippet"], {}).get("kpis", [])) & set(snippet["kpis"]):
                points["recent_topic"] = worth["recent_topic"]
    return points


# 6 Pick, 7 Gate

def explained(contact, account, month, slot, status, active, facts, ledger, rules):
    reasons = {id: first_fifteen(snippet, contact, account, month, slot, status, active, facts, ledger)
               for id, snippet in facts["snippets"].items()}
    passed = [id for id, reason in reasons.items() if reason is None]
    for id in passed:
        if any(id in facts["snippets"][other].get("supersedes", []) for other in passed):
            reasons[id] = "SUPERSEDED"
    points = {id: points_of(facts["snippets"][id], contact, account, month, slot, facts, ledger, rules)
              for id, reason in reasons.items() if reason is None}
    order = sorted(points, key=lambda id: (
        -sum(points[id].values()), facts["snippets"][id].get("expires", "9999-99-99"), by_bytes(id)))
    chosen, passed_over = [], {}
    for id in order:
        kind = facts["snippets"][id]["kind"]
        if len(chosen) >= rules["max_items"]:
            passed_over[id] = "NO_ROOM"
        elif sum(facts["snippets"][other]["kind"] == kind for other in chosen) >= rules["per_kind"]:
            passed_over[id] = "KIND_FULL"
        else:
            chosen.append(id)
    gate = {"items": len(chosen), "kpi_items": sum("kpi_match" in points[id] for id in chosen),
            "points": sum(sum(points[id].values()) for id in chosen)}
    if status == "recovery":
        gate["passed"] = len(chosen) >= 1
    else:
        gate["passed"] = all(gate[key] >= rules["gate"][key] for key in ("items", "kpi_items", "points"))
    candidates = []
    for id in sorted(facts["snippets"], key=by_bytes):
        shown = {name: number for name, number in points.get(id, {}).items() if number != 0}
        verdict = "filtered" if reasons[id] else "chosen" if id in chosen else "passed_over"
        candidates.append({"snippet": id, "verdict": verdict, "reason": reasons[id] or passed_over.get(id),
                           "points": shown, "total": sum(shown.values())})
    return gate, candidates


# 8 Explain

def explanation(facts, ledger, month, account):
    rules = rules_of(facts)
    slot = slot_of(month, account, facts, rules)
    active = [hold for hold in account["holds"] if is_active(hold, slot, facts, rules)]
    status = status_of(month, account, slot, active, facts)
    kinds = sorted((hold["kind"] for hold in active), key=GRAVEST_FIRST.index)
    contacts = []
    for contact in account["contacts"]:
        early = contact_status(contact, account, status, slot, facts, rules)
        gate, candidates = None, []
        if early is None:
            gate, candidates = explained(contact, account, month, slot, status, active, facts, ledger, rules)
        contacts.append({"contact": contact["email"], "status": early or ("ready" if gate["passed"] else "withheld"),
                         "gate": gate, "candidates": candidates})
    return {"account": account["id"], "month": month, "slot": slot.isoformat(), "status": status,
            "hold": kinds[0] if kinds else None, "contacts": contacts}


def count(counts, expected):
    counts["account " + expected["status"]] += 1
    counts["hold " + str(expected["hold"])] += 1
    for contact in expected["contacts"]:
        counts["contact " + contact["status"]] += 1
        for candidate in contact["candidates"]:
            counts["verdict " + candidate["verdict"]] += 1
            if candidate["reason"]:
                counts["reason " + candidate["reason"]] += 1
            for name in candidate["points"]:
                counts["points " + name] += 1


def main():
    counts = collections.Counter(
        {"account " + status: 0 for status in ACCOUNT_STATUSES} | {"contact " + status: 0 for status in CONTACT_STATUSES}
        | {"hold " + kind: 0 for kind in GRAVEST_FIRST + ["None"]}
        | {"reason " + reason: 0 for reason in FILTERS + ["NO_ROOM", "KIND_FULL"]}
        | {"verdict " + verdict: 0 for verdict in ("chosen", "filtered", "passed_over")}
        | {"points " + name: 0 for name in DEFAULTS["points"]})
    given = open(sys.argv[2], encoding="utf-8") if len(sys.argv) > 2 else None
    libraries = lines = wrong = 0
    for text in open(sys.argv[1], encoding="utf-8"):
        library = json.loads(text)
        libraries += 1
        for month in library["months"]:
            for account in sorted(library["facts"]["accounts"], key=lambda account: by_bytes(account["id"])):
                expected = explanation(library["facts"], library["ledger"], month, account)
                count(counts, expected)
                lines += 1
                if given is None:
                    print(json.dumps(expected, ensure_ascii=False))
                    continue
                line = given.readline()
                found = json.loads(line) if line.strip() else None
                if found != expected:
                    wrong += 1
                    if wrong <= 5:
                        print(f"library {library['seed']}, {month}, {account['id']}:")
                        report(expected, found)
    if given is None:
        return 0
    if given.readline():
        print("there are more explanations than accounts")
        wrong += 1
    for name in sorted(counts):
        print(f"{counts[name]:8} {name}")
    never = [name for name in counts if counts[name] == 0]
    if never:
        print("never occurred: " + ", ".join(sorted(never)))
    print(f"{libraries} libraries, {lines} explanations, {wrong} wrong")
    # In a few libraries not everything that can happen happens.
    missed = never and libraries >= 400
    return 1 if wrong or missed or not libraries else 0


def report(expected, found):
    """The smallest parts that differ."""
    if not isinstance(found, dict):
        print(f"  expected {expected['status']}, found {found}")
        return
    for key in expected:
        if key != "contacts" and expected[key] != found.get(key):
            print(f"  {key}: expected {expected[key]}, found {found.get(key)}")
    for one, other in zip(expected["contacts"], found["contacts"]):
        for key in ("contact", "status", "gate"):
            if one[key] != other[key]:
                print(f"  {one['contact']}: {key}: expected {one[key]}, found {other[key]}")
        for own, its in zip(one["candidates"], other["candidates"]):
            if own != its:
                print(f"  {one['contact']}: expected {own}\n  {'':{len(one['contact'])}}     found {its}")
        if len(one["candidates"]) != len(other["candidates"]):
            print(f"  {one['contact']}: {len(one['candidates'])} candidates, found {len(other['candidates'])}")


if __name__ == "__main__":
    sys.exit(main())
