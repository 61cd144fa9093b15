"""Golden queries: what colleagues type, and the page that must come first."""
import sys

from pages import browser, page_in, served, site_folder

# The query; the page that comes first, from the site's root.
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
    ("silence", "why/substance-or-silence/"),
    ("three ways", "why/three-ways/"),
    ("retention playbook", ""),
    ("before a call", "account/their-kpis/"),
    # With typing errors.
    ("esclation hold", "trouble/escalation-and-hold/"),
    ("substnace", "why/substance-or-silence/"),
    ("cadance", "rhythm/cadence-and-slots/"),
    ("quesitons", "voice/two-good-questions/"),
    ("kpis off taregt", "account/kpi-off-target/"),
    # While typing.
    ("writ", "content/writing-a-snippet/"),
    ("subst", "why/substance-or-silence/"),
]


def results(page, query):
    page.fill("[role=combobox]", query)
    page.wait_for_function("q => document.getElementById('Results').dataset.query === q", arg=query)
    return page.eval_on_selector_all("#Results a", "all => all.map(a => a.getAttribute('href'))")


def wrong_queries(page, root):
    page.goto(root + "account/roles/index.html")
    page.keyboard.press("/")
    wrong = []
    for query, expected in GOLDEN:
        found = [href.split("#")[0].removesuffix("index.html") for href in results(page, query)]
        if found[:1] != [root + expected]:
            wrong.append(f"{query!r}: {[href.removeprefix(root) for href in found[:4]]}, not {expected!r}")
    return wrong


def main():
    site = site_folder(sys.argv)
    failed = []
    with served(site) as server, browser() as chromium:
        for root in (server + "/", f"file://{site}/"):
            messages = []
            with page_in(chromium, messages) as page:
                failed += [f"{root[:5]} {each}" for each in wrong_queries(page, root)]
                failed += messages
                page.fill("[role=combobox]", "")
                results(page, "gate")
                if page.locator("#Results mark").count() == 0:
                    failed.append("no word is marked in the results")
                page.keyboard.press("ArrowDown")
                second = page.locator("#Results a").nth(1).get_attribute("href")
                page.keyboard.press("Enter")
                page.wait_for_url(lambda url: url.split("#")[0].removesuffix("index.html") in second)
                page.keyboard.press("/")
                page.keyboard.press("Escape")
                if page.locator("dialog[open]").count():
                    failed.append("Escape does not close the search")
    print("\n".join(failed) or f"{len(GOLDEN)} golden queries, served and from the disk")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
