"""
What may be set once rather than with every command.

A flag wins over the environment (`HYDRASCOPE_THREADS=4`), which wins over
`hydrascope.toml` in the working directory (`threads = 4`).
"""

import re
import tomllib
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, PositiveInt, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from hydrascope.errors import ConfigError

FILE = "hydrascope.toml"


def _size(text: str) -> str:
    if not re.fullmatch(r"[1-9]\d*(\.\d+)?\s?(KB|MB|GB|TB|KiB|MiB|GiB|TiB)", text, re.IGNORECASE):
        msg = "expected a size with its unit, such as 4GB"
        raise ValueError(msg)
    return text


class Settings(BaseSettings):
    """The settings of one command; `load` makes them."""

    model_config = SettingsConfigDict(env_prefix="HYDRASCOPE_", toml_file=FILE, extra="forbid", frozen=True)

    engine: Literal["duckdb", "spark"] = "duckdb"
    master: str | None = None
    memory: Annotated[str, AfterValidator(_size)] | None = None
    threads: PositiveInt | None = None
    log_level: Literal["debug", "info", "warning", "error"] = "warning"
    store_key: SecretStr | None = None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 (pydantic passes it by name)
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 (pydantic passes it by name)
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Return where values come from, the strongest first."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def load(**flags: Any) -> Settings:
    """
    Return the settings, with the flags that were given (not None) on top.

    Raises:
        ConfigError: a value does not fit, a key is unknown, or the file is not TOML.

    >>> load(threads=2, memory=None).threads
    2
    >>> load(memory="much")
    Traceback (most recent call last):
    hydrascope.errors.ConfigError: expected a size with its unit, such as 4GB but got memory='much'; mend the flag, ...

    """
    try:
        return Settings(**{name: value for name, value in flags.items() if value is not None})
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"expected TOML but got {FILE}: {error}; mend that line") from error
    except ValidationError as error:
        raise ConfigError(_sentence(error)) from error


def _sentence(error: ValidationError) -> str:
    """Return the first complaint in the words of the house."""
    first = error.errors(include_url=False)[0]
    name = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"expected one of {', '.join(Settings.model_fields)} but got {name}={first['input']!r}; mend {FILE}"
    wanted = first["msg"].removeprefix("Value error, ").removeprefix("Input should be ")
    wanted = wanted if wanted.startswith("expected") else f"expected {wanted}"
    return f"{wanted} but got {name}={first['input']!r}; mend the flag, HYDRASCOPE_{name.upper()} or {FILE}"
