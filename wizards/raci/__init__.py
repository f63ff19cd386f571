"""Who does what: a grid of tasks and people with the letters R, A, C and I."""
