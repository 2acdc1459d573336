"""What the words of a report tell beside its numbers."""
