"""A saved plan of every released file version."""
