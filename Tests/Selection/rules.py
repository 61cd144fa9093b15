"""The rules of selection (docs/selection.md), written one sentence after the other, as plainly as possible and without regard to speed: the
statuses, filters, points, pick and gate of one contact.
"""

import datetime
from decimal import Decimal

from base import *


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

def suppression_of(contact, account, facts, ledger):
    """Why nobody may write to this contact, or None."""
    found = []
    if contact.get("status") in ("unsubscribed", "bounced", "left"):
        found.append(contact["status"])
    # What was recorded for an address holds, wherever it was recorded. That a person left counts only at their own account.
    said = [(other["email"], other["status"]) for one in facts["accounts"] for other in one["contacts"]
            if other.get("status") in ("unsubscribed", "bounced")]
    said += [(row["address"], row["reason"]) for row in facts["suppressions"] + ledger["suppressed"]]
    for address, reason in said:
        if same(address, contact["email"]):
            found.append(reason)
            note("an address of another account is suppressed", not contact.get("status", "active") == reason)
        # The wish to get nothing follows a person to a new address; that the old address is dead does not.
        elif is_one_of(address, contact.get("was", [])) and reason in ("unsubscribed", "complained"):
            found.append(reason)
            note("the wish of an old address")
    for rows, name in ((facts["suppressions"], "an address in suppressions.csv"),
                       (ledger["suppressed"], "an address in the ledger is suppressed")):
        note(name, any(same(row["address"], contact["email"]) for row in rows))
    return min(found, key=SUPPRESSIONS.index) if found else None


def messages_of(contact, account, ledger):
    """What went, or may have gone, to this contact of this account."""
    return [entry for entry in ledger["entries"] if entry["account"] == account["id"] and entry["state"] in HAD
            and is_one_of(entry["contact"], addresses_of(contact))]


def contact_status(contact, account, status, month, slot, facts, ledger, rules):
    caps = rules["caps"]
    if suppression_of(contact, account, facts, ledger):
        return "suppressed"
    if not contact.get("roles"):
        return "no_role"
    messages = messages_of(contact, account, ledger)
    if any(entry["month"] == month for entry in messages):
        return "sent"
    touches = [touch for touch in facts["touches"] if touch["account"] == account["id"]]
    days = [touch["date"] for touch in touches
            if same(touch["contact"], contact["email"]) and touch["channel"] in ("digest", "survey")]
    if any(0 <= (slot - date(day)).days < caps["contact_days"] for day in days):
        return "contact_capped"
    days = [entry["date"] for entry in messages if entry["month"] < month]
    if note("the ledger caps a contact", any(0 <= (slot - date(day)).days < caps["contact_days"] for day in days)):
        return "contact_capped"
    # All digests and surveys of one day are one touch, however many contacts got them.
    written = {touch["date"] for touch in touches if touch["channel"] in ("digest", "survey")}
    written |= {entry["date"] for entry in ledger["entries"]
                if entry["account"] == account["id"] and entry["state"] in HAD and entry["month"] < month}
    days = list(written) + [touch["date"] for touch in touches if touch["channel"] not in ("digest", "survey")]
    if sum(0 <= (slot - date(day)).days < caps["account_days"] for day in days) >= caps["account_touches"]:
        days = [touch["date"] for touch in touches]
        note("the ledger caps an account",
             sum(0 <= (slot - date(day)).days < caps["account_days"] for day in set(days)) < caps["account_touches"])
        return "account_capped"
    days = [touch["date"] for touch in touches]
    note("two of a day are one touch",
         sum(0 <= (slot - date(day)).days < caps["account_days"] for day in days) >= caps["account_touches"])
    return status if status in ("not_due", "held") else None


def timing_of(contact, account, month, slot, as_of, facts, rules):
    """Late or missed, for a contact who is ready or withheld."""
    for touch in facts["touches"]:
        if (touch["account"] == account["id"] and same(touch["contact"], contact["email"])
                and touch["channel"] == "digest" and touch["date"][:7] == month):
            note("told by digest, so neither late nor missed", as_of > slot)
            return None
    if as_of <= slot:
        return None
    return "late" if (as_of - slot).days <= rules["catch_up_days"] else "missed"


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


def latest_reading(account, kpi, month, facts, rules):
    """The latest reading of an earlier month, if it is not stale."""
    oldest = month_before(month, rules["stale_months"])
    readings = [reading for reading in facts["readings"]
                if reading["account"] == account["id"] and reading["kpi"] == kpi and oldest <= reading["month"] < month]
    for reading in facts["readings"]:
        if reading["account"] == account["id"] and reading["kpi"] == kpi:
            note("a stale reading", reading["month"] < oldest and not readings)
            note("a reading of the month or later", reading["month"] >= month)
    return max(readings, key=lambda reading: reading["month"])["value"] if readings else None


def has_value(field, account, month, facts, rules):
    if field in ("account.name", "contact.name"):
        return True
    # The id of a KPI can contain dots itself.
    kpi, property = field.removeprefix("kpi.").rsplit(".", 1)
    if property == "latest":
        value = latest_reading(account, kpi, month, facts, rules)
        note("a stale reading leaves a field without a value", value is None and any(
            reading["account"] == account["id"] and reading["kpi"] == kpi and reading["month"] < month
            for reading in facts["readings"]))
        return value is not None
    return (account["kpis"].get(kpi) or {}).get("target") is not None


