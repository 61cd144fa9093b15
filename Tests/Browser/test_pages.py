"""What a reader sees on each type of page: axe finds nothing, nothing is logged, the theme stays, the menu is a disclosure."""
import sys

from axe_playwright_python.sync_playwright import Axe
from pages import browser, page_in, served, site_folder

TYPES = [
    "", "account/", "account/their-kpis/", "account/first-30-days/", "plays/", "snippets/", "snippets/bearing-alerts/",
    "glossary/", "roles/", "roles/maintenance/", "accounts/", "accounts/northwind-foods/", "404.html",
]
SIZES = [(375, 800), (1280, 900)]


def accessibility(chromium, server, failed):
    for scheme in ("light", "dark"):
        for width, height in SIZES:
            messages = []
            with page_in(chromium, messages, color_scheme=scheme, viewport={"width": width, "height": height}) as page:
                for path in TYPES:
                    page.goto(f"{server}/{path}")
                    for finding in Axe().run(page).response["violations"]:
                        nodes = "; ".join(node["html"][:120] for node in finding["nodes"][:3])
                        failed.append(f"axe, {scheme}, {width} px, /{path}: {finding['id']}: {nodes}")
                    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                        failed.append(f"/{path} scrolls sideways at {width} px")
                page.keyboard.press("/")
                page.fill("[role=combobox]", "gate")
                page.wait_for_selector("#Results a")
                for finding in Axe().run(page).response["violations"]:
                    failed.append(f"axe, search, {scheme}, {width} px: {finding['id']}")
            failed += [each for each in messages if "axe" not in each]


def theme(chromium, server, failed):
    with page_in(chromium, color_scheme="light") as page:
        page.goto(server + "/")
        page.click("button.theme")
        page.goto(server + "/why/")
        if page.evaluate("document.documentElement.dataset.theme") != "dark":
            failed.append("the chosen theme is not kept")


def menu(chromium, server, failed):
    with page_in(chromium, viewport={"width": 375, "height": 800}) as page:
        page.goto(server + "/account/their-kpis/")
        if page.locator(".sections").is_visible():
            failed.append("the menu is open on a phone")
        page.locator(".menu > summary").focus()
        page.keyboard.press("Enter")
        if not page.locator(".sections").is_visible():
            failed.append("the menu does not open from the keyboard")
        page.keyboard.press("Escape")
        if page.locator(".sections").is_visible():
            failed.append("Escape does not close the menu")


def contents(chromium, server, failed):
    with page_in(chromium, viewport={"width": 1280, "height": 700}) as page:
        page.goto(server + "/account/their-kpis/")
        link = page.locator(".contents a").nth(1)
        link.click()
        page.wait_for_timeout(300)
        if page.locator(".contents [aria-current=location]").get_attribute("href") != link.get_attribute("href"):
            failed.append("the heading that is read is not marked in the contents")


def copying(chromium, server, failed):
    with page_in(chromium, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(server + "/account/first-30-days/")
        text = page.locator(".talk .copyable").inner_text().strip()
        page.locator(".talk button.copy").click()
        page.wait_for_timeout(200)
        if page.evaluate("navigator.clipboard.readText()") != text:
            failed.append("the copy button does not copy the talk track")


def without_script(chromium, site, failed):
    with page_in(chromium, java_script_enabled=False, viewport={"width": 1280, "height": 900}) as page:
        page.goto(f"file://{site}/account/their-kpis/index.html")
        for part in ("main h1", ".sections a", ".contents a"):
            if not page.locator(part).first.is_visible():
                failed.append(f"{part} is not there without a script")


def printing(chromium, server, failed):
    with page_in(chromium) as page:
        page.goto(server + "/account/first-30-days/")
        page.emulate_media(media="print")
        for part in (".head", ".sections", ".turn", "button.copy"):
            if page.locator(part).first.is_visible():
                failed.append(f"{part} is printed")
        if not page.locator("main h1").is_visible():
            failed.append("the text is not printed")


def first_load(chromium, server, failed):
    with page_in(chromium) as page:
        sizes, hosts = [], set()
        page.on("response", lambda answer: (hosts.add(answer.url.split("/")[2]), sizes.append(len(answer.body()))))
        page.add_init_script(
            "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.shift += e.value))"
            ".observe({type: 'layout-shift', buffered: true})")
        page.goto(server + "/account/their-kpis/", wait_until="networkidle")
        if sum(sizes) >= 60_000:
            failed.append(f"a chapter loads {sum(sizes)} bytes")
        if len(hosts) != 1:
            failed.append(f"a chapter asks {hosts}")
        if page.evaluate("window.shift") > 0:
            failed.append("the layout shifts")
        print(f"first load of a chapter: {sum(sizes)} bytes")


def main():
    site = site_folder(sys.argv)
    failed = []
    with served(site) as server, browser() as chromium:
        accessibility(chromium, server, failed)
        for test in (theme, menu, contents, copying, printing, first_load):
            test(chromium, server, failed)
        without_script(chromium, site, failed)
    print("\n".join(failed) or f"{len(TYPES)} pages, light and dark, at 375 and 1280 px")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
