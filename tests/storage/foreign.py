"""Plan files put together by hand from RELIABILITY's description, without the code under test."""

import hashlib
import json

PLAN_ID = "0f8fad5b-d9cb-469f-a165-70867728950e"


def plan_file(values, **header):
    """The bytes of a plan file; `header` replaces or adds keys, None leaves one out."""
    body = json.dumps(values, ensure_ascii=False).encode()
    keys = {
        "format": "plansmith-plan",
        "schema": 1,
        "min_reader": 1,
        "plan_id": PLAN_ID,
        "app": "0.1.0",
        "bytes": len(body),
        "sha256": hashlib.sha256(body).hexdigest(),
    } | header
    first = json.dumps({name: value for name, value in keys.items() if value is not None})
    return first.encode() + b"\n" + body
