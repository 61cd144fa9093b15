"""Kills builds, makes their calls fail, races them, and examines the results.

Usage: crash.py PROGRAM TEMPLATES WORK --kills N --races N [--every N] [--seed N]

A build of different content, over an old site and month, is killed: at N random moments, and before calls that rename or remove something
(the first and the last ones, and every N-th with --every), on file systems that can exchange two folders and on one that cannot. Then
another command writes there. Site and month must both be old or both be new, and nothing else may be left.
A call that fails (EIO) must leave both old or both new. A build that is stopped by a signal leaves both old.
Builds that race, with the removal of the old site slowed down, must never leave a file out.
Prints one line for each part; exits with 1 at the first failure.
"""

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time

SETTINGS = """format: 1
company:
  name: Helios Controls
  postal_address: 12 Werkstrasse, 70565 Stuttgart
  from: {name: Helios Controls, email: digest@helios.example}
  reply_to: voice@helios.example
  message_id_domain: mail.helios.example
  unsubscribe: {mailto: unsubscribe@helios.example}
people:
  priya: {name: Priya Raman, email: priya@helios.example}
roles: {operator: Operator, maintenance: Maintenance}
industries: {food: Food}
products: {gateway: Gateway}
stages: [adopt, renew]
kpis:
  oee: {title: OEE, unit: "%", better: higher}
"""
MONTH = "2026-11"
# The content of a new output until the run that put it in its place has ended.
TOKEN = ".not-in-its-place-yet"


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def make_content(folder, word):
    """A small library: a few dozen pages, and a month with two accounts."""
    write(f"{folder}/playbook.yml", SETTINGS)
    write(f"{folder}/chapters/index.md", f"---\nowner: priya\n---\n# Home {word}\n")
    for number in range(6):
        write(f"{folder}/chapters/{word}/c{number}.md", f"---\nowner: priya\n---\n# Chapter {number} {word}\n\ntext\n")
    for account in ("ardent", "borealis"):
        write(
            f"{folder}/accounts/{account}.yml",
            f"name: {account.title()} {word}\nindustry: food\nproducts: {{gateway: '4'}}\nowner: priya\nstage: adopt\n"
            f"kpis: {{oee: {{target: 80}}}}\n"
            f"contacts:\n  - name: A {word}\n    email: a@{account}.example\n    roles: [operator]\n",
        )
    for number, kind in enumerate(("update", "upgrade", "content")):
        write(
            f"{folder}/snippets/s{number}.md",
            f"---\ntitle: Item {number} {word}\nsummary: What changes for your line, number {number}.\nkind: {kind}\nkpis: [oee]\n"
            f"roles: [operator]\naction: {{label: Read it, url: \"https://helios.example/{number}\"}}\npublish: 2026-11-01\n"
            "expires: 2027-03-31\nlanguage: en\nowner: priya\n---\nYour OEE rises by two points with it.\n",
        )


def tree(folder, ignoring=()):
    """The content of a folder as one value; None if the folder does not exist."""
    if not os.path.isdir(folder):
        return None
    hash = hashlib.sha256()
    for path, folders, files in os.walk(folder):
        folders.sort()
        for name in sorted(set(folders + files) - set(ignoring)):
            whole = os.path.join(path, name)
            hash.update(os.path.relpath(whole, folder).encode() + b"\0")
            if os.path.isfile(whole):
                with open(whole, "rb") as file:
                    hash.update(file.read())
    return hash.hexdigest()


