"""The pages of the steps: in which order each asks, and what a plain form cannot do."""
