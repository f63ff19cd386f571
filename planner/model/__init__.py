"""The plan as immutable values, one module or package a step."""
