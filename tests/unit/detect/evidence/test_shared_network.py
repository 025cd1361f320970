"""Do the accounts come from the same narrow networks, and hardly anybody else?"""

from hydrascope.detect.evidence.shared_network import shared_network


def test_two_lines_for_twelve_accounts(told) -> None:
    """Twelve accounts behind two networks that nobody else uses are told with their figures."""
    found = told.asked(shared_network, told.hydra())

    assert found.bits > 50
    assert found.finding == "12 of 12 accounts share 2 networks that are mostly theirs; 0 of 40 independent accounts share any."


def test_a_cloud_that_strangers_use_as_well_says_nothing(told) -> None:
    """A network of which the group holds less than half of the accounts does not count."""
    cloud = told.both(told.strangers(subnet="cloud"), told.heads(subnet="cloud"))

    assert told.asked(shared_network, cloud) is None


def test_lines_of_their_own_say_nothing(told) -> None:
    """Accounts that share no network give no finding."""
    assert told.asked(shared_network, told.hydra(subnet=lambda i, _: f"line-{i}")) is None


def test_six_of_twelve_on_one_line_say_nothing_of_the_others(told) -> None:
    """Half of a group in one office is no tie of the group."""
    assert told.asked(shared_network, told.hydra(subnet=lambda i, _: "office" if i < 6 else f"line-{i}")) is None
    assert told.asked(shared_network, told.hydra(subnet=lambda i, _: "office" if i < 7 else f"line-{i}")) is not None


def test_two_at_home_do_not_share_a_line(told) -> None:
    """A line of two accounts is a person's or a couple's; lines of three count."""
    assert told.asked(shared_network, told.hydra(subnet=lambda i, _: f"home-{i // 2}")) is None
    assert told.asked(shared_network, told.hydra(subnet=lambda i, _: f"line-{i // 3}")).bits > 50


def test_few_known_addresses_say_nothing_of_a_group(told) -> None:
    """Where only four of twelve accounts have an address, one line for them ties nobody else."""
    assert told.asked(shared_network, told.hydra(subnet=lambda i, _: "line" if i < 4 else None)) is None


def test_without_addresses_there_is_no_evidence(told) -> None:
    """A log without addresses gives nothing, on either side."""
    assert told.asked(shared_network, told.hydra().without("subnet", "ip")) is None
    assert told.asked(shared_network, told.both(told.strangers(subnet=None), told.heads())) is None
