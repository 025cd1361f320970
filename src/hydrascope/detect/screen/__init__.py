"""What is worth a look: from hundreds of millions of fingerprints to a world that fits into memory, and back to all accounts of what was found there."""
