"""Methods of the trade as pure functions: one input, one result, no plan and no language."""
