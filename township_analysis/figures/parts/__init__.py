"""Which figure is a part of which."""
