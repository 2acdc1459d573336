"""Where numbers stand, what they are worth, and which of them measure nothing."""
