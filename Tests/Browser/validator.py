"""The W3C's validator."""
import json
import pathlib
import re
import subprocess

# The layout of messages uses attributes that are obsolete on the web, because Word's engine needs them.
MAIL = re.compile(r"The “(align|border|cellpadding|cellspacing|width|valign)” attribute on the “(table|td|th|img)” element is obsolete")


def errors(paths, of_messages=lambda path: False):
    """The errors in HTML files and in those in folders, without the attributes that messages need."""
    [jar] = [str(path) for path in pathlib.Path(".venv").rglob("vnu.jar")]
    command = ["java", "-jar", jar, "--format", "json", "--errors-only", "--exit-zero-always", "--skip-non-html", *map(str, paths)]
    found = json.loads(subprocess.run(command, capture_output=True, check=True).stderr)["messages"]
    return [
        f"{each.get('url')}:{each.get('lastLine')}: {each['message']}"
        for each in found
        if not (of_messages(each.get("url", "")) and MAIL.search(each["message"]))
    ]
