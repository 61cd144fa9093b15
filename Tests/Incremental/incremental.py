"""Compares a build that remembers the last one with a build that starts from nothing, after random changes.

Usage: incremental.py PLAYBOOK CONTENT TEMPLATES [--sequences N] [--steps N] [--seed N]

In each sequence a copy of the content is built, then changed a few times: chapters, snippets, accounts, settings, templates, the day, the
published files, the record of the last build. After each step, both builds must have the same exit code, print the same, and write the same
bytes in every file. A file whose bytes did not change must keep its inode and its time. CONTENT may be `generated` for a generated library.
"""
import argparse
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time


def generated(folder, count=40):
    """A library of chapters that link to one another, without accounts."""
    folder.mkdir(parents=True)
    (folder / "playbook.yml").write_text("site:\n  title: Made up\n  base_url: https://playbook.example/\n")
    for number in range(count):
        path = folder / "chapters" / f"part-{number % 5}" / f"page-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        other = (number * 7 + 3) % count
        path.write_text(
            f"---\ntitle: Page {number}\ntags: [t{number % 3}]\n---\n\n# Page {number}\n\n"
            f"See [another](../part-{other % 5}/page-{other}.md#steps).\n\n## Steps\n\nDo {number} things.\n")
    for part in range(5):
        (folder / "chapters" / f"part-{part}" / "index.md").write_text(f"# Part {part}\n\nAll of part {part}.\n")
    (folder / "chapters" / "index.md").write_text("# Made up\n\nWelcome.\n")


