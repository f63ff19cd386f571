"""Composing a document: outline and templates, traced values, Markdown to blocks."""
