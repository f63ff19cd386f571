"""Kill a process that saves in a tight loop, again and again; print what became of the file.

Run as: python saving_until_killed.py FILE ROUNDS LONGEST_MS
"""

import json
import os
import random
import signal
import struct
import sys
import time
from pathlib import Path

from planner import storage
from planner.model.plan import from_json

FILLER = [f"line {n} of what was written, ასე და ისე" for n in range(800)]


def plan_of(count):
    return from_json({"meta": {"title": f"save {count}"}, "count": count, "filler": FILLER})


def save_for_ever(file, known, count, pipe):
    while True:
        count += 1
        known = storage.save(plan_of(count), file, known)
        os.write(pipe, struct.pack("q", count))


def acknowledged(pipe, count):
    with os.fdopen(pipe, "rb") as stream:
        data = stream.read()
    return struct.unpack("q", data[-8:])[0] if len(data) >= 8 else count


def one_round(file, loaded, longest):
    """The last acknowledged number of a process killed at a random moment."""
    count = loaded.plan.count
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            save_for_ever(file, loaded.known, count, writing)
        finally:
            os._exit(1)
    os.close(writing)
    time.sleep(random.uniform(0, longest))
    os.kill(process, signal.SIGKILL)
    status = os.waitpid(process, 0)[1]
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0, acknowledged(reading, count)


def names_beside(file):
    return [one.name for one in file.parent.iterdir()]


def main():
    file, rounds, longest = Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]) / 1000
    storage.write_new(plan_of(0), file)
    seen = {"rounds": rounds, "saves": 0, "unreadable": 0, "lost": 0, "strays": 0, "failed": 0}
    now = storage.read(file)
    for _ in range(rounds):
        before = now
        signalled, told = one_round(file, before, longest)
        seen["strays"] += len(names_beside(file)) - 1
        seen["failed"] += signalled != signal.SIGKILL
        seen["saves"] += told - before.plan.count
        try:
            now = storage.read(file)
        except storage.StorageError:
            seen["unreadable"] += 1
            break
        seen["lost"] += now.plan != plan_of(now.plan.count) or now.plan.count < told
    seen["left"] = names_beside(file)
    sys.stdout.write(json.dumps(seen))


if __name__ == "__main__":
    main()
