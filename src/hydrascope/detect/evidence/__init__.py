"""
The channels of evidence: one test a file, each against a null from the traffic itself.

>>> CHANNELS["shared_payment"].family
'identity'
"""

from hydrascope.detect.evidence.answer_value import answer_value
from hydrascope.detect.evidence.birth_burst import birth_burst
from hydrascope.detect.evidence.client_uniformity import client_uniformity
from hydrascope.detect.evidence.conserved_template import conserved_template
from hydrascope.detect.evidence.dealt_in_turn import dealt_in_turn
from hydrascope.detect.evidence.distributed_sampling import distributed_sampling
from hydrascope.detect.evidence.failover_duplicates import failover_duplicates
from hydrascope.detect.evidence.handover import handover
from hydrascope.detect.evidence.harvest_intents import harvest_intents
from hydrascope.detect.evidence.load_balancing import load_balancing
from hydrascope.detect.evidence.model import Channel, Evidence, Test
from hydrascope.detect.evidence.probe_phase import probe_phase
from hydrascope.detect.evidence.regrowth import regrowth
from hydrascope.detect.evidence.release_chasing import release_chasing
from hydrascope.detect.evidence.request_configuration import request_configuration
from hydrascope.detect.evidence.reworded_template import reworded_template
from hydrascope.detect.evidence.rotation import rotation
from hydrascope.detect.evidence.round_the_clock import round_the_clock
from hydrascope.detect.evidence.shared_network import shared_network
from hydrascope.detect.evidence.shared_payment import shared_payment
from hydrascope.detect.evidence.shared_registration import shared_registration
from hydrascope.detect.evidence.single_turn_breadth import single_turn_breadth
from hydrascope.detect.evidence.synchrony import synchrony
from hydrascope.detect.evidence.trace_replay import trace_replay

_COORDINATION, _HARVEST = "coordination", "harvest"

ONE_QUEUE = ("dealt_in_turn", "failover_duplicates", "handover", "rotation", "trace_replay")  # channels of what takes one queue of work
CHANNELS = {
    channel.name: channel
    for channel in (
        Channel("shared_payment", "identity", _COORDINATION, 10.0, shared_payment),
        Channel("shared_registration", "identity", _COORDINATION, 4.0, shared_registration),
        Channel("birth_burst", "lifecycle", _COORDINATION, 8.0, birth_burst),
        Channel("regrowth", "lifecycle", _COORDINATION, 8.0, regrowth),
        Channel("shared_network", "network", _COORDINATION, 8.0, shared_network),
        Channel("client_uniformity", "software", _COORDINATION, 6.0, client_uniformity),
        Channel("request_configuration", "software", _COORDINATION, 4.0, request_configuration),
        Channel("conserved_template", "content", _COORDINATION, 6.0, conserved_template),
        Channel("distributed_sampling", "content", _COORDINATION, 6.0, distributed_sampling),
        Channel("reworded_template", "content", _COORDINATION, 6.0, reworded_template),
        Channel("dealt_in_turn", "routing", _COORDINATION, 6.0, dealt_in_turn),
        Channel("rotation", "routing", _COORDINATION, 6.0, rotation),
        Channel("failover_duplicates", "routing", _COORDINATION, 6.0, failover_duplicates),
        Channel("handover", "routing", _COORDINATION, 8.0, handover),
        Channel("load_balancing", "timing", _COORDINATION, 6.0, load_balancing),
        Channel("round_the_clock", "timing", _COORDINATION, 6.0, round_the_clock),
        Channel("synchrony", "timing", _COORDINATION, 5.0, synchrony),
        Channel("harvest_intents", "purpose", _HARVEST, 8.0, harvest_intents),
        Channel("trace_replay", "purpose", _HARVEST, 8.0, trace_replay),
        Channel("release_chasing", "targeting", _HARVEST, 4.0, release_chasing),
        Channel("probe_phase", "targeting", _HARVEST, 4.0, probe_phase),
        Channel("single_turn_breadth", "breadth", _HARVEST, 5.0, single_turn_breadth),
        Channel("answer_value", "breadth", _HARVEST, 3.0, answer_value),
    )
}

__all__ = ["CHANNELS", "ONE_QUEUE", "Channel", "Evidence", "Test"]
