"""
The errors that a caller may meet.

    HydrascopeError
    ├── InputError          the traffic cannot be used (exit 2)
    ├── ConfigError         a setting, mapping or flag is wrong (exit 2)
    ├── OutputError         the results cannot be written (exit 2)
    ├── StoreError          a store cannot be used: written to by another, too new, damaged, or its key is missing (exit 2)
    └── MissingExtraError   an optional library is not installed (exit 2)
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa


class HydrascopeError(Exception):
    """Something the caller can mend; the message says how."""


class InputError(HydrascopeError):
    """The traffic cannot be used: check the path and the format it names. `rejected` holds the lines that could not be read (`schema.REJECTED`), if that is why."""

    def __init__(self, message: str, rejected: "pa.Table | None" = None) -> None:
        super().__init__(message)
        self.rejected = rejected


class ConfigError(HydrascopeError):
    """A setting, mapping or flag is wrong: the message names it and what it expects."""


class OutputError(HydrascopeError):
    """The results cannot be written: nothing was left half-written."""


class StoreError(HydrascopeError):
    """A store cannot be used: another process writes to it, it is of a newer version, damaged, or the key is missing or another."""


class MissingExtraError(HydrascopeError):
    """An optional library is not installed: the message has the command to type."""

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(f"expected the libraries for {feature} but got none; run: pip install 'hydrascope[{extra}]'")
