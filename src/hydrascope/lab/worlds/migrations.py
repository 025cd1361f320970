"""Companies that move from one set of keys to another while their work goes on: blocks minted under the old account are presented by the new one."""

from collections.abc import Iterator
from random import Random

import msgspec

from hydrascope.lab.worlds import arrivals, registration, thinking
from hydrascope.lab.worlds.arrivals import DAY, HOUR
from hydrascope.lab.worlds.companies import fleet, org, sized
from hydrascope.lab.worlds.people import Person
from hydrascope.lab.worlds.problems import code, coding_task
from hydrascope.lab.worlds.seeds import pick, stream, token
from hydrascope.lab.worlds.text import answer, chat, document, follow_up, proper_name, voice
from hydrascope.lab.worlds.traffic import Enrolled, Population, Sent, Setting, dialogue, moment, times_scale

TURNS = 5.0  # mean requests of a thread
TOOLS = [
    {"name": name, "description": f"{name} in the workspace", "input_schema": {"type": "object"}} for name in ("lookup", "save", "notify")
]


class Migration(msgspec.Struct, frozen=True, kw_only=True):
    """
    Companies whose assistants think and remember, and which change all their accounts in mid-fortnight.

    Each of `keys` old accounts is followed by a new one, some hours apart; threads live for hours or days, so that many go on under the new account
    with the blocks of the old. `per_day` counts the requests of one key. `new_card` pays the new accounts with another card; an undeclared company's
    accounts name no organisation, and have the mail domain in common.
    """

    companies: int = 1
    keys: int = 2
    per_day: float = 15.0
    declared: bool = True
    new_card: bool = False
    spread: float = 0.0


def migration(setting: Setting, these: Migration) -> Population:
    """Act out the companies that move."""
    whole, name = Population([], []), "migration" if these.declared else "migration-undeclared"
    for n in range(times_scale(setting, these.companies)):
        rng = stream(setting.seed, name, n, "move")
        moved, card = setting.end * rng.uniform(0.35, 0.65), registration.card(rng) if these.new_card else ""
        system = f"{document(rng, voice(rng), 1)} You assist the staff of {proper_name(rng)}."
        rate = sized(setting, name, n, these.per_day, these.spread)
        for old in fleet(setting, name, n, these.keys, declared=these.declared, apart=12 * DAY):
            moved += rng.uniform(0.5, 6) * HOUR
            new = _successor(rng, old, moved - rng.uniform(0.5, 30) * HOUR, card)
            whole.accounts.extend(Enrolled(one.account, "", "migration", f"{name}-{n}") for one in (old, new))
            for at in arrivals.served(rng, start=0, end=setting.end, count=max(1, int(rate * setting.days / TURNS)), zone=old.zone):
                whole.sent.extend(_thread(rng, (old, new), moved, at, setting.end, system))
    return whole


def _successor(rng: Random, old: Person, born: float, card: str) -> Person:
    """Return the same machine under a new account."""
    known = {"payment_fingerprint": card} if card else {}
    account = msgspec.structs.replace(old.account, account_id=f"acct_{token(rng, 14)}", created_at=moment(max(0.0, born)), **known)
    return old._replace(account=account)


def _thread(rng: Random, keys: tuple[Person, Person], moved: float, at: float, end: float, system: str) -> Iterator[Sent]:
    """Yield the requests of one thread, minutes or a night apart, through whichever key is in use; what was thought goes along."""
    caller, session, blocks = voice(rng, names=2), token(rng, 10), list[str]()
    turns = [coding_task(rng, caller) if rng.random() < 0.4 else chat(rng, caller)]
    while at < end:
        key = keys[at >= moved]
        said, minted = f"{answer(rng, caller)}\n{code(rng)}", thinking.block(rng)
        request = thinking.thinks(dialogue(turns[-7:], system, max_tokens=8192, tools=TOOLS), blocks)
        yield key.sends(at, request, said, extra={"session_id": f"s_{session}", "reasoning_blocks": [minted], **org(key)})
        if rng.random() < 1 / TURNS:
            return
        blocks.append(minted)
        turns += [said, follow_up(rng, caller) if rng.random() < 0.5 else f"{pick(rng, ('done', 'saved', 'not found'))}:\n{code(rng)}"]
        at += 20 + rng.lognormvariate(8.5, 2.0)
