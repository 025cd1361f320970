"""Find and stop distillation attacks on large language models."""
