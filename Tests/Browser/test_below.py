"""A site that is published below a path of its host: links, search, theme and the page for missing addresses work there."""
import sys

from pages import browser, open_search, page_in, search, served, site_folder

PATH = "/docs/playbook/"
QUERIES = {"gate": "rhythm/the-gate/", "first hour": "trouble/first-hour/", "cadance": "rhythm/cadence-and-slots/"}


def links(page, root, failed):
    page.goto(root)
    page.locator(".sections a", has_text="The contact rhythm").click()
    page.locator("main a", has_text="The gate").first.click()
    page.wait_for_url(root + "rhythm/the-gate/")
    page.locator(".turn a").first.click()
    page.wait_for_url(root + "rhythm/*/")
    page.click(".head .name")
    page.wait_for_url(root)


def queries(page, root, failed):
    page.goto(root + "account/roles/")
    open_search(page)
    for query, expected in QUERIES.items():
        best = search(page, query)[0].split("#")[0].removesuffix("index.html")
        if best != root + expected:
            failed.append(f"{query!r} leads to {best} below a path")


def theme(page, root, failed):
    page.goto(root)
    page.click("button.theme")
    page.goto(root + "account/roles/")
    if page.evaluate("document.documentElement.dataset.theme") != "dark":
        failed.append("the theme is not kept below a path")


def missing(page, root, failed):
    answer = page.goto(root + "no/such/page/")
    if answer.status != 404 or not page.locator("button.search").is_visible():
        failed.append("the page for what is missing has no style or script")
    page.click(".head .name")
    page.wait_for_url(root)


def main():
    root_folder = site_folder(sys.argv)
    site = root_folder / PATH.strip("/")
    failed, messages = [], []
    with served(root_folder, missing=site / "404.html") as server, browser() as chromium:
        with page_in(chromium, messages, color_scheme="light", viewport={"width": 1280, "height": 900}) as page:
            for test in (links, queries, theme, missing):
                test(page, server + PATH, failed)
    # The browser logs that the missing page is missing.
    failed += [each for each in messages if "/no/such/page/" not in each]
    print("\n".join(failed) or f"links, search, theme and the missing page work below {PATH}")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
