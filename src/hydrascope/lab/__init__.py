"""Does it work? Simulated worlds, training of the models, measurements."""