def first_sixteen(snippet, contact, account, month, slot, status, active, facts, ledger, carried, rules):
    reason = first_five(snippet, account, slot)
    if reason:
        return reason
    if "industries" in snippet and account.get("industry") not in snippet["industries"]:
        return "INDUSTRY"
    if "regions" in snippet:
        # Regions are not a vocabulary, so case does not distinguish them.
        region = account.get("region")
        if region is None or region.lower() not in [other.lower() for other in snippet["regions"]]:
            return "REGION"
        note("a region in another case", region not in snippet["regions"])
    if "stages" in snippet and account.get("stage") not in snippet["stages"]:
        return "STAGE"
    note("a language that is the site's", snippet.get("language") == facts["language"] and "language" not in account)
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
    if not all(has_value(field, account, month, facts, rules) for field in snippet["fields"]):
        return "MISSING_FIELD"
    had = [entry for entry in ledger["entries"] if entry["month"] != month] + carried
    for entry in had:
        if (is_one_of(entry["contact"], addresses_of(contact)) and entry["snippet"] in ids_of(snippet)
                and entry["revision"] == snippet.get("revision", 1) and entry["state"] in HAD):
            note("carried by an earlier account's new message", "account" not in entry)
            note("seen in the month at an earlier account", entry.get("account") and entry.get("month") == month)
            note("seen at another account", entry.get("account", account["id"]) != account["id"])
            note("seen by an old id", entry["snippet"] != snippet["id"])
            note("seen by an old address", not same(entry["contact"], contact["email"]))
            return "SEEN"
    if declined(snippet, contact, ledger):
        note("declined by an old id", not declined({"id": snippet["id"]}, contact, ledger))
        note("declined by an old address", not declined(snippet, {"email": contact["email"]}, ledger))
        return "DECLINED"
    return None


def declined(snippet, contact, ledger):
    """The days on which a contact answered "not for us" to a snippet, whatever its revision was."""
    return [answer["date"] for answer in ledger["answers"]
            if answer["answer"] == "not_for_us" and is_one_of(answer["contact"], addresses_of(contact))
            and answer["snippet"] in ids_of(snippet)]


# 5 Points

def points_of(snippet, contact, account, month, slot, facts, ledger, rules):
    worth, points = rules["points"], {}
    sent = [entry for entry in ledger["entries"] if entry["account"] == account["id"] and entry["state"] in HAD
            and entry["month"] < month]

    def of_sent(entry, key):
        """The values of a key of the snippet that a sent item belongs to. The snippet's id may have changed since."""
        return [value for other in facts["snippets"].values() if entry["snippet"] in ids_of(other)
                for value in other.get(key, [])]

    if account["id"] in snippet.get("accounts", []):
        points["names_account"] = worth["names_account"]
    for voice in snippet.get("answers", []):
        record = facts["voices"][voice]
        if record["account"] == account["id"] and record["state"] in ("open", "answered"):
            carried = any(voice in of_sent(entry, "answers") for entry in sent)
            if not carried:
                points["answers_request"] = worth["answers_request"]
    steering = contact.get("kpis") or list(account["kpis"])
    matched = [kpi for kpi in snippet.get("kpis", []) if kpi in steering]
    if matched:
        points["kpi_match"] = worth["kpi_match"]
    if "worth" in snippet:
        points["worth"] = worth["worth"]
    for kpi in matched:
        target = (account["kpis"].get(kpi) or {}).get("target")
        reading = latest_reading(account, kpi, month, facts, rules)
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
    own = [entry for entry in messages_of(contact, account, ledger) if entry["month"] < month]
    last_two = sorted({entry["month"] for entry in own})[-2:]
    for entry in own:
        if entry["month"] in last_two and set(of_sent(entry, "kpis")) & set(snippet.get("kpis", [])):
            points["recent_topic"] = worth["recent_topic"]
    for other in account["contacts"]:
        if other is not contact and set(other.get("roles", [])) & set(contact["roles"]):
            if any(0 <= (slot - date(day)).days <= 180 for day in declined(snippet, other, ledger)):
                points["not_for_us"] = worth["not_for_us"]
    return points


# 6 Pick, 7 Gate

def explained(contact, account, month, slot, status, active, facts, ledger, carried, rules):
    reasons = {id: first_sixteen(snippet, contact, account, month, slot, status, active, facts, ledger, carried, rules)
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
    for_kpis, worth = (sum(name in points[id] for id in chosen) for name in ("kpi_match", "worth"))
    gate = {"items": len(chosen), "kpi_items": for_kpis + min(1, worth),
            "points": sum(sum(points[id].values()) for id in chosen)}
    if status == "recovery":
        gate["passed"] = len(chosen) >= 1
    else:
        gate["passed"] = all(gate[key] >= rules["gate"][key] for key in ("items", "kpi_items", "points"))
        note("worth passes the gate", gate["passed"] and for_kpis < rules["gate"]["kpi_items"])
        note("a second worth does not count", not gate["passed"] and for_kpis + worth >= rules["gate"]["kpi_items"]
             > gate["kpi_items"])
    candidates = []
    for id in sorted(facts["snippets"], key=by_bytes):
        shown = {name: number for name, number in points.get(id, {}).items() if number != 0}
        verdict = "filtered" if reasons[id] else "chosen" if id in chosen else "passed_over"
        candidates.append({"snippet": id, "verdict": verdict, "reason": reasons[id] or passed_over.get(id),
                           "points": shown, "total": sum(shown.values())})
    return gate, candidates
