"""The commands that keep a store: what lies in it, retention, compaction, migration."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from hydrascope.errors import ConfigError

if TYPE_CHECKING:
    from hydrascope.store import Info

commands = typer.Typer(
    help="Look into a store of fingerprints, and keep it: retention, compaction, migration.",
    epilog="Example: hydrascope store info --store store",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Store = Annotated[Path, typer.Option("--store", metavar="DIR", help="Directory that holds fingerprints.")]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON to standard output.")]
Now = Annotated[bool, typer.Option("--now", help="Remove files at once, not after an hour: a reader that runs may have to begin again.")]
UNITS = {"h": 3600, "d": 86_400, "w": 604_800}


def key() -> str | None:
    """Return the key of the store where the operator keeps it elsewhere."""
    from hydrascope import settings

    kept = settings.load().store_key
    return None if kept is None else kept.get_secret_value()


@commands.command(epilog="Example: hydrascope store info --store store --json")
def info(store: Store, as_json: Json = False) -> None:
    """Say what lies in a store: hours, exchanges, bytes, schema version."""
    import msgspec

    from hydrascope.store import upkeep

    found = upkeep.info(store)
    typer.echo(msgspec.json.encode(found).decode() if as_json else _text(found))


@commands.command(epilog="Example: hydrascope store expire --store store --keep 90d")
def expire(
    store: Store,
    before: Annotated[datetime | None, typer.Option(metavar="T", help="Remove the hours that end by this time, UTC.")] = None,
    keep: Annotated[
        str | None, typer.Option(metavar="TIME", help="Keep this long, such as 36h, 90d or 12w, and remove what is older.")
    ] = None,
    now: Now = False,
    as_json: Json = False,
) -> None:
    """Remove what is old; it is not taken in again."""
    from hydrascope.store import upkeep

    if (before is None) == (keep is None):
        raise ConfigError(f"expected either --before T or --keep TIME but got before={before}, keep={keep!r}; name one of them")
    until = datetime.now(UTC) - _span(keep) if keep else before.replace(tzinfo=before.tzinfo or UTC) if before else None
    removed = upkeep.expire(store, before=until, key=key()) if until else 0
    _finish(store, {"removed": removed}, f"Store: {store}, {removed:,} exchanges removed", now=now, as_json=as_json)


@commands.command(epilog="Example: hydrascope store compact --store store")
def compact(store: Store, now: Now = False, as_json: Json = False) -> None:
    """Merge the small files of each hour; what is read of the store stays the same."""
    from hydrascope.store import upkeep

    fewer = upkeep.compact(store, key=key())
    _finish(store, {"fewer": fewer}, f"Store: {store}, {fewer:,} files fewer", now=now, as_json=as_json)


@commands.command(epilog="Example: hydrascope store migrate --store store")
def migrate(store: Store, as_json: Json = False) -> None:
    """Bring a store of an earlier version to the present one."""
    from hydrascope.store import upkeep

    done = upkeep.migrate(store, key=key())
    _finish(store, {"migrated": done}, f"Store: {store}, {'migrated' if done else 'is of the present version'}", now=False, as_json=as_json)


def _finish(store: Path, told: dict[str, Any], text: str, *, now: bool, as_json: bool) -> None:
    import msgspec

    from hydrascope.store import upkeep

    if now:
        upkeep.purge(store, key=key())
    typer.echo(msgspec.json.encode(told).decode() if as_json else text)


def _span(text: str) -> timedelta:
    """
    Return how long a text says.

    >>> _span("90d")
    datetime.timedelta(days=90)
    """
    number, unit = text[:-1], text[-1:]
    if unit not in UNITS or not (number.isascii() and number.isdigit()) or len(number) > 5:
        raise ConfigError(f"expected a time such as 36h, 90d or 12w but got keep={text!r}; mend --keep")
    return timedelta(seconds=int(number) * UNITS[unit])


def _text(found: "Info") -> str:
    kept = f", kept from {found.kept_from:%Y-%m-%d %H:%M}" if found.kept_from else ""
    times = f", {found.first:%Y-%m-%d %H:%M} to {found.last:%Y-%m-%d %H:%M} UTC" if found.first and found.last else ""
    return (
        f"{found.exchanges:,} exchanges in {found.hours:,} hours{times}{kept}\n"
        f"{found.bytes:,} bytes in {found.files:,} files, {found.bytes_each} bytes a fingerprint\n"
        f"{found.duplicates:,} duplicates, {found.rejected:,} lines rejected\n"
        f"schema version {found.schema_version}, generation {found.generation}, {found.garbage:,} replaced files kept for readers"
    )
