"""The cost of a search for a reader of a large site: the bytes of the first search, and the milliseconds from a key to the results.

Usage: .venv/bin/python Benchmarks/search.py PLAYBOOK CORPUS [COPIES]     builds a site of the corpus forty times over on tmpfs
       .venv/bin/python Benchmarks/search.py --site SITE                  takes one that is built
"""
import contextlib
import gzip
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests/Browser"))
from pages import browser, page_in, served  # noqa: E402

FRAME = 1000 / 60
LIMIT = 100_000
# A title, a heading, words of the text, a rare word, a word that every page has, a typing error.
QUERIES = ["code reviews", "unit testing", "deployment rollback", "kubernetes secrets", "terraform", "the team", "obsevability"]

# From the key to the results in the page, and to the end of the frame that paints them. That takes up to a whole frame more, because
# frames come at fixed times.
TIMER = """
window.searchTimes = [];
addEventListener('beforeinput', () => (window.pressed = performance.now()), true);
addEventListener('DOMContentLoaded', () => new MutationObserver(() => {
  if (!window.pressed) return;
  const from = window.pressed, ready = performance.now();
  window.pressed = 0;
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => window.searchTimes.push([ready - from, performance.now() - from]);
    channel.port2.postMessage(0);
  });
}).observe(document.body, {subtree: true, attributes: true, attributeFilter: ['data-query']}));
"""


@contextlib.contextmanager
def large_site(playbook, corpus, copies):
    """The corpus several times over, built on tmpfs, so that the disk has no effect."""
    work = pathlib.Path(tempfile.mkdtemp(prefix="search.", dir="/dev/shm"))
    try:
        for number in range(copies):
            folder = work / f"content/chapters/c{number:02}"
            shutil.copytree(corpus, folder, ignore=lambda at, names: [n for n in names if not (n.endswith(".md") or (pathlib.Path(at) / n).is_dir())])
        command = [playbook, "build", "--content", work / "content", "--templates", ROOT / "site-templates", "--output", work,
                   "--rule", "broken-link=warning", "--as-of", "2026-11-22"]
        answer = subprocess.run(command, capture_output=True, text=True)
        if answer.returncode:
            sys.exit(answer.stderr[-2000:])
        yield work / "_site"
    finally:
        shutil.rmtree(work)


def opened(page, server):
    """The search, opened on the first page. Returns the paths of the files that load from now on."""
    page.add_init_script(TIMER)
    page.goto(server + "/", wait_until="networkidle")
    files = set()
    page.on("request", lambda request: files.add(urllib.parse.urlparse(request.url).path))
    page.keyboard.press("/")
    return files


def answered(page, query):
    page.wait_for_function("q => document.getElementById('Results').dataset.query === q", arg=query, timeout=60_000)


def payload(chromium, server, site, query, delay):
    """The first search: files and bytes from opening the dialog to the results, with the given milliseconds between two keys."""
    with page_in(chromium, viewport={"width": 1280, "height": 900}) as page:
        files = opened(page, server)
        page.wait_for_timeout(500)
        page.keyboard.type(query, delay=delay)
        answered(page, query)
        contents = [(site / file.lstrip("/")).read_bytes() for file in files]
        return sum(map(len, contents)), sum(len(gzip.compress(each)) for each in contents), len(files)


def times(chromium, server):
    """Milliseconds for each key, once everything has loaded: for the last key of a query, and for all keys before it."""
    last, typed = [], []
    with page_in(chromium, viewport={"width": 1280, "height": 900}) as page:
        opened(page, server)
        for turn in range(6):
            for query in QUERIES:
                page.fill("[role=combobox]", "")
                page.wait_for_timeout(30)
                for end in range(1, len(query) + 1):
                    page.evaluate("window.searchTimes.length = 0")
                    page.keyboard.press(query[end - 1])
                    page.wait_for_function("() => window.searchTimes.length > 0", timeout=60_000)
                    [[ready, painted]] = page.evaluate("window.searchTimes")
                    if turn > 0:
                        typed.append((ready, painted, query[:end]))
                        if end == len(query):
                            last.append((ready, painted, query))
    return last, typed


def summary(name, values):
    ready = sorted(each[0] for each in values)
    painted = sorted(each[1] for each in values)
    slowest = max(values)
    print(f"{name}: {len(values)} keys; results after {statistics.median(ready):.1f} ms (median), {ready[len(ready) * 95 // 100]:.1f} ms (95 %), "
          f"{slowest[0]:.1f} ms ({slowest[2]!r}, slowest); drawn after {statistics.median(painted):.1f} ms (median), "
          f"{painted[len(painted) * 95 // 100]:.1f} ms (95 %)")


def measure(site):
    chapters = sum(1 for _ in site.rglob("index.html"))
    print(f"{chapters} pages, {sum(f.stat().st_size for f in (site / 'search').iterdir()):,} bytes of index in {len(list((site / 'search').iterdir()))} files")
    with served(site) as server, browser() as chromium:
        for query in QUERIES:
            size, packed, files = payload(chromium, server, site, query, 0)
            slow, _, _ = payload(chromium, server, site, query, 240)
            print(f"first search, {query!r}: {size:,} bytes in {files} files, {packed:,} compressed"
                  f"{', TOO MUCH' if size >= LIMIT else ''}; {slow:,} with results after each letter")
        last, typed = times(chromium, server)
        summary("warm query", last)
        summary("typed ahead", typed)
    print(f"a frame has {FRAME:.1f} ms")


def main():
    arguments = sys.argv[1:]
    if arguments[:1] == ["--site"]:
        measure(pathlib.Path(arguments[1]).resolve())
    elif len(arguments) in (2, 3):
        with large_site(pathlib.Path(arguments[0]).resolve(), pathlib.Path(arguments[1]), int(arguments[2]) if len(arguments) > 2 else 40) as site:
            measure(site)
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
