"""What a reader sees: style and plots, tables, the marked source, the page around a notebook's results."""
