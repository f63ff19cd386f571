"""The domain of marketing planning: a library and a command line; it knows no window."""
