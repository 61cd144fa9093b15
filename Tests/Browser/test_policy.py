"""Every type of page under the site's content security policy: with the headers of its own `_headers` file, with only the policy in
the page, and from a disk. Nothing is refused or logged, and no other host is contacted. Without scripts, all text is there."""
import sys
import urllib.parse

from pages import TYPES, addresses, browser, headers_of, open_search, page_in, search, served, site_folder

WATCH = "window.refused = []; addEventListener('securitypolicyviolation', e => refused.push(e.violatedDirective + ' ' + e.blockedURI), true)"


def looked_at(chromium, root, failed, policy=None):
    messages, asked = [], set()
    with page_in(chromium, messages, viewport={"width": 1280, "height": 900}) as page:
        page.add_init_script(WATCH)
        page.on("request", lambda request: asked.add(urllib.parse.urlsplit(request.url)[:2]))
        for name, address in addresses(root).items():
            answer = page.goto(address)
            if policy and answer.headers.get("content-security-policy") != policy:
                failed.append(f"{address} was not served with the policy")
            if page.locator("button.search").count():
                open_search(page)
                if not search(page, "gate"):
                    failed.append(f"the search on {address} finds nothing")
                page.keyboard.press("Escape")
            failed += [f"{name}, {root[:5]}: refused: {each}" for each in page.evaluate("window.refused")]
    failed += messages
    failed += [f"asked {each}" for each in asked - {urllib.parse.urlsplit(root)[:2], ("data", "")}]


def without_script(chromium, root, failed):
    with page_in(chromium, java_script_enabled=False, viewport={"width": 1280, "height": 900}) as page:
        for name, address in addresses(root).items():
            page.goto(address)
            # A page for printing is only text, and a message is a page of its own.
            alone = name in ("print", "message")
            for part in ["h1"] if alone else ["main h1", ".head .name", ".sections a"]:
                if not page.locator(part).first.is_visible():
                    failed.append(f"{part} is not there without a script: {address}")
            if len(page.locator("main, [role=main]").inner_text()) < 100:
                failed.append(f"there is no text without a script: {address}")
            # The background of the style sheet, not that of the browser.
            if name != "message" and page.evaluate("getComputedStyle(document.body).backgroundColor") != "rgb(250, 249, 246)":
                failed.append(f"there is no style without a script: {address}")
            for button in page.locator("button.search, button.theme").all():
                if button.is_visible():
                    failed.append(f"a button is shown that can do nothing: {address}")


def main():
    site = site_folder(sys.argv)
    headers, failed = headers_of(site), []
    policy = next(value for _, name, value in headers if name == "Content-Security-Policy")
    disk = f"file://{site}/"
    with browser() as chromium:
        with served(site, headers) as server:
            looked_at(chromium, server + "/", failed, policy)
        with served(site) as server:
            looked_at(chromium, server + "/", failed)
            without_script(chromium, server + "/", failed)
        looked_at(chromium, disk, failed)
        without_script(chromium, disk, failed)
    print("\n".join(failed) or f"{len(TYPES)} types of pages keep their policy, served and from the disk, and need no script")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
