"""
The name of a campaign: the same when it is found again.

It is drawn from the campaign's first exchange and whose it was. More data after it, another
order of files or another number of threads do not change it; data from before
the campaign's known beginning may.
"""

import hashlib


def campaign_id(account: str, first_exchange: str) -> str:
    """
    Return the id of the campaign that begins with this exchange of this account.

    >>> campaign_id("acct_1", "ex_000000000")
    'hc-70e5a028b490'
    """
    return "hc-" + hashlib.blake2b(f"{account}\x1f{first_exchange}".encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def template_id(smallest_shingle: int) -> str:
    """
    Return the id of the template whose conserved shingles begin with this one.

    >>> template_id(255)
    'tp-00000000000000ff'
    """
    return f"tp-{smallest_shingle:016x}"
