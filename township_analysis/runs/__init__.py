"""Notebooks × parameters → pages: what to run, running it, publishing the site."""
