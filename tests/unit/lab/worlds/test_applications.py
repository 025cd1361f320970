"""Applications of a company's teams: rates, hours, talks and words."""

import pytest

from hydrascope.lab.worlds import applications
from hydrascope.lab.worlds.seeds import stream
from hydrascope.lab.worlds.traffic import Setting

SETTING = Setting(seed=3, days=14.0, scale=1.0, release=7 * 86_400.0)


def _app(sort: str) -> applications.Application:
    return applications.application(stream(1, sort), 2.0)._replace(sort=sort)


@pytest.mark.parametrize("sort", applications.SORTS)
def test_an_application_sends_as_much_as_it_should(sort):
    """The rate over a fortnight is the one asked for, talks included."""
    sent = list(applications.items(_app(sort), SETTING, 30.0))

    assert len(sent) == pytest.approx(30 * 14, rel=0.12)


@pytest.mark.parametrize("sort", applications.SORTS)
def test_every_request_carries_the_team_s_prompt_and_settings(sort):
    """One system prompt, one set of parameters, a fresh item each time."""
    app = _app(sort)
    sent = list(applications.items(app, SETTING, 10.0))

    assert {one.request["system"] for one in sent} == {app.system}
    assert all(one.request[key] == value for one in sent for key, value in applications.SORTS[sort].settings.items())
    assert len({one.request["messages"][-1]["content"] for one in sent}) > 0.9 * len(sent)


def test_a_talk_grows_and_keeps_its_session():
    """The turns of a session follow each other within minutes and carry what was said."""
    talks = {}
    for one in applications.items(_app("assistant"), SETTING, 30.0):
        talks.setdefault(one.extra["session_id"], []).append(one)
    long = [talk for talk in talks.values() if len(talk) > 2]

    assert len(long) > 20
    for talk in long:
        assert [len(one.request["messages"]) for one in talk] == [1, 3, 5, 7][: len(talk)]
        assert talk[-1].request["messages"][1]["content"] == talk[0].reply
        assert 0 < talk[-1].ts - talk[0].ts < 3_600


def test_a_nightly_application_works_in_one_stretch_of_the_day():
    """What runs by night touches at most three hours of the clock."""
    hours = {int(one.ts % 86_400 // 3_600) for one in applications.items(_app("digest"), SETTING, 20.0)}

    assert len(hours) <= 3
