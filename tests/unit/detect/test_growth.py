"""From accounts that repeat one wording to all that fill any wording of a template."""

import numpy as np
import pyarrow as pa
import pytest

from hydrascope.detect.growth import Fillers, fillers, grown, regrouped

COUNT = 1000


def _held(uses, *, intent=1, rewords=()):
    """`uses` are (account, template) pairs, one exchange each."""
    a, template = zip(*uses, strict=True)
    columns = {"xid": range(len(a)), "a": a, "template": template, "harvest": [intent] * len(a)}
    return fillers(
        pa.table({name: pa.array(list(values), pa.int64()) for name, values in columns.items()}), np.isin(np.arange(COUNT), rewords)
    )


def _campaign(heads=range(20), wordings=range(5), each=4):
    """Every head fills some of the wordings, each once, so that hardly any is repeated by one account."""
    return [(a, wordings[(a * 3 + k * 2) % len(wordings)]) for a in heads for k in range(each)]


def test_few_accounts_with_one_wording_lead_to_all_with_the_others() -> None:
    """A core of three heads grows to all twenty, over wordings that the core's own accounts also fill."""
    accounts, marks = grown(np.array([0, 1, 2]), _held(_campaign()))

    assert accounts.tolist() == list(range(20))
    assert marks.templates.tolist() == [0, 1, 2, 3, 4]


def test_an_account_that_quotes_a_campaign_once_is_not_drawn_in() -> None:
    """One exchange with every wording in it is a quotation; the same wordings in two exchanges are work."""
    working = [*_campaign(), (50, 0), (50, 1), (50, 2)]
    one_exchange = pa.table({"xid": [9999] * 3, "a": [50] * 3, "template": [0, 1, 2], "harvest": [1] * 3})
    a, template = zip(*_campaign(), strict=True)
    campaign = pa.table({"xid": list(range(len(a))), "a": list(a), "template": list(template), "harvest": [1] * len(a)})
    quoted = fillers(pa.concat_tables([campaign, one_exchange]), np.zeros(COUNT, bool))

    assert 50 not in grown(np.array([0, 1, 2]), quoted)[0]
    assert 50 in grown(np.array([0, 1, 2]), _held(working))[0]


def test_wordings_that_many_strangers_fill_draw_nobody_in() -> None:
    """What is as usual outside a core as in it is nobody's wording."""
    held = _held([(a, t) for a in range(COUNT) for t in (0, 1)])

    accounts, marks = grown(np.array([0, 1, 2, 3]), held)
    assert accounts.tolist() == [0, 1, 2, 3]
    assert not len(marks.templates)


def test_text_that_asks_for_no_training_data_draws_nobody_in() -> None:
    """Strangers who quote the same novel are not searched for."""
    assert grown(np.array([0, 1, 2]), _held(_campaign(), intent=0))[0].tolist() == [0, 1, 2]


def test_a_disguise_is_worth_the_search_whatever_it_asks_for() -> None:
    """Wordings of accounts that exchange the sentences of their prompt are followed, though no harvest is recognised in them; for one such account they are not."""
    many, one = (_held(_campaign(), intent=0, rewords=range(0, 20, step)) for step in (2, 20))

    assert grown(np.array([0, 1, 2]), many)[0].tolist() == list(range(20))
    assert grown(np.array([0, 1, 2]), one)[0].tolist() == [0, 1, 2]


def test_wordings_of_the_same_accounts_are_one_family() -> None:
    """Two cores of one campaign become one family; another campaign's wordings are another."""
    held = _held(_campaign() + _campaign(range(100, 120), range(5, 10)))
    sets, family = regrouped([np.array([0, 1, 2]), np.array([5, 6, 7]), np.array([100, 101, 102])], held)

    assert len(set(family[:5].tolist())) == len(set(family[5:10].tolist())) == 1
    assert family[0] != family[5]
    assert sorted(len(one.accounts) for one in sets) == [3, 3, 20, 20]


@pytest.mark.parametrize("cores", [[], [np.array([0, 1, 2])]])
def test_without_wordings_the_cores_stay(cores) -> None:
    """Where nothing is held by exchanges there is nothing to grow over."""
    sets, family = regrouped(cores, Fillers(*_held([(9, 0)])))

    assert [one.accounts.tolist() for one in sets] == [core.tolist() for core in cores]
    assert family.tolist() == [-1]
