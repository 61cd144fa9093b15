"""Golden queries: what colleagues type, and the page that must be first."""
import sys

from pages import browser, open_search, page_in, search, served, site_folder

# The query, and the page that must be first, from the site's root.
GOLDEN = [
    ("the gate", "rhythm/the-gate/"),
    ("gate", "rhythm/the-gate/"),
    ("escalation", "trouble/escalation/"),
    ("first 30 days", "account/first-30-days/"),
    ("30 days", "account/first-30-days/"),
    ("first hour", "trouble/first-hour/"),
    ("their kpis", "account/their-kpis/"),
    ("kpi off target", "account/kpi-off-target/"),
    ("roles", "account/roles/"),
    ("writing a snippet", "content/writing-a-snippet/"),
    ("six kinds", "content/six-kinds/"),
    ("cadence", "rhythm/cadence-and-slots/"),
    ("slots", "rhythm/cadence-and-slots/"),
    ("hold", "trouble/escalation-and-hold/"),
    ("closing the loop", "voice/closing-the-loop/"),
    ("close loop", "voice/closing-the-loop/"),
    ("two good questions", "voice/two-good-questions/"),
    ("good questions", "voice/two-good-questions/"),
    ("substance or silence", "why/substance-or-silence/"),
    ("substance", "why/substance-or-silence/"),
    ("three ways", "why/three-ways/"),
    ("retention playbook", ""),
    ("before a call", "account/their-kpis/"),
    ("account brief", "account/account-brief/"),
    ("mapping people", "account/mapping-people/"),
    ("champion", "account/champion-leaves/"),
    ("renewal 120 days", "account/renewal/"),
    ("monthly digest", "rhythm/monthly-digest/"),
    ("quarterly review", "rhythm/quarterly-review/"),
    ("after a silence", "rhythm/after-silence/"),
    ("release notes", "content/release-notes/"),
    ("field knowledge", "content/field-knowledge/"),
    ("surveys", "voice/surveys-that-fit/"),
    ("recovery news", "trouble/recovery-news/"),
    ("what customers count", "why/what-customers-count/"),
    # With typing errors.
    ("esclation hold", "trouble/escalation-and-hold/"),
    ("substnace", "why/substance-or-silence/"),
    ("cadance", "rhythm/cadence-and-slots/"),
    ("quesitons", "voice/two-good-questions/"),
    ("kpis off taregt", "account/kpi-off-target/"),
    ("quaterly reveiw", "rhythm/quarterly-review/"),
    # While typing.
    ("writ", "content/writing-a-snippet/"),
    ("subst", "why/substance-or-silence/"),
]


def asked(site):
    """The queries whose page is on the site. A page that is removed must take its query with it, so 30 queries must remain."""
    queries = [(query, path) for query, path in GOLDEN if (site / path / "index.html").exists()]
    assert len(queries) >= 30, f"only {len(queries)} queries have a page"
    return queries


def wrong_queries(page, root, queries):
    page.goto(root + "account/roles/index.html")
    open_search(page)
    wrong = []
    for query, expected in queries:
        found = [href.split("#")[0].removesuffix("index.html") for href in search(page, query)]
        if found[:1] != [root + expected]:
            wrong.append(f"{query!r}: {[href.removeprefix(root) for href in found[:4]]}, not {expected!r}")
    return wrong


def by_keyboard(page, failed):
    """The open search, used only with the keyboard."""
    # Letter by letter, with Enter before the results are there: the search waits for them.
    page.fill("[role=combobox]", "")
    page.keyboard.type("the gate")
    page.keyboard.press("Enter")
    page.wait_for_url("**/rhythm/the-gate/**")
    open_search(page)
    options = search(page, "gate")
    if page.locator("#Results mark").count() == 0:
        failed.append("no word is marked in the results")

    def chosen():
        # What a screen reader announces, and what is visible.
        return page.evaluate("""() => {
          const id = document.querySelector('[role=combobox]').getAttribute('aria-activedescendant');
          const selected = [...document.querySelectorAll('#Results [aria-selected=true]')];
          return selected.length === 1 && selected[0].id === id ? selected[0].getAttribute('href') : null;
        }""")

    for key, place in (("ArrowDown", 1), ("ArrowDown", 2), ("ArrowUp", 1), ("ArrowUp", 0), ("ArrowUp", -1), ("ArrowDown", 0), ("ArrowDown", 1)):
        page.keyboard.press(key)
        if chosen() != options[place]:
            failed.append(f"{key} chooses {chosen()}, not {options[place]}")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: url.split("#")[0].removesuffix("index.html") in options[1])
    page.keyboard.press("Escape")
    open_search(page)
    page.keyboard.type("zzzzqqqq")
    page.get_by_text("Nothing found for zzzzqqqq.").wait_for()
    page.keyboard.press("Escape")
    if page.locator("dialog[open]").count():
        failed.append("Escape does not close the search")
    # The focus returns to the page in the next frame.
    page.wait_for_function("() => !document.activeElement.closest('dialog')", timeout=2000)


def slow_line(chromium, root):
    """Text that is typed before the search's script has loaded is searched for once it has."""
    with page_in(chromium) as page:
        page.route("**/assets/search.*.js", lambda route: (page.wait_for_timeout(500), route.continue_()))
        page.goto(root + "index.html")
        page.keyboard.press("/")
        page.keyboard.type("the gate")
        page.locator("#Results a").first.wait_for()


def more(page, root, failed):
    page.goto(root + "index.html")
    open_search(page)
    first = search(page, "you")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_function("count => document.querySelectorAll('#Results a').length > count", arg=len(first))
    if page.eval_on_selector_all("#Results a", "all => all.map(a => a.getAttribute('href'))")[: len(first)] != first:
        failed.append("more results do not begin with the first ones")


def main():
    site = site_folder(sys.argv)
    queries, failed = asked(site), []
    with served(site) as server, browser() as chromium:
        for root in (server + "/", f"file://{site}/"):
            messages = []
            with page_in(chromium, messages) as page:
                failed += [f"{root[:5]} {each}" for each in wrong_queries(page, root, queries)]
                by_keyboard(page, failed)
                more(page, root, failed)
                failed += messages
        slow_line(chromium, server + "/")
    print("\n".join(failed) or f"{len(queries)} golden queries of {len(GOLDEN)}, served and from the disk")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
