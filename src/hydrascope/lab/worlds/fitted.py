"""
How the clients of a production service arrive: fitted numbers, no data.

Fitted by `python -m hydrascope.lab.fit_arrivals` to 421 clients, in windows of
ten minutes, of ServeGen (Alibaba, arXiv:2505.09999, Apache-2.0). How well
they fit, and where they mislead, stands in docs/lab/arrivals.md.
"""

WINDOW = 600.0  # seconds, the unit of `STRETCH`
# Standard deviation of the logarithm of a client's requests, about the median client of its workload.
VOLUME_SPREAD = 2.176
# Logarithm of the odds that a window is idle: mean and standard deviation among clients.
IDLE_SHARE = (1.082, 3.491)
# Logarithm of a busy and an idle stretch together: mean and deviation among clients; deviation of one stretch within a client.
STRETCH = (3.901, 1.158, 1.305)
# Deviation of the logarithm of the rate from one busy stretch of a client to the next.
LEVEL = 1.594
# Logarithm of the coefficient of variation of the gaps within a window: place and scale of a Gumbel law among clients, deviation within one.
BURST = (0.261, 0.584, 0.703)
# Requests by hour of the day over the mean hour: of the median client (people at work), and of the mean one (services).
TYPICAL_HOURS = (
    *(0.63, 0.45, 0.31, 0.21, 0.15, 0.11, 0.14, 0.32, 0.66, 1.09, 1.47, 1.6),
    *(1.54, 1.52, 1.53, 1.51, 1.53, 1.58, 1.52, 1.37, 1.33, 1.32, 1.2, 0.91),
)
MEAN_HOURS = (
    *(0.91, 0.83, 0.7, 0.59, 0.53, 0.47, 0.47, 0.55, 0.74, 1.06, 1.28, 1.27),
    *(1.18, 1.2, 1.3, 1.35, 1.36, 1.4, 1.31, 1.14, 1.04, 1.08, 1.17, 1.07),
)
