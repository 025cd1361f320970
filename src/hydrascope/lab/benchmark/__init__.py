"""Which detector finds how much, how soon, and at whose cost? Simulated worlds, any detector, one table."""
