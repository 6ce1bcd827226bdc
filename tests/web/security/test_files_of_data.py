"""The files of the database are their owner's alone, those that were there before among them."""

from stat import S_IMODE

from needlecare.web.serving import readiness


def test_a_new_folder_and_what_is_made_in_it(tmp_path, monkeypatch):
    import os

    before = os.umask(0o022)
    try:
        folder = tmp_path / "data"
        readiness.make_folder(folder)
        (folder / "needlecare.sqlite3").touch()
    finally:
        os.umask(before)
    assert S_IMODE(folder.stat().st_mode) == 0o700
    assert S_IMODE((folder / "needlecare.sqlite3").stat().st_mode) == 0o600


def test_a_file_that_was_open_to_others(tmp_path):
    files = [tmp_path / f"needlecare.sqlite3{end}" for end in ("", "-wal", "-shm")]
    for file in files:
        file.touch(0o644)
        file.chmod(0o644)
    readiness.make_private(str(files[0]))
    assert {S_IMODE(file.stat().st_mode) for file in files} == {0o600}


def test_one_that_is_not_there_is_no_fault(tmp_path):
    readiness.make_private(str(tmp_path / "nothing"))
    readiness.make_private(":memory:")
    assert not list(tmp_path.iterdir())
