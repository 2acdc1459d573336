"""Tables, and lists that were tables once."""
