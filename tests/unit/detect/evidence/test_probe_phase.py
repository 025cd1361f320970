"""Did the group begin by trying what is let through, before it settled on its work?"""

from types import SimpleNamespace

import numpy as np
import pytest

from hydrascope.detect.evidence.probe_phase import kinds, opening, probe_phase, refused


def _crowd(told, **fields):
    """Strangers with enough exchanges to have a beginning, in order of time."""
    return told.strangers(each=100, **{"hour": lambda i, k: k * 3 + i / 100} | fields)


def _campaign(told, **fields):
    """Heads whose first hours are spent on trying: another text each time, mostly refused; then one template."""
    trying = {
        "hour": lambda i, k: k * 3 + i / 100,
        "template": lambda _, k: -1 if k < 5 else 7,
        "status": lambda i, k: 400 if k < 5 and (i + k) % 5 else 200,
    }
    return told.heads(**{"each": 40} | trying | fields)


def test_what_has_neither_template_nor_content_is_a_kind_of_its_own() -> None:
    """An empty request is none of the templates around it."""
    x = SimpleNamespace(template=np.array([0, 3, -1, -1]), content=np.array([5, 6, -1, 7]), config=np.array([-1, -1, -1, -1]))

    assert len(set(kinds(x, np.arange(4)).tolist())) == 4


def test_a_campaign_that_opens_with_trials(told) -> None:
    """Sixty trials of twelve heads, most of them refused, and then work that is all alike."""
    found = told.asked(probe_phase, told.both(_crowd(told), _campaign(told)))

    assert found.bits == pytest.approx(np.log2(41) - 1)
    assert found.finding == (
        "100% of the first 50 requests are of a kind of their own and 80% are refused or answered in a few words, of the later ones 2% and 2%;"
        " 0 of 40 independent accounts begin so."
    )


def test_short_answers_are_refusals_too(told) -> None:
    """What is turned down in a few words has status 200."""
    polite = _campaign(told, status=200, output_tokens=lambda _, k: 9 if k < 5 else 1500)

    assert told.bits_of(told.asked(probe_phase, told.both(_crowd(told), polite))) > 4


@pytest.mark.parametrize(
    "fields", [{"status": 200}, {"template": 7}, {"status": lambda i, k: 400 if (i + k) % 5 else 200}, {"status": 429}], ids=str
)
def test_variety_or_refusal_alone_says_nothing(told, fields) -> None:
    """An opening that is answered, one that is all alike, refusals that never end, and overload are no probe."""
    assert told.bits_of(told.asked(probe_phase, told.both(_crowd(told), _campaign(told, **fields)))) == 0


def test_where_strangers_begin_so_too_it_says_nothing(told) -> None:
    """Where every new customer fails at first and then sets up a job, a group that does is nothing special."""
    starting = {"template": lambda _, k: -1 if k < 20 else 3, "status": lambda _, k: 400 if k < 20 else 200}

    assert told.bits_of(told.asked(probe_phase, told.both(_crowd(told, **starting), _campaign(told)))) < 1


def test_too_little_work_has_no_opening(told) -> None:
    """Fewer exchanges than four times the smallest opening have none; without a crowd there is no evidence."""
    assert told.asked(probe_phase, told.both(_crowd(told), _campaign(told, each=6))) is None
    assert told.asked(probe_phase, _campaign(told)) is None


def test_an_opening_is_found_at_its_size() -> None:
    """Of the sizes that are tried, the one that differs most from what follows counts."""
    kind = np.concatenate([np.arange(200), np.zeros(1800, np.int64)])
    found = opening(kind, (np.arange(2000) < 200).astype(np.int64))

    assert found is not None
    assert (found.exchanges, found.kinds, found.refused, found.later_refused) == (200, 1.0, 1.0, 0.0)


def test_kinds_tell_templates_texts_and_parameters_apart(told) -> None:
    """Two exchanges are of one kind when they fill one template, or send one text, with the same parameters."""
    rows = [
        {
            "account_id": "a",
            "exchange_id": f"e{k}",
            "hour": k,
            "template": t,
            "content_hash": c,
            "config_hash": p,
            "status": s,
            "output_tokens": n,
        }
        for k, (t, c, p, s, n) in enumerate(
            [(1, 11, 5, 200, 900), (1, 12, 5, 403, 0), (-1, 11, 5, 429, 0), (-1, 11, 6, 200, 5), (-1, 12, 6, 500, 0)]
        )
    ]
    x = told.scene_of(told.Told(rows, {})).traffic.exchanges
    every = np.arange(len(x.a))
    kind = kinds(x, every)

    assert kind[0] == kind[1]
    assert len(set(kind.tolist())) == 4
    assert refused(x, every).tolist() == [0, 1, 0, 1, 0]
