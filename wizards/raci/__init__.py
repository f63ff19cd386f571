"""Who does what: a grid of tasks, campaigns and people with the letters R, A, C and I."""