class Driver:
    def __init__(self, arguments):
        self.program = os.path.abspath(arguments.program)
        self.templates = os.path.abspath(arguments.templates)
        self.work = os.path.abspath(arguments.work)
        shutil.rmtree(self.work, ignore_errors=True)
        os.makedirs(self.work)
        self.shim = f"{self.work}/shim.so"
        source = os.path.join(os.path.dirname(os.path.abspath(__file__)), "shim.c")
        subprocess.run([shutil.which("cc") or "clang", "-shared", "-fPIC", "-O1", "-Wall", "-o", self.shim, source, "-ldl"], check=True)
        self.flags = []
        if "--no-sync" in subprocess.run([self.program, "build", "--help"], capture_output=True, text=True).stdout:
            self.flags = ["--no-sync"]
        for word in ("old", "new"):
            make_content(f"{self.work}/{word}", word)
        self.states = {}
        for word in ("old", "new"):
            assert self.run(word, f"{self.work}/ref-{word}").wait() == 0, self.errors()
            self.states[word] = self.state(f"{self.work}/ref-{word}")
        assert self.states["old"] != self.states["new"] and None not in self.states["old"], self.states
        self.out = f"{self.work}/out"

    def errors(self):
        with open(f"{self.work}/errors", encoding="utf-8") as file:
            return file.read()

    def run(self, word, output, more=(), **settings):
        environment = dict(os.environ, SHIM_PROGRAM=os.path.basename(self.program)[:15])
        if settings:
            environment |= {"LD_PRELOAD": self.shim} | {"SHIM_" + key.upper(): str(value) for key, value in settings.items()}
        with open(f"{self.work}/errors", "w") as errors:
            return subprocess.Popen(
                [self.program, "build", "--content", f"{self.work}/{word}", "--templates", self.templates, "--output", output]
                + ["--as-of", f"{MONTH}-22", *self.flags, *more],
                stdout=subprocess.DEVNULL, stderr=errors, env=environment,
            )

    def state(self, output, ignoring=()):
        return (tree(f"{output}/_site", ignoring), tree(f"{output}/_digests/{MONTH}", ignoring))

    def start_over(self, word="old"):
        shutil.rmtree(self.out, ignore_errors=True)
        if word:
            shutil.copytree(f"{self.work}/ref-{word}", self.out)

    def litter(self):
        top = [name for name in os.listdir(self.out) if name not in ("_site", "_digests", ".playbook")]
        months = [name for name in os.listdir(f"{self.out}/_digests") if name not in (MONTH, MONTH + ".ardent")]
        return top + months

    def check_after(self, what, missing=False):
        """After a failure: lets another command write, and examines site and month."""
        before = self.state(self.out, [TOKEN])
        for part, whole in zip(before, zip(self.states["old"], self.states["new"])):
            # Without an exchange, there is a moment in which nothing is there.
            assert part in whole or part is None and missing, f"{what}: torn"
        assert self.run("old", self.out, ["--only", "digests", "--account", "ardent"]).wait() == 0, f"{what}: {self.errors()}"
        after = self.state(self.out)
        names = {self.states["old"]: "old", self.states["new"]: "new"}
        assert after in names, f"{what}: mixed or missing, before {before}, after {after}, of {self.states}"
        assert not self.litter(), f"{what}: left {self.litter()}"
        return names[after]

    def calls(self, **settings):
        self.start_over()
        path = f"{self.work}/count"
        assert self.run("new", self.out, count=path, **settings).wait() == 0, self.errors()
        assert self.state(self.out) == self.states["new"] and not self.litter(), f"a build that nobody disturbed: {self.litter()}"
        with open(path) as file:
            return int(file.read())

    @staticmethod
    def chosen(total, every):
        """The exchange is among the first calls; most of the others remove the old outputs, file by file."""
        return [number for number in range(1, total + 1) if number <= 12 or number % every == 0 or number > total - 4]

    def kill_at_each_call(self, every, **settings):
        total = self.calls(**settings)
        found = {"old": 0, "new": 0}
        for number in self.chosen(total, every):
            self.start_over()
            assert self.run("new", self.out, kill=number, **settings).wait() == -signal.SIGKILL, f"call {number} was not reached"
            found[self.check_after(f"killed at call {number} of {total} {settings}", bool(settings))] += 1
        print(f"killed at {sum(found.values())} of {total} calls {settings}: {found}", flush=True)

    def fail_at_each_call(self, every, until, **settings):
        """A call fails and, with `until`, each call after it. If only the first fails, everything is old or everything is new."""
        total = self.calls(**settings)
        found = {"old": 0, "new": 0}
        for number in self.chosen(total, every):
            self.start_over()
            code = self.run("new", self.out, fail=number, until=until, **settings).wait()
            what = f"call {number} of {total} failed, until {until} {settings}"
            assert code in (0, 3), f"{what}: exit {code}, {self.errors()}"
            if until == 0:
                # A token that could not be removed is in a new output.
                result = self.state(self.out, [TOKEN])
                whole = [name for name, state in self.states.items() if state == result]
                assert whole, f"{what}: mixed {result}"
                assert code == 3 or whole == ["new"], f"{what}: exit 0, old"
            found[self.check_after(what, bool(settings))] += 1
        print(f"failed at {sum(found.values())} of {total} calls, until {until} {settings}: {found}", flush=True)

    def kill_at_random(self, count, source):
        length = 10
        for _ in range(3):
            self.start_over()
            start = time.monotonic()
            assert self.run("new", self.out).wait() == 0
            length = min(length, time.monotonic() - start)
        found = {"old": 0, "new": 0}
        late = 0
        for number in range(count):
            self.start_over()
            build = self.run("new", self.out)
            # A build writes and exchanges in its second half.
            time.sleep(source.uniform(0.2, 1) * length)
            late += build.poll() is not None
            build.kill()
            build.wait()
            found[self.check_after(f"random kill {number}")] += 1
        print(f"killed at {count} random moments: {found}, {late} of them after the end", flush=True)

    def stop(self, count, source):
        """Ctrl-C and similar signals: nothing is left behind at once, without another command."""
        codes = {}
        for number in range(count):
            for which in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                self.start_over()
                build = self.run("new", self.out)
                if number % 2 == 0:
                    while build.poll() is None and not os.path.exists(f"{self.out}/.playbook-work-1/assets"):
                        time.sleep(0.001)
                else:
                    time.sleep(source.uniform(0, 0.4))
                build.send_signal(which)
                code = build.wait()
                codes[code] = codes.get(code, 0) + 1
                # Before it writes anything, and when everything is in place, the signal ends the program by itself.
                assert code in (0, 128 + which, -which), f"{which!r}: exit {code}, {self.errors()}"
                expected = {0: ["new"], 128 + which: ["old"]}.get(code, ["old", "new"])
                assert self.state(self.out) in [self.states[word] for word in expected], f"{which!r}: exit {code}, torn"
                assert not self.litter(), f"{which!r}: exit {code}, left {self.litter()}"
        print(f"stopped {3 * count} times by a signal: exit codes {codes}", flush=True)

    def race(self, count, source):
        ends = {}
        for number in range(count):
            self.start_over()
            first = self.run("new", self.out, sleep=1500)
            # Some start at once, most while the first one removes the old site.
            time.sleep(source.uniform(0, 0.9))
            second = self.run("new", self.out, sleep=200)
            codes = (first.wait(), second.wait())
            ends[codes] = ends.get(codes, 0) + 1
            assert set(codes) <= {0, 2} and 0 in codes, f"race {number}: {codes}, {self.errors()}"
            assert self.state(self.out) == self.states["new"], f"race {number}: {codes}, files are missing"
            assert not self.litter(), f"race {number}: left {self.litter()}"
        print(f"raced {count} pairs: exit codes {ends}", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("templates")
    parser.add_argument("work")
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--races", type=int, default=3)
    parser.add_argument("--every", type=int, default=1, help="kill at every N-th call only")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", help="one part: races, random, signals, calls, fallback or failures")
    arguments = parser.parse_args()
    # A process inherits blocked signals from the thread that starts it.
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    driver = Driver(arguments)
    source = random.Random(arguments.seed)
    parts = {
        "races": lambda: driver.race(arguments.races, source),
        "random": lambda: driver.kill_at_random(arguments.kills, source),
        "signals": lambda: driver.stop(max(2, arguments.kills // 10), source),
        "calls": lambda: driver.kill_at_each_call(arguments.every),
        "fallback": lambda: driver.kill_at_each_call(arguments.every, no_exchange=1),
        "failures": lambda: (
            driver.fail_at_each_call(arguments.every, 0),
            driver.fail_at_each_call(arguments.every, 10**6, no_exchange=1),
            driver.fail_at_each_call(arguments.every, 10**6) if arguments.every == 1 else None,
            driver.fail_at_each_call(arguments.every, 0, no_exchange=1) if arguments.every == 1 else None,
        ),
    }
    try:
        for name, part in parts.items():
            if arguments.only in (None, name):
                part()
    except AssertionError as error:
        print(f"FAILED: {error}", file=sys.stderr)
        return 1
    shutil.rmtree(driver.work, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
