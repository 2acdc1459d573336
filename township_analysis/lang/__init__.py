"""Language: characters, numerals, units, periods, and the tables of words (CSV) that everything else uses."""
