import numpy as np
import pyarrow as pa
import pytest

from hydrascope.lab.detectors import mmd
from hydrascope.lab.detectors.model import Observed
from hydrascope.lab.detectors.texts import Texts
from hydrascope.schema import ACCOUNTS, FINGERPRINTS

WORDS = np.array([f"w{chr(97 + i // 26)}{chr(97 + i % 26)}" for i in range(200)])


def talk(accounts: int, each: int, rng: np.random.Generator, words: np.ndarray) -> Texts:
    """Accounts that each send some prompts of ten words."""
    prompts = [" ".join(rng.choice(words, 10)) for _ in range(accounts * each)]
    names = [f"a{i:03d}" for i in range(accounts)]
    return Texts(names, np.arange(accounts + 1) * each, pa.array(prompts, pa.large_string()), np.arange(accounts * each, dtype=float))


@pytest.fixture(scope="module")
def normal() -> mmd.Benign:
    """Honest talk: everybody uses all words."""
    rng = np.random.default_rng(1)
    return mmd.benign(talk(40, 20, rng, WORDS), talk(150, 20, rng, WORDS))


def findings(detector, monkeypatch, told: Texts, **given):
    """What a detector says of texts that need no log."""
    monkeypatch.setattr(mmd, "texts", lambda _observed: told)
    rows = pa.Table.from_arrays([pa.nulls(1, f.type) for f in FINGERPRINTS], schema=FINGERPRINTS)
    return detector(Observed(rows, ACCOUNTS.empty_table(), {}, None), **given)


def test_an_account_with_words_of_its_own_is_accused_and_others_are_not(monkeypatch, normal):
    """Both forms find the account that uses a tenth of the words, and score it highest."""
    rng = np.random.default_rng(2)
    honest, odd = talk(20, 20, rng, WORDS), talk(1, 20, rng, WORDS[:20])
    told = Texts(
        [*honest.accounts, "odd"], np.append(honest.offsets, 420), pa.concat_arrays([honest.prompts, odd.prompts]), np.arange(420.0)
    )
    for detector, given in ((mmd.mmd, mmd.published(normal)), (mmd.mmd_account, mmd.account_null(normal))):
        found = findings(detector, monkeypatch, told, given=given)
        assert "odd" in found.accused
        assert len(found.accused) <= 3
        assert max(found.scores, key=found.scores.__getitem__) == "odd"


def test_narrow_but_honest_talk_is_an_alarm_as_published_and_none_with_the_account_level_null(monkeypatch):
    """Where every honest account keeps to a subject of its own, the published null accuses most of them; the account-level null few."""
    rng = np.random.default_rng(3)

    def narrow(count: int) -> Texts:
        parts = [talk(1, 20, rng, rng.choice(WORDS, 30, replace=False)) for _ in range(count)]
        names = [f"a{i:03d}" for i in range(count)]
        return Texts(names, np.arange(count + 1) * 20, pa.concat_arrays([p.prompts for p in parts]), np.arange(count * 20.0))

    given = mmd.benign(narrow(60), narrow(150))
    told = narrow(50)
    assert len(findings(mmd.mmd, monkeypatch, told, given=mmd.published(given)).accused) > 40
    assert len(findings(mmd.mmd_account, monkeypatch, told, given=mmd.account_null(given)).accused) <= 3


def test_accounts_with_few_queries_are_not_tested(monkeypatch, normal):
    """Seven queries fill no window."""
    told = talk(5, 7, np.random.default_rng(4), WORDS)
    assert not findings(mmd.mmd, monkeypatch, told, given=mmd.published(normal)).scores


def test_any_embedding_will_do():
    """An embedding of one's own is used instead of the lexical one."""
    rng = np.random.default_rng(5)
    given = mmd.benign(talk(9, 9, rng, WORDS), talk(9, 9, rng, WORDS), embed=lambda prompts: np.ones((len(prompts), 3), np.float32))
    assert given.ref.points.shape == (81, 3)


def test_windows_of_the_whole_traffic_say_when(monkeypatch, normal):
    """Of three windows in a row, the middle one is full of other words and stands out."""
    rng = np.random.default_rng(6)
    parts = [talk(1, 100, rng, words) for words in (WORDS, WORDS[:30], WORDS)]
    told = Texts(["a"], np.array([0, 300]), pa.concat_arrays([p.prompts for p in parts]), np.arange(300.0))
    found = findings(mmd.traffic_windows, monkeypatch, told, given=normal, size=100)
    assert found.start.tolist() == [0, 100, 200]
    assert (found.statistic > found.threshold).tolist() == [False, True, False]


def test_conformal_p_values_of_exchangeable_values_are_uniform():
    """Of values from the null's own population, a twentieth has p-values up to 0.05."""
    rng = np.random.default_rng(7)
    p = mmd.conformal(rng.normal(size=4000), rng.normal(size=999))
    assert 0.02 < (p <= 0.05).mean() < 0.08
