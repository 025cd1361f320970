"""Work that is done ahead of who asks for it, in other threads, and handed over in order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
U = TypeVar("U")


def ahead(make: Callable[[T], U], items: Iterable[T], *, threads: int, waiting: int) -> Iterator[U]:
    """
    Yield what is made of each item in their order, while the next ones are being made; no more than so many are made or `waiting`.

    >>> list(ahead(str, range(4), threads=2, waiting=2))
    ['0', '1', '2', '3']
    """
    with ThreadPoolExecutor(threads) as pool:
        begun: deque[Future[U]] = deque()
        for item in items:
            begun.append(pool.submit(make, item))
            if len(begun) > waiting:
                yield begun.popleft().result()
        while begun:
            yield begun.popleft().result()
