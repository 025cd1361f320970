"""Do all accounts send the same request parameters in the same shape, and others not?"""

from hydrascope.detect.evidence.request_configuration import request_configuration


def test_one_configuration_that_nobody_else_sends(told) -> None:
    """Twelve accounts with one configuration that no stranger sends are told with their figures."""
    found = told.asked(request_configuration, told.hydra())

    assert found.bits > 50
    assert found.finding == "12 of 12 accounts send mostly one request configuration; 0 of 40 independent accounts do."


def test_the_defaults_of_a_tool_say_nothing(told) -> None:
    """A configuration that all strangers send too gives no bits."""
    usual = {"config_hash": 5, "structure_hash": 6}

    assert told.bits_of(told.asked(request_configuration, told.both(told.strangers(**usual), told.heads(**usual)))) == 0


def test_without_parameters_there_is_no_evidence(told) -> None:
    """A log without parameters and shapes gives nothing."""
    assert told.asked(request_configuration, told.hydra().without("config_hash", "structure_hash")) is None
