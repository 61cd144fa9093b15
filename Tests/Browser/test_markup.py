"""The validator finds no error in the pages of a site. Pages of messages may have the table attributes that mail needs."""
import re
import sys

from pages import site_folder
from validator import errors


def main():
    site = site_folder(sys.argv)
    count = sum(1 for _ in site.rglob("*.html"))
    assert count > 20, count
    found = errors([site], of_messages=re.compile(r"/accounts/[^/]+/[^/]+/index\.html$").search)
    print("\n".join(found) or f"{count} pages, no error")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
