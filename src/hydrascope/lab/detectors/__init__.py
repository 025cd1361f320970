"""The detectors that a benchmark can run, by name: each is told the same of a world and answers in the same form."""

from collections.abc import Mapping

from hydrascope.lab.detectors import fraudar, mmd, multiplex, prada, rules, synchrotrap
from hydrascope.lab.detectors.model import Detector, Findings, Observed

__all__ = ["DETECTORS", "Detector", "Findings", "Observed"]


def _hydrascope(observed: Observed) -> Findings:
    """Return what this program finds; imported when it is asked, for it brings the whole pipeline. A scan refuses a log without exchanges."""
    if not len(observed.fingerprints):
        return Findings({}, frozenset(), {})
    from hydrascope.lab.detectors.hydrascope import hydrascope

    return hydrascope(observed)


DETECTORS: Mapping[str, Detector] = {
    "hydrascope": _hydrascope,
    "mmd": mmd.mmd,
    "mmd-account": mmd.mmd_account,
    "prada": prada.prada,
    "synchrotrap": synchrotrap.synchrotrap,
    "multiplex": multiplex.multiplex,
    "fraudar": fraudar.fraudar,
    "rules": rules.rules,
}
