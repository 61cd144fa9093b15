"""The built site in Debian's Chromium, from a small server or from the disk."""
import contextlib
import functools
import http.server
import os
import pathlib
import threading

from playwright.sync_api import sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@contextlib.contextmanager
def served(site):
    """The address of a server for a folder, without a slash at its end."""
    handler = functools.partial(Quiet, directory=str(site))
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
    """A page of its own context; what its console says goes to `messages`."""
    context = chromium.new_context(**options)
    page = context.new_page()
    if messages is not None:
        page.on("console", lambda message: messages.append(f"{message.type}: {message.text} ({page.url})"))
        page.on("pageerror", lambda error: messages.append(f"error: {error} ({page.url})"))
    try:
        yield page
    finally:
        context.close()


def site_folder(arguments):
    return pathlib.Path(arguments[1] if len(arguments) > 1 else "_site").resolve()
