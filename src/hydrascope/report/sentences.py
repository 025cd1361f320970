"""What a campaign's record says, in sentences that claim no more than it does."""

from hydrascope.campaigns.model import Campaign
from hydrascope.report.record import strongest_first
from hydrascope.report.words import about, clock, count, day, label, listed, percent, ranked, span, utc

WATCH_NOTE = (
    "Either the evidence is weak, or one operator collects openly, without hiding behind many accounts. "
    "It is here so that a person may look; do not act on an account because of it alone."
)


def headline(campaigns: list[Campaign]) -> str:
    """Return how many campaigns were found, by verdict; those on watch are not called campaigns."""
    found = {verdict: sum(one.verdict == verdict for one in campaigns) for verdict in ("confirmed", "suspected")}
    named = [f"{number:,} {verdict}" for verdict, number in found.items() if number]
    if not named:
        return "No campaign found"
    return f"{listed(named)} {'campaign' if sum(found.values()) == 1 else 'campaigns'}"


def watched(campaigns: list[Campaign]) -> str:
    """Return how many entries are on watch, as a sentence; nothing for none."""
    number = sum(one.verdict == "watch" for one in campaigns)
    return f"{count(number, 'entry', 'entries')} {'is' if number == 1 else 'are'} on watch, which is no accusation." if number else ""


def title(one: Campaign) -> str:
    """Return the campaign's headline: what its verdict allows to say, and no more."""
    accounts = count(len(one.accounts), "account")
    if one.verdict == "watch":
        return f"{accounts} to keep an eye on"
    if len(one.accounts) == 1:
        return "One account is harvesting" if one.verdict == "confirmed" else "One account looks like a harvester"
    return f"{accounts} act as one" if one.verdict == "confirmed" else f"{accounts} look like one operator"


def paragraph(one: Campaign) -> str:
    """Return the campaign in a few sentences: who, what for, since when, how much, what happened on the way."""
    return f"{title(one)}. {story(one)}"


def story(one: Campaign) -> str:
    """Return what follows the headline: what for, since when, how much, what happened on the way, on what grounds."""
    parts = [_purpose(one), _extent(one), _pathways(one), *_events(one), _grounds(one)]
    return " ".join(part for part in parts if part)


def purpose(one: Campaign) -> str:
    """Return the two intents that fill most of the campaign, with their shares."""
    named = [f"{label(name)} {percent(share)}" for name, share in ranked(one.intents) if name != "none" and share >= 0.05]
    return ", ".join(named[:2]) or "nothing recognised"


def _purpose(one: Campaign) -> str:
    intents = _named({name: share for name, share in one.intents.items() if name != "none"})
    capabilities = _named({name: share for name, share in one.capabilities.items() if name != "other"})
    asked = {"confirmed": "They harvest", "suspected": "What they ask for looks like a harvest of"}.get(
        one.verdict, "What was asked for resembles a harvest of"
    )
    if len(one.accounts) == 1:
        asked = asked.replace("They harvest", "It harvests").replace("they ask", "it asks")
    if not intents:
        return "No harvesting purpose is recognised in the prompts." + (f" They are about {capabilities}." if capabilities else "")
    return f"{asked} {intents}" + (f", mostly about {capabilities}." if capabilities else ".")


def _named(shares: dict[str, float]) -> str:
    return listed([f"{label(name)} ({percent(share)})" for name, share in ranked(shares)[:3] if share >= 0.05])


def _extent(one: Campaign) -> str:
    days = span((utc(one.last_ts) - utc(one.first_ts)).total_seconds() / 3600)
    return f"Since {day(one.first_ts)}, over {days}: {count(one.exchanges, 'exchange')}, {about(one.output_tokens)} tokens of answers."


def _pathways(one: Campaign) -> str:
    if len(one.pathways) < 2:
        return ""
    return f"They come by {count(len(one.pathways), 'pathway')}: {listed([f'{label(name)} ({number:,})' for name, number in ranked(one.pathways)[:4]])}."


def _events(one: Campaign) -> list[str]:
    banned = sum(head.banned_at is not None for head in one.members)
    said = []
    if banned:
        grown = f"; {count(len(one.regrowth))} were followed by a fresh account that went on with the work" if one.regrowth else ""
        said.append(f"{count(banned, 'account')} {'was' if banned == 1 else 'were'} banned on the way{grown}.")
    if len(one.phases) > 1:
        said.append(f"The mix of intents changed {'once' if len(one.phases) == 2 else f'{len(one.phases) - 1} times'}.")
    return said


def _grounds(one: Campaign) -> str:
    found = [each for each in strongest_first(one.evidence) if each.bits > 0][:3]
    if not found:
        return ""
    weighed = sum(each.bits < 0 for each in one.explanations)
    against = f", against which {count(weighed, 'innocent explanation')} weighed" if weighed else ""
    return f"What weighs most: {listed([label(each.channel) for each in found])}{against}."


def pivots(one: Campaign) -> list[str]:
    """Return one sentence a pivot."""
    return [
        f"{clock(turn.ts)} UTC: {percent(turn.share)} of the traffic moved to {turn.to_model}, {span(turn.hours_after_release)} after its release. "
        f"Of comparable accounts' traffic, {percent(turn.matched_share)} did."
        for turn in sorted(one.pivots, key=lambda turn: (utc(turn.ts), turn.to_model))
    ]


def phases(one: Campaign) -> list[str]:
    """Return one sentence a phase; none where the campaign has but one."""
    parts = sorted(one.phases, key=lambda part: (utc(part.from_ts), part.summary))
    return [f"{clock(part.from_ts)} to {clock(part.to_ts)} UTC: {part.summary}" for part in parts] if len(parts) > 1 else []


def regrowth(one: Campaign, *, most: int = 12) -> list[str]:
    """Return one sentence for each banned head that was replaced, the quickest first, and how many more there are."""
    quickest = sorted(one.regrowth, key=lambda grown: (grown.hours, grown.banned, grown.successor))
    said = [f"{grown.banned} was banned; {span(grown.hours)} later {grown.successor} went on with its work." for grown in quickest[:most]]
    return said + ([f"{len(quickest) - most:,} more: see campaigns.json."] if len(quickest) > most else [])
