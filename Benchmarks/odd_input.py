"""Shows whether odd input costs time and memory in proportion to its size: `check` of one odd file, from 10 KB to 10 MB.

Usage: python3 Benchmarks/odd_input.py PLAYBOOK [--largest BYTES] [--only SHAPE] [--format FORMAT]

Each line is one shape at one size: seconds, the largest memory of the process, and the time and memory for each byte of the file, beyond
those of the same folder without it. The columns should stay flat: a byte in a large file should cost as much as in a small one.
"""
import argparse
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
SIZES = [10_000, 100_000, 1_000_000, 10_000_000]
LIMIT = 60
READINGS = "account,kpi,month,value\n"
ACCOUNT = "name: Contoso Motors\nindustry: food\nstage: adopt\nowner: priya\n"


def repeated(piece, size):
    """As many different pieces as fit: piece(0), piece(1), ..."""
    parts, length, number = [], 0, 0
    while length < size:
        parts.append(piece(number))
        length += len(parts[-1].encode())
        number += 1
    return "".join(parts)


def front_matter(keys):
    return f"---\n{keys}\n---\n# X\n"


# The name of the shape: the file and its text of about that many bytes.
SHAPES = {
    "unknown columns": ("readings/x.csv", lambda n: READINGS[:-1] + repeated(lambda i: f",c{i}", n) + "\n"),
    "bad rows, each its own": (
        "readings/x.csv", lambda n: READINGS + repeated(lambda i: f"nobody-{i},oee,2026-01,80\n", n)),
    "bad rows, all alike": ("readings/x.csv", lambda n: READINGS + repeated(lambda i: "nobody,oee,2026-01,80\n", n)),
    "ragged rows": ("readings/x.csv", lambda n: READINGS + repeated(lambda i: "acme,oee,2026-01\n", n)),
    "duplicate readings": ("readings/x.csv", lambda n: READINGS + repeated(lambda i: "acme,oee,2026-01,80\n", n)),
    "bad suppressions": (
        "suppressions.csv", lambda n: "address,reason,date\n" + repeated(lambda i: f"nobody {i},left,2026-01-01\n", n)),
    "broken links in a line": ("chapters/x.md", lambda n: "# X\n\n" + repeated(lambda i: "[a](nope.md) ", n) + "\n"),
    "broken links in lines": ("chapters/x.md", lambda n: "# X\n\n" + repeated(lambda i: f"[a](nope-{i}.md)\n", n)),
    "unknown keys": ("accounts/x.yml", lambda n: ACCOUNT + repeated(lambda i: f"k{i}: 1\n", n)),
    "duplicate keys": ("accounts/x.yml", lambda n: ACCOUNT + repeated(lambda i: "name: A\n", n)),
    "known roles": ("chapters/x.md", lambda n: front_matter(f"roles: [{repeated(lambda i: 'operator, ', n)}operator]")),
    "unknown roles": ("chapters/x.md", lambda n: front_matter(f"roles: [{repeated(lambda i: f'r{i}, ', n)}r]")),
    "long name": ("accounts/x.yml", lambda n: f"name: {'n' * n}\n"),
    "contacts": (
        "accounts/x.yml", lambda n: ACCOUNT + "contacts:\n" + repeated(
            lambda i: f"  - {{name: Ana Silva, email: a{i}@contoso.example, roles: [operator]}}\n", n)),
    "words": ("chapters/x.md", lambda n: "# X\n\n" + repeated(lambda i: "word ", n) + "\n"),
}


def run(playbook, folder, form):
    """The seconds and the most memory in bytes of one check; None if it takes more than a minute."""
    started = time.monotonic()
    command = [playbook, "check", "--content", str(folder), "--as-of", "2026-11-22", "--format", form]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while True:
        finished, status, usage = os.wait4(process.pid, os.WNOHANG)
        if finished:
            break
        if time.monotonic() - started > LIMIT:
            process.kill()
            process.wait()
            return None
        time.sleep(0.002)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"check ended with {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - started, usage.ru_maxrss * 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("playbook")
    parser.add_argument("--largest", type=int, default=SIZES[-1])
    parser.add_argument("--only", choices=SHAPES)
    parser.add_argument("--format", default="text")
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    print(f"{'shape':24} {'bytes':>10} {'s':>7} {'MB':>6} {'ns/byte':>8} {'B/byte':>7}")
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place) / "content"
        shutil.copytree(ROOT / "Tests/Fixtures/Rules/base", folder)
        (folder / "accounts").mkdir()
        (folder / "accounts/acme.yml").write_text(ACCOUNT)
        empty = min(run(options.playbook, folder, options.format) for _ in range(3))
        for name, (file, text) in SHAPES.items():
            if options.only not in (None, name):
                continue
            for size in [size for size in SIZES if size <= options.largest]:
                path = folder / file
                path.parent.mkdir(exist_ok=True)
                written = os.fork()
                if not written:  # A process counts its parent's memory until it starts its program, so the parent stays small.
                    path.write_text(text(size))
                    os._exit(0)
                os.waitpid(written, 0)
                length = path.stat().st_size
                result = run(options.playbook, folder, options.format)
                path.unlink()
                if result is None:
                    print(f"{name:24} {length:10,} more than {LIMIT} s", flush=True)
                    break
                seconds, memory = result
                nanoseconds = max(0, seconds - empty[0]) / length * 1e9
                print(
                    f"{name:24} {length:10,} {seconds:7.2f} {memory / 1e6:6.0f} {nanoseconds:8.0f}"
                    f" {max(0, memory - empty[1]) / length:7.1f}", flush=True)


if __name__ == "__main__":
    main()
