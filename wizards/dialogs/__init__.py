"""Short jobs in windows of their own: a new plan, settings, shortcuts, about."""
