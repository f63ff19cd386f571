"""Pictures of the plan in the window: drawn as on paper, and some can be drawn in."""
