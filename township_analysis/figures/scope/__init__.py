"""For whom or where a figure holds."""
