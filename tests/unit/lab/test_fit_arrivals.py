"""The fit of arrivals: what was put into invented clients comes out again."""

import os
from pathlib import Path

import numpy as np
import pytest

from hydrascope.errors import InputError
from hydrascope.lab import fit_arrivals
from hydrascope.lab.worlds import fitted

DATA = (
    Path(os.environ.get("HYDRASCOPE_DATA", Path(__file__).parents[4] / "shared" / "data")) / "arrivals" / "servegen-client-windows.csv.gz"
)


def _invented(path: Path, clients: int = 120, windows: int = 1008) -> Path:
    """Write clients with a log-normal volume of spread 1.5 that idle in alternate stretches of 6 and 18 windows."""
    rng = np.random.default_rng(1)
    lines = ["workload,client,window_start_s,rate_per_s,cv"]
    for client in range(clients):
        rate = np.exp(rng.normal(0, 1.5))
        for window in range(windows):
            busy = window % 24 < 6
            lines.append(f"w,{client},{600 * window},{rate if busy else 0},{np.exp(rng.normal(0.3, 0.4)) if busy else 0}")
    path.write_text("\n".join(lines))
    return path


def test_the_fit_finds_what_was_put_in(tmp_path):
    """Spread of volumes, idle share, cycle and burstiness of invented clients are recovered."""
    made = fit_arrivals.fit(fit_arrivals.read(_invented(tmp_path / "w.csv")))

    assert made.volume_spread == pytest.approx(1.5, rel=0.15)
    assert 1 / (1 + np.exp(-made.idle_share[0])) == pytest.approx(0.75, abs=0.01)
    assert np.exp(made.stretch[0]) == pytest.approx(24, rel=0.01)
    assert made.burst[2] == pytest.approx(0.4, rel=0.1)


def test_the_hold_out_check_names_every_figure(tmp_path):
    """Each figure comes with two distances between 0 and 1, the same at every call."""
    clients = fit_arrivals.read(_invented(tmp_path / "w.csv", clients=40))
    rows = list(fit_arrivals.held_out(clients))

    assert [name for name, _, _ in rows] == ["volume (log)", "idle share", "cycle (log)", "burstiness (log)"]
    assert all(0 <= own <= 1 and 0 <= half <= 1 for _, own, half in rows)
    assert rows == list(fit_arrivals.held_out(clients))


def test_clients_of_a_day_cannot_show_a_day_profile(tmp_path):
    """A table that covers less than a week is refused."""
    with pytest.raises(InputError, match="seven days"):
        fit_arrivals.fit(fit_arrivals.read(_invented(tmp_path / "w.csv", clients=4, windows=144)))


@pytest.mark.parametrize("text", ["workload,client\nw,1\n", None])
def test_a_file_that_is_no_such_table_is_refused(text, tmp_path):
    """A missing file or column is named, with the page that helps."""
    if text:
        (tmp_path / "w.csv").write_text(text)

    with pytest.raises(InputError, match=r"expected a table with workload.* but got path="):
        fit_arrivals.read(tmp_path / "w.csv")


@pytest.mark.skipif(not DATA.exists(), reason="the arrivals data are not here")
def test_the_shipped_numbers_are_those_of_the_data():
    """`worlds/fitted.py` holds what the command prints."""
    made = fit_arrivals.fit(fit_arrivals.read(DATA))

    for name, value in made._asdict().items():
        assert np.allclose(getattr(fitted, name.upper()), value, atol=6e-4), name
