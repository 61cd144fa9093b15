"""Decides who gets what by the rules in rules.py, independently of the program.

    oracle.py LIBRARIES EXPLANATIONS      compares the program's explanations with these rules
    oracle.py LIBRARIES                   prints what the explanations should be

LIBRARIES is the output of libraries.py. EXPLANATIONS has a line of `explain --format json` for each library, month and account, in that
order. No code here is shared with the program, not even the code that reads files. It needs only the standard library.
"""

import collections
import json
import sys

from base import *
from rules import contact_status, explained, is_active, messages_of, status_of, suppression_of, timing_of


# 8 Explain

def explanation(facts, ledger, month, as_of, account, carried):
    rules = rules_of(facts)
    slot = slot_of(month, account, facts, rules)
    active = [hold for hold in account["holds"] if is_active(hold, slot, facts, rules)]
    status = status_of(month, account, slot, active, facts)
    kinds = sorted((hold["kind"] for hold in active), key=GRAVEST_FIRST.index)
    contacts = []
    for contact in account["contacts"]:
        early = contact_status(contact, account, status, month, slot, facts, ledger, rules)
        gate, candidates, timing, sent = None, [], None, []
        if early is None:
            gate, candidates = explained(
                contact, account, month, slot, status, active, facts, ledger, carried, rules)
            timing = timing_of(contact, account, month, slot, as_of, facts, rules)
        if early == "sent":
            sent = [{key: entry[key] for key in ("snippet", "revision", "state")}
                    for entry in messages_of(contact, account, ledger) if entry["month"] == month]
            note("sent to an old address", not any(
                same(entry["contact"], contact["email"]) for entry in messages_of(contact, account, ledger)
                if entry["month"] == month))
            sent = [item for number, item in enumerate(sent) if item not in sent[:number]]
            sent.sort(key=lambda item: (by_bytes(item["snippet"]), item["revision"], item["state"]))
        contacts.append({"contact": contact["email"], "status": early or ("ready" if gate["passed"] else "withheld"),
                         "suppression": suppression_of(contact, account, facts, ledger) if early == "suppressed" else None,
                         "timing": timing, "sent": sent, "gate": gate, "candidates": candidates})
    return {"account": account["id"], "month": month, "slot": slot.isoformat(), "status": status,
            "hold": kinds[0] if kinds else None, "contacts": contacts}


# 9 Accounts that share an address

def explanations(facts, ledger, month, as_of):
    """The explanations of all accounts, by their ids. Accounts are taken in the order of their slots, then of their ids."""
    rules = rules_of(facts)
    ids = [account["id"] for account in facts["accounts"]]
    # The place of an account that no longer exists is unknown, so what it sent this month counts as sent before.
    carried = [entry for entry in ledger["entries"] if entry["month"] == month and entry["account"] not in ids]
    found = {}
    for account in sorted(facts["accounts"],
                          key=lambda account: (slot_of(month, account, facts, rules), by_bytes(account["id"]))):
        one = found[account["id"]] = explanation(facts, ledger, month, as_of, account, carried)
        carried = carried + [entry for entry in ledger["entries"]
                             if entry["month"] == month and entry["account"] == account["id"]]
        for contact in one["contacts"]:
            if contact["status"] == "ready":
                carried = carried + [
                    {"contact": contact["contact"], "snippet": candidate["snippet"], "state": "accepted",
                     "revision": facts["snippets"][candidate["snippet"]].get("revision", 1)}
                    for candidate in contact["candidates"] if candidate["verdict"] == "chosen"]
    return [found[id] for id in sorted(ids, key=by_bytes)]


def count(counts, expected):
    counts["account " + expected["status"]] += 1
    counts["hold " + str(expected["hold"])] += 1
    for contact in expected["contacts"]:
        counts["contact " + contact["status"]] += 1
        counts["suppression " + str(contact["suppression"])] += 1
        counts["timing " + str(contact["timing"])] += 1
        for candidate in contact["candidates"]:
            counts["verdict " + candidate["verdict"]] += 1
            if candidate["reason"]:
                counts["reason " + candidate["reason"]] += 1
            for name in candidate["points"]:
                counts["points " + name] += 1


def reached(expected):
    """The names of everything that an explanation shows."""
    counts = collections.Counter()
    count(counts, expected)
    return list(counts)


def main():
    counts = collections.Counter(
        {"account " + status: 0 for status in ACCOUNT_STATUSES} | {"contact " + status: 0 for status in CONTACT_STATUSES}
        | {"suppression " + reason: 0 for reason in SUPPRESSIONS} | {"timing " + timing: 0 for timing in TIMINGS}
        | {"note " + name: 0 for name in NOTES}
        | {"hold " + kind: 0 for kind in GRAVEST_FIRST + ["None"]}
        | {"reason " + reason: 0 for reason in FILTERS + ["NO_ROOM", "KIND_FULL"]}
        | {"verdict " + verdict: 0 for verdict in ("chosen", "filtered", "passed_over")}
        | {"points " + name: 0 for name in DEFAULTS["points"]})
    given = open(sys.argv[2], encoding="utf-8") if len(sys.argv) > 2 else None
    libraries_with = collections.defaultdict(set)
    libraries = lines = wrong = 0
    for text in open(sys.argv[1], encoding="utf-8"):
        library = json.loads(text)
        libraries += 1
        for month in library["months"]:
            as_of = date(library["days"][month])
            noted.clear()
            for expected in explanations(library["facts"], library["ledger"], month, as_of):
                count(counts, expected)
                for name in ["note " + name for name in noted] + reached(expected):
                    libraries_with[name].add(library["seed"])
                counts.update("note " + name for name in noted)
                noted.clear()
                lines += 1
                if given is None:
                    print(json.dumps(expected, ensure_ascii=False))
                    continue
                line = given.readline()
                found = json.loads(line) if line.strip() else None
                if found != expected:
                    wrong += 1
                    if wrong <= 5:
                        print(f"library {library['seed']}, {month}, {expected['account']}:")
                        report(expected, found)
    if given is None:
        return 0
    if given.readline():
        print("there are more explanations than accounts")
        wrong += 1
    for name in sorted(counts):
        print(f"{counts[name]:8} in {len(libraries_with[name]):5} libraries: {name}")
    never = [name for name in counts if counts[name] == 0]
    if never:
        print("never occurred: " + ", ".join(sorted(never)))
    print(f"{libraries} libraries, {lines} explanations, {wrong} wrong")
    # In a few libraries, not everything that can happen happens.
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
        for key in ("contact", "status", "suppression", "timing", "sent", "gate"):
            if one[key] != other.get(key, "nothing"):
                print(f"  {one['contact']}: {key}: expected {one[key]}, found {other[key]}")
        for own, its in zip(one["candidates"], other["candidates"]):
            if own != its:
                print(f"  {one['contact']}: expected {own}\n  {'':{len(one['contact'])}}     found {its}")
        if len(one["candidates"]) != len(other["candidates"]):
            print(f"  {one['contact']}: {len(one['candidates'])} candidates, found {len(other['candidates'])}")


if __name__ == "__main__":
    sys.exit(main())
