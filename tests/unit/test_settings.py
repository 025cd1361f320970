"""Settings: where they come from, and what is said when one is wrong."""

from pathlib import Path

import pytest

from hydrascope.errors import ConfigError
from hydrascope.settings import load


@pytest.fixture(autouse=True)
def _empty(monkeypatch, tmp_path) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_flag_wins_over_the_environment_over_the_file(monkeypatch) -> None:
    """The strongest source that names a key decides it, key by key."""
    Path("hydrascope.toml").write_text('threads = 1\nmemory = "1GB"\nlog_level = "info"\n')
    monkeypatch.setenv("HYDRASCOPE_THREADS", "2")
    monkeypatch.setenv("HYDRASCOPE_MEMORY", "2GB")
    chosen = load(threads=3, memory=None)

    assert (chosen.threads, chosen.memory, chosen.log_level) == (3, "2GB", "info")


def test_nothing_needs_to_be_set() -> None:
    """Without flags, environment or file, DuckDB takes what the machine has."""
    chosen = load()

    assert (chosen.engine, chosen.memory, chosen.threads) == ("duckdb", None, None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("threads = 'many'", "threads='many'"),
        ("memory = '4 elephants'", "memory='4 elephants'"),
        ("engine = 'abacus'", "expected 'duckdb' or 'spark' but got engine='abacus'"),
        ("thread = 4", "expected one of engine, master, memory, threads, log_level, store_key but got thread=4"),
        ("threads = ", "expected TOML but got hydrascope.toml"),
    ],
)
def test_a_wrong_file_is_named_with_its_key(text, said) -> None:
    """A wrong value, an unknown key and broken TOML each give a sentence that names them."""
    Path("hydrascope.toml").write_text(text)

    with pytest.raises(ConfigError) as refused:
        load()

    assert said in str(refused.value)
    assert "hydrascope.toml" in str(refused.value)
