"""Tables, charts and plain-language readings of the plan's figures, for screen and paper alike."""
