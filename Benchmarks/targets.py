"""Measures each target for speed and memory in one run, and compares it with the value that it should have.

Usage: python3 Benchmarks/targets.py PLAYBOOK [--bench FOLDER] [--rounds N] [--quick] [--first-make SECONDS]

The folder of --bench (../shared/bench) contains the programs that `playbook` is compared with: a C program that only parses and writes,
Hugo, and a pipeline of Python packages. Folders are made on tmpfs. --quick takes a tenth of each, to see that the script runs. --first-make
measures `make` in a fresh clone and compares it with that many seconds. Quote ratios of one run; the machine must do nothing else.
"""
import argparse
import os
import pathlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
DAY = ["--as-of", "2026-11-22"]
LOWERED = ["--rule", "broken-link=warning"]
MB = 1024


class Run:
    """A command that has run: its seconds, its largest memory in kilobytes, and what it printed."""

    def __init__(self, command, cwd=ROOT, env=None):
        start = time.perf_counter()
        with tempfile.TemporaryFile() as output:
            process = subprocess.Popen([str(part) for part in command], cwd=cwd, stdout=output, stderr=subprocess.STDOUT, env=env)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            self.seconds = time.perf_counter() - start
            self.memory = usage.ru_maxrss
            output.seek(0)
            self.output = output.read().decode(errors="replace")
        if process.returncode:
            sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{self.output[-2000:]}")


def report(what, measured, target, is_met):
    print(f"{'ok  ' if is_met else 'MISS'} {what:<58} {measured:<34} target {target}", flush=True)


def median(runs):
    return statistics.median(run.seconds for run in runs)


def size(folder):
    return sum(file.stat().st_size for file in pathlib.Path(folder).rglob("*") if file.is_file())


def corpus_folder(place, corpus, copies):
    """The corpus as chapters, repeated as many times as requested."""
    content = place / f"content-{copies}"
    for copy in range(copies):
        shutil.copytree(corpus, content / f"chapters/c{copy:02}", ignore=shutil.ignore_patterns(".*"))
    return content


def build(options, content, output, *arguments):
    command = [options.playbook, "build", "--content", content, "--templates", ROOT / "site-templates", "--output", output]
    return Run(command + DAY + LOWERED + list(arguments))


def sites(options, place):
    copies = 4 if options.quick else 40
    script = Run(["bash", options.bench / "site.sh", options.playbook, copies, options.rounds])
    numbers = dict(re.findall(r"(floor|copy|playbook|hugo) ([\d.]+) s", script.output))
    floor, copy, ours, hugo = (float(numbers[name]) for name in ("floor", "copy", "playbook", "hugo"))
    chapters = 243 * copies
    print(f"     {chapters} chapters: floor {floor:.2f} s, copying the output {copy:.2f} s, Hugo {hugo:.2f} s, playbook {ours:.2f} s")
    report(f"cold build of {chapters:,} chapters", f"{ours / floor:.1f} x the floor", "6 x", ours <= 6 * floor)
    report("", f"{hugo / ours:.1f} x faster than Hugo", "5 x", hugo >= 5 * ours)

    corpus = options.bench.parent / "corpus/engineering-playbook"
    small, large = corpus_folder(place, corpus, 1), corpus_folder(place, corpus, copies)
    # Each into a folder of its own: a second build into the same one would find that nothing has changed.
    few = median([build(options, small, place / f"small-{number}") for number in range(options.rounds)])
    cold = [build(options, large, place / "large")]
    growth = (cold[0].seconds / copies) / few - 1
    report(f"time a chapter, from 243 to {chapters:,}", f"{growth:+.0%}", "+15 %", growth < 0.15)
    report("peak memory of it", f"{cold[0].memory / MB:.0f} MB", "250 MB", cold[0].memory < 250 * MB)
    site = place / "large/_site"
    written = size(site) / sum(file.stat().st_size for file in large.rglob("*.md"))
    search = sum(1 for file in (site / "search").rglob("*") if file.is_file()) if (site / "search").is_dir() else -1
    report("bytes written", f"{written:.1f} x the source", "5 x", written <= 5)
    report("files of the search", f"{search}", "600", 0 <= search < 600)

    second = build(options, large, place / "large")
    report("second build, nothing changed", f"{second.seconds / cold[0].seconds:.0%} of the cold one", "10 %",
           second.seconds <= 0.1 * cold[0].seconds)
    chapter = sorted(large.rglob("*.md"))[7]
    chapter.write_text(chapter.read_text() + "\nOne sentence more.\n")
    edited = build(options, large, place / "large")
    report("second build, one chapter edited", f"{edited.seconds / cold[0].seconds:.0%} of the cold one", "15 %",
           edited.seconds <= 0.15 * cold[0].seconds)


