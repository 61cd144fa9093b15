"""Runs a program on a terminal of its own and prints, as JSON, its exit code and every byte that the terminal got.

usage: terminal.py both|errors COLUMNS NAME=VALUE... -- PROGRAM ARGUMENT...

both: standard output and standard error are the terminal; errors: only standard error. Variables are set in the program's environment; one
without a value is removed.
"""

import fcntl
import json
import os
import struct
import subprocess
import sys
import termios
import threading

streams, columns = sys.argv[1], int(sys.argv[2])
end = sys.argv.index("--")
environment = dict(os.environ, TERM="xterm")
for name in ["CI", "NO_COLOR"]:
    environment.pop(name, None)
for setting in sys.argv[3:end]:
    name, _, value = setting.partition("=")
    environment[name] = value
ours, theirs = os.openpty()
fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
output = theirs if streams == "both" else subprocess.PIPE
program = subprocess.Popen(
    sys.argv[end + 1:], stdin=subprocess.DEVNULL, stdout=output, stderr=theirs, env=environment)
os.close(theirs)
shown = bytearray()


def read():
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            return
        if not part:
            return
        shown.extend(part)


reader = threading.Thread(target=read)
reader.start()
written = program.stdout.read() if program.stdout else b""
code = program.wait()
reader.join()
print(json.dumps({"code": code, "terminal": shown.decode(), "output": written.decode()}))
