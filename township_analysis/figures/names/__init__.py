"""What a figure measures: rules.py has the rules in their order, the other modules one kind of name each."""
