"""Zip packages that are the same for the same parts."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime

import pytest

from planner.writers.package import extended, moment, pack, repack

AT = datetime(2026, 11, 24, 12, 0, 0, tzinfo=UTC)
PARTS = {
    "word/document.xml": b"<a/>" * 100,
    "_rels/.rels": b"<r/>",
    "[Content_Types].xml": b"<t/>",
    "word/media/image1.png": b"\x89PNG" + bytes(500),
}


def entries(package):
    return zipfile.ZipFile(io.BytesIO(package)).infolist()


def test_parts_are_sorted_with_the_content_types_first():
    names = [entry.filename for entry in entries(pack(PARTS, AT))]
    assert names == [
        "[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/media/image1.png",
    ]  # fmt: skip


def test_every_part_bears_the_given_moment():
    assert {entry.date_time for entry in entries(pack(PARTS, AT))} == {(2026, 11, 24, 12, 0, 0)}


def test_pictures_are_stored_and_text_is_deflated():
    kinds = {entry.filename: entry.compress_type for entry in entries(pack(PARTS, AT))}
    assert kinds["word/media/image1.png"] == zipfile.ZIP_STORED
    assert kinds["word/document.xml"] == zipfile.ZIP_DEFLATED


def test_a_moment_before_zip_knows_is_1980():
    early = datetime(1970, 1, 1, tzinfo=UTC)
    assert {e.date_time for e in entries(pack(PARTS, early))} == {(1980, 1, 1, 0, 0, 0)}


def careless(parts, year):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name, (year, 1, 1, 0, 0, 0)), data)
    return buffer.getvalue()


def test_packages_that_differ_in_order_and_date_become_one():
    inner = [("b.xml", b"b"), ("a.xml", b"a")]
    one = careless([("x.xml", b"x"), ("book.xlsx", careless(inner, 2001))], 1999)
    other = careless([("book.xlsx", careless(inner[::-1], 2020)), ("x.xml", b"x")], 2010)
    assert repack(one, AT) == repack(other, AT)


@pytest.mark.parametrize(
    ("epoch", "day", "expected"),
    [
        ("86400", "2026-11-24", datetime(1970, 1, 2, tzinfo=UTC)),
        ("", "2026-11-24", AT),
        ("nonsense", "2026-11-24", AT),
    ],
)
def test_the_moment_is_the_epoch_else_the_documents_day(monkeypatch, epoch, day, expected):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert moment(day) == expected


def test_without_both_the_moment_is_now(monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert abs((moment("no day") - datetime.now(tz=UTC)).total_seconds()) < 5


def test_a_package_is_extended_as_if_it_had_been_packed_at_once():
    first = {"[Content_Types].xml": b"<t/>", "a.xml": b"a" * 99}
    more = {"b.xml": b"b" * 99}
    assert extended(pack(first, AT), more, AT) == pack({**first, **more}, AT)
