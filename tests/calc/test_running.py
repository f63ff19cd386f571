"""The command as CALC.md words it: exit codes, files, batches."""

import io
import json
import subprocess
import sys

import pytest

from planner import calc

PHASING = {"budget_cents": 100, "weights": [1, 1, 1]}


def run(*arguments, text=""):
    out, err = io.StringIO(), io.StringIO()
    code = calc.run(list(arguments), io.StringIO(text), out, err, "en")
    return code, out.getvalue(), err.getvalue()


def test_from_standard_input():
    for arguments in (("phasing",), ("phasing", "-")):
        code, out, err = run(*arguments, text=json.dumps(PHASING))
        assert (code, err) == (0, "")
        assert json.loads(out) == {"cents": [34, 33, 33], "warnings": []}


def test_from_a_file(tmp_path):
    file = tmp_path / "in.json"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(PHASING).encode())
    code, out, _ = run("phasing", str(file))
    assert (code, json.loads(out)["cents"]) == (0, [34, 33, 33])


def test_help_lists_every_method():
    code, out, _ = run("--help")
    assert code == 0
    assert all(f"  {name}\n" in out for name in ("funnel", "romi", "phasing"))


@pytest.mark.parametrize("arguments", [(), ("--x",), ("romi", "a", "b"), ("nonsense",)])
def test_wrong_usage(arguments):
    code, out, err = run(*arguments, text="{}")
    assert (code, out) == (2, "")
    assert err.endswith(".\n")


def test_a_file_that_cannot_be_read(tmp_path):
    for name in (str(tmp_path / "no.json"), str(tmp_path), "a\0b"):
        code, out, err = run("romi", name)
        assert (code, out) == (5, "")
        assert name in err


@pytest.mark.parametrize("text", ["", "{", "[1]", "3", "[" * 100_000])
def test_what_is_no_object_is_invalid_input(text):
    code, out, err = run("romi", text=text)
    assert (code, err, out.count("\n")) == (3, "", 1)
    error = json.loads(out)["error"]
    assert set(error) == {"field", "message"}
    assert error["field"] == "input"


def test_bytes_that_are_no_text(tmp_path):
    file = tmp_path / "in.json"
    file.write_bytes(b"\xff\xfe\x00")
    code, out, _ = run("romi", str(file))
    assert (code, json.loads(out)["error"]["field"]) == (3, "input")


def test_a_batch_goes_on_after_an_error():
    items = [
        {"method": "phasing", "input": PHASING},
        {"method": "phasing", "input": {"budget_cents": 100}},
        {"method": "nonsense", "input": {}},
        {"input": {}},
        {"method": "phasing"},
        {"method": "phasing", "input": PHASING, "more": 1},
        7,
        {"method": ["a"], "input": {}},
        {"method": "phasing", "input": PHASING},
    ]
    code, out, _ = run("--batch", text=json.dumps(items))
    results = json.loads(out)
    assert code == 0
    assert results[0] == results[-1] == {"cents": [34, 33, 33], "warnings": []}
    fields = [result["error"]["field"] for result in results[1:-1]]
    assert fields == ["weights", "method", "method", "input", "more", "input", "method"]


def test_a_batch_must_be_an_array():
    code, out, _ = run("--batch", text="{}")
    assert (code, json.loads(out)["error"]["field"]) == (3, "input")


def test_ids_in_any_script():
    data = {"tasks": [{"id": "ყავა \ud800", "quantity": 1, "unit_cost": -1}]}
    code, out, _ = run("objective-and-task", text=json.dumps(data))
    assert code == 3
    assert "ყავა" in out
    assert out.encode("utf-8")


def test_plain_methods_load_no_numpy():
    script = (
        "import sys; from planner import calc;"
        "calc.compute('phasing', {'budget_cents': 1, 'weights': [1]});"
        "heavy = {'numpy', 'pydantic', 'PySide6', 'matplotlib', 'jinja2', 'babel'};"
        "sys.exit(','.join(heavy & set(sys.modules)) or None)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_batch_of_the_page():
    items = [{"method": "roc-weights", "input": {"n": n}} for n in (1, 0)]
    code, out, _ = run("--batch", text=json.dumps(items))
    assert code == 0
    assert json.loads(out) == [
        {"weights": [1], "warnings": []},
        {"error": {"field": "n", "message": "n is 0; at least 1 item is needed."}},
    ]


def test_the_refusal_of_the_page():
    data = {"items": [{"id": "price", "points": -5}]}
    code, out, _ = run("swing-weights", text=json.dumps(data))
    message = "Points of price are −5; a weight is 0 or more."
    assert (code, json.loads(out)) == (
        3,
        {"error": {"field": "items[0].points", "message": message}},
    )
