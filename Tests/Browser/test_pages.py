"""What a reader sees on each type of page: axe finds nothing, nothing is logged, the theme is kept, the menu is a disclosure."""
import sys

from axe_playwright_python.sync_playwright import Axe

from pages import addresses, browser, open_search, page_in, search, served, site_folder

SIZES = [(375, 800), (1280, 900)]
CHAPTER, PLAY = "/account/their-kpis/", "/account/first-30-days/"
PHONE = {"width": 375, "height": 800}


def accessibility(chromium, server, failed):
    for scheme in ("light", "dark"):
        for width, height in SIZES:
            messages = []
            with page_in(chromium, messages, color_scheme=scheme, viewport={"width": width, "height": height}) as page:
                for name, address in addresses(server + "/").items():
                    page.goto(address)
                    findings(page, f"{name}, {scheme}, {width} px", failed)
                    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                        failed.append(f"{address} scrolls sideways at {width} px")
                page.goto(server + CHAPTER)
                open_search(page)
                search(page, "gate")
                findings(page, f"search, {scheme}, {width} px", failed)
                page.keyboard.press("Escape")
                if width < 960:
                    page.locator(".menu > summary").click()
                    findings(page, f"menu, {scheme}, {width} px", failed)
            failed += [each for each in messages if "axe" not in each]


def findings(page, name, failed):
    for finding in Axe().run(page).response["violations"]:
        nodes = "; ".join(node["html"][:120] for node in finding["nodes"][:3])
        failed.append(f"axe, {name}: {finding['id']}: {nodes}")


def theme(chromium, server, failed):
    with page_in(chromium, color_scheme="light") as page:
        page.goto(server + "/")
        page.click("button.theme")
        page.goto(server + CHAPTER)
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        if ground != "rgb(20, 24, 26)" or page.locator("button.theme").get_attribute("aria-label") != "Use the light theme":
            failed.append(f"the chosen theme is not kept: {ground}")
        page.click("button.theme")
        page.emulate_media(color_scheme="dark")
        if page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(20, 24, 26)":
            failed.append("a theme switched back does not follow the system again")


def menu(chromium, server, failed):
    with page_in(chromium, viewport=PHONE) as page:
        page.goto(server + CHAPTER)
        sections = page.locator(".sections")
        if sections.is_visible():
            failed.append("the menu is open on a phone")
        page.locator(".menu > summary").focus()
        page.keyboard.press("Enter")
        if not sections.is_visible():
            failed.append("the menu does not open from the keyboard")
        page.keyboard.press("Escape")
        if sections.is_visible():
            failed.append("Escape does not close the menu")
        page.keyboard.press("Enter")
        page.locator(".contents a").nth(1).click()
        if sections.is_visible() or not page.locator("h2").nth(1).is_visible():
            failed.append("a link of the contents does not lead from the menu to its heading")
        # The menu can be reached wherever the reader is, and is out of the way once the focus is elsewhere.
        page.evaluate("scrollTo(0, 1500)")
        page.locator(".menu > summary").click()
        if not 0 <= page.locator(".menu-body").bounding_box()["y"] < PHONE["height"]:
            failed.append("the open menu is out of sight for a reader who has scrolled")
        page.locator("main a").first.focus()
        if sections.is_visible():
            failed.append("the open menu covers what has the focus")
        page.locator(".menu > summary").click()
        page.locator(".sections a", has_text="The contact rhythm").click()
        page.wait_for_url("**/rhythm/")


def tables(chromium, server, failed):
    with page_in(chromium, viewport={"width": 320, "height": 700}) as page:
        page.goto(server + "/")
        table = page.locator(".table-scroll[tabindex='0']").first
        table.focus()
        for _ in range(3):
            page.keyboard.press("ArrowRight")
        page.wait_for_timeout(300)
        if table.evaluate("table => table.scrollLeft") <= 0:
            failed.append("a table does not scroll from the keyboard on a phone")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            failed.append("a table makes the page scroll sideways")


def contents(chromium, server, failed):
    with page_in(chromium, viewport={"width": 1280, "height": 700}) as page:
        page.goto(server + CHAPTER)
        for place in (1, 0):
            link = page.locator(".contents a").nth(place)
            link.click()
            page.wait_for_timeout(200)
            if page.locator(".contents [aria-current=location]").get_attribute("href") != link.get_attribute("href"):
                failed.append("the heading that is read is not marked in the contents")


def copying(chromium, server, failed):
    with page_in(chromium, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(server + PLAY)
        text = page.locator(".talk .copyable").inner_text().strip()
        button = page.locator(".talk button.copy")
        button.click()
        page.get_by_text("Copied talk track").wait_for(state="attached")
        if page.evaluate("navigator.clipboard.readText()") != text or button.inner_text() != "Copied":
            failed.append("the copy button does not copy the talk track")


def first_load(chromium, server, failed):
    with page_in(chromium) as page:
        answers = []
        page.on("response", lambda answer: answers.append(answer))
        page.add_init_script(
            "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(e => window.shift += e.value))"
            ".observe({type: 'layout-shift', buffered: true})")
        page.goto(server + "/rhythm/the-gate/", wait_until="networkidle")
        sizes = {answer.url: len(answer.body()) for answer in answers if answer.request.resource_type != "image"}
        if sum(sizes.values()) >= 60_000:
            failed.append(f"a chapter loads {sum(sizes.values())} bytes: {sizes}")
        hosts = {answer.url.split("/")[2] for answer in answers}
        if len(hosts) != 1:
            failed.append(f"a chapter asks {hosts}")
        if page.evaluate("window.shift") > 0:
            failed.append("the layout shifts")
        print(f"first load of a chapter, without images: {sum(sizes.values()):,} bytes")


def main():
    failed = []
    with served(site_folder(sys.argv)) as server, browser() as chromium:
        for test in (accessibility, theme, menu, tables, contents, copying, first_load):
            test(chromium, server, failed)
    print("\n".join(failed) or "all types of pages, light and dark, at 375 and 1280 px")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
