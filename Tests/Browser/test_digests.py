"""The overview of a month and its messages in Chromium: axe finds nothing, nothing is wider than the window, and the W3C's
validator reports only the table attributes that mail needs."""
import sys

from axe_playwright_python.sync_playwright import Axe

from pages import browser, page_in, site_folder
from validator import errors


def looked_at(folder, files):
    found = []
    with browser() as chromium:
        for width in (375, 600, 1280):
            for scheme in ("light", "dark"):
                messages = []
                with page_in(chromium, messages, viewport={"width": width, "height": 900}, color_scheme=scheme) as page:
                    for path in files:
                        name = f"{path.relative_to(folder)}, {width} px, {scheme}"
                        page.goto(path.as_uri())
                        found += messages
                        for finding in Axe().run(page).response["violations"]:
                            found.append(f"{name}: {finding['id']}: {[node['html'][:120] for node in finding['nodes'][:2]]}")
                        # Requests that axe makes itself are not made by the page.
                        messages.clear()
                        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
                        if wide > 0:
                            found.append(f"{name}: {wide} px wider than the window")
    return found


def main():
    folder = site_folder(sys.argv)
    files = sorted(folder.rglob("*.html"))
    assert len(files) > 5, files
    found = errors(files, of_messages=lambda path: True) + looked_at(folder, files)
    print("\n".join(found))
    print(f"{len(files)} pages, {len(found)} findings")
    sys.exit(1 if found else 0)


main()
