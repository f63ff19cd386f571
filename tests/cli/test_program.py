"""The command line as its contract has it: data, talk and exit codes."""

import hashlib
import json
import re
import zipfile

import jsonschema
import pytest

from tests.nightly import NIGHTLY


def test_help_and_version(program):
    assert program("--help").returncode == 0
    shown = program("--version")
    assert shown.returncode == 0
    assert re.fullmatch(r"plansmith \d+\.\d+\.\d+\n", shown.stdout)


def test_new_makes_a_blank_plan_and_refuses_an_existing_file(program, tmp_path):
    file = tmp_path / "a.mktplan"
    assert program("new", file).returncode == 0
    again = program("new", file)
    assert again.returncode == 1
    assert str(file) in again.stderr
    assert again.stdout == ""
    shown = json.loads(program("show", file).stdout)
    assert shown["business"]["company"]["name"] is None
    assert shown["business"]["offerings"] == []
    assert shown["meta"]["period"] is None


def test_samples_and_kinds(program):
    rows = json.loads(program("samples", "--json").stdout)
    assert [row["name"] for row in rows] == ["local-service"]
    assert set(rows[0]) == {"name", "title", "language", "currency"}
    assert program("samples").stdout.startswith("local-service\t")
    kinds = json.loads(program("kinds", "--json").stdout)
    assert kinds == [
        {"name": "annual", "title": "Annual marketing plan", "formats": ["docx", "pdf"]}
    ]


def test_fields_lists_every_question(program):
    rows = json.loads(program("fields", "--json").stdout)
    assert len(rows) == 927
    by_path = {row["path"]: row for row in rows}
    price = by_path["business.offerings[*].price"]
    assert (price["type"], price["depth"]) == ("money", "E")
    assert by_path["promotion.channels[*].unit_cost"]["type"] == "estimate(money)"
    assert by_path["business.goals[*].owner"]["type"] == "ref→promotion.people"
    assert by_path["meta.document.formats"]["type"] == "list of choice"
    assert "EUR" in by_path["meta.currency"]["choices"]
    assert set(price) == {
        "path", "type", "depth", "question", "why", "example", "unit", "choices",
    }  # fmt: skip


def test_set_and_show_round_trip(program, plan_file):
    cases = [
        ("business.company.name", "Moveo Plus", "Moveo Plus"),
        ("business.offerings[sports-massage].price", "36.5", "36.50"),
        ("business.offerings[sports-massage].price", "36.505", "36.505"),
        ("market.growth", "0.07", 0.07),
        ("meta.period", '["2027-01", "2027-06"]', ["2027-01", "2027-06"]),
        ("business.goals[revenue-2027].date", "2027-06-30", "2027-06-30"),
        ("business.last_year.had_plan", "false", False),
        ("business.company.sells_to", '["people"]', ["people"]),
        ("promotion.channels[email].owner", "mihai", "mihai"),
        ("promotion.channels[email].months[2027-03].budget", "12", "12.00"),
        (
            "promotion.channels[email].unit_cost",
            '{"low": 0.01, "base": "0.02"}',
            {"low": "0.01", "base": "0.02", "high": None},
        ),
        ("market.growth", "null", None),
    ]
    for path, value, expected in cases:
        done = program("set", plan_file, path, value)
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
        assert json.loads(program("show", plan_file, path).stdout) == expected


def test_set_inserts_and_removes_members(program, plan_file):
    member = '{"name": "Sauna", "price": "12", "unit": "visit"}'
    assert program("set", plan_file, "business.offerings[sauna]", member).returncode == 0
    shown = json.loads(program("show", plan_file, "business.offerings[sauna]").stdout)
    assert (shown["id"], shown["price"]) == ("sauna", "12.00")
    gone = program("set", plan_file, "promotion.people[mihai]", "null")
    assert gone.returncode == 0
    assert "promotion.channels[seo].owner" in gone.stderr
    assert program("show", plan_file, "promotion.people[mihai]").returncode == 3


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("business.offerings[sports-massage].price", "-1"),
        ("business.offerings[sports-massage].price", "NaN"),
        ("market.growth", "9"),
        ("market.growth", "lots"),
        ("business.goals[revenue-2027].date", "31.12.2027"),
        ("business.goals[revenue-2027].owner", "nobody"),
        ("business.goals[revenue-2027].metric", "luck"),
        ("business.company.nam", "x"),
        ("business.offerings[gold].price", "1"),
        ("business.months[2027-13].revenue", "1"),
        ("competitors.own.ratings[taste].score", "3"),
        ("meta.title", "x" * 91),
        ("meta.currency", "DOLLARS"),
        ("not a path", "1"),
        ("promotion.channels[search-ads].unit_cost.low", "5"),
    ],
)
def test_what_breaks_a_declaration_exits_3_and_leaves_the_file(program, plan_file, path, value):
    before = plan_file.read_bytes()
    done = program("set", plan_file, path, value)
    assert done.returncode == 3
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert str(plan_file) in done.stderr
    assert plan_file.read_bytes() == before


