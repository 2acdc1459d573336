"""Which time a figure is about."""
