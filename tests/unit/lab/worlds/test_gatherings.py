"""Courses and events: what their people share, on a campus and without one."""

from collections import Counter

import msgspec

from hydrascope.lab.worlds.gatherings import Classroom, Hackathon, classroom, hackathon
from hydrascope.lab.worlds.operators import ONLINE_COURSE
from hydrascope.lab.worlds.traffic import Setting

SETTING = Setting(seed=3, days=14.0, scale=1.0, release=7 * 86_400.0)


def _tasks(population):
    return Counter(one.request["messages"][0]["content"].rsplit("\n\n", 1)[0] for one in population.sent)


def test_a_class_shares_a_campus_a_domain_and_its_assignments():
    """Students of a course have one email domain, mostly one network, and the same tasks."""
    population = classroom(SETTING, Classroom(students=40))
    networks = Counter(one.place.asn for one in population.sent)

    assert len({one.account.email_domain for one in population.accounts}) == 1
    assert networks.most_common(1)[0][1] > 0.5 * networks.total()
    assert _tasks(population).most_common(1)[0][1] > 10


def test_an_online_course_shares_its_assignments_alone():
    """Its students have their own cards, addresses, countries and mail services; what they paste is the same."""
    population = classroom(SETTING, msgspec.structs.replace(ONLINE_COURSE, students=80, spread=0.0))
    accounts = [one.account for one in population.accounts]

    assert {one.kind for one in population.accounts} == {"online-course"}
    assert len({account.payment_fingerprint for account in accounts}) == len(accounts) == 80
    assert len({account.country for account in accounts}) > 8
    assert Counter(one.place.ip.rsplit(".", 1)[0] for one in {x.account_id: x for x in population.sent}.values()).most_common(1)[0][1] <= 2
    assert _tasks(population).most_common(1)[0][1] > 10


def test_students_enrol_within_the_days_that_the_record_says():
    """All births of a course lie within the enrolment days."""
    born = [one.account.created_at for one in classroom(SETTING, Classroom(enrolment_days=3.0)).accounts]

    assert (max(born) - min(born)).total_seconds() < 3 * 86_400


def test_events_have_each_their_own_venue_and_kit():
    """Two events on the same days share no network address and no prompt."""
    population = hackathon(SETTING, Hackathon(events=2, accounts=20))
    of = {one.account.account_id: one.operator.split("-")[1] for one in population.accounts}
    seen = {event: [one for one in population.sent if of[one.account_id] == event] for event in ("0", "1")}

    assert len(population.accounts) == 40
    for shared in (lambda one: one.place.ip, lambda one: one.request.get("system", one.account_id)):
        assert not {shared(one) for one in seen["0"]} & {shared(one) for one in seen["1"]}


def test_courses_differ_in_size_where_the_record_says_so():
    """With a spread no two courses have the same number of students; without it all have."""
    for spread, sizes in ((0.5, 4), (0.0, 1)):
        population = classroom(SETTING, Classroom(courses=4, students=40, spread=spread))
        assert len(set(Counter(one.operator.split("-")[1] for one in population.accounts).values())) == sizes
