"""Checks the messages below a folder with SpamAssassin, without a network, and prints what it finds.

    python3 spam.py FOLDER

Exits with 1 if a rule matches that is more than informational. Two rules are left out, because a message that has not been sent yet has
neither a Received field nor a relay.
"""

import pathlib
import re
import subprocess
import sys

INFORMATIONAL = {"NO_RECEIVED", "NO_RELAYS", "HTML_MESSAGE"}


def main():
    paths = sorted(pathlib.Path(sys.argv[1]).rglob("*.eml"))
    failed, scores = False, []
    for path in paths:
        command = ["spamassassin", "--local", "--test-mode"]
        report = subprocess.run(command, stdin=path.open("rb"), capture_output=True, check=True).stdout.decode(errors="replace")
        score = re.search(r"Content analysis details:\s+\((-?[\d.]+) points", report)
        scores.append(float(score.group(1)))
        details = report[score.end() :]
        for points, rule in re.findall(r"(?m)^\s*(-?[\d.]+) ([A-Z][A-Z0-9_]+) ", details):
            if rule not in INFORMATIONAL:
                failed = True
                print(f"{path}: {rule} {points}", file=sys.stderr)
    print(f"SpamAssassin: {len(paths)} messages, the highest score is {max(scores, default=0)}")
    sys.exit(1 if failed or not paths else 0)


main()