class Sequence:
    def __init__(self, options, number, place):
        self.options = options
        self.random = random.Random(f"{options.seed}-{number}")
        self.content = place / "content"
        self.templates = place / "templates"
        self.output = place / "output-kept"
        self.clean = place / "output-clean"
        self.day = 22
        if options.content == "generated":
            generated(self.content)
        else:
            shutil.copytree(options.content, self.content)
        shutil.copytree(options.templates, self.templates)
        self.output.mkdir()
        self.done = []
        self.taken_over = 0

    def files(self, pattern):
        return sorted(path for path in self.content.glob(pattern) if path.is_file())

    def any(self, pattern):
        files = self.files(pattern)
        return self.random.choice(files) if files else None

    def rewrite(self, path, change):
        if path:
            path.write_text(change(path.read_text()))

    # The name of each change says what somebody does.

    def edit_chapter(self):
        word = self.random.choice(["bearing", "spindle", "night shift", "café"])
        self.rewrite(self.any("chapters/**/*.md"), lambda text: text + f"\nOne more sentence about the {word}.\n")

    def edit_two_chapters(self):
        self.edit_chapter()
        self.edit_chapter()

    def shorten_chapter(self):
        """Removes the last paragraph, and with it words of the search, links and findings."""
        self.rewrite(self.any("chapters/**/*.md"), lambda text: text.rstrip().rpartition("\n\n")[0] + "\n")

    def include_chapter(self):
        other = self.any("chapters/**/*.md")
        path = self.any("chapters/**/*.md")
        if path and path != other:
            self.rewrite(path, lambda text: text + f"\n<!-- include: {os.path.relpath(other, path.parent)} -->\n")

    def break_markup(self):
        """Adds a finding that moves when the text above it is edited."""
        self.rewrite(self.any("chapters/**/*.md"), lambda text: text + "\n<div onclick=\"x\">raw</div>\n\n![a](gone.png)\n")

    def edit_first_line(self):
        self.rewrite(self.any("chapters/**/*.md"), lambda text: text.replace("\n\n", "\n\nA new paragraph.\n\n", 1))

    def add_heading(self):
        self.rewrite(self.any("chapters/**/*.md"), lambda text: text + f"\n## More {self.random.randrange(99)}\n\nText.\n")

    def change_title(self):
        self.rewrite(self.any("chapters/**/*.md"), lambda text: text.replace("title: ", "title: New ", 1))

    def break_link(self):
        self.rewrite(self.any("chapters/**/*.md"), lambda text: text + "\nSee [this](missing.md).\n")

    def add_chapter(self):
        folder = self.any("chapters/**/*.md").parent
        (folder / f"new-{self.random.randrange(999)}.md").write_text("# New\n\nA [way](index.md) back.\n")

    def delete_chapter(self):
        path = self.any("chapters/**/*.md")
        if path:
            path.unlink()

    def rename_chapter(self):
        path = self.any("chapters/**/*.md")
        if path:
            path.rename(path.with_name(f"renamed-{self.random.randrange(999)}.md"))

    def add_alias(self):
        self.rewrite(self.any("chapters/**/*.md"), lambda text: text.replace("---\n", f"---\naliases: [old-{self.random.randrange(99)}]\n", 1)
                     if text.startswith("---\n") and "aliases" not in text else text)

    def edit_snippet(self):
        self.rewrite(self.any("snippets/*.md"), lambda text: text + "\nIt was measured again.\n")

    def delete_snippet(self):
        path = self.any("snippets/*.md")
        if path:
            path.unlink()

    def edit_account(self):
        self.rewrite(self.any("accounts/*.yml"), lambda text: text.replace("name: ", "name: New ", 1))

    def delete_table(self):
        path = self.any("readings/*.csv")
        if path and self.random.random() < 0.3:
            path.unlink()

    def edit_settings(self):
        self.rewrite(self.content / "playbook.yml", lambda text: text.replace("title: ", "title: Our ", 1))

    def edit_template(self):
        path = self.templates / self.random.choice(["site/page.mustache", "site/assets/site.css", "email/digest.txt.mustache"])
        if path.exists():
            end = "\n/* changed */\n" if path.suffix == ".css" else "\n"
            self.rewrite(path, lambda text: text + end)

    def move_clock(self):
        self.day = self.random.randrange(1, 31)

    def touch_all(self):
        for path in self.files("**/*"):
            os.utime(path)

    def same_bytes_and_time(self):
        """A change that keeps the size and restores the time of the bytes."""
        path = self.any("chapters/**/*.md")
        if path:
            status = path.stat()
            self.rewrite(path, lambda text: text.replace("the ", "eht ", 1))
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    def edit_output(self):
        # Without the program's mark, the folder belongs to somebody else, and the build refuses to replace it.
        files = sorted(file for file in self.output.glob("_*/**/*") if file.is_file() and file.name != ".made-by-playbook")
        path = self.random.choice(files)
        choice = self.random.randrange(4)
        if choice == 0:
            path.write_bytes(path.read_bytes() + b"edited")
        elif choice == 1:
            path.unlink()
        elif choice == 2:
            (path.parent / "extra.txt").write_text("not from here")
        else:
            path.chmod(0o600)

    def damage_record(self):
        path = self.output / ".playbook" / self.random.choice(["build", "build-chapters"])
        if path.exists():
            data = bytearray(path.read_bytes())
            data[self.random.randrange(len(data))] ^= 0x55
            path.write_bytes(bytes(data))

    def forget(self):
        shutil.rmtree(self.output / ".playbook", ignore_errors=True)

    def nothing(self):
        pass

    changes = [
        edit_chapter, edit_chapter, edit_chapter, edit_two_chapters, edit_first_line, edit_first_line, shorten_chapter,
        include_chapter, break_markup, add_heading, change_title, break_link, add_chapter, delete_chapter, rename_chapter, add_alias,
        edit_snippet, delete_snippet, edit_account, delete_table, edit_settings, edit_template, move_clock, touch_all,
        same_bytes_and_time, edit_output, damage_record, forget, nothing, nothing]

    def build(self, output):
        """The exit code and what is printed; and the table of steps, which differs between the two builds."""
        command = [self.options.playbook, "build", "--content", "content", "--templates", "templates", "--output", output.name,
                   "--as-of", f"2026-11-{self.day:02}", "--rule", "broken-link=warning", "--no-sync", "--timings"]
        run = subprocess.run(command, cwd=self.content.parent, capture_output=True, text=True)
        # Only one of the two builds reports on the record.
        said, _, timings = ("\n" + run.stderr.replace(output.name, "OUTPUT")).partition("\nstep ")
        errors = [line for line in said.splitlines() if line and "/.playbook/" not in line]
        return (run.returncode, run.stdout.replace(output.name, "OUTPUT"), errors), timings

    def tree(self, output):
        """All files of the outputs except the program's mark: bytes, mode, inode and time."""
        found = {}
        for path in sorted(output.glob("_*/**/*")):
            if path.is_file() and path.name != ".made-by-playbook":
                status = path.stat()
                found[str(path.relative_to(output))] = (path.read_bytes(), status.st_mode, status.st_ino, status.st_mtime_ns)
        return found

    def step(self, change):
        if change:
            change(self)
            self.done.append(change.__name__)
            if self.random.random() < 0.8:
                # Otherwise the change would be so recent that the build is not remembered.
                time.sleep(0.06)
        before = self.tree(self.output)
        kept, timings = self.build(self.output)
        self.taken_over += "taking over" in timings
        shutil.rmtree(self.clean, ignore_errors=True)
        self.clean.mkdir()
        clean, _ = self.build(self.clean)
        after = self.tree(self.output)
        if kept != clean:
            return f"the builds end differently:\n{kept}\n{clean}"
        if kept[0] == 0:
            expected = self.tree(self.clean)
            for path in sorted(set(after) | set(expected)):
                if after.get(path, ())[:2] != expected.get(path, ())[:2]:
                    return f"{path} is not that of a build from nothing"
        elif after != before:
            return "a build that was refused has changed something"
        for path in set(before) & set(after):
            if before[path][:2] == after[path][:2] and before[path] != after[path]:
                return f"{path} did not change and is another file"
        return None

    def run(self):
        problem = self.step(None)
        for _ in range(self.options.steps):
            if problem:
                break
            problem = self.step(self.random.choice(self.changes))
        return problem and f"after {', '.join(self.done) or 'the first build'}: {problem}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("playbook", type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("content", type=lambda path: path if path == "generated" else pathlib.Path(path).resolve())
    parser.add_argument("templates", type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("--sequences", type=int, default=3)
    parser.add_argument("--steps", type=int, default=4)
    parser.add_argument("--seed", default="1")
    options = parser.parse_args()
    failures = 0
    taken_over = 0
    for number in range(options.sequences):
        with tempfile.TemporaryDirectory() as place:
            sequence = Sequence(options, number, pathlib.Path(place))
            problem = sequence.run()
            taken_over += sequence.taken_over
        if problem:
            failures += 1
            print(f"sequence {options.seed}-{number}, {problem}", flush=True)
    print(f"{options.sequences} sequences of {options.steps} changes, {failures} failed; {taken_over} builds took over the last site")
    sys.exit(1 if failures else 0)


main()
