"""
Innocent explanations: one test a file, each of which takes bits away from the channels that it accounts for.

>>> "shared_payment" in EXPLANATIONS["school_class"].explains
False
"""

from hydrascope.detect.evidence import CHANNELS, ONE_QUEUE
from hydrascope.detect.explanations.batch_job import batch_job
from hydrascope.detect.explanations.declared_organisation import declared_organisation
from hydrascope.detect.explanations.event import event
from hydrascope.detect.explanations.model import Explanation, Reading
from hydrascope.detect.explanations.one_bill import one_bill
from hydrascope.detect.explanations.one_customer import one_customer
from hydrascope.detect.explanations.one_payer import one_payer
from hydrascope.detect.explanations.paid_staff import paid_staff
from hydrascope.detect.explanations.popular_tool import popular_tool
from hydrascope.detect.explanations.public_benchmark import public_benchmark
from hydrascope.detect.explanations.reseller import reseller
from hydrascope.detect.explanations.school_class import school_class
from hydrascope.detect.explanations.shared_office import shared_office
from hydrascope.detect.explanations.support_bot import support_bot

_COORDINATION = frozenset(name for name, channel in CHANNELS.items() if channel.side == "coordination")
_TEXT = frozenset({"conserved_template", "distributed_sampling"})
_SOFTWARE = frozenset({"client_uniformity", "request_configuration"})
_PLACE = frozenset({"shared_network", "birth_burst", "shared_registration"})
_ONE_QUEUE = frozenset(ONE_QUEUE)
_CONCEALED = _ONE_QUEUE | {"reworded_template"}  # who runs a tool or does homework sends the text as it came
_HARVESTS = frozenset({"harvest_intents", "trace_replay"})  # a purpose that is recognised: nobody needs to hide for it to be one

EXPLANATIONS = {
    reading.name: reading
    for reading in (
        Explanation("declared_organisation", _COORDINATION, declared_organisation),
        Explanation("one_customer", _COORDINATION, one_customer, frozenset({"regrowth"})),
        Explanation("one_payer", frozenset({"shared_payment"}), one_payer),
        Explanation(
            "paid_staff", frozenset({"shared_payment", "shared_registration", "birth_burst"}), paid_staff, _CONCEALED | {"regrowth"}
        ),
        Explanation("school_class", _TEXT | _PLACE | _SOFTWARE | {"synchrony", "single_turn_breadth"}, school_class, _CONCEALED),
        Explanation(
            "event",
            _TEXT | _PLACE | _SOFTWARE | {"synchrony", "load_balancing", "round_the_clock", "single_turn_breadth"},
            event,
            _CONCEALED,
        ),
        Explanation("shared_office", frozenset({"shared_network", "shared_registration", "synchrony"}), shared_office, _ONE_QUEUE),
        Explanation("popular_tool", _TEXT | _SOFTWARE, popular_tool, _CONCEALED),
        Explanation("public_benchmark", _TEXT | _SOFTWARE | {"load_balancing", "single_turn_breadth", "handover"}, public_benchmark),
        Explanation("support_bot", frozenset({"single_turn_breadth", "round_the_clock"}), support_bot),
        Explanation("reseller", _SOFTWARE | {"shared_network", "round_the_clock", "handover", "dealt_in_turn", "rotation"}, reseller),
        Explanation("batch_job", frozenset({"single_turn_breadth", "load_balancing", "request_configuration"}), batch_job),
        Explanation("one_bill", _COORDINATION - {"shared_payment"}, one_bill, _HARVESTS | {"regrowth", "reworded_template"}),
    )
}

__all__ = ["EXPLANATIONS", "Explanation", "Reading"]
