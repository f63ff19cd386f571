"""The window of Plansmith: it asks the questions that the domain declares."""
