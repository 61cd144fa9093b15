"""The basics for the rules of selection: defaults, dates, addresses, ids, the slot. No code here is shared with the program.

It needs only the standard library.
"""

import datetime
import json

DEFAULTS = {
    "business_day": 3, "max_items": 5, "per_kind": 2,
    "gate": {"items": 2, "kpi_items": 1, "points": 80},
    "points": {"names_account": 30, "answers_request": 50, "kpi_match": 40, "worth": 30, "kpi_off_target": 20,
               "product_match": 20, "event_soon": 15, "primary_role": 10, "freshness": 10, "recent_topic": -15,
               "not_for_us": -60},
    "event_soon_days": 30,
    "caps": {"contact_days": 21, "account_touches": 4, "account_days": 30},
    "catch_up_days": 7, "cooling_business_days": 5, "stale_months": 3,
}
GRAVEST_FIRST = ["legal", "escalation", "commercial", "pause"]
FILTERS = ["DRAFT", "NOT_YET", "EXPIRED", "CLAIM_EXPIRED", "OTHER_ACCOUNT", "INDUSTRY", "REGION", "STAGE", "LANGUAGE",
           "PRODUCT", "ALREADY_INSTALLED", "ROLE", "INCIDENT", "MISSING_FIELD", "SEEN", "DECLINED", "SUPERSEDED"]
ACCOUNT_STATUSES = ["not_due", "recovery", "held", "due"]
CONTACT_STATUSES = ["suppressed", "no_role", "sent", "contact_capped", "account_capped", "not_due", "held", "withheld",
                    "ready"]
# If there are several, the first is reported.
SUPPRESSIONS = ["complained", "unsubscribed", "left", "bounced"]
TIMINGS = ["late", "missed"]
# The states of an item that the reader has, or may have.
HAD = ["claimed", "accepted", "unknown"]


# Results of a rule besides those that an explanation shows. Whether they occur is counted as well.
NOTES = ["an address of another account is suppressed", "an address in suppressions.csv", "an address in the ledger is suppressed",
         "the wish of an old address", "the ledger caps a contact", "two of a day are one touch", "the ledger caps an account",
         "a stale reading", "a reading of the month or later", "a stale reading leaves a field without a value",
         "seen at another account", "seen in the month at an earlier account", "carried by an earlier account's new message",
         "seen by an old id", "seen by an old address", "declined by an old id", "declined by an old address",
         "worth passes the gate", "a second worth does not count", "told by digest, so neither late nor missed",
         "sent to an old address", "a language that is the site's", "a region in another case"]
noted = []


def note(name, applies=True):
    if applies:
        assert name in NOTES, name
        noted.append(name)
    return applies


def date(text):
    return datetime.date.fromisoformat(text)


def by_bytes(text):
    return text.encode("utf-8")


def same(one, other):
    """Addresses are compared without regard to case."""
    return one.lower() == other.lower()


def is_one_of(address, addresses):
    return any(same(address, other) for other in addresses)


def addresses_of(contact):
    return [contact["email"]] + contact.get("was", [])


def ids_of(snippet):
    return [snippet["id"]] + snippet.get("was", [])


def month_before(month, count):
    number = int(month[:4]) * 12 + int(month[5:]) - 1 - count
    return f"{number // 12}-{number % 12 + 1:02}"


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
