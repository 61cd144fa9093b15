"""Pictures of every type of page at three widths, light and dark, for people to look at.

Usage: .venv/bin/python Tests/Browser/screenshots.py SITE FOLDER
"""
import pathlib
import sys

from pages import addresses, browser, open_search, page_in, search, served, site_folder

WIDTHS = {375: 812, 768: 1024, 1440: 900}
# Longer pages are cut off: viewers refuse pictures that are much taller, and the end of a long text shows nothing new.
TALLEST = 3000


def main():
    site = site_folder(sys.argv)
    folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else ".build/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    with served(site) as server, browser() as chromium:
        for width, height in WIDTHS.items():
            for scheme in ("light", "dark"):

                def picture(page, name):
                    page.screenshot(path=folder / f"{name}-{width}-{scheme}.png")

                with page_in(chromium, viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce") as page:
                    for name, address in addresses(server + "/").items():
                        page.set_viewport_size({"width": width, "height": height})
                        page.goto(address)
                        tall = page.evaluate("document.documentElement.scrollHeight")
                        page.set_viewport_size({"width": width, "height": max(height, min(tall, TALLEST))})
                        picture(page, name)
                    page.set_viewport_size({"width": width, "height": height})
                    page.goto(server + "/account/their-kpis/")
                    if width < 960:
                        page.locator(".menu > summary").click()
                        picture(page, "menu")
                        page.keyboard.press("Escape")
                    open_search(page)
                    search(page, "gate")
                    picture(page, "search")
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


if __name__ == "__main__":
    main()
