"""
Fit how honest clients arrive: `python -m hydrascope.lab.fit_arrivals servegen-client-windows.csv.gz`.

Reads windows of ten minutes (`workload, client, window_start_s, rate_per_s,
cv`) of the clients of a production service and prints the constants of
`worlds/fitted.py`, how near they come to the data, and how near half of the
clients come to the other half. A window of fewer than ten requests stands as
rate 0 in that file, so `idle` means fewer than one request a minute.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import duckdb
import numpy as np
import numpy.typing as npt
from scipy import stats

from hydrascope.errors import HydrascopeError, InputError

Floats = npt.NDArray[np.float64]
COLUMNS = ("workload", "client", "window_start_s", "rate_per_s", "cv")
WINDOW, DAY = 600, 144  # seconds of a window, windows of a day
HALVES = 20  # random halves of the hold-out check


class Client(NamedTuple):
    """One client: the requests of each window in order of time, and the coefficients of variation of its gaps in the busy ones."""

    workload: str
    counts: Floats
    cv: Floats


class Fit(NamedTuple):
    """
    The numbers that stand in `worlds/fitted.py`; lengths in windows.

    Normal laws of the logarithm (of the odds, for the idle share) by mean and
    standard deviation; the third number of `stretch` and `burst` is the
    deviation within one client. `burst` is a Gumbel law among clients.
    """

    volume_spread: float
    idle_share: tuple[float, float]
    stretch: tuple[float, float, float]
    level: float
    burst: tuple[float, float, float]
    typical_hours: tuple[float, ...]
    mean_hours: tuple[float, ...]


def read(path: Path) -> list[Client]:
    """
    Return the clients of a file that sent anything at all.

    Raises `InputError` where the file cannot be read or lacks a column.
    """
    try:
        rows = duckdb.connect().execute(
            f"""SELECT workload, array_agg(rate_per_s * {WINDOW} ORDER BY window_start_s) AS counts,
                       coalesce(array_agg(cv ORDER BY window_start_s) FILTER (cv > 0 AND rate_per_s > 0), []) AS cv
            FROM read_csv(?) GROUP BY workload, client HAVING sum(rate_per_s) > 0 ORDER BY workload, client""",
            [str(path)],
        )
        return [Client(workload, np.array(counts), np.array(cv)) for workload, counts, cv in rows.fetchall()]
    except duckdb.Error as error:
        raise InputError(
            f"expected a table with {', '.join(COLUMNS)} but got path={str(path)!r}: {error}; see docs/lab/arrivals.md"
        ) from error


def volumes(clients: list[Client]) -> Floats:
    """Return the logarithm of each client's requests, from the median client of its workload."""
    log = np.array([np.log(one.counts.sum()) for one in clients])
    names = np.array([one.workload for one in clients])
    return log - np.array([np.median(log[names == name]) for name in names])


def idle_shares(clients: list[Client]) -> Floats:
    """Return each client's share of idle windows."""
    return np.array([(one.counts == 0).mean() for one in clients])


def runs(one: Client) -> tuple[Floats, Floats]:
    """
    Return the lengths of the client's busy and idle stretches in windows; the first and the last, which are cut, are left out.

    >>> busy, idle = runs(Client("w", np.array([5.0, 0, 0, 9, 9, 9, 0, 1]), np.zeros(0)))
    >>> busy.tolist(), idle.tolist()
    ([3], [2, 1])
    """
    busy = one.counts > 0
    ends = np.flatnonzero(np.diff(busy)) + 1
    lengths, kinds = np.diff(ends), busy[ends[:-1]]
    return lengths[kinds], lengths[~kinds]


def cycles(clients: list[Client]) -> Floats:
    """Return the logarithm of each client's mean busy and idle stretch together, for those with enough of both."""
    both = [runs(one) for one in clients]
    return np.array([np.log(busy.mean() + idle.mean()) for busy, idle in both if min(len(busy), len(idle)) >= 2])


def burstiness(clients: list[Client]) -> Floats:
    """Return the mean logarithm of the coefficient of variation of each client's gaps within a window."""
    return np.array([np.log(one.cv).mean() for one in clients if len(one.cv) > 5])


