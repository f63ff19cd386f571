"""Presenter view: the questions of a step one at a time, in large type, for a room to answer."""
