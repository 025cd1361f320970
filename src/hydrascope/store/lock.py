"""One writer at a time: a lock that the system takes back when its holder ends, however it ends."""

import fcntl
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from hydrascope.errors import StoreError
from hydrascope.store.layout import Layout, as_output_error


@contextmanager
def held(place: Layout) -> Iterator[None]:
    """
    Hold the lock of a store for as long as the block runs.

    Raises `StoreError` that names the holder where another process has it.
    """
    with as_output_error(place.root):
        handle = os.open(place.lock, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(handle, 256, 0).decode(errors="replace").strip() or "unknown"
            raise StoreError(
                f"expected a store that nobody else writes to but got store={str(place.root)!r}, held by {holder}; wait until it is done"
            ) from None
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"process {os.getpid()} on {socket.gethostname()}\n".encode(), 0)
        yield
    finally:
        os.close(handle)