def hours(clients: list[Client]) -> Floats:
    """Return each client's requests by hour of the day over its mean hour; clients of at least seven days."""
    long = [
        one.counts[: len(one.counts) // DAY * DAY].reshape(-1, 24, DAY // 24).sum((0, 2)) for one in clients if len(one.counts) >= 7 * DAY
    ]
    return np.array([row / row.mean() for row in long if row.sum() > 0]).reshape(-1, 24)


def autocorrelations(clients: list[Client]) -> Floats:
    """Return the correlation of the logarithm of requests in neighbouring busy windows, for each client with 50 such pairs."""
    found = []
    for one in clients:
        before, after = one.counts[:-1], one.counts[1:]
        both = (before > 0) & (after > 0)
        if both.sum() >= 50 and before[both].std() > 0:
            found.append(np.corrcoef(np.log(before[both]), np.log(after[both]))[0, 1])
    return np.array(found)


def _within(clients: list[Client], values: Callable[[Client], Floats]) -> float:
    """Return the standard deviation within a client, clients weighing alike."""
    own = [np.var(values(one)) for one in clients if len(values(one)) > 5]
    return float(np.sqrt(np.mean(own)))


def _levels(one: Client) -> Floats:
    """Return the logarithm of the mean requests of each busy stretch."""
    busy = np.flatnonzero(one.counts > 0)
    stretches = np.split(one.counts[busy], np.flatnonzero(np.diff(busy) > 1) + 1)
    return np.log([stretch.mean() for stretch in stretches if len(stretch)])


def _lengths(one: Client) -> Floats:
    """Return the logarithms of the client's stretches, busy and idle ones each about their mean."""
    logs = [np.log(lengths) for lengths in runs(one) if len(lengths)]
    return np.concatenate([log - log.mean() for log in logs]) if logs else np.zeros(0)


def _smooth(profile: Floats) -> tuple[float, ...]:
    """Return a day's profile, each hour averaged with its neighbours, with mean 1 and no hour quite empty."""
    soft = (np.roll(profile, 1) + 2 * profile + np.roll(profile, -1)) / 4
    soft = np.maximum(soft, 0.02)
    return tuple(np.round(soft / soft.mean(), 2).tolist())


def fit(clients: list[Client]) -> Fit:
    """
    Return the parameters that describe the clients best: moments, but for the burstiness, a Gumbel law of highest likelihood.

    Raises `InputError` where no client was seen for a week.
    """
    shares = np.clip(idle_shares(clients), 1e-3, 1 - 1e-3)
    odds = np.log(shares / (1 - shares))
    cycle, burst, day = cycles(clients), burstiness(clients), hours(clients)
    if not len(day):
        days = max(len(one.counts) for one in clients) / DAY
        raise InputError(f"expected clients over at least seven days but got longest_days={days:.1f}; pass a longer table")
    place, scale = stats.gumbel_r.fit(burst)
    return Fit(
        volume_spread=float(volumes(clients).std()),
        idle_share=(float(odds.mean()), float(odds.std())),
        stretch=(float(cycle.mean()), float(cycle.std()), _within(clients, _lengths)),
        level=_within(clients, _levels),
        burst=(float(place), float(scale), _within(clients, lambda one: np.log(one.cv))),
        typical_hours=_smooth(np.median(day, axis=0)),
        mean_hours=_smooth(day.mean(axis=0)),
    )


def drawn(made: Fit, count: int, rng: np.random.Generator) -> dict[str, Floats]:
    """Return what as many clients would show that follow a fit."""
    return {
        "volume (log)": rng.normal(0, made.volume_spread, count),
        "idle share": 1 / (1 + np.exp(-rng.normal(*made.idle_share, count))),
        "cycle (log)": rng.normal(*made.stretch[:2], count),
        "burstiness (log)": rng.gumbel(*made.burst[:2], count),
    }


def seen(clients: list[Client]) -> dict[str, Floats]:
    """Return the same figures of real clients."""
    return {
        "volume (log)": volumes(clients),
        "idle share": idle_shares(clients),
        "cycle (log)": cycles(clients),
        "burstiness (log)": burstiness(clients),
    }


def held_out(clients: list[Client], *, seed: int = 1) -> Iterator[tuple[str, float, float]]:
    """
    Yield each figure with two Kolmogorov-Smirnov distances to a half of the clients, means over random halves.

    First that of a fit to the other half, then that of the other half itself.
    """
    rng = np.random.default_rng(seed)
    found: dict[str, list[tuple[float, float]]] = {}
    for _ in range(HALVES):
        order = rng.permutation(len(clients))
        one, other = ([clients[i] for i in sorted(half)] for half in np.array_split(order, 2))
        left, right, made = seen(one), seen(other), drawn(fit(one), 20_000, rng)
        for name, theirs in right.items():
            found.setdefault(name, []).append((stats.ks_2samp(made[name], theirs).statistic, stats.ks_2samp(left[name], theirs).statistic))
    for name, pairs in found.items():
        own, half = np.mean(pairs, axis=0)
        yield name, float(own), float(half)


def constants(made: Fit) -> str:
    """
    Return a fit as Python constants.

    >>> print(constants(Fit(2.0, (0.5, 0.3), (3.0, 1.0, 1.2), 0.8, (0.6, 0.7, 0.7), (1.0,), (1.0,))).splitlines()[0])
    VOLUME_SPREAD = 2.0
    """
    lines = []
    for name, value in made._asdict().items():
        short = round(value, 3) if isinstance(value, float) else tuple(round(one, 3) for one in value)
        lines.append(f"{name.upper()} = {short}")
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Print the constants, a table of quantiles and the hold-out check; 2 when the file cannot be used."""
    parser = argparse.ArgumentParser(prog="python -m hydrascope.lab.fit_arrivals", description="Fit how honest clients arrive.")
    parser.add_argument("path", type=Path, help="CSV with " + ", ".join(COLUMNS))
    try:
        clients = read(parser.parse_args(arguments).path)
        made = fit(clients)
    except HydrascopeError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    _print(clients, made)
    return 0


def _print(clients: list[Client], made: Fit) -> None:
    print(f"# {len(clients)} clients\n{constants(made)}\n")
    levels = (0.05, 0.25, 0.5, 0.75, 0.95)
    print(f"{'quantiles':18}{'':6}" + "".join(f"{level:>8.0%}" for level in levels))
    model = drawn(made, 100_000, np.random.default_rng(1))
    for name, values in seen(clients).items():
        for who, which in (("data", values), ("fit", model[name])):
            print(f"{name:18}{who:6}" + "".join(f"{q:8.2f}" for q in np.quantile(which, levels)))
    print(f"{'lag 10 minutes':18}{'data':6}" + "".join(f"{q:8.2f}" for q in np.quantile(autocorrelations(clients), levels)))
    print(f"\nhold-out, {HALVES} random halves: {'fit to other half':>20}{'half to half':>14}")
    for name, own, half in held_out(clients):
        print(f"{name:31}{own:20.3f}{half:14.3f}")


if __name__ == "__main__":
    sys.exit(main())
