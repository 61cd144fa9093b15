"""Makes Sources/PlaybookDigest/Templates/ClientSupportTable.swift from the public caniemail data.

    git clone https://github.com/hteumeuleu/caniemail
    python3 Scripts/client-support.py caniemail > Sources/PlaybookDigest/Templates/ClientSupportTable.swift

A feature is listed with its name if one of the three renderers below does not have it. The latest test of each renderer counts.
"""

import pathlib
import re
import subprocess
import sys

# The programs that readers use at work: Gmail with a Google account, Apple Mail, and Outlook with Word's engine.
CLIENTS = {
    "Gmail": ("gmail", ["desktop-webmail", "ios", "android"]),
    "Apple Mail": ("apple-mail", ["macos", "ios"]),
    "Outlook": ("outlook", ["windows"]),
}


def block(text, name):
    """The text in the braces after a name."""
    match = re.search(rf'(?m)^\s*"?{re.escape(name)}"?\s*:\s*\{{', text)
    if not match:
        return ""
    depth, index = 1, match.end()
    while depth and index < len(text):
        depth += (text[index] == "{") - (text[index] == "}")
        index += 1
    return text[match.end() : index - 1]


def lacks(text, client, platforms):
    for platform in platforms:
        tests = re.findall(r'"[^"]+"\s*:\s*"([^"]+)"', block(block(text, client), platform))
        if tests and tests[-1].startswith("n"):
            return True
    return False


def main():
    folder = pathlib.Path(sys.argv[1])
    commit = subprocess.run(
        ["git", "-C", folder, "log", "-1", "--format=%h of %cs"], capture_output=True, check=True, text=True
    ).stdout.strip()
    rows = []
    for path in sorted((folder / "_features").glob("[ch]*-*.md")):
        text = path.read_text()
        missing = [name for name, (client, platforms) in CLIENTS.items() if lacks(text, client, platforms)]
        rows.append((path.stem, missing))
    print(f"// Made by Scripts/client-support.py from caniemail.com, commit {commit} (MIT licence, Rémi Parmentier).")
    print()
    print("/// The features that were tested, by their name at caniemail.com, each with the clients that do not have it.")
    print("let clientSupport: [String: [String]] = [")
    for name, missing in rows:
        clients = ", ".join(f'"{client}"' for client in missing)
        print(f'    "{name}": [{clients}],')
    print("]")


main()
