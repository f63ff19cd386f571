"""Add marks to a plan that others add to at the same time; print how many saves were refused.

Run as: python adding_marks.py FILE NAME COUNT
"""

import sys
from pathlib import Path

from planner import storage
from planner.model.plan import from_json, to_json


def main():
    file, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    refused = done = 0
    while done < count:
        loaded = storage.read(file)
        values = to_json(loaded.plan)
        plan = from_json(values | {"marks": [*values.get("marks", []), f"{name}{done}"]})
        try:
            storage.save(plan, file, loaded.known)
        except storage.ChangedOnDisk:
            refused += 1
        else:
            done += 1
    sys.stdout.write(str(refused))


if __name__ == "__main__":
    main()
