"""What a printer prints: only the text, in black on white, and an account's brief on one sheet."""
import re
import sys

from pages import TYPES, browser, page_in, served, site_folder

SCREEN_ONLY = ".head, .menu, .crumbs, .turn, .foot, .skip, button"


def text_alone(chromium, server, failed):
    # A reader with the dark theme also prints on white paper.
    with page_in(chromium, color_scheme="dark") as page:
        for name, path in TYPES.items():
            if name in ("message", "404"):
                continue
            page.goto(f"{server}/{path}")
            page.emulate_media(media="print")
            shown = [each for each in page.locator(SCREEN_ONLY).all() if each.is_visible()]
            failed += [f"{name}: printed: {each.evaluate('each => each.outerHTML')[:100]}" for each in shown]
            if not page.locator("main h1").is_visible():
                failed.append(f"{name}: the text is not printed")
            ground, ink = page.evaluate("(style => [style.backgroundColor, style.color])(getComputedStyle(document.body))")
            if (ground, ink) != ("rgb(255, 255, 255)", "rgb(29, 35, 39)"):
                failed.append(f"{name}: printed in {ink} on {ground}")
            page.emulate_media(media="screen")


def sheets(page):
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def one_sheet(chromium, server, failed):
    with page_in(chromium) as page:
        page.goto(f"{server}/{TYPES['account']}")
        count = sheets(page)
        if count != 1:
            failed.append(f"an account's brief takes {count} sheets")


def whole_section(chromium, server, failed):
    with page_in(chromium) as page:
        page.goto(f"{server}/{TYPES['section']}")
        page.click(".page-links a:has-text('on one page')")
        titles = page.locator(".part > h2").all_inner_texts()
        if "Their KPIs and baselines" not in titles:
            failed.append(f"the section to print has {titles}")
        for link in page.locator(".part a[href^='#']").all():
            target = link.get_attribute("href")[1:]
            if not page.evaluate("id => !!document.getElementById(id)", target):
                failed.append(f"the section to print leads to #{target}, which is not there")
        if sheets(page) < len(titles) / 2:
            failed.append("the section to print is cut off")


def main():
    failed = []
    with served(site_folder(sys.argv)) as server, browser() as chromium:
        for test in (text_alone, one_sheet, whole_section):
            test(chromium, server, failed)
    print("\n".join(failed) or "chapters, plays, briefs and sections print as text alone")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
