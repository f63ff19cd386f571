"""The budget month by month: what runs and what else costs, down; the months, across."""
