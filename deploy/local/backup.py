"""Copies the databases of this machine while they are in use, and puts such copies back.

    backup.py backup DIRECTORY
    backup.py restore DIRECTORY

Each copy is what was committed at one moment. The gateway's store is copied before the dialogue's:
what the dialogue knows beyond it is only asked of it again, under the same message id. Secrets are
not copied.
"""

import argparse
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from gateway.settings import DataSettings

# In the order of copying; those that don't exist are left out.
DATABASES = ("gateway.db", "tracker.db", "sandbox.db")
SUFFIXES = ("", "-wal", "-shm")
BUSY_TIMEOUT_S = 10
OURS_ONLY_DIRECTORY, OURS_ONLY_FILE = 0o700, 0o600
NOTE = """\
These databases can be read, and conversations resumed, only with the same
  ASSISTANT_STORE_KEY  ASSISTANT_COOKIE_SECRET
as when they were made. Keep those apart from this directory (on one machine: var/secrets.env).
What clients have had erased since is still in here: delete it once it is older than
ASSISTANT_RETENTION_DAYS.
"""


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="backup.py", description="Copies of the databases")
    parser.add_argument("command", choices=["backup", "restore"])
    parser.add_argument("directory", type=Path)
    arguments = parser.parse_args()
    data_dir = DataSettings().data_dir
    try:
        names = {"backup": back_up, "restore": restore}[arguments.command](
            data_dir, arguments.directory
        )
    except (OSError, sqlite3.Error, Refused) as error:
        sys.exit(f"{arguments.command}: {error}")
    print(f"{arguments.command}: {', '.join(names)}")


class Refused(Exception):
    """Nothing was changed."""


def back_up(data_dir: Path, directory: Path) -> list[str]:
    """Copy every database to a new directory. Raises FileExistsError if it is there already."""
    names = [name for name in DATABASES if (data_dir / name).exists()]
    if not names:
        raise Refused(f"no database in {data_dir}")
    directory.mkdir(mode=OURS_ONLY_DIRECTORY, parents=True)
    for name in names:
        (directory / name).touch(mode=OURS_ONLY_FILE)
        with closing(_open(data_dir / name)) as source, closing(_open(directory / name)) as copy:
            source.backup(copy)
            # One file, without a journal beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
        _check(directory / name)
    (directory / "README").write_text(NOTE, encoding="utf-8")
    return names


def restore(data_dir: Path, directory: Path) -> list[str]:
    """Put the copies in place of the databases, which stay beside them as *.before-restore.

    Refuses copies that aren't sound, and databases that are in use.
    """
    names = [name for name in DATABASES if (directory / name).exists()]
    if "gateway.db" not in names:
        raise Refused(f"{directory} is no backup")
    for name in names:
        _check(directory / name)
    for name in names:
        _check_unused(data_dir / name)
    data_dir.mkdir(mode=OURS_ONLY_DIRECTORY, parents=True, exist_ok=True)
    for name in names:
        fresh = data_dir / f"{name}.restoring"
        fresh.unlink(missing_ok=True)
        fresh.touch(mode=OURS_ONLY_FILE)
        with closing(_open(directory / name)) as source, closing(_open(fresh)) as copy:
            source.backup(copy)
        for suffix in SUFFIXES:
            old = data_dir / f"{name}{suffix}"
            if old.exists():
                old.replace(data_dir / f"{name}.before-restore{suffix}")
        fresh.replace(data_dir / name)
    return names


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=BUSY_TIMEOUT_S)


def _check(path: Path) -> None:
    with closing(_open(path)) as database:
        [(verdict,), *_] = database.execute("PRAGMA integrity_check").fetchall()
    if verdict != "ok":
        raise Refused(f"{path} is damaged: {verdict}")


def _check_unused(path: Path) -> None:
    """Raise Refused while any process has the database open.

    In WAL mode each connection holds a shared lock for as long as it lives, so an exclusive one is
    to be had only once all are gone.
    """
    if not path.exists():
        return
    with closing(sqlite3.connect(path, timeout=0)) as database:
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        try:
            database.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            raise Refused(f"{path} is in use: stop the assistant first") from None


if __name__ == "__main__":
    main()