def digests(options, place):
    python = pathlib.Path(tempfile.gettempdir()) / "playbook-digest-venv"
    if not (python / "bin/python").exists():
        Run([sys.executable, "-m", "venv", python])
        Run([python / "bin/pip", "install", "--quiet", "jinja2", "css-inline", "cmarkgfm", "pyyaml"])
    rates = {}
    for accounts, limit in ((2_000, 250), (20_000, 500)):
        if options.quick:
            accounts //= 10
        library = place / f"library-{accounts}"
        Run([sys.executable, options.bench / "library.py", accounts, library])
        run = build(options, library, place / f"digests-{accounts}", "--only", "digests")
        messages = list((place / f"digests-{accounts}").rglob("*.eml"))
        rates[accounts] = len(messages) / run.seconds
        average = sum(file.stat().st_size for file in messages) / max(1, len(messages)) / 1000
        print(f"     {accounts:,} accounts: {len(messages):,} messages in {run.seconds:.1f} s, {rates[accounts]:,.0f} a second")
        report(f"peak memory, {accounts:,} accounts", f"{run.memory / MB:.0f} MB", f"{limit} MB", run.memory < limit * MB)
        if len(rates) == 1:
            report("size of a message", f"{average:.1f} KB", "30 KB", average < 30)
            pipeline = Run([python / "bin/python", options.bench / "digests.py", library, place / "python", 2_000])
            theirs = float(re.findall(r"(\d+) messages/s", pipeline.output)[-1])
            ratio = rates[accounts] / theirs
            report("messages a second", f"{ratio:.1f} x the Python pipeline", "15 x", ratio >= 15)
        else:
            first, last = rates.values()
            report("time a message, from 2,000 to 20,000 accounts", f"{first / last - 1:+.0%}", "+15 %", first / last < 1.15)
            check = Run([options.playbook, "check", "--content", library, *DAY])
            account = sorted((library / "accounts").iterdir())[3].stem
            explain = Run([options.playbook, "explain", account, "--content", library, *DAY])
            report(f"explain of one of {accounts:,} accounts", f"{explain.seconds / check.seconds:.2f} x check", "1.5 x",
                   explain.seconds < 1.5 * check.seconds)
        shutil.rmtree(place / f"digests-{accounts}")


def odd_input(options, place):
    sys.path.insert(0, str(ROOT / "Benchmarks"))
    from odd_input import SHAPES
    base = place / "odd"
    (base / "chapters").mkdir(parents=True)
    (base / "chapters/index.md").write_text("# Home\n")
    shutil.copy(ROOT / "content/playbook.yml", base / "playbook.yml")
    for shape, count in (("unknown columns", 1_400_000), ("broken links in a line", 200_000), ("bad rows, each its own", 3_000_000)):
        name, text = SHAPES[shape]
        (base / name).parent.mkdir(exist_ok=True)
        (base / name).write_text(text(count))
        start = time.perf_counter()
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        subprocess.run([options.playbook, "check", "--content", base, *DAY], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        seconds, memory = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        (base / name).unlink()
        note = "" if memory > before else " or less"
        report(f"{shape}, {count / 1e6:.1f} MB", f"{seconds:.2f} s, {memory / MB:.0f} MB{note}", "3 s, 500 MB", seconds < 3)


def start(options):
    seconds = statistics.median(Run([options.playbook, "--version"]).seconds for _ in range(20))
    report("playbook --version", f"{seconds * 1000:.1f} ms", "15 ms", seconds < 0.015)


def first_make(options, place):
    clone = place / "clone"
    Run(["git", "clone", "--quiet", ROOT, clone])
    seconds = Run(["make"], cwd=clone).seconds
    report("first make in a fresh clone", f"{seconds:.0f} s", f"{0.6 * options.first_make:.0f} s", seconds <= 0.6 * options.first_make)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("playbook", type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("--bench", type=lambda path: pathlib.Path(path).resolve(), default=ROOT.parent / "shared/bench")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--first-make", type=float)
    options = parser.parse_args()
    place = pathlib.Path(tempfile.mkdtemp(prefix="targets-", dir="/dev/shm"))
    try:
        start(options)
        odd_input(options, place)
        if options.bench.is_dir():
            sites(options, place)
            digests(options, place)
        else:
            print(f"SKIPPED: sites and digests, for there is no {options.bench}")
        if options.first_make:
            first_make(options, place)
    finally:
        shutil.rmtree(place)


main()
