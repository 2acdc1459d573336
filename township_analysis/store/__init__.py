"""data/processed: where it lies, saving to it and loading from it."""