def test_a_new_currency_converts_nothing_and_says_so(program, plan_file):
    done = program("set", plan_file, "meta.currency", "JPY")
    assert done.returncode == 0
    assert "converted" in done.stderr
    price = program("show", plan_file, "business.offerings[sports-massage].price").stdout
    assert json.loads(price) == "36"


@pytest.mark.parametrize("damage", ["missing", "foreign", "newer", "cut", "flipped"])
def test_what_is_not_a_whole_plan_of_ours_exits_5(program, plan_file, tmp_path, damage):
    text = plan_file.read_text("utf-8")
    file = tmp_path / "bad.mktplan"
    if damage == "foreign":
        file.write_text("PK\x03\x04 not a plan", "utf-8")
    elif damage == "newer":
        file.write_text(text.replace('"min_reader":1', '"min_reader":99', 1), "utf-8")
    elif damage == "cut":
        file.write_text(text[: len(text) // 2], "utf-8")
    elif damage == "flipped":
        file.write_text(text.replace("Moveo", "Novae", 1), "utf-8")
    for command in (["show", file], ["review", file], ["set", file, "meta.title", "x"]):
        done = program(*command)
        assert done.returncode == 5, command
        assert "Traceback" not in done.stderr
        assert "bad.mktplan" in done.stderr
    assert program("check", file).returncode == 5


def test_check_says_that_a_whole_plan_is_whole(program, plan_file):
    assert program("check", plan_file).returncode == 0


def test_review(program, plan_file):
    found = json.loads(program("review", plan_file, "--json").stdout)
    keys = {"id", "severity", "path", "step", "message", "reason"}
    assert all(set(finding) == keys for finding in found)
    assert program("review", plan_file).returncode == 0
    assert program("review", plan_file, "--strict").returncode == 4


def test_analyze_feeds_calc_with_what_it_printed(program, plan_file):
    analysis = json.loads(program("analyze", plan_file, "--json").stdout)
    assert {"funnel", "romi", "competitive-profile", "tam-sam-som", "technology-gap"} <= set(
        analysis
    )
    batch = [
        {"method": method, "input": run["input"]}
        for method, runs in analysis.items()
        if method != "missing"
        for run in runs
    ]
    results = [
        run["result"] for method, runs in analysis.items() if method != "missing" for run in runs
    ]
    done = program("calc", "--batch", stdin=json.dumps(batch))
    assert json.loads(done.stdout) == results
    assert all(set(gap) == {"method", "paths"} for gap in analysis["missing"])


def test_the_sample_computes_what_its_books_say(program, plan_file):
    analysis = json.loads(program("analyze", plan_file, "--json").stdout)
    size = analysis["tam-sam-som"][0]["result"]
    assert (round(size["tam"]), round(size["sam"]), round(size["som"])) == (
        8712000,
        2352240,
        258746,
    )
    assert (round(size["bottom_up_sam"]), round(size["bottom_up_som"])) == (2178540, 239639)
    search = analysis["funnel"][0]["result"]["channels"][0]
    # 4,800 / 0.90 = 5,333 clicks x 6 % x 35 % = 112 customers; x 42 x 6.5 = 30,576
    assert round(search["visits"]) == 5333
    assert round(search["customers"]) == 112
    assert round(search["revenue"]) == 30576
    # media 4,800 + fee 12 x 250 + numbers 12 x 25
    assert search["spend"] == 8100
    cents = analysis["phasing"][0]["result"]["cents"]
    assert sum(cents) == 480000


def test_calc(program):
    done = program("calc", "phasing", stdin='{"budget_cents": 100, "weights": [1, 1, 1]}')
    assert json.loads(done.stdout)["cents"] == [34, 33, 33]
    wrong = program("calc", "phasing", stdin='{"budget_cents": 100, "weights": [1, -1]}')
    assert wrong.returncode == 3
    assert json.loads(wrong.stdout)["error"]["field"] == "weights[1]"
    assert program("calc", "nothing", stdin="{}").returncode == 2
    assert program("calc", "phasing", "missing.json").returncode == 5
    assert program("calc", "--help").returncode == 0


def test_schema_accepts_the_sample(program, plan_file):
    schema = json.loads(program("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    plan = json.loads(program("show", plan_file).stdout)
    jsonschema.Draft202012Validator(schema).validate(plan)
    plan["business"]["offerings"][0]["price"] = -5
    assert not jsonschema.Draft202012Validator(schema).is_valid(plan)


@pytest.mark.parametrize(
    "arguments",
    [
        ["shwo", "x"], ["show"], ["write", "p.mktplan"], ["new"], ["--nope"],
        ["review", "p", "--nope"],
    ],
)  # fmt: skip
def test_wrong_usage_exits_2(program, arguments):
    done = program(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_write_names_its_files(program, plan_file, tmp_path):
    out = tmp_path / "out"
    program("set", plan_file, "meta.depth", "essential")
    done = program("write", plan_file, "--kind", "annual", "--format", "docx,pdf", "--out", out)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        str(out / "moveo-annual.docx"), str(out / "moveo-annual.pdf"),
    ]  # fmt: skip
    with zipfile.ZipFile(out / "moveo-annual.docx") as package:
        assert package.testzip() is None
    assert (out / "moveo-annual.pdf").read_bytes().startswith(b"%PDF-")
    wrong = program(
        "write", plan_file, "--kind", "annual", "--format", "pdf", "--out", tmp_path / "a.docx"
    )
    assert wrong.returncode == 2
    for bad in (["--kind", "novel", "--format", "pdf"], ["--kind", "annual", "--format", "odt"]):
        refused = program("write", plan_file, *bad, "--out", out)
        assert refused.returncode == 2
        assert "Traceback" not in refused.stderr


def test_the_same_plan_gives_the_same_bytes(program, plan_file, tmp_path):
    depth = "thorough" if NIGHTLY else "essential"
    program("set", plan_file, "meta.depth", depth)
    digests = set()
    for seed, zone in (("0", "UTC"), ("77", "Asia/Tbilisi")):
        out = tmp_path / seed
        env = {"SOURCE_DATE_EPOCH": "1796083200", "PYTHONHASHSEED": seed, "TZ": zone}
        done = program(
            "write", plan_file, "--kind", "annual", "--format", "docx,pdf", "--out", out, env=env
        )
        assert done.returncode == 0, done.stderr
        files = sorted(out.iterdir())
        digests.add(tuple(hashlib.sha256(file.read_bytes()).hexdigest() for file in files))
    assert len(digests) == 1


def test_nothing_but_the_window_imports_qt(program, plan_file):
    probe = (
        "import sys; sys.argv = ['plansmith', 'review', sys.argv[1]]; import runpy\n"
        "try: runpy.run_path('main.py', run_name='__main__')\n"
        "except SystemExit: pass\n"
        "heavy = ('PySide6', 'matplotlib', 'docx', 'typst')\n"
        "print([m for m in sys.modules if m.startswith(heavy)])"
    )
    import subprocess
    import sys

    from tests.cli.conftest import ROOT

    done = subprocess.run(
        [sys.executable, "-c", probe, str(plan_file)],
        capture_output=True, text=True, cwd=ROOT, check=True, timeout=60,
    )  # fmt: skip
    assert done.stdout.splitlines()[-1] == "[]"


def test_without_a_display_the_window_is_refused_in_a_sentence(plan_file, monkeypatch, capsys):
    from planner.cli import main

    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([str(plan_file)], open_window=lambda _: 0) == 1
    assert "display" in capsys.readouterr().err
    monkeypatch.setenv("DISPLAY", ":1")
    assert main([str(plan_file)], open_window=lambda _: 0) == 0
    assert main([str(plan_file.with_name("none.mktplan"))], open_window=lambda _: 0) == 5


def test_write_takes_a_brand(program, plan_file, tmp_path):
    file = tmp_path / "house.toml"
    file.write_text('[colours]\naccent = "#7A1F3D"\n')
    out = tmp_path / "plan.docx"
    done = program(
        "write", plan_file, "--kind", "annual", "--format", "docx", "--out", out, "--brand", file
    )
    assert done.returncode == 0
    assert b"7A1F3D" in zipfile.ZipFile(out).read("word/styles.xml")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ('[colours]\naccent = "red"', 3, "house.toml: colours.accent: a colour is wanted"),
        (None, 1, "house.toml can’t be read (No such file or directory)"),
    ],
)
def test_a_brand_that_cannot_be_used_writes_nothing(
    program, plan_file, tmp_path, words, code, said
):
    file = tmp_path / "house.toml"
    if words:
        file.write_text(words)
    out = tmp_path / "out"
    done = program(
        "write", plan_file, "--kind", "annual", "--format", "docx,pdf", "--out", out,
        "--brand", file,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert not out.exists()


def test_the_brand_that_the_plan_names_is_sought_in_the_folder(program, plan_file, tmp_path):
    assert program("set", plan_file, "meta.document.brand", "house").returncode == 0
    out = tmp_path / "plan.docx"
    done = program("write", plan_file, "--kind", "annual", "--format", "docx", "--out", out)
    assert done.returncode == 1
    assert "There is no brand “house” in" in done.stderr
    assert not out.exists()
