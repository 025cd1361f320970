"""One operator behind many accounts, acted out: orders dealt to heads, cover among them, and what fails sent again by another."""

from bisect import bisect
from collections.abc import Iterator
from itertools import accumulate
from random import Random
from typing import Any, NamedTuple

from hydrascope.lab.worlds import arrivals, orders
from hydrascope.lab.worlds.arrivals import DAY
from hydrascope.lab.worlds.failures import STATUSES
from hydrascope.lab.worlds.heads import Lane, Shift, Tenure, holder, load, shifts
from hydrascope.lab.worlds.orders import Workshop, workshop
from hydrascope.lab.worlds.relays import Step
from hydrascope.lab.worlds.seeds import pick, stream
from hydrascope.lab.worlds.shapes import Campaign
from hydrascope.lab.worlds.text import answer, chat, follow_up
from hydrascope.lab.worlds.traffic import LARGE, NEW, Enrolled, Population, Sent, Setting, dialogue, model_at, times_scale

_COVER = (1, 1, 2, 3)  # turns of a cover conversation
_COVER_MEAN = sum(_COVER) / len(_COVER)


class Plan(NamedTuple):
    """A campaign made concrete in one world: its means, and how often it deals an order."""

    these: Campaign
    setting: Setting
    means: Workshop
    rng: Random
    span: tuple[float, float]
    per_head: float
    covering: float


def campaign(setting: Setting, these: Campaign) -> Population:
    """Act out a campaign."""
    rng = stream(setting.seed, "campaign", these.name)
    pools = shifts(setting, these, times_scale(setting, these.heads, least=4))
    plan = Plan(these, setting, workshop(these, rng), rng, (pools[0].start, pools[-1].end), *_rates(these))
    accounts = {tenure.account.account_id: tenure.account for pool in pools for lane in pool.lanes for tenure in lane.tenures}
    enrolled = [Enrolled(account, these.name, "attack", these.name) for account in accounts.values()]
    sent = [one for pool in pools for at, lane in _dealt(plan, pool) for one in _acted(plan, pool, at, lane)]
    return Population(enrolled, [one for one in sent if one.ts < setting.end])


def _rates(these: Campaign) -> tuple[float, float]:
    """Return the orders a day of one account, and the share of them that is cover."""
    harvest = these.per_day / orders.mean(these)
    cover = these.per_day * these.cover / (1 - these.cover) / _COVER_MEAN
    return harvest + cover, cover / (harvest + cover)


def _dealt(plan: Plan, pool: Shift) -> list[tuple[float, int]]:
    """Return when each order begins and which lane takes it, in order of time; fresh accounts take less while they ramp up."""
    these, days = plan.these, (pool.end - pool.start) / DAY
    if days <= 0:
        return []
    climb = min(1.0, these.ramp / days)
    per_lane = plan.per_head * these.rotation / (1 - 0.45 * climb)
    dealt = _living(plan, pool, per_lane) if these.human_rhythm else _even(plan, pool, per_lane * days)
    return sorted((at, i) for at, i in dealt if not these.ramp or plan.rng.random() < load(pool.lanes[i], at, climb * days))


def _living(plan: Plan, pool: Shift, per_day: float) -> Iterator[tuple[float, int]]:
    """Yield orders as each head's sham person lives; a few busy heads leave the sum as it was declared."""
    weights = [plan.rng.lognormvariate(0, plan.these.uneven) for _ in pool.lanes]
    mean = sum(weights) / len(weights)
    for i, lane in enumerate(pool.lanes):
        own = per_day * weights[i] / mean
        times = arrivals.human(lane.rng, start=pool.start, end=pool.end, per_day=own, zone=lane.zone, spread=0.0)
        yield from ((at, i) for at in times)


def _even(plan: Plan, pool: Shift, each: float) -> Iterator[tuple[float, int]]:
    """Yield orders round the clock: dealt in turn, or drawn by chance among heads of equal or unequal weight."""
    rng, count = plan.rng, len(pool.lanes)
    times = arrivals.flat(rng, start=pool.start, end=pool.end, count=int(each * count))
    if plan.these.uneven or plan.these.at_random:
        steps = list(accumulate(rng.lognormvariate(0, plan.these.uneven) for _ in range(count)))
        yield from ((at, bisect(steps, rng.random() * steps[-1])) for at in times)
        return
    hand: list[int] = []
    for at in times:
        hand = hand or rng.sample(range(count), count)
        yield at, hand.pop()


def _acted(plan: Plan, pool: Shift, at: float, number: int) -> Iterator[Sent]:
    """Yield the exchanges of one order: cover in the head's own voice, or a piece of work whose requests may pass through several heads."""
    if plan.rng.random() < plan.covering:
        yield from _cover(plan, pool, at, number)
        return
    begun, end = plan.span
    for step in orders.order(plan.means, plan.rng, at, (at - begun) / (end - begun)):
        at += step.wait
        yield from _delivered(plan, pool, at, number + step.hop, step)


def _cover(plan: Plan, pool: Shift, at: float, number: int) -> Iterator[Sent]:
    head = holder(pool.lanes, number, at)
    if head is None:
        return
    rng, (lane, tenure) = plan.rng, head
    turns = [chat(rng, lane.voice)]
    for turn in range(pick(rng, _COVER)):
        at += 20 + rng.lognormvariate(4.2, 1.0) if turn else 0.0
        if at >= tenure.end:
            return
        said = answer(rng, lane.voice)
        yield Sent(
            at,
            tenure.account.account_id,
            model_at(at, lane.taste),
            dialogue(turns),
            said,
            pick(rng, lane.places),
            lane.stack,
            "cover",
            "",
            lane.pathway,
        )
        turns += [said, follow_up(rng, lane.voice)]


def _delivered(plan: Plan, pool: Shift, at: float, number: int, step: Step) -> Iterator[Sent]:
    """Yield one exchange; when it fails, the failure and the same request from the next head some seconds later."""
    head = holder(pool.lanes, number, at)
    if head and plan.rng.random() < plan.these.failures:
        yield _sent(plan, *head, at, step._replace(said=""), {"status": pick(plan.rng, STATUSES)})
        at += 1 + 8 * plan.rng.random()
        head = holder(pool.lanes, number + 1, at)
    if head:
        yield _sent(plan, *head, at, step, _extra(plan, step))
        if step.minted:
            plan.means.minted.append((at, step.minted))


def _extra(plan: Plan, step: Step) -> dict[str, Any]:
    """Return what else is logged of the exchange; a proxy that sanitises passes no session on."""
    more = {key: value for key, value in step.extra.items() if not (plan.these.sanitised and key == "session_id")}
    if step.minted:
        more["reasoning_blocks"] = [step.minted]
    return more


def _sent(plan: Plan, lane: Lane, tenure: Tenure, at: float, step: Step, extra: dict[str, Any]) -> Sent:
    """Return one exchange of a head, at the model of the hour."""
    rng, gone = plan.rng, (at - plan.setting.release) / (18 * arrivals.HOUR)
    model = NEW if rng.random() < plan.these.pivot * min(1.0, gone) else LARGE
    place, name, who = pick(rng, lane.places), plan.these.name, tenure.account.account_id
    truth = {"intent": step.intent, "capability": step.capability}
    return Sent(at, who, model, step.request, step.said, place, lane.stack, "attack", name, lane.pathway, extra, **truth)
