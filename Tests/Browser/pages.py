"""The built site in Debian's Chromium, from a small server or from a disk."""
import contextlib
import functools
import http.server
import os
import pathlib
import re
import threading

from playwright.sync_api import sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")

# One page of each type, from the site's root.
TYPES = {
    "home": "",
    "section": "account/",
    "chapter": "account/their-kpis/",
    "picture": "rhythm/the-gate/",
    "play": "account/first-30-days/",
    "plays": "plays/",
    "snippets": "snippets/",
    "snippet": "snippets/bearing-alerts/",
    "glossary": "glossary/",
    "roles": "roles/",
    "role": "roles/maintenance/",
    "tag": "tags/basics/",
    "accounts": "accounts/",
    "account": "accounts/northwind-foods/",
    "message": "accounts/northwind-foods/ana-silva/",
    "print": "rhythm/print/",
    "404": "404.html",
}

# For pages from a disk, browsers refuse files with an integrity value, and log it; theme.js then loads them again.
REFUSED = re.compile(r"Subresource Integrity: The resource 'file://")


def headers_of(site):
    """The contents of `_headers`: the start of a path, a header and its value."""
    found, start = [], None
    for line in (site / "_headers").read_text().splitlines():
        if line.startswith("/"):
            start = line.removesuffix("*")
        elif ":" in line:
            found.append((start, *(part.strip() for part in line.split(":", 1))))
    return found


class Host(http.server.SimpleHTTPRequestHandler):
    """Does what hosts of static files do: sends the headers of the site, and its own page for addresses that do not exist."""

    def __init__(self, *arguments, headers=(), missing=None, **options):
        self.more, self.missing = headers, missing
        super().__init__(*arguments, **options)

    def log_message(self, *_):
        pass

    def end_headers(self):
        for start, name, value in self.more:
            if self.path.startswith(start):
                self.send_header(name, value)
        super().end_headers()

    def send_error(self, code, *rest):
        if code != 404 or self.missing is None:
            return super().send_error(code, *rest)
        body = self.missing.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextlib.contextmanager
def served(folder, headers=(), missing=None):
    """The address of a server for a folder, without a slash at its end."""
    handler = functools.partial(Host, directory=str(folder), headers=headers, missing=missing)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


@contextlib.contextmanager
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield chromium
        finally:
            chromium.close()


@contextlib.contextmanager
def page_in(chromium, messages=None, **options):
    """A page in a context of its own. Its console's output goes to `messages`."""
    context = chromium.new_context(**options)
    page = context.new_page()

    def note(text):
        if not REFUSED.search(text):
            messages.append(f"{text} ({page.url})")

    if messages is not None:
        page.on("console", lambda message: note(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: note(f"error: {error}"))
    try:
        yield page
    finally:
        context.close()


def site_folder(arguments):
    return pathlib.Path(arguments[1] if len(arguments) > 1 else "_site").resolve()


def addresses(root):
    """A page of each type below a root. On a disk, folders do not answer with their index page, and there is no page for missing
    addresses, because its links begin at the root of a host."""
    if not root.startswith("file:"):
        return {name: root + path for name, path in TYPES.items()}
    return {name: f"{root}{path}index.html" for name, path in TYPES.items() if name != "404"}


def open_search(page):
    # On a disk, its script loads after the page.
    page.locator("button.search").wait_for()
    page.keyboard.press("/")
    page.locator("[role=combobox]").wait_for()


def search(page, query):
    """The addresses that the open search returns for a query, best first."""
    page.fill("[role=combobox]", query)
    page.wait_for_function("q => document.getElementById('Results').dataset.query === q", arg=query)
    return page.eval_on_selector_all("#Results a", "all => all.map(a => a.getAttribute('href'))")
