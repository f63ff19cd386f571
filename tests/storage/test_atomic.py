import errno
import os
import stat
import sys
from unittest import mock

import pytest

from planner import storage
from planner.storage import atomic

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="modes and links of POSIX")


def test_a_full_disk_that_takes_a_part_keeps_the_old_file(file, plan, other):
    """RELIABILITY §1 step 6: os.write returned 434,176 of 900,000 without an exception."""
    known = storage.write_new(plan, file)
    old = file.read_bytes()
    room = [1000]
    real = os.write

    def write(descriptor, data):
        part = data[: room[0]]
        room[0] -= len(part)
        if not part:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(descriptor, part)

    with mock.patch.object(os, "write", write), pytest.raises(storage.NoRoom) as told:
        storage.save(other, file, known)
    assert file.read_bytes() == old
    assert list(file.parent.iterdir()) == [file]
    needed = -(-len(old) // 1000)  # the two plans are about equally long
    assert any(f"{kb} kB are needed" in told.value.message("en") for kb in (needed - 1, needed))


def test_a_write_that_takes_nothing_ends(file):
    with mock.patch.object(os, "write", return_value=0), pytest.raises(OSError, match="space"):
        atomic.replace_file(file, b"new")
    assert list(file.parent.iterdir()) == []


@POSIX
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_the_mode_is_kept(file, plan, mode):
    known = storage.write_new(plan, file)
    file.chmod(mode)
    storage.save(plan, file, known)
    assert stat.S_IMODE(file.stat().st_mode) == mode


@POSIX
def test_a_new_file_is_private(file, plan):
    storage.write_new(plan, file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@POSIX
def test_flushed_before_it_is_seen_and_its_folder_after(file):
    """The order that survived 3,000 power cuts: file, rename, directory."""
    steps = []

    def note(name, real):
        def call(*args, **kwargs):
            kind = name
            if name == "fsync":
                kind = "flush folder" if stat.S_ISDIR(os.fstat(args[0]).st_mode) else "flush file"
            steps.append(kind)
            return real(*args, **kwargs)

        return call

    names = ("write", "fsync", "replace", "link")
    with mock.patch.multiple(os, **{name: note(name, getattr(os, name)) for name in names}):
        atomic.create_file(file, b"old")
        atomic.replace_file(file, b"new")
    assert steps == [
        *("write", "flush file", "link", "flush folder"),
        *("write", "flush file", "replace", "flush folder"),
    ]


def test_an_error_after_the_replacing_is_not_a_failure(file, plan, other):
    known = storage.write_new(plan, file)
    real = os.fsync

    def fsync(descriptor):
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        real(descriptor)

    with mock.patch.object(os, "fsync", fsync), pytest.raises(storage.SavedNotConfirmed) as told:
        storage.save(other, file, known)
    assert storage.read(file).plan == other
    storage.save(plan, file, told.value.known)  # no false conflict
    assert storage.read(file).plan == plan


@pytest.mark.parametrize("number", [errno.EPERM, errno.ENOTSUP])
def test_a_disk_without_hard_links(file, plan, other, number):
    def link(*_):
        raise OSError(number, os.strerror(number))

    with mock.patch.object(os, "link", link):
        storage.write_new(plan, file)
        with pytest.raises(storage.FileExists):
            storage.write_new(other, file)
        with pytest.raises(FileExistsError):
            atomic.create_file(file, b"another")
    assert storage.read(file).plan == plan


def test_a_name_taken_meanwhile_is_not_overwritten(file):
    file.write_bytes(b"theirs")
    with pytest.raises(FileExistsError):
        atomic.create_file(file, b"ours")
    assert file.read_bytes() == b"theirs"


@POSIX
@pytest.mark.parametrize("name", ["ა" * 80 + ".mktplan", "a" * 255, "ზ" * 85])
def test_names_as_long_as_the_disk_allows(folder, plan, other, name):
    file = folder / name
    known = storage.write_new(plan, file)
    storage.save(other, file, known)
    assert storage.read(file).plan == other


def test_a_name_too_long_for_the_disk(folder, plan):
    with pytest.raises(storage.SaveFailed, match="too long"):
        storage.write_new(plan, folder / ("a" * 300))


@POSIX
def test_a_link_stays_a_link(folder, file, plan, other):
    known = storage.write_new(plan, file)
    (folder / "elsewhere").mkdir()
    link = folder / "elsewhere" / "link.mktplan"
    link.symlink_to("../moveo.mktplan")
    storage.save(other, link, known)
    assert link.is_symlink()
    assert storage.read(file).plan == other


@POSIX
def test_a_link_to_nothing_gets_its_file(folder, file, plan):
    link = folder / "link.mktplan"
    link.symlink_to(file)
    storage.write_new(plan, link)
    assert link.is_symlink()
    assert storage.read(file).plan == plan


@POSIX
def test_a_link_to_itself(folder, plan):
    link = folder / "link.mktplan"
    link.symlink_to(link)
    with pytest.raises(storage.StorageError):
        storage.save(plan, link)
    with pytest.raises(storage.UnreadableFile):
        storage.read(link)


class TestStrays:
    def stray_of(self, process, host=None):
        return f".~{host or atomic._host()}{process:08x}0badcafe.tmp"

    @pytest.fixture
    def dead(self):
        process = os.fork() if hasattr(os, "fork") else None
        if process is None:
            pytest.skip("needs fork")
        if process == 0:
            os._exit(0)
        os.waitpid(process, 0)
        return process

    def test_of_a_dead_process_is_removed_on_opening(self, folder, file, plan, dead):
        storage.write_new(plan, file)
        (folder / self.stray_of(dead)).write_bytes(b"half")
        storage.read(file)
        assert list(folder.iterdir()) == [file]

    def test_of_the_living_and_of_others_stay(self, folder, file, plan, dead):
        storage.write_new(plan, file)
        foreign = "0000" if atomic._host() != "0000" else "1111"
        kept = {
            self.stray_of(os.getpid()),
            self.stray_of(1),
            self.stray_of(0xFFFFFFFF),
            self.stray_of(dead, foreign),
            ".~lock.odt#",
            ".~notes.tmp",
            "x" + self.stray_of(dead),
        }
        for name in kept:
            (folder / name).write_bytes(b"")
        storage.read(file)
        assert {one.name for one in folder.iterdir()} == kept | {file.name}
