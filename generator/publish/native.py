"""Two calls of the system that Python does not offer: trade two folders, flush a file system."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_LINUX_RENAME_EXCHANGE = 2
_MACOS_RENAME_SWAP = 2


def exchange(one: Path, other: Path) -> bool:
    """Trade two folders in one step; False where the system or the file system cannot."""
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux":
        here = ctypes.c_int(_AT_FDCWD)
        how = ctypes.c_uint(_LINUX_RENAME_EXCHANGE)
        return _call("renameat2", here, first, here, second, how) == 0
    if sys.platform == "darwin":
        return _call("renamex_np", first, second, ctypes.c_uint(_MACOS_RENAME_SWAP)) == 0
    return False


def sync_file_system(folder: Path) -> bool:
    """Put all that was written on the disk in one go; False where that call does not exist."""
    if sys.platform != "linux":
        return False
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        error = _call("syncfs", ctypes.c_int(descriptor))
    finally:
        os.close(descriptor)
    if error in (errno.ENOSYS, errno.EPERM):
        return False
    if error:
        raise OSError(error, os.strerror(error), str(folder))
    return True


def _call(name: str, *arguments: ctypes.c_int | ctypes.c_uint | bytes) -> int:
    """The error number of a call of the C library, 0 when it succeeded."""
    function = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if function is None:
        return errno.ENOSYS
    return 0 if function(*arguments) == 0 else ctypes.get_errno()
