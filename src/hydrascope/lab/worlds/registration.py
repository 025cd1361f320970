"""What the operator knows of an account: birth, payment, email domain, program."""

from datetime import datetime
from random import Random

import msgspec

from hydrascope.lab.worlds.arrivals import DAY
from hydrascope.lab.worlds.networks import COUNTRIES
from hydrascope.lab.worlds.seeds import pick, token
from hydrascope.lab.worlds.text import proper_name

FREEMAIL = ("quickpost.example", "owlmail.example", "inboxly.example", "mailfern.example", "postkite.example")


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """One line of accounts.jsonl."""

    account_id: str
    created_at: datetime
    org_id: str | None = None
    payment_fingerprint: str | None
    email_domain: str
    country: str
    program: str = "standard"
    banned_at: datetime | None = None
    plan: str | None = None
    user_ref: str | None = None


def long_ago(rng: Random) -> float:
    """
    Return an honest birth in seconds before the world began (negative): half of them within five months.

    >>> -900 * DAY <= long_ago(Random(1)) <= 0
    True
    """
    return -(rng.expovariate(1 / 210) % 900) * DAY


def card(rng: Random) -> str:
    """Return a fresh payment fingerprint."""
    return f"pm_{token(rng, 16)}"


def company_domain(rng: Random) -> str:
    """Return a domain of one's own."""
    return f"{proper_name(rng).lower()}{proper_name(rng).lower()}.example"


def email_domain(rng: Random) -> str:
    """Return a public mail service two times in three, else a domain of one's own."""
    return pick(rng, FREEMAIL) if rng.random() < 0.66 else company_domain(rng)


def register(rng: Random, created_at: datetime, **known: str | datetime | None) -> Account:
    """
    Return an account; what is not given is drawn as for a stranger: own card, own details.

    >>> from datetime import UTC
    >>> register(Random(1), datetime(2026, 1, 1, tzinfo=UTC), program="education").program
    'education'
    """
    drawn: dict[str, str | datetime | None] = {
        "payment_fingerprint": card(rng),
        "email_domain": email_domain(rng),
        "country": pick(rng, COUNTRIES),
        "plan": pick(rng, ("free", "basic", "basic", "pro", "team")),
        "user_ref": f"ur_{token(rng, 10)}",
    }
    return msgspec.convert({"account_id": f"acct_{token(rng, 14)}", "created_at": created_at, **drawn, **known}, Account)
